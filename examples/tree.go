// Binary trees made and dropped: the collector at work. What is still reachable must survive, the rest makes room.
package main

import (
	"fmt"
	"runtime"
)

type node struct{ left, right *node }

func build(depth int) *node {
	if depth == 0 {
		return &node{}
	}
	return &node{build(depth - 1), build(depth - 1)}
}

func (n *node) count() int {
	if n.left == nil {
		return 1
	}
	return 1 + n.left.count() + n.right.count()
}

func main() {
	kept := build(14)
	total := 0
	for i := 0; i < 200; i++ {
		total += build(10).count()
	}
	fmt.Println("dropped:", total, "kept:", kept.count())
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	fmt.Println("collected:", m.NumGC > 0, "heap under 64 MiB:", m.HeapAlloc < 64<<20)
}
