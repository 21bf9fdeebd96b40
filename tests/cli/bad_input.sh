# Hostile and broken input: one clear message, the right exit status, nothing left behind.
. "$SRCDIR/tests/cli/lib.inc"
want 1 'No such file' burrow build -o prog missing.go
mkdir dir.go
want 1 'Is a directory' burrow build -o prog dir.go
printf 'package main\n\nfunc main() { println("a\000b") }\n' >nul.go
want 1 'NUL' burrow build -o prog nul.go
printf 'package main\n\nfunc main() { println("\377") }\n' >utf8.go
want 1 'invalid UTF-8' burrow build -o prog utf8.go
printf 'package main\n\nfunc main() { println("abc\n}\n' >string.go
want 1 'newline in string' burrow build -o prog string.go
printf 'package main\n\nfunc main() {}\n/* abc\n' >comment.go
want 1 'comment not terminated' burrow build -o prog comment.go
: >empty.go
want 1 'syntax error' burrow build -o prog empty.go

# nesting: a hundred thousand deep compiles, ten million deep is refused
nested() { # DEPTH
	printf 'package main\n\nvar x = '
	head -c "$1" /dev/zero | tr '\0' '('
	printf 1
	head -c "$1" /dev/zero | tr '\0' ')'
	printf '\n\nfunc main() { println(x) }\n'
}
nested 100000 >deep.go
want 0 '' burrow build -o deep deep.go
nested 10000000 >deeper.go
want 1 'nesting too deep' burrow build -o prog deeper.go
rm deeper.go

{
	printf 'package main\n\nconst big = '
	head -c 1000000 /dev/zero | tr '\0' '7'
	printf '\n\nfunc main() { println(big) }\n'
} >digits.go
want 1 '' burrow build -o prog digits.go
[ "$(wc -l <err.txt)" -le 3 ] || { echo "several messages for one constant"; exit 1; }

printf 'package main\n\nfunc main() { println("ok") }\n' >ok.go
want 3 'cannot write' burrow build -o /nonexistent/dir/prog ok.go
mkdir bin
for tool in ld; do ln -s "$(command -v $tool)" bin/$tool; done
want 3 'nasm is not installed' env PATH="$PWD/bin" BURROWCACHE="$PWD/cache" "$BURROW" build -o prog ok.go
if [ -c /dev/full ]; then
	want 3 '' burrow build -o /dev/full ok.go
	[ -c /dev/full ] || { echo "/dev/full was replaced"; exit 1; }
fi
for i in 1 2 3 4 5 6 7 8 9 10 11 12; do printf 'var v%d undefined%d\n' $i $i; done | { printf 'package main\n\n'; cat; } >many.go
want 1 'too many errors' burrow build -o prog many.go
want 1 'undefined: undefined12' burrow build -e -o prog many.go
printf 'package main\n\nfunc f[T any](x T) T { return x }\n\nfunc main() { println(f(1)) }\n' >generic.go
want 1 'not supported yet' burrow build -o prog generic.go
grep -q '^./generic.go:3:' err.txt || { cat err.txt; exit 1; }
absent prog
# data that no program can hold: gc's linker says it so
printf 'package main\n\nvar x = [2000000001]byte{7: 3}\n\nfunc main() { println(len(x), x[7]) }\n' >large.go
want 1 './large.go:3:5: main.x: symbol too large (2000000001 bytes > 2000000000 bytes)' burrow check large.go
printf 'package main\n\nvar x [3000000000]byte\n\nfunc main() { x[7] = 3; println(len(x), x[7]) }\n' >large.go
want 1 './large.go:3:5: main.x: symbol too large (3000000000 bytes > 2000000000 bytes)' burrow build -o prog large.go
printf 'package main\n\nvar x = &[1 << 40]byte{7: 3}\n\nfunc main() { println(len(x), x[7]) }\n' >large.go
want 1 'symbol too large (1099511627776 bytes > 2000000000 bytes)' burrow check large.go
absent prog
