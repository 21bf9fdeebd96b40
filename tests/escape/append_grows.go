// A slice grown by append past its capacity: the first array is on the stack, the grown one on the heap. The
// sibling never grows. The addresses of elements show the move.
package main

import "fmt"

func grow(n int) (moved bool, sum int) {
	s := make([]int, 0, 4)
	s = append(s, 0)
	first := &s[0]
	for i := 1; i < n; i++ {
		s = append(s, i)
	}
	for _, v := range s {
		sum += v
	}
	return first != &s[0], sum
}

func main() {
	fmt.Println(grow(4))
	fmt.Println(grow(5))
	fmt.Println(grow(1000))
}
