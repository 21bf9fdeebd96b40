package main

// `defer recover()` recovers what the deferring function could, even when the stack has moved in between.

import "fmt"

func grow(n int) int {
	var a [50]int
	a[n%50] = n
	if n == 0 {
		return a[0]
	}
	return grow(n-1) + a[n%50]
}

func recovers(loop bool) {
	if loop {
		for i := 0; i < 2; i++ {
			defer recover()
		}
	} else {
		defer recover()
	}
	grow(300)
}

func panics(loop bool) {
	defer fmt.Println("after", loop)
	defer func() {
		defer grow(600)
		defer recovers(loop) // is not what the panic has called
		defer recover()
		grow(400)
	}()
	panic(loop)
}

func main() {
	panics(false)
	panics(true)
	fmt.Println("end")
}
