package main

func f(a int) {
	var a string // ERROR "a redeclared in this block"
	_ = a
	{
		b := 1
		_ = b
	}
	_ = b // ERROR "undefined: b"
}

func g(a, a int) {} // ERROR "a redeclared in this block"

func h() (r int) {
	r := 1 // ERROR "no new variables on left side of :="
	return r
}

func main() {
	if x := 1; x > 0 {
	}
	_ = x // ERROR "undefined: x"
}
