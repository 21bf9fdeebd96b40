// A type switch's variable that is moved to the heap, in a clause and in the default clause.
package main

import "fmt"

var keep []interface{}

type T struct{ a, b int }

func kind(x interface{}) {
	switch v := x.(type) {
	case nil:
		fmt.Println("nil", len(keep))
	case T:
		keep = append(keep, &v)
	default:
		keep = append(keep, &v)
	}
}

func show(p interface{}) {
	switch p := p.(type) {
	case *T:
		fmt.Println("T", p.a, p.b)
	case *interface{}:
		fmt.Println("default", (*p).(string))
	}
}

func main() {
	for i := 0; i < 3; i++ {
		kind(nil)
		kind(T{i, i + 1})
		kind("s")
	}
	for _, p := range keep {
		show(p)
	}
}
