package main

import (
	"fmt"
	"io"
	"strings"
)

// What is made anew each time around a loop. Beside each place, what gc 1.19 says with -m.
//
// explain: change_moves.go:buffer
// explain: change_moves.go:boxed
// explain: change_moves.go:boxedChanging
// explain: change_moves.go:literal
// explain: change_moves.go:literalOfIteration
// explain: change_moves.go:closed
// explain: change_moves.go:longest
// explain: change_moves.go:labeled
// explain: change_moves.go:list
// explain: change_moves.go:leaving
// explain: change_moves.go:channels

func buffer(rs []io.Reader) (total int) {
	for _, r := range rs {
		buf := make([]byte, 64) // make([]byte, 64) escapes to heap
		n, _ := r.Read(buf)
		total += n
	}
	return
}

func boxed(words []string, level int) {
	for range words {
		fmt.Println(level) // level escapes to heap
	}
}

// It is another value each time: nothing is suggested.
func boxedChanging(words []string, level int) {
	for range words {
		fmt.Println(level) // level escapes to heap
		level++
	}
}

var hook func(func() int)

func literal(n int) {
	for i := 0; i < 3; i++ {
		hook(func() int { return n }) // func literal escapes to heap
	}
}

// It holds a variable of the iteration: nothing is suggested.
func literalOfIteration(n int) {
	for i := 0; i < 3; i++ {
		j := i * n
		hook(func() int { return j }) // func literal escapes to heap
	}
}

type file struct{ name string }

func (f *file) close() { println("close", f.name) }

func closed(names []string) {
	for _, name := range names {
		f := file{name} // moved to heap: f
		defer f.close()
		println(f.name)
	}
}

func longest(lists [][]int) int {
	var best *[]int
	for _, l := range lists {
		m := l // moved to heap: m
		if best == nil || len(m) > len(*best) {
			best = &m
		}
	}
	return len(*best)
}

func labeled(rs []io.Reader) {
outer:
	for _, r := range rs {
		for {
			buf := make([]byte, 8) // make([]byte, 8) escapes to heap
			if n, _ := r.Read(buf); n == 0 {
				continue outer
			}
		}
	}
}

func list(n int) (all [][]int) {
	for i := 0; i < n; i++ {
		row := []int{i, i} // []int{...} escapes to heap
		all = append(all, row)
	}
	return
}

// The body leaves the iteration: it cannot be put into a literal, and nothing is suggested.
func leaving(names []string) {
	for _, name := range names {
		if name == "" {
			return
		}
		f := &file{name} // &file{...} escapes to heap
		defer f.close()
	}
}

// A channel made before the loop would be one that all stages share: nothing is suggested.
func channels(n int) (last chan int) {
	for i := 0; i < n; i++ {
		next := make(chan int, 1)
		last = next
	}
	return
}

func main() {
	hook = func(f func() int) { f() }
	println(buffer([]io.Reader{strings.NewReader("x")}), longest([][]int{{1}}), len(list(2)))
	boxed([]string{"a"}, 1000)
	boxedChanging([]string{"a"}, 1000)
	literal(1)
	literalOfIteration(2)
	closed([]string{"f"})
	labeled(nil)
	leaving(nil)
}
