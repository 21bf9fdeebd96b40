package main

import (
	"fmt"
	"sync"
	"time"
)

type large struct {
	a [30]int
	p *int
}

func unbuffered() {
	c := make(chan int)
	done := make(chan bool)
	go func() {
		sum := 0
		for v := range c {
			sum += v
		}
		fmt.Println("sum", sum)
		done <- true
	}()
	for i := 0; i < 1000; i++ {
		c <- i
	}
	close(c)
	<-done
	v, ok := <-c
	fmt.Println(v, ok, len(c), cap(c))
}

func buffered() {
	c := make(chan string, 3)
	c <- "a"
	c <- "b"
	fmt.Println(len(c), cap(c), <-c)
	c <- "c"
	c <- "d"
	close(c)
	for s := range c {
		fmt.Print(s, " ")
	}
	s, ok := <-c
	fmt.Printf("%q %v\n", s, ok)
}

func handover() {
	c := make(chan large)
	go func() {
		for i := 0; i < 100; i++ {
			x := i
			c <- large{[30]int{29: i}, &x}
		}
		close(c)
	}()
	n := 0
	for l := range c {
		if l.a[29] != n || *l.p != n {
			fmt.Println("wrong", n, l.a[29], *l.p)
		}
		n++
	}
	fmt.Println("handed over", n)
}

// primes, the sieve.
func sieve() {
	ch := make(chan int)
	go func(ch chan<- int) {
		for i := 2; ; i++ {
			ch <- i
		}
	}(ch)
	for i := 0; i < 20; i++ {
		prime := <-ch
		fmt.Print(prime, " ")
		next := make(chan int)
		go func(in <-chan int, out chan<- int) {
			for {
				if i := <-in; i%prime != 0 {
					out <- i
				}
			}
		}(ch, next)
		ch = next
	}
	fmt.Println()
}

func selects() {
	a, b := make(chan int), make(chan int, 1)
	var none chan int
	select {
	case <-a:
		fmt.Println("a")
	case b <- 1:
		fmt.Println("sent b")
	case <-none:
		fmt.Println("nil")
	}
	select {
	case b <- 2:
		fmt.Println("full")
	default:
		fmt.Println("default")
	}
	select {
	case v, ok := <-b:
		fmt.Println(v, ok)
	case none <- 1:
	}
	go func() { a <- 5 }()
	select {
	case v := <-a:
		fmt.Println("woken", v)
	case v := <-b:
		fmt.Println("b", v)
	case <-time.After(time.Hour):
		fmt.Println("late")
	}
	go func() { close(b) }()
	select {
	case _, ok := <-a:
		fmt.Println("a", ok)
	case _, ok := <-b:
		fmt.Println("closed", ok)
	}
	// Both ways at once: everybody sends and receives until all is through.
	var wg sync.WaitGroup
	x, y := make(chan int), make(chan int)
	total := make(chan int, 2)
	for g := 0; g < 2; g++ {
		wg.Add(1)
		go func(in, out chan int) {
			defer wg.Done()
			sent, got, sum := 0, 0, 0
			for sent < 500 || got < 500 {
				o := out
				if sent == 500 {
					o = nil
				}
				select {
				case v := <-in:
					got++
					sum += v
				case o <- sent:
					sent++
				}
			}
			total <- sum
		}(x, y)
		x, y = y, x
	}
	wg.Wait()
	fmt.Println(<-total, <-total)
	// Fairness: with both ready, both are taken.
	p, q := make(chan int, 1000), make(chan int, 1000)
	for i := 0; i < 1000; i++ {
		p <- 1
		q <- 1
	}
	np, nq := 0, 0
	for i := 0; i < 1000; i++ {
		select {
		case <-p:
			np++
		case <-q:
			nq++
		}
	}
	fmt.Println(np > 300, nq > 300, np+nq)
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func panics() {
	c := make(chan int)
	close(c)
	var n chan int
	try(func() { c <- 1 })
	try(func() { close(c) })
	try(func() { close(n) })
	try(func() {
		select {
		case c <- 1:
		default:
		}
	})
	try(func() {
		d := make(chan int)
		go func() {
			time.Sleep(time.Millisecond)
			close(d)
		}()
		d <- 1
	})
	size := -1
	try(func() { _ = make(chan int, size) })
	try(func() {
		d := make(chan int)
		go func() {
			time.Sleep(time.Millisecond)
			close(d)
		}()
		select {
		case d <- 1:
		case <-n:
		}
	})
}

func main() {
	unbuffered()
	buffered()
	handover()
	sieve()
	selects()
	panics()
}
