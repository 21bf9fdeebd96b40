package main

type t struct{ f func() }

func main() {
	a, b := []int{}, []int{}
	_ = a == b // ERROR "invalid operation: a == b \(slice can only be compared to nil\)"
	m := map[string]int{}
	_ = m == m // ERROR "invalid operation: m == m \(map can only be compared to nil\)"
	_ = t{} == t{} // ERROR "invalid operation: t\{\} == t\{\} \(struct containing func\(\) cannot be compared\)"
	var k map[[]int]string // ERROR "invalid map key type \[\]int"
	_ = k
	f := func() {}
	_ = f == f // ERROR "invalid operation: f == f \(func can only be compared to nil\)"
}
