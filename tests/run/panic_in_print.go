// An operand of println that panics: the panic's own message is printed.
package main

func identity(x int) int { return x }

func main() {
	println("before")
	println("quotient", 7/identity(0))
}
