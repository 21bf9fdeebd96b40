package main

// explain: nested.go:nested

func nested() func() {
	n := 0
	return func() {
		f := func() { n++ }
		f()
	}
}

func main() {}
