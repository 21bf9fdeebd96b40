// Pointers stored in a slice that outlives the function: what they point to is on the heap, wherever the
// slice's own array is. The sibling's slice and its elements die with the frame.
package main

import "fmt"

func collect(names []*string) []*string {
	s := "stored" // moved to the heap: names comes from outside
	return append(names, &s)
}

func count() int {
	a, b := "left", "right"
	local := []*string{&a, &b} // all on the stack
	n := 0
	for _, p := range local {
		n += len(*p)
	}
	return n
}

func main() {
	for _, p := range collect(nil) {
		fmt.Println(*p)
	}
	fmt.Println(count())
}
