# The build cache: hits replay messages, what is damaged is made again, a dependency rebuilds its importers only when its
# export data changed, and processes share the directory.
. "$SRCDIR/tests/cli/lib.inc"
BURROWCACHE=$PWD/cache
export BURROWCACHE
GO111MODULE=on
export GO111MODULE
mkdir -p m/a m/b
cd m
printf 'module example.com/m\n\ngo 1.19\n' >go.mod
printf 'package a\n\nfunc Twice(x int) int { return x + x }\n\n//go:noinline\nfunc Show(x int) { println("a", x) }\n' >a/a.go
printf 'package b\n\nimport "example.com/m/a"\n\nfunc B(x int) int { return a.Twice(x) + 1 }\n' >b/b.go
printf 'package main\n\nimport (\n\t"example.com/m/a"\n\t"example.com/m/b"\n)\n\nfunc main() { a.Show(b.B(20)) }\n' >main.go

# built WORDS...: exactly these packages are compiled by a build, and the program prints $shown
built() {
	want 0 '' burrow build -v -o prog .
	[ "$(grep -v '^#' err.txt | sort | tr '\n' ' ')" = "$*" ] || { echo "compiled: $(cat err.txt); want: $*"; exit 1; }
	[ "$(./prog 2>&1)" = "$shown" ] || { echo "prints $(./prog 2>&1), want $shown"; exit 1; }
}
shown="a 41"
want 0 '' burrow build -o prog .
built ''
printf '// changed\n' >>main.go
built 'example.com/m '
# a body that no importer sees: only the package itself
printf 'package a\n\nfunc Twice(x int) int { return x + x }\n\n//go:noinline\nfunc Show(x int) { println("A", x) }\n' >a/a.go
shown="A 41"
built 'example.com/m/a '
# code and comments that importers do not see
printf 'package a\n\nfunc Twice(x int) int { return x + x }\n\n//go:noinline\nfunc Show(x int) { y := x; println("A", y) }\n\n// more\nfunc unused() {}\n' >a/a.go
built 'example.com/m/a '
# a body that is inlined
printf 'package a\n\nfunc Twice(x int) int { return x * 3 }\n\n//go:noinline\nfunc Show(x int) { println("A", x) }\n' >a/a.go
shown="A 61"
built 'example.com/m example.com/m/a example.com/m/b '
built ''

# messages are replayed, in the same words
want 0 'can inline Twice' burrow build -gcflags=-m -o prog ./a
cp err.txt first.txt
want 0 'can inline Twice' burrow build -gcflags=-m -v -o prog ./a
cmp first.txt err.txt || exit 1

# every kind of entry, damaged at its begin, middle and end, cut short and emptied
damage() { # FILE
	size=$(wc -c <"$1")
	for at in 0 9 70 140 $((size / 2)) $((size - 1)); do
		cp "$1" saved
		printf '\377' | dd of="$1" bs=1 seek=$at conv=notrunc 2>/dev/null
		cmp -s "$1" saved && printf '\000' | dd of="$1" bs=1 seek=$at conv=notrunc 2>/dev/null
		want 0 '' burrow build -o prog .
		[ "$(./prog 2>&1)" = "$shown" ] || { echo "$1 damaged at $at: prints $(./prog 2>&1)"; exit 1; }
	done
	head -c $((size / 2)) saved >"$1"
	want 0 '' burrow build -o prog .
	: >"$1"
	want 0 '' burrow build -o prog .
	[ "$(./prog 2>&1)" = "$shown" ] || { echo "$1 emptied: prints $(./prog 2>&1)"; exit 1; }
}
a=$(ls -t "$BURROWCACHE"/p*.a | head -1)
damage "$a"
damage "$(ls -t "$BURROWCACHE"/linked/l*.o | head -1)"
damage "$(ls -t "$BURROWCACHE"/s*.o | head -1)"
for entry in "$BURROWCACHE"/*.* "$BURROWCACHE"/linked/*; do printf 'xx' >"$entry"; done
want 0 '' burrow build -o prog .
[ "$(./prog 2>&1)" = "$shown" ] || exit 1

# several at a time, from nothing
rm -rf "$BURROWCACHE"
for i in 1 2 3; do burrow build -o prog$i . & done
wait
for i in 1 2 3; do [ "$(./prog$i 2>&1)" = "$shown" ] || { echo "prog$i prints $(./prog$i 2>&1)"; exit 1; }; done
built ''
[ -z "$(ls "$BURROWCACHE" | grep -v '^[ps][0-9a-f]*\.[ao]$' | grep -v '^trimmed$\|^linked$')" ] || { ls "$BURROWCACHE"; exit 1; }

# whatever a build uses is marked as used, or another one might remove it
for flag in -escape=gc -escape=whole; do
	rm -rf "$BURROWCACHE"
	want 0 '' burrow build $flag -o prog .
	find "$BURROWCACHE" -name '*.?' -exec touch -d '20 minutes ago' {} +
	want 0 '' burrow build $flag -o prog .
	old=$(find "$BURROWCACHE" -name '*.?' -mmin +10)
	[ -z "$old" ] || { echo "$flag: not marked as used: $old"; exit 1; }
done
