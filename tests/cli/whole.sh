# -escape=whole: what it keeps on the stack, what it must not, and that neither goes wrong with dead frames overwritten.
. "$SRCDIR/tests/cli/lib.inc"
. "$SRCDIR/tests/cli/whole.inc"

cat >calls.go <<'EOF'
package main

type shape interface{ area(scale *int) int }

type square struct{ side int }

func (s square) area(scale *int) int { return s.side * s.side * *scale }

type circle struct{ r int }

func (c *circle) area(scale *int) int { return 3 * c.r * c.r * *scale }

// keeper is only ever used as itself: no call through shape reaches its method.
type keeper struct{ scales []*int }

func (k *keeper) area(scale *int) int { k.scales = append(k.scales, scale); return len(k.scales) }

type logger interface{ log(s *int) }

type memory struct{ last *int }

func (m *memory) log(s *int) { m.last = s }

type nothing struct{}

func (nothing) log(*int) {}

// list is recursive through the interface.
type list struct {
	head shape
	tail shape
}

func (l *list) area(scale *int) int { return l.head.area(scale) + l.tail.area(scale) }

//go:noinline
func sum(shapes []shape) int {
	scale := 2
	n := 0
	for _, s := range shapes {
		n += s.area(&scale)
	}
	return n
}

//go:noinline
func logs(l logger) *int {
	x := 7 // WANT moved to heap: x
	l.log(&x)
	return nil
}

//go:noinline
func apply(f func(*int) int, n int) int {
	x := n
	return f(&x)
}

type embeds struct{ shape }

//go:noinline
func made(n int) int {
	s := []shape{
		square{n},            // WANT square{...} does not escape
		&circle{n},           // WANT &circle{...} does not escape
		&list{square{1}, &circle{1}}, // WANT &list{...} does not escape
		embeds{square{3}},
	}
	return sum(s)
}

func main() {
	k := &keeper{}
	x := 1
	println(made(4), k.area(&x))
	var l logger = nothing{}
	logs(l)
	m := &memory{}
	l = m
	logs(l)
	made(300)
	println(*m.last)
	println(apply(func(p *int) int { return *p + 1 }, 5), apply(func(p *int) int { *p++; return *p }, 9))
}
EOF
verdicts calls.go
modes calls.go

# What a function gives is of one type, whatever other types the interface has.
cat >one.go <<'EOF'
package main

type sink interface{ put(p *int) int }

type adds struct{ n int }

func (a *adds) put(p *int) int { a.n += *p; return a.n }

type keeps struct{ all []*int }

func (k *keeps) put(p *int) int { k.all = append(k.all, p); return len(k.all) }

//go:noinline
func newAdds(n int) (sink, error) {
	if n < 0 {
		return nil, nil
	}
	return &adds{n}, nil
}

//go:noinline
func newKeeps() sink { return &keeps{} }

//go:noinline
func wraps(n int) sink {
	s, _ := newAdds(n)
	return s
}

//go:noinline
func either(n int) sink {
	if n > 0 {
		return newKeeps()
	}
	return wraps(-n)
}

//go:noinline
func named(n int) (s sink) {
	defer func() { s = newKeeps() }()
	return &adds{n}
}

func one(n int) int {
	s := wraps(n)
	x, y := n, n // WANT moved to heap: y
	t := s
	if n > 4 {
		t = newKeeps()
	}
	return s.put(&x) + t.put(&y)
}

func two(n int) int {
	x, y, z := n, n, n // WANT moved to heap: y
	s, err := newAdds(n)
	if err != nil {
		return 0
	}
	return s.put(&x) + either(n).put(&y) + wraps(1).put(&z)
}

func three(n int) int {
	v := n // WANT moved to heap: v
	return named(n).put(&v)
}

func main() {
	println(one(3), one(5), two(1), two(2), three(1), three(2))
	func() {
		defer func() { println(recover() != nil) }()
		two(-1)
	}()
}
EOF
verdicts one.go
! grep 'moved to heap: [^yv]' got.txt || { echo "one.go: x or z is on the heap"; exit 1; }
modes one.go
burrow explain -escape=whole one.go >out.txt
grep -q 'sink here is only \*adds; its put does not keep what it is given' out.txt || { cat out.txt; exit 1; }

# only whole programs
printf 'package p\n' >p.go
want 2 'needs one package main' burrow check -escape=whole p.go
want 2 'gc or whole, not half' burrow check -escape=half p.go
printf 'package main\n\nfunc main() { x() }\n' >bad.go
want 1 "undefined: x" burrow build -escape=whole bad.go

# What other packages' functions allocate where they are inlined is told at the call, as without -escape=whole.
cat >brought.go <<'GO'
package main

import (
	"errors"
	"io"
	"strings"
)

var all []error

func add() {
	all = append(all, errors.New("x"))
}

//go:noinline
func read(r io.Reader) int {
	var room [8]byte
	n, _ := r.Read(room[:])
	return n
}

func main() {
	add()
	add()
	println(len(all), read(strings.NewReader("one")))
}
GO
want 0 '' burrow explain -escape=whole brought.go:12
grep -qF 'brought.go:12:30: &errors.errorString{...} is on the heap: 16 bytes per call of add' out.txt || { cat out.txt; exit 1; }
grep -qF 'Copies differ: add itself: heap, the one inlined in main (23:5): static, the one inlined in main (24:5): static.' out.txt || { cat out.txt; exit 1; }
want 0 '' burrow explain -escape=whole brought.go:25
grep -qF 'brought.go:25:42: &strings.Reader{...} is not on the heap (stack), as it would be by gc' out.txt || { cat out.txt; exit 1; }
want 0 '' burrow check -escape=whole -dump=escape:main brought.go
grep -qF 'OPTRLIT <*errors.errorString> foreign esc(static)' out.txt || { grep errorString out.txt; exit 1; }
