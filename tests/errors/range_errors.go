package main

func main() {
	for range 1.5 { // ERROR "cannot range over 1\.5 \(untyped float constant\)"
	}
	for a, b := range make(chan int) { // ERROR "range over make\(chan int\) \(value of type chan int\) permits only one iteration variable"
		_, _ = a, b
	}
	for a, b, c := range []int{} { // ERROR "a declared but not used" "b declared but not used" "range clause permits at most two iteration variables"
	}
	var s string
	for _, s = range "abc" { // ERROR "cannot use s \(value of type rune\) as type string in assignment"
	}
	_ = s
	for range func() {} { // ERROR "cannot range over func\(\) \{\} \(value of type func\(\)\)"
	}
}
