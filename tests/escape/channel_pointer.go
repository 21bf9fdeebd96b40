// A pointer sent on a channel: whoever receives it may keep it, so what it points to is on the heap.
// The sibling sends a copy; its variable stays on the stack.
package main

import "fmt"

type point struct{ x, y int }

func sendPointer(c chan *point) {
	p := point{1, 2} // moved to the heap
	c <- &p
}

func sendValue(c chan point) {
	p := point{3, 4} // stays on the stack
	c <- p
}

func main() {
	pointers := make(chan *point, 1)
	values := make(chan point, 1)
	sendPointer(pointers)
	sendValue(values)
	p, v := <-pointers, <-values
	fmt.Println(p.x+p.y, v.x+v.y)
}
