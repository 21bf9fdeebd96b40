// Many goroutines in selects over shared channels, with time-outs, closes and nil channels.
package main

import (
	"fmt"
	"sync"
	"time"
)

// storm: every goroutine sends and receives on all channels at once.
func storm() {
	const n, each = 10, 100
	var chans [5]chan int
	for i := range chans {
		chans[i] = make(chan int, i%2)
	}
	var wg sync.WaitGroup
	totals := make([]int, n)
	for g := 0; g < n; g++ {
		wg.Add(1)
		go func(g int) {
			defer wg.Done()
			sent, got := 0, 0
			for sent < each || got < each {
				out := [5]chan int{}
				in := [5]chan int{}
				if sent < each {
					out = chans
				}
				if got < each {
					in = chans
				}
				select {
				case out[0] <- 1:
					sent++
				case out[1] <- 2:
					sent++
				case out[2] <- 3:
					sent++
				case out[(g+3)%5] <- 4:
					sent++
				case v := <-in[0]:
					totals[g] += v
					got++
				case v := <-in[1]:
					totals[g] += v
					got++
				case v := <-in[2]:
					totals[g] += v
					got++
				case v := <-in[3]:
					totals[g] += v
					got++
				case v := <-in[4]:
					totals[g] += v
					got++
				}
			}
		}(g)
	}
	wg.Wait()
	left := 0
	for _, c := range chans {
		left += len(c)
	}
	zero := 0
	for _, t := range totals {
		if t < each {
			zero++
		}
	}
	fmt.Println("storm", left, zero)
}

// closing: all that wait are woken, by a close or by a value.
func closing() {
	for r := 0; r < 30; r++ {
		quit, c := make(chan bool), make(chan int)
		var wg sync.WaitGroup
		var mu sync.Mutex
		got := 0
		for g := 0; g < 10; g++ {
			wg.Add(1)
			go func() {
				defer wg.Done()
				for {
					select {
					case v := <-c:
						mu.Lock()
						got += v
						mu.Unlock()
					case <-quit:
						return
					}
				}
			}()
		}
		for i := 0; i < 20; i++ {
			c <- 1
		}
		close(quit)
		wg.Wait()
		if got != 20 {
			fmt.Println("lost", got)
		}
	}
	fmt.Println("closing")
}

// timeouts: a value that comes in time and one that does not.
func timeouts() {
	c := make(chan int)
	late, early := 0, 0
	for i := 0; i < 20; i++ {
		if i%2 == 0 {
			go func() { c <- 1 }()
			select {
			case <-c:
				early++
			case <-time.After(time.Hour):
			}
		} else {
			select {
			case <-c:
			case <-time.After(time.Millisecond):
				late++
			}
		}
	}
	fmt.Println("timeouts", early, late)
}

func main() {
	storm()
	closing()
	timeouts()
}
