package main

// Closures that assign to a part of a captured variable change the variable.

import "fmt"

type X struct {
	v int
	a [3]int
	e struct{ w int }
}

func main() {
	var x X
	func() { x.v++ }()
	fmt.Println(x.v)
	var y X
	func() { y.v += 2 }()
	fmt.Println(y.v)
	var z X
	func() { z.a[1] = 3 }()
	fmt.Println(z.a[1])
	var w X
	func() { w.e.w, w.a[2] = 4, 5 }()
	fmt.Println(w.e.w, w.a[2])
	var u X
	func() {
		for u.v = range u.a {
		}
	}()
	fmt.Println(u.v)
	var q X
	c := make(chan int, 1)
	c <- 7
	func() {
		select {
		case q.v = <-c:
		}
	}()
	fmt.Println(q.v)
	var p X
	func() { (p).v = 9; ((p.e).w)-- }()
	fmt.Println(p.v, p.e.w)
	var s [2]int
	f := func() { s[0]++; s[1], _ = 5, 6 }
	f()
	f()
	fmt.Println(s[0], s[1])
}
