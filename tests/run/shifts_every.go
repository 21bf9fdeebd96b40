// Shifts of every width by counts of every type: more than the width, by constants and variables, signed counts, and of untyped constants.
package main

import "fmt"

//go:noinline
func left(n uint) (int8, int16, int32, int64, uint8, uint16, uint32, uint64) {
	return int8(-3) << n, int16(-3) << n, int32(-3) << n, int64(-3) << n, uint8(0xa5) << n, uint16(0xa5a5) << n, uint32(0xa5a5a5a5) << n, uint64(0xa5a5a5a5a5a5a5a5) << n
}

//go:noinline
func right(a int8, b int16, c int32, d int64, n uint) (int8, int16, int32, int64, uint8, uint16, uint32, uint64) {
	return a >> n, b >> n, c >> n, d >> n, uint8(a) >> n, uint16(b) >> n, uint32(c) >> n, uint64(d) >> n
}

//go:noinline
func counts(x int64, a uint8, b uint16, c uint32, d uint64, e int8, f int) [6]int64 {
	return [6]int64{x << a, x >> b, x << c, x >> d, x << e, x >> f}
}

//go:noinline
func masked(x uint32, y uint64, n uint) (uint32, uint64, uint32, uint64, int32) {
	return x << (n & 31), y << (n & 63), x >> (n & 31), y >> (n & 63), int32(x) >> (n & 31)
}

//go:noinline
func rotate(x uint32, y uint64, z uint8, n uint) (uint32, uint64, uint8) {
	return x<<n | x>>(32-n), y<<n | y>>(64-n), z<<3 | z>>5
}

//go:noinline
func constants(x int32, u uint64, b uint8) []interface{} {
	return []interface{}{x << 31, x << 32, x >> 31, x >> 32, x >> 100, u << 63, u << 64, u >> 63, u >> 64, b << 7, b << 8, b >> 7, b >> 8, x << 3 >> 3, u << 8 >> 8, b << 4 >> 4, int8(b) << 4 >> 4}
}

func caught(f func()) {
	defer func() { fmt.Println("caught:", recover()) }()
	f()
}

func main() {
	for _, n := range []uint{0, 1, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 255, 256, 1<<32 - 1, 1 << 32, 1<<32 + 1, 1<<64 - 1} {
		fmt.Println(left(n))
		fmt.Println(right(-128, -32768, -1<<31, -1<<63, n))
		fmt.Println(right(127, 0x7ff0, 0x7ffffff0, 0x7ffffffffffffff0, n))
		fmt.Println(masked(0x80000001, 0x8000000000000001, n))
	}
	fmt.Println(counts(-5, 3, 70, 63, 1, 4, 2), counts(1<<62|1, 255, 65535, 1<<31, 1<<63, 127, 63))
	fmt.Println(rotate(0x80000001, 0x8000000000000001, 0x81, 1))
	fmt.Println(constants(-7, 0xf0f0f0f0f0f0f0f1, 0x99))
	caught(func() { counts(1, 0, 0, 0, 0, -1, 0) })
	caught(func() { counts(1, 0, 0, 0, 0, 0, -1<<63) })
	var s uint = 33
	var i = 1 << s
	var j int32 = 1 << s
	var k = uint64(1 << s)
	var w int64 = 1.0 << 33
	var u = make([]byte, 1<<3)
	var b = 1<<s == 2<<s
	var m = float32(1<<3) + float32(2)
	fmt.Println(i, j, k, w, len(u), b, m, 1<<s != 1, uint8(1<<s-1<<s+255))
	var x uint8 = 1
	x <<= x
	x <<= 5
	x += 1 << x
	fmt.Println(x, x<<1>>1, x>>1<<1, ^x<<4, -x>>1)
	const huge = 1 << 500 >> 498
	fmt.Println(huge, 1<<62>>61, -1>>10, -8>>1, uint32(1)<<31>>31)
	total := int64(0)
	for n := -70; n < 200; n += 9 {
		total += int64(1)<<uint(n&127) ^ int64(-1)>>uint(n&255)
	}
	fmt.Println(total)
}
