// Every kind of key: structs, arrays, interfaces of several dynamic types, pointers, channels, bools, nested maps as values.
package main

import "fmt"

type point struct {
	x, y int16
	name string
}

type shape interface{ area() int }
type square int

func (s square) area() int { return int(s * s) }

type rect struct{ w, h int }

func (r rect) area() int { return r.w * r.h }

func try(f func()) {
	defer func() { fmt.Println("panic:", recover()) }()
	f()
}

func main() {
	points := map[point]int{{1, 2, "a"}: 1, {1, 2, "b"}: 2}
	points[point{1, 2, "a"}] += 10
	points[point{name: "a", y: 2, x: 1}]++
	fmt.Println(points[point{1, 2, "a"}], points[point{1, 2, "b"}], points[point{}], len(points))
	any := map[interface{}]string{1: "int", int8(1): "int8", "1": "string", 1.0: "float", nil: "nil", [1]int{1}: "array", true: "bool"}
	fmt.Println(any[1], any[int8(1)], any["1"], any[1.0], any[nil], any[[1]int{1}], any[true], any[uint(1)] == "", len(any))
	try(func() { any[[]int{1}] = "slice" })
	try(func() { _ = any[map[int]int{}] })
	try(func() { delete(any, interface{}(func() {})) })
	try(func() { any[struct{ f interface{} }{[]int{}}] = "deep" })
	shapes := map[shape]int{square(2): 1, rect{1, 4}: 2}
	shapes[square(2)]++
	fmt.Println(shapes[square(2)], shapes[rect{1, 4}], shapes[rect{4, 1}])
	a, b := new(int), new(int)
	pointers := map[*int]string{a: "a", b: "b", nil: "none"}
	*a = 5
	fmt.Println(pointers[a], pointers[b], pointers[nil])
	c := make(chan int)
	chans := map[chan int]bool{c: true}
	fmt.Println(chans[c], chans[nil])
	nested := map[string]map[string][]int{}
	for _, w := range []string{"ab", "ac", "bc", "ab"} {
		first := w[:1]
		if nested[first] == nil {
			nested[first] = map[string][]int{}
		}
		nested[first][w] = append(nested[first][w], len(nested[first]))
	}
	fmt.Println(nested)
	funcs := map[string]func(int, int) int{"+": func(a, b int) int { return a + b }, "-": func(a, b int) int { return a - b }}
	fmt.Println(funcs["+"](3, 4), funcs["-"](3, 4), funcs["*"] == nil)
	counts := map[rune]*struct{ n int }{}
	for _, r := range "mississippi" {
		if counts[r] == nil {
			counts[r] = new(struct{ n int })
		}
		counts[r].n++
	}
	fmt.Println(counts['s'].n, counts['i'].n, counts['m'].n, len(counts))
	var nilMap map[string]int
	try(func() { nilMap["x"] = 1 })
	try(func() { nilMap["x"]++ })
	bools := map[bool]int{true: 1}
	bools[1 > 2]--
	fmt.Println(bools)
	big := map[[100]byte]int{}
	var k [100]byte
	for i := range k {
		k[i] = byte(i)
		big[k] = i
	}
	fmt.Println(len(big), big[k], big[[100]byte{}])
}
