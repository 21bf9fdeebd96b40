package main

import "fmt"

type three struct{ a, b, c byte }
type ptrs struct {
	p *int
	n int
	q *int
}

func grow8() {
	var s []byte
	last := -1
	for i := 0; i < 100000; i++ {
		s = append(s, byte(i))
		if cap(s) != last {
			last = cap(s)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
}

func growInt() {
	var s []int
	last := -1
	for i := 0; i < 20000; i++ {
		s = append(s, i)
		if cap(s) != last {
			last = cap(s)
			fmt.Print(last, " ")
		}
	}
	for i, v := range s {
		if i != v {
			panic("lost")
		}
	}
	fmt.Println()
}

func growPtrs() {
	var s []ptrs
	last := -1
	for i := 0; i < 2000; i++ {
		x := i
		s = append(s, ptrs{&x, i, &x})
		if cap(s) != last {
			last = cap(s)
			fmt.Print(last, " ")
		}
	}
	for i, v := range s {
		if *v.p != i || v.n != i || *v.q != i {
			panic("lost")
		}
	}
	fmt.Println()
}

func main() {
	grow8()
	growInt()
	growPtrs()
	var s []three
	last := -1
	for i := 0; i < 3000; i++ {
		s = append(s, three{byte(i), 1, 2})
		if cap(s) != last {
			last = cap(s)
			fmt.Print(last, " ")
		}
	}
	fmt.Println()
	for n := 0; n < 40; n += 3 {
		a := append([]int{1}, make([]int, n)...)
		b := append([]byte("ab"), make([]byte, n)...)
		c := append([]string(nil), make([]string, n)...)
		fmt.Print(cap(a), ",", cap(b), ",", cap(c), " ")
	}
	fmt.Println()
	var e []struct{}
	e = append(e, struct{}{}, struct{}{})
	fmt.Println(len(e), len(append([]int{}, 1, 2, 3)), append([]int(nil)) == nil)
	x := make([]int, 3, 10)
	y := append(x, 4)
	z := append(x, 5)
	fmt.Println(y[3], z[3], len(x), cap(x[1:]), cap(x[1:2:4]))
	fmt.Println(copy(x, []int{7, 8}), x, copy(x[1:], x), x)
}
