package fmt

import (
	"strconv"
	"unicode/utf8"
)

const (
	lower = "0123456789abcdefx"
	upper = "0123456789ABCDEFX"
)

// format is the output and the options of one verb.
type format struct {
	buf             []byte
	wid, prec       int
	hasWid, hasPrec bool
	minus           bool
	plus            bool
	sharp           bool
	space           bool
	zero            bool
	plusV           bool // %+v: another meaning than +
	sharpV          bool // %#v
	digits          [68]byte
}

func (f *format) clear() {
	f.wid, f.prec = 0, 0
	f.hasWid, f.hasPrec = false, false
	f.minus, f.plus, f.sharp, f.space, f.zero = false, false, false, false, false
	f.plusV, f.sharpV = false, false
}

func (f *format) writeByte(c byte) {
	f.buf = append(f.buf, c)
}

func (f *format) writeString(s string) {
	f.buf = append(f.buf, s...)
}

func (f *format) writeRune(r rune) {
	f.buf = utf8.AppendRune(f.buf, r)
}

// padding writes n spaces or zeros.
func (f *format) padding(n int) {
	c := byte(' ')
	if f.zero {
		c = '0'
	}
	for ; n > 0; n-- {
		f.buf = append(f.buf, c)
	}
}

// pad writes text, with what the width asks for before or after it.
func (f *format) pad(text []byte) {
	n := 0
	if f.hasWid && f.wid > 0 {
		n = f.wid - utf8.RuneCount(text)
	}
	if !f.minus {
		f.padding(n)
	}
	f.buf = append(f.buf, text...)
	if f.minus {
		f.padding(n)
	}
}

func (f *format) padString(s string) {
	n := 0
	if f.hasWid && f.wid > 0 {
		n = f.wid - utf8.RuneCountInString(s)
	}
	if !f.minus {
		f.padding(n)
	}
	f.buf = append(f.buf, s...)
	if f.minus {
		f.padding(n)
	}
}

// padSpaces is pad, but never with zeros.
func (f *format) padSpaces(text []byte) {
	zero := f.zero
	f.zero = false
	f.pad(text)
	f.zero = zero
}

func (f *format) boolean(v bool) {
	if v {
		f.padString("true")
	} else {
		f.padString("false")
	}
}

// integer writes u in a base; signed: u is the bits of an int64.
func (f *format) integer(u uint64, base uint64, signed bool, verb rune, digits string) {
	negative := signed && int64(u) < 0
	if negative {
		u = -u
	}
	least := 0 // digits
	if f.hasPrec {
		least = f.prec
		if least == 0 && u == 0 {
			zero := f.zero
			f.zero = false
			f.padding(f.wid)
			f.zero = zero
			return
		}
	} else if f.zero && f.hasWid {
		least = f.wid
		if negative || f.plus || f.space {
			least--
		}
	}
	buf := f.digits[:]
	if n := least + 4; n > len(buf) {
		buf = make([]byte, n)
	}
	i := len(buf)
	for ; u >= base; u /= base {
		i--
		buf[i] = digits[u%base]
	}
	i--
	buf[i] = digits[u]
	for i > 0 && least > len(buf)-i {
		i--
		buf[i] = '0'
	}
	if f.sharp {
		switch base {
		case 2:
			i -= 2
			buf[i], buf[i+1] = '0', 'b'
		case 8:
			if buf[i] != '0' {
				i--
				buf[i] = '0'
			}
		case 16:
			i -= 2
			buf[i], buf[i+1] = '0', digits[16]
		}
	}
	if verb == 'O' {
		i -= 2
		buf[i], buf[i+1] = '0', 'o'
	}
	switch {
	case negative:
		i--
		buf[i] = '-'
	case f.plus:
		i--
		buf[i] = '+'
	case f.space:
		i--
		buf[i] = ' '
	}
	f.padSpaces(buf[i:])
}

// hex0x writes a pointer or the like in hexadecimal, with 0x where prefix is true.
func (f *format) hex0x(u uint64, prefix bool) {
	sharp := f.sharp
	f.sharp = prefix
	f.integer(u, 16, false, 'v', lower)
	f.sharp = sharp
}

func (f *format) character(u uint64) {
	r := rune(u)
	if u > utf8.MaxRune {
		r = utf8.RuneError
	}
	f.pad(utf8.AppendRune(f.digits[:0], r))
}

func (f *format) quotedCharacter(u uint64) {
	r := rune(u)
	if u > utf8.MaxRune {
		r = utf8.RuneError
	}
	if f.plus {
		f.pad(strconv.AppendQuoteRuneToASCII(f.digits[:0], r))
	} else {
		f.pad(strconv.AppendQuoteRune(f.digits[:0], r))
	}
}

// unicode writes U+0078, or with # U+0078 'x'.
func (f *format) unicode(u uint64) {
	least := 4
	if f.hasPrec && f.prec > 4 {
		least = f.prec
	}
	hex := strconv.FormatUint(u, 16)
	text := append([]byte(nil), "U+"...)
	for n := least - len(hex); n > 0; n-- {
		text = append(text, '0')
	}
	for i := 0; i < len(hex); i++ {
		c := hex[i]
		if c >= 'a' {
			c -= 'a' - 'A'
		}
		text = append(text, c)
	}
	if f.sharp && u <= utf8.MaxRune && strconv.IsPrint(rune(u)) {
		text = append(text, " '"...)
		text = utf8.AppendRune(text, rune(u))
		text = append(text, '\'')
	}
	f.padSpaces(text)
}

// truncate cuts s to the precision, in runes.
func (f *format) truncate(s string) string {
	if f.hasPrec {
		n := f.prec
		for i := range s {
			n--
			if n < 0 {
				return s[:i]
			}
		}
	}
	return s
}

func (f *format) text(s string) {
	f.padString(f.truncate(s))
}

func (f *format) quoted(s string) {
	s = f.truncate(s)
	switch {
	case f.sharp && strconv.CanBackquote(s):
		f.padString("`" + s + "`")
	case f.plus:
		f.pad(strconv.AppendQuoteToASCII(nil, s))
	default:
		f.pad(strconv.AppendQuote(nil, s))
	}
}

// hexText writes the bytes of s in hexadecimal.
func (f *format) hexText(s string, digits string) {
	n := len(s)
	if f.hasPrec && f.prec < n {
		n = f.prec
	}
	var text []byte
	for i := 0; i < n; i++ {
		if f.space && i > 0 {
			text = append(text, ' ')
		}
		if f.sharp && (f.space || i == 0) {
			text = append(text, '0', digits[16])
		}
		c := s[i]
		text = append(text, digits[c>>4], digits[c&15])
	}
	f.pad(text)
}

// float writes v in strconv's format `verb` with `prec` digits (-1: as many as it takes) unless a precision is set.
func (f *format) float(v float64, size int, verb byte, prec int) {
	if f.hasPrec {
		prec = f.prec
	}
	num := strconv.AppendFloat(f.digits[:1], v, verb, prec, size)
	if num[1] == '-' || num[1] == '+' {
		num = num[1:]
	} else {
		num[0] = '+'
	}
	if f.space && num[0] == '+' && !f.plus {
		num[0] = ' '
	}
	if num[1] == 'I' || num[1] == 'N' {
		if num[1] == 'N' && !f.space && !f.plus {
			num = num[1:]
		}
		f.padSpaces(num)
		return
	}
	if f.sharp && verb != 'b' {
		num = f.keepZeros(num, verb, prec)
	}
	if !f.plus && num[0] == '+' {
		f.pad(num[1:])
		return
	}
	if f.zero && f.hasWid && f.wid > len(num) {
		f.writeByte(num[0])
		f.padding(f.wid - len(num))
		f.buf = append(f.buf, num[1:]...)
		return
	}
	f.pad(num)
}

// keepZeros is the # flag: always a decimal point, and for %g no trailing zeros removed.
func (f *format) keepZeros(num []byte, verb byte, prec int) []byte {
	digits := 0
	switch verb {
	case 'g', 'G', 'x': // the x of 0x counts as a digit
		digits = prec
		if digits < 0 {
			digits = 6
		}
	}
	end := len(num)
	point, nonzero := false, false
	exponent := byte('e')
	if verb == 'x' || verb == 'X' {
		exponent = 'p'
	}
	for i := 1; i < len(num); i++ {
		c := num[i]
		if c|0x20 == exponent {
			end = i
			break
		}
		if c == '.' {
			point = true
			continue
		}
		if c != '0' {
			nonzero = true
		}
		if nonzero {
			digits--
		}
	}
	tail := append([]byte(nil), num[end:]...)
	num = num[:end]
	if !point {
		if len(num) == 2 && num[1] == '0' {
			digits--
		}
		num = append(num, '.')
	}
	for ; digits > 0; digits-- {
		num = append(num, '0')
	}
	return append(num, tail...)
}

// complex writes (re+imi).
func (f *format) complex(v complex128, size int, verb byte, prec int) {
	plus := f.plus
	f.writeByte('(')
	f.float(real(v), size, verb, prec)
	f.plus = true
	f.float(imag(v), size, verb, prec)
	f.writeString("i)")
	f.plus = plus
}
