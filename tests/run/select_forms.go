// select: default, several ready, sends and receives together, nil channels, timeouts, evaluation of all operands first, break.
package main

import (
	"fmt"
	"time"
)

func ch(name string, c chan int) chan int {
	fmt.Print(name, " ")
	return c
}

func val(name string, v int) int {
	fmt.Print(name, " ")
	return v
}

func fair(n int) bool {
	a, b := make(chan int, n), make(chan int, n)
	for i := 0; i < n; i++ {
		a <- 1
		b <- 1
	}
	fromA, fromB := 0, 0
	for i := 0; i < n; i++ {
		select {
		case <-a:
			fromA++
		case <-b:
			fromB++
		}
	}
	return fromA > n/4 && fromB > n/4
}

func main() {
	c := make(chan int, 1)
	var none chan int
	select {
	case ch("c1", c) <- val("v1", 5):
		fmt.Println("sent")
	case ch("nil", none) <- val("v2", 6):
		fmt.Println("never")
	}
	var got [3]int
	i := 0
	index := func() int { fmt.Print("index "); i++; return i }
	select {
	case got[index()] = <-ch("c", c):
		fmt.Println(got)
	case v := <-ch("n", none):
		fmt.Println("never", v)
	}
	select {
	case v, ok := <-c:
		fmt.Println("never", v, ok)
	default:
		fmt.Println("empty")
	}
	close(c)
	select {
	case v, ok := <-c:
		fmt.Println(v, ok)
	default:
		fmt.Println("never")
	}
	fmt.Println(fair(1000))
	select {
	case <-none:
	case <-time.After(5 * time.Millisecond):
		fmt.Println("timeout")
	}
	ping, pong, quit := make(chan int), make(chan int), make(chan bool)
	go func() {
		for {
			select {
			case v := <-ping:
				pong <- v + 1
			case <-quit:
				close(pong)
				return
			}
		}
	}()
	v := 0
	for v < 10 {
		ping <- v
		v = <-pong
	}
	quit <- true
	_, open := <-pong
	fmt.Println(v, open)
	full := make(chan string, 1)
	for j := 0; j < 4; j++ {
		select {
		case full <- fmt.Sprint("s", j):
		case s := <-full:
			fmt.Print(s, " ")
		}
	}
	fmt.Println(len(full))
loop:
	for n := 0; ; n++ {
		select {
		default:
			if n == 3 {
				break loop
			}
			if n == 1 {
				break
			}
			fmt.Print("turn", n, " ")
		}
	}
	fmt.Println()
	func() {
		defer func() { fmt.Println(recover()) }()
		closed := make(chan int)
		close(closed)
		select {
		case closed <- 1:
		case <-none:
		}
	}()
	self := make(chan int)
	go func() {
		select {
		case self <- 7:
		case v := <-self:
			fmt.Println("never both sides", v)
		}
	}()
	fmt.Println(<-self)
}
