// Package fmt implements formatted output with functions analogous to C's printf.
//
// It is burrow's own, small version of Go's package: the Print, Sprint, Fprint, Append families and Errorf with all verbs and
// flags. Values are walked by their type descriptors (value.go) rather than through package reflect, which keeps programs
// small. format.go lays out numbers and text.
package fmt

import (
	"internal/typed"
	"io"
	"os"
	"sync"
	"unicode/utf8"
)

// State represents the printer state passed to custom formatters.
type State interface {
	// Write is the function to call to emit formatted output to be printed.
	Write(b []byte) (n int, err error)
	// Width returns the value of the width option and whether it has been set.
	Width() (wid int, ok bool)
	// Precision returns the value of the precision option and whether it has been set.
	Precision() (prec int, ok bool)
	// Flag reports whether the flag c, a character, has been set.
	Flag(c int) bool
}

// Formatter is implemented by any value that has a Format method.
type Formatter interface {
	Format(f State, verb rune)
}

// Stringer is implemented by any value that has a String method.
type Stringer interface {
	String() string
}

// GoStringer is implemented by any value that has a GoString method.
type GoStringer interface {
	GoString() string
}

// A printer holds what one call of a Print function needs.
type printer struct {
	format
	arg any // the operand, for its methods
	err error
	// For Errorf: %w may be used, and has been used with err.
	wrapErrs bool
	// Printing a value that cannot take the verb: methods are not called.
	erroring bool
	// A method has panicked: a second panic goes through.
	panicking bool
	// The operands of Printf.
	reordered, goodIndex bool
}

var printers = sync.Pool{
	New: func() any { return new(printer) },
}

func newPrinter() *printer {
	p := printers.Get().(*printer)
	p.panicking = false
	p.erroring = false
	p.wrapErrs = false
	p.clear()
	return p
}

// free keeps the printer for later use, unless its buffer has grown large.
func (p *printer) free() {
	if cap(p.buf) > 64<<10 {
		return
	}
	p.buf = p.buf[:0]
	p.arg = nil
	p.err = nil
	printers.Put(p)
}

func (p *printer) Width() (wid int, ok bool) { return p.wid, p.hasWid }

func (p *printer) Precision() (prec int, ok bool) { return p.prec, p.hasPrec }

func (p *printer) Flag(b int) bool {
	switch b {
	case '-':
		return p.minus
	case '+':
		return p.plus || p.plusV
	case '#':
		return p.sharp || p.sharpV
	case ' ':
		return p.space
	case '0':
		return p.zero
	}
	return false
}

func (p *printer) Write(b []byte) (ret int, err error) {
	p.buf = append(p.buf, b...)
	return len(b), nil
}

func (p *printer) WriteString(s string) (ret int, err error) {
	p.buf = append(p.buf, s...)
	return len(s), nil
}

// Fprintf formats according to a format specifier and writes to w.
func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	p := newPrinter()
	p.doPrintf(format, a)
	n, err = w.Write(p.buf)
	p.free()
	return
}

// Printf formats according to a format specifier and writes to standard output.
func Printf(format string, a ...any) (n int, err error) {
	return Fprintf(os.Stdout, format, a...)
}

// Sprintf formats according to a format specifier and returns the resulting string.
func Sprintf(format string, a ...any) string {
	p := newPrinter()
	p.doPrintf(format, a)
	s := string(p.buf)
	p.free()
	return s
}

// Appendf formats according to a format specifier, appends the result to the byte slice, and returns the updated slice.
func Appendf(b []byte, format string, a ...any) []byte {
	p := newPrinter()
	p.doPrintf(format, a)
	b = append(b, p.buf...)
	p.free()
	return b
}

// Fprint formats using the default formats for its operands and writes to w.
func Fprint(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.doPrint(a)
	n, err = w.Write(p.buf)
	p.free()
	return
}

// Print formats using the default formats for its operands and writes to standard output.
func Print(a ...any) (n int, err error) {
	return Fprint(os.Stdout, a...)
}

// Sprint formats using the default formats for its operands and returns the resulting string.
func Sprint(a ...any) string {
	p := newPrinter()
	p.doPrint(a)
	s := string(p.buf)
	p.free()
	return s
}

// Append formats using the default formats for its operands, appends the result to the byte slice, and returns the updated slice.
func Append(b []byte, a ...any) []byte {
	p := newPrinter()
	p.doPrint(a)
	b = append(b, p.buf...)
	p.free()
	return b
}

// Fprintln formats using the default formats for its operands and writes to w, with spaces between operands and a newline.
func Fprintln(w io.Writer, a ...any) (n int, err error) {
	p := newPrinter()
	p.doPrintln(a)
	n, err = w.Write(p.buf)
	p.free()
	return
}

// Println formats using the default formats for its operands and writes to standard output, with spaces between operands and a
// newline.
func Println(a ...any) (n int, err error) {
	return Fprintln(os.Stdout, a...)
}

// Sprintln formats using the default formats for its operands and returns the resulting string.
func Sprintln(a ...any) string {
	p := newPrinter()
	p.doPrintln(a)
	s := string(p.buf)
	p.free()
	return s
}

// Appendln formats using the default formats for its operands, appends the result to the byte slice, and returns the updated
// slice.
func Appendln(b []byte, a ...any) []byte {
	p := newPrinter()
	p.doPrintln(a)
	b = append(b, p.buf...)
	p.free()
	return b
}

func (p *printer) doPrint(a []any) {
	wasString := false
	for i, arg := range a {
		isString := arg != nil && typed.Of(arg).Kind() == typed.String
		if i > 0 && !isString && !wasString {
			p.writeByte(' ')
		}
		p.printArg(arg, 'v')
		wasString = isString
	}
}

func (p *printer) doPrintln(a []any) {
	for i, arg := range a {
		if i > 0 {
			p.writeByte(' ')
		}
		p.printArg(arg, 'v')
	}
	p.writeByte('\n')
}

// parseNumber reads decimal digits at format[i].
func parseNumber(format string, i int) (num int, ok bool, next int) {
	for ; i < len(format) && '0' <= format[i] && format[i] <= '9'; i++ {
		if num > 1e6 {
			return 0, false, len(format)
		}
		num = num*10 + int(format[i]-'0')
		ok = true
	}
	return num, ok, i
}

// argIndex reads an explicit argument index, [3], at format[i]; without one, the next argument stays next.
func (p *printer) argIndex(arg int, format string, i, n int) (newArg, next int, found bool) {
	if i >= len(format) || format[i] != '[' {
		return arg, i, false
	}
	p.reordered = true
	for end := i + 1; end < len(format); end++ {
		if format[end] != ']' {
			continue
		}
		index, ok, stop := parseNumber(format[:end], i+1)
		if ok && stop == end && index >= 1 && index <= n {
			return index - 1, end + 1, true
		}
		p.goodIndex = false
		return arg, end + 1, ok && stop == end
	}
	p.goodIndex = false
	return arg, i + 1, false
}

// intArg is operand number i as a width or precision.
func intArg(a []any, i int) (num int, ok bool, next int) {
	if i >= len(a) {
		return 0, false, i
	}
	next = i + 1
	v := typed.ValueOf(a[i])
	if !v.Valid() {
		return 0, false, next
	}
	switch {
	case v.Type().Kind().Signed():
		n := v.Int()
		num, ok = int(n), true
	case v.Type().Kind().Unsigned():
		n := v.Uint()
		num, ok = int(n), n <= 1e6
	}
	if num > 1e6 || num < -1e6 {
		return 0, false, next
	}
	return num, ok, next
}

func (p *printer) flags(format string, i int) int {
	for ; i < len(format); i++ {
		switch format[i] {
		case '#':
			p.sharp = true
		case '0':
			p.zero = !p.minus
		case '+':
			p.plus = true
		case '-':
			p.minus = true
			p.zero = false
		case ' ':
			p.space = true
		default:
			return i
		}
	}
	return i
}

func (p *printer) doPrintf(format string, a []any) {
	end := len(format)
	arg := 0
	after := false // an index like [3] came just before
	p.reordered = false
	for i := 0; i < end; {
		p.goodIndex = true
		start := i
		for i < end && format[i] != '%' {
			i++
		}
		p.buf = append(p.buf, format[start:i]...)
		if i >= end {
			break
		}
		p.clear()
		i = p.flags(format, i+1)

		arg, i, after = p.argIndex(arg, format, i, len(a))
		if i < end && format[i] == '*' {
			i++
			p.wid, p.hasWid, arg = intArg(a, arg)
			if !p.hasWid {
				p.writeString("%!(BADWIDTH)")
			}
			if p.wid < 0 {
				p.wid = -p.wid
				p.minus = true
				p.zero = false
			}
			after = false
		} else {
			p.wid, p.hasWid, i = parseNumber(format, i)
			if after && p.hasWid {
				p.goodIndex = false
			}
		}

		if i+1 < end && format[i] == '.' {
			i++
			if after {
				p.goodIndex = false
			}
			arg, i, after = p.argIndex(arg, format, i, len(a))
			if i < end && format[i] == '*' {
				i++
				p.prec, p.hasPrec, arg = intArg(a, arg)
				if p.prec < 0 {
					p.prec = 0
					p.hasPrec = false
				}
				if !p.hasPrec {
					p.writeString("%!(BADPREC)")
				}
				after = false
			} else {
				p.prec, p.hasPrec, i = parseNumber(format, i)
				if !p.hasPrec {
					p.prec = 0
					p.hasPrec = true
				}
			}
		}

		if !after {
			arg, i, after = p.argIndex(arg, format, i, len(a))
		}
		if i >= end {
			p.writeString("%!(NOVERB)")
			break
		}
		verb, size := rune(format[i]), 1
		if verb >= utf8.RuneSelf {
			verb, size = utf8.DecodeRuneInString(format[i:])
		}
		i += size
		switch {
		case verb == '%':
			p.writeByte('%')
		case !p.goodIndex:
			p.complain(verb, "(BADINDEX)")
		case arg >= len(a):
			p.complain(verb, "(MISSING)")
		default:
			if verb == 'v' {
				p.sharpV, p.sharp = p.sharp, false
				p.plusV, p.plus = p.plus, false
			}
			p.printArg(a[arg], verb)
			arg++
		}
	}
	if !p.reordered && arg < len(a) {
		p.extra(a[arg:])
	}
}

func (p *printer) complain(verb rune, what string) {
	p.writeString("%!")
	p.writeRune(verb)
	p.writeString(what)
}

// extra reports operands that no verb has used.
func (p *printer) extra(a []any) {
	p.clear()
	p.writeString("%!(EXTRA ")
	for i, arg := range a {
		if i > 0 {
			p.writeString(", ")
		}
		if arg == nil {
			p.writeString("<nil>")
			continue
		}
		p.writeString(typed.Of(arg).String())
		p.writeByte('=')
		p.printArg(arg, 'v')
	}
	p.writeByte(')')
}
