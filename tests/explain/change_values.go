package main

import (
	"fmt"
	"io"
	"os"
)

// Values in place of pointers, and calls that take the same in another form. Beside each place, what gc 1.19 says with -m.
//
// explain: change_values.go:newPoint
// explain: change_values.go:origin
// explain: change_values.go:newNode
// explain: change_values.go:either
// explain: change_values.go:remember
// explain: change_values.go:setMode
// explain: change_values.go:compared
// explain: change_values.go:write
// explain: change_values.go:show

type point struct{ x, y int }

//go:noinline
func newPoint(x, y int) *point {
	return &point{x, y} // &point{...} escapes to heap
}

//go:noinline
func origin() *point {
	p := point{} // moved to heap: p
	p.x = 1
	return &p
}

// What it returns is kept as a pointer: the value would not do, and nothing is suggested.
type node struct{ next *node }

//go:noinline
func newNode(next *node) *node {
	return &node{next} // &node{...} escapes to heap
}

// One of its results is nil: nothing is suggested.
func either(c bool) *point {
	if c {
		return nil
	}
	return &point{} // &point{} escapes to heap
}

var last *point

func remember() {
	p := point{1, 2} // moved to heap: p
	last = &p
}

type mode struct{ name string }

var current *mode

func setMode(name string) {
	current = &mode{name} // &mode{...} escapes to heap
}

// It is compared with nil: nothing is suggested.
var unset *point

func compared() bool {
	p := point{3, 4} // moved to heap: p
	unset = &p
	return unset != nil
}

func write(w io.Writer, s string) {
	w.Write([]byte(s)) // ([]byte)(s) escapes to heap
}

func show(name string, level int) {
	fmt.Println(name, level) // name escapes to heap, level escapes to heap
}

func main() {
	p := newPoint(1, 2)
	println(p.x, origin().x, newNode(newNode(nil)).next != nil, either(false).y)
	remember()
	setMode("fast")
	println(last.x, (*last).y, current.name, compared())
	write(os.Stdout, "text\n")
	show("a", 1)
}
