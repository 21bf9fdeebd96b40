// What range evaluates and when: the operand once, the length of a slice once, an array copied, a pointer to an array not;
// variables of the loop shared by all iterations; assignments to existing places; strings with bad bytes; channels to the end.
package main

import "fmt"

type holder struct {
	i int
	v rune
}

func main() {
	s := []int{1, 2, 3}
	for i, v := range s {
		s = append(s, v*10)
		if i == 0 {
			s[1] = 99
		}
		fmt.Print(v, " ")
	}
	fmt.Println(s)
	a := [3]int{1, 2, 3}
	for i, v := range a {
		a[2] = 100 + i
		fmt.Print(v, " ")
	}
	fmt.Println(a)
	a = [3]int{1, 2, 3}
	for i, v := range &a {
		a[2] = 100 + i
		fmt.Print(v, " ")
	}
	fmt.Println(a)
	s = []int{1, 2, 3, 4}
	for i := range s {
		s = s[:2]
		fmt.Print(i, " ")
	}
	fmt.Println(len(s))
	var p *[4]int
	for i := range p {
		fmt.Print(i, " ")
	}
	fmt.Println(len(p), cap(p))
	var h holder
	var m = map[string]holder{}
	for h.i, h.v = range "aé\xff\xc0\xaf日\xe6\x97" {
		m[fmt.Sprint(h.i)] = h
		fmt.Print(h.i, ":", h.v, " ")
	}
	fmt.Println(len(m), h)
	var index [5]int
	k := 0
	for index[k] = range [3]bool{} {
		k++
	}
	fmt.Println(index, k)
	var fs []func() int
	for i, v := range []int{10, 20, 30} {
		fs = append(fs, func() int { v++; return i*1000 + v })
	}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()
	c := make(chan int, 5)
	for i := 0; i < 5; i++ {
		c <- i * i
	}
	close(c)
	sum := 0
	for v := range c {
		sum += v
		if v == 4 {
			break
		}
	}
	for range c {
		sum += 1000
	}
	fmt.Println(sum)
	n := 0
	for range [7]struct{}{} {
		n++
	}
	for range "héé" {
		n += 10
	}
	for _ = range map[int]int{1: 1, 2: 2} {
		n += 100
	}
	fmt.Println(n)
	calls := 0
	get := func() [][]int { calls++; return [][]int{{1, 2}, {3}, {}} }
	for i, row := range get() {
		for j, v := range row {
			row[j] = v * 2
			fmt.Print(i, j, v, row[j], ";")
		}
	}
	fmt.Println(calls)
	var e interface{}
	for _, e = range []interface{}{1, "two", nil, 3.5} {
		fmt.Printf("%T ", e)
	}
	fmt.Println(e)
outer:
	for i, r := range []string{"abc", "xyz", "b"} {
		for _, c := range r {
			switch {
			case c == 'b':
				continue outer
			case c == 'z':
				fmt.Println("found z in", i)
				break outer
			}
		}
		fmt.Println("no b in", r)
	}
	big := [200]int{199: 5}
	for i, v := range big {
		if v != 0 {
			fmt.Println(i, v)
		}
	}
}
