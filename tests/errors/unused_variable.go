package main

func main() {
	x := 1 // ERROR "x declared but not used"
	var y, z int // ERROR "y declared but not used"
	_ = z
}
