package main

import "fmt"

// Order of evaluation, loop variables, recovery through defer, switches on interfaces.

type T struct{ a, b int }

func (t T) get() int   { return t.a }
func (t *T) set(x int) { t.a = x }

type getter interface{ get() int }

func trace(s string, x int) int { fmt.Print(s, " "); return x }

func pair() (int, string) { return trace("pair", 1), "x" }

func take(a int, s string, rest ...int) string { return fmt.Sprint(a, s, rest) }

func deferredRecover() (r string) {
	defer func() {
		if x := recover(); x != nil {
			r = fmt.Sprint("outer ", x)
		} else {
			r = "recovered"
		}
	}()
	defer func() {
		defer recover()
	}()
	panic("p")
}

func main() {
	x := []int{10, 20}
	i := 1
	for i, x[i] = range []int{99} {
		break
	}
	fmt.Println(i, x)

	var fs []func() int
	for i := range [3]int{} {
		fs = append(fs, func() int { return i })
	}
	for i := 0; i < 2; i++ {
		fs = append(fs, func() int { i++; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()

	m := map[string][]int{}
	m["a"] = append(m["a"], trace("one", 1), trace("two", 2))
	m["a"][trace("index", 0)] += trace("value", 5)
	fmt.Println(m)
	fmt.Println(take(pair()), take(1, "y", 2, 3), take(1, "z"))

	t := T{1, 2}
	bound := t.get
	t.set(7)
	var g getter = &t
	boundInterface := g.get
	t.a, t.b = t.b, t.a
	fmt.Println(bound(), boundInterface(), T.get(t), (*T).get(&t), g.get())

	switch i := interface{}(true); {
	case i:
		fmt.Println("true")
	default:
		fmt.Println("other")
	}
	switch v := g.(type) {
	case nil:
		fmt.Println("nil")
	case interface{ other() }:
		fmt.Println("other")
	case *T:
		fmt.Println("*T", v.a)
	}
	fmt.Println(deferredRecover())
	const big = 1 << 100
	fmt.Println(big>>98 > 3, trace("l", 1) == 1 && trace("r", 2) == 1 || trace("o", 3) == 3)
outer:
	for i := 0; i < 3; i++ {
		switch {
		case i == 1:
			continue outer
		case i == 2:
			break outer
		}
		fmt.Println("loop", i)
	}
}
