package fmt

import (
	"internal/typed"
	"sort"
)

func (p *printer) badVerb(verb rune, arg any, v typed.Value) {
	p.erroring = true
	p.writeString("%!")
	p.writeRune(verb)
	p.writeByte('(')
	switch {
	case arg != nil:
		p.writeString(typed.Of(arg).String())
		p.writeByte('=')
		p.printArg(arg, 'v')
	case v.Valid():
		p.writeString(v.Type().String())
		p.writeByte('=')
		p.printValue(v, 'v', 0)
	default:
		p.writeString("<nil>")
	}
	p.writeByte(')')
	p.erroring = false
}

func (p *printer) printArg(arg any, verb rune) {
	p.arg = arg
	if arg == nil {
		if verb == 'T' || verb == 'v' {
			p.padString("<nil>")
		} else {
			p.badVerb(verb, nil, typed.Value{})
		}
		return
	}
	v := typed.ValueOf(arg)
	switch verb {
	case 'T':
		p.text(v.Type().String())
		return
	case 'p':
		p.pointer(v, 'p')
		return
	}
	switch arg := arg.(type) {
	case string:
		p.printString(arg, verb, v)
		return
	case int:
		p.printInteger(uint64(arg), true, verb, v)
		return
	}
	if held, ok := v.Reflected(); ok {
		p.printReflected(held, verb)
		return
	}
	if !p.handleMethods(verb) {
		p.printValue(v, verb, 0)
	}
}

// printReflected prints what a reflect.Value holds.
func (p *printer) printReflected(v typed.Value, verb rune) {
	if !v.Valid() {
		p.writeString("<invalid reflect.Value>")
		return
	}
	if x, ok := v.Any(); ok {
		p.arg = x
		if p.handleMethods(verb) {
			return
		}
	}
	p.printValue(v, verb, 0)
}

// handleMethods lets the operand format itself, and says whether it did.
func (p *printer) handleMethods(verb rune) (handled bool) {
	if p.erroring {
		return
	}
	if verb == 'w' {
		err, ok := p.arg.(error)
		if !ok || !p.wrapErrs || p.err != nil {
			p.err = nil
			p.wrapErrs = false
			p.badVerb(verb, p.arg, typed.Value{})
			return true
		}
		p.err = err
		verb = 'v'
	}
	if f, ok := p.arg.(Formatter); ok {
		handled = true
		defer p.catchPanic(p.arg, verb, "Format")
		f.Format(p, verb)
		return
	}
	if p.sharpV {
		if s, ok := p.arg.(GoStringer); ok {
			handled = true
			defer p.catchPanic(p.arg, verb, "GoString")
			p.text(s.GoString())
			return
		}
		return false
	}
	switch verb {
	case 'v', 's', 'x', 'X', 'q':
		switch v := p.arg.(type) {
		case error:
			handled = true
			defer p.catchPanic(p.arg, verb, "Error")
			p.printString(v.Error(), verb, typed.Value{})
			return
		case Stringer:
			handled = true
			defer p.catchPanic(p.arg, verb, "String")
			p.printString(v.String(), verb, typed.Value{})
			return
		}
	}
	return false
}

// catchPanic reports a panic of an operand's method; of one that was called on a nil pointer, just that.
func (p *printer) catchPanic(arg any, verb rune, method string) {
	err := recover()
	if err == nil {
		return
	}
	if v := typed.ValueOf(arg); v.Type().Kind() == typed.Pointer && v.Pointer() == nil {
		p.writeString("<nil>")
		return
	}
	if p.panicking {
		panic(err)
	}
	old := p.format
	p.clear()
	p.writeString("%!")
	p.writeRune(verb)
	p.writeString("(PANIC=")
	p.writeString(method)
	p.writeString(" method: ")
	p.panicking = true
	p.printArg(err, 'v')
	p.panicking = false
	p.writeByte(')')
	buf := p.buf
	p.format = old
	p.buf = buf
}

func (p *printer) printInteger(u uint64, signed bool, verb rune, v typed.Value) {
	switch verb {
	case 'v':
		if p.sharpV && !signed {
			p.hex0x(u, true)
		} else {
			p.integer(u, 10, signed, verb, lower)
		}
	case 'd':
		p.integer(u, 10, signed, verb, lower)
	case 'b':
		p.integer(u, 2, signed, verb, lower)
	case 'o', 'O':
		p.integer(u, 8, signed, verb, lower)
	case 'x':
		p.integer(u, 16, signed, verb, lower)
	case 'X':
		p.integer(u, 16, signed, verb, upper)
	case 'c':
		p.character(u)
	case 'q':
		p.quotedCharacter(u)
	case 'U':
		p.unicode(u)
	default:
		p.bad(verb, v)
	}
}

// bad reports a verb that does not fit the value: the operand itself, or a part of it.
func (p *printer) bad(verb rune, v typed.Value) {
	if x, ok := v.Any(); ok {
		p.badVerb(verb, x, typed.Value{})
	} else if v.Valid() {
		p.badVerb(verb, nil, v)
	} else {
		p.badVerb(verb, p.arg, typed.Value{})
	}
}

func (p *printer) printFloat(f float64, size int, verb rune, v typed.Value) {
	switch verb {
	case 'v':
		p.float(f, size, 'g', -1)
	case 'b', 'g', 'G', 'x', 'X':
		p.float(f, size, byte(verb), -1)
	case 'f', 'e', 'E':
		p.float(f, size, byte(verb), 6)
	case 'F':
		p.float(f, size, 'f', 6)
	default:
		p.bad(verb, v)
	}
}

func (p *printer) printComplex(c complex128, size int, verb rune, v typed.Value) {
	switch verb {
	case 'v':
		p.complex(c, size, 'g', -1)
	case 'b', 'g', 'G', 'x', 'X':
		p.complex(c, size, byte(verb), -1)
	case 'f', 'e', 'E':
		p.complex(c, size, byte(verb), 6)
	case 'F':
		p.complex(c, size, 'f', 6)
	default:
		p.bad(verb, v)
	}
}

func (p *printer) printString(s string, verb rune, v typed.Value) {
	switch verb {
	case 'v':
		if p.sharpV {
			p.quoted(s)
		} else {
			p.text(s)
		}
	case 's':
		p.text(s)
	case 'x':
		p.hexText(s, lower)
	case 'X':
		p.hexText(s, upper)
	case 'q':
		p.quoted(s)
	default:
		p.bad(verb, v)
	}
}

func (p *printer) pointer(v typed.Value, verb rune) {
	var u uint64
	switch v.Type().Kind() {
	case typed.Chan, typed.Func, typed.Map, typed.Pointer, typed.Slice, typed.UnsafePointer:
		u = uint64(uintptr(v.Pointer()))
	default:
		p.bad(verb, v)
		return
	}
	switch verb {
	case 'v':
		switch {
		case p.sharpV:
			p.writeByte('(')
			p.writeString(v.Type().String())
			p.writeString(")(")
			if u == 0 {
				p.writeString("nil")
			} else {
				p.hex0x(u, true)
			}
			p.writeByte(')')
		case u == 0:
			p.padString("<nil>")
		default:
			p.hex0x(u, !p.sharp)
		}
	case 'p':
		p.hex0x(u, !p.sharp)
	case 'b', 'o', 'd', 'x', 'X':
		p.printInteger(u, false, verb, v)
	default:
		p.bad(verb, v)
	}
}

func (p *printer) separate(i int) {
	if i == 0 {
		return
	}
	if p.sharpV {
		p.writeString(", ")
	} else {
		p.writeByte(' ')
	}
}

// printValue prints a value by its kind; inside another one (depth > 0) its methods are tried first.
func (p *printer) printValue(v typed.Value, verb rune, depth int) {
	if depth > 0 {
		if x, ok := v.Any(); ok && x != nil {
			p.arg = x
			if p.handleMethods(verb) {
				return
			}
		}
	}
	t := v.Type()
	switch t.Kind() {
	case typed.Bool:
		if verb == 't' || verb == 'v' {
			p.boolean(v.Bool())
		} else {
			p.bad(verb, v)
		}
	case typed.Int, typed.Int8, typed.Int16, typed.Int32, typed.Int64:
		p.printInteger(uint64(v.Int()), true, verb, v)
	case typed.Uint, typed.Uint8, typed.Uint16, typed.Uint32, typed.Uint64, typed.Uintptr:
		p.printInteger(v.Uint(), false, verb, v)
	case typed.Float32:
		p.printFloat(v.Float(), 32, verb, v)
	case typed.Float64:
		p.printFloat(v.Float(), 64, verb, v)
	case typed.Complex64:
		p.printComplex(v.Complex(), 32, verb, v)
	case typed.Complex128:
		p.printComplex(v.Complex(), 64, verb, v)
	case typed.String:
		p.printString(v.Text(), verb, v)
	case typed.Map:
		p.printMap(v, verb, depth)
	case typed.Struct:
		p.printStruct(v, verb, depth)
	case typed.Interface:
		p.printInterface(v, verb, depth)
	case typed.Array, typed.Slice:
		p.printList(v, verb, depth)
	case typed.Pointer:
		if depth == 0 && v.Pointer() != nil {
			switch t.Elem().Kind() {
			case typed.Array, typed.Slice, typed.Struct, typed.Map:
				p.writeByte('&')
				p.printValue(v.Elem(), verb, depth+1)
				return
			}
		}
		p.pointer(v, verb)
	default:
		p.pointer(v, verb)
	}
}

func (p *printer) printMap(v typed.Value, verb rune, depth int) {
	if p.sharpV {
		p.writeString(v.Type().String())
		if v.Pointer() == nil {
			p.writeString("(nil)")
			return
		}
		p.writeByte('{')
	} else {
		p.writeString("map[")
	}
	var entries entries
	v.Each(func(key, elem typed.Value) {
		entries = append(entries, entry{key, elem})
	})
	sort.Stable(entries)
	for i, e := range entries {
		p.separate(i)
		p.printValue(e.key, verb, depth+1)
		p.writeByte(':')
		p.printValue(e.elem, verb, depth+1)
	}
	if p.sharpV {
		p.writeByte('}')
	} else {
		p.writeByte(']')
	}
}

func (p *printer) printStruct(v typed.Value, verb rune, depth int) {
	t := v.Type()
	if p.sharpV {
		p.writeString(t.String())
	}
	p.writeByte('{')
	for i := 0; i < t.NumField(); i++ {
		p.separate(i)
		if p.plusV || p.sharpV {
			p.writeString(t.FieldName(i))
			p.writeByte(':')
		}
		f := v.Field(i)
		if f.Type().Kind() == typed.Interface {
			if e := f.Elem(); e.Valid() {
				f = e
			}
		}
		p.printValue(f, verb, depth+1)
	}
	p.writeByte('}')
}

func (p *printer) printInterface(v typed.Value, verb rune, depth int) {
	e := v.Elem()
	switch {
	case e.Valid():
		p.printValue(e, verb, depth+1)
	case p.sharpV:
		p.writeString(v.Type().String())
		p.writeString("(nil)")
	default:
		p.writeString("<nil>")
	}
}

// printList prints an array or a slice.
func (p *printer) printList(v typed.Value, verb rune, depth int) {
	t := v.Type()
	if t.Elem().Kind() == typed.Uint8 {
		switch verb {
		case 's', 'q', 'x', 'X':
			p.printString(string(v.Bytes()), verb, v)
			return
		}
	}
	open, end := byte('['), byte(']')
	if p.sharpV {
		name := t.String()
		if depth == 0 && name == "[]uint8" {
			name = "[]byte"
		}
		p.writeString(name)
		if t.Kind() == typed.Slice && v.Pointer() == nil {
			p.writeString("(nil)")
			return
		}
		open, end = '{', '}'
	}
	p.writeByte(open)
	n := v.Len()
	for i := 0; i < n; i++ {
		p.separate(i)
		p.printValue(v.Index(i), verb, depth+1)
	}
	p.writeByte(end)
}

// ---- Maps are printed in the order of their keys.

type entry struct {
	key, elem typed.Value
}

type entries []entry

func (e entries) Len() int           { return len(e) }
func (e entries) Swap(i, j int)      { e[i], e[j] = e[j], e[i] }
func (e entries) Less(i, j int) bool { return compare(e[i].key, e[j].key) < 0 }

func order(less, greater bool) int {
	switch {
	case less:
		return -1
	case greater:
		return 1
	}
	return 0
}

// orderFloats puts NaN before all numbers.
func orderFloats(a, b float64) int {
	switch {
	case a != a:
		return order(b == b, false)
	case b != b:
		return 1
	}
	return order(a < b, a > b)
}

// compare orders two keys of one type: numbers and strings as usual, false before true, complex numbers by real and then imaginary
// part, pointers by address, structs and arrays element by element, interfaces by the type's address and then by value, nil
// first.
func compare(a, b typed.Value) int {
	t := a.Type()
	k := t.Kind()
	switch {
	case k.Signed():
		return order(a.Int() < b.Int(), a.Int() > b.Int())
	case k.Unsigned():
		return order(a.Uint() < b.Uint(), a.Uint() > b.Uint())
	}
	switch k {
	case typed.Bool:
		return order(!a.Bool() && b.Bool(), a.Bool() && !b.Bool())
	case typed.String:
		return order(a.Text() < b.Text(), a.Text() > b.Text())
	case typed.Float32, typed.Float64:
		return orderFloats(a.Float(), b.Float())
	case typed.Complex64, typed.Complex128:
		x, y := a.Complex(), b.Complex()
		if c := orderFloats(real(x), real(y)); c != 0 {
			return c
		}
		return orderFloats(imag(x), imag(y))
	case typed.Pointer, typed.Chan, typed.UnsafePointer:
		x, y := uintptr(a.Pointer()), uintptr(b.Pointer())
		return order(x < y, x > y)
	case typed.Struct:
		for i := 0; i < t.NumField(); i++ {
			if c := compare(a.Field(i), b.Field(i)); c != 0 {
				return c
			}
		}
	case typed.Array:
		for i := 0; i < a.Len(); i++ {
			if c := compare(a.Index(i), b.Index(i)); c != 0 {
				return c
			}
		}
	case typed.Interface:
		return compareHeld(a.Elem(), b.Elem())
	}
	return 0
}

func compareHeld(a, b typed.Value) int {
	if !a.Valid() || !b.Valid() {
		return order(b.Valid(), a.Valid())
	}
	if a.Type() != b.Type() {
		return order(a.Type().Before(b.Type()), true)
	}
	return compare(a, b)
}
