// Order of evaluation: calls, receives and operators in lexical order; operands of index and pointer on the left before the right;
// assignments in phase two from left to right; the panics of one statement in the middle of it.
package main

import "fmt"

var trace []string

func t(s string, v int) int {
	trace = append(trace, s)
	return v
}

func show(what string) {
	fmt.Println(what, trace)
	trace = nil
}

type pair struct{ a, b int }

func (p pair) add(x int) pair { trace = append(trace, fmt.Sprint("add", x)); p.a += x; return p }

func slice(s string, n int) []int { trace = append(trace, s); return make([]int, n) }
func table(s string) map[int]int  { trace = append(trace, s); return map[int]int{} }
func pointer(s string, p *int) *int {
	trace = append(trace, s)
	return p
}

func three() (int, int, int) { trace = append(trace, "three"); return 1, 2, 3 }

func caught(what string, f func()) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Print(e, ": ")
		}
		show(what)
	}()
	f()
}

func main() {
	_ = t("a", 1) + t("b", 2)*t("c", 3)
	show("binary")
	_ = []int{t("x", 1), t("y", 2), 5: t("z", 3)}
	show("literal")
	_ = map[int]int{t("k1", 1): t("v1", 1), t("k2", 2): t("v2", 2)}
	show("map literal")
	_ = pair{b: t("b", 1), a: t("a", 2)}
	show("struct literal")
	_ = pair{}.add(t("p", 1)).add(t("q", 2)).add(t("r", 3))
	show("chain")
	slice("s", 3)[t("i", 1)], table("m")[t("k", 2)] = t("v", 3), t("w", 4)
	show("assignment")
	var n int
	*pointer("p", &n) = t("v", 9)
	show("pointer")
	*pointer("p", &n) += t("v", 9)
	show("operation")
	a, b, c := three()
	slice("s", 4)[t("i", a)], b, slice("u", 4)[t("j", c)] = three()
	show("several results")
	_ = t("l", 0) == 1 && t("r", 1) == 1 || t("o", 1) == 1
	show("logical")
	i := 0
	x := []int{1, 2, 3}
	i, x[i] = 1, 10
	fmt.Println(i, x)
	x[0], x[0] = 7, 8
	fmt.Println(x)
	x[1], x[2] = x[2], x[1]
	fmt.Println(x)
	i = 2
	x, i = []int{100, 200}, x[i]
	fmt.Println(x, i, b)
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	ch <- 3
	fmt.Println(<-ch-<-ch*10, <-ch)
	m := map[string]int{}
	caught("map store after panic", func() { m["k"] = x[t("i", 5)] })
	fmt.Println(len(m))
	caught("index before value", func() { x[t("i", 9)] = t("v", 1) })
	var p *pair
	caught("nil receiver's field", func() { p.a = t("v", 1) })
	var null map[int]int
	caught("nil map", func() { null[t("k", 1)] = t("v", 1) })
	zero := 0
	caught("division", func() { _ = t("l", 1) / zero * t("r", 2) })
	switch t("tag", 2) {
	case t("c1", 1), t("c2", 2), t("c3", 3):
	case t("c4", 4):
	}
	show("switch")
	select {
	case slice("cs", 2)[t("i", 0)] = <-func() chan int { trace = append(trace, "recv"); c := make(chan int, 1); c <- 5; return c }():
	}
	show("select")
	defer fmt.Println("deferred with", t("arg", 1))
	show("defer")
	for r := range slice("range", 2) {
		_ = r
		t("body", 0)
	}
	show("range once")
	f := func(v ...int) int { trace = append(trace, "call"); return len(v) }
	fmt.Println(f(t("1", 1), f(t("2", 2)), t("3", 3)))
	show("nested calls")
}
