// Names that hide others: builtins, types, packages, results and loop variables; each means what the innermost scope says.
package main

import (
	"fmt"
	"strconv"
	str "strings"
)

type int32 string

func (i int32) upper() string { return str.ToUpper(string(i)) }

var x = "package"

func len(s string) string { return "my len of " + s }

func results() (x int, err error) {
	if x := 5; x > 3 {
		_, err := strconv.Atoi("7")
		if err != nil {
			return 0, err
		}
	}
	{
		x, y := x+1, x+2
		_, _ = x, y
	}
	x++
	return
}

func closure() (out []string) {
	for x := 0; x < 2; x++ {
		x := fmt.Sprint("inner", x)
		func(x string) {
			x += "!"
			out = append(out, x)
		}(x)
		out = append(out, x)
	}
	return append(out, x)
}

func types() string {
	type x struct{ v string }
	type y = x
	v := y{"local type"}
	{
		type x []y
		return fmt.Sprint(x{v, v})
	}
}

func main() {
	var true, nil = false, 0
	string := func(s int32) str.Builder { var b str.Builder; b.WriteString(s.upper()); return b }
	b := string("text")
	fmt.Println(true, nil, b.String(), len("x"), x)
	fmt.Println(results())
	fmt.Println(closure(), types())
	switch x := x + "s"; x {
	case "packages":
		x := 1
		fmt.Println(x)
		fallthrough
	default:
		fmt.Println(x)
	}
	append := func(a, b int) int { return a*10 + b }
	fmt.Println(append(1, append(2, 3)))
	fmt := fmt.Sprint
	println := func(s ...interface{}) { x += fmt(s...) }
	println("a", 1)
	if x, y := 1, x; y == "packagea1" || x == 2 {
		print := fmt(x, y)
		x := print
		_ = x
	} else if z := x; z == 1 {
		println(z)
	}
	func() { defer func() { x = "changed" }() }()
	print := x
	_ = print
}
