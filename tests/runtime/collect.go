// The collector at work while many goroutines allocate: trees, maps, strings, slices, finalizers.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

type tree struct {
	left, right *tree
	key         int
	name        string
}

func insert(t *tree, key int) *tree {
	if t == nil {
		return &tree{key: key, name: fmt.Sprint("k", key)}
	}
	if key < t.key {
		t.left = insert(t.left, key)
	} else {
		t.right = insert(t.right, key)
	}
	return t
}

func (t *tree) check(low, high int) int {
	if t == nil {
		return 0
	}
	if t.key < low || t.key >= high || t.name != fmt.Sprint("k", t.key) {
		panic("broken tree")
	}
	return 1 + t.left.check(low, t.key) + t.right.check(t.key, high)
}

var shared struct {
	sync.Mutex
	lists map[int][]*tree
}

func worker(id int, wg *sync.WaitGroup) {
	defer wg.Done()
	r := uint32(id + 1)
	var t *tree
	for i := 0; i < 60; i++ {
		r = r*1664525 + 1013904223
		t = insert(t, int(r>>8)%1000)
		if i%10 == 0 {
			shared.Lock()
			shared.lists[i] = append(shared.lists[i], t)
			shared.Unlock()
		}
		_ = make([]byte, 100+i)
	}
	if n := t.check(0, 1000); n != 60 {
		fmt.Println("lost", n)
	}
}

func trees() {
	shared.lists = map[int][]*tree{}
	var wg sync.WaitGroup
	for g := 0; g < 12; g++ {
		wg.Add(1)
		go worker(g, &wg)
	}
	for i := 0; i < 5; i++ {
		runtime.GC()
		runtime.Gosched()
	}
	wg.Wait()
	n := 0
	for _, l := range shared.lists {
		for _, t := range l {
			n += t.check(0, 1000)
		}
	}
	fmt.Println("trees", n)
}

// large: big slices of pointers, filled by several goroutines, survive.
func large() {
	const n = 40000
	all := make([]*int, n)
	var wg sync.WaitGroup
	for g := 0; g < 4; g++ {
		wg.Add(1)
		go func(g int) {
			defer wg.Done()
			for i := g; i < n; i += 400 {
				v := i
				all[i] = &v
			}
		}(g)
	}
	wg.Wait()
	runtime.GC()
	junk := 0
	for i := 0; i < 200; i++ {
		junk += len(make([]byte, 3000))
	}
	sum := 0
	for i, p := range all {
		if p != nil && *p == i {
			sum++
		}
	}
	fmt.Println("large", sum, junk)
}

func finalizers() {
	var ran int32
	var wg sync.WaitGroup
	for g := 0; g < 5; g++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := 0; i < 10; i++ {
				p := &tree{key: i}
				runtime.SetFinalizer(p, func(t *tree) { atomic.AddInt32(&ran, 1) })
			}
		}()
	}
	wg.Wait()
	for i := 0; i < 5000 && atomic.LoadInt32(&ran) < 45; i++ {
		runtime.GC()
		time.Sleep(time.Millisecond)
	}
	fmt.Println("finalizers", atomic.LoadInt32(&ran) >= 45)
}

func pools() {
	type buffer struct{ b []byte }
	made := int32(0)
	p := sync.Pool{New: func() any { atomic.AddInt32(&made, 1); return &buffer{make([]byte, 0, 64)} }}
	var wg sync.WaitGroup
	bad := int32(0)
	for g := 0; g < 8; g++ {
		wg.Add(1)
		go func(g int) {
			defer wg.Done()
			for i := 0; i < 50; i++ {
				b := p.Get().(*buffer)
				if len(b.b) != 0 {
					atomic.AddInt32(&bad, 1)
				}
				b.b = append(b.b, byte(g), byte(i))
				if i%10 == 0 {
					runtime.Gosched()
				}
				if b.b[0] != byte(g) || b.b[1] != byte(i) {
					atomic.AddInt32(&bad, 1)
				}
				b.b = b.b[:0]
				p.Put(b)
				if g == 0 && i%20 == 0 {
					runtime.GC()
				}
			}
		}(g)
	}
	wg.Wait()
	before := made
	runtime.GC()
	runtime.GC()
	runtime.GC()
	p.Get()
	fmt.Println("pools", bad, made-before)
}

func main() {
	trees()
	large()
	finalizers()
	pools()
}
