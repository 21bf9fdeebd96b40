package main

// explain: unknown_calls.go:apply

func apply(f func(*int), n int) {
	f(&n)
}

func main() {}
