package main

import "fmt"

type holder struct{ value interface{} }

func (h holder) get() interface{} {
	fmt.Println("get")
	return h.value
}

func text(s string) string {
	fmt.Println(s)
	return s
}

func number(n int) int {
	fmt.Println(n)
	return n
}

// The length of an array is a constant where nothing is called or received to reach it, else the
// expression is evaluated.
func main() {
	h := holder{&[4]string{"a", "b", "c", "d"}}
	fmt.Println(len(*h.get().(*[4]string)), cap(h.get().(*[4]string)))
	fmt.Println(len(holder{[2]int{}}.get().([2]int)))
	fmt.Println(len([1]map[string]int{{text("key"): 1}}))
	s := []int{1, 2, 3}
	const two = len((*[2]int)(s[1:3]))
	fmt.Println(two, len((*[2]int)(s[number(1):])))
	c := make(chan [3]int, 1)
	c <- [3]int{}
	fmt.Println(len(<-c), len(c))
	var none interface{}
	const five = len(none.([5]int))
	fmt.Println(five)
}
