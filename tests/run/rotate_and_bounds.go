// Shifts that together turn a number, in every width and form, and shifts that only look so; indices a constant away from
// a loop's variable, at the edges of what may be proved.
package main

import "fmt"

func turn8(x uint8) [4]uint8    { return [4]uint8{x<<3 | x>>5, x>>1 | x<<7, x<<4 ^ x>>4, x<<3 + x>>5} }
func turn16(x uint16) [3]uint16 { return [3]uint16{x<<3 | x>>13, x>>1 + x<<15, x<<8 ^ x>>8} }
func turn32(x uint32) [3]uint32 { return [3]uint32{x<<3 | x>>29, x>>1 ^ x<<31, x<<16 + x>>16} }
func turn64(x uint64) [3]uint64 { return [3]uint64{x<<3 | x>>61, x>>1 | x<<63, x<<32 ^ x>>32} }

// Not turns: the counts do not add up, the numbers differ, the right shift is signed.
func others(x uint32, y uint32, z int32) [4]int64 {
	return [4]int64{int64(x<<3 | x>>28), int64(x<<3 | y>>29), int64(z<<3 | z>>29), int64(x<<0 | x>>32)}
}

func before(w *[64]uint32) (s uint32) {
	for i := 16; i < 64; i++ {
		s = s*3 + w[i-2] + w[i-16] + w[i-15]
	}
	return s
}

func caught(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func step(w []int, from, by int) (s int) {
	for i := from; i < len(w); i++ {
		s += w[i-by]
	}
	return s
}

func extreme(w []int, from int) (s int) {
	for i := from; i > -9223372036854775807; i-- {
		s += w[i+9223372036854775807]
		if s > 100 {
			break
		}
	}
	return s
}

func small(w []int, from int8) (s int) {
	for i := from; i < 120; i++ {
		s += w[uint8(i+8)]
	}
	return s
}

func main() {
	for _, x := range []uint64{0, 1, 0x80, 0x8001, 0x80000001, 0xdeadbeefcafebabe, 1<<63 | 1, 1<<64 - 1} {
		fmt.Println(turn8(uint8(x)), turn16(uint16(x)), turn32(uint32(x)), turn64(x))
		fmt.Println(others(uint32(x), uint32(x>>1), int32(x)))
	}
	var w [64]uint32
	for i := range w {
		w[i] = uint32(i * i)
	}
	fmt.Println(before(&w))
	xs := []int{1, 2, 3, 4, 5}
	fmt.Println(step(xs, 2, 1), step(xs, 2, 2), step(xs, 0, -0))
	caught("below", func() { step(xs, 1, 2) })
	caught("above", func() { step(xs, 1, -3) })
	caught("far", func() { extreme(xs, -9223372036854775803) })
	caught("farther", func() { extreme(xs, -9223372036854775800) })
	long := make([]int, 128)
	caught("small", func() { fmt.Println(small(long, 100)) })
	caught("small wraps", func() { fmt.Println(small(long[:127], 100)) })
}
