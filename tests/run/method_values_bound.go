// Method values bind their receiver when they are made: copies for values, shared for pointers, dynamic for interfaces; nil receivers;
// method expressions of pointers, interfaces and embedded types; as goroutines, deferred calls, elements of maps.
package main

import "fmt"

type counter struct {
	n    int
	name string
}

func (c counter) get() int                 { return c.n }
func (c *counter) inc(by int) *counter     { c.n += by; return c }
func (c *counter) isNil() bool             { return c == nil }
func (c counter) many(xs ...string) string { return fmt.Sprint(c.name, xs) }

type fn func(int) int

func (f fn) twice(x int) int { return f(f(x)) }

type list []int

func (l list) at(i int) int    { return l[i] }
func (l *list) push(vs ...int) { *l = append(*l, vs...) }

type getter interface{ get() int }

type outer struct{ *counter }

func receiver(s string, c *counter) *counter {
	fmt.Print("[", s, "]")
	return c
}

func caught(f func()) {
	defer func() { fmt.Println("caught:", recover()) }()
	f()
}

func main() {
	c := counter{1, "c"}
	get, inc := c.get, c.inc
	c.n = 10
	inc(5)
	fmt.Println(get(), c.n, c.get())
	p := &c
	get = p.get
	p.n++
	fmt.Println(get(), (*counter).get(p), counter.get(*p), (*counter).inc(p, 2).n)
	var g getter = c
	bound := g.get
	g = counter{99, "other"}
	fmt.Println(bound(), g.get(), getter.get(g))
	var null *counter
	isNil := null.isNil
	fmt.Println(isNil(), (*counter).isNil(null), (*counter).isNil(p))
	caught(func() { _ = null.get })
	caught(func() { var g getter; _ = g.get })
	caught(func() { f := getter.get; f(nil) })
	caught(func() { f := (*counter).get; f(nil) })
	fmt.Println(fn(func(x int) int { return x * 3 }).twice(2))
	twice := fn(func(x int) int { return x + c.n }).twice
	c.n = 100
	fmt.Println(twice(1), c.many("a", "b"), counter.many(c), (*counter).many(p, []string{"x", "y"}...))
	var l list
	push, at := l.push, list.at
	push(1, 2, 3)
	push()
	fmt.Println(l, at(l, 1), len(l))
	o := outer{&counter{5, "o"}}
	og := o.get
	oi := outer.inc
	oi(o, 10)
	o.counter = &counter{}
	fmt.Println(og(), o.get())
	for i := 0; i < 2; i++ {
		defer receiver("evaluated at defer", &c).inc(i)
	}
	f := receiver("once", &c).inc
	f(1)
	f(1)
	fmt.Println(c.n)
	table := map[string]func(int) *counter{"a": c.inc, "b": (&counter{name: "b"}).inc}
	for _, k := range []string{"a", "b", "b"} {
		fmt.Print(table[k](7).n, " ")
	}
	done := make(chan int)
	go func(get func() int) { done <- get() }(c.get)
	fmt.Println(<-done)
	type pair struct{ f, g func() int }
	pr := pair{c.get, o.get}
	c.n, o.n = 0, 1
	fmt.Println(pr.f(), pr.g())
	var e interface{} = c.get
	fmt.Printf("%T %T %T %v\n", e, counter.many, (*counter).inc, e.(func() int)())
	arr := [3]counter{{1, ""}, {2, ""}, {3, ""}}
	var gets []func() int
	for _, x := range arr {
		gets = append(gets, x.get)
	}
	for i := range arr {
		arr[i].inc(10)
		gets = append(gets, (&arr[i]).get)
	}
	for _, f := range gets {
		fmt.Print(f(), " ")
	}
	fmt.Println()
}
