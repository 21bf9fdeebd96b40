package main

// explain: containers.go:slicesOf
// explain: containers.go:mapValue
// explain: containers.go:copyTo
// explain: containers.go:chans

func slicesOf() [][]int {
	row := []int{1, 2, 3}
	return [][]int{row}
}

func mapValue() {
	z := 5
	m := map[string]*int{}
	m["z"] = &z
	_ = m
}

func copyTo(dst []*int) {
	q := 9
	src := []*int{&q}
	copy(dst, src)
}

func chans() chan []byte {
	c := make(chan []byte, 1)
	c <- make([]byte, 8)
	return c
}

func main() {}
