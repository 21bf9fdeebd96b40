package runtime

import "unsafe"

// Maps. The table is in C (runtime/lang/map.c); here is what allocates and what panics. Look-up and insertion into a table with
// room are leaf functions; keys that need a recursive walk of their type (structs with strings, arrays of interfaces) go
// through system functions.

type hmap struct {
	count  int            // len(m)
	groups unsafe.Pointer // nil: nothing was ever inserted
	mask   uintptr        // number of groups, a power of two, minus 1
	free   uintptr        // empty slots that may be used up before the table must grow
	seed   uintptr
	clears uint32 // how often the map was cleared
	flags  uint32
}

// reflect has an iterator of its own of the same size with pointers in the same words.
type hiter struct {
	key, elem unsafe.Pointer // key is nil at the end
	t         *maptype
	m         *hmap
	groups    unsafe.Pointer // the table as it was when the iteration began
	_         [3]unsafe.Pointer
	start     uintptr // random: where it began
	mask      uintptr
	pos       uintptr // slots seen
	clears    uintptr
}

const (
	mapBusy  = 1 // result of the C functions: somebody else writes
	codeOK   = 0
	codeSlow = 1 // needs more stack: call the system version
	codeBusy = 2
	codeFull = 3
)

//burrow:leaf map_find32
//go:noescape
func mapFind32(t *maptype, m *hmap, key uint32) unsafe.Pointer

//burrow:leaf map_find64
//go:noescape
func mapFind64(t *maptype, m *hmap, key uint64) unsafe.Pointer

//burrow:leaf map_find_string
//go:noescape
func mapFindString(t *maptype, m *hmap, key string) unsafe.Pointer

//burrow:leaf map_find
//go:noescape
func mapFind(t *maptype, m *hmap, key unsafe.Pointer) (elem unsafe.Pointer, code int)

//burrow:system map_find_slow
//go:noescape
func mapFindSlow(t *maptype, m *hmap, key unsafe.Pointer) (elem unsafe.Pointer, bad *_type)

//burrow:leaf map_put32
//go:noescape
func mapPut32(t *maptype, m *hmap, key uint32) (elem unsafe.Pointer, code int)

//burrow:leaf map_put64
//go:noescape
func mapPut64(t *maptype, m *hmap, key uint64) (elem unsafe.Pointer, code int)

//burrow:leaf map_put_string
//go:noescape
func mapPutString(t *maptype, m *hmap, key string) (elem unsafe.Pointer, code int)

//burrow:leaf map_put
//go:noescape
func mapPut(t *maptype, m *hmap, key, newKey, newElem unsafe.Pointer) (elem unsafe.Pointer, code int)

//burrow:system map_put_slow
//go:noescape
func mapPutSlow(t *maptype, m *hmap, key, newKey, newElem unsafe.Pointer) (elem unsafe.Pointer, code int)

//burrow:leaf map_delete32
//go:noescape
func mapDelete32(t *maptype, m *hmap, key uint32) (code int)

//burrow:leaf map_delete64
//go:noescape
func mapDelete64(t *maptype, m *hmap, key uint64) (code int)

//burrow:leaf map_delete_string
//go:noescape
func mapDeleteString(t *maptype, m *hmap, key string) (code int)

//burrow:leaf map_delete
//go:noescape
func mapDelete(t *maptype, m *hmap, key unsafe.Pointer) (code int)

//burrow:system map_delete_slow
//go:noescape
func mapDeleteSlow(t *maptype, m *hmap, key unsafe.Pointer) (bad *_type)

//burrow:system map_clear
//go:noescape
func mapClear(t *maptype, m *hmap) (code int)

//burrow:leaf map_next_size
//go:noescape
func mapNextSize(m *hmap, hint int) int

//burrow:system map_rehash
//go:noescape
func mapRehash(t *maptype, m *hmap, groups unsafe.Pointer, n int)

//burrow:leaf map_next
//go:noescape
func mapNext(it *hiter) (code int)

//burrow:system map_next_slow
//go:noescape
func mapNextSlow(it *hiter) (code int)

//burrow:system map_unhashable
//go:noescape
func mapUnhashable(t *maptype, key unsafe.Pointer) (bad *_type)

//burrow:leaf os_random
func random() uint64

func makemap(t *maptype, hint int) *hmap {
	m := new(hmap)
	m.seed = uintptr(random())
	if hint > 8 && fits(uintptr(t.bucketsize), hint) {
		n := mapNextSize(m, hint)
		mapRehash(t, m, newarray(t.bucket, n), n)
	}
	return m
}

func growMap(t *maptype, m *hmap) {
	n := mapNextSize(m, 0)
	mapRehash(t, m, newarray(t.bucket, n), n)
}

func mapFault(code int) {
	if code == codeBusy {
		fatal("concurrent map writes")
	}
}

func missing(t *maptype) unsafe.Pointer {
	if t.elem.size > maxZero {
		return newobject(t.elem)
	}
	return unsafe.Pointer(&zeroVal)
}

func unhashable(bad *_type) {
	panic(errorString("hash of unhashable type " + bad.string()))
}

// lookup gives the element's address, or nil.
func lookup(t *maptype, m *hmap, key unsafe.Pointer) unsafe.Pointer {
	p, code := mapFind(t, m, key)
	if code == codeSlow {
		var bad *_type
		p, bad = mapFindSlow(t, m, key)
		if bad != nil {
			unhashable(bad)
		}
	}
	return p
}

func mapaccess1(t *maptype, m *hmap, key unsafe.Pointer) unsafe.Pointer {
	if p := lookup(t, m, key); p != nil {
		return p
	}
	return missing(t)
}

func mapaccess2(t *maptype, m *hmap, key unsafe.Pointer) (unsafe.Pointer, bool) {
	if p := lookup(t, m, key); p != nil {
		return p, true
	}
	return missing(t), false
}

func mapaccess1_fast32(t *maptype, m *hmap, key uint32) unsafe.Pointer {
	if p := mapFind32(t, m, key); p != nil {
		return p
	}
	return missing(t)
}

func mapaccess2_fast32(t *maptype, m *hmap, key uint32) (unsafe.Pointer, bool) {
	if p := mapFind32(t, m, key); p != nil {
		return p, true
	}
	return missing(t), false
}

func mapaccess1_fast64(t *maptype, m *hmap, key uint64) unsafe.Pointer {
	if p := mapFind64(t, m, key); p != nil {
		return p
	}
	return missing(t)
}

func mapaccess2_fast64(t *maptype, m *hmap, key uint64) (unsafe.Pointer, bool) {
	if p := mapFind64(t, m, key); p != nil {
		return p, true
	}
	return missing(t), false
}

func mapaccess1_faststr(t *maptype, m *hmap, key string) unsafe.Pointer {
	if p := mapFindString(t, m, key); p != nil {
		return p
	}
	return missing(t)
}

func mapaccess2_faststr(t *maptype, m *hmap, key string) (unsafe.Pointer, bool) {
	if p := mapFindString(t, m, key); p != nil {
		return p, true
	}
	return missing(t), false
}

func nilMap() {
	panic(plainError("assignment to entry in nil map"))
}

func mapassign(t *maptype, m *hmap, key unsafe.Pointer) unsafe.Pointer {
	if m == nil {
		nilMap()
	}
	var newKey, newElem unsafe.Pointer
	if t.flags&(flagIndirectKey|flagIndirectElem) != 0 {
		if p := lookup(t, m, key); p == nil {
			newKey, newElem = newobject(t.key), newobject(t.elem)
		}
	}
	for {
		p, code := mapPut(t, m, key, newKey, newElem)
		if code == codeSlow {
			if bad := mapUnhashable(t, key); bad != nil {
				unhashable(bad)
			}
			p, code = mapPutSlow(t, m, key, newKey, newElem)
		}
		if code == codeOK {
			return p
		}
		mapFault(code)
		growMap(t, m)
	}
}

func mapassign_fast32(t *maptype, m *hmap, key uint32) unsafe.Pointer {
	if m == nil {
		nilMap()
	}
	for {
		p, code := mapPut32(t, m, key)
		if code == codeOK {
			return p
		}
		mapFault(code)
		growMap(t, m)
	}
}

func mapassign_fast64(t *maptype, m *hmap, key uint64) unsafe.Pointer {
	if m == nil {
		nilMap()
	}
	for {
		p, code := mapPut64(t, m, key)
		if code == codeOK {
			return p
		}
		mapFault(code)
		growMap(t, m)
	}
}

func mapassign_faststr(t *maptype, m *hmap, key string) unsafe.Pointer {
	if m == nil {
		nilMap()
	}
	for {
		p, code := mapPutString(t, m, key)
		if code == codeOK {
			return p
		}
		mapFault(code)
		growMap(t, m)
	}
}

func mapdelete(t *maptype, m *hmap, key unsafe.Pointer) {
	code := mapDelete(t, m, key)
	if code == codeSlow {
		if bad := mapDeleteSlow(t, m, key); bad != nil {
			unhashable(bad)
		}
	}
	mapFault(code)
}

func mapdelete_fast32(t *maptype, m *hmap, key uint32)  { mapFault(mapDelete32(t, m, key)) }
func mapdelete_fast64(t *maptype, m *hmap, key uint64)  { mapFault(mapDelete64(t, m, key)) }
func mapdelete_faststr(t *maptype, m *hmap, key string) { mapFault(mapDeleteString(t, m, key)) }

func mapclear(t *maptype, m *hmap) {
	if m != nil && m.count != 0 {
		mapFault(mapClear(t, m))
	}
}

func mapiterinit(t *maptype, m *hmap, it *hiter) {
	it.t = t
	it.m = m
	it.key = nil
	it.elem = nil
	if m == nil || m.count == 0 {
		it.groups = nil
		return
	}
	it.groups = m.groups
	it.mask = m.mask
	it.clears = uintptr(m.clears)
	it.start = uintptr(random())
	it.pos = 0
	mapiternext(it)
}

func mapiternext(it *hiter) {
	code := mapNext(it)
	if code == codeSlow {
		code = mapNextSlow(it)
	}
	if code == codeBusy {
		fatal("concurrent map iteration and map write")
	}
}

// ---- What package reflect links to.

//go:linkname reflect_makemap reflect.makemap
func reflect_makemap(t *maptype, n int) *hmap { return makemap(t, n) }

//go:linkname reflect_mapaccess reflect.mapaccess
func reflect_mapaccess(t *maptype, m *hmap, key unsafe.Pointer) unsafe.Pointer {
	return lookup(t, m, key)
}

//go:linkname reflect_mapaccess_faststr reflect.mapaccess_faststr
func reflect_mapaccess_faststr(t *maptype, m *hmap, key string) unsafe.Pointer {
	return mapFindString(t, m, key)
}

//go:linkname reflect_mapassign reflect.mapassign
func reflect_mapassign(t *maptype, m *hmap, key, elem unsafe.Pointer) {
	typedmemmove(t.elem, mapassign(t, m, key), elem)
}

//go:linkname reflect_mapassign_faststr reflect.mapassign_faststr
func reflect_mapassign_faststr(t *maptype, m *hmap, key string, elem unsafe.Pointer) {
	typedmemmove(t.elem, mapassign_faststr(t, m, key), elem)
}

//go:linkname reflect_mapdelete reflect.mapdelete
func reflect_mapdelete(t *maptype, m *hmap, key unsafe.Pointer) { mapdelete(t, m, key) }

//go:linkname reflect_mapdelete_faststr reflect.mapdelete_faststr
func reflect_mapdelete_faststr(t *maptype, m *hmap, key string) { mapdelete_faststr(t, m, key) }

//go:linkname reflect_mapiterinit reflect.mapiterinit
func reflect_mapiterinit(t *maptype, m *hmap, it *hiter) { mapiterinit(t, m, it) }

//go:linkname reflect_mapiternext reflect.mapiternext
func reflect_mapiternext(it *hiter) { mapiternext(it) }

//go:linkname reflect_maplen reflect.maplen
func reflect_maplen(m *hmap) int {
	if m == nil {
		return 0
	}
	return m.count
}

//go:linkname reflectlite_maplen internal/reflectlite.maplen
func reflectlite_maplen(m *hmap) int { return reflect_maplen(m) }

//go:linkname typed_mapiterinit internal/typed.mapiterinit
func typed_mapiterinit(t *maptype, m *hmap, it *hiter) { mapiterinit(t, m, it) }

//go:linkname typed_mapiternext internal/typed.mapiternext
func typed_mapiternext(it *hiter) { mapiternext(it) }

//go:linkname typed_maplen internal/typed.maplen
func typed_maplen(m *hmap) int { return reflect_maplen(m) }
