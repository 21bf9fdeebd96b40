# The command line: help, versions, unknown words.
. "$SRCDIR/tests/cli/lib.inc"
want 0 '' burrow help
grep -q 'build' out.txt || exit 1
want 0 '' burrow help build
grep -q -- '-gcflags' out.txt || exit 1
want 0 '' burrow version
want 0 '' burrow env
grep -q '^GOROOT=' out.txt || exit 1
want 2 '' burrow
want 2 'unknown command: bulid' burrow bulid
want 2 'unknown flag: -zz' burrow build -zz
want 2 'flag needs a value: -o' burrow build -o
want 2 'no stage' burrow build -dump=nothing x.go
printf 'package main\n\nimport "os"\n\nfunc main() { println(os.Args[1]); os.Exit(7) }\n' >p.go
want 7 'one' burrow run p.go one
want 0 '' burrow build p.go
[ -x p ] || { echo "no program p"; exit 1; }
rm p
want 0 '' burrow check p.go
absent p
mkdir d
cp p.go d/main.go
(cd d && burrow build) || exit 1
[ -x d/d ] || { echo "no program d/d"; exit 1; }
want 0 'nasm' burrow build -a -x -o p p.go
want 0 'link' burrow build -stats -o p p.go
