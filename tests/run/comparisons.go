// == on every comparable kind: structs with padding, blank fields and floats, arrays, interfaces of different and equal dynamic types,
// pointers to zero-size variables apart, channels, functions and slices against nil; and which of them panic.
package main

import (
	"fmt"
	"math"
)

type padded struct {
	a int8
	b int64
	c int16
}
type blank struct {
	a int
	_ int
	b string
}
type floaty struct {
	f float64
	s string
}
type holder struct {
	x interface{}
	n int
}
type list []int
type id int
type other int
type stringer interface{ String() string }

func (i id) String() string { return fmt.Sprint("id ", int(i)) }

type pt struct{ x, y int }

func (p *pt) String() string { return "pt" }

//go:noinline
func dirty(n int8) padded {
	var a [64]byte
	for i := range a {
		a[i] = byte(n)
	}
	return padded{int8(a[3] & 1), int64(n), 3}
}

func try(what string, f func() bool) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println(what, "panics:", e)
		}
	}()
	fmt.Println(what, f())
}

func main() {
	fmt.Println(dirty(1) == padded{1, 1, 3}, dirty(3) == dirty(3), dirty(1) != dirty(3))
	fmt.Println(blank{1, 2, "x"} == blank{1, 3, "x"}, [2]blank{{a: 1}, {b: "y"}} == [2]blank{{a: 1}, {b: "y"}})
	nan := math.NaN()
	x := floaty{nan, "a"}
	y := x
	fmt.Println(x == y, floaty{0, "a"} == floaty{math.Copysign(0, -1), "a"}, [1]float32{float32(nan)} == [1]float32{float32(nan)})
	var i, j interface{} = 1, int64(1)
	fmt.Println(i == j, i == 1, j == 1, j == int64(1), i != nil, interface{}(id(1)) == interface{}(other(1)), interface{}(id(1)) == interface{}(id(1)))
	var s stringer = id(5)
	fmt.Println(s == id(5), s == stringer(id(6)), interface{}(s) == interface{}(id(5)), s != nil)
	p, q := &pt{1, 2}, &pt{1, 2}
	s = p
	fmt.Println(p == q, *p == *q, s == stringer(p), s == stringer(q), interface{}(*p) == interface{}(*q))
	var np *pt
	s = np
	fmt.Println(s == nil, s.(*pt) == nil, np == nil, interface{}(nil) == nil)
	c1, c2 := make(chan int), make(chan int)
	var ro <-chan int = c1
	fmt.Println(c1 == c2, ro == c1, c1 != nil, (chan int)(nil) == nil)
	var sl []int
	var m map[string]int
	var f func()
	fmt.Println(sl == nil, []int{} == nil, m == nil, f == nil, list(nil) == nil, sl[:0] == nil, (func())(func() {}) == nil)
	try("slices in interfaces", func() bool { return interface{}([]int{1}) == interface{}([]int{1}) })
	try("different types are not compared", func() bool { return interface{}([]int{1}) == interface{}(list{1}) })
	try("func", func() bool { return interface{}(f) == interface{}(f) })
	try("holder early difference", func() bool { return holder{[]int{}, 1} == holder{1, 1} })
	try("holder", func() bool { return holder{[]int{}, 1} == holder{[]int{}, 1} })
	try("holder other field", func() bool { return holder{m, 1} == holder{m, 2} })
	try("array of interfaces", func() bool { return [2]interface{}{1, sl} == [2]interface{}{2, sl} })
	try("array of interfaces equal first", func() bool { return [2]interface{}{1, sl} == [2]interface{}{1, sl} })
	try("key", func() bool { return map[interface{}]bool{[1]interface{}{2}: true}[[1]interface{}{2}] })
	try("key that panics", func() bool { return map[interface{}]bool{}[[1]interface{}{sl}] })
	try("struct key", func() bool { return map[holder]bool{{1, 2}: true}[holder{1, 2}] })
	try("switch", func() bool {
		switch i {
		case "1", 1.0, 1:
			return true
		}
		return false
	})
	a, b := [5]string{"a", "b"}, [5]string{"a", "b"}
	fmt.Println(a == b, a != [5]string{"a", "b", "c"}, [0]int{} == [0]int{}, struct{}{} == struct{}{}, [300]int{299: 1} == [300]int{299: 1})
	fmt.Println("abc" == "ab"+string(rune('c')), "é" == "\u00e9", "é" == "e\u0301", 1i*1i == -1, 'a' == 97, true != false)
	type key struct {
		a, b string
		c    [2]int8
	}
	k1, k2 := key{"x", "y", [2]int8{1, -1}}, key{"x", "y", [2]int8{1, -1}}
	fmt.Println(k1 == k2, map[key]int{k1: 4}[k2], k1 != key{})
}
