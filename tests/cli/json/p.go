package main

var last *int

func keep(p *int) { last = p }

func outer(p *int, q **int) *int {
	keep(p)
	last = *q
	return p
}

//go:noinline
func fixed(n int) []int { return make([]int, n) }

func self(n int) int { return both(n) }
func both(n int) int { return self(n) }

func main() {
	x := 1
	outer(&x, &last)
	s := "<&>" + string(rune(len(fixed(2))))
	f := func() string { return s }
	println(f(), self(1))
}
