// Shifting by a negative count panics, in each form a shift has.
package main

import "fmt"

func try(name string, f func() int) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, r)
		}
	}()
	fmt.Println(name, f())
}

func main() {
	n := -1
	var m int8 = -128
	x := 1
	try("left", func() int { return x << n })
	try("right", func() int { return x >> n })
	try("narrow", func() int { return x << m })
	try("assign", func() int { x <<= n; return x })
	try("good", func() int { n = 3; return x << n })
	try("constant", func() int { return 1 << m })
	try("unsigned", func() int { return x << uint8(m) })
}
