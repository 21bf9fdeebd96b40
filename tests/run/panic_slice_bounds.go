// An uncaught slice out of range, below functions that only pass it on and deferred calls that print.
package main

import "fmt"

type text []byte

//go:noinline
func (t text) cut(from, to int) text { return t[from:to] }

func words(t text, n int) (out []string) {
	defer func() { fmt.Println("cut", len(out)) }()
	for i := 0; ; i += n {
		out = append(out, string(t.cut(i, i+n)))
	}
}

func main() {
	defer fmt.Println("main ends")
	fmt.Println(words(text("abcdefgh")[:7:7], 3))
}
