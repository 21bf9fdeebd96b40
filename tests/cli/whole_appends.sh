# -escape=whole: appends that grow in the frame, and what explain says of them; fields and objects that are told apart;
# verdicts of a package of two programs.
. "$SRCDIR/tests/cli/lib.inc"
. "$SRCDIR/tests/cli/whole.inc"

cat >appends.go <<'EOF'
package main

import "fmt"

//go:noinline
func sum(s []int) (n int) {
	for _, v := range s {
		n += v
	}
	return n
}

//go:noinline
func counted() int {
	var s []int
	for i := 0; i < 10; i++ {
		s = append(s, i) // FACT it never has more than 10 elements:
	}
	return sum(s)
}

//go:noinline
func nested() int {
	t := 0
	for i := 0; i < 100; i++ {
		s := []int{i}
		for j := range [3]int{} {
			for k := 2; k <= j+6 && k <= 3; k += 2 {
				s = append(s, j, k) // FACT the frame has room for 16 elements:
			}
			s = append(s[:1], j) // FACT the frame has room for 16 elements:
		}
		t += sum(s)
	}
	return t
}

//go:noinline
func twice(n int) int {
	t := 0
	for i := 0; i < n; i++ {
		s := []int{i}
		for _, c := range [...]int{4, 5} {
			s = append(s, i, c) // FACT it never has more than 5 elements:
		}
		t += sum(s)
	}
	return t
}

//go:noinline
func unknown(n int) int {
	var s []int
	for i := 0; i < n; i++ {
		s = append(s, i) // FACT the frame has room for 16 elements:
	}
	return sum(s)
}

//go:noinline
func copied(p []byte) int {
	q := append([]byte("<"), p...) // FACT the frame has room for 128 elements:
	return len(q)
}

//go:noinline
func changed() int {
	var s []int
	for i := 0; i < 10; i++ {
		if i == 5 && len(s) < 20 {
			i = 0
		}
		s = append(s, i) // FACT the frame has room for 16 elements:
	}
	return sum(s)
}

//go:noinline
func escapes() []int {
	var s []int
	for i := 0; i < 3; i++ {
		s = append(s, i)
	}
	return s
}

func main() {
	fmt.Println(counted(), nested(), twice(3), unknown(1000), copied([]byte("abc")), changed(), escapes())
}
EOF
want 0 '' burrow explain -escape=whole appends.go
burrow explain -escape=whole appends.go | sed -n 's/^\.\/appends.go:\([0-9]*\):[0-9]*: append.* is not on the heap.*/\1/p; s/^    \(it never.*\|the frame.*\)/\1/p' |
	paste -d ' ' - - >got.txt
grep -n '// FACT' appends.go | sed 's/^\([0-9]*\):.*\/\/ FACT \(.*\)$/\1 \2/' >want.txt
diff want.txt got.txt || { echo "appends.go: facts differ"; exit 1; }
modes appends.go

# Fields of a variable, and the objects that pointers lead to, are told apart: tests/runtime/whole_fields.go has what
# must not stay in a frame.
cat >fields.go <<'EOF'
package main

type pair struct{ a, b *int }

type node struct {
	next *node
	list [2]pair
}

var kept *int
var keptNode *node

//go:noinline
func literal(n int) int {
	x := n // WANT moved to heap: x
	y := n
	h := pair{&x, &y}
	kept = h.a
	return *h.b
}

//go:noinline
func assigned(n int) int {
	x := n
	y := n // WANT moved to heap: y
	var h, g pair
	h.a, h.b = &x, &y
	g = h
	kept = g.b
	return *g.a
}

//go:noinline
func exchanged(n int) int {
	x := n // WANT moved to heap: x
	y := n // WANT moved to heap: y
	h := pair{&x, &y}
	h.a = h.b
	kept = h.a
	h.a = h.b
	h.b = &x
	g := h
	p := &g
	p.a = p.b
	kept = p.a
	return *h.b
}

//go:noinline
func objects(n int) int {
	x := n // WANT moved to heap: x
	y := n
	p := new(node) // WANT new(node) escapes to heap
	q := &node{}
	p.list[0].a = &x
	q.list[n].b = &y
	q.next = p
	keptNode = p
	return *q.list[n].b
}

//go:noinline
func elements(n int) int {
	x := n
	y := n // WANT moved to heap: y
	z := n // WANT moved to heap: z
	s := make([]*int, 2)
	s[n] = &x
	t := make([]*int, n+1)
	t[n] = &y
	var u []*int
	u = append(u, &z)
	return *s[n] + *t[n] + *u[0]
}

func main() {
	println(literal(1), assigned(1), exchanged(1), objects(1), elements(1))
}
EOF
verdicts fields.go
[ "$(burrow check -escape=whole -m fields.go 2>&1 | grep -c 'moved to heap\|escapes to heap')" = "$(grep -c WANT fields.go)" ] ||
	{ echo "fields.go: something else is on the heap"; burrow check -escape=whole -m fields.go; exit 1; }
modes fields.go

# One package of two programs has room for what each of them needs.
mkdir -p module/sized module/small module/large
cat >module/go.mod <<'EOF'
module example.com/m

go 1.19
EOF
cat >module/sized/sized.go <<'EOF'
package sized

//go:noinline
func Len(n int) int { return len(make([]byte, n)) }
EOF
for size in small:10 large:300; do
	cat >module/${size%:*}/main.go <<EOF
package main

import "example.com/m/sized"

func main() { println(sized.Len(${size#*:})) }
EOF
	(cd module/${size%:*} && "$BURROW" build -escape=whole -o ../prog . && ../prog) >>sizes.txt 2>&1
done
printf '10\n300\n' | diff - sizes.txt || { echo "sizes differ"; exit 1; }
