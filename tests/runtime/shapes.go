// Interfaces, embedding and type switches.
package main

import (
	"fmt"
	"math"
)

type shape interface {
	area() float64
}

type named struct{ name string }

func (n named) String() string { return "<" + n.name + ">" }

type circle struct {
	named
	radius float64
}

type box struct {
	named
	width, height float64
}

func (c circle) area() float64 { return math.Pi * c.radius * c.radius }
func (b *box) area() float64   { return b.width * b.height }

func describe(s shape) string {
	switch s := s.(type) {
	case circle:
		return fmt.Sprintf("%v of radius %g", s, s.radius)
	case *box:
		return fmt.Sprintf("%v %gx%g", s, s.width, s.height)
	default:
		return "unknown"
	}
}

func main() {
	for _, s := range []shape{circle{named{"disc"}, 2}, &box{named{"card"}, 3, 4}} {
		fmt.Printf("%s: area %.3f\n", describe(s), s.area())
	}
}
