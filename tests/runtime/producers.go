// Producers and consumers on channels of several sizes: every value arrives once.
package main

import (
	"fmt"
	"sync"
)

type item struct {
	from, n int
	text    *string
}

func exchange(producers, consumers, each, size int) {
	c := make(chan item, size)
	var sent, got sync.WaitGroup
	for p := 0; p < producers; p++ {
		sent.Add(1)
		go func(p int) {
			defer sent.Done()
			for i := 0; i < each; i++ {
				s := fmt.Sprint(p, "/", i)
				c <- item{p, i, &s}
			}
		}(p)
	}
	var mu sync.Mutex
	seen := map[string]int{}
	sum := 0
	for k := 0; k < consumers; k++ {
		got.Add(1)
		go func() {
			defer got.Done()
			local, mine := 0, map[string]int{}
			for v := range c {
				local += v.n
				mine[*v.text]++
			}
			mu.Lock()
			defer mu.Unlock()
			sum += local
			for s, n := range mine {
				seen[s] += n
			}
		}()
	}
	sent.Wait()
	close(c)
	got.Wait()
	twice := 0
	for _, n := range seen {
		if n != 1 {
			twice++
		}
	}
	fmt.Println(producers, consumers, size, len(seen), sum, twice)
}

func main() {
	exchange(1, 1, 200, 0)
	exchange(4, 4, 100, 0)
	exchange(8, 2, 60, 1)
	exchange(2, 8, 120, 7)
	exchange(10, 10, 40, 100)
}
