// Functions as values: comparison with nil, in tables, structs and channels, returned, called through several levels, with many
// parameters in registers and on the stack.
package main

import "fmt"

type handler func(args ...string) (string, error)

type router struct {
	routes map[string]handler
	before []func(*string)
}

func (r *router) on(name string, h handler) *router {
	if r.routes == nil {
		r.routes = map[string]handler{}
	}
	r.routes[name] = h
	return r
}

func (r router) serve(name string, args ...string) string {
	for _, f := range r.before {
		f(&name)
	}
	h, ok := r.routes[name]
	if !ok || h == nil {
		return "no route " + name
	}
	s, err := h(args...)
	if err != nil {
		return "error: " + err.Error()
	}
	return s
}

func many(a int8, b float32, c string, d []int, e bool, f uint64, g float64, h interface{}, i *int, j int, k int16, l [2]string, m map[string]int,
	n complex128, o func(int) int) string {
	return fmt.Sprint(a, b, c, d, e, f, g, h, *i, j, k, l, m, n, o(1))
}

func floats(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r float64) (float64, float64) {
	return a + b*2 + c*3 + d*4 + e*5 + f*6 + g*7 + h*8 + i*9, j + k*2 + l*3 + m*4 + n*5 + o*6 + p*7 + q*8 + r*9
}

func curry(f func(int, int, int) int) func(int) func(int) func(int) int {
	return func(a int) func(int) func(int) int {
		return func(b int) func(int) int {
			return func(c int) int { return f(a, b, c) }
		}
	}
}

type state func(rune) (state, string)

func outside(r rune) (state, string) {
	if r == '<' {
		return inside, ""
	}
	return outside, string(r)
}

func inside(r rune) (state, string) {
	if r == '>' {
		return outside, "_"
	}
	return inside, ""
}

func main() {
	r := (&router{}).on("hello", func(args ...string) (string, error) { return fmt.Sprint("hello ", args), nil }).
		on("fail", func(...string) (string, error) { return "", fmt.Errorf("failed") }).on("nil", nil)
	r.before = append(r.before, func(s *string) {
		if *s == "hi" {
			*s = "hello"
		}
	})
	fmt.Println(r.serve("hi", "a", "b"), r.serve("fail"), r.serve("nil"), r.serve("other"))
	x := 5
	fmt.Println(many(-1, 0.5, "s", []int{1}, true, 1<<63, 2.5, 'x', &x, -7, 300, [2]string{"p", "q"}, map[string]int{"k": 1}, 2i,
		func(n int) int { return n + x }))
	fmt.Println(floats(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18))
	fmt.Println(curry(func(a, b, c int) int { return a*100 + b*10 + c })(1)(2)(3))
	out := ""
	s, piece := state(outside), ""
	for _, c := range "a<bc>d<>e" {
		s, piece = s(c)
		out += piece
	}
	fmt.Println(out)
	ops := [...]struct {
		name string
		f    func(float64, float64) float64
	}{{"add", func(a, b float64) float64 { return a + b }}, {"div", func(a, b float64) float64 { return a / b }}, {"none", nil}}
	for _, op := range ops {
		if op.f != nil {
			fmt.Print(op.name, " ", op.f(1, 4), " ")
		}
	}
	fmt.Println()
	work := make(chan func() int, 3)
	for i := 1; i <= 3; i++ {
		i := i
		work <- func() int { return i * i }
	}
	close(work)
	for f := range work {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	var f func()
	defer func() { fmt.Println(recover()) }()
	f()
}
