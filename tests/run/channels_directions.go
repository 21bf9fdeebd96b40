// Channels: buffering, closing, the zero value received after it, direction conversions, channels of channels, nil channels in select,
// length and capacity.
package main

import (
	"fmt"
	"sync"
)

func generate(n int) <-chan int {
	c := make(chan int, 3)
	go func() {
		defer close(c)
		for i := 1; i <= n; i++ {
			c <- i
		}
	}()
	return c
}

func square(in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		for v := range in {
			out <- v * v
		}
		close(out)
	}()
	return out
}

func merge(cs ...<-chan int) <-chan int {
	out := make(chan int)
	var wg sync.WaitGroup
	for _, c := range cs {
		wg.Add(1)
		go func(c <-chan int) {
			defer wg.Done()
			for v := range c {
				out <- v
			}
		}(c)
	}
	go func() { wg.Wait(); close(out) }()
	return out
}

type request struct {
	n     int
	reply chan<- int
}

func server(requests <-chan request) {
	for r := range requests {
		r.reply <- r.n * 2
	}
}

func alternate(a, b <-chan int) (out []int) {
	for a != nil || b != nil {
		select {
		case v, ok := <-a:
			if !ok {
				a = nil
				break
			}
			out = append(out, v)
		case v, ok := <-b:
			if !ok {
				b = nil
				continue
			}
			out = append(out, -v)
		}
	}
	return
}

func main() {
	c := make(chan string, 2)
	c <- "a"
	c <- "b"
	fmt.Println(len(c), cap(c))
	select {
	case c <- "c":
		fmt.Println("sent")
	default:
		fmt.Println("full")
	}
	close(c)
	for i := 0; i < 3; i++ {
		v, ok := <-c
		fmt.Printf("%q %v ", v, ok)
	}
	fmt.Println(len(c))
	sum := 0
	for v := range square(square(generate(10))) {
		sum += v
	}
	fmt.Println(sum)
	total, count := 0, 0
	for v := range merge(generate(5), generate(6), square(generate(4))) {
		total += v
		count++
	}
	fmt.Println(total, count)
	requests := make(chan request)
	go server(requests)
	reply := make(chan int)
	for i := 0; i < 3; i++ {
		requests <- request{i, reply}
		fmt.Print(<-reply, " ")
	}
	close(requests)
	fmt.Println()
	out := alternate(generate(4), generate(5))
	plus, minus := 0, 0
	for _, v := range out {
		if v > 0 {
			plus += v
		} else {
			minus += v
		}
	}
	fmt.Println(len(out), plus, minus)
	cc := make(chan chan int, 1)
	inner := make(chan int, 1)
	cc <- inner
	inner <- 42
	fmt.Println(<-<-cc)
	var send chan<- int = inner
	var recv <-chan int = inner
	send <- 1
	fmt.Println(<-recv, interface{}(send) == interface{}(inner), recv == inner)
	signal := make(chan struct{})
	results := make([]int, 4)
	var wg sync.WaitGroup
	for i := range results {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			<-signal
			results[i] = i * i
		}(i)
	}
	close(signal)
	wg.Wait()
	fmt.Println(results)
}
