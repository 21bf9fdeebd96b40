package main

func main() {
	x := nil // ERROR "use of untyped nil in assignment"
	var y = nil // ERROR "use of untyped nil in variable declaration"
	var i int = nil // ERROR "cannot use nil as int value in variable declaration"
	_ = nil == nil // ERROR "invalid operation: nil == nil \(operator == not defined on untyped nil\)"
	s := "a"
	_ = s == nil // ERROR "invalid operation: s == nil \(mismatched types string and untyped nil\)"
	_, _, _ = x, y, i
}
