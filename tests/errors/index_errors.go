package main

func main() {
	a := [3]int{}
	_ = a[3] // ERROR "invalid argument: index 3 out of bounds \[0:3\]"
	_ = a[-1] // ERROR "invalid argument: index -1 \(constant of type int\) must not be negative"
	_ = a["x"] // ERROR "cannot convert .x. \(untyped string constant\) to int"
	s := []int{}
	_ = s[1.5] // ERROR "1\.5 \(untyped float constant\) truncated to int"
	_ = s[2:1] // ERROR "invalid slice indices: 1 < 2"
	_ = "abc"[5] // ERROR "invalid argument: index 5 out of bounds \[0:3\]"
	m := map[string]int{}
	_ = m[1] // ERROR "cannot use 1 \(untyped int constant\) as string value in map index"
	x := 1
	_ = x[0] // ERROR "invalid operation: cannot index x \(variable of type int\)"
	_ = "abc"[0:1:2] // ERROR "invalid operation: 3-index slice of string"
}
