// When operands are read: fields, elements and variables after the calls of the expression they stand in, as gc does it; what the
// left side of an assignment needs too. Lengths and slices are taken at their place.
package main

import "fmt"

type T struct {
	n   int
	s   []int
	a   [4]int
	p   *T
	m   map[int]int
	x   interface{}
	str string
}

func fresh() *T {
	return &T{s: make([]int, 4), p: &T{s: make([]int, 4), m: map[int]int{}}, m: map[int]int{}}
}

var t = fresh()
var i = 1

//go:noinline
func swap() int { t = fresh(); i = 2; return 5 }

//go:noinline
func swapn() (int, int) { t = fresh(); i = 2; return 5, 6 }

func show(what string, old *T) {
	fmt.Println(what, old.n, old.s, old.a, old.p.n, old.p.s, old.m, old.x, "|", t.n, t.s, t.a, t.p.n, t.p.s, t.m, t.x, i)
	t = fresh()
	i = 1
}

func local() {
	s := []int{1, 2, 3}
	k := 0
	f := func() int { k++; s = []int{7, 8, 9}; return 50 }
	s[k] = f()
	fmt.Println(s, k)
	s, k = []int{1, 2, 3}, 0
	s[k], s[0] = f(), f()
	fmt.Println(s, k)
	s, k = []int{1, 2, 3}, 0
	s[k] += f()
	fmt.Println(s, k)
	s, k = []int{1, 2, 3}, 0
	x := s[k] + f()
	fmt.Println(x, s[0]*f(), s[0] == f(), fmt.Sprint(s[0], f()))
	var e interface{} = s[0] - f()
	fmt.Println(e)
	y := struct{ a, b, c int }{s[0], f(), k}
	fmt.Println(y)
	z := []interface{}{s[0], f(), k}
	fmt.Println(z...)
	m := map[int]int{k: f(), s[0]: k}
	fmt.Println(m)
	s, k = []int{1, 2, 3}, 0
	w := append(s, s[0], f(), k)
	fmt.Println(w)
	str := "abc"
	g := func() string { str = "xyz"; return "-" }
	fmt.Println(str + g() + str)
	str = "abc"
	fmt.Println(str[:2] + g())
	str = "abc"
	fmt.Println(str[1] + g()[0])
	str = "abc"
	fmt.Println(str < g(), len(str)+len(g()))
	fl := 1.5
	h := func() float64 { fl = 2.5; return 0 }
	fmt.Println(fl*2+h(), -fl+h(), fl)
	c := 1i
	hc := func() complex128 { c = 2i; return 0 }
	fmt.Println(c*2+hc(), real(c)+real(hc()))
}

func multi() (a, b int) {
	defer func() { fmt.Println("named", a, b) }()
	f := func() int { a = 100; return 7 }
	return a + f(), a
}
func multi2() (int, int, int) {
	return t.n, swap() + t.p.n, t.s[i]
}

func (t *T) method(a, b, c int) string { return fmt.Sprint(t.n, a, b, c) }
func (t T) vmethod(a, b, c int) string { return fmt.Sprint(t.n, a, b, c) }

type I interface{ method(a, b, c int) string }

func main() {
	old := t
	t.n = swap()
	show("field", old)
	old = t
	t.s[i] = swap()
	show("slice", old)
	old = t
	t.a[i] = swap()
	show("array", old)
	old = t
	t.p.n = swap()
	show("p.n", old)
	old = t
	t.p.s[i] = swap()
	show("p.s[i]", old)
	old = t
	t.m[i] = swap()
	show("m", old)
	old = t
	t.m[i] += swap()
	show("m+=", old)
	old = t
	t.s[i] += swap()
	show("s+=", old)
	old = t
	t.x = swap()
	show("x", old)
	old = t
	*t.p = T{n: swap(), s: []int{}}
	show("*p", old)
	old = t
	t.n, t.s[i] = swap(), swap()
	show("two", old)
	old = t
	t.n, t.s[i] = swapn()
	show("two from one", old)
	old = t
	t.m[i], t.p.s[i] = swapn()
	show("two from one, map", old)
	old = t
	t.m[i], t.p.s[i] = 1, swap()
	show("parallel, map", old)
	old = t
	t.s[i], i, t.n = t.n+1, 3, swap()
	show("parallel, i", old)
	old = t
	t.s[i], t.x = t.x.(int), swap()
}
func init() {
	lengths()
	local()
	multi()
	t.n = 4
	fmt.Println(multi2())
	t = fresh()
	i = 1
	t.n = 3
	fmt.Println(t.method(t.n, swap(), t.n))
	t.n = 3
	i = 1
	fmt.Println(t.vmethod(t.n+1, swap(), t.n+2))
	t.n = 3
	i = 1
	var x I = t
	fmt.Println(x.method(t.n+1, swap(), t.s[i]))
	t.n = 3
	i = 1
	t.s[1] = 9
	fmt.Println(t.s[i], swap(), t.s[i])
	fmt.Println(t.n == 0 && swap() == 5, t.n)
	i = 1
	fmt.Println([]int{i, swap(), i}[i], [...]interface{}{i, swap(), i})
	i = 1
	switch i {
	case swap():
		fmt.Println("no")
	case 1:
		fmt.Println("one")
	case 2:
		fmt.Println("two")
	}
	i = 1
	if v := i + swap(); v > 6 {
		fmt.Println(v)
	}
	i = 1
	c := make(chan int, 1)
	cc := []chan int{c}
	z := 0
	ff := func() int { z++; cc = []chan int{make(chan int, 1)}; return z }
	cc[0] <- ff()
	fmt.Println(len(c), len(cc[0]))
	i = 1
	fs := []func(int, int) int{func(a, b int) int { return a*10 + b }}
	fmt.Println(fs[0](i, func() int { i = 7; fs = []func(int, int) int{func(a, b int) int { return -a*10 - b }}; return i }()))
	t.s[0], t.s[1], t.s[2] = 1, 2, 3
	i = 1
	fmt.Println(t.s[i:swap()-2], t.s[:i])
	t.x = 8
	defer func() { fmt.Println(recover()); t = fresh(); i = 1 }()
	t.s[i+9], t.x = t.x.(int), swap()
}

type L struct{ s []int }

var ls []int
var lt = &L{}

//go:noinline
func grow() int { ls = append(ls, 1, 2); lt.s = append(lt.s, 1, 2); return 0 }

//go:noinline
func two(a, b int) { fmt.Println(a, b) }

func lengths() {
	x := len(ls) + grow()
	fmt.Println(x)
	x = len(lt.s) + grow()
	fmt.Println(x)
	x = cap(lt.s)*10 + grow()
	fmt.Println(x)
	two(len(ls), grow())
	two(len(lt.s), grow())
	y := []int{len(ls), grow()}
	fmt.Println(y[0])
	l := []int{}
	f := func() int { l = append(l, 1); return 0 }
	x = len(l) + f()
	fmt.Println(x)
	two(len(l), f())
}
