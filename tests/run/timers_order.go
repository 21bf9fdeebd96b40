// Timers: none fires early, stopped ones never, reset ones once; tickers drop ticks nobody takes; AfterFunc in a goroutine of its own;
// deadlines in a select loop.
package main

import (
	"fmt"
	"sync"
	"time"
)

const unit = 10 * time.Millisecond

func early() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	n, sum := 0, 0
	start := time.Now()
	for _, i := range []int{7, 1, 9, 3, 5} {
		i := i
		wg.Add(1)
		time.AfterFunc(time.Duration(i)*unit, func() {
			mu.Lock()
			if time.Since(start) < time.Duration(i)*unit {
				n++
			}
			sum += i
			mu.Unlock()
			wg.Done()
		})
	}
	wg.Wait()
	fmt.Println(n, sum)
}

func stopped() {
	fired := make(chan bool, 100)
	var ts []*time.Timer
	for i := 0; i < 100; i++ {
		ts = append(ts, time.AfterFunc(time.Hour, func() { fired <- true }))
	}
	n := 0
	for _, t := range ts {
		if t.Stop() {
			n++
		}
	}
	t := time.NewTimer(time.Hour)
	fmt.Println(n, len(fired), t.Reset(0))
	<-t.C
	fmt.Println(t.Reset(time.Hour), t.Stop(), t.Stop(), len(t.C))
}

func deadline() {
	work := make(chan int)
	go func() {
		for i := 0; i < 3; i++ {
			work <- i
		}
	}()
	var timeout <-chan time.Time
	sum, n := 0, 0
	for {
		select {
		case v := <-work:
			sum += v
			if n++; n == 3 {
				timeout = time.After(unit)
			}
			continue
		case <-timeout:
		}
		break
	}
	fmt.Println("sum", sum)
}

func ticker() {
	start := time.Now()
	t := time.NewTicker(unit)
	for i := 0; i < 4; i++ {
		<-t.C
	}
	elapsed := time.Since(start)
	for len(t.C) == 0 {
		time.Sleep(unit)
	}
	time.Sleep(3 * unit)
	pending := len(t.C)
	t.Stop()
	fmt.Println(elapsed >= 4*unit, pending)
	t.Reset(unit / 10)
	<-t.C
	<-t.C
	t.Stop()
	defer func() { fmt.Println(recover()) }()
	time.NewTicker(0)
}

func zeroes() {
	<-time.After(0)
	<-time.After(-time.Hour)
	time.Sleep(0)
	time.Sleep(-1)
	var wg sync.WaitGroup
	wg.Add(1000)
	for i := 0; i < 1000; i++ {
		time.AfterFunc(time.Duration(i%7)*time.Microsecond, wg.Done)
	}
	wg.Wait()
	fmt.Println("thousand")
}

func main() {
	early()
	stopped()
	deadline()
	ticker()
	zeroes()
	a := time.Now()
	b := a.Add(1500 * time.Millisecond)
	c := a.Add(time.Hour)
	fmt.Println(b.Sub(a), a.Before(b), b.After(a), a.Equal(a), time.Until(c) > 0, time.Since(c) < 0)
}
