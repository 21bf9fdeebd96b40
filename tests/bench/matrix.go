package main

// Dense matrices of float64: the three nested loops, rows as slices of slices.

import "fmt"

const size = 400

func matrix(f func(i, j int) float64) [][]float64 {
	m := make([][]float64, size)
	for i := range m {
		m[i] = make([]float64, size)
		for j := range m[i] {
			m[i][j] = f(i, j)
		}
	}
	return m
}

func multiply(a, b, c [][]float64) {
	for i := range c {
		for j := range c[i] {
			sum := 0.0
			for k := 0; k < len(b); k++ {
				sum += a[i][k] * b[k][j]
			}
			c[i][j] = sum
		}
	}
}

func main() {
	a := matrix(func(i, j int) float64 { return float64(i-j) / size })
	b := matrix(func(i, j int) float64 { return float64(i+j) / size })
	c := matrix(func(i, j int) float64 { return 0 })
	for n := 0; n < 3; n++ {
		multiply(a, b, c)
		a, c = c, a
	}
	fmt.Println(a[1][2], a[size-1][size/2])
}
