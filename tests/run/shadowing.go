// Scopes: shadowing of variables, packages, predeclared names, parameters, results and types; the scope of what := declares.
package main

import "fmt"

var x = "package"

type int32 string

const true = false

func len(s string) string { return "len of " + s }

func params(x int) (y int) {
	{
		x := "inner"
		y := x + "!"
		fmt.Println(x, y)
	}
	if x := x * 2; x > 5 {
		y := x
		fmt.Println(x, y)
	} else if y := x + 1; y > 3 {
		fmt.Println("else", x, y)
	} else {
		fmt.Println("last", x, y)
	}
	for x := 0; x < 2; x++ {
		x := x * 10
		fmt.Print(x, " ")
	}
	fmt.Println(x, y)
	return x
}

func types() {
	type T struct{ a int }
	t := T{1}
	{
		type T struct{ b string }
		u := T{"u"}
		fmt.Printf("%v %v %T %T\n", t, u, t, u)
	}
	type int = string
	var s int = "a string"
	fmt.Println(s)
}

func self() {
	x := x + " variable"
	fmt.Println(x)
	f := func(x func() string) string { return x() + "?" }
	fmt.Println(f(func() string { return x }))
	switch x := interface{}(x).(type) {
	case string:
		x += " in case"
		fmt.Println(x)
	}
	x, n := "again", 1
	x, m := "thrice", 2
	fmt.Println(x, n, m)
}

func main() {
	fmt.Println(x, true, len("abc"), int32("text"))
	params(1)
	params(3)
	params(2)
	types()
	self()
	nil := "nil is not nil"
	fmt.Println(nil)
	{
		fmt := func(s string) string { return "fmt " + s }
		println := func(s string) string { return fmt(s) }
		x = println("shadowed")
	}
	fmt.Println(x)
	var append, iota = 1, 2
	fmt.Println(append + iota)
	string := func(b byte) byte { return b + 1 }
	fmt.Println(string('a'))
	main := 5
	_ = main
	if x := 1; false {
		fmt.Println(x)
	} else {
		x := x + 1
		fmt.Println(x)
	}
}
