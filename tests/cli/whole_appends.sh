# -escape=whole: appends that grow in the frame, and by what explain says so; verdicts of packages of two programs.
. "$SRCDIR/tests/cli/lib.inc"
. "$SRCDIR/tests/cli/whole.inc"

cat >appends.go <<'EOF'
package main

import "fmt"

//go:noinline
func sum(s []int) (n int) {
	for _, v := range s {
		n += v
	}
	return n
}

//go:noinline
func counted() int {
	var s []int
	for i := 0; i < 10; i++ {
		s = append(s, i) // FACT it never has more than 10 elements:
	}
	return sum(s)
}

//go:noinline
func nested() int {
	t := 0
	for i := 0; i < 100; i++ {
		s := []int{i}
		for j := range [3]int{} {
			for k := 2; k <= j+6 && k <= 3; k += 2 {
				s = append(s, j, k) // FACT the frame has room for 16 elements:
			}
			s = append(s[:1], j) // FACT the frame has room for 16 elements:
		}
		t += sum(s)
	}
	return t
}

//go:noinline
func twice(n int) int {
	t := 0
	for i := 0; i < n; i++ {
		s := []int{i}
		for _, c := range [...]int{4, 5} {
			s = append(s, i, c) // FACT it never has more than 5 elements:
		}
		t += sum(s)
	}
	return t
}

//go:noinline
func unknown(n int) int {
	var s []int
	for i := 0; i < n; i++ {
		s = append(s, i) // FACT the frame has room for 16 elements:
	}
	return sum(s)
}

//go:noinline
func copied(p []byte) int {
	q := append([]byte("<"), p...) // FACT the frame has room for 128 elements:
	return len(q)
}

//go:noinline
func changed() int {
	var s []int
	for i := 0; i < 10; i++ {
		if i == 5 && len(s) < 20 {
			i = 0
		}
		s = append(s, i) // FACT the frame has room for 16 elements:
	}
	return sum(s)
}

//go:noinline
func escapes() []int {
	var s []int
	for i := 0; i < 3; i++ {
		s = append(s, i)
	}
	return s
}

func main() {
	fmt.Println(counted(), nested(), twice(3), unknown(1000), copied([]byte("abc")), changed(), escapes())
}
EOF
want 0 '' burrow explain -escape=whole appends.go
burrow explain -escape=whole appends.go | sed -n 's/^\.\/appends.go:\([0-9]*\):[0-9]*: append.* is not on the heap.*/\1/p; s/^    \(it never.*\|the frame.*\)/\1/p' |
	paste -d ' ' - - >got.txt
grep -n '// FACT' appends.go | sed 's/^\([0-9]*\):.*\/\/ FACT \(.*\)$/\1 \2/' >want.txt
diff want.txt got.txt || { echo "appends.go: facts differ"; exit 1; }
modes appends.go

# One package of two programs has room for what each of them needs.
mkdir -p module/sized module/small module/large
cat >module/go.mod <<'EOF'
module example.com/m

go 1.19
EOF
cat >module/sized/sized.go <<'EOF'
package sized

//go:noinline
func Len(n int) int { return len(make([]byte, n)) }
EOF
for size in small:10 large:300; do
	cat >module/${size%:*}/main.go <<EOF
package main

import "example.com/m/sized"

func main() { println(sized.Len(${size#*:})) }
EOF
	(cd module/${size%:*} && "$BURROW" build -escape=whole -o ../prog . && ../prog) >>sizes.txt 2>&1
done
printf '10\n300\n' | diff - sizes.txt || { echo "sizes differ"; exit 1; }
