// Interfaces in structs and in interfaces: promoted methods through several levels and pointers, ambiguity by depth, overriding, nil embedded
// values, method values and expressions of promoted methods.
package main

import (
	"fmt"
	"sort"
)

type namer interface{ Name() string }
type sizer interface{ Size() int }
type thing interface {
	namer
	sizer
	interface{ Extra(...int) int }
}

type base struct{ name string }

func (b base) Name() string      { return "base " + b.name }
func (b *base) SetName(s string) { b.name = s }
func (b base) Extra(xs ...int) (n int) {
	for _, x := range xs {
		n += x
	}
	return n + len(b.name)
}

type middle struct {
	*base
	size int
}

func (m middle) Size() int { return m.size }

type outer struct {
	middle
	label string
}

func (o outer) Name() string { return "outer(" + o.middle.Name() + ")" }

type wrapper struct {
	namer
	sizer
	count int
}

func (w *wrapper) Name() string {
	w.count++
	return fmt.Sprint("wrapped ", w.namer.Name())
}

type left struct{ v int }
type right struct{ v int }

func (left) L() string  { return "L" }
func (left) X() string  { return "left X" }
func (right) R() string { return "R" }

type deep struct{ right }

func (deep) X() string { return "deep X" }

type both struct {
	left
	*deep
}

func (both) X() string { return "both X" }

type reversed struct{ sort.Interface }

func (r reversed) Less(i, j int) bool { return r.Interface.Less(j, i) }

type hidden struct {
	inner struct{ base }
	base2
}
type base2 = base

func caught(f func()) {
	defer func() { fmt.Println("caught:", recover()) }()
	f()
}

func main() {
	b := &base{"b"}
	o := outer{middle{b, 7}, "o"}
	var t thing = o
	fmt.Println(t.Name(), t.Size(), t.Extra(1, 2, 3), o.base.Name(), o.name)
	o.SetName("changed")
	fmt.Println(b.name, t.Name(), o.Extra())
	var n namer = t
	_, isThing := n.(thing)
	_, isSetter := n.(interface{ SetName(string) })
	_, isSizer := namer(b).(sizer)
	fmt.Println(isThing, isSetter, isSizer, n.(sizer).Size())
	w := &wrapper{namer: n, sizer: o}
	var w2 namer = &wrapper{namer: w}
	fmt.Println(w2.Name(), w.count, w.Size(), w2.(*wrapper).count)
	caught(func() { fmt.Println(w2.(sizer).Size()) })
	caught(func() { var m middle; m.SetName("x") })
	caught(func() { var m middle; fmt.Println(m.Size()); fmt.Println(m.Name()) })
	x := both{left{1}, &deep{right{2}}}
	fmt.Println(x.X(), x.L(), x.R(), x.left.X(), x.deep.X(), x.deep.v, x.left.v)
	f := x.R
	x.deep = nil
	g := both.L
	h := (*outer).Name
	k := thing.Extra
	fmt.Println(f(), g(x), h(&o), k(o, 5, 6))
	caught(func() { _ = x.R })
	s := sort.IntSlice{3, 1, 2}
	sort.Sort(reversed{s})
	fmt.Println(s, reversed{s}.Len())
	var hd hidden
	hd.base2.SetName("alias")
	hd.inner.SetName("in")
	fmt.Println(hd.name, hd.inner.name, hd.Name())
	anonymous := struct {
		base
		sizer
	}{base{"anon"}, o}
	var any interface{} = anonymous
	if v, ok := any.(thing); ok {
		fmt.Println(v.Name(), v.Size())
	}
	set := anonymous.SetName
	set("renamed")
	fmt.Println(anonymous.name, any.(namer).Name())
	fmt.Printf("%T %T\n", w2, any)
}
