package main

// explain: results.go:newT
// explain: results.go:concat

type T struct {
	next *T
	name string
	buf  []byte
}

var all []*T
var byName = map[string]*T{}

func newT(name string) *T {
	t := T{name: name}
	return &t
}

func concat(a, b string) string {
	return a + b
}

func main() {}
