// GOMAXPROCS changes while goroutines compute, wait, sleep, collect and make system calls.
package main

import (
	"fmt"
	"os"
	"runtime"
	"sync"
	"time"
)

func main() {
	old := runtime.GOMAXPROCS(3)
	if old < 1 || runtime.GOMAXPROCS(0) != 3 {
		fmt.Println("wrong", old)
	}
	stop := make(chan bool)
	var wg sync.WaitGroup
	run := func(f func(i int)) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := 0; ; i++ {
				select {
				case <-stop:
					return
				default:
					f(i)
				}
			}
		}()
	}
	sum := make([]int, 4)
	for g := 0; g < 4; g++ {
		g := g
		run(func(i int) {
			for j := 0; j < 1000; j++ {
				sum[g] += j & i
			}
		})
	}
	c := make(chan int)
	run(func(i int) {
		select {
		case c <- i:
		case <-time.After(time.Millisecond):
		}
	})
	run(func(i int) {
		select {
		case <-c:
		case <-time.After(time.Millisecond):
		}
	})
	run(func(i int) { time.Sleep(100 * time.Microsecond) })
	run(func(i int) { _ = make([]*int, i%100) })
	run(func(i int) {
		if f, err := os.Open("/proc/self/stat"); err == nil {
			var b [64]byte
			f.Read(b[:])
			f.Close()
		}
	})
	for i := 0; i < 60; i++ {
		n := i*7%9 + 1
		runtime.GOMAXPROCS(n)
		if runtime.GOMAXPROCS(0) != n {
			fmt.Println("not set", n)
		}
		if i%10 == 0 {
			runtime.GC()
		}
		if i%4 == 0 {
			time.Sleep(time.Millisecond)
		}
	}
	// Two at once.
	var both sync.WaitGroup
	for g := 1; g <= 2; g++ {
		both.Add(1)
		go func(g int) {
			defer both.Done()
			for i := 0; i < 20; i++ {
				runtime.GOMAXPROCS(g * 2)
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				if m.HeapAlloc == 0 || m.Mallocs < m.Frees {
					fmt.Println("statistics", m.HeapAlloc)
				}
			}
		}(g)
	}
	both.Wait()
	close(stop)
	wg.Wait()
	fmt.Println("done")
}
