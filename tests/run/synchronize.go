package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

func mutex() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	n := 0
	for i := 0; i < 50; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := 0; j < 200; j++ {
				mu.Lock()
				n++
				if j%50 == 0 {
					runtime.Gosched()
				}
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println(n, mu.TryLock(), mu.TryLock())
}

func rwmutex() {
	var mu sync.RWMutex
	var wg sync.WaitGroup
	m := map[int]int{}
	for i := 0; i < 8; i++ {
		wg.Add(2)
		go func(i int) {
			defer wg.Done()
			for j := 0; j < 100; j++ {
				mu.Lock()
				m[j] += i
				mu.Unlock()
			}
		}(i)
		go func() {
			defer wg.Done()
			for j := 0; j < 100; j++ {
				mu.RLock()
				_ = m[j]
				mu.RUnlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println(len(m), m[50])
}

func once() {
	var o sync.Once
	n := 0
	for i := 0; i < 3; i++ {
		o.Do(func() { n++ })
	}
	fmt.Println("once", n)
}

func cond() {
	var mu sync.Mutex
	c := sync.NewCond(&mu)
	ready, woken := false, 0
	var wg sync.WaitGroup
	for i := 0; i < 5; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			for !ready {
				c.Wait()
			}
			woken++
			mu.Unlock()
		}()
	}
	time.Sleep(5 * time.Millisecond)
	mu.Lock()
	ready = true
	mu.Unlock()
	c.Signal()
	c.Broadcast()
	wg.Wait()
	fmt.Println("woken", woken)
}

func pool() {
	p := sync.Pool{New: func() interface{} { return new([100]int) }}
	var wg sync.WaitGroup
	for g := 0; g < 10; g++ {
		wg.Add(1)
		go func(g int) {
			defer wg.Done()
			for i := 0; i < 100; i++ {
				a := p.Get().(*[100]int)
				a[g] = i
				if i%10 == 0 {
					runtime.Gosched()
				}
				p.Put(a)
			}
		}(g)
	}
	wg.Wait()
	fmt.Println("pool")
}

func atomics() {
	var n int64
	var u uint32 = 5
	var v atomic.Value
	var b atomic.Bool
	var i atomic.Int32
	var wg sync.WaitGroup
	for g := 0; g < 10; g++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := 0; j < 1000; j++ {
				atomic.AddInt64(&n, 1)
				i.Add(2)
			}
		}()
	}
	wg.Wait()
	fmt.Println(n, i.Load(), atomic.CompareAndSwapUint32(&u, 5, 6), atomic.CompareAndSwapUint32(&u, 5, 7), u, atomic.SwapUint32(&u, 9), u)
	fmt.Println(v.Load(), v.CompareAndSwap(nil, "a"), v.Load(), v.Swap("b"), v.Load())
	v.Store("c")
	b.Store(true)
	fmt.Println(v.Load(), b.Load(), b.Swap(false), b.Load())
	func() {
		defer func() { fmt.Println(recover()) }()
		v.Store(1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		v.Store(nil)
	}()
}

func syncMap() {
	var m sync.Map
	for i := 0; i < 100; i++ {
		m.Store(i, i*i)
	}
	v, ok := m.Load(9)
	_, loaded := m.LoadOrStore(200, 1)
	m.Delete(5)
	n := 0
	m.Range(func(k, v interface{}) bool { n++; return true })
	fmt.Println(v, ok, loaded, n)
}

func misuse() {
	func() {
		defer func() { fmt.Println(recover()) }()
		var wg sync.WaitGroup
		wg.Done()
	}()
}

func main() {
	mutex()
	rwmutex()
	once()
	cond()
	pool()
	atomics()
	syncMap()
	misuse()
	// Those that have called Done may still be on their way out.
	for i := 0; i < 2000 && runtime.NumGoroutine() > 1; i++ {
		time.Sleep(time.Millisecond)
	}
	fmt.Println(runtime.NumGoroutine())
}
