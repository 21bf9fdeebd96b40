package main

func main() {
	switch 1 {
	case 1:
		fallthrough // ERROR "cannot fallthrough final case in switch"
	}
	fallthrough // ERROR "fallthrough statement out of place"
	var e interface{}
	switch e.(type) {
	case int:
		fallthrough // ERROR "cannot fallthrough in type switch"
	default:
	}
	switch 1 {
	case 1:
		if true {
			fallthrough // ERROR "fallthrough statement out of place"
		}
	default:
	}
}
