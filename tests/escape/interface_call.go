// A method called through an interface: the compiler cannot see which Read runs, so the buffer may be kept and is on the heap.
// The sibling calls the method of a known type; its buffer stays on the stack.
package main

import (
	"fmt"
	"io"
	"strings"
)

func dynamic(r io.Reader) int {
	buf := make([]byte, 16) // escapes
	n, _ := r.Read(buf)
	return n
}

func static(r *strings.Reader) int {
	buf := make([]byte, 16) // does not escape
	n, _ := r.Read(buf)
	return n
}

func main() {
	fmt.Println(dynamic(strings.NewReader("through an interface")))
	fmt.Println(static(strings.NewReader("known")))
}
