package main

import (
	"fmt"
	"runtime"
)

func try(f func()) {
	defer func() {
		e := recover()
		_, is := e.(runtime.Error)
		fmt.Printf("%v %v\n", e, is)
	}()
	f()
}

type T struct {
	a [5000]byte
	x int
}

func main() {
	s := []int{1, 2, 3}
	a := [4]int{}
	str := "hello"
	i, j, k, neg, zero := 5, 2, 1, -1, 0
	u := uint(7)
	huge := uint64(1 << 63)
	var p *T
	var ip *int
	try(func() { _ = s[i] })
	try(func() { _ = s[neg] })
	try(func() { _ = s[u] })
	try(func() { _ = s[huge] })
	try(func() { s[uint8(200)] = 1 })
	try(func() { a[i] = 1 })
	try(func() { _ = str[i] })
	try(func() { _ = s[i:] })
	try(func() { _ = s[:i] })
	try(func() { _ = s[j:k] })
	try(func() { _ = s[neg:] })
	try(func() { _ = str[i+1:] })
	try(func() { _ = str[:i+1] })
	try(func() { _ = str[j:k] })
	try(func() { _ = s[:j:i] })
	try(func() { _ = s[:j:k] })
	try(func() { _ = s[j:k:j] })
	try(func() { _ = a[i:] })
	try(func() { _ = a[:i] })
	try(func() { _ = (&a)[j:k] })
	try(func() { _ = s[:u] })
	try(func() { _ = s[huge:] })
	try(func() { _ = i / zero })
	try(func() { _ = i % zero })
	try(func() { _ = u / uint(zero) })
	try(func() { _ = 1 << neg })
	try(func() { _ = *ip })
	try(func() { *ip = 1 })
	try(func() { _ = p.x })
	try(func() { p.x = 2 })
	try(func() { _ = p.a[j] })
	try(func() { _ = make([]int, neg) })
	try(func() { _ = make([]int, j, k) })
	try(func() { _ = make([]int, 1<<62) })
	try(func() { _ = (*[4]int)(s) })
	try(func() { var f func(); f() })
	try(func() { panic(fmt.Sprintf("custom %d", i)) })
	try(func() { panic(nil) })
	try(func() { var e error; panic(e) })
	try(func() {
		var m map[string]int
		m["x"]++
	})
	fmt.Println("end")
}
