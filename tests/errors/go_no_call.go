// What stands behind go and defer and is no call is checked like one without arguments; tags that are no strings.
package main

type tags struct {
	a int 'c' // ERROR "invalid AST: incorrect tag syntax: .'c'."
	b int 1.5 // ERROR "invalid AST: incorrect tag syntax: .1\.5."
	c int "ok"
}

func main() {
	go func() // ERROR "expression in go must be function call" "missing argument in conversion to func"
	defer []int // ERROR "expression in defer must be function call" "missing argument in conversion to ..int"
	go println // ERROR "expression in go must be function call"
	defer f(1).x // ERROR "undefined: f" "expression in defer must be function call"
	go (main()) // ERROR "expression in go must not be parenthesized"
}
