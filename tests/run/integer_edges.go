// Integers at the edges of every width: wrap-around, the most negative number divided by -1, remainders' signs, shifts by
// more than the width, and conversions that cut and extend.
package main

import "fmt"

//go:noinline
func edges8(a, b int8) {
	fmt.Println(a+b, a-b, a*b, -a, ^a, a&b, a|b, a^b, a&^b)
	if b != 0 {
		fmt.Println(a/b, a%b)
	}
}

//go:noinline
func edges64(a, b int64) {
	fmt.Println(a+b, a-b, a*b, -a, ^a)
	if b != 0 {
		fmt.Println(a/b, a%b, uint64(a)/uint64(b), uint64(a)%uint64(b))
	}
}

//go:noinline
func shifts(x int32, u uint32, n uint) {
	fmt.Println(x<<n, x>>n, u<<n, u>>n, int8(x)<<n, int8(x)>>n, uint64(u)<<n)
}

//go:noinline
func byConstants(x int64, u uint64) {
	fmt.Println(x/1, x/-1, x/2, x/3, x/7, x/8, x/-8, x/10, x/1000, x%2, x%3, x%8, x%10, x%-7)
	fmt.Println(u/1, u/2, u/3, u/7, u/10, u/641, u%3, u%10, u%1000000007)
}

//go:noinline
func convert(x int64) {
	fmt.Println(int8(x), uint8(x), int16(x), uint16(x), int32(x), uint32(x), uint64(x), uint(x))
	fmt.Println(int64(int8(x)), int64(uint8(x)), uint64(int16(x)), int64(uint32(x)), uint64(int32(x)))
}

func main() {
	for _, a := range []int8{-128, -1, 0, 1, 127} {
		for _, b := range []int8{-128, -1, 0, 3, 127} {
			edges8(a, b)
		}
	}
	const least, most = -1 << 63, 1<<63 - 1
	for _, a := range []int64{least, -7, 0, 7, most} {
		for _, b := range []int64{least, -1, 2, most} {
			edges64(a, b)
		}
		byConstants(a, uint64(a))
		convert(a)
	}
	for _, n := range []uint{0, 1, 7, 8, 31, 32, 33, 63, 64, 200, 1 << 40} {
		shifts(-5, 0x80000001, n)
	}
	convert(0x123456789abcdef0)
	convert(-0x123456789abcdef)
	var x uint8 = 200
	x += 100
	var y int16 = 32767
	y++
	x <<= 1
	y >>= 15
	fmt.Println(x, y)
	x--
	y *= y
	fmt.Println(x, y, -y, ^x)
}
