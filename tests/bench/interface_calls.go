// Calls through interfaces and type switches in a hot loop.
package main

import "fmt"

type shape interface{ area() int }

type square struct{ side int }
type rectangle struct{ width, height int }
type point struct{}

func (s square) area() int     { return s.side * s.side }
func (r *rectangle) area() int { return r.width * r.height }
func (point) area() int        { return 0 }

func weight(s shape) int {
	switch s.(type) {
	case square:
		return 1
	case *rectangle:
		return 2
	}
	return 3
}

func main() {
	shapes := []shape{square{3}, &rectangle{4, 5}, point{}, square{6}, &rectangle{7, 8}}
	sum := 0
	for i := 0; i < 30000000; i++ {
		s := shapes[i%len(shapes)]
		sum += s.area() * weight(s)
	}
	fmt.Println(sum)
}
