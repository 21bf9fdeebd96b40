// Collections while lists, trees, maps, channels, closures and interfaces change: nothing that is reachable is lost.
package main

import (
	"fmt"
	"runtime"
)

type list struct {
	v    int
	next *list
}

type tree struct {
	l, r *tree
	keep interface{}
}

func build(depth int) *tree {
	if depth == 0 {
		return &tree{keep: depth}
	}
	return &tree{build(depth - 1), build(depth - 1), fmt.Sprint(depth)}
}

func (t *tree) count() (n, text int) {
	if t == nil {
		return
	}
	a, b := t.l.count()
	c, d := t.r.count()
	if s, ok := t.keep.(string); ok {
		text = len(s)
	}
	return a + c + 1, b + d + text
}

func main() {
	var head *list
	m := map[int]*list{}
	fs := make([]func() int, 0)
	ch := make(chan *list, 64)
	var ring [16]interface{}
	t := build(10)
	for i := 0; i < 20000; i++ {
		head = &list{i, head}
		if i%3 == 0 {
			m[i%500] = head
		}
		if i%100 == 0 {
			n := &list{v: i}
			fs = append(fs, func() int { n.v++; return n.v })
		}
		select {
		case ch <- &list{v: i}:
		default:
			<-ch
		}
		ring[i%16] = []*list{head, {v: i}}
		if i%2000 == 0 {
			runtime.GC()
			t.l, t.r = t.r, t.l
			t.l.keep = make([]byte, i)
			head = head.next
		}
		if i%5000 == 4999 {
			p := head
			for j := 0; j < 1000; j++ {
				p = p.next
			}
			p.next = nil
		}
	}
	runtime.GC()
	n, sum := 0, 0
	for p := head; p != nil; p = p.next {
		n, sum = n+1, sum+p.v
	}
	for _, f := range fs {
		sum += f()
	}
	for _, p := range m {
		sum += p.v
	}
	left := len(ch)
	for i := 0; i < left; i++ {
		sum += (<-ch).v
	}
	for _, x := range ring {
		for _, p := range x.([]*list) {
			sum += p.v
		}
	}
	a, b := t.count()
	fmt.Println(n, sum, len(m), left, a, b)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for i := 0; i < 200; i++ {
		_ = make([]byte, 100000+i)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	fmt.Println(after.NumGC > before.NumGC, after.Mallocs-before.Mallocs < 1000, after.HeapAlloc < 50<<20)
}
