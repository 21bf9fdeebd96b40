// Package sync under contention: Mutex, RWMutex, Cond, Once, WaitGroup, atomic.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
)

func mutex() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	n := 0
	for g := 0; g < 20; g++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := 0; i < 300; i++ {
				mu.Lock()
				x := n
				if i%50 == 0 {
					runtime.Gosched()
				}
				n = x + 1
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println("mutex", n)
}

func rwmutex() {
	var mu sync.RWMutex
	var wg sync.WaitGroup
	a, b, bad := 0, 0, int32(0)
	for g := 0; g < 12; g++ {
		wg.Add(1)
		go func(g int) {
			defer wg.Done()
			for i := 0; i < 100; i++ {
				if g%4 == 0 {
					mu.Lock()
					a++
					runtime.Gosched()
					b++
					mu.Unlock()
				} else {
					mu.RLock()
					if a != b {
						atomic.AddInt32(&bad, 1)
					}
					mu.RUnlock()
				}
			}
		}(g)
	}
	wg.Wait()
	fmt.Println("rwmutex", a, b, bad)
}

// cond: a bounded buffer.
func cond() {
	var mu sync.Mutex
	notEmpty, notFull := sync.NewCond(&mu), sync.NewCond(&mu)
	var buf []int
	var wg sync.WaitGroup
	sum := 0
	for g := 0; g < 6; g++ {
		wg.Add(2)
		go func() {
			defer wg.Done()
			for i := 1; i <= 100; i++ {
				mu.Lock()
				for len(buf) == 3 {
					notFull.Wait()
				}
				buf = append(buf, i)
				mu.Unlock()
				notEmpty.Signal()
			}
		}()
		go func() {
			defer wg.Done()
			for i := 0; i < 100; i++ {
				mu.Lock()
				for len(buf) == 0 {
					notEmpty.Wait()
				}
				sum += buf[0]
				buf = buf[1:]
				mu.Unlock()
				notFull.Broadcast()
			}
		}()
	}
	wg.Wait()
	fmt.Println("cond", sum, len(buf))
}

// barrier: all meet again and again.
func barrier() {
	const n = 8
	var mu sync.Mutex
	c := sync.NewCond(&mu)
	arrived, round, bad := 0, 0, 0
	var wg sync.WaitGroup
	for g := 0; g < n; g++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for r := 0; r < 50; r++ {
				mu.Lock()
				if round != r {
					bad++
				}
				if arrived++; arrived == n {
					arrived = 0
					round++
					c.Broadcast()
				} else {
					for round == r {
						c.Wait()
					}
				}
				mu.Unlock()
			}
		}()
	}
	wg.Wait()
	fmt.Println("barrier", round, bad)
}

func once() {
	var o sync.Once
	var wg sync.WaitGroup
	n := 0
	for g := 0; g < 50; g++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			o.Do(func() {
				for i := 0; i < 10; i++ {
					runtime.Gosched()
				}
				n++
			})
			if n != 1 {
				fmt.Println("not done yet")
			}
		}()
	}
	wg.Wait()
	fmt.Println("once", n)
}

func atomics() {
	var n int64
	var u uint32
	var p atomic.Value
	var wg sync.WaitGroup
	for g := 0; g < 8; g++ {
		wg.Add(1)
		go func(g int) {
			defer wg.Done()
			for i := 0; i < 500; i++ {
				atomic.AddInt64(&n, int64(i))
				for {
					old := atomic.LoadUint32(&u)
					if atomic.CompareAndSwapUint32(&u, old, old+1) {
						break
					}
				}
				if i%50 == 0 {
					p.Store([2]int{g, g})
				}
				if v, ok := p.Load().([2]int); ok && v[0] != v[1] {
					fmt.Println("torn", v)
				}
			}
		}(g)
	}
	wg.Wait()
	fmt.Println("atomics", n, u)
}

// published: what was written before the flag is there after it.
func published() {
	bad := 0
	for r := 0; r < 200; r++ {
		var flag int32
		data := 0
		done := make(chan bool)
		go func() {
			data = r + 1
			atomic.StoreInt32(&flag, 1)
			done <- true
		}()
		for atomic.LoadInt32(&flag) == 0 {
			runtime.Gosched()
		}
		if data != r+1 {
			bad++
		}
		<-done
	}
	fmt.Println("published", bad)
}

func main() {
	mutex()
	rwmutex()
	cond()
	barrier()
	once()
	atomics()
	published()
}
