package main

func main() {
	_ = len(1) // ERROR "invalid argument: 1 \(untyped int constant\) for len"
	_ = cap(map[string]int{}) // ERROR "invalid argument: map\[string\]int\{\} \(value of type map\[string\]int\) for cap"
	_ = make(int) // ERROR "invalid argument: cannot make int; type must be slice, map, or channel"
	_ = make([]int) // ERROR "invalid operation: make\(\[\]int\) expects 2 or 3 arguments; found 1"
	_ = make([]int, 2, 1) // ERROR "invalid argument: length and capacity swapped"
	_ = new(1) // ERROR "1 is not a type"
	delete(1, 2) // ERROR "invalid argument: 1 \(untyped int constant\) is not a map"
	copy(1, 2) // ERROR "invalid argument: copy expects slice arguments; found 1 \(untyped int constant\) and 2 \(untyped int constant\)"
	close(1) // ERROR "invalid operation: cannot close non-channel 1 \(untyped int constant\)"
	_ = append(1, 2) // ERROR "first argument to append must be a slice; have 1 \(untyped int constant\)"
	_ = len() // ERROR "invalid operation: not enough arguments for len\(\) \(expected 1, found 0\)"
	panic() // ERROR "invalid operation: not enough arguments for panic\(\) \(expected 1, found 0\)"
	_ = complex(1, "a") // ERROR "invalid operation: complex\(1, .a.\) \(mismatched types untyped float and untyped string\)"
}
