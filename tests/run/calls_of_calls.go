package main

// The results of a call passed straight on to another, in every place where a call may stand, without inlining.

import "fmt"

//go:noinline
func swap(a, b string) (string, string) { return b, a }

//go:noinline
func note(s string) string { fmt.Print(s, " "); return s }

//go:noinline
func pair(s string) (string, string) { return note(s + "1"), note(s + "2") }

//go:noinline
func join(a, b string) string { return a + b }

//go:noinline
func variadic(a string, rest ...string) (int, string) { return len(rest), a + fmt.Sprint(rest) }

type point struct{ x, y string }

//go:noinline
func (p *point) set(x, y string) (old point, changed bool) {
	old, p.x, p.y = *p, x, y
	return old, old != *p
}

func results() (string, string) { return swap(swap(pair("r"))) }

func main() {
	x, y := swap(swap(swap("a", "b")))
	fmt.Println(x, y)
	list := []string{"", ""}
	list[0], list[1] = swap(pair("p"))
	fmt.Println(list)
	m := map[string]string{}
	m[note("k")], m["other"] = swap(swap(pair("m")))
	fmt.Println(m)
	var p point
	old, changed := p.set(pair("s"))
	fmt.Println(p, old, changed)
	if n, s := variadic(swap(pair("v"))); n == 1 {
		fmt.Println(n, s)
	}
	fmt.Println(join(results()), join(swap(join(pair("i")), "j")))
	defer fmt.Println(join(swap(pair("d"))))
	func() {
		defer p.set(swap(pair("e")))
		fmt.Println("before", p)
	}()
	fmt.Println("after", p)
	var any interface{}
	any, _ = p.set(pair("n"))
	fmt.Println(any)
	switch a, b := swap(swap(pair("w"))); a + b {
	case "w1w2":
		fmt.Println("ok")
	}
}
