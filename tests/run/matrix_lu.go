// Matrices: LU decomposition with pivoting, determinant and inverse over floats, and exact over fractions of int64; fast powers modulo.
package main

import (
	"errors"
	"fmt"
	"math"
)

type matrix [][]float64

func newMatrix(n int) matrix {
	backing := make([]float64, n*n)
	m := make(matrix, n)
	for i := range m {
		m[i], backing = backing[:n:n], backing[n:]
	}
	return m
}

func (m matrix) clone() matrix {
	c := newMatrix(len(m))
	for i, row := range m {
		copy(c[i], row)
	}
	return c
}

func (m matrix) times(o matrix) matrix {
	r := newMatrix(len(m))
	for i := range m {
		for j := range o {
			for k, v := range m[i] {
				r[i][j] += v * o[k][j]
			}
		}
	}
	return r
}

var errSingular = errors.New("singular")

func (m matrix) lu() (lu matrix, perm []int, sign float64, err error) {
	n := len(m)
	lu, perm, sign = m.clone(), make([]int, n), 1
	for i := range perm {
		perm[i] = i
	}
	for k := 0; k < n; k++ {
		p := k
		for i := k + 1; i < n; i++ {
			if math.Abs(lu[i][k]) > math.Abs(lu[p][k]) {
				p = i
			}
		}
		if lu[p][k] == 0 {
			return nil, nil, 0, errSingular
		}
		if p != k {
			lu[p], lu[k] = lu[k], lu[p]
			perm[p], perm[k] = perm[k], perm[p]
			sign = -sign
		}
		for i := k + 1; i < n; i++ {
			lu[i][k] /= lu[k][k]
			for j := k + 1; j < n; j++ {
				lu[i][j] -= lu[i][k] * lu[k][j]
			}
		}
	}
	return
}

func (m matrix) inverse() (matrix, float64, error) {
	lu, perm, det, err := m.lu()
	if err != nil {
		return nil, 0, err
	}
	n := len(m)
	inv := newMatrix(n)
	for c := 0; c < n; c++ {
		x := make([]float64, n)
		for i := range x {
			if perm[i] == c {
				x[i] = 1
			}
			for j := 0; j < i; j++ {
				x[i] -= lu[i][j] * x[j]
			}
		}
		for i := n - 1; i >= 0; i-- {
			for j := i + 1; j < n; j++ {
				x[i] -= lu[i][j] * x[j]
			}
			x[i] /= lu[i][i]
			inv[i][c] = x[i]
		}
		det *= lu[c][c]
	}
	return inv, det, nil
}

type fraction struct{ n, d int64 }

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func frac(n, d int64) fraction {
	g := gcd(n, d)
	if g < 0 != (d < 0) {
		g = -g
	}
	return fraction{n / g, d / g}
}

func (a fraction) add(b fraction) fraction { return frac(a.n*b.d+b.n*a.d, a.d*b.d) }
func (a fraction) mul(b fraction) fraction { return frac(a.n*b.n, a.d*b.d) }
func (a fraction) String() string {
	if a.d == 1 {
		return fmt.Sprint(a.n)
	}
	return fmt.Sprintf("%d/%d", a.n, a.d)
}

func hilbert(n int) fraction {
	m := make([][]fraction, n)
	for i := range m {
		for j := 0; j < n; j++ {
			m[i] = append(m[i], frac(1, int64(i+j+1)))
		}
	}
	det := frac(1, 1)
	for k := 0; k < n; k++ {
		det = det.mul(m[k][k])
		for i := k + 1; i < n; i++ {
			f := m[i][k].mul(frac(-m[k][k].d, m[k][k].n))
			for j := k; j < n; j++ {
				m[i][j] = m[i][j].add(m[k][j].mul(f))
			}
		}
	}
	return det
}

type mat2 [2][2]uint64

func (a mat2) times(b mat2, mod uint64) (c mat2) {
	for i := range c {
		for j := range c[i] {
			c[i][j] = (a[i][0]*b[0][j] + a[i][1]*b[1][j]) % mod
		}
	}
	return
}

func fibonacci(n, mod uint64) uint64 {
	r, b := mat2{{1, 0}, {0, 1}}, mat2{{1, 1}, {1, 0}}
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			r = r.times(b, mod)
		}
		b = b.times(b, mod)
	}
	return r[0][1]
}

func main() {
	m := matrix{{2, 1, 1, 0}, {4, 3, 3, 1}, {8, 7, 9, 5}, {6, 7, 9, 8}}
	inv, det, err := m.inverse()
	fmt.Printf("%.3f %v\n", det, err)
	for _, row := range inv {
		fmt.Printf("%7.3f\n", row)
	}
	worst := 0.0
	for i, row := range m.times(inv) {
		for j, v := range row {
			if i == j {
				v--
			}
			worst = math.Max(worst, math.Abs(v))
		}
	}
	fmt.Println(worst < 1e-12)
	_, _, err = matrix{{1, 2}, {2, 4}}.inverse()
	fmt.Println(err, errors.Is(err, errSingular))
	for n := 1; n <= 4; n++ {
		fmt.Print(hilbert(n), " ")
	}
	fmt.Println(frac(-4, 6), frac(4, -6), frac(0, 5))
	fmt.Println(fibonacci(90, 1<<62), fibonacci(1e18, 1000000007), fibonacci(0, 7))
	big := newMatrix(60)
	for i := range big {
		for j := range big[i] {
			big[i][j] = float64((i*31+j*17)%23) + 1/float64(i+j+1)
		}
	}
	_, det, err = big.inverse()
	fmt.Println(!math.IsNaN(det), err)
}
