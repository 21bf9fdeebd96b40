// Interfaces: nil inside, comparison, method sets, embedding, conversion between them, empty ones holding every kind.
package main

import (
	"fmt"
	"io"
	"strings"
)

type reader interface{ read() string }
type writer interface{ write(string) int }
type readWriter interface {
	reader
	writer
}

type file struct{ content []string }

func (f *file) read() string {
	if f == nil {
		return "<nil file>"
	}
	return strings.Join(f.content, "|")
}
func (f *file) write(s string) int { f.content = append(f.content, s); return len(s) }

type null struct{}

func (null) read() string       { return "" }
func (null) write(s string) int { return -len(s) }

type tee struct{ readWriter }

func (t tee) write(s string) int { return t.readWriter.write(s) + t.readWriter.write(s) }

type fn func(string) string

func (f fn) read() string { return f("fn") }

type number float64

func (n number) read() string { return fmt.Sprintf("%.2f", float64(n)) }

type upper struct{ io.Reader }

func (u upper) Read(p []byte) (int, error) {
	n, err := u.Reader.Read(p)
	copy(p, strings.ToUpper(string(p[:n])))
	return n, err
}

func open(name string) *file {
	if name == "" {
		return nil
	}
	return &file{}
}

func asReader(name string) reader { return open(name) }

func try(f func()) {
	defer func() { fmt.Println("->", recover()) }()
	f()
}

func main() {
	var rw readWriter = &file{}
	rw.write("one")
	rw = tee{rw}
	fmt.Println(rw.write("two"), rw.read())
	var r reader = rw
	fmt.Println(r == rw, r.(writer).write("three"), r.read())
	if _, ok := r.(*file); !ok {
		fmt.Println("not a file")
	}
	nobody := asReader("")
	fmt.Println(nobody == nil, nobody.read(), nobody == (*file)(nil))
	readers := []reader{null{}, number(3.14159), fn(strings.ToUpper), &file{[]string{"x"}}, nil}
	for _, r := range readers[:4] {
		fmt.Printf("%T %q ", r, r.read())
	}
	fmt.Println()
	try(func() { readers[4].read() })
	fmt.Println(readers[0] == null{}, readers[1] == number(3.14159), readers[1] == reader(number(3)), readers[4] == nil)
	try(func() { fmt.Println(readers[2] == readers[2]) })
	try(func() { fmt.Println(readers[2] == readers[0]) })
	var a, b interface{} = []int{1}, []int{1}
	try(func() { fmt.Println(a == b) })
	a, b = 1, int64(1)
	fmt.Println(a == b, a == 1, b == int64(1), a != nil)
	a, b = struct{ x, y interface{} }{1, "s"}, struct{ x, y interface{} }{1, "s"}
	fmt.Println(a == b)
	p, q := new(int), new(int)
	a, b = p, p
	fmt.Println(a == b, a == interface{}(q))
	out := make([]byte, 5)
	n, err := io.ReadFull(upper{strings.NewReader("hello, world")}, out)
	fmt.Println(n, err, string(out))
	f := (*file).read
	g := reader.read
	fmt.Println(f(&file{[]string{"m"}}), g(number(2)))
	var e error
	var s fmt.Stringer
	fmt.Println(e == nil, s == nil, interface{}(e) == interface{}(s))
	boxed := map[interface{}]int{}
	for i, v := range []interface{}{1, 1, "1", 1.0, nil, nil, [1]int{1}, struct{}{}, struct{}{}} {
		boxed[v] += i
	}
	fmt.Println(len(boxed), boxed[1], boxed[nil], boxed[struct{}{}])
}
