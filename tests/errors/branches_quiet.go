// A function body with an error that leaves it whole is checked but for its labels and branches.
package main

func f(x int) bool {
	for {
		defer x // ERROR "expression in defer must be function call" "cannot call non-function x"
		if x > 1 {
			break
		}
		goto L
	}
	continue
} // ERROR "missing return"

func g(x interface{}) {
	switch x.(type) {
	case int:
		{
			fallthrough // ERROR "cannot fallthrough in type switch"
		}
	default:
		for {
			fallthrough // ERROR "fallthrough statement out of place"
		}
	}
	goto M // ERROR "goto M jumps over declaration of a at .*branches_quiet.go:28:3"
	var (
		a int
		b int
	)
M:
	_, _ = a, b
}

func h(x int) {
	v := 1 // ERROR "v declared but not used"
	switch undef.(type) { // ERROR "undefined: undef"
	default:
		_ = v
	}
	switch y := x.(type) { // ERROR "x \(variable of type int\) is not an interface" "y declared but not used"
	case string:
	default:
		undefined() // ERROR "undefined: undefined"
	}
}

func i() {
	switch t := nil.(type) { // ERROR "nil is not an interface"
	default:
		_ = t
	}
}

func main() {}
