package main

import (
	"fmt"
	"io"
	"os"
)

// What static data is shown as: parts of package variables by symbol and offset, values that are
// converted to interfaces by way of others. And indices that the compiler knows, which are not
// told where the element is appended.

type pair struct {
	name string
	list []int
}

var (
	lists = []struct {
		name        string
		got, expect []byte
		box         interface{}
	}{
		{"a", append([]byte{}, "a"...), []byte("a"), 7},
		{"b", append([]byte("b"), 'c'), []byte("bc"), pair{"x", make([]int, 2)}},
	}
	array = [2]map[string]int{{"a": 1}, {"b": 2}}
	nest  = struct{ m, n pair }{pair{"m", []int{1}}, pair{"n", make([]int, 3)}}
	chain = []io.Reader{io.Reader(io.ReadWriter(io.ReadWriteSeeker((*os.File)(nil))))}
	named = interface{}(fmt.Stringer(text("t")))
)

type text string

func (t text) String() string { return string(t) }

const hex = "0123456789abcdef"

var count int

func next() int {
	if count++; count > 1 {
		return count
	}
	return 0
}

//go:noinline
func digits(b []byte, s []byte) []byte {
	s[0] = hex[b[0]>>4]
	b = append(b, hex[s[0]>>4], hex[s[0]&0xF])
	return append(append(b, hex[s[1]&0xF]), byte(int(hex[b[0]>>4])))
}

func main() {
	fmt.Println(len(lists), array, nest, chain[0] == io.Reader((*os.File)(nil)), named, next(), next())
	fmt.Println(string(lists[0].got), string(lists[1].expect), lists[1].box, named.(fmt.Stringer).String())
	fmt.Println(digits([]byte("xyz"), []byte("012")))
}
