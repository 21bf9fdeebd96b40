// Closures: what is shared and what is copied, counters, memoization, loop variables, recursion, closures that outlive their function.
package main

import "fmt"

func counter() (inc func() int, get func() int) {
	n := 0
	inc = func() int { n++; return n }
	get = func() int { return n }
	return
}

func fibonacci() func() int {
	a, b := 0, 1
	return func() int {
		defer func() { a, b = b, a+b }()
		return a
	}
}

func memo(f func(int) int) func(int) int {
	cache := map[int]int{}
	return func(x int) int {
		if y, ok := cache[x]; ok {
			return y
		}
		y := f(x)
		cache[x] = y
		return y
	}
}

func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}

func deep(a int) func(int) func(int) func() int {
	return func(b int) func(int) func() int {
		return func(c int) func() int {
			return func() int {
				a++
				b += a
				c += b
				return c
			}
		}
	}
}

type big struct{ data [40]int }

func main() {
	inc, get := counter()
	inc2, _ := counter()
	inc()
	inc()
	inc2()
	fmt.Println(get(), inc(), inc2())
	fib := fibonacci()
	for i := 0; i < 10; i++ {
		fmt.Print(fib(), " ")
	}
	fmt.Println()
	calls := 0
	var slow func(int) int
	slow = memo(func(n int) int {
		calls++
		if n < 2 {
			return n
		}
		return slow(n-1) + slow(n-2)
	})
	fmt.Println(slow(60), calls)
	var shared, own []func() int
	for i := 0; i < 3; i++ {
		shared = append(shared, func() int { i += 10; return i })
		j := i
		own = append(own, func() int { j += 10; return j })
	}
	for k := range shared {
		fmt.Print(shared[k](), own[k](), own[k](), " ")
	}
	fmt.Println()
	fmt.Println(compose(func(x int) int { return x + 1 }, func(x int) int { return x * 10 }, compose())(4))
	f := deep(1)(10)(100)
	fmt.Println(f(), f(), f())
	b := big{}
	b.data[39] = 7
	read := func() int { return b.data[39] }
	b.data[39] = 8
	fmt.Println(read())
	var fact func(int) int
	fact = func(n int) int {
		if n == 0 {
			return 1
		}
		return n * fact(n-1)
	}
	fmt.Println(fact(10), func(x int) int { return x * x }(12))
	x := 1
	{
		x := x + 1
		defer func() { fmt.Println("inner", x) }()
		x *= 100
	}
	defer func(y int) { fmt.Println("argument", y, "variable", x) }(x)
	x = 5
	results := map[string]func(float64) float64{}
	for name, k := range map[string]float64{"half": 0.5, "double": 2} {
		k := k
		results[name] = func(v float64) float64 { return v * k }
	}
	fmt.Println(results["half"](9), results["double"](9))
	str := "abc"
	up := func() (r string) {
		for _, c := range str {
			r += string(c - 32)
		}
		str = r
		return
	}
	fmt.Println(up(), str)
}
