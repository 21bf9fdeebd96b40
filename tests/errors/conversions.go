package main

type t struct{}

func main() {
	_ = int("a") // ERROR "cannot convert .a. \(untyped string constant\) to type int"
	_ = string(1.5) // ERROR "cannot convert 1\.5 \(untyped float constant\) to type string"
	_ = t(1) // ERROR "cannot convert 1 \(untyped int constant\) to type t"
	_ = []byte(1) // ERROR "cannot convert 1 \(untyped int constant\) to type \[\]byte"
	_ = (*int)(1) // ERROR "cannot convert 1 \(untyped int constant\) to type \*int"
	_ = float64(true) // ERROR "cannot convert true \(untyped bool constant\) to type float64"
	_ = int(2, 3) // ERROR "too many arguments in conversion to int"
	_ = int() // ERROR "missing argument in conversion to int"
}
