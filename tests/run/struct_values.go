// Structs: copies, comparison, nesting, anonymous types, identical and different types, zero-size fields, large ones by value, tags.
package main

import (
	"fmt"
	"unsafe"
)

type vec struct{ x, y, z float64 }

func (a vec) add(b vec) vec       { return vec{a.x + b.x, a.y + b.y, a.z + b.z} }
func (a vec) scale(k float64) vec { a.x *= k; a.y *= k; a.z *= k; return a }
func (a *vec) normalize()         { *a = a.scale(1 / (a.x + a.y + a.z)) }

type line struct {
	from, to vec
	label    struct {
		text  string
		width int `unit:"mm"`
	}
}

type mixed struct {
	a bool
	b int64
	c int8
	d int32
	e string
	f [3]byte
	_ int16
	g struct{}
}

type huge struct {
	head int
	body [500]int
	tail string
}

//go:noinline
func change(h huge, i int) huge {
	h.head++
	h.body[i] = i
	h.tail += "!"
	return h
}

type tree struct {
	left, right *tree
	value       int
}

func (t *tree) insert(v int) *tree {
	if t == nil {
		return &tree{value: v}
	}
	if v < t.value {
		t.left = t.left.insert(v)
	} else {
		t.right = t.right.insert(v)
	}
	return t
}

func (t *tree) walk(f func(int)) {
	if t != nil {
		t.left.walk(f)
		f(t.value)
		t.right.walk(f)
	}
}

func main() {
	a := vec{1, 2, 3}
	b := a
	b.x = 10
	fmt.Println(a, b, a.add(b).scale(2), a == vec{1, 2, 3}, a != b)
	b.normalize()
	fmt.Printf("%.3f %+v\n", b, a)
	var l, m line
	l.to = a
	l.label.text = "L"
	m = l
	fmt.Println(l == m)
	m.label.width++
	fmt.Println(l == m, m.label, l.label)
	p := &m.to
	p.z = 99
	(*p).y = -1
	fmt.Println(m.to, l.to)
	anon := struct {
		name string
		tags []string
	}{"n", []string{"t"}}
	type alike struct {
		name string
		tags []string
	}
	same := alike(anon)
	same.tags[0] = "shared"
	fmt.Println(anon, same)
	fmt.Println(unsafe.Sizeof(mixed{}), unsafe.Offsetof(mixed{}.e), unsafe.Offsetof(mixed{}.g), unsafe.Alignof(mixed{}.d))
	h := huge{tail: "t"}
	k := change(change(h, 3), 499)
	fmt.Println(h.head, h.tail, h.body[3], k.head, k.tail, k.body[3], k.body[499], h == k, h == huge{tail: "t"})
	points := []struct{ x, y int }{{1, 2}, {3, 4}}
	for i := range points {
		points[i].x, points[i].y = points[i].y, points[i].x
	}
	byName := map[string]*vec{"a": &a}
	byName["a"].x *= 5
	fmt.Println(points, a.x)
	var root *tree
	for _, v := range []int{5, 2, 8, 1, 9, 3} {
		root = root.insert(v)
	}
	sum := 0
	root.walk(func(v int) { sum = sum*10 + v })
	fmt.Println(sum)
	var empty struct{}
	fmt.Println(empty == struct{}{}, unsafe.Sizeof(empty), len([1 << 20]struct{}{}))
	type node struct {
		next *node
		id   int
	}
	ring := &node{id: 1}
	ring.next = &node{ring, 2}
	fmt.Println(ring.next.next == ring, ring.next.id, *ring == node{ring.next, 1})
	x, y := struct{ a interface{} }{1}, struct{ a interface{} }{1.0}
	fmt.Println(x == y, x == struct{ a interface{} }{1})
}
