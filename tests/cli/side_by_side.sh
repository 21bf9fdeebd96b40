# The files of a package are parsed side by side: the same archive and the same messages, in the order of the files, whatever -j is;
# the messages are gc's.
. "$SRCDIR/tests/cli/lib.inc"
awk 'BEGIN {
	for (f = 1; f <= 9; f++) {
		file = "f" f ".go"
		print "package p\n" >file
		for (i = 0; i < 100 * f; i++)
			printf "// F%d_%d is one of many.\nfunc F%d_%d(a, b int) int {\n\tif a > b {\n\t\treturn a*%d + b\n\t}\n\treturn b - a\n}\n\n", f, i, f, i, i >file
		print "type T" f " struct{ next *T" f "; name string }" >file
		close(file)
	}
}'
for j in 1 2 7; do
	burrow compile -j=$j -p p -o $j.a f?.go || exit 1
	cmp 1.a $j.a || exit 1
done
# One fault at the end of each, of lexer, grammar and labels in turn.
for f in 1 4 7; do printf 'var bad%s = "unfinished\n' $f >>f$f.go; done
for f in 2 5 8; do printf 'func bad%s( {\n' $f >>f$f.go; done
for f in 3 6 9; do printf 'func bad%s() { goto nowhere }\n' $f >>f$f.go; done
for j in 1 2 7; do
	want 1 "f9.go:" burrow compile -e -j=$j -p p -o bad.a f?.go
	cp err.txt $j.txt
	cmp 1.txt $j.txt || exit 1
done
[ "$(sed 's/^[^f]*f\([0-9]\).*/\1/' 1.txt | sort -u | tr -d '\n')" = 123456789 ] || { cat 1.txt; exit 1; }
if command -v go >/dev/null; then
	go tool compile -e -p p -o gc.a f?.go 2>&1 | sed "s,^,./," >gc.txt
	diff gc.txt 1.txt || exit 1
fi
