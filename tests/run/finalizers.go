// Finalizers: run once, after the object is unreachable, in their own goroutine, in order of dependence; may revive; cleared by nil.
package main

import (
	"fmt"
	"runtime"
	"time"
)

type node struct {
	id   int
	next *node
	pad  [4]int
}

var (
	finalized = make(chan int, 100)
	revived   *node
)

//go:noinline
func create() {
	a := &node{id: 1}
	runtime.SetFinalizer(a, func(n *node) { finalized <- n.id })
	b := &node{id: 2}
	runtime.SetFinalizer(b, func(n *node) { finalized <- n.id })
	runtime.SetFinalizer(b, nil)
	c := &node{id: 3}
	runtime.SetFinalizer(c, func(n *node) { revived = n; finalized <- n.id })
	inner := &node{id: 4}
	outer := &node{id: 5, next: inner}
	runtime.SetFinalizer(inner, func(n *node) { finalized <- n.id })
	runtime.SetFinalizer(outer, func(n *node) { finalized <- n.id*10 + n.next.id })
}

func wait(n int) (sum int) {
	for i := 0; i < n; i++ {
		for tries := 0; ; tries++ {
			runtime.GC()
			select {
			case id := <-finalized:
				sum += id
			case <-time.After(2 * time.Millisecond):
				if tries < 500 {
					continue
				}
				return -1
			}
			break
		}
	}
	return
}

//go:noinline
func clobber(n int) int {
	var a [64]int
	for i := range a {
		a[i] = n + i
	}
	if n > 0 {
		return clobber(n-1) + a[n%64]
	}
	return a[0]
}

func main() {
	create()
	clobber(10)
	fmt.Println(wait(4), revived.id, revived.next == nil)
	runtime.SetFinalizer(revived, func(n *node) { finalized <- 100 + n.id })
	revived = nil
	clobber(10)
	fmt.Println(wait(1))
	select {
	case id := <-finalized:
		fmt.Println("unexpected", id)
	default:
		fmt.Println("no more")
	}
	kept := &node{id: 9}
	runtime.SetFinalizer(kept, func(n *node) { finalized <- n.id })
	runtime.GC()
	runtime.GC()
	time.Sleep(5 * time.Millisecond)
	fmt.Println(len(finalized), kept.id)
	runtime.KeepAlive(kept)
	for _, f := range []func(){
		func() { runtime.SetFinalizer(nil, nil) },
		func() { runtime.SetFinalizer(node{}, nil) },
		func() { runtime.SetFinalizer(new(node), 5) },
		func() { runtime.SetFinalizer(new(node), func(int) {}) },
		func() { runtime.SetFinalizer(new(node), func(a, b *node) {}) },
	} {
		_ = f // each would end the program with a fatal error
	}
}
