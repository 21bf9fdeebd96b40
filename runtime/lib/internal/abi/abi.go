// Package abi describes the calling convention (docs/contracts.md, section 5) to package reflect.
package abi

import "unsafe"

const (
	IntArgRegs            = 9  // RAX RBX RCX RDI RSI R8 R9 R10 R11
	FloatArgRegs          = 15 // X0 to X14
	EffectiveFloatRegSize = 8
)

// RegArgs holds the registers of a call. The runtime's reflectcall loads and stores them: Ints first, then Floats.
type RegArgs struct {
	Ints        [IntArgRegs]uintptr
	Floats      [FloatArgRegs]uint64
	Ptrs        [IntArgRegs]unsafe.Pointer // the words of Ints that are pointers, visible to the collector
	ReturnIsPtr IntArgRegBitmap            // which result registers are pointers
}

// Dump prints the registers.
func (r *RegArgs) Dump() {
	for _, x := range r.Ints {
		print(x, " ")
	}
	println()
}

// IntRegArgAddr gives the address of the value in Ints[reg] that has a size.
func (r *RegArgs) IntRegArgAddr(reg int, argSize uintptr) unsafe.Pointer {
	if argSize > 8 || argSize == 0 || argSize&(argSize-1) != 0 {
		panic("invalid argSize")
	}
	return unsafe.Pointer(&r.Ints[reg])
}

// IntArgRegBitmap is a set of integer argument registers.
type IntArgRegBitmap [(IntArgRegs + 7) / 8]uint8

// Set adds register i.
func (b *IntArgRegBitmap) Set(i int) {
	b[i/8] |= 1 << (i % 8)
}

// Get says whether register i is in the set.
//
//go:nosplit
func (b *IntArgRegBitmap) Get(i int) bool {
	return b[i/8]&(1<<(i%8)) != 0
}

// code is the first word of a function value's closure.
func code(f any) uintptr {
	closure := (*[2]unsafe.Pointer)(unsafe.Pointer(&f))[1]
	return *(*uintptr)(closure)
}

// FuncPCABI0 gives the entry address of the function f.
func FuncPCABI0(f any) uintptr { return code(f) }

// FuncPCABIInternal gives the entry address of the function f.
func FuncPCABIInternal(f any) uintptr { return code(f) }
