# Escape analysis that runs beside inlining, on one thread or two, gives the verdicts that it gives after it (as with -m): in a package
# of many groups of functions, and where a group has to wait: a call that devirtualising makes direct goes to a method of a later
# group, literals belong to the initialiser, functions that call each other are told apart once one is inlined.
. "$SRCDIR/tests/cli/lib.inc"
cat >groups.go <<'EOT'
package p

type Keeper interface{ Keep(p *int) *int }

type late struct{ kept *int }

func direct(n int) *int {
	var k Keeper = &late{}
	return k.Keep(&n)
}

func above(n int) int { return *direct(n) + *direct(n+1) }

func (l *late) Keep(p *int) *int {
	if *p > 3 {
		l.kept = p
		return l.again(*p - 1)
	}
	return p
}

func (l *late) again(n int) *int {
	var k Keeper = l
	return k.Keep(&n)
}

var table = []func(*int) *int{
	func(p *int) *int { return p },
	func(p *int) *int { n := *p; return small(&n) },
}

func small(p *int) *int { return p }

func even(n int, p *int) *int {
	if n == 0 {
		return p
	}
	return odd(n-1, p)
}

func odd(n int, p *int) *int {
	for i := 0; i < n; i++ {
		defer func(q *int) { *q++ }(p)
		go func() { *p = i }()
	}
	return even(n-1, p)
}

func ping(p **int, n int) { if n > 0 { pong(p, n-1) } }

func pong(p **int, n int) {
	var local int
	*p = &local
	ping(p, n)
}

func makes() func() int {
	n := 0
	add := func(p *int) *int { *p++; return p }
	return func() int { return *add(&n) }
}

func uses() int { return makes()() + above(2) }
EOT
perl "$SRCDIR/tests/bench/package.pl" 12000 big1.go big2.go big3.go || exit 1
for files in groups.go "big1.go big2.go big3.go"; do
	# shellcheck disable=SC2086 # the names of the files
	{
		burrow compile -check -m -dump=escape -p p -o m.a $files >after.txt 2>/dev/null || exit 1
		grep -q HEAP after.txt || grep -q heap after.txt || { echo "nothing is on the heap"; exit 1; }
		for j in 1 2 5; do
			burrow compile -check -j=$j -dump=escape -p p -o $j.a $files >$j.txt || exit 1
			cmp after.txt $j.txt || exit 1
			cmp 1.a $j.a || exit 1
		done
	}
done
