// Constants of float type in messages.
package main

const a float64 = 1000000
const c = 3000000 / 1.0
const d = 1 << 40 * 1.0
const e float32 = 16777217
const f = 1e6 + 0i
const h float64 = 1 << 62
const k = complex(1e7, 2e7)

var _ = &a // ERROR "invalid operation: cannot take address of a \(constant 1e\+06 of type float64\)"
var _ = &c // ERROR "invalid operation: cannot take address of c \(untyped float constant 3e\+06\)"
var _ = &d // ERROR "invalid operation: cannot take address of d \(untyped float constant 1\.09951e\+12\)"
var _ = &e // ERROR "invalid operation: cannot take address of e \(constant 1\.67772e\+07 of type float32\)"
var _ = &f // ERROR "invalid operation: cannot take address of f \(untyped complex constant \(1e\+06 \+ 0i\)\)"
var _ = &h // ERROR "invalid operation: cannot take address of h \(constant 4\.61169e\+18 of type float64\)"

func main() {
	_ = 1 << 2e6 // ERROR "invalid operation: invalid shift count 2e6 \(untyped float constant 2000000\)"
	var _ int8 = 1e7 // ERROR "cannot use 1e7 \(untyped float constant 1e\+07\) as int8 value in variable declaration \(truncated\)"
	_ = map[float64]int{1e8: 2, 1e8: 3} // ERROR "duplicate key 1e\+08 in map literal"
}
