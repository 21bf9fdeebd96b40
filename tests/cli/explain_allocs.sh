# burrow explain -allocs=TABLE: what was counted stands with each finding, and orders them.
. "$SRCDIR/tests/cli/lib.inc"
cat >p.go <<'GO'
package main

var sink []*int

func keep(n int) {
	for i := 0; i < n; i++ {
		x := i
		sink = append(sink, &x)
	}
	b := make([]byte, n*100)
	println(len(b))
}

func never() *int { return new(int) }

func main() {
	keep(100)
	if len(sink) == 0 {
		never()
	}
}
GO
want 0 '' burrow run -allocs=table.txt p.go
want 0 '' burrow explain -allocs=table.txt p.go
grep '^[^ ].*: ' out.txt | grep -o '^./p.go:[0-9]*' | head -4 | tr '\n' ' ' >order.txt
[ "$(cat order.txt)" = './p.go:10 ./p.go:8 ./p.go:7 ./p.go:14 ' ] || { cat order.txt out.txt; exit 1; }
grep -A1 '^./p.go:7:3: x is' out.txt | grep -q '^ Counted: 100 objects, 800 bytes\.$' || { cat out.txt; exit 1; }
grep -A1 '^./p.go:10:' out.txt | grep -q '^ Counted: 1 object, 10240 bytes\.$' || { cat out.txt; exit 1; }
grep -A1 '^./p.go:14:' out.txt | grep -q '^ Counted: 0 objects, 0 bytes\.$' || { cat out.txt; exit 1; }
want 0 '' burrow explain -allocs=table.txt -o r.json p.go
grep -q '"what":"x".*"objects":100,"measuredBytes":800,' r.json
# without a table nothing is counted, and loops come first
want 0 '' burrow explain -o r.json p.go
grep -q measuredBytes r.json && exit 1
want 0 '' burrow explain p.go
head -n 1 out.txt | grep -q '^./p.go:8:'
want 2 'cannot read nosuch' burrow explain -allocs=nosuch p.go
want 2 '-allocs=FILE' burrow explain -allocs p.go
# Operands of one call, all of the place of the call: told apart by who allocates and by the size, else counted together.
cat >q.go <<'GO'
package main

import "fmt"

func main() {
	name, n, m := "abc", 500, 600
	b := []byte("xyz")
	fmt.Sprint(name, n, string(b))
	fmt.Sprint(n, m, name)
}
GO
want 0 '' burrow run -allocs=table.txt q.go
counted() {
	grep -F -A1 "./q.go:$1" out.txt | grep -qx " Counted: $2\." || { echo "$1"; cat table.txt out.txt; exit 1; }
}
want 0 '' burrow explain -allocs=table.txt q.go
counted '8:12: the copy of name in' '1 object, 16 bytes'
counted '8:12: the copy of n in' '1 object, 8 bytes'
counted '8:28: the copy of string(b) in' '1 object, 16 bytes'
counted '8:28: string(b) is' '1 object, 8 bytes'
counted '9:12: the copy of n in' '2 objects, 16 bytes, with others that cannot be told apart'
counted '9:12: the copy of m in' '2 objects, 16 bytes, with others that cannot be told apart'
counted '9:12: the copy of name in' '1 object, 16 bytes'
# What calls bring here from another package: each call is a finding, in its own loops, and counts what its function took.
cat >r.go <<'GO'
package main

import (
	"errors"
	"strings"
)

var all []error

func first() { all = append(all, errors.New("a")) }

func second(n int) string {
	var b strings.Builder
	b.WriteString("begin")
	for i := 0; i < n; i++ {
		b.WriteString("a longer text")
		all = append(all, errors.New("b"))
	}
	return b.String()
}

func main() {
	first()
	println(len(second(5)), len(all))
}
GO
want 0 '' burrow run -allocs=table.txt r.go
want 0 '' burrow explain -allocs=table.txt r.go
grep -F -A3 './r.go:10:44: &errors.errorString{...} is on the heap: 16 bytes per call of first' out.txt >told.txt
grep -qx ' Counted: 1 object, 16 bytes\.' told.txt || { cat table.txt out.txt; exit 1; }
grep -qx ' It is in errors.New, which is inlined here\. The same verdict in all copies: first itself, the one inlined in main (23:7)\.' told.txt ||
	{ cat out.txt; exit 1; }
grep -F -A1 './r.go:17:31: &errors.errorString{...} is on the heap: 16 bytes each time around the loop' out.txt |
	grep -qx ' Counted: 5 objects, 80 bytes\.' || { cat table.txt out.txt; exit 1; }
grep -qF './r.go:14:15: append(b.buf, s...) may allocate, per call of second.' out.txt || { cat out.txt; exit 1; }
grep -qF './r.go:16:16: append(b.buf, s...) may allocate, each time around the loop in second.' out.txt || { cat out.txt; exit 1; }
grep -F -A1 './r.go:14:15: append(b.buf, s...) may' out.txt | grep -qx ' Counted: 1 object, 8 bytes\.' || { cat out.txt; exit 1; }
grep -F -A1 './r.go:16:16: append(b.buf, s...) may' out.txt | grep -qx ' Counted: 3 objects, 168 bytes\.' || { cat out.txt; exit 1; }
