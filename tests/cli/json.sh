# -gcflags=-json=0,DIR: json/p.json holds the records of inlining and escape analysis that gc 1.19.8 writes for json/p.go.
. "$SRCDIR/tests/cli/lib.inc"
cp "$SRCDIR/tests/cli/json/p.go" .

# same FILE: the records in it are gc's (the first line names the compiler)
same() {
	sed "s|$PWD|@DIR@|g; s|go1.19 burrow [0-9.]*|go1.19.8|" "$1" | cmp - "$SRCDIR/tests/cli/json/p.json" || exit 1
	rm -r "$2"
}
want 0 '' burrow build -o p -gcflags="-json=0,$PWD/a/b" p.go
same a/b/main/p.json a
want 0 '' burrow check "-gcflags=-m -json=0,file://$PWD/a%20b" p.go # not from the build cache
same 'a b/main/p.json' 'a b'
want 0 '' burrow check -gcflags=-json=0,"$PWD"/out ./p.go
same out/main/p.json out

# a package of a module, in a file of its own
mkdir -p 'm/s+ub'
cp p.go 'm/s+ub/x y.go'
sed -i 's/package main/package sub/' 'm/s+ub/x y.go'
printf 'module example.com/m\n\ngo 1.19\n' >m/go.mod
printf 'package sub\n\nfunc other() {}\n' >m/s+ub/other.go
(cd m && want 0 '' burrow build -gcflags="-json=0,$PWD/out" ./...)
found=$(cd m/out && find . -type f | LC_ALL=C sort)
[ "$found" = './example.com%2Fm%2Fs+ub/other.json
./example.com%2Fm%2Fs+ub/x%20y.json' ] || { echo "$found"; exit 1; }
grep -q '"package":"example.com/m/s+ub".*x y.go' 'm/out/example.com%2Fm%2Fs+ub/x%20y.json' || exit 1
grep -q '/s+ub/x%20y.go","range":{"start":{"line":5,"character":26}' 'm/out/example.com%2Fm%2Fs+ub/x%20y.json' || exit 1

want 2 'invalid value for -json: 1,/x' burrow check -gcflags=-json=1,/x p.go
want 2 'invalid value for -json: 0' burrow check -gcflags=-json=0 p.go
want 2 'should begin with / or file://' burrow check -gcflags=-json=0,out p.go
: >file
want 3 'cannot write below' burrow check -gcflags=-json=0,"$PWD/file" p.go
