// Method values and expressions: when the receiver is copied, through interfaces and pointers, as fields, arguments and goroutines.
package main

import (
	"fmt"
	"strings"
)

type counter struct{ n int }

func (c counter) get() int            { return c.n }
func (c *counter) add(k int) *counter { c.n += k; return c }
func (c counter) plus(ks ...int) (s int) {
	s = c.n
	for _, k := range ks {
		s += k
	}
	return
}

type getter interface{ get() int }

type double struct{ getter }

func (d double) get() int { return 2 * d.getter.get() }

type op func(int) int

func (o op) twice(x int) int { return o(o(x)) }
func (o op) then(p op) op    { return func(x int) int { return p(o(x)) } }

type ints []int

func (s ints) each(f func(int)) {
	for _, x := range s {
		f(x)
	}
}

func apply(f func(int) *counter, k int) int { return f(k).n }

func main() {
	c := counter{1}
	get, add := c.get, c.add
	c.n = 10
	fmt.Println(get(), add(5).n, c.n, get())
	p := &c
	get2 := p.get
	p.n = 20
	fmt.Println(get2(), p.get(), apply(p.add, 3), apply(c.add, 1))
	var g getter = c
	viaInterface := g.get
	c.n = 0
	g = double{g}
	fmt.Println(viaInterface(), g.get(), getter.get(g), double{double{g}}.get())
	fmt.Println(counter.get(c), (*counter).get(p), (*counter).add(p, 7).get(), counter.plus(c, 1, 2), c.plus([]int{4, 5}...))
	inc := op(func(x int) int { return x + 1 })
	square := op(func(x int) int { return x * x })
	fmt.Println(inc.twice(5), square.then(inc).twice(2), op.then(inc, square)(3))
	table := map[string]func(int) *counter{"add": c.add}
	table["add"](4)
	fmt.Println(c.n)
	var sb strings.Builder
	ints{1, 2, 3}.each(func(x int) { fmt.Fprint(&sb, x, ";") })
	write := sb.WriteString
	write("end")
	fmt.Println(sb.String())
	done := make(chan int)
	go func(f func() int) { done <- f() }(c.add(1).get)
	fmt.Println(<-done)
	defer fmt.Println("deferred value:", c.get())
	defer c.add(100).add(1000)
	fs := []func() int{}
	for i := 0; i < 3; i++ {
		fs = append(fs, counter{i}.get)
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println(c.n)
	defer func() {
		fmt.Println("recovered:", recover())
		var q *counter
		fmt.Println(func() (r interface{}) {
			defer func() { r = recover() }()
			return q.get
		}() != nil)
	}()
	var nobody getter
	f := nobody.get
	fmt.Println("not reached", f())
}
