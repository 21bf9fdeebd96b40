// A closure that assigns to a part of a captured variable shares the variable: fields, elements, fields of elements, parameters,
// and through op-assignment, increment, several assignments and range.
package main

import "fmt"

type inner struct{ x, y int }
type outer struct {
	name string
	in   inner
	list [3]inner
}

//go:noinline
func run(f func()) { f() }

func parameter(o outer, n int) outer {
	run(func() { o.in.x = n })
	return o
}

func results() (o outer, a [2]int) {
	run(func() { o.name = "named"; a[1] = 5 })
	return
}

func main() {
	fmt.Println(parameter(outer{name: "p"}, 7))
	fmt.Println(results())
	var o outer
	run(func() { o.list[1].y = 3 })
	run(func() { o.list[2].x++ })
	run(func() { o.in.y += 4 })
	run(func() { (o.in).x, o.name = 1, "two" })
	fmt.Println(o)
	var a [4]int
	i := 2
	run(func() { a[i] = 9 })
	run(func() { a[0] |= 6 })
	run(func() {
		for a[1], a[3] = range []int{5, 6} {
		}
	})
	fmt.Println(a)
	var b struct{ ok bool }
	var v int
	m := map[string]int{"k": 8}
	run(func() { v, b.ok = m["k"] })
	fmt.Println(v, b)
	var c struct{ e error }
	run(func() { _, c.e = 1, fmt.Errorf("e") })
	fmt.Println(c.e != nil)
	s := struct{ p []int }{[]int{1}}
	t := &s
	run(func() { s.p[0] = 2; t.p = append(t.p, 3) })
	fmt.Println(s, *t)
	counters := [2]func() int{}
	for k := range counters {
		n := struct{ hits int }{k * 10}
		counters[k] = func() int { n.hits++; return n.hits }
	}
	fmt.Println(counters[0](), counters[0](), counters[1](), counters[0]())
	nested := outer{}
	run(func() { run(func() { nested.list[0] = inner{1, 2} }) })
	fmt.Println(nested.list[0])
}
