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
