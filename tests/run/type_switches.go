// Type switches: several types in a clause, nil, interfaces before and after concrete types, with an initial statement, without a
// variable, and assertions with and without comma.
package main

import (
	"errors"
	"fmt"
)

type num int
type shape interface{ sides() int }
type named interface{ name() string }
type tri struct{}
type quad struct{ n string }

func (tri) sides() int       { return 3 }
func (*quad) sides() int     { return 4 }
func (q *quad) name() string { return q.n }

func classify(x interface{}) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int, int64:
		return fmt.Sprintf("integer %v %T", v, v)
	case num:
		return fmt.Sprint("num ", v+1)
	case string:
		return "string of " + fmt.Sprint(len(v))
	case []int:
		return fmt.Sprint("slice ", len(v), cap(v))
	case map[string]int:
		return fmt.Sprint("map ", v["k"])
	case func(int) int:
		return fmt.Sprint("func ", v(4))
	case error:
		return "error " + v.Error()
	case interface {
		shape
		named
	}:
		return v.name() + fmt.Sprint(v.sides())
	case shape:
		return fmt.Sprint("shape ", v.sides())
	case *int:
		*v++
		return fmt.Sprint("pointer ", *v)
	case [2]bool, struct{ a int }:
		return fmt.Sprintf("composite %v", v)
	case chan<- int:
		return fmt.Sprint("send-only ", cap(v))
	default:
		return fmt.Sprintf("other %T", v)
	}
}

func try(f func()) {
	defer func() {
		err := recover().(error)
		fmt.Println(err)
	}()
	f()
}

func main() {
	n := 41
	values := []interface{}{nil, 1, int64(2), int8(3), num(4), "five", []int{6}, map[string]int{"k": 7}, func(x int) int { return x * 2 },
		errors.New("nine"), &quad{"quad"}, tri{}, &tri{}, quad{"value"}, &n, [2]bool{true}, struct{ a int }{5}, make(chan<- int, 3), make(chan int)}
	for _, v := range values {
		fmt.Println(classify(v))
	}
	var s shape
	fmt.Println(classify(s))
	s = (*quad)(nil)
	fmt.Println(s == nil, s.sides())
	switch x := s; y := x.(type) {
	case *quad:
		fmt.Println("quad pointer", y == nil)
	}
	switch s.(type) {
	case named:
		fmt.Println("it has a name")
	case tri:
		fmt.Println("a triangle")
	}
	_, isTri := s.(tri)
	q, isQuad := s.(*quad)
	nm, isNamed := s.(named)
	fmt.Println(isTri, q == nil, isQuad, nm != nil, isNamed)
	var e interface{} = 5
	try(func() { fmt.Println(e.(string)) })
	try(func() { fmt.Println(e.(shape)) })
	try(func() { fmt.Println(s.(tri)) })
	try(func() { var z interface{}; fmt.Println(z.(int)) })
	try(func() { var z shape; fmt.Println(z.(named)) })
	try(func() { s = tri{}; fmt.Println(s.(named)) })
	if v, ok := e.(int); ok {
		fmt.Println("int", v)
	} else if v, ok := e.(string); ok {
		fmt.Println("string", v)
	}
}
