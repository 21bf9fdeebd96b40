// Constant arithmetic is exact and untyped until used: large shifts, rationals, runes, typed limits, iota in every position.
package main

import (
	"fmt"
	"math"
)

const (
	huge  = 1 << 200
	small = huge >> 198
	third = 1.0 / 3
	exact = third * 3
	pi    = 3.14159265358979323846264338327950288419716939937510582097494459
	mask  = ^uint8(0x0f)
	neg   = -5 / 3
	rem   = -5 % 3
	r     = 'a' + 1.0
	c     = 2i * 2i
	s     = "con" + "cat"
	l     = len(s + "1234")
	b     = huge > 1<<199 && "a" < "b"
	f32   = float32(0.1)
	big   = 1e400 / 1e395
)

type weekday int

const (
	sunday weekday = iota
	monday
	_
	wednesday
)

const (
	_  = iota
	kb = 1 << (10 * iota)
	mb
	gb
)

const (
	a0, a1 = iota, iota * 10
	b0, b1
	_, _
	c0, c1
)

const (
	x = iota
	y = "y"
	z
	w = iota
	v = iota + 0.5
	u
)

type flags uint16

const (
	one flags = 1 << iota
	two
	four
	all = one | two | four
)

func (d weekday) String() string { return [...]string{"Sun", "Mon", "Tue", "Wed"}[d] }

func generic(values ...interface{}) {
	for _, v := range values {
		fmt.Printf("%v:%T ", v, v)
	}
	fmt.Println()
}

func main() {
	generic(small, exact, mask, neg, rem, r, c, s, l, b, f32, big)
	generic(sunday, monday, wednesday, kb, mb, gb, a0, a1, b0, b1, c0, c1, x, y, z, w, v, u, one, two, four, all)
	var i8 int8 = -128
	var u64 uint64 = 1<<64 - 1
	var f float64 = huge
	var g float32 = pi
	generic(i8, u64, f, g, pi, uint64(math.MaxUint64), int64(math.MinInt64), math.MaxInt32+1)
	var k = 10
	generic(1<<3, 1.0<<3, 1<<k, uint8(1)<<7, int32(1)<<k, 'x'*2, 07, 0b1010, 0o17, 0x_ff, 1_000_000, 0x1p-2, 1e3, .5, 5., 0x.8p1)
	generic(5/2, 5.0/2, 5/2.0, 7%4, -7>>1, -7/2, 6&^5, 6^5, ^0, ^-1, !b, 1+2i == 1+2i, real(3+4i), imag(3+4i))
	generic(len([10]int{}), cap([3]string{}), len("héllo"), float64(1)/3, int(3.0), complex(1, 2), string(rune(0x65e5)), "\x41\101\u0041\U00000041")
	const typed int64 = 1 << 40
	const derived = typed >> 38
	generic(typed, derived, derived*3/2, float32(typed), uint8(derived))
	const local = iota
	switch k {
	case local + 10:
		fmt.Println("matched", local)
	}
	var arr [local + 3]int
	generic(len(arr), math.Pi*1e10, math.MaxFloat32, math.SmallestNonzeroFloat64, 1/3.0 == third, float32(1)/3 == float32(third))
	generic(0.1+0.2 == 0.3, f == 1<<200, 1<<62*2-1+1<<62*2 > 0, 'a' < 'b', "x"[0], 123456789.0*1000)
	h := 1 << 3.0
	var j uint8 = 255
	j += 1
	var m int16 = math.MaxInt16
	m++
	generic(h, j, m, uint32(1<<32-1)+uint32(k), -int8(i8), -u64)
}
