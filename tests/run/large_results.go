package main

//go:noinline
func f(i int) (a [1 << 20]int) { a[i] = i; return }

type s struct {
	p *int
	a [100000]int
}

func g(p *int) s { return s{p: p} }

var keep *[1 << 21]int

func main() {
	a := f(1)
	b := f(2)
	a = f(3)
	c := [1 << 21]int{5: f(4)[4], 7: 9}
	keep = &c
	x := 5
	u := g(&x)
	v := g(&b[2])
	*v.p = 8
	for i := 0; i < 3; i++ {
		a = f(i + 10)
		b[i] = a[i+10]
	}
	println(a[12], b[0], b[2], c[5], c[7], keep[4], *u.p)
}
