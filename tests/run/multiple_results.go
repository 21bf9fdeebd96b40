// Several results: named ones, bare returns, changed by deferred functions, passed straight on, assigned to fields, elements and blanks.
package main

import (
	"errors"
	"fmt"
	"strconv"
)

func divmod(a, b int) (q, r int, err error) {
	defer func() {
		if e := recover(); e != nil {
			err = fmt.Errorf("divmod(%d, %d): %v", a, b, e)
		}
	}()
	q = a / b
	r = a % b
	return
}

func named(n int) (x, y int) {
	x, y = 1, 2
	switch {
	case n == 0:
		return
	case n == 1:
		return y, x
	case n == 2:
		x, y := 50, 60
		return x + y, x
	}
	defer func() { x *= 10 }()
	return 7, 8
}

func swap(a, b string) (string, string)           { return b, a }
func three() (a int, b string, c []float64)       { return 1, "two", []float64{3} }
func wide() (a, b, c, d, e, f, g, h, i, j, k int) { return 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 }

type triple struct {
	a int
	b string
	c []float64
}

var errOdd = errors.New("odd")

func half(n int) (int, error) {
	if n%2 != 0 {
		return 0, errOdd
	}
	return n / 2, nil
}

func chain(n int) (steps int, err error) {
	for err == nil {
		n, err = half(n)
		steps++
	}
	return
}

func show(prefix string, args ...interface{}) { fmt.Println(append([]interface{}{prefix}, args...)...) }

func sumWide(a, b, c, d, e, f, g, h, i, j, k int) int {
	return a + b*2 + c + d + e + f + g + h + i + j + k*100
}

func main() {
	fmt.Println(divmod(17, 5))
	fmt.Println(divmod(1, 0))
	for n := 0; n < 4; n++ {
		fmt.Println(named(n))
	}
	fmt.Println(swap(swap("a", "b")))
	var t triple
	t.a, t.b, t.c = three()
	fmt.Println(t)
	m, s := map[string]int{}, make([]string, 2)
	m["k"], s[1], _ = three()
	fmt.Println(m, s)
	fmt.Println(sumWide(wide()))
	_, _, c, _, _, f, _, _, _, j, _ := wide()
	fmt.Println(c, f, j)
	fmt.Println(chain(40))
	fmt.Println(chain(1 << 20))
	if n, err := strconv.Atoi("12x"); err != nil {
		fmt.Println(n, err)
	}
	if _, err := half(3); err == errOdd {
		fmt.Println("odd indeed")
	}
	i := 0
	a := []int{10, 20, 30}
	i, a[i] = 2, 99
	fmt.Println(i, a)
	a[0], a[1], a[2] = a[2], a[0], a[1]
	fmt.Println(a)
	x, y := 1, 2
	x, y = y, x+y
	p := &x
	*p, y = y, *p
	fmt.Println(x, y)
	x, z := 100, x
	fmt.Println(x, z)
	func(a, b int) { fmt.Println(a - b) }(named(0))
	g := func() (int, error) { return half(9) }
	if v, err := g(); err != nil {
		show("failed:", v, err)
	}
}
