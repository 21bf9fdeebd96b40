// Package unsafe: sizes and offsets, pointer arithmetic, Add and Slice, looking at the bytes of a float, a struct seen as another.
package main

import (
	"fmt"
	"unsafe"
)

type header struct {
	kind  uint8
	size  uint16
	name  [5]byte
	value uint64
	flag  bool
}

type stringHeader struct {
	data unsafe.Pointer
	len  int
}

const size = unsafe.Sizeof(header{}) + unsafe.Sizeof(uintptr(0))

func sum(p *int32, n int) (s int32) {
	for i := 0; i < n; i++ {
		s += *(*int32)(unsafe.Pointer(uintptr(unsafe.Pointer(p)) + uintptr(i)*unsafe.Sizeof(*p)))
	}
	return
}

func try(f func()) {
	defer func() { fmt.Println("panic:", recover()) }()
	f()
}

func main() {
	var h header
	fmt.Println(size, unsafe.Sizeof(h), unsafe.Alignof(h), unsafe.Alignof(h.size), unsafe.Offsetof(h.size), unsafe.Offsetof(h.name),
		unsafe.Offsetof(h.value), unsafe.Offsetof(h.flag))
	fmt.Println(unsafe.Sizeof(""), unsafe.Sizeof([]int{}), unsafe.Sizeof(any(1)), unsafe.Sizeof(map[int]int{}), unsafe.Sizeof([3]int16{}),
		unsafe.Sizeof(complex64(0)), unsafe.Sizeof(struct {
			a int8
			b struct{}
		}{}))
	f := 1.5
	bits := *(*uint64)(unsafe.Pointer(&f))
	fmt.Printf("%#x\n", bits)
	*(*uint64)(unsafe.Pointer(&f)) = bits | 1<<63
	fmt.Println(f)
	a := [...]int32{1, 2, 3, 4, 5}
	fmt.Println(sum(&a[0], 5), sum(&a[2], 2))
	third := (*int32)(unsafe.Add(unsafe.Pointer(&a), 8))
	*third = 30
	back := (*int32)(unsafe.Add(unsafe.Pointer(third), -4))
	fmt.Println(a, *back)
	s := unsafe.Slice(&a[1], 3)
	s[0] = 20
	fmt.Println(s, len(s), cap(s), a)
	text := "hello"
	sh := (*stringHeader)(unsafe.Pointer(&text))
	fmt.Println(sh.len, *(*byte)(sh.data), string(unsafe.Slice((*byte)(sh.data), sh.len-1)))
	h.value = 0x0102030405060708
	bytes := (*[8]byte)(unsafe.Pointer(&h.value))
	fmt.Println(bytes[0], bytes[7], *bytes)
	p := unsafe.Pointer(&h.name)
	copy((*[5]byte)(p)[:], "abcde")
	fmt.Println(string(h.name[:]), uintptr(p)-uintptr(unsafe.Pointer(&h)) == unsafe.Offsetof(h.name))
	var nothing unsafe.Pointer
	fmt.Println(nothing == nil, p != nil, unsafe.Slice((*int)(nil), 0) == nil)
	n := -1
	try(func() { _ = unsafe.Slice(&a[0], n) })
	try(func() { n = 5; _ = unsafe.Slice((*int)(nil), n) })
	type other header
	o := (*other)(unsafe.Pointer(&h))
	o.kind = 9
	fmt.Println(h.kind, *o == other(h))
}
