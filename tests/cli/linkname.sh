# What is wrong with //go:linkname is told last, of a package that has no errors of types.
. "$SRCDIR/tests/cli/lib.inc"
lines() { # FILE, and what compiling it must print
	file=$1
	shift
	burrow compile "$file" >out.txt 2>err.txt && { echo "$file compiles"; exit 1; }
	printf "./$file:%s\n" "$@" | cmp -s - err.txt || { cat err.txt; exit 1; }
}
cat >a.go <<END
package main

import _ "unsafe"

//go:linkname q main.q
//go:linkname T main.T
//go:linkname f main.ff
//go:linkname f main.fff
func f() {}

//go:noinline
type T int

//go:linkname x main.x
var x int

func main() {}
END
lines a.go '11:3: misplaced compiler directive' \
	'5:3: //go:linkname must refer to declared function or variable' \
	'6:3: //go:linkname must refer to declared function or variable' '8:3: duplicate //go:linkname for f'
grep -v '^import' a.go >b.go
lines b.go '10:3: misplaced compiler directive' '4:3: //go:linkname only allowed in Go files that import "unsafe"' \
	'5:3: //go:linkname only allowed in Go files that import "unsafe"' \
	'6:3: //go:linkname only allowed in Go files that import "unsafe"' \
	'7:3: //go:linkname only allowed in Go files that import "unsafe"' \
	'13:3: //go:linkname only allowed in Go files that import "unsafe"'
sed 's/var x int/var x int = "s"/' a.go >c.go
lines c.go '15:13: cannot use "s" (untyped string constant) as int value in variable declaration'
sed 's/main.ff$/main.ff x/; s/main.fff//' a.go >d.go
lines d.go '7:3: usage: //go:linkname localname [linkname]'
