# Flags that gc's own suite gives the compiler: switches with a value, -l=4, -std.
. "$SRCDIR/tests/cli/lib.inc"
cat >a.go <<'END'
package p

//go:noinline
func f(int) {}

func g(n int) { f(n); f(n) }
END
want 0 'a.go:6:6: can inline g' burrow compile -m -l=4 a.go
burrow compile -m a.go 2>&1 | grep -q 'can inline g' && { echo "two calls are cheap without -l=4"; exit 1; }
want 0 '' burrow compile -m=1 -l=false -N=0 -B a.go
{ echo 'package p'; for i in 1 2 3 4 5 6 7 8 9 10 11 12; do echo "var x$i int = \"\""; done; } >b.go
want 1 'too many errors' burrow compile -e=0 b.go
want 1 'b.go:13:' burrow compile -e=1 b.go
cat >c.go <<'END'
package p

//go:unknown verb
func f() {}

//go:uintptrkeepalive
func g(uintptr) {}

//go:systemstack
func h() {}
END
want 1 'c.go:6:3: //go:uintptrkeepalive is only allowed in the standard library' burrow compile c.go
want 1 'c.go:3:3: //go:unknown is not allowed in the standard library' burrow compile -std c.go
sed -i 's/go:unknown/go:noinline/' c.go
want 1 'c.go:9:3: //go:systemstack only allowed in runtime' burrow compile -std c.go
sed -i 's/go:systemstack/go:noinline/' c.go
want 1 'c.go:7:6: go:uintptrkeepalive requires go:nosplit' burrow compile -std c.go
[ "$(wc -l <err.txt)" = 1 ] || { cat err.txt; exit 1; }
want 2 'unknown flag: -lx' burrow compile -lx a.go
cat >s.go <<'END'
package p

var sink byte

func f(i int) {
	var a [131072]byte
	var b [131073]byte
	p := new([16384]byte)
	q := &[16385]byte{}
	s := make([]byte, 16385)
	sink = a[i] + b[i] + p[i] + q[i] + s[i]
}
END
burrow compile -m -smallframes s.go 2>&1 | sed 's,^\./,,' >got.txt
cat >want.txt <<'END'
s.go:5:6: can inline f
s.go:7:6: moved to heap: b
s.go:8:10: new([16384]byte) does not escape
s.go:9:7: &[16385]byte{} escapes to heap
s.go:10:11: make([]byte, 16385) escapes to heap
END
diff want.txt got.txt || exit 1
if [ -n "$GC" ]; then
	"$GC" tool compile -p p -m -smallframes -o y.o s.go 2>&1 | diff want.txt - || exit 1
fi
