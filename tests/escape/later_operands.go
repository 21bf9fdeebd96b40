package main

import "unsafe"

// What go and defer statements keep for the call: the frame that recover is asked about, and
// pointers that are passed as uintptr.

//go:noinline
//go:uintptrescapes
func pass(s string, p uintptr, rest ...uintptr) {}

func address(p *int) unsafe.Pointer { return unsafe.Pointer(p) }

func recovers(done chan bool) {
	defer func() {
		println(recover() != nil)
	}()
	defer recover()
	defer func() {
		defer recover()
		done <- true
	}()
	x, y, z := 1, 2, 3
	defer pass("defer", uintptr(address(&x)), uintptr(address(&y)), uintptr(unsafe.Pointer(&z)))
	for i := 0; i < 2; i++ {
		u := i
		defer pass("loop", uintptr(address(&u)))
		go pass("go", uintptr(unsafe.Pointer(&u)), 1)
	}
	pass("now", uintptr(address(&x)))
}

func main() {
	done := make(chan bool, 1)
	recovers(done)
	println(<-done)
	println((*int)(nil) == nil, unsafe.Slice((*int)(nil), 0) == nil)
}
