package main

func f(a ...int, b int) {}
func g(a ...int) {}

func main() {
	g([]int{1}..., 2) // ERROR "syntax error: unexpected literal 2, expecting \)"
	g(1, []int{2}...)
	var x ...int // ERROR "syntax error: unexpected \.\.\., expecting type"
	g([]string{}...)
}
