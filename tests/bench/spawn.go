// 100,000 goroutines started and joined, ten times over.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var total int64
	for round := 0; round < 10; round++ {
		var done sync.WaitGroup
		for i := 0; i < 100000; i++ {
			done.Add(1)
			go func(n int64) {
				atomic.AddInt64(&total, n)
				done.Done()
			}(int64(i))
		}
		done.Wait()
	}
	fmt.Println(total)
}
