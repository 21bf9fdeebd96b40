package main

func main() {
	foo() // ERROR "undefined: foo"
	x := bar + 1 // ERROR "undefined: bar"
	var y baz // ERROR "undefined: baz"
	_, _ = x, y
}
