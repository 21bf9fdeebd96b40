// A B-tree of order 4 with insertion, search, deletion by rebuilding and an iterator that stops early; checked against a map.
package main

import (
	"fmt"
	"sort"
)

const maxKeys = 3

type node struct {
	keys     []int
	values   []string
	children []*node
}

type tree struct {
	root *node
	size int
}

func (n *node) leaf() bool { return len(n.children) == 0 }

func (n *node) split(i int) {
	child := n.children[i]
	mid := len(child.keys) / 2
	right := &node{keys: append([]int(nil), child.keys[mid+1:]...), values: append([]string(nil), child.values[mid+1:]...)}
	if !child.leaf() {
		right.children = append([]*node(nil), child.children[mid+1:]...)
		child.children = child.children[:mid+1]
	}
	n.keys = append(n.keys, 0)
	copy(n.keys[i+1:], n.keys[i:])
	n.values = append(n.values, "")
	copy(n.values[i+1:], n.values[i:])
	n.keys[i], n.values[i] = child.keys[mid], child.values[mid]
	n.children = append(n.children, nil)
	copy(n.children[i+2:], n.children[i+1:])
	n.children[i+1] = right
	child.keys, child.values = child.keys[:mid], child.values[:mid]
}

func (n *node) insert(k int, v string) bool {
	i := sort.SearchInts(n.keys, k)
	if i < len(n.keys) && n.keys[i] == k {
		n.values[i] = v
		return false
	}
	if n.leaf() {
		n.keys = append(n.keys[:i], append([]int{k}, n.keys[i:]...)...)
		n.values = append(n.values[:i], append([]string{v}, n.values[i:]...)...)
		return true
	}
	added := n.children[i].insert(k, v)
	if len(n.children[i].keys) > maxKeys {
		n.split(i)
	}
	return added
}

func (t *tree) put(k int, v string) {
	if t.root == nil {
		t.root = &node{}
	}
	if t.root.insert(k, v) {
		t.size++
	}
	if len(t.root.keys) > maxKeys {
		t.root = &node{children: []*node{t.root}}
		t.root.split(0)
	}
}

func (t *tree) get(k int) (string, bool) {
	for n := t.root; n != nil; {
		i := sort.SearchInts(n.keys, k)
		if i < len(n.keys) && n.keys[i] == k {
			return n.values[i], true
		}
		if n.leaf() {
			break
		}
		n = n.children[i]
	}
	return "", false
}

func (n *node) each(f func(int, string) bool) bool {
	for i := range n.keys {
		if !n.leaf() && !n.children[i].each(f) || !f(n.keys[i], n.values[i]) {
			return false
		}
	}
	return n.leaf() || n.children[len(n.keys)].each(f)
}

func (n *node) depth() (d int, level bool) {
	if n.leaf() {
		return 1, true
	}
	d, level = n.children[0].depth()
	for _, c := range n.children[1:] {
		e, ok := c.depth()
		level = level && ok && e == d
	}
	return d + 1, level
}

func (t *tree) remove(k int) {
	old := *t
	*t = tree{}
	old.root.each(func(key int, v string) bool {
		if key != k {
			t.put(key, v)
		}
		return true
	})
}

func main() {
	var t tree
	check := map[int]string{}
	x := uint32(7)
	for i := 0; i < 2000; i++ {
		x = x*1664525 + 1013904223
		k := int(x >> 20)
		v := fmt.Sprint("v", i)
		t.put(k, v)
		check[k] = v
	}
	d, level := t.root.depth()
	fmt.Println(t.size == len(check), t.size, d, level)
	for k, v := range check {
		if got, ok := t.get(k); !ok || got != v {
			fmt.Println("wrong", k, got, v)
		}
	}
	last, n, sorted := -1, 0, true
	t.root.each(func(k int, _ string) bool { sorted = sorted && k > last; last = k; n++; return true })
	fmt.Println(n, sorted, last)
	n = 0
	t.root.each(func(k int, v string) bool { fmt.Print(k, "=", v, " "); n++; return n < 5 })
	t.remove(last)
	_, found := t.get(last)
	fmt.Println(t.size, found)
}
