package main

func main() {
	switch x := 1; x {
	case 1, 2:
	case 2: // ERROR "duplicate case 2 \(constant of type int\) in expression switch"
	}
	switch "a" {
	case "a":
	case "a": // ERROR "duplicate case .a. \(constant of type string\) in expression switch"
	}
	var e interface{}
	switch e.(type) {
	case int:
	case string, int: // ERROR "duplicate case int in type switch"
	}
}
