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
// explain: change_moves.go:lengths
// explain: change_moves.go:contents
// explain: change_moves.go:quotients
// explain: change_moves.go:quarters
// explain: change_moves.go:elements
// explain: change_moves.go:renamed
// explain: change_moves.go:joined

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

// A map's length, what a slice points to: another each time, though nothing sets the variable.
func lengths(words []string) {
	seen := map[string]bool{}
	for _, w := range words {
		seen[w] = true
		fmt.Println(len(seen) * 1000) // len(seen) * 1000 escapes to heap
	}
}

func contents(b []byte) {
	for i := range b {
		b[i] = 'x'
		fmt.Println(string(b)) // string(b) escapes to heap
	}
}

// Before a loop that is not entered, it would panic.
func quotients(n, a, b int) {
	for i := 0; i < n; i++ {
		fmt.Println(a / b) // a / b escapes to heap
	}
}

func quarters(n, a int) {
	for i := 0; i < n; i++ {
		fmt.Println(a / 4) // a / 4 escapes to heap
	}
}

var rows []interface{}

// One slice for all iterations: each would see what is written to it.
func elements(n int) {
	for i := 0; i < n; i++ {
		rows = append(rows, []int{n, n}) // []int{...} escapes to heap
		rows[i].([]int)[0] = i
	}
}

const limit = 5

// The limit before the loop is another one.
func renamed(n int) {
	for i := 0; i < n; i++ {
		const limit = 10
		hook(func() int { return n + limit }) // func literal escapes to heap
	}
}

// Nothing can change a string: it can be made once.
func joined(a, b string, n int) (all []string) {
	for i := 0; i < n; i++ {
		s := a + b // a + b escapes to heap
		all = append(all, s)
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
	lengths([]string{"a", "b"})
	contents([]byte("abc"))
	quotients(0, 1, 0)
	quarters(2, 8000)
	elements(3)
	fmt.Println(rows...)
	renamed(1)
	fmt.Println(joined("a", "b", 2), limit)
}
