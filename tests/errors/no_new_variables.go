package main

func main() {
	a := 1
	a := 2 // ERROR "no new variables on left side of :="
	_ = a
	_ := 3 // ERROR "no new variables on left side of :="
	x.y := 4 // ERROR "undefined: x" "non-name x\.y on left side of :="
}
