# -escape=whole: calls through interfaces that can reach one method only are direct calls.
. "$SRCDIR/tests/cli/lib.inc"
. "$SRCDIR/tests/cli/whole.inc"
BURROWCACHE=$PWD/cache GO111MODULE=on
export BURROWCACHE GO111MODULE

cat >direct.go <<'EOF2'
package main

type stack interface {
	push(p *int)
	top() int
}

type list struct{ n int }

func (l *list) push(p *int) { l.n += *p }
func (l *list) top() int    { return l.n }

type constant struct{ a, b int }

func (c constant) value(p *int) int { return c.a + c.b + *p }

type valuer interface{ value(p *int) int }

type two interface{ both(p *int) int }
type first struct{ a [4]int }
type second struct{ n int }

func (f first) both(p *int) int   { return f.a[1] + *p }
func (s *second) both(p *int) int { return s.n + *p }

//go:noinline
func onlyPointer(s stack) int {
	x := 2
	s.push(&x)
	return s.top()
}

//go:noinline
func onlyValue(v valuer) int { x := 2; return v.value(&x) }

//go:noinline
func either(t two) int { x := 3; return t.both(&x) }

//go:noinline
func made(n int) two { return first{[4]int{1: n}} }

//go:noinline
func result(n int) int { return made(n).both(&n) }

func main() {
	println(onlyPointer(&list{3}), onlyValue(constant{4, 5}), either(made(6)), either(&second{7}), result(8))
	defer func() { println(recover().(error).Error()) }()
	onlyPointer(nil)
}
EOF2

# calls FUNCTION: what the code of it calls, one a line
calls() {
	sed -n "/^main\.$1:\$/,/^\.end:/p" asm.txt | sed -n 's/^\tcall \(.*\)$/\1/p' | grep -v '^rt_'
}
# is_direct FUNCTION SYMBOL...: its calls are these and no others
is_direct() {
	function=$1
	shift
	calls "$function" >got.txt
	printf '%s\n' "$@" | cmp -s - got.txt || { echo "$function calls"; cat got.txt; echo "want: $*"; exit 1; }
}
want 0 '' burrow build -escape=whole -S -o prog direct.go
cat out.txt err.txt >asm.txt
is_direct onlyPointer 'main.$28$2alist$29.push' 'main.$28$2alist$29.top'
is_direct onlyValue main.constant.value
is_direct result main.made main.first.both
! calls either | grep main. || { echo "either calls one of two directly"; exit 1; }
want 0 '' burrow build -escape=gc -S -o prog direct.go
cat out.txt err.txt >asm.txt
! calls onlyPointer | grep main. || { echo "onlyPointer calls directly by gc's rules"; exit 1; }
modes direct.go

burrow check -escape=whole -m direct.go 2>&1 | grep devirtualizing >got.txt
cat >want.txt <<'EOF2'
./direct.go:29:8: devirtualizing s.push to *list
./direct.go:30:14: devirtualizing s.top to *list
./direct.go:34:54: devirtualizing v.value to constant
./direct.go:43:45: devirtualizing .autotmp_2.both to first
EOF2
cmp want.txt got.txt || { diff want.txt got.txt; exit 1; }
burrow explain -escape=whole direct.go >out.txt
grep -q 'stack here is only \*list; its push does not keep what it is given, and it is called directly' out.txt || { cat out.txt; exit 1; }
! grep 'two here is only first or .*directly' out.txt || exit 1

# A program that counts its allocations stops where a value of another type turns up: here one whose itab is made by hand.
cat >forged.go <<'EOF2'
package main

import "unsafe"

type stack interface{ top() int }
type list struct{ n int }

func (l *list) top() int { return l.n }

//go:noinline
func top(s stack) int { return s.top() }

func main() {
	var s stack = &list{4}
	println(top(s))
	words := (*[2]unsafe.Pointer)(unsafe.Pointer(&s))
	tab := *(*[4]unsafe.Pointer)(words[0])
	tab[1] = unsafe.Pointer(&tab)
	words[0] = unsafe.Pointer(&tab)
	println(top(s))
}
EOF2
want 0 '' burrow build -escape=whole -allocs -o prog forged.go
want 2 'an interface has a value that the analysis of the whole program has left out' ./prog

# Code of a package depends on the layout of types of packages that it does not import: archives in the cache are told
# apart by it.
mkdir -p m/p m/q
printf 'module example.com/m\n\ngo 1.19\n' >m/go.mod
printf 'package p\n\ntype I interface{ M(n int) int }\n\n//go:noinline\nfunc Call(i I) int { return i.M(1) }\n' >m/p/p.go
printf 'package main\n\nimport (\n\t"example.com/m/p"\n\t"example.com/m/q"\n)\n\nfunc main() { println(p.Call(q.New())) }\n' >m/main.go
# layout FIELDS RESULT OUTPUT [RECEIVER]
layout() {
	printf 'package q\n\nimport "example.com/m/p"\n\ntype E struct{ pad, d int }\n\nfunc (e E) M(n int) int { return e.d + n }\n\ntype T struct{ %s }\n\n%s\n\nfunc New() p.I { return T{%s} }\n' \
		"$1" "$4" "$2" >m/q/q.go
	(cd m && want 0 '' burrow build -escape=whole -o prog . && ./prog 2>../got.txt) || exit 1
	[ "$(cat got.txt)" = "$3" ] || { echo "T struct{ $1 }: prints $(cat got.txt), want $3"; exit 1; }
}
method='func (t T) M(n int) int { return int(t.a) + n }'
layout 'a int' 'a: 5' 6 "$method"
layout 'a float64' 'a: 7' 8 "$method"
layout 'b int; a int8' 'a: 9' 10 "$method"
layout 'b [3]int; a int' 'a: 11' 12 "$method"
layout 'a int' 'a: 5' 6 "$method"
layout 'b int; E' 'E: E{1, 13}' 14 ''
layout 'b [2]int; E' 'E: E{1, 15}' 16 ''
layout 'b [2]int; *E' 'E: &E{1, 17}' 18 ''
cp m/prog first.prog
(cd m && BURROWCACHE=$PWD/../other burrow build -escape=whole -j 1 -o prog .) || exit 1
cmp first.prog m/prog || { echo "another cache gives other bytes"; exit 1; }
