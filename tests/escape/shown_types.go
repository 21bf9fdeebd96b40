package main

import (
	"fmt"
	html "html/template"
	"runtime"
	"sync/atomic"
)

// How types and packages are shown: conversions of strings to slices of defined types, names that
// are not exported, interfaces that lead back to themselves, packages whose name another one has.

type (
	octet byte
	point rune
	text  string
)

type hidden interface {
	m(b byte, p *inner)
	M() error
}

type inner struct{ hidden }

type again interface {
	G(interface{ H() interface{ again } })
}

var count int32

func conversions(s string, t text) {
	a, b := []octet(s), []octet(t)
	c, d := []octet("constant"), []point(t)
	println(len(a), len(b), len(c), len(d), string(a), text(d))
}

func interfaces(x interface{}) bool {
	_, ok := x.(interface{ m(byte, *inner) })
	c := make(chan interface {
		M() error
		m(byte, *inner)
	}, 1)
	fmt.Println([1]interface{ again }{}, c, [0]hidden{})
	return ok
}

func packages() {
	runtime.SetFinalizer(new(int64), func(*int64) { atomic.AddInt32(&count, 1) })
	var v atomic.Value
	t := html.Must(html.New("t").Parse("{{.}}"))
	v.Store(t)
	fmt.Println(v.Load().(*html.Template).Name())
}

func main() {
	conversions("s", "t")
	println(interfaces(nil))
	packages()
}
