package runtime

import "unsafe"

// Strings: concatenation and conversions. A buffer that the caller offers (its result does not escape) is used when it is
// large enough.

const tmpSize = 32

//burrow:leaf string_compare
//go:noescape
func cmpstring(a, b string) int

//burrow:leaf string_decode
func stringDecode(p *byte, n int) (r rune, width int)

// makeString gives n bytes of memory, in the buffer where it fits, and the string that they are.
func makeString(buf *[tmpSize]byte, n int) (s string, p unsafe.Pointer) {
	if buf != nil && n <= tmpSize {
		p = unsafe.Pointer(buf)
	} else {
		p = mallocgc(uintptr(n), nil, memNoZero)
	}
	h := (*stringStruct)(unsafe.Pointer(&s))
	h.str = p
	h.len = n
	return
}

func stringData(s string) unsafe.Pointer {
	return (*stringStruct)(unsafe.Pointer(&s)).str
}

func makeBytes(p unsafe.Pointer, n, cap int) (b []byte) {
	h := (*slice)(unsafe.Pointer(&b))
	h.array = p
	h.len = n
	h.cap = cap
	return
}

func onStack(p unsafe.Pointer) bool {
	g := getg()
	return g.stackLo <= uintptr(p) && uintptr(p) < g.stackHi
}

func concatstrings(buf *[tmpSize]byte, a []string) string {
	total, parts, last := 0, 0, 0
	for i, s := range a {
		if len(s) == 0 {
			continue
		}
		total += len(s)
		if total < 0 {
			throw("string concatenation too long")
		}
		parts++
		last = i
	}
	if parts == 0 {
		return ""
	}
	// The only part that is not empty is the result, unless it lies in a frame that the result may outlive.
	if parts == 1 && (buf != nil || !onStack(stringData(a[last]))) {
		return a[last]
	}
	r, p := makeString(buf, total)
	for _, s := range a {
		memmove(p, stringData(s), uintptr(len(s)))
		p = unsafe.Pointer(uintptr(p) + uintptr(len(s)))
	}
	return r
}

func concatstring2(buf *[tmpSize]byte, a, b string) string {
	n := len(a) + len(b)
	if len(a) == 0 || len(b) == 0 || n < 0 {
		v := [2]string{a, b}
		return concatstrings(buf, v[:])
	}
	r, p := makeString(buf, n)
	memmove(p, stringData(a), uintptr(len(a)))
	memmove(add(p, uintptr(len(a))), stringData(b), uintptr(len(b)))
	return r
}

func concatstring3(buf *[tmpSize]byte, a, b, c string) string {
	v := [3]string{a, b, c}
	return concatstrings(buf, v[:])
}

func concatstring4(buf *[tmpSize]byte, a, b, c, d string) string {
	v := [4]string{a, b, c, d}
	return concatstrings(buf, v[:])
}

func concatstring5(buf *[tmpSize]byte, a, b, c, d, e string) string {
	v := [5]string{a, b, c, d, e}
	return concatstrings(buf, v[:])
}

// decoderune decodes the rune that begins at s[k]; next is the index after it.
func decoderune(s string, k int) (r rune, next int) {
	r, w := stringDecode((*byte)(add(stringData(s), uintptr(k))), len(s)-k)
	return r, k + w
}

// encode writes a rune as UTF-8 and says how many bytes that takes; what is no rune becomes U+FFFD.
func encode(p *[4]byte, r rune) int {
	if uint32(r) > 0x10ffff || 0xd800 <= r && r <= 0xdfff {
		r = 0xfffd
	}
	switch {
	case r < 0x80:
		p[0] = byte(r)
		return 1
	case r < 0x800:
		p[0] = 0xc0 | byte(r>>6)
		p[1] = 0x80 | byte(r)&0x3f
		return 2
	case r < 0x10000:
		p[0] = 0xe0 | byte(r>>12)
		p[1] = 0x80 | byte(r>>6)&0x3f
		p[2] = 0x80 | byte(r)&0x3f
		return 3
	}
	p[0] = 0xf0 | byte(r>>18)
	p[1] = 0x80 | byte(r>>12)&0x3f
	p[2] = 0x80 | byte(r>>6)&0x3f
	p[3] = 0x80 | byte(r)&0x3f
	return 4
}

func intstring(buf *[4]byte, v int64) string {
	if int64(rune(v)) != v {
		v = 0xfffd
	}
	var bytes [4]byte
	n := encode(&bytes, rune(v))
	var s string
	h := (*stringStruct)(unsafe.Pointer(&s))
	if buf != nil {
		h.str = unsafe.Pointer(buf)
	} else {
		h.str = mallocgc(uintptr(n), nil, memNoZero)
	}
	h.len = n
	memmove(h.str, unsafe.Pointer(&bytes), uintptr(n))
	return s
}

func slicebytetostring(buf *[tmpSize]byte, b *byte, n int) string {
	if n == 0 {
		return ""
	}
	if n == 1 {
		var s string
		h := (*stringStruct)(unsafe.Pointer(&s))
		h.str = unsafe.Pointer(&staticuint64s[*b])
		h.len = 1
		return s
	}
	s, p := makeString(buf, n)
	memmove(p, unsafe.Pointer(b), uintptr(n))
	return s
}

func stringtoslicebyte(buf *[tmpSize]byte, s string) []byte {
	if buf != nil && len(s) <= tmpSize {
		*buf = [tmpSize]byte{}
		memmove(unsafe.Pointer(buf), stringData(s), uintptr(len(s)))
		return makeBytes(unsafe.Pointer(buf), len(s), tmpSize)
	}
	c := roundupsize(uintptr(len(s)))
	p := mallocgc(c, nil, 0)
	memmove(p, stringData(s), uintptr(len(s)))
	return makeBytes(p, len(s), int(c))
}

func stringtoslicerune(buf *[tmpSize]rune, s string) []rune {
	n := 0
	for range s {
		n++
	}
	var r []rune
	h := (*slice)(unsafe.Pointer(&r))
	h.len = n
	if buf != nil && n <= tmpSize {
		*buf = [tmpSize]rune{}
		h.array = unsafe.Pointer(buf)
		h.cap = tmpSize
	} else {
		if !fits(4, n) {
			throw("out of memory")
		}
		c := roundupsize(uintptr(n) * 4)
		h.array = mallocgc(c, nil, 0)
		h.cap = int(c / 4)
	}
	n = 0
	for _, c := range s {
		r[n] = c
		n++
	}
	return r
}

func slicerunetostring(buf *[tmpSize]byte, a []rune) string {
	var bytes [4]byte
	n := 0
	for _, r := range a {
		n += encode(&bytes, r)
	}
	s, p := makeString(buf, n)
	for _, r := range a {
		w := encode(&bytes, r)
		memmove(p, unsafe.Pointer(&bytes), uintptr(w))
		p = unsafe.Pointer(uintptr(p) + uintptr(w))
	}
	return s
}

// cString gives the string at a NUL-terminated address; it is not copied.
func cString(p *byte) (s string) {
	if p == nil {
		return ""
	}
	n := 0
	for *(*byte)(add(unsafe.Pointer(p), uintptr(n))) != 0 {
		n++
	}
	h := (*stringStruct)(unsafe.Pointer(&s))
	h.str = unsafe.Pointer(p)
	h.len = n
	return
}

// itoa is the decimal text of v.
func itoa(v int64) string {
	var buf [20]byte
	i := len(buf)
	u := uint64(v)
	if v < 0 {
		u = -u
	}
	for {
		i--
		buf[i] = byte('0' + u%10)
		u /= 10
		if u == 0 {
			break
		}
	}
	if v < 0 {
		i--
		buf[i] = '-'
	}
	return string(buf[i:])
}
