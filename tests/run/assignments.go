package main

// Copies between arrays that overlap, through pointers that slices were converted to; the operands of left sides come before
// an inlined call of several results; make and append with lengths out of range.

import "fmt"

var n int
var a [10]int

func next() *int      { n++; return &a[n-1] }
func two() (int, int) { n++; return 100 + n, 200 + n }

func try(what string, f func()) {
	defer func() { fmt.Println(what, recover()) }()
	f()
}

type empty struct{}

func main() {
	var x, y [64]byte
	for i := range x {
		x[i] = byte(i)
	}
	y = x
	copy(x[4:36], x[2:34])
	*(*[32]byte)(y[4:36]) = *(*[32]byte)(y[2:34])
	fmt.Println(x == y)
	copy(x[1:61], x[4:64])
	*(*[60]byte)(y[1:61]) = *(*[60]byte)(y[4:64])
	fmt.Println(x == y)
	s := make([]*int, 12)
	for i := range s {
		s[i] = new(int)
		*s[i] = i
	}
	*(*[9]*int)(s[1:10]) = *(*[9]*int)(s[3:12])
	for _, p := range s {
		fmt.Print(*p, " ")
	}
	fmt.Println()
	*next(), *next() = two()
	fmt.Println(n, a)
	length, minus := 3, -1
	try("make", func() { _ = make([]int, length, 2) })
	try("make", func() { s := make([]int, minus, 2); s[0] = 1 })
	try("make", func() { s := make([]int, length, 2); s[0] = 1 })
	try("append", func() {
		s := make([]empty, int(^uint(0)>>1))
		_ = append(s, empty{})
	})
}
