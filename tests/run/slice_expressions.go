// Slice expressions: two and three indices, of slices, strings, arrays and pointers; growth that shares or parts; nil and empty.
package main

import "fmt"

func show(name string, s []int) { fmt.Println(name, s, len(s), cap(s), s == nil) }

func remove(s []int, i int) []int { return append(s[:i], s[i+1:]...) }

func insert(s []int, i, x int) []int {
	s = append(s, 0)
	copy(s[i+1:], s[i:])
	s[i] = x
	return s
}

func reverse(s []int) {
	for i, j := 0, len(s)-1; i < j; i, j = i+1, j-1 {
		s[i], s[j] = s[j], s[i]
	}
}

func filter(s []int, keep func(int) bool) []int {
	out := s[:0]
	for _, x := range s {
		if keep(x) {
			out = append(out, x)
		}
	}
	return out
}

func main() {
	a := [10]int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}
	s := a[2:6]
	show("two", s)
	show("three", a[2:6:7])
	show("more", s[1:8])
	show("tail", s[4:])
	show("empty", s[:0])
	show("all", (&a)[:])
	full := a[2:4:4]
	grown := append(full, 100)
	shared := append(a[2:4], 200)
	fmt.Println(a, grown, shared)
	var none []int
	show("nil", none)
	show("nil[:]", none[:])
	show("made", []int{})
	show("make", make([]int, 2, 5)[:4])
	none = append(none)
	show("append nothing", none)
	none = append(none, none...)
	show("append nil", none)
	none = append(none, 1, 2, 3)
	none = append(none, none...)
	fmt.Println(none, len(none))
	t := []int{1, 2, 3, 4, 5}
	t = remove(t, 1)
	t = insert(t, 2, 99)
	reverse(t)
	fmt.Println(t, filter(t, func(x int) bool { return x%2 == 1 }), t)
	fmt.Println(copy(t, t[2:]), t, copy(t[1:], t), t, copy(t, t[:0]))
	var grid [][]rune
	for _, line := range []string{"abc", "", "de"} {
		grid = append(grid, []rune(line))
	}
	grid[0][1] = '*'
	fmt.Println(len(grid), string(grid[0]), len(grid[1]), string(grid[2]))
	type pair struct{ a, b int }
	ps := []pair{{1, 2}, {3, 4}}
	for _, p := range ps {
		p.a = 50
	}
	for i := range ps {
		ps[i].b *= 10
	}
	pp := []*pair{{5, 6}, {7, 8}}
	for _, p := range pp {
		p.a++
	}
	fmt.Println(ps, *pp[0], *pp[1])
	for i, x := range t {
		if i < 3 {
			t = append(t, x)
		}
	}
	fmt.Println(t)
	i := 3
	fmt.Println(a[i-1:i+2], a[:i:i+1], "string"[i:], "string"[:i])
	k := append([]byte("ab"), "cd"...)
	fmt.Println(string(k), string(append(k[:1:1], 'z')), string(k))
}
