package main

// explain: methods.go:(*list).push
// explain: methods.go:list.push
// explain: methods.go:methodValue
// explain: methods.go:toShape

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

func (l *list) push(v int) {
	l.first = &node{l.first, v}
	l.count++
}

func methodValue(s *square) { register("area", s.area) }

func toShape(side int) shape { return &square{side} }

func register(name string, f func() int) { registry[name] = f }

func main() {}
