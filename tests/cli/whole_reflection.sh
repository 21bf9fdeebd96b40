# -escape=whole: what reflection, unsafe.Pointer and implicit conversions add to what a call can reach
. "$SRCDIR/tests/cli/lib.inc"
. "$SRCDIR/tests/cli/whole.inc"

for name in whole_interfaces whole_reflect whole_appends whole_fields whole_direct; do
	want 0 '' burrow build -escape=whole -allocs -o prog "$SRCDIR/tests/runtime/$name.go"
	for mode in gcstress=1 stackmove=1,poison=1; do
		BURROWALLOCS=table BURROWDEBUG=$mode ./prog >mode.txt 2>mode.err
		cmp "$SRCDIR/tests/runtime/$name.out" mode.txt || { echo "$name: differs with $mode"; exit 1; }
		[ ! -f "$SRCDIR/tests/runtime/$name.err" ] || cmp "$SRCDIR/tests/runtime/$name.err" mode.err ||
				{ echo "$name: errors differ with $mode"; exit 1; }
		! grep '^.\{30\} !' table || { echo "$name: broken verdicts"; exit 1; }
	done
done
