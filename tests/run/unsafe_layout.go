// Sizes, alignments and offsets of every kind of type; zero-size fields at the end; pointers through uintptr; unsafe.Slice and Add.
package main

import (
	"fmt"
	"unsafe"
)

type mixed struct {
	a bool
	b int64
	c bool
	d int32
	e uint16
	f string
	g byte
}
type tail struct {
	a int32
	z struct{}
}
type zero struct{}
type nested struct {
	b byte
	m mixed
	t tail
}
type odd struct {
	a [3]byte
	b uint16
	c [5]uint16
	d complex64
	e byte
}
type node struct {
	v    int
	next *node
}

const size = unsafe.Sizeof(mixed{})

var fixed [size + unsafe.Offsetof(mixed{}.d)]byte

func floats(bits uint64) float64 { return *(*float64)(unsafe.Pointer(&bits)) }

func main() {
	var (
		m mixed
		n nested
		o odd
		s []int
		i interface{}
		e error
		f func()
		c chan int
		k map[string]int
	)
	fmt.Println(unsafe.Sizeof(m), unsafe.Alignof(m), unsafe.Offsetof(m.b), unsafe.Offsetof(m.c), unsafe.Offsetof(m.d), unsafe.Offsetof(m.e), unsafe.Offsetof(m.f), unsafe.Offsetof(m.g))
	fmt.Println(unsafe.Sizeof(tail{}), unsafe.Sizeof(zero{}), unsafe.Sizeof([0]int{}), unsafe.Alignof([0]int64{}), unsafe.Sizeof([3]tail{}), unsafe.Alignof(zero{}))
	fmt.Println(unsafe.Sizeof(n), unsafe.Offsetof(n.m), unsafe.Offsetof(n.t), unsafe.Offsetof(n.m.f))
	fmt.Println(unsafe.Sizeof(o), unsafe.Offsetof(o.b), unsafe.Offsetof(o.c), unsafe.Offsetof(o.d), unsafe.Offsetof(o.e), unsafe.Alignof(o.c))
	fmt.Println(unsafe.Sizeof(s), unsafe.Sizeof(i), unsafe.Sizeof(e), unsafe.Sizeof(f), unsafe.Sizeof(c), unsafe.Sizeof(k), unsafe.Sizeof(""), unsafe.Sizeof(1i), unsafe.Sizeof(uintptr(0)))
	fmt.Println(len(fixed), unsafe.Sizeof(fixed), unsafe.Sizeof(struct {
		a int8
		b struct{ c, d int16 }
		e [0]int64
	}{}))
	xs := []int32{10, 20, 30, 40, 50}
	p := unsafe.Pointer(&xs[0])
	fmt.Println(*(*int32)(unsafe.Add(p, 8)), *(*int32)(unsafe.Pointer(uintptr(p) + 3*unsafe.Sizeof(xs[0]))))
	part := unsafe.Slice(&xs[1], 3)
	part[0] = 21
	fmt.Println(part, len(part), cap(part), xs)
	fmt.Println(unsafe.Slice((*int)(nil), 0) == nil, len(unsafe.Slice(&xs[0], 0)))
	fmt.Println(floats(0x3ff8000000000000), floats(0x400921fb54442d18))
	b := [8]byte{1, 2, 3, 4, 5, 6, 7, 8}
	fmt.Printf("%x %x\n", *(*uint64)(unsafe.Pointer(&b)), *(*uint16)(unsafe.Pointer(&b[3])))
	str := "hello"
	header := *(*struct {
		p unsafe.Pointer
		n int
	})(unsafe.Pointer(&str))
	fmt.Println(header.n, *(*byte)(header.p), *(*byte)(unsafe.Add(header.p, 4)) == 'o')
	list := &node{1, &node{2, nil}}
	second := *(**node)(unsafe.Pointer(uintptr(unsafe.Pointer(list)) + unsafe.Offsetof(list.next)))
	second.v = 7
	fmt.Println(list.next.v)
	m.d = 77
	m.f = "field"
	fmt.Println(*(*int32)(unsafe.Pointer(uintptr(unsafe.Pointer(&m)) + unsafe.Offsetof(m.d))), *(*string)(unsafe.Add(unsafe.Pointer(&m), unsafe.Offsetof(m.f))))
	defer func() { fmt.Println(recover()) }()
	length := -1
	_ = unsafe.Slice(&xs[0], length)
}
