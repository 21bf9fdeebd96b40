#!/bin/sh
# Benchmarks: burrow beside gc 1.19 and gccgo, in one run on one machine, interleaved. Prints the run time of each program as a
# multiple of gc's (medians of RUNS runs), the geometric mean, and a chart; then build time, size and start of hello-world,
# and a million blocked goroutines. Exits 1 when outputs differ.
set -eu
RUNS=${RUNS:-3}
work=$CHECKDIR/bench
rm -rf "$work"
mkdir -p "$work"
here=$SRCDIR/tests/bench
GO111MODULE=off
export GO111MODULE
unset GOFLAGS GOMAXPROCS GOGC GODEBUG BURROWDEBUG || true
[ -n "$GC" ] || { echo "bench: gc 1.19 is not installed (Debian package golang-1.19-go)"; exit 77; }

# now: nanoseconds
now() { date +%s%N; }

# run_once PROGRAM: milliseconds, with a decimal
run_once() {
	t0=$(now)
	"$@" >"$work/out" 2>&1 || echo "status $?" >>"$work/out"
	t1=$(now)
	awk -v t=$((t1 - t0)) 'BEGIN { printf "%.1f\n", t / 1e6 }'
}

median() { sort -n "$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

status=0
: >"$work/ratios"
printf '%-16s %10s %10s %10s   %s\n' program burrow/gc gccgo/gc 'gc (ms)' 'burrow/gc, one # is 0.1'
for source in "$here"/*.go; do
	name=$(basename "$source" .go)
	"$BURROW" build -o "$work/$name.burrow" "$source"
	"$GC" build -o "$work/$name.gc" "$source"
	peers="burrow gc"
	if [ -n "$GCCGO" ] && "$GCCGO" -O2 -o "$work/$name.gccgo" "$source" 2>/dev/null; then peers="burrow gc gccgo"; fi
	i=0
	while [ $i -lt "$RUNS" ]; do
		for peer in $peers; do
			run_once "$work/$name.$peer" >>"$work/$name.$peer.ms"
			cp "$work/out" "$work/$name.$peer.out"
		done
		i=$((i + 1))
	done
	cmp -s "$work/$name.burrow.out" "$work/$name.gc.out" || { echo "$name: OUTPUT DIFFERS from gc's"; status=1; }
	b=$(median "$work/$name.burrow.ms")
	g=$(median "$work/$name.gc.ms")
	c=-
	[ ! -f "$work/$name.gccgo.ms" ] || c=$(median "$work/$name.gccgo.ms")
	awk -v name="$name" -v b="$b" -v g="$g" -v c="$c" 'BEGIN {
		r = b / g
		bar = ""
		for (i = 0; i < r * 10 && i < 60; i++) bar = bar "#"
		printf "%-16s %10.2f %10s %10.0f   %s\n", name, r, c == "-" ? "-" : sprintf("%.2f", c / g), g, bar
	}'
	awk -v b="$b" -v g="$g" 'BEGIN { print b / g }' >>"$work/ratios"
done
awk '{ s += log($1); n++ } END { printf "geometric mean of burrow/gc over %d programs: %.2f\n\n", n, exp(s / n) }' "$work/ratios"

# ---- building the article's program after a change to it
cp "$SRCDIR/examples/sgap.go" "$work/sgap.go"
i=0
while [ $i -lt 9 ]; do
	echo "// change $i $$" >>"$work/sgap.go"
	run_once "$BURROW" build -o "$work/sgap.b" "$work/sgap.go" >>"$work/build.burrow"
	run_once "$GC" build -o "$work/sgap.g" "$work/sgap.go" >>"$work/build.gc"
	i=$((i + 1))
done
b=$(median "$work/build.burrow")
g=$(median "$work/build.gc")
awk -v b="$b" -v g="$g" 'BEGIN { printf "building the article'"'"'s program after a change: %.2f of go build'"'"'s time (%.0f ms of %.0f ms)\n", b / g, b, g }'

# ---- hello-world with println, stripped
printf 'package main\n\nfunc main() { println("hello, world") }\n' >"$work/hello.go"
"$BURROW" build -ldflags=-s -o "$work/hello.b" "$work/hello.go"
"$GC" build -ldflags='-s -w' -o "$work/hello.g" "$work/hello.go"
i=0
while [ $i -lt 21 ]; do
	run_once "$work/hello.b" >>"$work/hello.burrow.ms"
	run_once "$work/hello.g" >>"$work/hello.gc.ms"
	i=$((i + 1))
done
printf 'hello-world, stripped: %d bytes (gc: %d); start to end %.2f of gc'"'"'s time\n' \
	"$(wc -c <"$work/hello.b")" "$(wc -c <"$work/hello.g")" \
	"$(awk -v b="$(median "$work/hello.burrow.ms")" -v g="$(median "$work/hello.gc.ms")" 'BEGIN { print b / g }')"

# ---- a million blocked goroutines
mkdir -p "$work/million"
cp "$here/million/million.go" "$work/million/"
"$BURROW" build -o "$work/million.b" "$work/million/million.go"
"$GC" build -o "$work/million.g" "$work/million/million.go"
for peer in b g; do
	t0=$(now)
	"$work/million.$peer" >"$work/million.$peer.out" || { echo "million goroutines: status $?"; status=1; }
	t1=$(now)
	echo $((t1 - t0)) >"$work/million.$peer.ns"
done
printf 'a million blocked goroutines: %s kB at most (gc: %s kB), %.2f of gc'"'"'s time\n' \
	"$(sed -n 's/^peak //p' "$work/million.b.out")" "$(sed -n 's/^peak //p' "$work/million.g.out")" \
	"$(awk -v b="$(cat "$work/million.b.ns")" -v g="$(cat "$work/million.g.ns")" 'BEGIN { print b / g }')"
exit $status
