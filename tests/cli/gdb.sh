# gdb: a breakpoint on a Go function by its name, stepping by source lines over several files, Go names in the backtrace.
[ -n "${GDB:-}" ] || { echo "gdb is not installed"; exit 77; }
cat >main.go <<'GO'
package main

func main() {
	x := 20
	y := foo(x)
	println(y)
}
GO
cat >foo.go <<'GO'
package main

//go:noinline
func foo(n int) int {
	total := 1
	for i := 0; i < n; i++ {
		total += bar(i)
	}
	return total
}

//go:noinline
func bar(i int) int {
	return i * 2
}
GO
"$BURROW" build -gcflags=-N -o prog main.go foo.go || exit 1
"$GDB" -nx -batch -ex 'set debuginfod enabled off' -ex 'break main.foo' -ex run -ex bt -ex next -ex next -ex 'break main.bar' \
	-ex continue -ex bt -ex 'info line' ./prog >gdb.txt 2>&1
for text in 'main.foo' 'main.main' 'foo.go:' 'main.go:5' 'main.bar' 'foo.go:14' 'foo.go:7'; do
	grep -qF "$text" gdb.txt || { echo "gdb does not show: $text"; cat gdb.txt; exit 1; }
done
