package main

// explain: kept.go:local

func local(a, b string) int {
	m := map[string]int{a: 1}
	buf := make([]byte, 64)
	return len(a+b) + len(m) + len(buf)
}

func main() {}
