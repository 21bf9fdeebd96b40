// Variadic functions: no arguments, a slice passed on, nil, interfaces, methods, results spread into parameters.
package main

import "fmt"

func count(xs ...int) (int, bool) { return len(xs), xs == nil }

func join(sep string, parts ...string) (s string) {
	for i, p := range parts {
		if i > 0 {
			s += sep
		}
		s += p
	}
	return
}

func types(xs ...interface{}) string {
	s := ""
	for _, x := range xs {
		s += fmt.Sprintf("%T,", x)
	}
	return s
}

func double(xs ...int) []int {
	for i := range xs {
		xs[i] *= 2
	}
	return xs
}

func several() (string, string, string) { return "-", "a", "b" }
func numbers() (int, int)               { return 3, 4 }
func mixed() (int, interface{}, error)  { return 1, "x", nil }

type writer struct{ lines []string }

func (w *writer) put(format string, args ...interface{}) *writer {
	w.lines = append(w.lines, fmt.Sprintf(format, args...))
	return w
}

func sum(first int, rest ...int) int {
	if len(rest) == 0 {
		return first
	}
	return first + sum(rest[0], rest[1:]...)
}

func apply(f func(...int) []int, xs ...int) []int { return f(xs...) }

func funcs(fs ...func(int) int) (r int) {
	r = 1
	for _, f := range fs {
		r = f(r)
	}
	return
}

func main() {
	fmt.Println(count())
	fmt.Println(count(nil...))
	fmt.Println(count([]int{}...))
	fmt.Println(count(1, 2, 3))
	fmt.Println(count(numbers()))
	fmt.Println(join(several()), join(", "), join("+", "one"), join("/", []string{"x", "y"}...))
	fmt.Println(types(), types(nil), types(nil, nil), types(1, "a", 2.5, []int{}, struct{}{}, error(nil)), types(mixed()))
	fmt.Println(types([]interface{}{1, 2}...), types([]interface{}{1, 2}), types([]int{1, 2}))
	xs := []int{1, 2, 3}
	fmt.Println(double(xs...), xs, double(xs[0], xs[1]), xs)
	fmt.Println(apply(double, 5, 6), apply(func(v ...int) []int { return v[:1] }, 9, 8))
	w := (&writer{}).put("%d-%d", 1, 2).put("plain").put("%v %v", []interface{}{"s", 7}...)
	fmt.Printf("%q\n", w.lines)
	fmt.Println(sum(1), sum(1, 2, 3, 4, 5))
	fmt.Println(funcs(), funcs(func(x int) int { return x + 4 }, func(x int) int { return x * x }))
	var f func(string, ...string) string = join
	fmt.Println(f("|", "p", "q"))
	defer fmt.Println(append([]int{0}, append(xs, xs...)...))
	many := make([]int, 1000)
	for i := range many {
		many[i] = i
	}
	fmt.Println(sum(0, many...))
}
