// Structs with fields of every width in registers and memory: as arguments, results, elements, map values, channel elements, through
// interfaces and closures, compared after each trip.
package main

import "fmt"

type (
	a struct{ x int8 }
	b struct {
		x int8
		y int16
	}
	c struct {
		x int8
		y int64
		z int8
	}
	d struct {
		x float32
		y int32
		z float64
	}
	e struct {
		s string
		i interface{}
		p *int
	}
	f struct {
		v [1]int
		w struct{ k, l uint8 }
		z struct{}
	}
	g struct{ v [2]int }
	h struct {
		c c
		d d
		e e
		f f
	}
	i struct {
		x, y, z bool
		c       complex64
		u       uintptr
		f       func(int) int
	}
)

type shape interface{ sum() float64 }

func (v a) sum() float64 { return float64(v.x) }
func (v b) sum() float64 { return float64(v.x) + float64(v.y) }
func (v c) sum() float64 { return float64(v.x) + float64(v.y) + float64(v.z) }
func (v d) sum() float64 { return float64(v.x) + float64(v.y) + v.z }
func (v e) sum() float64 { return float64(len(v.s) + *v.p + v.i.(int)) }
func (v f) sum() float64 { return float64(v.v[0] + int(v.w.k) + int(v.w.l)) }
func (v g) sum() float64 { return float64(v.v[0]*10 + v.v[1]) }
func (v *h) sum() float64 {
	return v.c.sum() + v.d.sum() + v.e.sum() + v.f.sum()
}
func (v i) sum() float64 { return float64(real(v.c)) + float64(v.u) + float64(v.f(3)) }

//go:noinline
func pass(v1 a, v2 b, v3 c, v4 d, v5 e, v6 f, v7 g, v8 h, v9 i) (i, h, g, f, e, d, c, b, a) {
	v1.x++
	v9.z = !v9.z
	return v9, v8, v7, v6, v5, v4, v3, v2, v1
}

func main() {
	n := 5
	v1, v2, v3, v4 := a{-1}, b{2, -300}, c{3, 1 << 40, -3}, d{1.5, -7, 2.25}
	v5, v6, v7 := e{"str", 11, &n}, f{[1]int{9}, struct{ k, l uint8 }{200, 55}, struct{}{}}, g{[2]int{4, 2}}
	v8 := h{v3, v4, v5, v6}
	v9 := i{true, false, true, 2 + 3i, 77, func(x int) int { return x * n }}
	w9, w8, w7, w6, w5, w4, w3, w2, w1 := pass(v1, v2, v3, v4, v5, v6, v7, v8, v9)
	fmt.Println(w1 == a{0}, w2 == v2, w3 == v3, w4 == v4, w5 == v5, w6 == v6, w7 == v7, w8 == v8, w9.z, w9.c == v9.c)
	for _, s := range []shape{w1, w2, w3, w4, w5, w6, w7, &w8, w9} {
		fmt.Print(s.sum(), " ")
	}
	fmt.Println()
	m := map[c]h{v3: v8, w3: w8}
	ch := make(chan h, 1)
	ch <- m[v3]
	x := <-ch
	x.e.s += "ing"
	fmt.Println(len(m), x == v8, x.d == v8.d, x.e.s, m[v3].e.s)
	arr := [3]f{v6, {}, w6}
	arr[1].w.l = 1
	cp := arr
	cp[0].v[0]--
	fmt.Println(arr == cp, arr[2] == cp[2], cp[0].sum()-arr[0].sum())
	get := func() (d, b) { return v4, v2 }
	y, z := get()
	y.y, z.y = int32(z.y), int16(y.y)
	fmt.Println(y, z, v4, v2, struct {
		b
		n int8
	}{z, 1})
}
