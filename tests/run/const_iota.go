// Constants: iota in all its positions, untyped arithmetic of any size, typed conversion at the edges.
package main

import "fmt"

type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	_
	Thursday
)

const (
	_  = iota
	KB = 1 << (10 * iota)
	MB
	GB
)

const (
	a, b = iota, iota * 10
	c, d
	_, _
	e, f
)

const (
	first = "x"
	second
	third = iota
	fourth
	fifth = 'a' + iota
)

const (
	bit0, mask0 = 1 << iota, 1<<iota - 1
	bit1, mask1
	_, _
	bit3, mask3
)

const huge = 1 << 200
const ratio = huge / (1 << 190)
const third3 = 1.0 / 3
const big = 123456789012345678901234567890 % 1000000007

type flags uint8

const (
	read flags = 1 << iota
	write
	exec
	all  = read | write | exec
	none = all &^ all
)

func (d Weekday) String() string {
	return [...]string{"Sun", "Mon", "Tue", "Wed", "Thu"}[d]
}

func local() {
	const (
		x = iota + 5
		y
	)
	{
		const x = iota
		fmt.Println("inner", x)
	}
	fmt.Println("local", x, y)
}

func main() {
	fmt.Println(Sunday, Monday, Tuesday, Thursday, int(Thursday))
	fmt.Println(KB, MB, GB)
	fmt.Println(a, b, c, d, e, f)
	fmt.Println(first, second, third, fourth, fifth)
	fmt.Println(bit0, mask0, bit1, mask1, bit3, mask3)
	fmt.Println(ratio, huge>>198, big, third3*3 == 1)
	fmt.Println(read, write, exec, all, none, ^read, all&^write)
	local()
	const r = 'é'
	const s = "né" + string(r)
	fmt.Println(len(s), s, r)
	const z = 3 + 4i
	fmt.Println(real(z)*real(z)+imag(z)*imag(z), z*z)
	var i8 int8 = -1 << 7
	var u8 uint8 = 1<<8 - 1
	var f32 float32 = 1 << 24
	fmt.Println(i8, u8, f32, uint64(1<<64-1), -5/2, -5%2, 5.0/2, 7/2*2.0)
	const shifted = 1.0 << 3
	var n uint = 3
	var w int64 = 1 << n
	fmt.Println(shifted, w, len([shifted]int{}))
	fmt.Println(int64(-1)<<63>>63, uint32(1)<<31, 0x1p-2, 0b1011, 0o17, 1_000_000, 'a' < 'b', "a"+"b" < "ac")
}
