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

// explain: loops.go:ends
//
// Both are set by one assignment.
func ends() (fs []func() int) {
	for i, j := 0, 9; i < j; i, j = i+1, j-1 {
		fs = append(fs, func() int { return i + j })
	}
	return
}

func main() {}
