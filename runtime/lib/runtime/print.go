package runtime

import "unsafe"

// print and println: C (runtime/lang/print.c) collects a statement's text and writes it to standard error.

// A statement's owner keeps the lock; others wait their turn.
//
//burrow:leaf print_try_lock
func printTryLock() bool

//burrow:system print_unlock_go
func printunlock()

//burrow:system print_go_string
//go:noescape
func printstring(s string)

//burrow:system print_go_int
func printint(v int64)

//burrow:system print_go_uint
func printuint(v uint64)

//burrow:system print_go_hex
func printhex(v uint64)

//burrow:leaf print_format_float
//go:noescape
func formatFloat(buf *[24]byte, v float64) int

func printlock() {
	for !printTryLock() {
		gosched()
	}
}

func printbool(v bool) {
	if v {
		printstring("true")
	} else {
		printstring("false")
	}
}

func printfloat(v float64) {
	var buf [24]byte
	n := formatFloat(&buf, v)
	printbytes(noescape(unsafe.Pointer(&buf)), n)
}

func printbytes(p unsafe.Pointer, n int) {
	var s string
	h := (*stringStruct)(unsafe.Pointer(&s))
	h.str = p
	h.len = n
	printstring(s)
}

func printcomplex(v complex128) {
	printstring("(")
	printfloat(real(v))
	printfloat(imag(v))
	printstring("i)")
}

func printpointer(p unsafe.Pointer) {
	printhex(uint64(uintptr(p)))
}

func printslice(s []byte) {
	h := (*slice)(unsafe.Pointer(&s))
	printstring("[")
	printint(int64(h.len))
	printstring("/")
	printint(int64(h.cap))
	printstring("]")
	printpointer(h.array)
}

func printwords(typ, data unsafe.Pointer) {
	printstring("(")
	printpointer(typ)
	printstring(",")
	printpointer(data)
	printstring(")")
}

func printeface(v any) {
	e := efaceOf(&v)
	printwords(unsafe.Pointer(e.typ), e.data)
}

// printiface prints an interface with methods: its words have been put into an empty one as they are.
func printiface(v any) {
	e := efaceOf(&v)
	printwords(unsafe.Pointer(e.typ), e.data)
}

func printnl() { printstring("\n") }
func printsp() { printstring(" ") }
