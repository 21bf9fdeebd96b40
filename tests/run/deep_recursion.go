// Recursion a hundred thousand deep with frames of several sizes, pointers into the growing stack, closures over its variables, results
// of many words, and panics that unwind it all.
package main

import "fmt"

type wide struct {
	a, b, c, d, e int
	s             string
	f             []int
}

func sum(n int) int {
	if n == 0 {
		return 0
	}
	return n + sum(n-1)
}

func pointers(n int, p *int) int {
	local := n
	if p != nil {
		*p += local
	}
	if n == 0 {
		return local
	}
	r := pointers(n-1, &local)
	return r + local
}

func big(n int) [40]int {
	var a [40]int
	if n > 0 {
		a = big(n - 1)
	}
	a[n%40] += n
	return a
}

func many(n int, w wide) wide {
	if n == 0 {
		return w
	}
	w.a++
	w.e += n
	w = many(n-1, w)
	w.s = w.s[:len(w.s)/2] + "x"
	return w
}

func closures(n int, f func() int) int {
	if n == 0 {
		return f()
	}
	x := n
	r := closures(n-1, func() int { x++; return f() + x })
	return r - x%3
}

func even(n int) bool { return n == 0 || odd(n-1) }
func odd(n int) bool  { return n != 0 && even(n-1) }

func unwind(n int) (depth int) {
	if n == 0 {
		panic("bottom")
	}
	defer func() { depth++ }()
	return unwind(n - 1)
}

func caught(n int) (r string) {
	defer func() { r = fmt.Sprint(recover()) }()
	unwind(n)
	return "no"
}

func variadic(n int, xs ...int) int {
	if n == 0 {
		return len(xs)
	}
	return variadic(n-1, append(xs[:len(xs):len(xs)], n)[len(xs)/8:]...)
}

type tree struct{ l, r *tree }

func build(n int) *tree {
	if n == 0 {
		return nil
	}
	return &tree{l: build(n - 1)}
}
func (t *tree) depth() int {
	if t == nil {
		return 0
	}
	if l, r := t.l.depth(), t.r.depth(); l > r {
		return l + 1
	} else {
		return r + 1
	}
}

func main() {
	fmt.Println(sum(100000), pointers(50000, nil))
	a := big(20000)
	fmt.Println(a[0], a[39], a[20])
	fmt.Println(many(20000, wide{s: "start"}))
	fmt.Println(closures(2000, func() int { return 1 }), even(100000), odd(99999))
	fmt.Println(caught(30000), variadic(300, 1, 2), build(100000).depth())
	done := make(chan int)
	for i := 0; i < 4; i++ {
		go func(i int) { done <- sum(50000+i) % 1000003 }(i)
	}
	total := 0
	for i := 0; i < 4; i++ {
		total += <-done
	}
	fmt.Println(total)
}
