package main

// explain: named_results.go:named
// explain: named_results.go:flowsBack
// explain: named_results.go:callsRec

func named() (err error, p *int) {
	x := 3
	p = &x
	return
}

func flowsBack() *int {
	y := 1
	return through(&y)
}

func callsRec() *int {
	k := 1
	return rec(&k, 3)
}

//go:noinline
func through(p *int) *int { return p }

func rec(p *int, n int) *int {
	if n == 0 {
		return p
	}
	return rec(p, n-1)
}

func main() {}
