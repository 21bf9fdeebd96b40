// Parts that -escape=whole tells apart: fields of variables, objects that a pointer leads to. What must not stay in a
// frame is kept here and looked at when the frame has gone.
package main

type pair struct{ a, b *int }

type node struct {
	next  *node
	value *int
	list  []*int
}

type deep struct {
	in  pair
	arr [2]*int
	own *int
}

var kept *int
var keptPair pair
var keptNode *node
var keptList []*int
var garbage [][]byte

//go:noinline
func litter(n int) int {
	var room [40]int
	for i := range room {
		room[i] = -n - i
	}
	garbage = append(garbage[:0], make([]byte, 64))
	if n > 0 {
		return litter(n-1) + room[n]
	}
	return room[0]
}

//go:noinline
func use(p *int) int { return *p }

//go:noinline
func keep(p *int) { kept = p }

//go:noinline
func fields(n int) int {
	x, y := n, n+1
	h := pair{a: &x, b: &y}
	kept = h.a
	return use(h.b)
}

//go:noinline
func assigned(n int) int {
	x, y := n, n+1
	var h pair
	h.a = &x
	h.b = &y
	keep(h.b)
	return *h.a
}

//go:noinline
func whole(n int) int {
	x, y := n, n+1
	var h, g pair
	h.a, h.b = &x, &y
	g = h
	keptPair = g
	return *g.a
}

//go:noinline
func copied(n int) int {
	x, y, z := n, n+1, n+2
	h := pair{&x, &y}
	g := h
	g.a = &z
	kept = g.a
	return *h.a + *g.b
}

//go:noinline
func pointed(n int) int {
	x, y := n, n+1
	h := pair{b: &y}
	p := &h
	p.a = &x
	kept = h.a
	return *p.b
}

//go:noinline
func nested(n int) int {
	x, y, z := n, n+1, n+2
	var d deep
	d.in.a = &x
	d.arr[n&1] = &y
	d.own = &z
	kept = d.arr[0]
	if kept == nil {
		kept = d.arr[1]
	}
	return *d.in.a + *d.own
}

//go:noinline
func swapped(n int) int {
	x, y := n, n+1
	h := pair{&x, &y}
	h.a, h.b = h.b, h.a
	kept = h.a
	return *h.b
}

//go:noinline
func captured(n int) func() int {
	x, y := n, n+1
	h := pair{&x, &y}
	return func() int { return *h.a + *h.b }
}

//go:noinline
func returned(n int) pair {
	x, y := n, n+1
	var h pair
	h.a = &x
	h.b = &y
	return h
}

//go:noinline
func loop(n int) (t int) {
	var h pair
	for i := 0; i < n; i++ {
		x, y := i, i+1
		if i == 1 {
			h.a = &x
		}
		g := pair{&x, &y}
		h.b = g.b
		t += *g.a
	}
	return t*100 + *h.a*10 + *h.b
}

//go:noinline
func objects(n int) int {
	x, y := n, n+1
	p, q := &node{}, &node{}
	p.value = &x
	q.value = &y
	q.next = p
	keptNode = p
	return *q.value + *q.next.value
}

//go:noinline
func chain(n int) (t int) {
	a, b, c := &node{}, &node{}, new(node)
	a.next, b.next = b, c
	x, y, z := n, n+1, n+2
	a.value, b.value, c.value = &x, &y, &z
	a.next.list = append(a.next.list, &y)
	for p := a; p != nil; p = p.next {
		t = t*10 + *p.value
	}
	return t
}

//go:noinline
func leaks(n int) int {
	x := n
	p := &node{}
	q := p
	q.value = &x
	keptNode = p
	return use(q.value)
}

//go:noinline
func elements(n int) (t int) {
	x, y, z := n, n+1, n+2
	s := make([]*int, 3)
	s[0], s[1], s[2] = &x, &y, &z
	for _, p := range s[1:] {
		t += *p
	}
	u := []*int{nil, nil}
	u[0] = &z
	keptList = u
	return t
}

//go:noinline
func sized(n int) (t int) {
	x := n
	s := make([]*int, n)
	s[n-1] = &x
	for i := range s {
		if s[i] != nil {
			t += *s[i]
		}
	}
	keep(s[n-1])
	return t
}

//go:noinline
func again(n int) int {
	x, y := n, n+1
	p := &node{}
	keptNode = p
	p = &node{value: &y}
	p.value = &x
	q := p
	if n > 3 {
		q = keptNode
	}
	q.value = &y
	return *p.value
}

func (p *pair) set(a, b *int) { p.a, p.b = a, b }

//go:noinline
func method(n int) int {
	x, y := n, n+1
	var h pair
	h.set(&x, &y)
	kept = h.a
	return *h.b
}

//go:noinline
func converted(n int) int {
	type other pair
	x, y := n, n+1
	h := other{&x, &y}
	g := pair(h)
	keptPair = g
	i := interface{}(h)
	return *i.(other).a
}

//go:noinline
func deferred(n int) (t int) {
	x, y := n, n+1
	h := pair{&x, &y}
	defer func() {
		recover()
		t += *h.b
		kept = h.a
	}()
	var p *pair
	return *p.a
}

//go:noinline
func sent(n int) int {
	x, y := n, n+1
	h := pair{&x, &y}
	c := make(chan pair, 1)
	c <- h
	h.a = nil
	keptPair = <-c
	return *h.b
}

func main() {
	println(fields(1), litter(9), *kept)
	println(assigned(2), litter(9), *kept)
	println(whole(3), litter(9), *keptPair.a, *keptPair.b)
	println(copied(4), litter(9), *kept)
	println(pointed(5), litter(9), *kept)
	println(nested(6), litter(9), *kept)
	println(swapped(7), litter(9), *kept)
	f := captured(8)
	println(litter(9), f())
	r := returned(9)
	println(litter(9), *r.a, *r.b)
	println(loop(4))
	println(objects(10), litter(9), *keptNode.value)
	println(chain(1))
	println(leaks(11), litter(9), *keptNode.value)
	println(elements(12), litter(9), *keptList[0])
	println(sized(13), litter(9), *kept)
	println(again(2), litter(9), again(4), litter(9), *keptNode.value)
	println(method(14), litter(9), *kept)
	println(converted(15), litter(9), *keptPair.a, *keptPair.b)
	println(deferred(16), litter(9), *kept)
	println(sent(17), litter(9), *keptPair.a, *keptPair.b)
}
