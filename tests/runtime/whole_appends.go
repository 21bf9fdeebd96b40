// Appends whose slices grow in the frame (-escape=whole): capacities, elements that are shared and not, what is
// in the room of a frame when it is used again, and slices that must not be there.
package main

import "fmt"

type point struct{ x, y int }

var kept [][]int
var garbage []byte

//go:noinline
func sum(s []int) (n int) {
	for _, v := range s {
		n = n*3 + v
	}
	return n
}

//go:noinline
func litter() {
	for i := 0; i < 3; i++ {
		garbage = make([]byte, 64)
	}
}

func capacities() {
	var s []int
	for i := 0; i < 12; i++ {
		s = append(s, i)
		print(len(s), "/", cap(s), " ")
	}
	var b []byte
	for i := 0; i < 20; i++ {
		b = append(b, byte(i))
		print(cap(b), " ")
	}
	t := append([]string(nil), "a", "b", "c")
	println(len(t), cap(t), cap(append([]byte("ab"), "cdefghij"...)))
	fmt.Println(s, b, t)
}

// Each growth moves: what the old slice has stays as it was.
//
//go:noinline
func moves() int {
	var s []int
	var old [4][]int
	for i := range old {
		s = append(s, i+1)
		old[i] = s
	}
	for i := range old {
		old[i][0] = 10 * (i + 1)
	}
	return sum(old[0])*1000 + sum(old[1])*100 + sum(old[2])*10 + sum(old[3])
}

// The slices of several turns live at once.
//
//go:noinline
func turns(n int) (t int) {
	var s []int
	var all [10][]int
	for i := 0; i < n; i++ {
		s = nil
		s = append(s, i)
		s = append(s, i+1)
		all[i] = s
	}
	for _, s := range all {
		t = t*2 + sum(s)
	}
	return t
}

// The room is used again for each declaration.
//
//go:noinline
func again(n int) (t int) {
	for i := 0; i < n; i++ {
		var s []*point
		for j := 0; j < 5; j++ {
			s = append(s, &point{i, j})
			litter()
		}
		last := s[:2]
		for _, p := range append(last, s[3:]...) {
			t += p.x * p.y
		}
	}
	return t
}

// One of two slices of a turn outlives it.
//
//go:noinline
func outlives(n int) (t int) {
	var out []int
	for i := 0; i < n; i++ {
		var s []int
		s = append(s, i, i+1, i+2)
		if i == 1 {
			out = s
		}
		t += s[0]
	}
	return t*100 + sum(out)
}

//go:noinline
func keeps(n int) {
	var s []int
	for i := 0; i < n; i++ {
		s = append(s, i)
	}
	kept = append(kept, s)
	s = append(s, 1)
}

//go:noinline
func captured(n int) int {
	var s []int
	add := func(v int) { s = append(s, v) }
	for i := 0; i < n; i++ {
		add(i)
		s = append(s, -i)
	}
	return sum(s)
}

//go:noinline
func named(n int) (s []int) {
	for i := 0; i < n; i++ {
		s = append(s, i)
	}
	return
}

//go:noinline
func parameter(s []int) int {
	s = append(s, 1)
	s = append(s, 2, 3)
	s[0]++
	return sum(s)
}

//go:noinline
func goes(n int) int {
	var s []int
	i := 0
again:
	s = append(s, i)
	i++
	if i < n {
		goto again
	}
	return sum(s)
}

//go:noinline
func recovers(n int) (t int) {
	var s []int
	defer func() {
		recover()
		t = sum(s)
	}()
	for i := 0; ; i++ {
		s = append(s, 100/(n-i))
	}
}

//go:noinline
func deep(n int) int {
	var s []int
	for i := 0; i < n%4+1; i++ {
		s = append(s, n+i)
	}
	if n == 0 {
		return sum(s)
	}
	return deep(n-1)&0xffff + sum(s)
}

func sends() {
	c := make(chan []int, 3)
	for i := 0; i < 3; i++ {
		var s []int
		s = append(s, i, i, i)
		c <- s
	}
	fmt.Println(<-c, <-c, <-c)
}

type holder struct{ list []int }

//go:noinline
func field(n int) int {
	var h holder
	for i := 0; i < n; i++ {
		h.list = append(h.list, i)
	}
	return sum(h.list)
}

//go:noinline
func words(text string) (n int) {
	var word []byte
	var list []string
	for i := 0; i < len(text); i++ {
		if text[i] != ' ' {
			word = append(word, text[i])
			continue
		}
		list = append(list, string(word))
		word = word[:0]
	}
	for i, w := range append(list, string(word)) {
		n += (i + 1) * len(w)
	}
	return n
}

//go:noinline
func three() int {
	s := make([]int, 0, 4)
	s = append(s, 1)
	s = append(s, 2, 3)
	for i := 0; i < 10; i += 3 {
		s = append(s, i)
	}
	return sum(s)
}

func main() {
	capacities()
	println(moves(), turns(9), again(20), outlives(4), captured(5), len(named(9)))
	keeps(3)
	keeps(9)
	litter()
	println(sum(kept[0]), sum(kept[1]), parameter(make([]int, 1, 2)), parameter(make([]int, 9, 40)))
	println(goes(7), recovers(6), deep(40), field(9), words("how many words has this text"), three())
	sends()
	for i := 0; i < 5; i++ {
		go func() { deep(100) }()
		println(again(3))
	}
}
