package main

type a struct{ x int }
type b struct{ x int }
type c struct {
	a
	b
}
type d struct {
	*[]int // ERROR "syntax error: unexpected \[, expecting name"
	a
	a
}

func main() {
	var v c
	_ = v.x
}
