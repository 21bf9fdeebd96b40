// An uncaught assignment to an entry of a nil map, in a method called through an interface.
package main

import "fmt"

type registry struct{ names map[string]int }
type adder interface{ add(string) }

func (r *registry) add(s string) { r.names[s]++ }

func register(a adder, names ...string) {
	for _, n := range names {
		fmt.Println("add", n)
		a.add(n)
	}
}

func main() {
	r := &registry{}
	fmt.Println(r.names["x"], len(r.names))
	register(r, "x", "y")
}
