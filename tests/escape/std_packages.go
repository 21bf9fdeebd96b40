package main

import (
	"errors"
	"fmt"
	"sort"
	"strconv"
	"strings"
	"sync"
)

type counter struct {
	mu sync.Mutex
	n  map[string]int
}

func (c *counter) inc(k string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n[k]++
}

func parse(s string) (int, error) {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0, errors.New("bad: " + s)
	}
	return n, nil
}

func join(parts []string) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString(p)
	}
	return b.String()
}

func main() {
	c := counter{n: map[string]int{}}
	c.inc("a")
	n, err := parse("12")
	fmt.Println(n, err, join([]string{"x", "y"}), c.n["a"])
	xs := []int{3, 1, 2}
	sort.Ints(xs)
	fmt.Printf("%v %s\n", xs, strings.ToUpper("abc"))
}
