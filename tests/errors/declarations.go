package main

import "os" // ERROR "imported and not used"

type node struct { // ERROR "invalid recursive type node"
	next node
}

type list struct{ next *list }

type pointer *int

func (p pointer) m() {} // ERROR "invalid receiver type"

func (int) n() {} // ERROR "cannot define new methods on non-local type int"

func pair(a, a int) {} // ERROR "redeclared in this block"

var first = second() // ERROR "initialization loop for first"

func second() int { return first }

func missing() int {
} // ERROR "missing return"

func main() {
	unused := 1 // ERROR "declared but not used"
	var array [10]int
	_ = array[1:11]                          // ERROR "out of bounds"
	_ = array[3:2]                           // ERROR "invalid slice indices"
	_ = map[string]int{"a": 1, "a": 2}       // ERROR "duplicate key"
	_ = []int{1: 1, 1: 2}                    // ERROR "duplicate index"
	_ = struct{ x, y int }{x: 1, x: 2}       // ERROR "duplicate field name x in struct literal"
	_ = map[[]int]int{}                      // ERROR "invalid map key type"
	var f float64 = 1 << uint(len("ab"))
	_ = f
	var n uint
	f = 1 << n // ERROR "shift of type float64"
}
