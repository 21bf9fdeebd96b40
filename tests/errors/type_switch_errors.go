package main

func main() {
	x := 1
	switch x.(type) { // ERROR "x \(variable of type int\) is not an interface"
	}
	var e interface{ m() }
	switch y := e.(type) { // ERROR "y declared but not used"
	case int: // ERROR "impossible type switch case: int"
	}
	_ = x.(int) // ERROR "invalid operation: x \(variable of type int\) is not an interface"
	_ = e.(string) // ERROR "impossible type assertion: e\.\(string\)"
}
