// A token bucket fed by a ticker, workers that wait for tokens or give up at a deadline, and a context that is cancelled from outside.
package main

import (
	"fmt"
	"sync"
	"time"
)

type limiter struct {
	tokens chan struct{}
	stop   chan struct{}
	once   sync.Once
}

func newLimiter(every time.Duration, burst int) *limiter {
	l := &limiter{tokens: make(chan struct{}, burst), stop: make(chan struct{})}
	for i := 0; i < burst; i++ {
		l.tokens <- struct{}{}
	}
	go func() {
		t := time.NewTicker(every)
		defer t.Stop()
		for {
			select {
			case <-t.C:
				select {
				case l.tokens <- struct{}{}:
				default:
				}
			case <-l.stop:
				return
			}
		}
	}()
	return l
}

func (l *limiter) close() { l.once.Do(func() { close(l.stop) }) }

func (l *limiter) wait(deadline time.Duration) bool {
	t := time.NewTimer(deadline)
	defer t.Stop()
	select {
	case <-l.tokens:
		return true
	case <-l.stop:
		return false
	case <-t.C:
		return false
	}
}

func pipeline(n int) int {
	source := make(chan int)
	go func() {
		defer close(source)
		for i := 1; i <= n; i++ {
			source <- i
		}
	}()
	square := func(in <-chan int) <-chan int {
		out := make(chan int, 2)
		go func() {
			defer close(out)
			for v := range in {
				out <- v * v
			}
		}()
		return out
	}
	merged := make(chan int)
	var wg sync.WaitGroup
	for i := 0; i < 4; i++ {
		wg.Add(1)
		go func(in <-chan int) {
			defer wg.Done()
			for v := range in {
				merged <- v
			}
		}(square(source))
	}
	go func() { wg.Wait(); close(merged) }()
	sum := 0
	for v := range merged {
		sum += v
	}
	return sum
}

func main() {
	start := time.Now()
	l := newLimiter(5*time.Millisecond, 3)
	var wg sync.WaitGroup
	granted := make(chan bool, 10)
	for i := 0; i < 10; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			granted <- l.wait(time.Hour)
		}()
	}
	wg.Wait()
	close(granted)
	n := 0
	for ok := range granted {
		if ok {
			n++
		}
	}
	elapsed := time.Since(start)
	fmt.Println(n, elapsed >= 30*time.Millisecond)
	slow := newLimiter(time.Hour, 1)
	fmt.Println(slow.wait(time.Hour), slow.wait(20*time.Millisecond))
	go func() {
		time.Sleep(10 * time.Millisecond)
		slow.close()
		slow.close()
	}()
	fmt.Println(slow.wait(time.Hour))
	l.close()
	fmt.Println(pipeline(1000))
}
