# -escape=whole: what it keeps on the stack, what it must not, and that neither goes wrong with dead frames overwritten.
. "$SRCDIR/tests/cli/lib.inc"

# verdicts FILE.go: -m says on each line with a comment `// WANT text` just that
verdicts() {
	burrow check -escape=whole -m "$1" 2>&1 | sed -n 's/^[^:]*:\([0-9]*\):[0-9]*: \(.*\(escape\|moved to heap\).*\)$/\1: \2/p' >got.txt
	grep -n '// WANT' "$1" | sed 's/^\([0-9]*\):.*\/\/ WANT \(.*\)$/\1: \2/' >want.txt
	grep -Fxf want.txt got.txt >found.txt
	diff want.txt found.txt || { echo "$1: verdicts differ"; exit 1; }
}

# modes FILE.go: the program does the same in the modes that find dead stack objects, and breaks no verdict
modes() {
	want 0 '' burrow build -escape=whole -o prog "$1"
	./prog >plain.txt 2>&1
	for mode in gcstress=1 stackmove=1,poison=1; do
		BURROWDEBUG=$mode ./prog >mode.txt 2>&1
		cmp plain.txt mode.txt || { echo "$1: differs with $mode"; exit 1; }
	done
	want 0 '' burrow build -escape=whole -allocs -o prog "$1"
	BURROWALLOCS=table ./prog >mode.txt 2>&1
	cmp plain.txt mode.txt || { echo "$1: differs with -allocs"; exit 1; }
	! grep '^.\{30\} !' table || { echo "$1: broken verdicts"; exit 1; }
}

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

# A func value that keeps its argument makes all of its signature do so; one made from unsafe.Pointer may be any.
cat >values.go <<'EOF'
package main

import "unsafe"

var kept *int

//go:noinline
func call(f func(*int)) {
	x := 5 // WANT moved to heap: x
	f(&x)
}

//go:noinline
func forged(f func(*int) bool) {
	x := 6 // WANT moved to heap: x
	f(&x)
}

//go:noinline
func harmless(f func(*int, int)) {
	x := 7
	f(&x, 1)
}

type T struct{ n int }

func (t *T) add(p *int, n int) { t.n += *p + n }

func main() {
	call(func(*int) {})
	call(func(p *int) { kept = p })
	keep := func(p *int) int { kept = p; return 1 }
	g := *(*func(*int) bool)(unsafe.Pointer(&keep))
	forged(g)
	t := &T{1}
	harmless(t.add)
	for i := 0; i < 100; i++ {
		call(func(*int) {})
	}
	println(*kept, t.n)
}
EOF
verdicts values.go
modes values.go

# Objects that are made once are data; not those of loops, of functions that run twice, of lists.
cat >once.go <<'EOF'
package main

import "errors"

var errA, errB = errors.New("a"), errors.New("b")

type node struct {
	next *node
	n    int
}

//go:noinline
func twice(n int) *int { return &n }

//go:noinline
func single(n int) *int {
	m := n * 2
	return &m
}

//go:noinline
func again(n int) *int {
	m := n
top:
	p := &m
	if n > 0 {
		n--
		goto top
	}
	return p
}

func main() {
	a, b := twice(1), twice(2)
	var all []*int
	for i := 0; i < 3; i++ {
		j := i
		all = append(all, &j)
	}
	head := &node{nil, 1}
	last := head
	for i := 0; i < 3; i++ {
		last.next = &node{nil, i}
		last = last.next
	}
	c := single(21)
	done := make(chan bool)
	var sum int
	go func() {
		sum = *a + *b + *c
		done <- true
	}()
	<-done
	println(errA.Error(), errB.Error(), errA == errB, *a, *b, *all[0], *all[1], *all[2], last.n, sum, *again(2))
}
EOF
modes once.go
[ "$(sed -n 's/^ *\([0-9]*\) .*in main\.single.*/\1/p' table)" = "" ] || { echo "single's m is on the heap"; exit 1; }
grep -q 'in main.twice' table || { echo "twice's n is not on the heap"; exit 1; }

# Bounds of parameters: by a chain of calls with 3 to the 18th ways through it, around cycles, in whatever order the
# functions are asked about. A parameter that is changed, or of a function that may be called from elsewhere, has none.
add_func() { # NAME ARGUMENT BODY
	printf '//go:noinline\nfunc %s(n %s) int {\n\t%s\n}\n\n' "$1" "$2" "$3"
}
chain() {
	printf 'package main\n\n'
	for i in $(seq "$@"); do
		next=f$((i + 1))
		add_func f$i int "return $next(n) + $next(n) + $next(n)"
	done
	add_func f18 int 'return len(make([]byte, n)) // WANT make([]byte, n) does not escape'
	add_func even int 'if n == 0 { return len(make([]int, n+1)) }; return odd(n%8)'
	add_func odd int 'if n == 1 { return len(make([]int, n)) }; return even((n - 1) % 5)'
	add_func top int 'return even(n & 63)'
	add_func changed int 'n *= 2; return len(make([]byte, n))'
	add_func called int 'return len(make([]byte, n))'
	add_func wraps uint8 'return len(make([]byte, n+2))'
	printf 'func main() {\n\tg := called\n\tprintln(f0(7)/387420489, top(40), changed(3), wraps(255), called(2), g(1000))\n}\n'
}
for order in '0 17' '17 -1 0'; do
	chain $order >chain.go
	verdicts chain.go
	timeout 20 "$BURROW" check -escape=whole chain.go || { echo "a chain of calls takes too long"; exit 1; }
	modes chain.go
	burrow explain -escape=whole chain.go | grep -A1 ' not on the heap' | sed 's/.go:[0-9:]*//' | sort >facts.$(set -- $order; echo $#)
done
cmp facts.2 facts.3 || { echo "bounds depend on the order of functions"; exit 1; }
[ "$(grep -c 'in all calls it has' facts.2)" = 4 ] || { echo "not the four bounds expected"; cat facts.2; exit 1; }

# what reflection, unsafe.Pointer and implicit conversions add to what a call can reach
for name in whole_interfaces whole_reflect; do
	want 0 '' burrow build -escape=whole -allocs -o prog "$SRCDIR/tests/runtime/$name.go"
	for mode in gcstress=1 stackmove=1,poison=1; do
		BURROWALLOCS=table BURROWDEBUG=$mode ./prog >mode.txt
		cmp "$SRCDIR/tests/runtime/$name.out" mode.txt || { echo "$name: differs with $mode"; exit 1; }
		! grep '^.\{30\} !' table || { echo "$name: broken verdicts"; exit 1; }
	done
done

# only whole programs
printf 'package p\n' >p.go
want 2 'needs one package main' burrow check -escape=whole p.go
want 2 'gc or whole, not half' burrow check -escape=half p.go
printf 'package main\n\nfunc main() { x() }\n' >bad.go
want 1 "undefined: x" burrow build -escape=whole bad.go
