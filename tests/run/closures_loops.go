// Closures and loop variables in every form: shared and copied, changed after capture, captured by nested literals, recursive literals,
// captured parameters, results and receivers, and as state machines.
package main

import "fmt"

type op func(int) int

func compose(fs ...op) op {
	return func(x int) int {
		for i := len(fs) - 1; i >= 0; i-- {
			x = fs[i](x)
		}
		return x
	}
}

func counter() (next, prev func() int, reset func(int)) {
	n := 0
	next = func() int { n++; return n }
	prev = func() int { n--; return n }
	reset = func(v int) { n = v }
	return
}

func generator(xs ...string) func() (string, bool) {
	return func() (s string, ok bool) {
		if len(xs) == 0 {
			return
		}
		s, xs = xs[0], xs[1:]
		return s, true
	}
}

func named() (n int, f func() int) {
	f = func() int { n += 10; return n }
	n = 1
	return n + 1, f
}

type acc struct{ total int }

func (a acc) byValue() func(int) int    { return func(x int) int { a.total += x; return a.total } }
func (a *acc) byPointer() func(int) int { return func(x int) int { a.total += x; return a.total } }

func fibs() func() int {
	a, b := 0, 1
	return func() int {
		defer func() { a, b = b, a+b }()
		return a
	}
}

type state func(*machine) state
type machine struct {
	in  string
	out []string
	pos int
}

func word(m *machine) state {
	start := m.pos
	for m.pos < len(m.in) && m.in[m.pos] != ' ' {
		m.pos++
	}
	m.out = append(m.out, m.in[start:m.pos])
	if m.pos == len(m.in) {
		return nil
	}
	return space
}

func space(m *machine) state {
	m.pos++
	if m.pos == len(m.in) {
		return nil
	}
	return word
}

func main() {
	var shared, copied, indexed []func() int
	for i := 0; i < 3; i++ {
		j := i
		shared = append(shared, func() int { i += 10; return i })
		copied = append(copied, func() int { j += 10; return j })
		indexed = append(indexed, func(k int) func() int { return func() int { k += 10; return k } }(i))
	}
	for i := range shared {
		fmt.Print(shared[i](), copied[i](), indexed[i](), copied[i](), " ")
	}
	fmt.Println()
	var fs []func() string
	for k, v := range map[string]int{"a": 1} {
		fs = append(fs, func() string { v++; return fmt.Sprint(k, v) })
	}
	for _, f := range fs {
		fmt.Println(f(), f())
	}
	double, inc := op(func(x int) int { return 2 * x }), op(func(x int) int { return x + 1 })
	fmt.Println(compose(double, inc, double)(3), compose()(7))
	next, prev, reset := counter()
	next()
	next()
	fmt.Print(next(), prev(), " ")
	reset(100)
	fmt.Println(next())
	g := generator("x", "y")
	for s, ok := g(); ok; s, ok = g() {
		fmt.Print(s, " ")
	}
	n, f := named()
	fmt.Println(n, f(), f())
	a := acc{1}
	v, p := a.byValue(), a.byPointer()
	fmt.Println(v(1), v(1), p(5), a.total, v(1))
	fib := fibs()
	for i := 0; i < 10; i++ {
		fmt.Print(fib(), " ")
	}
	fmt.Println()
	var fact func(int) int
	fact = func(n int) int {
		if n <= 1 {
			return 1
		}
		return n * fact(n-1)
	}
	old := fact
	fact = func(int) int { return 1000 }
	fmt.Println(old(5), fact(5))
	m := &machine{in: "the quick  fox"}
	for s := state(word); s != nil; {
		s = s(m)
	}
	fmt.Printf("%q\n", m.out)
	x := 1
	func() {
		x := x + 1
		func() {
			x *= 10
			fmt.Print(x, " ")
		}()
		fmt.Print(x, " ")
	}()
	fmt.Println(x)
	if y := x; y > 0 {
		defer func() { fmt.Println("y", y, "x", x) }()
		y = 50
	}
	x = 2
	var arr [3]int
	get := func() [3]int { return arr }
	arr[1] = 5
	set := func(a [3]int) { a[1] = 9; arr[2] = a[1] }
	set(arr)
	fmt.Println(get(), arr)
	table := map[string]func(...int) int{
		"sum": func(xs ...int) (t int) {
			for _, x := range xs {
				t += x
			}
			return
		},
		"len": func(xs ...int) int { return len(xs) * x },
	}
	fmt.Println(table["sum"](1, 2, 3), table["len"](1, 2), table["none"] == nil)
	func(fs ...func()) {
		for _, f := range fs {
			f()
		}
	}(func() { fmt.Print("one ") }, func() { fmt.Println("two") })
}
