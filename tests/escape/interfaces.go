package main

type shape interface{ area() int }

type square struct{ side int }

func (s square) area() int { return s.side * s.side }

type rect struct{ w, h int }

func (r *rect) area() int { return r.w * r.h }

var last shape

func call(s shape) int { return s.area() }

func keepShape(s shape) { last = s }

func box(x int) interface{} { return x }

func unbox(e interface{}) int {
	n, _ := e.(int)
	return n
}

func devirtual() int {
	var s shape = square{3}
	return s.area()
}

func devirtualPointer() int {
	var s shape = &rect{2, 3}
	return s.area()
}

func main() {
	println(call(square{2}), call(&rect{3, 4}))
	keepShape(&rect{5, 6})
	println(unbox(7), unbox(box(1000)), devirtual(), devirtualPointer())
}
