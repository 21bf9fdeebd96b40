package main

func main() {
	x := 1 +
	y := [3 // ERROR "syntax error: unexpected := at end of statement"
	z := (1 // ERROR "syntax error: unexpected newline, expecting \)"
}
