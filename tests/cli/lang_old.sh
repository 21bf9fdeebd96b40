# What came after an older language version is refused with the version it needs.
. "$SRCDIR/tests/cli/lib.inc"
older() { # older VERSION FILE: the errors of FILE are those in its comments
	burrow check -e -lang=$1 $2 2>err.txt && { echo "$2: no error"; exit 1; }
	sed -n 's,^\./[a-z]*\.go:\([0-9]*:[0-9]*\): ,\1 ,p' err.txt >got.txt
	grep -n '// ' $2 | sed 's,^\([0-9]*\):.*// \([0-9]*\) ,\1:\2 ,' | sed "s,@,(-lang was set to $1; check go.mod)," >want.txt
	diff want.txt got.txt || exit 1
}
cat >numbers.go <<'GO'
package p

const (
	_ = 1_000  // 6 underscores in numeric literals requires go1.13 or later @
	_ = 0b111  // 6 binary literals requires go1.13 or later @
	_ = 0O567  // 6 0o/0O-style octal literals requires go1.13 or later @
	_ = 0xabc
	_ = 0X0P1  // 6 hexadecimal floating-point literals requires go1.13 or later @
	_ = 0xabci // 6 hexadecimal floating-point literals requires go1.13 or later @
	_ = 017i
)

func shifts(x, s int, u uint) {
	x <<= s                        // 8 invalid operation: signed shift count s (variable of type int) requires go1.13 or later
	_ = 1.0<<s + uint64(0)         // 11 invalid operation: signed shift count s (variable of type int) requires go1.13 or later
	const c int = 2
	_ = x<<3 + x<<c + x<<u
}
GO
older go1.12 numbers.go
cat >pointers.go <<'GO'
package p

import "unsafe"

func f(p unsafe.Pointer, b *byte) {
	_ = unsafe.Add(p, 0)   // 6 unsafe.Add requires go1.17 or later @
	_ = unsafe.Slice(b, 1) // 6 unsafe.Slice requires go1.17 or later @
}
GO
older go1.16 pointers.go
cat >methods.go <<'GO'
package p

type I interface{ M() }
type J interface{ M() }
type _ interface {
	I
	J // 2 duplicate method M
}
GO
older go1.13 methods.go
printf 'package p\nfunc f(s []int) *[3]int {\n\treturn (*[3]int)(s)\n}\n' >convert.go
burrow check -lang=go1.16 convert.go 2>err.txt && exit 1
printf '# command-line-arguments\n./convert.go:3:19: cannot convert s (variable of type []int) to type *[3]int:\n\tconversion of slices to array pointers requires go1.17 or later (-lang was set to go1.16; check go.mod)\n' | diff - err.txt || exit 1
for f in *.go; do
	want 0 '' burrow check $f
done
