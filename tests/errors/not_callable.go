// Calls of what is no function: the arguments are not looked at. Selectors of builtin functions.
package main

func main() {
	var u, v, w int // ERROR "u declared but not used" "v declared but not used" "w declared but not used"
	5(u)            // ERROR "invalid operation: cannot call non-function 5 \(untyped int constant\)"
	_ = "x"(w, v+y) // ERROR "invalid operation: cannot call non-function .x. \(untyped string constant\)"
	_ = real.x      // ERROR "cannot select on real \(built-in\)"
	println.q()     // ERROR "cannot select on println \(built-in\)"
}
