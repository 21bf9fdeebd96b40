# Same input, same bytes out: with -trimpath wherever the tree lies, by whatever number of processes.
. "$SRCDIR/tests/cli/lib.inc"
GO111MODULE=on
export GO111MODULE
make_tree() {
	mkdir -p "$1/p"
	printf 'module example.com/m\n\ngo 1.19\n' >"$1/go.mod"
	printf 'package p\n\ntype T struct{ A, B int }\n\nfunc (t *T) Sum() int { return t.A + t.B }\n' >"$1/p/p.go"
	printf 'package main\n\ntype I interface{ Sum() int }\n\nfunc main() {\n\tdefer func() { println(recover() != nil) }()\n\tvar i I\n\ti.Sum()\n}\n' >"$1/main.go"
	printf 'package main\n\nimport "example.com/m/p"\n\nfunc init() { println((&p.T{1, 2}).Sum()) }\n' >"$1/other.go"
}
make_tree one
make_tree two/deep/er
(cd one && BURROWCACHE=$PWD/../cache1 burrow build -trimpath -o prog .) || exit 1
(cd two/deep/er && BURROWCACHE=$PWD/../../../cache2 burrow build -j 1 -trimpath -o prog .) || exit 1
cmp one/prog two/deep/er/prog || { echo "programs differ"; exit 1; }
for a in cache1/p*.a; do
	[ ! -e "cache2/${a#*/}" ] || cmp "$a" "cache2/${a#*/}" || exit 1
done
! grep -q "$PWD/one" one/prog || { echo "-trimpath leaves $PWD in the program"; exit 1; }
