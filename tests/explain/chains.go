package main

// explain: chains.go:three
// explain: chains.go:aliases
// explain: chains.go:viaHeapVariable
// explain: chains.go:content
// explain: chains.go:choose
// explain: chains.go:mutual

var root **int
var last *int

//go:noinline
func first(p *int) { second(p) }

//go:noinline
func second(q *int) { third(q) }

//go:noinline
func third(r *int) { last = r }

func three() {
	x := 1
	first(&x)
}

func aliases() *int {
	x := 1
	p := &x
	q := p
	r := q
	return r
}

func viaHeapVariable() {
	x := 1
	p := &x
	root = &p
}

type box struct{ p *int }

//go:noinline
func open(b *box) *int { return b.p }

func content() *int {
	x := 1
	b := box{&x}
	return open(&b)
}

func choose(a bool) *int {
	x, y := 1, 2
	p := &x
	if a {
		p = &y
	}
	return p
}

//go:noinline
func ping(p *int, n int) {
	if n > 0 {
		pong(p, n-1)
	}
}

//go:noinline
func pong(p *int, n int) {
	last = p
	ping(p, n)
}

func mutual() {
	x := 1
	ping(&x, 2)
}

func main() {}
