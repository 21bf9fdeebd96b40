package main

import (
	"fmt"
	"unsafe"
)

// A value becomes an interface value in each of the ways there are. Every one has a type and an interface of its own,
// and a method that keeps a pointer: an analysis that misses one takes the pointer for one that nobody keeps.
type keeper interface{ keep(p *int) }

var kept []*int

type t1 struct{ a int }
type t2 struct{ a int }
type t3 struct{ a int }
type t4 struct{ a int }
type t5 struct{ a int }
type t6 struct{ a int }
type t7 struct{ a int }
type t8 struct{ a int }
type t9 struct{ a int }
type t10 struct{ a int }
type t11 struct{ a int }
type t12 struct{ a int }
type t13 struct{ a int }
type t14 struct{ a int }
type t15 struct{ a int }
type t16 struct{ a int }
type t17 struct{ a int }

func (t1) keep(p *int)   { kept = append(kept, p) }
func (t2) keep(p *int)   { kept = append(kept, p) }
func (t3) keep(p *int)   { kept = append(kept, p) }
func (t4) keep(p *int)   { kept = append(kept, p) }
func (t5) keep(p *int)   { kept = append(kept, p) }
func (t6) keep(p *int)   { kept = append(kept, p) }
func (t7) keep(p *int)   { kept = append(kept, p) }
func (t8) keep(p *int)   { kept = append(kept, p) }
func (t9) keep(p *int)   { kept = append(kept, p) }
func (t10) keep(p *int)  { kept = append(kept, p) }
func (t11) keep(p *int)  { kept = append(kept, p) }
func (t12) keep(p *int)  { kept = append(kept, p) }
func (t13) keep(p *int)  { kept = append(kept, p) }
func (t14) keep(p *int)  { kept = append(kept, p) }
func (t15) keep(p *int)  { kept = append(kept, p) }
func (t16) keep(p *int)  { kept = append(kept, p) }
func (*t17) keep(p *int) { kept = append(kept, p) }

type k1 interface {
	keep(p *int)
	one()
}
type k2 interface {
	keep(p *int)
	two()
}
type k3 interface {
	keep(p *int)
	three()
}
type k4 interface {
	keep(p *int)
	four()
}
type k5 interface {
	keep(p *int)
	five()
}
type k6 interface {
	keep(p *int)
	six()
}
type k7 interface {
	keep(p *int)
	seven()
}
type k8 interface {
	keep(p *int)
	eight()
}
type k9 interface {
	keep(p *int)
	nine()
}
type k10 interface {
	keep(p *int)
	ten()
}
type k11 interface {
	keep(p *int)
	eleven()
}
type k12 interface {
	keep(p *int)
	twelve()
}
type k13 interface {
	keep(p *int)
	thirteen()
}
type k14 interface {
	keep(p *int)
	fourteen()
}
type k15 interface {
	keep(p *int)
	fifteen()
}
type k16 interface {
	keep(p *int)
	sixteen()
}
type k17 interface {
	keep(p *int)
	seventeen()
}

func (t1) one()         {}
func (t2) two()         {}
func (t3) three()       {}
func (t4) four()        {}
func (t5) five()        {}
func (t6) six()         {}
func (t7) seven()       {}
func (t8) eight()       {}
func (t9) nine()        {}
func (t10) ten()        {}
func (t11) eleven()     {}
func (t12) twelve()     {}
func (t13) thirteen()   {}
func (t14) fourteen()   {}
func (t15) fifteen()    {}
func (t16) sixteen()    {}
func (*t17) seventeen() {}

//go:noinline
func c1(k k1) { x := 1; k.keep(&x) }

//go:noinline
func c2(k k2) { x := 2; k.keep(&x) }

//go:noinline
func c3(k k3) { x := 3; k.keep(&x) }

//go:noinline
func c4(k k4) { x := 4; k.keep(&x) }

//go:noinline
func c5(k k5) { x := 5; k.keep(&x) }

//go:noinline
func c6(k k6) { x := 6; k.keep(&x) }

//go:noinline
func c7(k k7) { x := 7; k.keep(&x) }

//go:noinline
func c8(k k8) { x := 8; k.keep(&x) }

//go:noinline
func c9(k k9) { x := 9; k.keep(&x) }

//go:noinline
func c10(k k10) { x := 10; k.keep(&x) }

//go:noinline
func c11(k k11) { x := 11; k.keep(&x) }

//go:noinline
func c12(k k12) { x := 12; k.keep(&x) }

//go:noinline
func c13(k k13) { x := 13; k.keep(&x) }

//go:noinline
func c14(k k14) { x := 14; k.keep(&x) }

//go:noinline
func c15(k k15) { x := 15; k.keep(&x) }

//go:noinline
func c16(k k16) { x := 16; k.keep(&x) }

//go:noinline
func c17(k k17) { x := 17; k.keep(&x) }

//go:noinline
func ret() (int, t2) { return 1, t2{1} }

//go:noinline
func retk() k3 { return t3{1} }

type holder struct {
	n int
	k k4
}

//go:noinline
func variadic(k ...k9) { c9(k[0]) }

//go:noinline
func pass(t t10, ok bool) (k k10, fine bool) { return t, ok }

//go:noinline
func two() (t13, error) { return t13{}, nil }

//go:noinline
func taker(k k13, e error) { c13(k) }

var global k14 = t14{1}
var table = map[string]k15{"a": t15{1}}
var arr = [...]k16{3: t16{1}}

func main() {
	for i := 0; i < 2; i++ {
		main2()
	}
}

func main2() {
	c1(t1{1})
	var k k2
	_, k = ret()
	c2(k)
	c3(retk())
	h := holder{1, t4{1}}
	c4(h.k)
	ch := make(chan k5, 1)
	ch <- t5{1}
	c5(<-ch)
	m := map[int]k6{}
	m[1] = t6{2}
	c6(m[1])
	s := []k7{t7{1}}
	c7(s[0])
	s8 := append([]k8(nil), t8{1})
	c8(s8[0])
	variadic(t9{1})
	k10, _ := pass(t10{1}, true)
	c10(k10)
	ct := make(chan t11, 1)
	ct <- t11{}
	var k11 k11
	var ok bool
	select {
	case k11, ok = <-ct:
	}
	_ = ok
	c11(k11)
	var k12 k12
	for _, k12 = range []t12{{1}} {
	}
	c12(k12)
	taker(two())
	c14(global)
	c15(table["a"])
	c16(arr[3])
	p := &t17{}
	c17(*(*k17)(unsafe.Pointer(&[]k17{p}[0])))
	clobber(100)
	sum := 0
	for _, p := range kept {
		sum += *p
		fmt.Print(*p, " ")
	}
	fmt.Println(sum)
	clobber2()
}

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

func clobber2() {
	f := keeper.keep
	y := 5
	f(t1{}, &y)
	z := 6
	keeper.keep(t2{}, &z)
	clobber(10)
	fmt.Println(*kept[len(kept)-1], *kept[len(kept)-2])
}
