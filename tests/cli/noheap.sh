# //burrow:noheap: before a function (with what is inlined into it), on a line; nothing else is touched.
. "$SRCDIR/tests/cli/lib.inc"
cat >p.go <<'GO'
package main

var sink *int

func keep(n int) { sink = &n }

// hot is called often.
//
//burrow:noheap
func hot(n int) {
	keep(n)
	x := n
	func() { sink = &x }()
}

//burrow:noheap
func cold(b []byte) int {
	buf := make([]byte, 16)
	return copy(buf, b)
}

func line(n int) []int {
	s := make([]int, n)
	s = append(s, 1) //burrow:noheap
	return s
}

const text = `
//burrow:noheap
`

func main() { hot(1); println(cold(nil), len(line(2)), text) }
GO
want 1 '' burrow check p.go
cat >want.txt <<'TXT'
./p.go:5:11: n is on the heap: one 8-byte int per call of hot (//burrow:noheap before hot)
./p.go:12:2: x is on the heap: one 8-byte int per call of hot (//burrow:noheap before hot)
./p.go:24:12: append(s, 1) may allocate, per call of line (//burrow:noheap on this line)
TXT
grep 'p.go.*noheap' err.txt >got.txt || :
cmp want.txt got.txt || { cat err.txt; exit 1; }
grep -q 'p.go:13:11: .*the address of x' err.txt || { cat err.txt; exit 1; }
sed -i '/^\/\/burrow:noheap$/{N;/func hot/s/^[^\n]*\n//}; s, //burrow:noheap,,' p.go
want 0 '' burrow check p.go
printf 'package main\n\n//burrow:nohaep\nfunc main() {}\n' >q.go
want 1 'unknown directive //burrow:nohaep' burrow check q.go

# a mark is a comment: not the text of one, nor of a string; blanks may follow it
cat >r.go <<'GO'
package main

var sink *int

func f(n int) {
	println(`
//burrow:noheap`, n); sink = &n
	m := n // as in //burrow:noheap
	sink = &m
	println(`//burrow:noheap`); k := n; sink = &k
}

func main() { f(1) }
GO
want 0 '' burrow check r.go
printf 'package main\n\nvar sink *int\n\n//burrow:noheap \t\nfunc f(n int) {\n\tsink = &n\n}\n\nfunc g(n int) { //burrow:noheap\t\n\tn++; sink = &n //burrow:noheap\r\n}\n\nfunc main() { f(1); g(1) }\n' >s.go
want 1 '' burrow check s.go
grep 's.go.*noheap' err.txt >got.txt || :
cat >want.txt <<'TXT'
./s.go:6:8: n is on the heap: one 8-byte int per call of f (//burrow:noheap before f)
./s.go:10:8: n is on the heap: one 8-byte int per call of g (//burrow:noheap on this line)
TXT
cmp want.txt got.txt || { cat err.txt; exit 1; }
