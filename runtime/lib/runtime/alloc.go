package runtime

import "unsafe"

// Allocation, slices, and moves of typed memory (C: runtime/mem).

const memNoZero = 1

//burrow:leaf mem_alloc_fast
func allocFast(size uintptr, t *_type, flags uint32) unsafe.Pointer

//burrow:system mem_alloc
func allocSlow(size uintptr, t *_type, flags uint32) unsafe.Pointer

//burrow:leaf mem_round_size
func roundupsize(size uintptr) uintptr

//burrow:leaf typed_move
//go:noescape
func typedmemmove(t *_type, dst, src unsafe.Pointer)

//burrow:leaf typed_clear
//go:noescape
func typedmemclr(t *_type, p unsafe.Pointer)

//burrow:leaf typed_move_n
//go:noescape
func typedmemmoveN(t *_type, dst, src unsafe.Pointer, bytes uintptr)

//burrow:leaf memmove
//go:noescape
func memmove(dst, src unsafe.Pointer, n uintptr)

//burrow:leaf rt_memclr
//go:noescape
func memclrNoHeapPointers(p unsafe.Pointer, n uintptr)

//burrow:leaf typed_clear_n
//go:noescape
func memclrHasPointers(t *_type, p unsafe.Pointer, n uintptr)

//burrow:leaf rt_memequal
//go:noescape
func memequal(p, q unsafe.Pointer, n uintptr) bool

func mallocgc(size uintptr, t *_type, flags uint32) unsafe.Pointer {
	p := allocFast(size, t, flags)
	if p == nil {
		p = allocSlow(size, t, flags)
	}
	return p
}

func newobject(t *_type) unsafe.Pointer {
	p := allocFast(t.size, t, 0)
	if p == nil {
		p = allocSlow(t.size, t, 0)
	}
	return p
}

// staticonce notes that the object *made belongs to was made; in programs built with -allocs, to be sure that it happens once.
func staticonce(made *bool) {
	if *made {
		throw("an object that is made once was made again")
	}
	*made = true
}

func newarray(t *_type, n int) unsafe.Pointer {
	if n < 0 || t.size > 0 && uintptr(n) > maxAlloc/t.size {
		panic(plainError("runtime: allocation size out of range"))
	}
	return mallocgc(t.size*uintptr(n), t, 0)
}

// fits says whether n values of a size can be allocated at all.
func fits(size uintptr, n int) bool {
	return n >= 0 && (size == 0 || uintptr(n) <= maxAlloc/size)
}

func makeslice(t *_type, len, cap int) unsafe.Pointer {
	if len < 0 || len > cap || !fits(t.size, cap) {
		if !fits(t.size, len) {
			panicmakeslicelen()
		}
		panicmakeslicecap()
	}
	return mallocgc(t.size*uintptr(cap), t, 0)
}

// growslice makes room for num more values: the slice had newLen-num. Half as much again (the factor falls from two to 1.25
// between 256 and many elements), rounded up to what the allocator hands out.
func growslice(t *_type, old unsafe.Pointer, newLen, oldCap, num int) slice {
	if newLen < 0 {
		panic(errorString("growslice: cap out of range"))
	}
	if t.size == 0 {
		return slice{unsafe.Pointer(&zeroVal), newLen, newLen}
	}
	newCap := nextCap(newLen, oldCap)
	if !fits(t.size, newCap) {
		panic(errorString("growslice: cap out of range"))
	}
	bytes := roundupsize(uintptr(newCap) * t.size)
	newCap = int(bytes / t.size)
	bytes = uintptr(newCap) * t.size
	oldBytes := uintptr(newLen-num) * t.size
	if t.ptrdata == 0 {
		p := mallocgc(bytes, nil, memNoZero)
		memmove(p, old, oldBytes)
		memclrNoHeapPointers(add(p, oldBytes), bytes-oldBytes)
		return slice{p, newLen, newCap}
	}
	p := mallocgc(bytes, t, 0)
	typedmemmoveN(t, p, old, oldBytes)
	return slice{p, newLen, newCap}
}

// growsliceframe is growslice with memory of the caller's frame: `room` bytes at buf, of which `used` are taken.
// It gives the number of those taken then, too.
func growsliceframe(t *_type, old unsafe.Pointer, newLen, oldCap, num int, buf unsafe.Pointer, used, room uintptr) (slice, uintptr) {
	if newLen < 0 || uintptr(newLen) > room || uintptr(oldCap) > room {
		return growslice(t, old, newLen, oldCap, num), used
	}
	newCap := int(roundupsize(uintptr(nextCap(newLen, oldCap))*t.size) / t.size)
	bytes := uintptr(newCap) * t.size
	if bytes > room-used {
		return growslice(t, old, newLen, oldCap, num), used
	}
	p := add(buf, used)
	oldBytes := uintptr(newLen-num) * t.size
	memmove(p, old, oldBytes)
	memclrNoHeapPointers(add(p, oldBytes), bytes-oldBytes)
	return slice{p, newLen, newCap}, used + bytes
}

func nextCap(need, have int) int {
	const threshold = 256
	if need > have+have {
		return need
	}
	if have < threshold {
		return have + have
	}
	c := have
	for 0 < c && c < need {
		c += (c + 3*threshold) / 4
	}
	if c <= 0 {
		return need
	}
	return c
}

func typedslicecopy(t *_type, dst unsafe.Pointer, dlen int, src unsafe.Pointer, slen int) int {
	n := slen
	if n > dlen {
		n = dlen
	}
	if n > 0 && dst != src {
		typedmemmoveN(t, dst, src, uintptr(n)*t.size)
	}
	return n
}

func slicecopy(dst unsafe.Pointer, dlen int, src unsafe.Pointer, slen int, width uintptr) int {
	n := slen
	if n > dlen {
		n = dlen
	}
	if n > 0 && width > 0 {
		memmove(dst, src, uintptr(n)*width)
	}
	return n
}

// ---- What package reflect links to.

//go:linkname reflect_unsafe_New reflect.unsafe_New
func reflect_unsafe_New(t *_type) unsafe.Pointer { return newobject(t) }

//go:linkname reflectlite_unsafe_New internal/reflectlite.unsafe_New
func reflectlite_unsafe_New(t *_type) unsafe.Pointer { return newobject(t) }

//go:linkname reflect_unsafe_NewArray reflect.unsafe_NewArray
func reflect_unsafe_NewArray(t *_type, n int) unsafe.Pointer { return newarray(t, n) }

//go:linkname reflect_typedmemmove reflect.typedmemmove
func reflect_typedmemmove(t *_type, dst, src unsafe.Pointer) { typedmemmove(t, dst, src) }

//go:linkname reflectlite_typedmemmove internal/reflectlite.typedmemmove
func reflectlite_typedmemmove(t *_type, dst, src unsafe.Pointer) { typedmemmove(t, dst, src) }

//go:linkname reflect_typedmemclr reflect.typedmemclr
func reflect_typedmemclr(t *_type, p unsafe.Pointer) { typedmemclr(t, p) }

//go:linkname reflect_memclrNoHeapPointers reflect.memclrNoHeapPointers
func reflect_memclrNoHeapPointers(p unsafe.Pointer, n uintptr) { memclrNoHeapPointers(p, n) }

//go:linkname reflect_memmove reflect.memmove
func reflect_memmove(dst, src unsafe.Pointer, n uintptr) { memmove(dst, src, n) }

//go:linkname reflect_typedslicecopy reflect.typedslicecopy
func reflect_typedslicecopy(t *_type, dst, src slice) int {
	return typedslicecopy(t, dst.array, dst.len, src.array, src.len)
}
