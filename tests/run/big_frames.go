// Frames of many kilobytes: large arrays as variables, arguments and results, copied and compared; many live values; more than the
// explicit limit on the heap.
package main

import "fmt"

type block [1000]int
type page struct {
	head  int
	data  [300]float64
	names [50]string
	tail  *int
}

func fill(seed int) (b block) {
	for i := range b {
		seed = seed*1103515245 + 12345
		b[i] = seed >> 16 & 0xffff
	}
	return
}

func add(a, b block) (c block) {
	for i := range c {
		c[i] = a[i] + b[i]
	}
	return c
}

func swap(a, b block) (block, block) { return b, a }

func sum(b block) (s int) {
	for _, v := range b {
		s += v
	}
	return
}

func deep(n int, p page) (page, int) {
	var local [2048]byte
	for i := range local {
		local[i] = byte(n + i)
	}
	p.head += n
	p.data[n%300] += float64(n)
	p.names[n%50] += "x"
	if n == 0 {
		return p, int(local[7])
	}
	q, k := deep(n-1, p)
	return q, k + int(local[n%2048])
}

func huge() (n int) {
	var a [1 << 20]int32
	for i := range a {
		a[i] = int32(i * i)
	}
	b := a
	b[5] = 1
	for i := range a {
		if a[i] != b[i] {
			n += i
		}
	}
	if a == b {
		return -1
	}
	return
}

func many(x int) int {
	a, b, c, d, e, f, g, h := x, x+1, x+2, x+3, x+4, x+5, x+6, x+7
	i, j, k, l, m, n, o, p := a*b, b*c, c*d, d*e, e*f, f*g, g*h, h*a
	q, r, s, t, u, v, w, y := i^j, j^k, k^l, l^m, m^n, n^o, o^p, p^i
	z := []int{a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, y}
	return z[x%24] + a*i*q + b*j*r + c*k*s + d*l*t + e*m*u + f*n*v + g*o*w + h*p*y
}

func mixed(a int, b float64, c string, d [3]int, e interface{}, f func(int) int, g []string, h map[string]int, i complex128, j *int, k page, l ...block) string {
	return fmt.Sprint(a, b, c, d, e, f(a), g, len(h), i, *j, k.head, len(l), l[1][3])
}

func main() {
	a, b := fill(1), fill(2)
	c := add(a, b)
	d, e := swap(a, b)
	fmt.Println(sum(a), sum(b), sum(c), d == b, e == a, a == b, sum(add(c, add(d, e))))
	blocks := [3]block{a, b, c}
	copied := blocks
	copied[1][500]++
	fmt.Println(blocks == copied, blocks[0] == copied[0], sum(copied[1])-sum(blocks[1]))
	m := map[int]block{1: a}
	x := m[1]
	x[0] = -1
	fmt.Println(m[1][0] != -1, sum(m[2]))
	one := 1
	p, k := deep(200, page{tail: &one})
	fmt.Println(p.head, p.data[100], p.names[7], *p.tail, k)
	fmt.Println(huge(), many(17))
	var i interface{} = c
	fmt.Println(i.(block)[999] == c[999], i == interface{}(c), i == interface{}(a))
	fmt.Println(mixed(1, 2.5, "s", [3]int{1, 2, 3}, a[0], func(x int) int { return x * 7 }, []string{"q"}, map[string]int{"a": 1}, 2i, &one, p, a, b))
	in, out := make(chan block, 2), make(chan block)
	in <- a
	go func() { out <- add(<-in, b) }()
	fmt.Println("sent and received", <-out == c)
	func(bs ...block) {
		defer func(b block) { fmt.Println(sum(b) == sum(a), recover()) }(bs[0])
		bs[0][0]++
		panic("large argument")
	}(a)
}
