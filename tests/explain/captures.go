package main

// explain: captures.go:adder
// explain: captures.go:deferred

func adder(n int) func(int) int {
	sum := n
	return func(d int) int {
		sum += d
		return sum
	}
}

func deferred(files []string) {
	for _, f := range files {
		defer func() { println(f) }()
	}
}

func main() {}
