package main

func two() (int, int) { return 1, 2 }

func main() {
	a := two() // ERROR "assignment mismatch: 1 variable but two returns 2 values"
	b, c, d := two() // ERROR "assignment mismatch: 3 variables but two returns 2 values"
	e, f := 1 // ERROR "assignment mismatch: 2 variables but 1 value"
	g, h := 1, 2, 3 // ERROR "assignment mismatch: 2 variables but 3 values"
	_, _, _, _, _, _, _, _ = a, b, c, d, e, f, g, h
}
