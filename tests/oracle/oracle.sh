#!/bin/sh
# Holds burrow against gc 1.19: output, exit status and -m of every program under tests/run, tests/escape and examples. Shows each
# difference; exits 1 when there is one. (Standard error of the programs is not compared: addresses differ.)
set -u
[ -n "$GC" ] || { echo "oracle: gc 1.19 is not installed (Debian package golang-1.19-go)"; exit 77; }
GO111MODULE=off
export GO111MODULE
unset GOFLAGS GOMAXPROCS GOGC GODEBUG BURROWDEBUG || true
work=$CHECKDIR/oracle
rm -rf "$work"
mkdir -p "$work"
same=0 differ=0
for source in "$SRCDIR"/tests/run/*.go "$SRCDIR"/tests/escape/*.go "$SRCDIR"/examples/*.go; do
	name=$(basename "$source")
	cd "$(dirname "$source")" || exit 1
	why=
	"$GC" build -gcflags=-m -o "$work/gc" "./$name" 2>"$work/gc.m"
	"$BURROW" build -gcflags=-m -o "$work/burrow" "./$name" 2>"$work/burrow.m"
	cmp -s "$work/gc.m" "$work/burrow.m" || why="-m"
	for peer in gc burrow; do
		timeout 60 "$work/$peer" >"$work/$peer.out" 2>/dev/null </dev/null
		echo "exit status $?" >>"$work/$peer.out"
		grep -q '^// unordered' "$name" && sort -o "$work/$peer.out" "$work/$peer.out"
	done
	cmp -s "$work/gc.out" "$work/burrow.out" || why="$why output"
	rm -f "$work/gc" "$work/burrow"
	if [ -z "$why" ]; then
		same=$((same + 1))
		continue
	fi
	differ=$((differ + 1))
	echo "DIFFERS $name: $why"
	diff "$work/gc.m" "$work/burrow.m" | sed -n '2,4p'
	case $why in *output*) diff "$work/gc.out" "$work/burrow.out" | sed -n '2,4p' ;; esac
done
echo "$same like gc, $differ different"
[ $differ = 0 ]
