package main

func main() {
	var f float64 = 1
	_ = f << 1 // ERROR "invalid operation: shifted operand f \(variable of type float64\) must be integer"
	_ = 1 << -1 // ERROR "invalid operation: negative shift count -1 \(untyped int constant\)"
	_ = 1 << 1.5 // ERROR "1\.5 \(untyped float constant\) truncated to uint"
	s := "a"
	_ = 1 << s // ERROR "invalid operation: shift count s \(variable of type string\) must be integer"
	var u uint = 1
	_ = 1.0 << u // ERROR "invalid operation: 1\.0 << u \(shift of type float64\)"
	var w int64 = 1.5 << u // ERROR "invalid operation: shifted operand 1\.5 \(untyped float constant\) must be integer"
	_ = w
}
