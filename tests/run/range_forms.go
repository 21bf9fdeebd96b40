// range in all its forms: arrays, pointers to arrays, slices, strings, maps, channels; assigning to existing variables, fields and
// elements; the operand evaluated once.
package main

import "fmt"

type cursor struct{ i, v int }

var calls int

func data() []int {
	calls++
	return []int{10, 20, 30}
}

func array() [3]string {
	calls++
	return [3]string{"a", "b", "c"}
}

func produce(n int) <-chan int {
	c := make(chan int)
	go func() {
		defer close(c)
		for i := 0; i < n; i++ {
			c <- i * i
		}
	}()
	return c
}

func main() {
	for i, v := range data() {
		fmt.Print(i, v, " ")
	}
	for i, v := range array() {
		fmt.Print(i, v, " ")
	}
	fmt.Println(calls)
	var c cursor
	for c.i, c.v = range data() {
	}
	fmt.Println(c)
	var spots [2]int
	k := 0
	for spots[k], k = range []int{1, 0, 1} {
		fmt.Print(spots, k, " ")
	}
	fmt.Println()
	m := map[string]int{}
	for m["index"], m["value"] = range data() {
	}
	fmt.Println(m)
	for range data() {
		calls++
	}
	fmt.Println(calls)
	s := []int{1, 2, 3}
	for i := range s {
		s = append(s, i*100)
		s[i]++
	}
	fmt.Println(s)
	a := [3]int{1, 2, 3}
	for i, v := range a {
		a[2-i] = v * 10
	}
	fmt.Println(a)
	b := [3]int{1, 2, 3}
	for i, v := range &b {
		b[2-i] = v * 10
	}
	fmt.Println(b)
	var p *[4]int
	n := 0
	for i := range p {
		n += i
	}
	fmt.Println(n, len(p))
	sum := 0
	for v := range produce(6) {
		if v == 4 {
			continue
		}
		sum += v
	}
	fmt.Println(sum)
	var nothing []int
	for i := range nothing {
		fmt.Println("never", i)
	}
	for i, r := range "xé\xffz" {
		fmt.Printf("%d:%#U ", i, r)
	}
	fmt.Println()
	var ptrs []*int
	for _, v := range []int{7, 8, 9} {
		ptrs = append(ptrs, &v)
	}
	fmt.Println(*ptrs[0], *ptrs[1], *ptrs[2])
	for i, row := range [][]int{{1}, {2, 3}, {}} {
		for j := range row {
			row[j] += i
		}
		fmt.Print(row)
	}
	fmt.Println()
outer:
	for i := range s {
		for _, v := range s {
			if v > i*100 {
				continue outer
			}
			if i == 4 {
				break outer
			}
		}
		fmt.Println("finished", i)
	}
}
