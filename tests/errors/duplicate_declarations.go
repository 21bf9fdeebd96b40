package main

var a int
var a string // ERROR "a redeclared in this block"

func f() {}
func f() {} // ERROR "f redeclared in this block"

type t struct {
	x int
	x string // ERROR "x redeclared"
}

func main() {
	b := 1
	var b int // ERROR "b redeclared in this block"
	b := 2 // ERROR "no new variables on left side of :="
	_ = b
}
