// Large literals of constants, assigned to variables, through pointers, to elements, in maps and interfaces.
package main

import "fmt"

type T struct {
	A [2000]int32
	S string
	P *int
	M map[string]int
	E [3]struct{ a, b string }
}

var g T

//go:noinline
func set(p *T) { *p = T{S: "x", A: [2000]int32{5: 7, 1999: -1}, E: [3]struct{ a, b string }{1: {b: "q"}}} }

//go:noinline
func clear(p *T) { *p = T{} }

//go:noinline
func at(s []T, i int) { s[i] = T{S: "y"} }

func main() {
	x := 4
	p := &T{P: &x, M: map[string]int{"a": 1}, S: "old"}
	p.A[3] = 9
	set(p)
	fmt.Println(p.A[3], p.A[5], p.A[1999], p.S, p.P, p.M, p.E)
	clear(p)
	fmt.Println(p.A[5], p.S, p.E)
	g.P = &x
	g = T{S: "z"}
	fmt.Println(g.S, g.P)
	s := make([]T, 3)
	at(s, 2)
	fmt.Println(s[2].S, s[1].S)
	m := map[string]T{}
	m["k"] = T{S: "in map"}
	fmt.Println(m["k"].S, m["k"].A[7])
	var i interface{} = T{S: "boxed"}
	fmt.Println(i.(T).S)
	defer func() { fmt.Println(recover()) }()
	set(nil)
}
