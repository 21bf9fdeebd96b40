// Conversions between every pair of numeric types at the values where they change: cut, extend, round, truncate toward zero.
package main

import (
	"fmt"
	"math"
)

//go:noinline
func fromInt(x int64) {
	fmt.Println(int8(x), int16(x), int32(x), uint8(x), uint16(x), uint32(x), uint64(x), float32(x), float64(x), uintptr(x), complex(float64(x), 0))
}

//go:noinline
func fromUint(x uint64) {
	fmt.Println(int8(x), int16(x), int32(x), int64(x), uint8(x), uint16(x), uint32(x), float32(x), float64(x))
}

//go:noinline
func narrow8(x int8) (uint8, uint16, uint32, uint64, int64, float32, float64, uint64) {
	return uint8(x), uint16(x), uint32(x), uint64(x), int64(x), float32(x), float64(x), uint64(uint8(x))
}

//go:noinline
func narrow16(x uint16) (int8, int16, int32, int64, uint64, float32, int64) {
	return int8(x), int16(x), int32(x), int64(x), uint64(x), float32(x), int64(int16(x))
}

//go:noinline
func narrow32(x uint32) (int8, int32, int64, uint64, float32, float64, int64) {
	return int8(x), int32(x), int64(x), uint64(x), float32(x), float64(x), int64(int32(x))
}

//go:noinline
func truncate(x float64) (int64, int32, int16, int8) {
	i := int64(x)
	return i, int32(i), int16(i), int8(i)
}

//go:noinline
func truncateU(x float64) (uint64, uint32, uint16, uint8) {
	i := uint64(x)
	return i, uint32(i), uint16(i), uint8(i)
}

//go:noinline
func truncate32(x float32) (int64, uint64, int32, uint32, float64) {
	return int64(x), uint64(x), int32(x), uint32(x), float64(x)
}

type celsius float32
type count uint16

func main() {
	for _, x := range []int64{0, 1, -1, 127, 128, -128, -129, 255, 256, 32767, 32768, -32769, 65535, 65536, 1<<24 + 1, 1<<31 - 1, 1 << 31, -1<<31 - 1,
		1<<32 - 1, 1 << 32, 1<<53 + 1, 1<<63 - 1, -1 << 63, -1<<63 + 1, 0x7fffffbfffffffff, 0x7fffff4000000000} {
		fromInt(x)
		fromUint(uint64(x))
	}
	for _, x := range []uint64{1 << 63, 1<<63 + 1, 1<<63 + 1024, 1<<63 + 1025, 1<<64 - 1, 1<<64 - 1024, 1<<64 - 1025, 1<<63 + 1<<39, 1<<63 + 1<<39 + 1, 0xffffff7fffffffff} {
		fromUint(x)
	}
	for _, x := range []int8{-128, -1, 0, 127} {
		fmt.Println(narrow8(x))
		fmt.Println(narrow16(uint16(x)))
		fmt.Println(narrow32(uint32(x)))
	}
	for _, x := range []float64{0, 0.9, -0.9, 1.5, -1.5, 127.99, -128.99, 32767.5, 2147483647.5, -2147483648.5, 4294967295.75, 1e15 + 0.5, -1e18, 9.2e18} {
		fmt.Println(truncate(x))
		fmt.Println(truncateU(math.Abs(x)))
	}
	for _, x := range []float64{1 << 63, 1.5 * (1 << 63), 18446744073709549568, 9223372036854775807} {
		fmt.Println(truncateU(x))
	}
	for _, x := range []float32{0, 0.99, 16777216, 16777217, 2147483520, 4294967040} {
		fmt.Println(truncate32(x))
	}
	for _, x := range []float64{0.1, 16777217, 1e-45, 7e-46, 3.4028234e38, 3.4028235677973366e38, 3.4028235677973362e38, -1e300, 5e-324, math.Pi} {
		f := float32(x)
		fmt.Println(f, float64(f), math.Float32bits(f), float64(f) == x)
	}
	var c celsius = 36.6
	n := count(c)
	fmt.Println(n, c*celsius(n), float64(c), count(65535)+count(c), celsius(n)/7)
	var z complex64 = complex(float32(0.1), 1e30)
	w := complex128(z)
	fmt.Println(w, complex64(w) == z, real(w) == 0.1)
	var r rune = 'x'
	var b byte = 'y'
	fmt.Println(string(r), string(rune(b)), r+rune(b), b+byte(r), -b, ^b)
}
