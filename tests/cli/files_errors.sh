#!/bin/sh
# Errors of several files: the file in which one was met first comes first, as in gc; what only a function may be named;
# a file of another package.
. "$SRCDIR/tests/cli/lib.inc"
printf 'package main\n\nimport "fmt"\n\nvar init = undefined1\n\nfunc main() { x := undefined2 }\n' >a.go
printf 'package main\n\nfunc main() {}\n\ntype init int\n\nvar y int = "a"\n' >b.go
printf '// Another package.\n\npackage other\n\nvar z = undefined3\n' >c.go
# errors FILE...: places and messages as they come
errors() {
	want 1 '' "$BURROW" compile -e -p main -o x.o "$@"
	sed 's,^\(	*\)\./,\1,' err.txt >got.txt
	diff want.txt got.txt || exit 1
}
cat >want.txt <<'EOF'
a.go:3:8: imported and not used: "fmt"
a.go:5:5: cannot declare init - must be func
a.go:7:20: undefined: undefined2
b.go:3:6: main redeclared in this block
	a.go:7:6: other declaration of main
b.go:5:6: cannot declare init - must be func
b.go:7:13: cannot use "a" (untyped string constant) as int value in variable declaration
EOF
if [ -n "$GC" ]; then
	"$GC" tool compile -e -p main -o y.o a.go b.go 2>&1 | diff want.txt - || exit 1
fi
errors a.go b.go
cat >want.txt <<'EOF'
c.go:1:1: package other; expected main
b.go:5:6: cannot declare init - must be func
b.go:7:13: cannot use "a" (untyped string constant) as int value in variable declaration
EOF
if [ -n "$GC" ]; then
	"$GC" tool compile -e -p main -o y.o b.go c.go 2>&1 | diff want.txt - || exit 1
fi
errors b.go c.go
