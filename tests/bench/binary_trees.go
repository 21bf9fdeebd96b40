// Binary trees made and dropped: the allocator and the collector.
package main

import "fmt"

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
	const limit = 16
	long := build(limit)
	for depth := 4; depth <= limit; depth += 4 {
		n := 1 << (limit - depth + 4)
		total := 0
		for i := 0; i < n; i++ {
			total += build(depth).count()
		}
		fmt.Println(n, depth, total)
	}
	fmt.Println(long.count())
}
