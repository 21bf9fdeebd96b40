package main

import "fmt"

// explain: change_range.go:23
// explain: change_range.go:33:9
// explain: change_range.go:44
// explain: change_range.go:53
// explain: change_range.go:63

type item struct {
	id   int
	name string
}

func (it *item) first() byte { return it.name[0] }

var kept []*item

// The mistake: all pointers are one.
func byID(items []item) map[int]*item {
	m := make(map[int]*item)
	for _, it := range items {
		m[it.id] = &it
	}
	return m
}

// With an index, and the value itself.
func keepOdd(n int) []item {
	items := load(n)
	var odd []item
	for i, it := range items {
		if i%2 == 1 && it.first() > 0 {
			kept = append(kept, &it)
			odd = append(odd, it)
		}
	}
	return odd
}

// The variable is set: no element would do.
func rename(items []item) {
	for _, it := range items {
		it.name = "x"
		kept = append(kept, &it)
	}
}

// The slice is another by then.
func grow(n int) {
	items := make([]item, n)
	for _, it := range items {
		kept = append(kept, &it)
		items = append(items, item{})
	}
}

// Nothing has an element.
func local() {
	var few [3]item
	all := few[:]
	for _, it := range all {
		kept = append(kept, &it)
	}
}

func load(n int) []item {
	items := make([]item, n)
	for i := range items {
		items[i] = item{i, fmt.Sprint("n", i)}
	}
	return items
}

func main() {
	m := byID(load(3))
	fmt.Println(len(m), m[0].id, m[2].name, string(m[1].first()))
	rename(load(2))
	grow(2)
	local()
	for _, k := range kept {
		fmt.Println(*k)
	}
	fmt.Println(keepOdd(3))
}
