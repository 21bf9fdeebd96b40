package runtime

// The errors that the runtime panics with.

// The Error interface identifies a run time error.
type Error interface {
	error

	// RuntimeError does nothing but tell run time errors from other errors.
	RuntimeError()
}

// A TypeAssertionError explains a failed type assertion.
type TypeAssertionError struct {
	_interface    *_type
	concrete      *_type
	asserted      *_type
	missingMethod string // one method that the concrete type lacks
}

func (*TypeAssertionError) RuntimeError() {}

func (e *TypeAssertionError) Error() string {
	inter := "interface"
	if e._interface != nil {
		inter = e._interface.string()
	}
	as := e.asserted.string()
	if e.concrete == nil {
		return "interface conversion: " + inter + " is nil, not " + as
	}
	cs := e.concrete.string()
	if e.missingMethod == "" {
		msg := "interface conversion: " + inter + " is " + cs + ", not " + as
		if cs == as {
			if e.concrete.pkgpath() != e.asserted.pkgpath() {
				msg += " (types from different packages)"
			} else {
				msg += " (types from different scopes)"
			}
		}
		return msg
	}
	return "interface conversion: " + cs + " is not " + as + ": missing method " + e.missingMethod
}

// An errorString is a runtime error described by a text.
type errorString string

func (e errorString) RuntimeError() {}

func (e errorString) Error() string {
	return "runtime error: " + string(e)
}

// A plainError is a runtime error whose text has no prefix.
type plainError string

func (e plainError) RuntimeError() {}

func (e plainError) Error() string {
	return string(e)
}

// An errorAddressString is a fault at an address.
type errorAddressString struct {
	msg  string
	addr uintptr
}

func (e errorAddressString) RuntimeError() {}

func (e errorAddressString) Error() string {
	return "runtime error: " + e.msg
}

// Addr is the address of the fault.
func (e errorAddressString) Addr() uintptr {
	return e.addr
}

// A boundsError is a failed check of an index or of a slice expression.
type boundsError struct {
	x      int64
	y      int
	signed bool // x is signed
	code   uint8
}

const (
	boundsIndex = iota
	boundsSliceAlen
	boundsSliceAcap
	boundsSliceB
	boundsSlice3Alen
	boundsSlice3Acap
	boundsSlice3B
	boundsSlice3C
	boundsConvert
)

func (e boundsError) RuntimeError() {}

func (e boundsError) Error() string {
	x := itoa(e.x)
	if !e.signed && e.x < 0 {
		x = utoa(uint64(e.x))
	}
	y := itoa(int64(e.y))
	negative := e.signed && e.x < 0
	s := "runtime error: "
	switch e.code {
	case boundsIndex:
		s += "index out of range [" + x + "]"
		if !negative {
			s += " with length " + y
		}
	case boundsSliceAlen:
		s += "slice bounds out of range [:" + x + "]"
		if !negative {
			s += " with length " + y
		}
	case boundsSliceAcap:
		s += "slice bounds out of range [:" + x + "]"
		if !negative {
			s += " with capacity " + y
		}
	case boundsSliceB:
		if negative {
			y = ""
		}
		s += "slice bounds out of range [" + x + ":" + y + "]"
	case boundsSlice3Alen:
		s += "slice bounds out of range [::" + x + "]"
		if !negative {
			s += " with length " + y
		}
	case boundsSlice3Acap:
		s += "slice bounds out of range [::" + x + "]"
		if !negative {
			s += " with capacity " + y
		}
	case boundsSlice3B:
		if negative {
			y = ""
		}
		s += "slice bounds out of range [:" + x + ":" + y + "]"
	case boundsSlice3C:
		if negative {
			y = ""
		}
		s += "slice bounds out of range [" + x + ":" + y + ":]"
	case boundsConvert:
		s += "cannot convert slice with length " + x + " to pointer to array with length " + y
	}
	return s
}

func utoa(u uint64) string {
	return itoa(int64(u/10)) + itoa(int64(u%10))
}

func panicIndex(x int, n int)        { panic(boundsError{int64(x), n, true, boundsIndex}) }
func panicIndexU(x uint, n int)      { panic(boundsError{int64(x), n, false, boundsIndex}) }
func panicSliceAlen(x int, n int)    { panic(boundsError{int64(x), n, true, boundsSliceAlen}) }
func panicSliceAlenU(x uint, n int)  { panic(boundsError{int64(x), n, false, boundsSliceAlen}) }
func panicSliceAcap(x int, n int)    { panic(boundsError{int64(x), n, true, boundsSliceAcap}) }
func panicSliceAcapU(x uint, n int)  { panic(boundsError{int64(x), n, false, boundsSliceAcap}) }
func panicSliceB(x int, n int)       { panic(boundsError{int64(x), n, true, boundsSliceB}) }
func panicSliceBU(x uint, n int)     { panic(boundsError{int64(x), n, false, boundsSliceB}) }
func panicSlice3Alen(x int, n int)   { panic(boundsError{int64(x), n, true, boundsSlice3Alen}) }
func panicSlice3AlenU(x uint, n int) { panic(boundsError{int64(x), n, false, boundsSlice3Alen}) }
func panicSlice3Acap(x int, n int)   { panic(boundsError{int64(x), n, true, boundsSlice3Acap}) }
func panicSlice3AcapU(x uint, n int) { panic(boundsError{int64(x), n, false, boundsSlice3Acap}) }
func panicSlice3B(x int, n int)      { panic(boundsError{int64(x), n, true, boundsSlice3B}) }
func panicSlice3BU(x uint, n int)    { panic(boundsError{int64(x), n, false, boundsSlice3B}) }
func panicSlice3C(x int, n int)      { panic(boundsError{int64(x), n, true, boundsSlice3C}) }
func panicSlice3CU(x uint, n int)    { panic(boundsError{int64(x), n, false, boundsSlice3C}) }
func panicSliceConvert(x int, n int) { panic(boundsError{int64(x), n, true, boundsConvert}) }

var (
	divideError   = error(errorString("integer divide by zero"))
	overflowError = error(errorString("integer overflow"))
	shiftError    = error(errorString("negative shift amount"))
	floatError    = error(errorString("floating point error"))
	memoryError   = error(errorString("invalid memory address or nil pointer dereference"))
)

func panicdivide()         { panic(divideError) }
func panicoverflow()       { panic(overflowError) }
func panicshift()          { panic(shiftError) }
func panicnil()            { panic(memoryError) }
func panicmem()            { panic(memoryError) }
func panicunsafeslicelen() { panic(errorString("unsafe.Slice: len out of range")) }
func panicunsafeslicenil() { panic(errorString("unsafe.Slice: ptr is nil and len is not zero")) }

//go:noinline
func panicmakeslicelen() { panic(errorString("makeslice: len out of range")) }

//go:noinline
func panicmakeslicecap() { panic(errorString("makeslice: cap out of range")) }

func panicmakeslice(n int) {
	if n < 0 {
		panicmakeslicelen()
	}
	panicmakeslicecap()
}

// panicwrap is called by a pointer receiver's wrapper of a value method when the pointer is nil. The wrapper's name says which
// method that was: "main.(*T).M".
func panicwrap() {
	name := funcNameAt(callerPC())
	i := 0
	for i < len(name) && name[i] != '(' {
		i++
	}
	pkg := name[:i-1]
	j := i + 2
	k := j
	for k < len(name) && name[k] != ')' {
		k++
	}
	panic(plainError("value method " + pkg + "." + name[j:k] + "." + name[k+2:] + " called using nil *" + name[j:k] + " pointer"))
}
