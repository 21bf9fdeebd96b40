// Comparison of structs: which fields are looked at before one whose comparison panics.
package main

import "fmt"

type A struct {
	s string
	i int
}
type B struct {
	s, t string
	f    float64
	b    bool
}
type C struct {
	i any
	s string
	n int
}
type D struct {
	a int
	_ int
	A
}
type E struct {
	a string
	x [1]any
	b string
}

func try(name string, f func() bool) {
	defer func() {
		if e := recover(); e != nil {
			fmt.Println(name, e)
		}
	}()
	fmt.Println(name, f())
}

func anys(a, b any) bool { return a == b }

func main() {
	nan := 0.0
	nan /= nan
	f := func() {}
	for i, p := range [][2]A{{{"a", 1}, {"a", 1}}, {{"a", 1}, {"b", 1}}, {{"a", 1}, {"a", 2}}, {{"a", 1}, {"aa", 1}}, {{"", 0}, {"", 0}}} {
		fmt.Println("A", i, p[0] == p[1], p[0] != p[1], anys(p[0], p[1]))
	}
	for i, p := range [][2]B{{{"a", "b", 1, true}, {"a", "b", 1, true}}, {{"a", "b", 1, true}, {"a", "c", 1, true}}, {{"a", "b", 1, true}, {"a", "b", 1, false}}, {{"a", "b", nan, true}, {"a", "b", nan, true}}} {
		fmt.Println("B", i, p[0] == p[1], p[0] != p[1], anys(p[0], p[1]))
	}
	for i, p := range [][2]C{{{1, "a", 2}, {1, "a", 2}}, {{f, "a", 2}, {f, "a", 3}}, {{f, "a", 2}, {1, "a", 3}}, {{1, "a", 2}, {1, "a", 3}}} {
		try(fmt.Sprint("C", i), func() bool { return p[0] == p[1] })
		try(fmt.Sprint("C", i), func() bool { return anys(p[0], p[1]) })
	}
	for i, p := range [][2]D{{{1, 2, A{"a", 1}}, {1, 3, A{"a", 1}}}, {{1, 2, A{"a", 1}}, {1, 3, A{"a", 2}}}, {{1, 2, A{"a", 1}}, {1, 3, A{"b", 1}}}} {
		fmt.Println("D", i, p[0] == p[1], p[0] != p[1], anys(p[0], p[1]))
	}
	for i, p := range [][2]E{{{"a", [1]any{f}, "b"}, {"a", [1]any{f}, "c"}}, {{"a", [1]any{f}, "b"}, {"c", [1]any{f}, "b"}}, {{"a", [1]any{1}, "b"}, {"a", [1]any{1}, "c"}}, {{"a", [1]any{1}, "b"}, {"a", [1]any{1}, "b"}}} {
		try(fmt.Sprint("E", i), func() bool { return p[0] == p[1] })
		try(fmt.Sprint("E", i), func() bool { return anys(p[0], p[1]) })
	}
	for i, p := range [][2][2]any{{{f, 1}, {f, 2}}, {{f, 1}, {f, "a"}}, {{1, f}, {2, f}}, {{1, f}, {1, f}}} {
		try(fmt.Sprint("any", i), func() bool { return p[0] == p[1] })
		try(fmt.Sprint("any", i), func() bool { return anys(p[0], p[1]) })
	}
	for i, p := range [][2]struct{ a, b any }{{{f, 1}, {f, 2}}, {{f, 1}, {f, "a"}}, {{1, f}, {2, f}}, {{1, f}, {1, f}}} {
		try(fmt.Sprint("st", i), func() bool { return p[0] == p[1] })
		try(fmt.Sprint("st", i), func() bool { return anys(p[0], p[1]) })
	}
}
