// Sleeping, timers, tickers, AfterFunc; stopped and reset by several goroutines.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

func sleepers() {
	var wg sync.WaitGroup
	var early int32
	for g := 0; g < 50; g++ {
		wg.Add(1)
		go func(g int) {
			defer wg.Done()
			d := time.Duration(g%7) * time.Millisecond
			start := time.Now()
			time.Sleep(d)
			if time.Since(start) < d {
				atomic.AddInt32(&early, 1)
			}
		}(g)
	}
	wg.Wait()
	fmt.Println("sleepers", early)
}

// The timers of one processor are called in the order of their times, also when they fire late, all
// at once. Their times have that order when all three were started within less than their distances;
// a slow machine tries again.
func order() {
	const step = 15 * time.Millisecond
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for {
		start := time.Now()
		a, b, c := time.NewTimer(3*step), time.NewTimer(step), time.NewTimer(2*step)
		started := time.Since(start)
		third, first, second := <-a.C, <-b.C, <-c.C
		if started < step {
			fmt.Println("order", !second.Before(first), !third.Before(second))
			return
		}
	}
}

// stops: each timer either fires or was stopped in time, never both.
func stops() {
	var fired, stopped, wrong int32
	var wg sync.WaitGroup
	for g := 0; g < 8; g++ {
		wg.Add(1)
		go func(g int) {
			defer wg.Done()
			for i := 0; i < 25; i++ {
				done := make(chan bool, 1)
				t := time.AfterFunc(time.Duration(i*40)*time.Microsecond, func() { done <- true })
				time.Sleep(time.Duration(g*100) * time.Microsecond)
				if t.Stop() {
					atomic.AddInt32(&stopped, 1)
					select {
					case <-done:
						atomic.AddInt32(&wrong, 1)
					default:
					}
				} else {
					<-done
					atomic.AddInt32(&fired, 1)
				}
			}
		}(g)
	}
	wg.Wait()
	fmt.Println("stops", fired+stopped, wrong)
}

func resets() {
	t := time.NewTimer(time.Hour)
	var wg sync.WaitGroup
	for g := 0; g < 4; g++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := 0; i < 50; i++ {
				t.Reset(time.Hour)
				t.Stop()
			}
		}()
	}
	wg.Wait()
	t.Reset(time.Millisecond)
	<-t.C
	fmt.Println("resets", t.Stop())
}

func tickers() {
	t := time.NewTicker(2 * time.Millisecond)
	n := 0
	for range t.C {
		if n++; n == 5 {
			t.Stop()
			break
		}
	}
	time.Sleep(5 * time.Millisecond) // one may have been on its way
	select {
	case <-t.C:
	default:
	}
	select {
	case <-t.C:
		fmt.Println("ticks after Stop")
	case <-time.After(10 * time.Millisecond):
	}
	t.Reset(time.Millisecond)
	<-t.C
	t.Stop()
	fmt.Println("tickers", n)
}

// busy: a timer fires although every processor computes.
func busy() {
	var stop int32
	for g := 0; g < 4; g++ {
		go func() {
			for atomic.LoadInt32(&stop) == 0 {
			}
		}()
	}
	time.Sleep(5 * time.Millisecond)
	<-time.After(5 * time.Millisecond)
	atomic.StoreInt32(&stop, 1)
	fmt.Println("busy")
}

func main() {
	sleepers()
	order()
	stops()
	resets()
	tickers()
	busy()
}
