// All ways to place n queens: recursion and bit operations on slices.
package main

import "fmt"

func place(row, n int, columns, up, down []bool) (solutions int) {
	if row == n {
		return 1
	}
	for c := 0; c < n; c++ {
		if columns[c] || up[row+c] || down[row-c+n] {
			continue
		}
		columns[c], up[row+c], down[row-c+n] = true, true, true
		solutions += place(row+1, n, columns, up, down)
		columns[c], up[row+c], down[row-c+n] = false, false, false
	}
	return
}

func main() {
	const n = 12
	fmt.Println(place(0, n, make([]bool, n), make([]bool, 2*n), make([]bool, 2*n+1)))
}
