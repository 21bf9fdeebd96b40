// Arrays are values: assignment, parameters, range and comparison copy; nested arrays, pointers to arrays, indexed literals.
package main

import "fmt"

type grid [3][4]int

func change(a [3]int) [3]int {
	a[0] = 100
	return a
}

func changeThrough(a *[3]int) { a[0] = 200 }

func (g grid) transposed() (t [4][3]int) {
	for i, row := range g {
		for j, x := range row {
			t[j][i] = x
		}
	}
	return
}

func (g *grid) fill() {
	for i := range g {
		for j := range g[i] {
			g[i][j] = i*10 + j
		}
	}
}

func main() {
	a := [3]int{1, 2, 3}
	b := a
	b[1] = 20
	fmt.Println(a, b, a == b, a == [...]int{1, 2, 3}, change(a), a)
	changeThrough(&a)
	fmt.Println(a)
	sparse := [...]string{5: "five", 2: "two", "three", 9: "nine"}
	fmt.Println(len(sparse), fmt.Sprintf("%q", sparse))
	letters := [...]bool{'a': true, 'c': true}
	fmt.Println(len(letters), letters['a'], letters['b'])
	var g grid
	g.fill()
	fmt.Println(g, g.transposed())
	h := g
	h[1][1]++
	fmt.Println(h == g, h[0] == g[0], h[1] != g[1])
	for i, x := range a {
		a[2] = 1000
		fmt.Print(i, x, " ")
	}
	for i, x := range &a {
		a[2] = 2000
		fmt.Print(i, x, " ")
	}
	fmt.Println()
	p := &a
	fmt.Println(len(p), cap(p), p[1], p[:2], len(p[1:]))
	s := p[:]
	s[1] = 7
	fmt.Println(a, *p)
	var empty [0]int
	fmt.Println(len(empty), empty == [0]int{}, len([2][0]string{}))
	type pair struct {
		k [2]string
		v [1]*int
	}
	x := 5
	q := pair{[2]string{"a", "b"}, [1]*int{&x}}
	r := q
	*r.v[0]++
	r.k[0] = "z"
	fmt.Println(q.k, *q.v[0], q == r, q.v == r.v)
	m := map[[2]int]string{{1, 2}: "one two", {3, 4}: "three four"}
	fmt.Println(m[[2]int{1, 2}], m[[...]int{3, 4}], len(m))
	var matrix [2][2][2]byte
	matrix[1][0][1] = 9
	fmt.Println(matrix, matrix[1][0])
	i := 1
	i, a[i] = 2, 55
	fmt.Println(i, a)
	big := [1000]int{999: 1}
	c := big
	c[0]++
	fmt.Println(big[0], c[0], c[999], big == c)
	f := func() [3]string { return [3]string{"x", "y", "z"} }
	fmt.Println(f()[2], len(f()))
	ptr := (*[3]int)(s)
	ptr[0] = -1
	fmt.Println(a[0])
}
