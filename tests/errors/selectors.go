package main

type t struct{ x int }

func (t) m() {}

func main() {
	var v t
	_ = v.y
	v.n()
	v.M()
	var p **t
	_ = p.x
	_ = v.m.z
	1.foo() // ERROR "syntax error: unexpected foo at end of statement"
}
