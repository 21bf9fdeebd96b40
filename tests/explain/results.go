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

type missing struct{ name string }

func (m *missing) Error() string { return m.name }

func missed(name string) *missing { return &missing{name} }

// explain: results.go:find
//
// The copy inlined here goes to the second result, as an interface.
func find(names map[string]int, name string) (int, error) {
	if n, ok := names[name]; ok {
		return n, nil
	}
	return 0, missed(name)
}

func main() {}
