package main

// Variables on the stack that hold pointers: reached through pointers only, initialised piece by piece, read by deferred calls
// after a panic, too large for the maps' bitmaps, passed in memory. The finalizers tell when each object died.

import (
	"fmt"
	"runtime"
	"time"
)

type object struct{ id, pad int }

var died [64]int
var phase int

func fresh(id int) *object {
	o := &object{id, 1000 + id}
	runtime.SetFinalizer(o, func(o *object) { died[o.id] = phase })
	return o
}

//go:noinline
func collect() {
	for i := 0; i < 3; i++ {
		runtime.GC()
	}
	settle()
	phase++
	churn(phase)
}

//go:noinline
func doomed(done chan bool) {
	runtime.SetFinalizer(&object{}, func(*object) { close(done) })
}

// Finalizers run in the order in which their objects were found dead: when that of a new object has run, all earlier ones have.
func settle() {
	done := make(chan bool)
	doomed(done)
	for {
		runtime.GC()
		select {
		case <-done:
			return
		case <-time.After(time.Millisecond):
		}
	}
}

// Reuses what was freed, so that something wrongly freed is overwritten.
//
//go:noinline
func churn(n int) {
	keep := make([]*object, 200)
	for i := range keep {
		keep[i] = &object{n, -1}
	}
}

func report(what string, ids ...int) {
	fmt.Print(what, ":")
	for _, id := range ids {
		fmt.Print(" ", died[id])
	}
	fmt.Println()
}

type pair struct{ a, b *object }

//go:noinline
func use(p *pair) int { return p.a.pad + p.b.pad }

//go:noinline
func firstHalf(p *pair) {
	collect()
	runtime.KeepAlive(p.a)
	p.a = nil
	collect()
}

// The pair is reached through the callee's parameter only.
func throughPointer() {
	phase = 1
	p := pair{fresh(0), fresh(1)}
	fmt.Println(use(&p))
	firstHalf(&p)
	collect()
	report("pointer", 0, 1)
}

// Each field gets its value across a collection.
func pieces() {
	phase = 1
	var p pair
	p.a = fresh(2)
	collect()
	p.b = fresh(3)
	collect()
	fmt.Println(use(&p))
	collect()
	report("pieces", 2, 3)
}

// A variable of a loop's body: dead between the iterations.
func loop() {
	phase = 1
	for i := 0; i < 3; i++ {
		p := pair{fresh(4 + i), fresh(7 + i)}
		fmt.Println(use(&p))
		collect()
	}
	report("loop", 4, 5, 6, 7, 8, 9)
}

// Not address-taken, too large for registers: each word may die by itself.
type many struct{ a, b, c, d, e, f *object }

func words() {
	phase = 1
	m := many{fresh(10), fresh(11), fresh(12), nil, nil, nil}
	collect()
	fmt.Println(m.a.pad)
	collect()
	m.d = m.c
	m.b = nil
	fmt.Println(m.d.pad)
	collect()
	collect()
	for id := 10; id <= 12; id++ {
		fmt.Print(died[id] > 0 && died[id] <= 3, " ")
	}
	fmt.Println()
}

// More pointers than the bitmaps of the sites describe.
func large(n int) {
	phase = 1
	var a [300]*object
	for i := 0; i < n; i++ {
		a[i*7] = fresh(13 + i)
		collect()
	}
	sum := 0
	for _, o := range a {
		if o != nil {
			sum += o.pad
		}
	}
	fmt.Println(sum)
	collect()
	report("large", 13, 14, 15)
}

//go:noinline
func inMemory(x1, x2, x3, x4, x5, x6, x7, x8, x9 int, p pair, q *pair) int {
	collect()
	q = &p
	collect()
	return use(q) + x1 + x9
}

// What a deferred call and the caller see of a function that has panicked.
func panics() (p pair, err any) {
	phase = 1
	local := pair{fresh(16), fresh(17)}
	defer func() {
		err = recover()
		collect()
		p.a = local.b
	}()
	p.b = fresh(18)
	collect()
	var null *pair
	p.b = null.a
	return
}

func nested(depth int, p *pair) int {
	q := pair{p.b, fresh(19 + depth)}
	if depth == 0 {
		collect()
		return use(&q)
	}
	n := nested(depth-1, &q)
	return n + use(&q)
}

func closures() {
	phase = 1
	o, n := fresh(30), 0
	add := func(k int) { n += k + o.pad }
	collect()
	add(1)
	collect()
	fmt.Println(n)
	collect()
	report("closures", 30)
}

func main() {
	throughPointer()
	pieces()
	loop()
	words()
	large(3)
	phase = 1
	fmt.Println(inMemory(1, 2, 3, 4, 5, 6, 7, 8, 9, pair{fresh(31), fresh(32)}, nil))
	collect()
	report("memory", 31, 32)
	p, err := panics()
	fmt.Println(p.a.pad, p.b.pad, err.(error).Error())
	collect()
	report("panics", 16, 17, 18)
	phase = 1
	fmt.Println(nested(5, &pair{fresh(29), fresh(28)}))
	collect()
	report("nested", 28, 29, 19, 20, 21, 22, 23, 24)
	closures()
}
