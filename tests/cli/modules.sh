# Packages of a module: paths, vendor, internal, cycles, constraints, patterns; messages as the go command words them.
. "$SRCDIR/tests/cli/lib.inc"
BURROWCACHE=$PWD/cache GO111MODULE=on
export BURROWCACHE GO111MODULE
mkdir -p m/a m/b m/c/internal/x m/c/y m/d m/cmd/p m/cmd/q m/e m/f m/g m/h m/i m/testdata m/_z
cd m
printf 'module example.com/m // a comment\n\ngo 1.19\n' >go.mod
printf 'package a\nimport "example.com/m/b"\nvar A = b.B\n' >a/a.go
printf 'package b\nimport "example.com/m/a"\nvar B = a.A\n' >b/b.go
printf 'package x\n\nvar X = 1\n' >c/internal/x/x.go
printf 'package y\n\nimport "example.com/m/c/internal/x"\n\nvar Y = x.X + 1\n' >c/y/y.go
printf 'package d\n\nimport "example.com/m/c/internal/x"\n\nvar D = x.X\n' >d/d.go
printf 'package main\n\nimport "example.com/m/cmd/q"\n\nfunc main() { q.X() }\n' >cmd/p/main.go
printf 'package main\n\nimport "example.com/m/c/y"\n\nfunc X() {}\n\nfunc main() { println("q", y.Y) }\n' >cmd/q/main.go
printf 'package e\n' >e/e.go
printf 'package e2\n' >e/f.go
printf '//go:build windows\n\npackage f\n' >f/f.go
printf 'package g\n\nimport (\n\t"foo"\n\t"foo.com/x"\n\t"example.com/m/zzz"\n)\n' >g/g.go
printf 'package i\n\nimport "./rel"\n' >i/i.go
printf 'nonsense' >testdata/t.go
printf 'nonsense' >_z/z.go
exact() { # STATUS TEXT COMMAND...: standard error is exactly this
	status=$1 text=$2
	shift 2
	got=0
	"$@" >out.txt 2>err.txt || got=$?
	[ "$got" = "$status" ] || { echo "$*: exit status $got"; cat err.txt; exit 1; }
	printf '%s\n' "$text" | sed '/^$/d' | cmp -s - err.txt || { echo "$*: prints"; cat err.txt; echo "want: $text"; exit 1; }
}
cycle='package example.com/m/a
	imports example.com/m/b
	imports example.com/m/a: import cycle not allowed'
exact 1 "$cycle" burrow build ./a
exact 1 "$cycle" burrow build example.com/m/a
exact 1 'package example.com/m/d
	d/d.go:3:8: use of internal package example.com/m/c/internal/x not allowed' burrow build ./d
exact 1 'cmd/p/main.go:3:8: import "example.com/m/cmd/q" is a program, not an importable package' burrow build ./cmd/p
exact 1 "found packages e (e.go) and e2 (f.go) in $PWD/e" burrow build ./e
exact 1 "package example.com/m/f: build constraints exclude all Go files in $PWD/f" burrow build ./f
exact 1 "stat $PWD/nope: directory not found" burrow build ./nope
exact 1 "no Go files in $PWD/c" burrow build ./c
exact 1 "package nopkg is not in GOROOT ($GOROOT/src/nopkg)" burrow build nopkg
exact 1 "g/g.go:4:2: package foo is not in GOROOT ($GOROOT/src/foo)
g/g.go:5:2: no required module provides package foo.com/x; to add it:
	go get foo.com/x
g/g.go:6:2: no required module provides package example.com/m/zzz; to add it:
	go get example.com/m/zzz" burrow build ./g
exact 1 'i/i.go:3:8: local import "./rel" in non-local package' burrow build ./i
rm -r a b d e f g h i cmd/p

# programs by path, by directory, from elsewhere in the module; ./... checks everything
want 0 '' burrow build ./cmd/q
[ "$(./q 2>&1)" = 'q 2' ] || { ./q; exit 1; }
want 0 '' burrow build -o r example.com/m/cmd/q
cmp q r || exit 1
want 0 '' burrow run ./cmd/q
grep -q '^q 2$' err.txt || exit 1
(cd c/y && burrow build ../../cmd/q && ./q 2>/dev/null) || exit 1
want 0 '' burrow build -v -a ./...
for p in example.com/m/c/y example.com/m/c/internal/x example.com/m/cmd/q; do grep -qx "$p" err.txt || { cat err.txt; exit 1; }; done
want 0 '' burrow check ./...
printf 'package x\n\nvar X = 1\nvar Y int = ""\n' >c/internal/x/x.go
exact 1 '# example.com/m/c/internal/x
c/internal/x/x.go:4:13: cannot use "" (untyped string constant) as int value in variable declaration' burrow build ./...
exact 1 '# example.com/m/c/internal/x
c/internal/x/x.go:4:13: cannot use "" (untyped string constant) as int value in variable declaration' burrow check ./cmd/q
printf 'package x\n\nvar X = 1\n' >c/internal/x/x.go

# vendor
mkdir -p vendor/v.org/z/internal/w
printf 'package z\n\nimport "v.org/z/internal/w"\n\nfunc Z() string { return w.W }\n' >vendor/v.org/z/z.go
printf 'package w\n\nconst W = "vendored"\n' >vendor/v.org/z/internal/w/w.go
printf 'package main\n\nimport "v.org/z"\n\nfunc main() { println(z.Z()) }\n' >main.go
want 0 '' burrow build -o r
[ "$(./r 2>&1)" = vendored ] || exit 1
printf 'package main\n\nimport "v.org/nope"\n\nfunc main() {}\n' >main.go
exact 1 "main.go:3:8: cannot find package \".\" in:
	$PWD/vendor/v.org/nope" burrow build .

# constraints by name, by //go:build, by -tags
printf 'package main\n\nfunc main() { println(name, tag) }\n' >main.go
printf 'package main\n\nconst name = "linux"\n' >n_linux.go
printf 'package main\n\nconst name = "windows"\n' >n_windows.go
printf '//go:build !special\n\npackage main\n\nconst tag = "plain"\n' >t.go
printf '//go:build special && amd64 && !cgo\n\npackage main\n\nconst tag = "special"\n' >s.go
printf 'package main\n\nimport "testing"\n\nfunc TestX(t *testing.T) {}\n' >x_test.go
want 0 '' burrow build -o r
[ "$(./r 2>&1)" = 'linux plain' ] || { ./r; exit 1; }
want 0 '' burrow build -tags other,special -o r
[ "$(./r 2>&1)" = 'linux special' ] || { ./r; exit 1; }

# without a module: files and a directory, relative imports
cd ..
mkdir -p old/rel
printf 'package rel\n\nconst R = "relative"\n' >old/rel/r.go
printf 'package main\n\nimport "./rel"\n\nfunc main() { println(rel.R) }\n' >old/main.go
printf 'package main\n\nfunc main() { x := 1 }\n' >old/unused.txt
want 0 '' burrow build -o r old/main.go
[ "$(./r 2>&1)" = relative ] || exit 1
want 0 '' burrow build -o r ./old
cp old/unused.txt old/main.go
exact 1 '# command-line-arguments
old/main.go:3:15: x declared but not used' burrow build old/main.go
cd m
want 2 'cannot write several packages to prog' burrow build -o prog ./c/y ./cmd/q
absent prog
want 0 '' burrow build -o out/ ./c/y ./cmd/q
[ "$(out/q 2>&1)" = 'q 2' ] || { echo "no program out/q"; exit 1; }
want 0 '' burrow build -o out ./cmd/q
