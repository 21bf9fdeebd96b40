package main

func main() {
	s := "a"
	_ = -s // ERROR "invalid operation: operator - not defined on s \(variable of type string\)"
	_ = !1 // ERROR "invalid operation: operator ! not defined on 1 \(untyped int constant\)"
	_ = s << 1 // ERROR "invalid operation: shifted operand s \(variable of type string\) must be integer"
	var p *int
	_ = p + 1 // ERROR "cannot convert 1 \(untyped int constant\) to \*int"
	_ = &1 // ERROR "invalid operation: cannot take address of 1 \(untyped int constant\)"
	_ = *s // ERROR "invalid operation: cannot indirect s \(variable of type string\)"
	_ = s && true // ERROR "invalid operation: s && true \(mismatched types string and untyped bool\)"
}
