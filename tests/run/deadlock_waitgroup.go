// All goroutines asleep on a WaitGroup, a mutex and a condition variable.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	c := sync.NewCond(&mu)
	wg.Add(2)
	go func() {
		defer wg.Done()
		mu.Lock()
		c.Wait()
	}()
	time.Sleep(20 * time.Millisecond)
	go func() {
		mu.Lock()
		mu.Lock()
	}()
	fmt.Println("waiting")
	wg.Wait()
}
