// Timers: fire in order of time, stopped ones never, reset ones once; tickers drop ticks nobody takes; AfterFunc in a goroutine of its own;
// deadlines in a select loop.
package main

import (
	"fmt"
	"sync"
	"time"
)

const unit = 10 * time.Millisecond

func sorted() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	var got []int
	for _, n := range []int{7, 1, 9, 3, 5} {
		n := n
		wg.Add(1)
		time.AfterFunc(time.Duration(n)*3*unit, func() {
			mu.Lock()
			got = append(got, n)
			mu.Unlock()
			wg.Done()
		})
	}
	wg.Wait()
	fmt.Println(got)
}

func stopped() {
	fired := make(chan bool, 100)
	var ts []*time.Timer
	for i := 0; i < 100; i++ {
		ts = append(ts, time.AfterFunc(200*unit, func() { fired <- true }))
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
	timeout := time.After(20 * unit)
	sum := 0
	for {
		select {
		case v := <-work:
			sum += v
			continue
		case <-timeout:
		}
		break
	}
	fmt.Println("sum", sum)
}

func ticker() {
	t := time.NewTicker(unit)
	start := time.Now()
	for i := 0; i < 4; i++ {
		<-t.C
	}
	elapsed := time.Since(start)
	time.Sleep(5 * unit)
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
	sorted()
	stopped()
	deadline()
	ticker()
	zeroes()
	a := time.Now()
	b := a.Add(1500 * time.Millisecond)
	fmt.Println(b.Sub(a), a.Before(b), b.After(a), a.Equal(a), time.Until(b) > 0, time.Since(b) < 0)
}
