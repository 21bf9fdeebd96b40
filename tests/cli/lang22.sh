# Go 1.22's loop variables, by -lang and by go.mod; what else is new since 1.19 is refused.
. "$SRCDIR/tests/cli/lib.inc"
cp "$SRCDIR"/tests/cli/lang22/loops.* .
sed 's/fmt\.Print/print/; /"fmt"/d' "$SRCDIR/tests/explain/sgap.go" >sgap.go
for flags in '' '-l -N'; do
	want 0 '' burrow run -lang=go1.22 $flags loops.go
	cmp loops.out err.txt
done
# The loops of other versions go on as they did.
want 0 '' burrow run -lang=go1.21 loops.go
head -1 err.txt | grep -qx '4 4 4 4 ' || { head -1 err.txt; exit 1; }
want 0 '' burrow run -lang=go1.22 sgap.go
[ "$(tr ' ' '\n' <err.txt | sort | tr -d '\n')" = 0123456789 ] || { cat err.txt; exit 1; }
want 0 '' burrow explain -lang=go1.22 sgap.go:10
grep -qx 'sgap.go:10: nothing on the heap.' out.txt || { cat out.txt; exit 1; }
mkdir m m/sub m/vendor
printf 'module example.com/m\n\ngo 1.22\n' >m/go.mod
printf 'package sub\n\nfunc F() (fs []func() int) {\n\tfor i := range "ab" {\n\t\tfs = append(fs, func() int { return i })\n\t}\n\treturn\n}\n' >m/sub/sub.go
printf 'package main\n\nimport "example.com/m/sub"\n\nfunc main() {\n\tfor _, f := range sub.F() {\n\t\tprintln(f())\n\t}\n}\n' >m/main.go
(cd m && burrow build -o p . && ./p 2>err.txt && printf '0\n1\n' | cmp - err.txt) || exit 1
(cd m && burrow run -lang=go1.19 main.go 2>err.txt && printf '0\n1\n' | cmp - err.txt) || exit 1
sed -i 's/1.22/1.19/' m/go.mod
(cd m && burrow build -o p . && ./p 2>err.txt && printf '1\n1\n' | cmp - err.txt) || exit 1
cat >new.go <<'GO'
package main

func main() {
	for i := range 10 {
		println(i)
	}
	println(min(1, 2), max(1, 2))
	clear(map[int]int{})
	_ = [2]int([]int{1, 2})
}
GO
for line in '4:17: not supported yet: range over an integer' '7:10: not supported yet: the builtin function min' \
	'7:21: not supported yet: the builtin function max' '8:2: not supported yet: the builtin function clear' \
	'not supported yet: conversion of a slice'; do
	want 1 "$line" burrow check -lang=go1.22 new.go
done
want 1 'cannot range over 10' burrow check new.go
want 2 'newer than go1.22' burrow check -lang=go1.23 new.go
