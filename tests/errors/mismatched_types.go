package main

func main() {
	a, b := 1, "x"
	_ = a + b // ERROR "invalid operation: a \+ b \(mismatched types int and string\)"
	_ = a == b // ERROR "invalid operation: a == b \(mismatched types int and string\)"
	var f float64 = 2
	_ = a * f // ERROR "invalid operation: a \* f \(mismatched types int and float64\)"
}
