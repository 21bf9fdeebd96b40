// switch: no tag, tags with effects, duplicate values by expression, default in the middle, fallthrough chains, type switches with several
// types and nil, jump tables and strings by length, init statements and shadowing.
package main

import (
	"fmt"
	"io"
	"strings"
)

func dense(i int) string {
	switch i {
	case 0:
		return "zero"
	case 1, 2:
		return "few"
	default:
		return "many"
	case 3:
		return "three"
	case 4, 5, 6, 7, 8, 9:
		return "some"
	case -1:
		return "minus"
	case 10:
		fallthrough
	case 11:
		return "teens"
	case 1 << 40:
		return "huge"
	}
}

func byString(s string) int {
	switch s {
	case "":
		return 0
	case "a", "b", "c":
		return 1
	case "if", "do", "go":
		return 2
	case "for", "var", "map", "int":
		return 3
	case "func", "case", "else", "goto", "type", "chan", "bool", "byte":
		return 4
	case "break", "const", "defer", "range":
		return 5
	}
	return -1
}

func falls(n int) (s string) {
	switch {
	case n > 100:
		s += "hundred "
		fallthrough
	case n > 10:
		s += "ten "
		fallthrough
	case n < 0:
		s += "negative or more "
	case n == 5:
		s += "five "
		fallthrough
	default:
		s += "default "
	}
	return
}

func kind(x interface{}) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int, int64:
		return fmt.Sprintf("integer %v", v)
	case float64:
		return fmt.Sprint("float ", v/2)
	case func() int:
		return fmt.Sprint("func ", v())
	case []int:
		return fmt.Sprint("slice ", len(v))
	case map[string]int:
		return fmt.Sprint("map ", v["a"])
	case error:
		return "error " + v.Error()
	case fmt.Stringer:
		return "stringer " + v.String()
	case *int:
		return fmt.Sprint("pointer ", *v)
	case struct{ a int }:
		return fmt.Sprint("struct ", v.a)
	case chan<- int, <-chan int:
		return fmt.Sprintf("one way %T", v)
	case [2]string:
		return v[1]
	}
	return fmt.Sprintf("other %T", x)
}

type named int

func (n named) String() string { return "named!" }

var calls int

func tag() int    { calls++; return 2 }
func c(n int) int { calls += 10; return n }

func main() {
	for _, i := range []int{-2, -1, 0, 1, 2, 3, 5, 9, 10, 11, 12, 1 << 40, 1<<40 + 1, -1 << 63} {
		fmt.Print(dense(i), " ")
	}
	fmt.Println()
	for _, s := range strings.Fields("a b d if of go for fur map func cast type chap byte break const brake range strange") {
		fmt.Print(byString(s), " ")
	}
	fmt.Println(byString(""))
	for _, n := range []int{500, 50, 5, 0, -5} {
		fmt.Println(falls(n))
	}
	one := 1
	for _, x := range []interface{}{nil, 1, int64(2), 3.0, func() int { return 4 }, []int{1}, map[string]int{"a": 6}, io.EOF, named(3), &one, struct{ a int }{8},
		make(chan<- int), make(<-chan int), make(chan int), [2]string{"x", "y"}, int8(1), struct{ b int }{8}, "s", (*named)(nil) == nil} {
		fmt.Print(kind(x), "; ")
	}
	fmt.Println()
	switch tag() {
	case c(1), c(2), c(3):
		fmt.Println("second", calls)
	}
	switch x := tag() + 1; {
	case x == 3:
		fmt.Println("shadowed", x)
	}
	switch x := interface{}(one).(type) {
	case int:
		x++
		fmt.Println(x, one)
	}
	switch interface{}(named(1)) {
	case 1:
		fmt.Println("int")
	case named(1):
		fmt.Println("named")
	}
	switch f := 0.5; {
	case f < 0.5, f > 0.5:
		fmt.Println("no")
	case f == 0.5:
		fmt.Println("half")
	}
	switch u := uint8(200); u {
	case 100 + 100:
		fmt.Println("wide")
	case 255:
	}
	var w io.Writer
	switch w.(type) {
	case io.ReadWriter:
	case nil:
		fmt.Println("nil writer")
	}
	switch [2]int{1, 2} {
	case [2]int{1, 2}:
		fmt.Println("array")
	}
	switch {
	}
	switch one := 5; one {
	default:
		fmt.Println("only default", one)
	}
}
