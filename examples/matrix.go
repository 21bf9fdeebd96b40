// Matrix multiplication over slices of slices, with the inner loop on rows.
package main

import "fmt"

type matrix [][]float64

func newMatrix(rows, columns int) matrix {
	m := make(matrix, rows)
	cells := make([]float64, rows*columns)
	for i := range m {
		m[i], cells = cells[:columns:columns], cells[columns:]
	}
	return m
}

func (a matrix) times(b matrix) matrix {
	c := newMatrix(len(a), len(b[0]))
	for i, row := range a {
		for k, x := range row {
			for j, y := range b[k] {
				c[i][j] += x * y
			}
		}
	}
	return c
}

func main() {
	const n = 120
	a, b := newMatrix(n, n), newMatrix(n, n)
	for i := 0; i < n; i++ {
		for j := 0; j < n; j++ {
			a[i][j], b[i][j] = float64(i+j), float64(i-j)
		}
	}
	c := a.times(b)
	trace := 1.0
	for i := range c {
		trace += c[i][i]
	}
	fmt.Println("trace:", trace, "corner:", c[0][n-1])
}
