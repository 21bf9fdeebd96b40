package main

import (
	"errors"
	"fmt"
	"math"
	"os"
)

type S struct {
	A int
	b string
	C []int
	D map[string]int
	E *int
	F interface{}
	g error
}
type Str int

func (s Str) String() string { return fmt.Sprintf("Str(%d)", int(s)) }

type PS struct{ x int }

func (p *PS) String() string { return "PS!" }

type E struct{ code int }

func (e E) Error() string { return fmt.Sprint("E", e.code) }

type G struct{ a int }

func (G) GoString() string { return "GoG" }

type F struct{}

func (F) Format(s fmt.State, r rune) {
	w, ok := s.Width()
	if !ok {
		w = 0
	}
	fmt.Fprint(s, "F:", string(r), w, ok, s.Flag('+'), s.Flag('#'))
}

type P struct{}

func (P) String() string { panic("boo") }

func main() {
	values := []interface{}{nil, true, 0, -42, int8(-5), uint8(200), uint64(1 << 63), int64(math.MinInt64), uintptr(77), 3.14, 1e21,
		1e-7, 123456789.0, float32(0.1), math.NaN(), math.Inf(1), math.Inf(-1), 1 + 2i, complex64(-1i), "hello", "h\"é\n",
		[]byte("abc"), []int{1, 2, 3}, []int(nil), []string{"a", "b"}, [3]int{1, 2, 3}, map[string]int{"b": 2, "a": 1},
		map[string]int(nil), S{}, S{A: 1, b: "q", C: []int{1}, D: map[string]int{"z": 1}, F: 3.5}, &S{A: 2},
		Str(3), []Str{1, 2}, map[Str]Str{1: 2}, &PS{3}, PS{4}, (*PS)(nil), E{1}, &E{2}, G{1}, []G{{2}}, F{}, P{}, 'x',
		[]interface{}{1, "a", nil, 2.5}, struct{}{}, &[]int{1}, &map[string]int{"a": 1}, struct{ X interface{} }{}, (*int)(nil),
		errors.New("err"), map[bool]int{true: 1, false: 0}, [][]int{{1}, {2, 3}}}
	for _, v := range values {
		for _, f := range []string{"%v", "%+v", "%#v", "%T", "%d", "%s", "%q", "%x", "%X", "%8v|", "%-8v|", "%08v", "%.2v", "%t", "%e", "%g", "%6.2f",
			"%c", "%U", "%b", "%o", "%O"} {
			if v == values[30] && f == "%d" {
				continue
			}
			fmt.Printf(f+" ", v)
		}
		fmt.Println()
	}
	fmt.Println(fmt.Sprint("a", 1, 2, "b", "c", 3.0, nil, nil), fmt.Sprintln("x", 1))
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("%d\n", 1, 2)
	fmt.Printf("%[2]d %[1]d %*d %-*d| %.*f %!\n", 1, 2, 5, 3, 5, 4, 2, 3.14159)
	fmt.Printf("%5t|%-7t|%+d|% d|%#x|%#o|%+q|%#q|% x|%#U|%05d|%+.3e|%x\n", true, false, 5, 5, 255, 8, "é", "a`b", "abc", 'x', -42, 12345.678, 3.5)
	err := fmt.Errorf("wrap: %w", E{9})
	var e E
	fmt.Println(err, errors.Unwrap(err) == E{9}, errors.Is(err, E{9}), errors.As(err, &e), e.code)
	fmt.Fprintln(os.Stdout, "fprint", 1, true)
	fmt.Fprint(os.Stdout, "x", "y", 1, 2, "\n")
	n, er := fmt.Fprintf(os.Stdout, "%s\n", "count")
	fmt.Println(n, er)
	type inner struct{ p *int }
	fmt.Printf("%v %+v %t\n", inner{}, inner{}, fmt.Sprintf("%p", &n)[:2] == "0x")
}
