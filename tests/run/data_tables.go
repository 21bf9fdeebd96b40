// Large tables of composite literals: nested, with keys out of order, of pointers and functions, constant and computed; what is constant is
// laid out before the program starts, and the rest filled in order.
package main

import "fmt"

type entry struct {
	name  string
	codes []int
	sub   map[string][2]float64
	next  *entry
	f     func(int) int
	any   interface{}
}

const (
	low = iota * 3
	mid
	high
)

var calls []string

func call(s string) int { calls = append(calls, s); return len(calls) }

var table = [...]entry{
	5: {name: "five", codes: []int{high, mid, low}},
	{name: "six", next: &entry{name: "nested", any: [2]int{1, 2}}},
	2:        {"two", nil, map[string][2]float64{"pi": {3.14, 1: 3.15}, "e": {2.71}}, nil, func(x int) int { return x * x }, 'r'},
	low:      {name: "zero", any: struct{ a, b int }{b: 7}},
	high + 2: {codes: []int{9: 1, 3: call("codes")}, any: call("any")},
}

var sparse = []string{1000: "end", 10: "ten", "eleven", 500: "middle"}
var matrix = [3][4]int{{1}, {1: 2, 3}, {3: call("matrix")}}
var deep = map[string]map[int][]*entry{"a": {1: {{name: "x"}, nil, {name: "y"}}}, "b": {}}
var functions = map[string]func(...int) (n int){
	"sum": func(xs ...int) (n int) {
		for _, x := range xs {
			n += x
		}
		return
	},
	"len": func(xs ...int) int { return len(xs) },
}
var runes = [...]rune{'a': 1, 'c': 3, 'é': 9}
var slices = [][]byte{[]byte("abc"), {0x41, 'B'}, nil, {}}
var pointers = []*[2]int{{1, 2}, {3}, nil}
var iface = []interface{}{1, "s", 2.5, nil, []int{1}, &table[2].codes, low, uint8(mid)}

func main() {
	for i, e := range table {
		fmt.Println(i, e.name, e.codes, e.sub, e.next == nil, e.f == nil, e.any)
	}
	fmt.Println(table[6].next.name, table[6].next.any, table[2].f(12))
	fmt.Println(len(sparse), sparse[11], sparse[500], sparse[1000], sparse[0] == "")
	fmt.Println(matrix, deep["a"][1][2].name, len(deep["a"][1]), deep["b"], deep["c"][1] == nil)
	fmt.Println(functions["sum"](1, 2, 3), functions["len"](), len(runes), runes['é'], runes['b'])
	fmt.Printf("%s %v %v %v\n", slices[:2], slices[2] == nil, slices[3] == nil, pointers[1][0])
	fmt.Println(iface[:5], iface[6], iface[7], len(calls), calls[0] != "")
	table[5].codes[0] = 100
	local := [...]struct {
		k string
		v []int
	}{{"p", []int{call("local")}}, {v: []int{2: 8}}}
	local[0].v = append(local[0].v, 5)
	fmt.Println(local, table[5].codes, len(calls))
}
