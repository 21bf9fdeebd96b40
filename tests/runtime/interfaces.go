package main

import (
	"errors"
	"fmt"
)

type shape interface {
	area() float64
	name() string
}
type namer interface{ name() string }
type square struct{ side float64 }
type circle struct{ r float64 }
type small int8
type fn func() int
type empty struct{}
type one struct{ p *int }
type arr [1]*int

func (s square) area() float64  { return s.side * s.side }
func (s square) name() string   { return "square" }
func (c *circle) area() float64 { return 3 * c.r * c.r }
func (c *circle) name() string  { return "circle" }
func (s small) name() string    { return fmt.Sprint("small", int8(s)) }
func (f fn) name() string       { return fmt.Sprint("fn", f()) }
func (empty) name() string      { return "empty" }
func (o one) name() string      { return fmt.Sprint("one", *o.p) }
func (a arr) name() string      { return fmt.Sprint("arr", *a[0]) }

type outer struct {
	namer
	square
}

func (o outer) name() string { return "outer " + o.namer.name() }

type embedded struct{ *circle }

func classify(x interface{}) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int, int8:
		return fmt.Sprintf("int or int8 %v", v)
	case string:
		return "string " + v
	case shape:
		return "shape " + v.name()
	case namer:
		return "namer " + v.name()
	case error:
		return "error " + v.Error()
	case func() int:
		return fmt.Sprint("func ", v())
	case []int:
		return fmt.Sprint("slice ", len(v))
	case map[string]int:
		return fmt.Sprint("map ", len(v))
	case *int:
		return fmt.Sprint("pointer ", *v)
	case struct{ A int }:
		return fmt.Sprint("struct ", v.A)
	}
	return fmt.Sprintf("other %T", x)
}

func try(f func()) {
	defer func() {
		e := recover()
		_, isErr := e.(error)
		fmt.Println(e, isErr)
	}()
	f()
}

func main() {
	n := 7
	values := []interface{}{nil, 1, int8(2), "s", square{2}, &circle{1}, small(3), fn(func() int { return 4 }), empty{},
		one{&n}, arr{&n}, outer{small(1), square{3}}, embedded{&circle{2}}, errors.New("e"), func() int { return 5 }, []int{1},
		map[string]int{}, &n, struct{ A int }{6}, 2.5, struct{}{}, [2]int{}, make(chan int), circle{}}
	for _, v := range values {
		fmt.Println(classify(v))
	}
	var s shape = square{3}
	var m namer = s
	_, ok := m.(shape)
	_, ok2 := m.(*circle)
	q, ok3 := m.(square)
	fmt.Println(s.area(), m.name(), ok, ok2, q, ok3, m == s, s == shape(square{3}), s == shape(square{4}))
	var x, y interface{} = 1, 1
	var z interface{} = int64(1)
	fmt.Println(x == y, x == z, x == nil, x == 1, values[0] == nil, interface{}("a") == "a")
	var e1, e2 error
	fmt.Println(e1 == e2, e1 == nil, errors.New("a") == errors.New("a"))
	f := s.area
	g := square.area
	h := (*circle).name
	fmt.Println(f(), g(square{5}), h(&circle{}), shape.name(s))

	var i interface{} = "str"
	var nilShape shape
	var nilAny interface{}
	try(func() { _ = i.(int) })
	try(func() { _ = i.(shape) })
	try(func() { _ = nilAny.(string) })
	try(func() { _ = nilShape.(namer) })
	try(func() { _ = nilShape.(square) })
	try(func() { _ = s.(*circle) })
	try(func() { _ = m.(interface{ other() }) })
	try(func() { _ = interface{}(circle{}).(shape) })
	try(func() { fmt.Println(interface{}([]int{1}) == interface{}([]int{1})) })
	try(func() { fmt.Println(interface{}([]int{1}) == interface{}(map[int]int{})) })
	try(func() { fmt.Println(interface{}([1]func(){}) == interface{}([1]func(){})) })
	try(func() { nilShape.name() })
	try(func() { var p *square; var s shape = p; s.area() })
	try(func() {
		type t struct {
			a int
			b interface{}
		}
		fmt.Println(interface{}(t{1, "x"}) == interface{}(t{1, "x"}), interface{}(t{1, []int{}}) == interface{}(t{2, []int{}}))
		fmt.Println(interface{}(t{1, []int{}}) == interface{}(t{1, []int{}}))
	})
}
