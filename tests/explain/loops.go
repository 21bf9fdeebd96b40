package main

// explain: loops.go:outer

func outer() int {
	var p *int
	for i := 0; i < 3; i++ {
		j := i
		if p == nil {
			p = &j
		}
	}
	return *p
}

func main() {}
