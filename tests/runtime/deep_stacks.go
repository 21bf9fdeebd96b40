// Deep recursion in many goroutines: stacks grow, shrink at collections, and are moved while their goroutines wait.
package main

import (
	"fmt"
	"runtime"
	"sync"
)

type frame struct {
	up    *frame
	depth int
	pad   [6]int
}

// down links frames through the stack; at the bottom the chain is checked.
func down(up *frame, depth int, c chan int) int {
	f := frame{up: up, depth: depth}
	for i := range f.pad {
		f.pad[i] = depth * i
	}
	if depth == 0 {
		if c != nil {
			c <- 0
			<-c
		}
		n := 0
		for p := &f; p != nil; p = p.up {
			if p.depth != n || p.pad[5] != 5*n {
				return -1
			}
			n++
		}
		return n
	}
	r := down(&f, depth-1, c)
	if f.pad[3] != 3*depth || f.depth != depth {
		return -1
	}
	return r
}

func many() {
	var wg sync.WaitGroup
	bad := make(chan int, 100)
	for g := 0; g < 20; g++ {
		wg.Add(1)
		go func(g int) {
			defer wg.Done()
			for _, d := range []int{3, 50, 10, 400 + g, 5, 150} {
				if down(nil, d, nil) != d+1 {
					bad <- d
				}
				if d == 5 {
					runtime.GC()
				}
			}
		}(g)
	}
	wg.Wait()
	fmt.Println("many", len(bad))
}

// parked: goroutines wait deep in their stacks while others collect; the elements they wait for lie there.
func parked() {
	var chans []chan int
	results := make(chan int)
	for g := 0; g < 10; g++ {
		c := make(chan int)
		chans = append(chans, c)
		go func(g int) { results <- down(nil, 20+g*20, c) }(g)
	}
	for _, c := range chans {
		<-c
	}
	for i := 0; i < 3; i++ {
		runtime.GC()
	}
	for _, c := range chans {
		c <- 1
	}
	sum := 0
	for range chans {
		sum += <-results
	}
	fmt.Println("parked", sum)
}

// shrunk: after deep calls the goroutines wait near the top, on variables of their own.
func shrunk() {
	c, d := make(chan [8]int), make(chan int)
	for g := 0; g < 10; g++ {
		go func(g int) {
			if down(nil, 500, nil) != 501 {
				fmt.Println("wrong")
			}
			d <- 0
			v := <-c
			var none chan int
			select {
			case w := <-c:
				d <- v[7] + w[7]
			case none <- 1:
			}
		}(g)
	}
	for g := 0; g < 10; g++ {
		<-d
	}
	runtime.GC()
	runtime.GC()
	for g := 0; g < 20; g++ {
		if g == 10 {
			runtime.GC()
		}
		c <- [8]int{7: g}
	}
	sum := 0
	for g := 0; g < 10; g++ {
		sum += <-d
	}
	fmt.Println("shrunk", sum)
}

func deferred(n int) (r int) {
	defer func() {
		if e := recover(); e != nil {
			r = e.(int) + down(nil, 30, nil)
		}
	}()
	if n == 0 {
		panic(1)
	}
	return deferred(n-1) + 1
}

func main() {
	many()
	parked()
	shrunk()
	fmt.Println(deferred(100))
}
