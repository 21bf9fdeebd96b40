# Functions that are declared and not defined: in Go files alone an error, beside others a matter of the linker.
. "$SRCDIR/tests/cli/lib.inc"
BURROWCACHE=$PWD/cache GO111MODULE=on
export BURROWCACHE GO111MODULE
mkdir m m/p
cd m
printf 'module example.com/m\n\ngo 1.19\n' >go.mod
printf 'package main\n\nimport "example.com/m/p"\n\nfunc f()\n\nfunc main() { f(); func() { p.P() }() }\n' >main.go
printf 'package p\n\nfunc P()\n' >p/p.go
want 1 'p/p.go:3:6: missing function body' burrow build
touch p/empty.s
want 1 './main.go:5:6: missing function body' burrow build
want 1 './main.go:5:6: missing function body' burrow build main.go
want 1 './main.go:5:6: missing function body' burrow check
printf '// Defined elsewhere.\n/* TEXT */ #include "x.h"\n' >other.s
printf 'TEXT' >_no.s
printf '//go:build arm64\n\nTEXT \xc2\xb7f(SB),4,$0\n' >c.s
cp c.s x_arm64.s
want 1 '# example.com/m
main.main: relocation target main.f not defined
main.main.func1: relocation target example.com/m/p.P not defined' burrow build -gcflags=-l
[ "$(wc -l <err.txt)" = 3 ] || { cat err.txt; exit 1; }
absent m
sed 's/arm64/amd64/' c.s >d.s
want 1 'd.s:3: not supported yet: assembly' burrow build
rm d.s
# another package may define them
printf 'package p\n\nimport _ "unsafe"\n\nfunc P() { println("P") }\n\n//go:linkname f main.f\nfunc f() { println("f") }\n' >p/p.go
want 0 '' burrow build
[ "$(./m 2>&1)" = 'f
P' ] || { ./m; exit 1; }
# as a step by hand
printf 'package main\n\nfunc f()\n\nvar v = f\n\nfunc main() { v() }\n' >main.go
want 1 'main.go:3:6: missing function body' burrow compile -complete main.go
want 0 '' burrow compile main.go
want 1 'main.f·f: relocation target main.f not defined' burrow link main.a
absent a.out
