package main

import (
	"fmt"
	"reflect"
	"sort"
	"sync"
	"time"
	"unsafe"
)

// Calls whose targets reflection, unsafe.Pointer, embedding, method values and the runtime bring about: all keep what
// they are given.
type I interface{ M(p *int) *int }
type T struct{ last *int }
type U struct{ n int }

func (t *T) M(p *int) *int { t.last = p; return nil }
func (u U) N()             {}

//go:noinline
func callI(i I) *int {
	x := 77
	r := i.M(&x)
	if r == nil {
		if t, ok := i.(interface{ L() *int }); ok {
			return t.L()
		}
	}
	return r
}

func (t *T) L() *int { return t.last }

//go:noinline
func clobber(n int) int {
	var a [100]int
	for i := range a {
		a[i] = n
	}
	if n > 0 {
		return clobber(n-1) + a[n%100]
	}
	return a[0]
}

type V struct{ last *int }

func (v *V) M(p *int) *int { v.last = p; return nil }
func (v *V) L() *int       { return v.last }

type W struct{ last **int }

func (w W) M(p *int) *int { *w.last = p; return nil }
func (w W) L() *int       { return *w.last }

type F func(p *int) *int

func (f F) M(p *int) *int { return f(p) }

type hidden struct{ V }

// reflection
func viaNew() {
	v := reflect.New(reflect.TypeOf(struct {
		V
		U
	}{})).Interface()
	if i, ok := v.(I); ok {
		p := callI(i)
		clobber(50)
		fmt.Println("new", *p)
	} else {
		fmt.Println("no method")
	}
	v = reflect.New(reflect.TypeOf([]hidden{}).Elem()).Interface()
	p := callI(v.(I))
	clobber(50)
	fmt.Println(*p)
	f := reflect.New(reflect.TypeOf(struct{ A, B hidden }{})).Elem().Field(0).Addr().Interface().(I)
	p = callI(f)
	clobber(50)
	fmt.Println(*p)
}

func viaMethod() {
	var w W
	var last *int
	w.last = &last
	m := reflect.ValueOf(w).MethodByName("M")
	g := m.Interface().(func(*int) *int)
	call(g)
	clobber(50)
	fmt.Println(*last)
	x := 9
	m.Call([]reflect.Value{reflect.ValueOf(&x)})
	clobber(50)
	fmt.Println(*last)
}

//go:noinline
func call(f func(*int) *int) *int {
	x := 55
	return f(&x)
}

//go:noinline
func call2(f func(*int) (int, *int)) *int {
	x := 56
	_, r := f(&x)
	return r
}

func viaMakeFunc() {
	var stored reflect.Value
	fn := reflect.MakeFunc(reflect.TypeOf((func(*int) (int, *int))(nil)), func(args []reflect.Value) []reflect.Value {
		stored = args[0]
		return []reflect.Value{reflect.ValueOf(1), args[0]}
	})
	r := call2(fn.Interface().(func(*int) (int, *int)))
	clobber(40)
	fmt.Println(*r, stored.Elem().Int())
}

type E struct{ I }
type EE struct{ *E }

func viaEmbed() {
	v := &V{}
	e := EE{&E{v}}
	callI(e)
	clobber(30)
	fmt.Println(*v.last)
	var i I = &e
	callI(i)
	clobber(30)
	fmt.Println(*v.last)
	f := i.M
	call(f)
	clobber(30)
	fmt.Println(*v.last)
	g := I.M
	y := 3
	g(e, &y)
	h := (*EE).M
	z := 4
	h(&e, &z)
	clobber(30)
	fmt.Println(*v.last)
}

func viaDefer() (p *int) {
	v := &V{}
	func() {
		x := 5
		defer v.M(&x)
		defer func() { recover() }()
		panic("x")
	}()
	clobber(20)
	return v.last
}

func viaGo() {
	var wg sync.WaitGroup
	v := &V{}
	wg.Add(2)
	go func() {
		y := 3
		defer wg.Done()
		callI(v)
		go func(i I) { i.M(&y); wg.Done() }(v)
	}()
	wg.Wait()
	clobber(20)
	fmt.Println(*v.last)
}

type sorter struct {
	n    []int
	less func(i, j *int) bool
}

func (s sorter) Len() int           { return len(s.n) }
func (s sorter) Less(i, j int) bool { a, b := s.n[i], s.n[j]; return s.less(&a, &b) }
func (s sorter) Swap(i, j int)      { s.n[i], s.n[j] = s.n[j], s.n[i] }

func viaSort() {
	var all []*int
	s := sorter{[]int{5, 3, 9, 1}, func(i, j *int) bool { all = append(all, i, j); return *i < *j }}
	sort.Sort(s)
	clobber(20)
	sum := 0
	for _, p := range all {
		sum += *p
	}
	fmt.Println(s.n, sum)
}

func viaTimer() {
	c := make(chan *int)
	y := 8
	time.AfterFunc(time.Millisecond, func() { x := 7 + y; c <- &x })
	fmt.Println(*<-c)
}

var global *int

func viaForge() {
	g := func(p *int, q ...int) { global = p }
	type S struct{ f func(p *int, q ...int) }
	type S2 struct {
		f [1]func(p *int, q ...int)
		_ int
	}
	s := S{g}
	s2 := *(*S2)(unsafe.Pointer(&struct {
		S
		n int
	}{s, 1}))
	callv(s2.f[0])
	clobber(9)
	fmt.Println(*global)
	k := func(p *int, n int8) { global = p }
	nv := reflect.NewAt(reflect.TypeOf((func(*int, int16))(nil)), unsafe.Pointer(&k)).Elem().Interface().(func(*int, int16))
	call16(nv)
	clobber(9)
	fmt.Println(*global)
}

//go:noinline
func call16(f func(p *int, n int16)) { x := 100; f(&x, 1) }

//go:noinline
func callv(f func(p *int, q ...int)) { x := 99; f(&x) }

func main() {
	for i := 0; i < 2; i++ {
		main2()
	}
}

func main2() {
	viaNew()
	viaMethod()
	viaMakeFunc()
	viaEmbed()
	fmt.Println(*viaDefer())
	viaGo()
	viaSort()
	viaTimer()
	viaForge()
}
