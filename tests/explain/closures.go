package main

// explain: closures.go:byValue
// explain: closures.go:stays
// explain: closures.go:pointerInside
// explain: closures.go:stored
// explain: closures.go:large
// explain: closures.go:inLoop

var handlers []func()

func byValue(n int) func() int {
	return func() int { return n }
}

func stays(n int) int {
	f := func() int { n++; return n }
	return f()
}

func pointerInside() func() *int {
	x := 1
	return func() *int { return &x }
}

func stored(name string) {
	handlers = append(handlers, func() { println(name) })
}

func large() func() byte {
	var table [200]byte
	return func() byte { return table[3] }
}

func inLoop(words []string) {
	for _, w := range words {
		w := w
		handlers = append(handlers, func() { println(w) })
	}
}

func main() {}
