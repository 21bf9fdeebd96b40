#!/bin/sh
# -ldflags: -X gives string variables their first value, with the words taken apart as the go command does.
. "$SRCDIR/tests/cli/lib.inc"
BURROWCACHE=$PWD/cache GO111MODULE=on GOFLAGS=
export BURROWCACHE GO111MODULE GOFLAGS
mkdir -p m/p.q
cd m
printf 'module example.com/m\n\ngo 1.19\n' >go.mod
cat >main.go <<'END'
package main

import "example.com/m/p.q"

type named string

var (
	unset           string
	set             = "a" + "b"
	computed        = f()
	later           = set + "x"
	n         int   = 3
	t         named = "t"
	one, two        = "1", "2"
)

const c = "c"

func f() string { return "f" }

func main() { println(unset, set, computed, later, n, t, one, two, c, p.Get()) }
END
printf 'package p\n\nvar v = "v"\n\nfunc Get() string { return v }\n' >p.q/p.go
# try WANT LDFLAGS: the program prints WANT; gc's too
try() {
	want 0 '' "$BURROW" build -o prog -ldflags "$2" .
	got=$(./prog 2>&1)
	[ "$got" = "$1" ] || { echo "$2: $got"; exit 1; }
	if [ -n "$GC" ]; then
		"$GC" build -o gcprog -ldflags "$2" . || exit 1
		got=$(./gcprog 2>&1)
		[ "$got" = "$1" ] || { echo "gc, $2: $got"; exit 1; }
	fi
}
try ' ab f abx 3 t 1 2 c v' ''
try 'u s f sx 3 t 1 II c w' '-X main.unset=u -X main.set=s -X=main.two=II -X main.computed=no -X main.c=no -X example.com/m/p.q.v=w -s'
try 'two words  f x 3 t 1 2 c a=b' "-X 'main.unset=two words' -X main.set= \"-X=example.com/m/p.q.v=a=b\" -X main.f=no -X main.none=no"
try ' ab f abx 3 t 1 2 c v' '-w'
want 1 'main.n: cannot set with -X: not a var of type string (type.int)' "$BURROW" build -ldflags '-X main.n=4' .
want 1 'main.t: cannot set with -X: not a var of type string (type.main.named)' "$BURROW" build -ldflags '-X main.t=4' .
want 2 '-X flag requires argument of the form importpath.name=value' "$BURROW" build -ldflags '-X main.n' .
want 2 '-X flag requires argument of the form importpath.name=value' "$BURROW" build -ldflags '-X' .
want 2 "-ldflags: unterminated ' string" "$BURROW" build -ldflags "-X 'main.n=4" .
want 2 '-ldflags: not supported yet: -r' "$BURROW" build -ldflags '-r x' .
