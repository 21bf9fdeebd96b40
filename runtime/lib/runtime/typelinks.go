package runtime

import "unsafe"

// The types without a name that the program has descriptors of. reflect asks for them, sorted by their text, when it needs a type that
// may be one of them ([]T, func(T), struct { F T }): the type it makes otherwise would be another. The descriptors stand one after the
// other in a section of their own (compiler/driver/link.c); each is as long as its parts say.

//burrow:leaf rt_typelinks
func typelinksBounds() (start, end uintptr)

var typelinks struct {
	lock      uint32
	collected bool
	offsets   []int32 // addresses, sorted by the types' texts
}

// The size of a whole descriptor, as compiler/lower/typedesc.c lays it out.
func (t *_type) descriptorSize() uintptr {
	n := t.fixedSize()
	if u := t.uncommon(); u != nil {
		n += unsafe.Sizeof(*u) + uintptr(u.mcount)*16
	}
	switch t.kind & kindMask {
	case kindStruct:
		fields := (*slice)(add(unsafe.Pointer(t), 56))
		n += uintptr(fields.len) * 24
	case kindFunc:
		f := (*functype)(unsafe.Pointer(t))
		n += uintptr(f.inCount+f.outCount&0x7fff) * 8
	}
	return n
}

func collectTypelinks() []int32 {
	var found []int32
	start, end := typelinksBounds()
	for at := start; at < end; {
		found = append(found, int32(at))
		at += (*_type)(unsafe.Pointer(at)).descriptorSize()
	}
	return sortTypelinks(found)
}

// Merge sort.
func sortTypelinks(a []int32) []int32 {
	if len(a) < 2 {
		return a
	}
	half := len(a) / 2
	left, right := sortTypelinks(a[:half]), sortTypelinks(a[half:])
	out := make([]int32, 0, len(a))
	for len(left) > 0 && len(right) > 0 {
		from := &left
		if typelink(right[0]).string() < typelink(left[0]).string() {
			from = &right
		}
		out = append(out, (*from)[0])
		*from = (*from)[1:]
	}
	return append(append(out, left...), right...)
}

func typelink(off int32) *_type { return (*_type)(address(off)) }

//go:linkname reflect_typelinks reflect.typelinks
func reflect_typelinks() ([]unsafe.Pointer, [][]int32) {
	for swap32(&typelinks.lock, 1) != 0 {
		gosched()
	}
	if !typelinks.collected {
		typelinks.offsets = collectTypelinks()
		typelinks.collected = true
	}
	offsets := typelinks.offsets
	swap32(&typelinks.lock, 0)
	return []unsafe.Pointer{nil}, [][]int32{offsets}
}
