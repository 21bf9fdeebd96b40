package main

// Deferred calls, closures and type switches in hot loops.

import (
	"fmt"
	"sort"
	"sync"
)

type counter struct {
	mu sync.Mutex
	n  int
}

func (c *counter) add(k int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n += k
}

func kind(v interface{}) int {
	switch v := v.(type) {
	case int:
		return v
	case string:
		return len(v)
	case []byte:
		return cap(v)
	case fmt.Stringer:
		return 7
	case nil:
		return 1
	}
	return 0
}

func compose(f, g func(int) int) func(int) int { return func(x int) int { return g(f(x)) } }

func main() {
	var c counter
	for i := 0; i < 5000000; i++ {
		c.add(i & 3)
	}
	values := []interface{}{1, "two", []byte("three"), nil, 4.5}
	sum := 0
	for i := 0; i < 20000000; i++ {
		sum += kind(values[i%len(values)])
	}
	f := compose(func(x int) int { return x + 1 }, func(x int) int { return x * 3 })
	for i := 0; i < 20000000; i++ {
		sum = f(sum) & 0xffff
	}
	list := make([]int, 300000)
	for i := range list {
		list[i] = i * 7919 % 300007
	}
	sort.Slice(list, func(i, j int) bool { return list[i] < list[j] })
	fmt.Println(c.n, sum, list[1000])
}
