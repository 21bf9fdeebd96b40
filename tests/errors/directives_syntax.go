// Directives in a file with syntax errors: those of a declaration that is wrong are not misplaced.
package main

//go:noinline
func f() {
	x :=
} // ERROR "syntax error: unexpected }, expecting expression"

//go:noinline
func g(a int { // ERROR "syntax error: unexpected { in parameter list; possibly missing comma or \)"
} // ERROR "syntax error: unexpected } after top level declaration"

func h() {
	//go:noinline // ERROR "misplaced compiler directive"
	_ = 1
}

//go:noinline
interface T() // ERROR "syntax error: non-declaration statement outside function body"

func main() {
}
