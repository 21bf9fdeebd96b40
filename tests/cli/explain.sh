# burrow explain: patterns, statuses, files in several places.
. "$SRCDIR/tests/cli/lib.inc"
cat >p.go <<'GO'
package main

var sink *int

func keep() {
	x := 1
	sink = &x
}

func main() { keep() }
GO
want 0 '' burrow explain p.go:6
grep -q '^./p.go:6:2: x is on the heap: one 8-byte int per call of keep.$' out.txt || { cat out.txt; exit 1; }
want 0 '' burrow explain p.go:6:2
want 0 '' burrow explain p.go:keep
want 0 '' burrow explain p.go
want 0 '' burrow explain p.go:1
grep -q '^p.go:1: nothing on the heap.$' out.txt || { cat out.txt; exit 1; }
want 2 'has no line 99' burrow explain p.go:99
want 2 'has no column 99' burrow explain p.go:6:99
want 2 'no function nosuch' burrow explain p.go:nosuch
want 2 'no function 0' burrow explain p.go:0
want 2 'no function 6:0' burrow explain p.go:6:0
want 0 '' burrow explain p.go:6:3
grep -qx 'p.go:6:3: nothing on the heap\.' out.txt || { cat out.txt; exit 1; }
# a question is about the file as it is, whatever //line says of it; the answer has gc's places
printf 'package main\n\nvar s *[9]int\n\nfunc main() {\n//line other.y:100\n\tx := [9]int{\n\t\t1, 2,\n\t}\n\ts = &x\n\ts = &[9]int{\n\t\t3,\n\t}\n}\n' >line.go
want 0 '' burrow explain line.go
grep -q '^other.y:100: x is on the heap' out.txt && grep -q '^other.y:104: &\[9\]int{...} is on' out.txt || { cat out.txt; exit 1; }
want 0 '' burrow explain line.go:7
grep -q '^other.y:100: x is on the heap' out.txt || { cat out.txt; exit 1; }
want 0 '' burrow explain line.go:11:10
grep -q '^other.y:104: &\[9\]int{...} is on' out.txt || { cat out.txt; exit 1; }
mkdir a.gone && cp p.go a.gone
want 0 '' burrow explain a.gone/p.go:6
grep -q 'p.go:6:2: x is on the heap' out.txt || { cat out.txt; exit 1; }
want 2 'explain: what?' burrow explain
want 2 'one pattern at a time' burrow explain p.go q.go
want 1 'No such file' burrow explain q.go:3
# A file of a package is seen with the other files; a program beside others, a test and what builds leave out, alone.
mkdir together
(cd together && printf 'package together\n\nfunc F() { x := 1; keep(&x) }\n' >a.go &&
	printf 'package together\n\nvar kept *int\n\nfunc keep(p *int) { kept = p }\n' >b.go &&
	printf '//go:build ignore\n\npackage main\n\nfunc main() { println(len(undefined)) }\n' >left_out.go &&
	printf 'package together\n\nfunc helper() { y := 1; keep(&y) }\n' >a_test.go)
want 0 '' burrow explain together/a.go:3
grep -q '^together/a.go:3:12: x is on the heap' out.txt || { cat out.txt; exit 1; }
want 0 '' burrow explain together/b.go:F
grep -q 'x is on the heap' out.txt && exit 1
want 1 'undefined: undefined' burrow explain together/left_out.go:5
want 1 'undefined: keep' burrow explain together/a_test.go
(cd together && cat ../p.go >one.go && sed 's/keep/hold/' ../p.go >two.go)
want 1 'undefined: keep' burrow explain together/a.go:3
rm together/[ab].go
want 0 '' burrow explain together/one.go:6
grep -q '^together/one.go:6:2: x is on the heap' out.txt || { cat out.txt; exit 1; }
mkdir m
(cd m && printf 'module example.com/m\n\ngo 1.19\n' >go.mod && mkdir sub &&
	printf 'package sub\n\nvar P *int\n\nfunc F() { x := 1; P = &x }\n' >sub/sub.go &&
	sed 's/keep/hold/' ../p.go >main.go)
cd m
want 0 '' burrow explain ./sub
grep -q 'sub.go:5:12: x is on the heap' out.txt || { cat out.txt; exit 1; }
want 0 '' burrow explain hold
grep -q 'main.go:6:2: x is on the heap' out.txt || { cat out.txt; exit 1; }
want 0 '' burrow explain ./...
grep -q 'sub.go:5:12: x is on' out.txt && grep -q 'main.go:6:2: x is on' out.txt || { cat out.txt; exit 1; }
