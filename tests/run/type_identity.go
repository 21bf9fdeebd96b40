package main

import (
	"reflect"
	"unsafe"
)

// Types that look the same and are not; variables without a value take their turn in the order of initialisation.

type number = int

type plain = struct{ int }
type aliased = struct{ number }

var sp = ""

func f(name string, _ ...any) int {
	print(sp, name)
	sp = " "
	return 0
}

var a = f("a", x)
var b = f("b", y)
var c = f("c")

var x int
var y = func() int { return 42 }()

func pair() (unsafe.Pointer, int) { return unsafe.Pointer(&data), 1 }
func bytes() (*byte, int)         { return &data[1], 2 }

var data = [4]byte{1, 2, 3, 4}

func main() {
	println()
	var p, q any = plain{}, aliased{}
	println(p == q)
	{
		type C = int32
		p = struct{ C }{}
	}
	{
		type C = uint32
		q = struct{ C }{}
	}
	println(p == q)
	println(reflect.TypeOf(unsafe.Pointer(nil)).PkgPath())
	println(*(*byte)(unsafe.Add(pair())), len(unsafe.Slice(bytes())), unsafe.Slice(bytes())[1])
}
