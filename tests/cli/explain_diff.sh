# burrow explain -diff OLD.json: what moved, whatever happened to the lines; exit 1 when something got worse.
. "$SRCDIR/tests/cli/lib.inc"
cat >p.go <<'GO'
package main

var sink []*int
var last []byte

func keep(n int) {
	x, y := n, n
	sink = append(sink, &x)
	last = make([]byte, 16)
	println(x, y)
}

func lits() {
	f := func(p *int) { println(*p) }
	z := 1
	f(&z)
}

func main() { keep(1); lits() }
GO
# tried N: so many changes were tried
tried() { grep -qE "^trials +$1 " err.txt || { echo "not $1 trials:"; cat err.txt; exit 1; }; }
# told TEXT: the last answer has this line; lines FILE: and no more than these
told() { grep -qxF -- "$1" out.txt || { echo "no line: $1"; cat out.txt; exit 1; }; }
moves() { [ "$(wc -l <out.txt)" = "$1" ] || { echo "not $1 lines:"; cat out.txt; exit 1; }; }

want 0 '' burrow explain -o old.json p.go
want 0 '' burrow explain -diff old.json p.go
moves 1
grep -q '^0 worse, 0 better, [1-9][0-9]* equal$' out.txt || { cat out.txt; exit 1; }

# lines that move, and a literal more before the others, change nothing
cp p.go first.go
perl -0pi -e 's/(package main\n)/$1\n\/\/ a\n\/\/ b\n/; s/(func lits\(\) \{\n)/$1\tfunc() { println("first") }()\n/' p.go
want 0 '' burrow explain -l -o oldl.json first.go
want 0 '' burrow explain -l -diff oldl.json p.go
moves 1

# y goes to the heap, the slice becomes larger, and is made in a loop
cp first.go p.go
perl -pi -e 's/println\(x, y\)/sink = append(sink, &y)/; s/last = make\(\[\]byte, 16\)/for i := 0; i < n; i++ { last = make([]byte, 16) }/' p.go
want 0 '' burrow explain -l -o oldl.json first.go
want 1 '' burrow explain -l -diff oldl.json p.go
told 'worse: ./p.go:7:5: y in main.keep: stack -> heap, 8 bytes'
told 'worse: ./p.go:9:38: make([]byte, 16) in main.keep: heap, 16 bytes -> heap, 16 bytes, in 1 loop'
told 'worse: ./p.go:10:15: append(sink, &y) in main.keep: absent -> heap'
moves 4
# and back
want 0 '' burrow explain -l -o new.json p.go
want 0 '' burrow explain -l -diff new.json first.go
told 'better: ./first.go:7:5: y in main.keep: heap, 8 bytes -> stack'
told 'better: ./p.go:10:15: append(sink, &y) in main.keep: heap -> absent'
moves 4
# both at once: the new report is written, too
want 1 '' burrow explain -l -diff oldl.json -o both.json p.go
cmp new.json both.json

# written differently: of the same kind in the same function, in order
sed 's/make(\[\]byte, 16)/make([]byte, 32)/; s/x, y := n, n/x, why := n, n/; s/println(x, y)/println(x, why)/' first.go >p.go
want 1 '' burrow explain -l -diff oldl.json p.go
told 'worse: ./p.go:9:13: make([]byte, 32) in main.keep (was make([]byte, 16)): heap, 16 bytes -> heap, 32 bytes'
moves 2
sed 's/sink = append(sink, &x)/sink = append(sink, new(int))/' first.go >p.go
want 1 '' burrow explain -l -diff oldl.json p.go
told 'worse: ./p.go:8:25: new(int) in main.keep: absent -> heap, 8 bytes'
told 'better: ./p.go:7:2: x in main.keep: heap, 8 bytes -> stack'
moves 3

# no change is tried where nobody would see it
cat >t.go <<'GO'
package main

func main() {
	n := 8
	println(len(make([]byte, n)))
}
GO
want 0 '' burrow explain -stats -l -o oldl.json t.go
tried 1
want 0 '' burrow explain -stats -l -diff oldl.json t.go
tried 0
want 0 '' burrow explain -stats -l -diff oldl.json -o new.json t.go
tried 1

# the package in the current directory when there is no pattern
mkdir m
printf 'module example.com/m\n\ngo 1.19\n' >m/go.mod
cp first.go m/main.go
(cd m && want 0 '' burrow explain -o ../m.json . && want 0 '' burrow explain -diff ../m.json) || exit 1

# what is no report
printf '{"version":1,"findings":[' >bad.json
want 2 'is no report' burrow explain -diff bad.json p.go
printf '{"version":1,"findings":[{"what":1,"copies":[{}]}],"parameters":[],"variables":[]}' >bad.json
want 2 'is no report' burrow explain -diff bad.json p.go
printf '{"version":1,"findings":[3],"parameters":[],"variables":[]}' >bad.json
want 2 'is no report' burrow explain -diff bad.json p.go
printf '[]' >bad.json
want 2 'is no report' burrow explain -diff bad.json p.go
: >bad.json
want 2 'is no report' burrow explain -diff bad.json p.go
want 2 'cannot be read' burrow explain -diff nosuch.json p.go
