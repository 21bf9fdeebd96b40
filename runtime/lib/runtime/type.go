// Package runtime is what compiled code calls and what programs import as "runtime".
//
// It is parsed at every build, so it is small: whatever is long or hot is C (runtime/{sched,mem,lang,os}), declared here as
// functions without a body. A declaration says how the C function runs: on the goroutine's stack ("leaf"), on the thread's
// ("system"), or as a function that may park the goroutine ("park"). C never panics: it returns a code and the Go code here
// raises the panic. docs/contracts.md lists the functions that compiled code calls; runtime/include/ has the C side.
package runtime

import "unsafe"

// The descriptors of runtime/include/type.h.
type _type struct {
	size       uintptr
	ptrdata    uintptr
	hash       uint32
	tflag      uint8
	align      uint8
	fieldAlign uint8
	kind       uint8
	equal      unsafe.Pointer
	gcdata     *byte
	str        int32
	ptrToThis  int32
}

type interfacetype struct {
	typ     _type
	pkgPath *byte
	mhdr    []imethod
}

type imethod struct {
	name, typ int32
}

type maptype struct {
	typ        _type
	key        *_type
	elem       *_type
	bucket     *_type
	hasher     func(unsafe.Pointer, uintptr) uintptr
	keysize    uint8
	elemsize   uint8
	bucketsize uint16
	flags      uint32
}

type chantype struct {
	typ  _type
	elem *_type
	dir  uintptr
}

type ptrtype struct {
	typ  _type
	elem *_type
}

type functype struct {
	typ      _type
	inCount  uint16
	outCount uint16
}

type itab struct {
	inter   *interfacetype
	typ     *_type
	hash    uint32
	lacking uint32 // not 0: the type lacks a method
	fun     [1]uintptr
}

type uncommontype struct {
	pkgPath int32
	mcount  uint16
	xcount  uint16
	moff    uint32
	_       uint32
}

type eface struct {
	typ  *_type
	data unsafe.Pointer
}

type iface struct {
	tab  *itab
	data unsafe.Pointer
}

type slice struct {
	array unsafe.Pointer
	len   int
	cap   int
}

type stringStruct struct {
	str unsafe.Pointer
	len int
}

const (
	tflagUncommon  = 1
	tflagExtraStar = 2
	tflagNamed     = 4

	kindBool          = 1
	kindInt           = 2
	kindInt8          = 3
	kindInt16         = 4
	kindInt32         = 5
	kindInt64         = 6
	kindUint          = 7
	kindUint8         = 8
	kindUint16        = 9
	kindUint32        = 10
	kindUint64        = 11
	kindUintptr       = 12
	kindFloat32       = 13
	kindFloat64       = 14
	kindComplex64     = 15
	kindComplex128    = 16
	kindFunc          = 19
	kindInterface     = 20
	kindPtr           = 22
	kindString        = 24
	kindStruct        = 25
	kindDirectIface   = 32
	kindMask          = 31
	maxZero           = 1024
	maxAlloc          = 1 << 47
	ptrSize           = 8
	flagIndirectKey   = 1
	flagIndirectElem  = 2
	flagNeedKeyUpdate = 8
)

// What a missing map entry points to.
var zeroVal [maxZero]byte

// Boxed small integers.
var staticuint64s = [256]uint64{
	0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
	16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
	32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47,
	48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63,
	64, 65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79,
	80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 91, 92, 93, 94, 95,
	96, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111,
	112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 123, 124, 125, 126, 127,
	128, 129, 130, 131, 132, 133, 134, 135, 136, 137, 138, 139, 140, 141, 142, 143,
	144, 145, 146, 147, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159,
	160, 161, 162, 163, 164, 165, 166, 167, 168, 169, 170, 171, 172, 173, 174, 175,
	176, 177, 178, 179, 180, 181, 182, 183, 184, 185, 186, 187, 188, 189, 190, 191,
	192, 193, 194, 195, 196, 197, 198, 199, 200, 201, 202, 203, 204, 205, 206, 207,
	208, 209, 210, 211, 212, 213, 214, 215, 216, 217, 218, 219, 220, 221, 222, 223,
	224, 225, 226, 227, 228, 229, 230, 231, 232, 233, 234, 235, 236, 237, 238, 239,
	240, 241, 242, 243, 244, 245, 246, 247, 248, 249, 250, 251, 252, 253, 254, 255,
}

func init() {
	for i := range staticuint64s {
		staticuint64s[i] = uint64(i)
	}
}

func add(p unsafe.Pointer, n uintptr) unsafe.Pointer {
	return unsafe.Pointer(uintptr(p) + n)
}

// noescape hides a pointer from escape analysis.
//
//go:nosplit
func noescape(p unsafe.Pointer) unsafe.Pointer {
	x := uintptr(p)
	return unsafe.Pointer(x ^ 0)
}

func efaceOf(p *any) *eface {
	return (*eface)(unsafe.Pointer(p))
}

// address makes a pointer of the 32-bit addresses that stand in descriptors.
func address(a int32) unsafe.Pointer {
	return unsafe.Pointer(uintptr(uint32(a)))
}

// nameText gives the text of a descriptor's name.
func nameText(name unsafe.Pointer) (s string) {
	p := uintptr(name) + 1
	n, shift := 0, uint(0)
	for {
		b := *(*byte)(unsafe.Pointer(p))
		p++
		n |= int(b&0x7f) << shift
		if b < 0x80 {
			break
		}
		shift += 7
	}
	h := (*stringStruct)(unsafe.Pointer(&s))
	h.str = unsafe.Pointer(p)
	h.len = n
	return
}

func (t *_type) string() string {
	s := nameText(resolveOff(t.str))
	if t.tflag&tflagExtraStar != 0 {
		return s[1:]
	}
	return s
}

// The size of a descriptor's part that its kind gives; an uncommontype follows, if there is one.
func (t *_type) fixedSize() uintptr {
	switch t.kind & kindMask {
	case kindStruct, kindInterface:
		return 80
	case 17: // array
		return 72
	case 18: // chan
		return 64
	case kindFunc:
		return 56
	case 21: // map
		return 88
	case kindPtr, 23: // slice
		return 56
	}
	return 48
}

func (t *_type) uncommon() *uncommontype {
	if t.tflag&tflagUncommon == 0 {
		return nil
	}
	return (*uncommontype)(add(unsafe.Pointer(t), t.fixedSize()))
}

func (t *_type) pkgpath() string {
	if u := t.uncommon(); u != nil && u.pkgPath != 0 {
		return nameText(address(u.pkgPath))
	}
	switch t.kind & kindMask {
	case kindStruct, kindInterface:
		if p := (*interfacetype)(unsafe.Pointer(t)).pkgPath; p != nil {
			return nameText(unsafe.Pointer(p))
		}
	}
	return ""
}
