// Functions that package reflect made, with more arguments and results than there are registers: what lies on the stack is seen by
// the collector and goes along when the stack moves.
package main

import (
	"fmt"
	"reflect"
	"runtime"
)

type node struct {
	n    int
	next *node
}

type pair struct {
	name string
	n    *node
}

// 9 integer registers: from e on all is on the stack.
type many = func(a, b, c, d string, e string, f *node, g any, h []*node, i pair, j map[string]int, k func() int, l int8, m *node) (
	string, string, string, string, *node, string, any, []*node, pair, map[string]int, func() int, int8, *node)

type receiver struct{ tag *node }

//go:noinline
func fresh(n int) *node { return &node{n, &node{n + 1, nil}} }

//go:noinline
func text(n int) string { return fmt.Sprint("text", n) }

func deep(n int) int {
	var room [40]int
	if n > 0 {
		room[n%40] = deep(n - 1)
	}
	return room[n%40] + 1
}

func garbage() {
	var keep []*node
	for i := 0; i < 50; i++ {
		keep = append(keep, fresh(-1))
	}
	runtime.GC()
	runtime.KeepAlive(keep)
}

//go:noinline
func (r receiver) Many(a, b, c, d string, e string, f *node, g any, h []*node, i pair, j map[string]int, k func() int, l int8, m *node) (
	string, string, string, string, *node, string, any, []*node, pair, map[string]int, func() int, int8, *node) {
	garbage()
	deep(60)
	return b, a, d, c, r.tag, e + "!", pair{e, f}, append(h, m), pair{i.name, i.n.next}, j, k, l + 1, f.next
}

func call(f many, n int) {
	tag := n
	s1, s2, s3, s4, p, s5, v, list, pr, table, fn, small, q := f(text(n), text(n+1), text(n+2), text(n+3), text(n+4), fresh(n+5),
		fresh(n+6), []*node{fresh(n + 7), fresh(n + 8)}, pair{text(n + 9), fresh(n + 10)}, map[string]int{text(n + 11): n},
		func() int { return tag + 12 }, int8(n%100), fresh(n+13))
	garbage()
	fmt.Println(s1, s2, s3, s4, p.n, s5, list[0].n, list[1].next.n, list[2].n, pr.name, pr.n.n, table[text(n+11)], fn(), small, q.n)
	switch v := v.(type) {
	case pair:
		fmt.Println("pair", v.name, v.n.next.n)
	case *node:
		fmt.Println("node", v.n, v.next.n)
	}
}

func main() {
	made := reflect.MakeFunc(reflect.TypeOf(many(nil)), func(in []reflect.Value) []reflect.Value {
		garbage()
		deep(100)
		tag := fresh(1000)
		return []reflect.Value{in[0], in[2], in[1], in[3], reflect.ValueOf(tag), in[4], in[6], reflect.Append(in[7], in[12]), in[8], in[9],
			in[10], in[11], in[5]}
	}).Interface().(many)
	call(made, 1)

	r := reflect.ValueOf(receiver{fresh(2000)})
	bound := r.Method(0).Interface().(many)
	r = reflect.Value{}
	call(bound, 20)

	// reflect calls what reflect has made
	inner := reflect.ValueOf(bound)
	outer := reflect.MakeFunc(inner.Type(), func(in []reflect.Value) []reflect.Value { garbage(); return inner.Call(in) })
	call(outer.Interface().(many), 40)

	done := make(chan bool)
	go func() {
		defer func() { fmt.Println("recovered", recover()); close(done) }()
		var f func(a, b, c, d, e, f, g, h, i, j, k, l *node) (x, y *node)
		reflect.ValueOf(&f).Elem().Set(reflect.MakeFunc(reflect.TypeOf(f), func(in []reflect.Value) []reflect.Value {
			garbage()
			panic(fmt.Sprint("last ", in[11].Interface().(*node).next.n))
		}))
		f(fresh(0), fresh(1), fresh(2), fresh(3), fresh(4), fresh(5), fresh(6), fresh(7), fresh(8), fresh(9), fresh(10), fresh(11))
	}()
	<-done
}
