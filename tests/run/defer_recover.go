// defer, panic and recover: order, arguments evaluated early, loops, re-panics, recovering at several levels, results set late.
package main

import (
	"errors"
	"fmt"
)

func order() {
	for i := 0; i < 3; i++ {
		defer fmt.Print("loop", i, " ")
	}
	x := 1
	defer fmt.Println("argument", x)
	x = 2
	defer func() { fmt.Println("closure", x) }()
	x = 3
}

func result(n int) (r string) {
	defer func() {
		if e := recover(); e != nil {
			r = fmt.Sprint(r, " recovered ", e)
		}
	}()
	r = "start"
	if n > 0 {
		panic(n)
	}
	return "normal"
}

func levels(n int, log *[]string) {
	defer func() {
		if e := recover(); e != nil {
			*log = append(*log, fmt.Sprint(n, "<", e))
			if n > 1 {
				panic(fmt.Sprint(e, "+"))
			}
		}
	}()
	if n == 4 {
		panic("bottom")
	}
	levels(n+1, log)
}

func replaced() (err error) {
	defer func() { err = recover().(error) }()
	defer func() { panic(errors.New("second")) }()
	panic(errors.New("first"))
}

func notDirect() (r interface{}) {
	defer func() { r = recover() }()
	defer func() {
		func() { fmt.Println("indirect:", recover()) }()
	}()
	panic("kept")
}

func helper() interface{} { return recover() }

func viaFunction() (r string) {
	defer func() { r = fmt.Sprint(r, recover()) }()
	defer helper()
	r = "before "
	panic("gone")
}

func twice() (log []interface{}) {
	defer func() { log = append(log, recover()) }()
	func() {
		defer func() { log = append(log, recover(), recover()) }()
		panic("one")
	}()
	panic("two")
}

func runtimeErrors() {
	var m map[string]int
	var p *struct{ x [4]int }
	var e interface{} = "text"
	a, zero, i := []int{1, 2}, 0, 5
	for n, f := range []func(){
		func() { m["a"] = 1 }, func() { p.x[1] = 2 }, func() { _ = e.(int) }, func() { _ = a[i] }, func() { _ = 1 / zero },
		func() { _ = a[i:] }, func() { _ = a[1:zero] }, func() { _ = make([]int, zero-1) }, func() { close((chan int)(nil)) },
		func() { c := make(chan int); close(c); close(c) }, func() { c := make(chan int); close(c); c <- 1 },
		func() { _ = "abc"[i] }, func() { _ = (*[4]int)(a) }, func() { panic(nil) }, func() { var f func(); f() },
	} {
		func() {
			defer func() {
				r := recover()
				_, isError := r.(error)
				fmt.Println(n, r, isError)
			}()
			f()
		}()
	}
}

func main() {
	order()
	fmt.Println(result(0), result(5))
	var log []string
	func() {
		defer func() { fmt.Println("main:", recover()) }()
		levels(1, &log)
	}()
	fmt.Println(log, replaced(), notDirect(), viaFunction(), twice())
	runtimeErrors()
	fmt.Println(recover())
}
