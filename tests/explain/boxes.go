package main

// explain: boxes.go:box
// explain: boxes.go:boxStruct
// explain: boxes.go:panics

type square struct{ side int }
type shape interface{ area() int }

func (s *square) area() int { return s.side * s.side }

type node struct {
	next *node
	val  int
}
type list struct {
	first *node
	count int
}

var registry map[string]func() int
var global interface{}

func box(n int) { global = n }

func boxStruct(s square) { global = s }

func panics() {
	s := square{1}
	panic(&s)
}

func main() {}
