# The steps of a build: compile and link run by hand, with -I and -D as Go's suite runs them, and as build -x prints them.
. "$SRCDIR/tests/cli/lib.inc"
BURROWCACHE=$PWD/cache GO111MODULE=on
export BURROWCACHE GO111MODULE
want 0 '' burrow help compile
grep -q -- -importcfg out.txt || exit 1
want 0 '' burrow help link

mkdir -p dir/sub
printf 'package a\n\ntype T struct{ S string }\n\nfunc (t T) Upper() string { return t.S + t.S }\n' >dir/a.go
printf 'package b\n\nimport "./a"\n\nvar V = a.T{"from b"}\n\nfunc init() { V.S += "!" }\n' >dir/b.go
printf 'package main\n\nimport (\n\t"./a"\n\t"./sub/b"\n)\n\nfunc main() { println(a.T{"x"}.Upper(), b.V.Upper()) }\n' >dir/main.go
mkdir -p out/test/sub
want 0 '' burrow compile -p test/a -o out/test/a.a -D test -I out dir/a.go
want 0 '' burrow compile -p test/sub/b -o out/test/sub/b.a -D test -I out dir/b.go
want 0 '' burrow compile -p main -o out/main.a -D test -I out dir/main.go
want 0 '' burrow link -o prog -L out out/main.a
[ "$(./prog 2>&1)" = "xx from b!from b!" ] || { ./prog; exit 1; }
printf 'packagefile test/a=out/test/a.a\npackagefile other/b=out/test/sub/b.a\nimportmap ./sub/b=other/b\n' >cfg
want 0 '' burrow compile -m -o out/main2.a -importcfg cfg -D test dir/main.go
grep -q 'inlining call to a.T.Upper' err.txt || { cat err.txt; exit 1; }
want 1 'could not import ./a (file not found)' burrow compile -o out/main3.a dir/main.go
absent out/main3.a
want 1 'is no package archive' burrow link -o prog2 dir/main.go
printf 'package main\n\nvar x int = "s"\n' >bad.go
want 1 'bad.go:3:13: cannot use "s"' burrow compile -o bad.a bad.go
absent bad.a
want 2 'no Go files named' burrow compile
want 2 'no archive named' burrow link
# a is compiled anew with another interface: b no longer fits
printf 'package a\n\ntype T struct{ N int; S string }\n\nfunc (t T) Upper() string { return t.S }\n' >dir/a.go
want 0 '' burrow compile -p test/a -o out/test/a.a -D test -I out dir/a.go
want 1 'was compiled with another version of test/a' burrow link -o prog2 -L out out/main.a

# what build -x prints is a script that does the same
mkdir -p m/p
cd m
printf 'module example.com/m\n\ngo 1.19\n' >go.mod
printf 'package p\n\nfunc P() string { return "p" }\n' >p/p.go
printf 'package main\n\nimport "example.com/m/p"\n\nfunc main() { println(p.P()) }\n' >main.go
rm -rf "$BURROWCACHE"/*
want 0 '' burrow build -work -x -o prog .
work=$(sed -n 's/^WORK=//p' err.txt)
grep -v '^WORK=\|^#' err.txt >script.sh
cp prog prog.first
rm prog
rm -rf "$BURROWCACHE"/*
sed -i 's/ -o prog\.tmp[0-9]* / -o prog /' script.sh
sh -e ./script.sh >script.out 2>&1 || { cat script.out; exit 1; }
[ "$(./prog 2>&1)" = p ] || exit 1
want 1 'could not import runtime' burrow compile -o x.a -importcfg /dev/stdin main.go <<END
packagefile runtime=nowhere.a
packagefile example.com/m/p=nowhere.a
END
cmp prog prog.first || { echo "the script's program differs"; exit 1; }
rm -rf "$work"


# a tool or a step that is killed: which, and of what
mkdir ../fake
cd ..
printf '#!/bin/sh\nkill -SEGV $PPID\n' >fake/nasm
chmod +x fake/nasm
printf 'package p\n\nfunc P() string { return "pp" }\n' >m/p/p.go
(cd m && PATH=../fake:$PATH want 3 'burrow: compiling example.com/m/p died of signal 11 (Segmentation fault)' burrow build -o q .)
printf '#!/bin/sh\nkill -9 $$\n' >fake/nasm
(cd m && PATH=../fake:$PATH want 3 'burrow: nasm died of signal 9 (Killed)' burrow build -o q .)
absent m/q

# a package named runtime that lacks what compiled code calls
printf 'package runtime\n\nfunc F(b []byte) string { return string(b) }\n' >r.go
want 1 'burrow: package runtime has no function slicebytetostring' burrow compile -p runtime r.go
absent r.a
# packages of the Go tree that are missing are compiled after package runtime
printf 'package a\n\nimport "internal/bytealg"\n\nvar A = bytealg.Equal(nil, nil)\n' >a.go
rm -rf "$BURROWCACHE"/*
want 0 '' burrow compile -p a a.go
