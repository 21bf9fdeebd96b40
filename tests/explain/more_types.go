package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"sort"
	"strings"
	"sync"
)

// Types of every kind, and steps in other packages. Beside each place, what gc 1.19 says with -m.
//
// explain: more_types.go:embedded
// explain: more_types.go:promoted
// explain: more_types.go:boundMethod
// explain: more_types.go:methodExpression
// explain: more_types.go:arrays
// explain: more_types.go:sorted
// explain: more_types.go:once
// explain: more_types.go:builder
// explain: more_types.go:buffered
// explain: more_types.go:wrapped
// explain: more_types.go:variadic
// explain: more_types.go:runes
// explain: more_types.go:keys
// explain: more_types.go:interfaceKeys
// explain: more_types.go:nestedLiterals
// explain: more_types.go:stringers
// explain: more_types.go:mapOfPointers

type base struct{ id int }

func (b *base) self() *base { return b }

type derived struct {
	base
	name string
}

var last *base
var call func() *base

func embedded() {
	d := derived{base{1}, "d"} // moved to heap: d
	last = &d.base
}

func promoted() *base {
	d := derived{base{2}, "e"} // moved to heap: d
	return d.self()
}

func boundMethod() {
	d := &derived{base{3}, "f"} // &derived{...} escapes to heap
	call = d.self               // d.base.self escapes to heap
}

func methodExpression(b *base) func(*base) *base { return (*base).self }

var rows [2]*[4]int

func arrays() {
	var row [4]int // moved to heap: row
	rows[1] = &row
}

func sorted(list []string) {
	sort.Slice(list, func(i, j int) bool { return list[i] < list[j] }) // list escapes to heap, func literal does not escape
}

func once(o *sync.Once) (n int) { // Do does not keep what it gets
	o.Do(func() { n = 1 }) // func literal does not escape
	return
}

func builder(words []string) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w)
	}
	return b.String()
}

func buffered() string {
	var b bytes.Buffer
	b.WriteString("text")
	return b.String() // string(...) escapes to heap
}

var errBase = errors.New("base")

func wrapped(name string) error {
	return fmt.Errorf("%s: %w", name, errBase) // name escapes to heap
}

//go:noinline
func keepAll(list ...*int) { all = append(all, list...) }

var all []*int

func variadic() {
	x, y := 1, 2 // moved to heap: x, moved to heap: y
	keepAll(&x, &y) // ... argument does not escape
}

func runes(s string) []rune { return []rune(s) } // ([]rune)(s) escapes to heap

func keys(m map[string]int, b []byte) int {
	m[string(b)]++ // string(b) escapes to heap
	return m[string(b)]
}

func interfaceKeys(m map[interface{}]int, n int) { m[n]++ } // n escapes to heap

type shape struct{ points []*base }

func nestedLiterals() *shape {
	return &shape{[]*base{{1}, {2}}} // &shape{...}, []*base{...}, &base{...} escape to heap
}

type level int

func (l level) String() string { return "level" }

var names []fmt.Stringer

func stringers(l level) { names = append(names, l) } // l escapes to heap

func mapOfPointers(words []string) map[string]*int {
	m := map[string]*int{} // map[string]*int{} escapes to heap
	for _, w := range words {
		n := len(w) // moved to heap: n
		m[w] = &n
	}
	return m
}

func main() {
	embedded()
	boundMethod()
	arrays()
	sorted([]string{"b", "a"})
	var o sync.Once
	variadic()
	m := map[string]int{}
	interfaceKeys(map[interface{}]int{}, 1000)
	stringers(3)
	println(promoted().id, call().id, methodExpression(last)(last).id, once(&o), builder([]string{"x"}), buffered())
	println(wrapped("n").Error(), len(runes("ab")), keys(m, []byte("k")), len(nestedLiterals().points))
	println(len(mapOfPointers(os.Args)))
}
