// Package typed reads values of any type by their type descriptors (runtime/include/type.h): what package fmt needs, in a
// small part of the size of package reflect.
package typed

import "unsafe"

type Kind uint8

const (
	Invalid Kind = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	Complex64
	Complex128
	Array
	Chan
	Func
	Interface
	Map
	Pointer
	Slice
	String
	Struct
	UnsafePointer
)

const directInterface = 32

// Signed says whether values are signed integers.
func (k Kind) Signed() bool { return Int <= k && k <= Int64 }

// Unsigned says whether values are unsigned integers.
func (k Kind) Unsigned() bool { return Uint <= k && k <= Uintptr }

// A Type is a type's descriptor.
type Type struct {
	size       uintptr
	ptrdata    uintptr
	hash       uint32
	tflag      uint8
	align      uint8
	fieldAlign uint8
	kind       uint8
	equal      unsafe.Pointer
	gcdata     *byte
	str        uint32
	ptrToThis  uint32
}

type elemType struct { // pointers, slices, channels
	Type
	elem *Type
}

type arrayType struct {
	Type
	elem  *Type
	slice *Type
	len   int
}

type mapType struct {
	Type
	key, elem *Type
}

type structType struct {
	Type
	pkgPath *byte
	fields  []field
}

type field struct {
	name   *byte
	typ    *Type
	offset uintptr
}

type interfaceType struct {
	Type
	pkgPath *byte
	methods []struct{ name, typ uint32 }
}

func (t *Type) Kind() Kind { return Kind(t.kind & 31) }

// text is what a descriptor's name says.
func text(name unsafe.Pointer) (s string) {
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
	h := (*stringHeader)(unsafe.Pointer(&s))
	h.data = unsafe.Pointer(p)
	h.len = n
	return
}

type stringHeader struct {
	data unsafe.Pointer
	len  int
}

type sliceHeader struct {
	data     unsafe.Pointer
	len, cap int
}

func (t *Type) String() string {
	s := text(unsafe.Pointer(uintptr(t.str)))
	if t.tflag&2 != 0 {
		return s[1:]
	}
	return s
}

// Elem is the type of what a pointer points to, or of the elements of an array, slice, map or channel.
func (t *Type) Elem() *Type {
	if t.Kind() == Map {
		return (*mapType)(unsafe.Pointer(t)).elem
	}
	return (*elemType)(unsafe.Pointer(t)).elem
}

// Key is a map type's key type.
func (t *Type) Key() *Type { return (*mapType)(unsafe.Pointer(t)).key }

// NumField is the number of fields of a struct type.
func (t *Type) NumField() int { return len((*structType)(unsafe.Pointer(t)).fields) }

// FieldName is the name of field i of a struct type.
func (t *Type) FieldName(i int) string {
	return text(unsafe.Pointer((*structType)(unsafe.Pointer(t)).fields[i].name))
}

type empty struct {
	typ  *Type
	data unsafe.Pointer
}

// Of is the dynamic type of x, which is not nil.
func Of(x any) *Type {
	return (*empty)(unsafe.Pointer(&x)).typ
}

// A Value is a place in memory with its type.
type Value struct {
	typ    *Type
	p      unsafe.Pointer // where it is; of a direct value, the value itself
	direct bool
	hidden bool // reached through an unexported field: its methods are not called
}

// ValueOf is what x holds.
func ValueOf(x any) Value {
	e := (*empty)(unsafe.Pointer(&x))
	if e.typ == nil {
		return Value{}
	}
	return Value{e.typ, e.data, e.typ.kind&directInterface != 0, false}
}

// Reflected is what v holds when v is a reflect.Value; ok is false for any other type.
func (v Value) Reflected() (held Value, ok bool) {
	if v.typ.Kind() != Struct || v.typ.String() != "reflect.Value" {
		return
	}
	const readOnly, indirect = 3 << 5, 1 << 7 // package reflect's flags
	r := (*struct {
		typ  *Type
		p    unsafe.Pointer
		flag uintptr
	})(v.p)
	return Value{r.typ, r.p, r.flag&indirect == 0, r.flag&readOnly != 0}, true
}

func (v Value) Valid() bool { return v.typ != nil }

func (v Value) Type() *Type { return v.typ }

// Any is the value as an interface; ok is false where methods may not be called.
func (v Value) Any() (x any, ok bool) {
	if v.hidden || v.typ == nil {
		return nil, false
	}
	if v.typ.Kind() == Interface {
		return v.Elem().Any()
	}
	e := (*empty)(unsafe.Pointer(&x))
	if v.typ.kind&directInterface != 0 && !v.direct {
		e.data = *(*unsafe.Pointer)(v.p)
	} else {
		e.data = v.p
	}
	e.typ = v.typ
	return x, true
}

func (v Value) Bool() bool { return *(*bool)(v.p) }

func (v Value) Int() int64 {
	switch v.typ.size {
	case 1:
		return int64(*(*int8)(v.p))
	case 2:
		return int64(*(*int16)(v.p))
	case 4:
		return int64(*(*int32)(v.p))
	}
	return *(*int64)(v.p)
}

func (v Value) Uint() uint64 {
	switch v.typ.size {
	case 1:
		return uint64(*(*uint8)(v.p))
	case 2:
		return uint64(*(*uint16)(v.p))
	case 4:
		return uint64(*(*uint32)(v.p))
	}
	return *(*uint64)(v.p)
}

func (v Value) Float() float64 {
	if v.typ.size == 4 {
		return float64(*(*float32)(v.p))
	}
	return *(*float64)(v.p)
}

func (v Value) Complex() complex128 {
	if v.typ.size == 8 {
		return complex128(*(*complex64)(v.p))
	}
	return *(*complex128)(v.p)
}

// Text is a string's value.
func (v Value) Text() string { return *(*string)(v.p) }

// Bytes is the memory of a slice or array of bytes.
func (v Value) Bytes() (b []byte) {
	if v.typ.Kind() == Slice {
		return *(*[]byte)(v.p)
	}
	h := (*sliceHeader)(unsafe.Pointer(&b))
	h.data = v.p
	h.len = v.Len()
	h.cap = h.len
	return
}

// Pointer is the word of a pointer, channel, map, function or unsafe.Pointer; of a slice, where its elements are. For a function it
// is the address of its code.
func (v Value) Pointer() unsafe.Pointer {
	p := v.p
	if !v.direct {
		p = *(*unsafe.Pointer)(p)
	}
	if v.typ.Kind() == Func && p != nil {
		return *(*unsafe.Pointer)(p)
	}
	return p
}

// Len is the length of a slice, array, map or string.
func (v Value) Len() int {
	switch v.typ.Kind() {
	case Array:
		return (*arrayType)(unsafe.Pointer(v.typ)).len
	case Map:
		return maplen(v.Pointer())
	}
	return (*stringHeader)(v.p).len
}

// at is the value of a type at an offset from p.
func (v Value) at(t *Type, p unsafe.Pointer, offset uintptr) Value {
	return Value{t, unsafe.Pointer(uintptr(p) + offset), false, v.hidden}
}

// Index is element i of a slice or array.
func (v Value) Index(i int) Value {
	elem := v.typ.Elem()
	if v.direct { // an array of one pointer
		return Value{elem, v.p, true, v.hidden}
	}
	p := v.p
	if v.typ.Kind() == Slice {
		p = (*sliceHeader)(p).data
	}
	return v.at(elem, p, uintptr(i)*elem.size)
}

// Field is field i of a struct. Fields that are not exported hide their methods.
func (v Value) Field(i int) Value {
	f := &(*structType)(unsafe.Pointer(v.typ)).fields[i]
	hidden := v.hidden || *f.name&1 == 0
	if v.direct { // a struct of one pointer
		if f.typ.size == 0 {
			return Value{f.typ, unsafe.Pointer(f), false, hidden}
		}
		return Value{f.typ, v.p, true, hidden}
	}
	w := v.at(f.typ, v.p, f.offset)
	w.hidden = hidden
	return w
}

// Elem is what an interface holds (not valid when that is nil) or a pointer points to.
func (v Value) Elem() Value {
	if v.typ.Kind() == Pointer {
		return Value{v.typ.Elem(), v.Pointer(), false, v.hidden}
	}
	e := *(*empty)(v.p)
	if e.typ == nil {
		return Value{}
	}
	if len((*interfaceType)(unsafe.Pointer(v.typ)).methods) > 0 {
		e.typ = (*[2]*Type)(unsafe.Pointer(e.typ))[1]
	}
	return Value{e.typ, e.data, e.typ.kind&directInterface != 0, v.hidden}
}

type iterator struct {
	key, elem unsafe.Pointer
	_         [10]unsafe.Pointer
}

func mapiterinit(t *Type, m unsafe.Pointer, it *iterator)
func mapiternext(it *iterator)
func maplen(m unsafe.Pointer) int

// Each calls f with every key of a map and its element.
func (v Value) Each(f func(key, elem Value)) {
	t := (*mapType)(unsafe.Pointer(v.typ))
	it := new(iterator)
	for mapiterinit(v.typ, v.Pointer(), it); it.key != nil; mapiternext(it) {
		f(v.at(t.key, it.key, 0), v.at(t.elem, it.elem, 0))
	}
}

// Before orders types by where their descriptors are.
func (t *Type) Before(u *Type) bool {
	return uintptr(unsafe.Pointer(t)) < uintptr(unsafe.Pointer(u))
}
