package runtime

import "unsafe"

// Interfaces: boxing, conversion, comparison. The table of itabs is in C (runtime/lang/itab.c).

// itabFind gives the itab of a pair, or nil where it has not been made yet. One that is lacking says that
// there is none.
//
//burrow:leaf itab_find
//go:noescape
func itabFind(t *interfacetype, typ *_type) *itab

// itabMake makes it. Where the type lacks a method the itab is nil and missing is that method's name.
//
//burrow:system itab_make
//go:noescape
func itabMake(t *interfacetype, typ *_type) (tab *itab, missing *byte)

//burrow:leaf type_equal_simple
//go:noescape
func typeEqualSimple(t *_type, p, q unsafe.Pointer) int

//burrow:system type_equal
//go:noescape
func typeEqualSlow(t *_type, p, q unsafe.Pointer) (equal int, bad *_type)

func convT(t *_type, v unsafe.Pointer) unsafe.Pointer {
	p := mallocgc(t.size, t, memNoZero)
	typedmemmove(t, p, v)
	return p
}

func convT16(v uint16) unsafe.Pointer {
	if v < 256 {
		return unsafe.Pointer(uintptr(unsafe.Pointer(&staticuint64s)) + uintptr(v)*8)
	}
	p := mallocgc(2, nil, memNoZero)
	*(*uint16)(p) = v
	return p
}

func convT32(v uint32) unsafe.Pointer {
	if v < 256 {
		return unsafe.Pointer(uintptr(unsafe.Pointer(&staticuint64s)) + uintptr(v)*8)
	}
	p := mallocgc(4, nil, memNoZero)
	*(*uint32)(p) = v
	return p
}

func convT64(v uint64) unsafe.Pointer {
	if v < 256 {
		return unsafe.Pointer(uintptr(unsafe.Pointer(&staticuint64s)) + uintptr(v)*8)
	}
	p := mallocgc(8, nil, memNoZero)
	*(*uint64)(p) = v
	return p
}

func convTstring(v string) unsafe.Pointer {
	if v == "" {
		return unsafe.Pointer(&zeroVal)
	}
	p := new(string)
	*p = v
	return unsafe.Pointer(p)
}

func convTslice(v []byte) unsafe.Pointer {
	if v == nil {
		return unsafe.Pointer(&zeroVal)
	}
	p := new([]byte)
	*p = v
	return unsafe.Pointer(p)
}

func getitab(t *interfacetype, typ *_type) *itab {
	if tab := itabFind(t, typ); tab != nil && tab.lacking == 0 {
		return tab
	}
	tab, missing := itabMake(t, typ)
	if tab == nil {
		panic(&TypeAssertionError{nil, typ, &t.typ, nameText(unsafe.Pointer(missing))})
	}
	return tab
}

func convI2I(t *interfacetype, tab *itab) *itab {
	if tab == nil {
		return nil
	}
	return getitab(t, tab.typ)
}

func assertE2I(t *interfacetype, typ *_type) *itab {
	if typ == nil {
		panic(&TypeAssertionError{nil, nil, &t.typ, ""})
	}
	return getitab(t, typ)
}

func assertE2I2(t *interfacetype, typ *_type) *itab {
	if typ == nil {
		return nil
	}
	if tab := itabFind(t, typ); tab != nil {
		if tab.lacking != 0 {
			return nil
		}
		return tab
	}
	tab, _ := itabMake(t, typ)
	return tab
}

func panicdottypeE(have, want, iface *_type) {
	panic(&TypeAssertionError{iface, have, want, ""})
}

func panicdottypeI(have *itab, want, iface *_type) {
	var t *_type
	if have != nil {
		t = have.typ
	}
	panicdottypeE(t, want, iface)
}

func panicnildottype(want *_type) {
	panic(&TypeAssertionError{nil, nil, want, ""})
}

func typeequal(t *_type, p, q unsafe.Pointer) bool {
	r := typeEqualSimple(t, p, q)
	if r < 0 {
		var bad *_type
		r, bad = typeEqualSlow(t, p, q)
		if bad != nil {
			panic(errorString("comparing uncomparable type " + bad.string()))
		}
	}
	return r != 0
}

func efaceeq(t *_type, x, y unsafe.Pointer) bool {
	if t == nil {
		return true
	}
	if t.equal == nil {
		panic(errorString("comparing uncomparable type " + t.string()))
	}
	if t.kind&kindDirectIface != 0 {
		return x == y
	}
	return typeequal(t, x, y)
}

// ifaceeq compares two interfaces with methods. A pair of types may have two itabs, so it is the types that count.
func ifaceeq(a, b *itab, x, y unsafe.Pointer) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.typ == b.typ && efaceeq(a.typ, x, y)
}

// ---- What package reflect links to.

//go:linkname reflect_ifaceE2I reflect.ifaceE2I
func reflect_ifaceE2I(t *interfacetype, e eface, dst *iface) {
	dst.tab = assertE2I(t, e.typ)
	dst.data = e.data
}

//go:linkname reflectlite_ifaceE2I internal/reflectlite.ifaceE2I
func reflectlite_ifaceE2I(t *interfacetype, e eface, dst *iface) {
	dst.tab = assertE2I(t, e.typ)
	dst.data = e.data
}

//burrow:system type_hash_seeded
//go:noescape
func typeHash(t *_type, p unsafe.Pointer, seed uintptr) (h uintptr, bad *_type)

//go:linkname reflect_typehash reflect.typehash
func reflect_typehash(t *_type, p unsafe.Pointer, seed uintptr) uintptr {
	h, bad := typeHash(t, p, seed)
	if bad != nil {
		unhashable(bad)
	}
	return h
}
