// Sorting: calls through interfaces and function values.
package main

import (
	"fmt"
	"sort"
)

type record struct {
	key  uint32
	name string
}

func main() {
	seed := uint32(1)
	next := func() uint32 {
		seed = seed*1664525 + 1013904223
		return seed
	}
	ints := make([]int, 1000000)
	for i := range ints {
		ints[i] = int(next())
	}
	sort.Ints(ints)
	records := make([]record, 500000)
	for i := range records {
		records[i] = record{next(), "r"}
	}
	sort.Slice(records, func(i, j int) bool { return records[i].key < records[j].key })
	fmt.Println(ints[0], ints[len(ints)/2], records[0].key, records[len(records)-1].key)
}
