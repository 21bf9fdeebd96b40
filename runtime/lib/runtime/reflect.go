package runtime

import "unsafe"

// What else package reflect links to. Types, names and methods that it makes at run time lie above 4 GiB; the 32-bit offsets that
// stand for them are negative numbers of a table.

var reflectOffs struct {
	lock     uint32
	pointers []unsafe.Pointer
}

//go:linkname reflect_addReflectOff reflect.addReflectOff
func reflect_addReflectOff(p unsafe.Pointer) int32 {
	t := &reflectOffs
	for swap32(&t.lock, 1) != 0 {
		gosched()
	}
	id := int32(0)
	for i, q := range t.pointers {
		if p == q {
			id = -int32(i + 1)
		}
	}
	if id == 0 {
		t.pointers = append(t.pointers, p)
		id = -int32(len(t.pointers))
	}
	swap32(&t.lock, 0)
	return id
}

func resolveOff(off int32) unsafe.Pointer {
	if off < 0 {
		return reflectOffs.pointers[-off-1]
	}
	return address(off)
}

//go:linkname reflect_resolveNameOff reflect.resolveNameOff
func reflect_resolveNameOff(t unsafe.Pointer, off int32) unsafe.Pointer { return resolveOff(off) }

//go:linkname reflect_resolveTypeOff reflect.resolveTypeOff
func reflect_resolveTypeOff(t unsafe.Pointer, off int32) unsafe.Pointer { return resolveOff(off) }

//go:linkname reflect_resolveTextOff reflect.resolveTextOff
func reflect_resolveTextOff(t unsafe.Pointer, off int32) unsafe.Pointer { return resolveOff(off) }

//go:linkname reflectlite_resolveNameOff internal/reflectlite.resolveNameOff
func reflectlite_resolveNameOff(t unsafe.Pointer, off int32) unsafe.Pointer { return resolveOff(off) }

//go:linkname reflectlite_resolveTypeOff internal/reflectlite.resolveTypeOff
func reflectlite_resolveTypeOff(t unsafe.Pointer, off int32) unsafe.Pointer { return resolveOff(off) }

//go:linkname reflect_verifyNotInHeapPtr reflect.verifyNotInHeapPtr
func reflect_verifyNotInHeapPtr(p uintptr) bool { return true }

//go:linkname reflect_mapiterkey reflect.mapiterkey
func reflect_mapiterkey(it *hiter) unsafe.Pointer { return it.key }

//go:linkname reflect_mapiterelem reflect.mapiterelem
func reflect_mapiterelem(it *hiter) unsafe.Pointer { return it.elem }

// The words of a value from an offset on.

//go:linkname reflect_typedmemmovepartial reflect.typedmemmovepartial
func reflect_typedmemmovepartial(t *_type, dst, src unsafe.Pointer, off, size uintptr) {
	whole := mallocgc(t.size, t, 0)
	typedmemmove(t, whole, unsafe.Pointer(uintptr(dst)-off))
	memmove(add(whole, off), src, size)
	typedmemmove(t, unsafe.Pointer(uintptr(dst)-off), whole)
}

//go:linkname reflect_typedmemclrpartial reflect.typedmemclrpartial
func reflect_typedmemclrpartial(t *_type, p unsafe.Pointer, off, size uintptr) {
	whole := mallocgc(t.size, t, 0)
	reflect_typedmemmovepartial(t, p, add(whole, off), off, size)
}
