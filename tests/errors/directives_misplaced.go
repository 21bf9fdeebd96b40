// Directives before declarations that they say nothing about.

//go:noinline // ERROR "misplaced compiler directive"
package main

import _ "unsafe"

//go:noinline // ERROR "misplaced compiler directive"
type T int

//go:notinheap // ERROR "misplaced compiler directive"
func f() {}

const (
	//go:nosplit // ERROR "misplaced compiler directive"
	c = 1
)

func main() {
	//go:noinline // ERROR "misplaced compiler directive"
	var z int
	z++
}
