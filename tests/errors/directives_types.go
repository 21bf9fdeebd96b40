// What is wrong with directives is told of packages whose types are in order.
package main

//go:noinline
var x int = "s" // ERROR "cannot use .s. \(untyped string constant\) as int value in variable declaration"

//go:linkname f runtime.f
func f()

func main() { f() }
