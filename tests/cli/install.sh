# make install into a staging directory, and the installed command run from there; a second make has nothing to do; a build in the
# directory of the sources.
. "$SRCDIR/tests/cli/lib.inc"
build=$(cd "$(dirname "$BURROW")/.." && pwd)
unset MAKEFLAGS MFLAGS MAKELEVEL || true
make -s -C "$build" install DESTDIR="$PWD/stage" prefix=/opt/go >log.txt 2>&1 || { cat log.txt; exit 1; }
printf 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Println("installed") }\n' >p.go
want 0 '' env BURROWCACHE="$PWD/cache" "$PWD/stage/opt/go/bin/burrow" build -o p p.go
[ "$(./p)" = installed ] || { echo "the program built by the installed command does not run"; exit 1; }
for file in bin/burrow lib/burrow/libruntime.a lib/burrow/src/runtime; do
	[ -e "stage/opt/go/$file" ] || { echo "not installed: $file"; exit 1; }
done
[ "$(make -C "$build" -n all | grep -cE '^(gcc|cc|clang|nasm|ar|bison|re2c) ')" = 0 ] || { echo "a second make has something to do"; exit 1; }
mkdir tree
(cd "$SRCDIR" && tar cf - configure Makefile.in compiler runtime) | tar xf - -C tree
(cd tree && ./configure --prefix=/opt >../log.txt 2>&1 && make -n all >../plan.txt 2>&1) || { cat log.txt plan.txt; exit 1; }
grep -q 'bin/burrow' plan.txt || { echo "an in-tree build does not make bin/burrow"; exit 1; }
