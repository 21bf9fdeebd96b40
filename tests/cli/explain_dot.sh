# burrow explain -dot FUNC: the location graph, which Graphviz can read.
. "$SRCDIR/tests/cli/lib.inc"
cat >p.go <<'GO'
package main

var sink *int
var words []string

type T struct{}

func keep(p *int) {
	sink = p
}

func (T) m(a, b string) {
	x := 1
	keep(&x)
	words = append(words, a+"\"\\\n"+b)
	f := func() { println(x) }
	f()
	y := 2
	println(*(&y))
}

func empty() {}

func main() { T{}.m("", ""); empty() }
GO
# tried N: so many changes were tried
tried() { grep -qE "^trials +$1 " err.txt || { echo "not $1 trials:"; cat err.txt; exit 1; }; }
# drawn TEXT: the last graph has it
drawn() { grep -qF -- "$1" out.txt || { echo "not drawn: $1"; cat out.txt; exit 1; }; }
want 0 '' burrow explain -l -dot p.go:T.m
drawn 'digraph "main.T.m" {'
x=$(sed -n 's/^\t\(n[0-9]*\) .*fillcolor="#f4b6b0",label="x\\n.*13:2"\];$/\1/p' out.txt)
heap=$(sed -n 's/^\t\(n[0-9]*\) .*label="{heap}"\];$/\1/p' out.txt)
[ -n "$x" ] && [ -n "$heap" ] || { cat out.txt; exit 1; }
grep -q "^	$x -> $heap \[label=\"&.*call parameter.*14:6\"\];" out.txt || { cat out.txt; exit 1; }
grep -q '^	n[0-9]* .*fillcolor="#c5e8c5",label="y\\n.*18:2"\];$' out.txt || { cat out.txt; exit 1; }
if command -v dot >dot.path; then
	cp out.txt m.dot
	dot -Tsvg m.dot >m.svg
	grep -q '</svg>' m.svg
fi
want 0 '' burrow explain -stats -l -dot p.go:T.m
tried 0
want 0 '' burrow explain -stats -l p.go:T.m
tried '[1-9][0-9]*'
want 0 '' burrow explain -dot p.go:empty
drawn 'digraph "main.empty" {'
want 2 'no function nosuch' burrow explain -dot p.go:nosuch
want 2 '-dot needs a function' burrow explain -dot p.go
want 2 '-dot needs a function' burrow explain -dot p.go:13
want 2 '-dot needs a function' burrow explain -dot ./...
want 2 'goes with no other form' burrow explain -dot -o x.dot p.go:empty
# the values that a go statement and an interface call take
cat >q.go <<'GO'
package main

import "os"

func first(r interface{ Read([]byte) (int, error) }) (n int, err error) {
	defer func() { recover() }()
	buf := make([]byte, 512)
	go r.Read(buf)
	return r.Read(buf)
}

func main() { first(os.Stdin) }
GO
want 0 '' burrow explain -dot q.go:first
drawn '{storage for make([]byte, 512)}'
