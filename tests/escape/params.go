package main

type node struct {
	next *node
	val  *int
}

var global *int

func keep(p *int) { global = p }

func identity(p *int) *int { return p }

func deref(p **int) *int { return *p }

func field(n *node) *int { return n.val }

func both(a, b *int) (*int, *int) { return b, a }

func nothing(p *int) int { return *p }

func store(n *node, p *int) { n.val = p }

func swap(a, b **int) { *a, *b = *b, *a }

//go:noinline
func viaResult(p *int) (r *int) {
	r = p
	return
}

func main() {
	x, y, z := 1, 2, 3
	keep(&x)
	println(*identity(&y), nothing(&z))
	p := &z
	println(*deref(&p), *field(&node{val: &y}))
	a, b := both(&y, &z)
	swap(&a, &b)
	n := &node{}
	store(n, a)
	println(*n.val, *viaResult(b))
}
