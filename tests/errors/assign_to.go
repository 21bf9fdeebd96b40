package main

type t struct{ x int }

const c = 1

func f() int { return 1 }

func main() {
	c = 2 // ERROR "cannot assign to c \(untyped int constant 1\)"
	f() = 3 // ERROR "cannot assign to f\(\) \(value of type int\)"
	"a"[0] = 'b' // ERROR "cannot assign to .a.\[0\] \(value of type byte\)"
	m := map[string]t{}
	m["a"].x = 1 // ERROR "cannot assign to struct field m\[.a.\]\.x in map"
	nil = nil // ERROR "cannot assign to nil"
	s := "abc"
	s[0] = 'x' // ERROR "cannot assign to s\[0\] \(value of type byte\)"
	1 = 2 // ERROR "cannot assign to 1 \(untyped int constant\)"
}
