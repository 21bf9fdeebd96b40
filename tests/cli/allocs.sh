# -allocs: the table at every end of a program, its sum, where it goes.
. "$SRCDIR/tests/cli/lib.inc"
cat >p.go <<'GO'
package main

import (
	"os"
	"runtime"
	"time"
)

type node struct{ next *node }

var list *node
var text string

func grow(n int) {
	for i := 0; i < n; i++ {
		list = &node{list}
	}
}

func main() {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	grow(100)
	runtime.ReadMemStats(&after)
	println(after.Mallocs-before.Mallocs, "objects,", after.Mallocs, "in all")
	switch os.Args[1] {
	case "exit":
		os.Exit(3)
	case "panic":
		panic("end")
	case "fault":
		println(*(*int)(nil))
	case "wait":
		time.Sleep(time.Hour)
	}
}
GO
check() { # FILE [any]: the table is right, its sum the program's own number
	grep -q '^ *100 .* 1  heap .*p.go:16:10: &node{...} in main.grow$\|^ *100 .* 1  heap .*p.go:16:10: &node{...} in main.main$' "$1" ||
		{ cat "$1"; exit 1; }
	awk 'NR == 1 { want = $3 } NR > 2 { sum += $1 } END { exit sum != want }' "$1" ||
		{ echo "the sum differs"; cat "$1"; exit 1; }
	[ "$2" = any ] || grep -q "objects, $(awk 'NR == 1 { print $3 }' "$1") in all" err.txt ||
		{ echo "the runtime's statistics differ"; cat "$1" err.txt; exit 1; }
}
want 0 '100 objects' burrow run -allocs=t1 p.go return
check t1
want 3 '100 objects' burrow run -allocs=t2 p.go exit
check t2
want 2 'panic: end' burrow run -allocs=t3 p.go panic
check t3 any
want 2 'nil pointer dereference' burrow run -allocs=t4 p.go fault
check t4 any
want 0 'heap allocations: ' burrow run -allocs p.go return
want 0 '' burrow build -allocs -o p p.go
BURROWALLOCS=t5 ./p wait 2>err.txt &
pid=$!
while ! grep -q objects err.txt; do sleep 0.1; done
kill -TERM $pid
got=0
wait $pid || got=$?
[ $got = 143 ] || { echo "SIGTERM: status $got"; exit 1; }
check t5
# Without the flag nothing is counted.
want 0 '' burrow run p.go return
! grep -q 'heap allocations' err.txt || exit 1
