// LockOSThread: a locked goroutine stays on its thread; others go on meanwhile. NumGoroutine, preemption of loops.
package main

import (
	"fmt"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// thread is the number of the thread that runs it.
func thread() string {
	var b [512]byte
	f, err := os.Open("/proc/thread-self/stat")
	if err != nil {
		return "none"
	}
	defer f.Close()
	n, _ := f.Read(b[:])
	for i, c := range b[:n] {
		if c == ' ' {
			return string(b[:i])
		}
	}
	return "?"
}

func locked() {
	var wg sync.WaitGroup
	var moved, shared int32
	var mu sync.Mutex
	owners := map[string]int{}
	var there sync.WaitGroup // each has its thread, before one gives its back
	there.Add(4)
	ready := make(chan bool)
	for g := 0; g < 4; g++ {
		wg.Add(1)
		go func(g int) {
			defer wg.Done()
			runtime.LockOSThread()
			runtime.LockOSThread()
			mine := thread()
			mu.Lock()
			if _, ok := owners[mine]; ok && mine != "none" {
				shared++
			}
			owners[mine] = g
			mu.Unlock()
			there.Done()
			<-ready
			for i := 0; i < 20; i++ {
				runtime.Gosched()
				if i%5 == 0 {
					time.Sleep(time.Millisecond)
				}
				if thread() != mine {
					atomic.AddInt32(&moved, 1)
				}
			}
			runtime.UnlockOSThread()
			if thread() != mine {
				atomic.AddInt32(&moved, 1)
			}
			if g%2 == 0 {
				runtime.UnlockOSThread()
			}
		}(g)
	}
	there.Wait()
	for g := 0; g < 4; g++ {
		ready <- true
	}
	wg.Wait()
	fmt.Println("locked", moved, shared)
}

// pingPong: a locked goroutine and a free one.
func pingPong() {
	a, b := make(chan int), make(chan int)
	go func() {
		runtime.LockOSThread()
		for v := range a {
			b <- v + 1
		}
		close(b)
	}()
	sum := 0
	for i := 0; i < 100; i++ {
		a <- i
		sum += <-b
	}
	close(a)
	<-b
	fmt.Println("ping-pong", sum)
}

func loops() {
	var stop, n int32
	for g := 0; g < 5; g++ {
		go func() {
			atomic.AddInt32(&n, 1)
			for {
				if atomic.LoadInt32(&stop) != 0 {
					break
				}
			}
			atomic.AddInt32(&n, -1)
		}()
	}
	for atomic.LoadInt32(&n) < 5 {
		runtime.Gosched()
	}
	runtime.GC()
	atomic.StoreInt32(&stop, 1)
	for atomic.LoadInt32(&n) > 0 {
		runtime.Gosched()
	}
	fmt.Println("loops")
}

// settle waits until no more than n goroutines are left; those that have said that they are done may be on their way out.
func settle(n int) {
	for i := 0; i < 5000 && runtime.NumGoroutine() > n; i++ {
		time.Sleep(time.Millisecond)
	}
}

func count() {
	settle(1)
	before := runtime.NumGoroutine()
	var wg sync.WaitGroup
	stop := make(chan bool)
	for g := 0; g < 100; g++ {
		wg.Add(1)
		go func() {
			<-stop
			wg.Done()
		}()
	}
	during := runtime.NumGoroutine() - before
	close(stop)
	wg.Wait()
	settle(before)
	fmt.Println("count", during, runtime.NumGoroutine()-before)
}

func main() {
	locked()
	pingPong()
	loops()
	count()
}
