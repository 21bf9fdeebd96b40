// Numbers read and written byte by byte, in both orders and in orders that are neither, with writes in between, with parts missing,
// doubled or used elsewhere: the optimizer may make one access of many only where that changes nothing.
package main

import "fmt"

//go:noinline
func little16(b []byte, i int) uint16 { return uint16(b[i]) | uint16(b[i+1])<<8 }

//go:noinline
func big16(b []byte, i int) uint16 { return uint16(b[i])<<8 | uint16(b[i+1]) }

//go:noinline
func little32(b []byte) uint32 {
	_ = b[3]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

//go:noinline
func big32(b []byte, i int) uint32 {
	return uint32(b[i])<<24 + uint32(b[i+1])<<16 + uint32(b[i+2])<<8 + uint32(b[i+3])
}

//go:noinline
func little64(p *[8]byte) uint64 {
	return uint64(p[0]) ^ uint64(p[1])<<8 ^ uint64(p[2])<<16 ^ uint64(p[3])<<24 ^ uint64(p[4])<<32 ^ uint64(p[5])<<40 ^ uint64(p[6])<<48 ^ uint64(p[7])<<56
}

//go:noinline
func big64(b []byte) uint64 {
	_ = b[7]
	return uint64(b[7]) | uint64(b[6])<<8 | uint64(b[5])<<16 | uint64(b[4])<<24 | uint64(b[3])<<32 | uint64(b[2])<<40 | uint64(b[1])<<48 | uint64(b[0])<<56
}

//go:noinline
func halves(b []byte) uint64 {
	lo := uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
	hi := uint32(b[4]) | uint32(b[5])<<8 | uint32(b[6])<<16 | uint32(b[7])<<24
	return uint64(lo) | uint64(hi)<<32
}

//go:noinline
func bigHalves(b []byte) uint64 { return uint64(big32(b, 0))<<32 | uint64(big32(b, 4)) }

//go:noinline
func mixed(b []byte) uint32 { // neither order
	return uint32(b[1]) | uint32(b[0])<<8 | uint32(b[3])<<16 | uint32(b[2])<<24
}

//go:noinline
func three(b []byte) uint32 { return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 }

//go:noinline
func gap(b []byte) uint32 { return uint32(b[0]) | uint32(b[1])<<16 }

//go:noinline
func overlap(b []byte) uint32 { return uint32(b[0]) + uint32(b[1])<<7 + uint32(b[1]) }

//go:noinline
func tooFar(b []byte) uint32 {
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24 | uint32(b[4])<<31<<1
}

//go:noinline
func used(b []byte) (uint32, uint32, byte) {
	x := uint32(b[0]) | uint32(b[1])<<8
	y := x | uint32(b[2])<<16 | uint32(b[3])<<24
	return x, y, b[1]
}

//go:noinline
func between(b, to []byte) uint32 {
	x := uint32(b[0])
	to[0] = 99
	return x | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

//go:noinline
func branches(b []byte, c bool) uint32 {
	x := uint32(b[0]) | uint32(b[1])<<8
	if c {
		b[2] = 77
	}
	return x | uint32(b[2])<<16 | uint32(b[3])<<24
}

//go:noinline
func signed(b []int8) int32 { return int32(b[0]) | int32(b[1])<<8 }

//go:noinline
func words(w []uint16, i int) uint64 {
	return uint64(w[i]) | uint64(w[i+1])<<16 | uint64(w[i+2])<<32 | uint64(w[i+3])<<48
}

//go:noinline
func putLittle(b []byte, v uint64) {
	_ = b[7]
	b[0] = byte(v)
	b[1] = byte(v >> 8)
	b[2] = byte(v >> 16)
	b[3] = byte(v >> 24)
	b[4] = byte(v >> 32)
	b[5] = byte(v >> 40)
	b[6] = byte(v >> 48)
	b[7] = byte(v >> 56)
}

//go:noinline
func putBig(b []byte, v uint32) {
	_ = b[3]
	b[0] = byte(v >> 24)
	b[1] = byte(v >> 16)
	b[2] = byte(v >> 8)
	b[3] = byte(v)
}

//go:noinline
func putBigBackwards(b []byte, v int64) {
	_ = b[7]
	for i := 7; i >= 0; i-- {
		b[i] = byte(v)
		v >>= 8
	}
	b[3] = byte(v >> 8)
	b[2] = byte(v)
}

//go:noinline
func putTwice(b []byte, v uint16) {
	_ = b[2]
	b[0] = byte(v)
	b[1] = byte(v >> 8)
	b[1] = byte(v)
	b[2] = byte(v >> 8)
}

//go:noinline
func putTwo(b []byte, v, w uint16) {
	_ = b[3]
	b[0] = byte(v)
	b[1] = byte(w >> 8)
	b[2] = byte(w)
	b[3] = byte(v >> 8)
}

//go:noinline
func constants(b []byte) []byte {
	_ = b[3]
	b[0] = 'a'
	b[1] = 'b'
	b[2] = 'c'
	b[3] = 0xff
	return append(b, 0x80, 0, 1, 2, 3, 4, 5, 6, 7, 0xfe)
}

type header struct {
	kind, flags uint8
	size        uint16
	id          int32
	at          int64
}

//go:noinline
func fill(h *header) {
	h.kind = 1
	h.flags = 0x82
	h.size = 0xf003
	h.id = -4
	h.at = -5
}

//go:noinline
func readBack(b []byte, v uint16) byte {
	b[0] = byte(v)
	x := b[1]
	b[1] = byte(v >> 8)
	return x
}

//go:noinline
func short(b []byte) (n int) {
	defer func() { recover() }()
	n = 1
	b[0] = 10
	b[1] = 11
	n = 2
	b[2] = 12
	b[3] = 13
	return 3
}

func main() {
	b := []byte{0x81, 0x92, 0xa3, 0xb4, 0xc5, 0xd6, 0xe7, 0xf8, 9, 10}
	fresh := func() []byte { return append([]byte(nil), b...) }
	for i := 0; i < 3; i++ {
		fmt.Println(little16(b, i), big16(b, i), big32(b, i))
	}
	var a [8]byte
	copy(a[:], b)
	fmt.Println(little32(b), little64(&a), big64(b), halves(b), bigHalves(b))
	fmt.Println(mixed(b), three(b), gap(b), overlap(b), tooFar(b))
	fmt.Println(used(b))
	c := fresh()
	fmt.Println(between(c, c[1:]), between(c, c[3:]), c[1], c[3])
	fmt.Println(branches(fresh(), true), branches(fresh(), false))
	fmt.Println(signed([]int8{-1, 2}), signed([]int8{1, -2}))
	fmt.Println(words([]uint16{0xfffe, 2, 0x8003, 4, 0xf005}, 0), words([]uint16{0xfffe, 2, 0x8003, 4, 0xf005}, 1))
	show := func(b []byte) {
		for _, x := range b {
			fmt.Print(x, " ")
		}
		fmt.Println()
	}
	c = fresh()
	putLittle(c, 0x0102030405060708)
	show(c)
	putBig(c[2:], 0xfedcba98)
	show(c)
	putBigBackwards(c, -0x0102030405060708)
	show(c)
	putTwice(c, 0xabcd)
	show(c)
	putTwo(c, 0x1122, 0x3344)
	show(c)
	show(constants(c[:4:4]))
	var h header
	fill(&h)
	fmt.Println(h.kind, h.flags, h.size, h.id, h.at)
	c = fresh()
	fmt.Println(readBack(c, 0x5566), c[0], c[1])
	for n := 0; n <= 4; n++ {
		c := fresh()[:n]
		fmt.Println(short(c))
		show(c)
	}
}
