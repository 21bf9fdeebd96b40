# -escape=whole: func values, objects that are made once, bounds of parameters.
. "$SRCDIR/tests/cli/lib.inc"
. "$SRCDIR/tests/cli/whole.inc"

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
