#!/bin/sh
# afl.sh SECONDS: afl++ on the compiler up to export data (lexer, parser, checker, IR, inlining, escape analysis, writing), built with its
# instrumentation and with sanitizers in CHECKDIR/afl and started from the small sources of Go's suite and of our own tests. What ends
# by a signal, a sanitizer's report, an internal error (exit status 3) or not within a minute fails, is printed and kept in
# CHECKDIR/afl/found. Closes with a line `N passed, N failed`; N passed are programs tried.
set -eu
seconds=${1:-60}
work=$CHECKDIR/afl
export ASAN_OPTIONS=abort_on_error=1:detect_leaks=0:symbolize=0:allocator_may_return_null=1
export UBSAN_OPTIONS=halt_on_error=1:abort_on_error=1:symbolize=0
export AFL_CRASH_EXITCODE=3 AFL_NO_UI=1 AFL_SKIP_CPUFREQ=1 AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES=1 AFL_NO_AFFINITY=1 AFL_QUIET=1
export XDG_CACHE_HOME="$work/cache"

mkdir -p "$work/build" "$work/cache"
cd "$work/build"
CC=afl-clang-fast "$SRCDIR/configure" --enable-sanitizers >/dev/null
make -s -j"$(getconf _NPROCESSORS_ONLN)" >"$work/build.log" 2>&1 || {
	tail -n 5 "$work/build.log"
	echo "0 passed, 1 failed"
	exit 1
}
cd "$work"

# Sources without imports: what is imported would have to be compiled first.
rm -rf seeds out found
mkdir seeds found
for f in "$SRCDIR"/tests/errors/*.go "$SRCDIR"/tests/escape/*.go "$SRCDIR"/tests/run/*.go "$GOROOT"/test/*.go "$GOROOT"/test/fixedbugs/*.go; do
	[ "$(wc -c <"$f")" -lt 1500 ] && ! grep -q '^import' "$f" && cp "$f" "seeds/$(basename "$(dirname "$f")")-$(basename "$f")"
done
tr ' ' '\n' <<'WORDS' | sed 's/.*/"&"/' >words
break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct
switch type var int uint8 string float64 complex128 error any iota nil true append make new len cap copy delete panic recover real unsafe
:= ... <- << &^ += ++ 1<<100 1e400 0x1p-2 1i []int{ func( struct{ interface{ map[ chan<- <-chan [...] //go:noinline //go:embed
WORDS

status=0
timeout -k 5 $((2 * seconds + 1200)) afl-fuzz -i seeds -o out -x words -m none -t 5000+ -V "$seconds" -- \
	"$work/build/bin/burrow" compile -check -o "$work/out.a" @@ >afl.log 2>&1 || status=$?
[ -f out/default/fuzzer_stats ] || {
	tail -n 20 afl.log
	echo "0 passed, 1 failed"
	exit 1
}

# Each find once more, alone: a crash must repeat itself, a slow one may take a minute.
failed=0
for f in out/default/crashes/id* out/default/hangs/id*; do
	[ -f "$f" ] || continue
	cp "$f" found/p.go
	got=0
	timeout 60 "$work/build/bin/burrow" compile -check -o "$work/out.a" found/p.go >report 2>&1 || got=$?
	[ "$got" -le 2 ] && continue
	failed=$((failed + 1))
	mv found/p.go "found/$failed.go"
	echo "FAIL $work/found/$failed.go: exit status $got"
	head -c 600 report
done
rm -f found/p.go
tried=$(sed -n 's/^execs_done *: *//p' out/default/fuzzer_stats)
sed -n 's/^\(run_time\|execs_done\|corpus_count\|edges_found\|total_edges\) *: */\1 /p' out/default/fuzzer_stats
echo "$((tried - failed)) passed, $failed failed"
[ "$failed" = 0 ] && [ "$status" = 0 ]
