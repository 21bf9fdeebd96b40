// Complex numbers: infinities and NaN in multiplication and division, comparison, as keys of maps, parts assigned through copies, printing.
package main

import (
	"fmt"
	"math"
)

//go:noinline
func div(a, b complex128) complex128 { return a / b }

//go:noinline
func mul(a, b complex128) complex128 { return a * b }

//go:noinline
func div64(a, b complex64) complex64 { return a / b }

type point complex128

func (p point) abs() float64 { return math.Hypot(real(p), imag(p)) }

type wave struct {
	amplitude complex64
	name      string
	z         [2]complex128
}

func roots(n int) (zs []complex128) {
	for k := 0; k < n; k++ {
		a := 2 * math.Pi * float64(k) / float64(n)
		zs = append(zs, complex(math.Cos(a), math.Sin(a)))
	}
	return
}

func sum(zs ...complex128) (total complex128) {
	for _, z := range zs {
		total += z
	}
	return
}

func mandel(c complex128) int {
	z := 0i
	for i := 0; i < 50; i++ {
		if real(z)*real(z)+imag(z)*imag(z) > 4 {
			return i
		}
		z = z*z + c
	}
	return 50
}

func main() {
	inf, nan := math.Inf(1), math.NaN()
	values := []complex128{0, 1, -1, 1i, complex(inf, 0), complex(0, -inf), complex(inf, inf), complex(nan, 0), complex(nan, inf), complex(1, math.Copysign(0, -1)), 1e308 + 1e308i, 1e-320}
	for _, a := range values {
		for _, b := range values {
			fmt.Print(div(a, b), mul(a, b), a == b, " ")
		}
		fmt.Println()
	}
	fmt.Println(div64(1+2i, 3-4i), div64(0, 0), div64(1, 0), div64(complex64(complex(inf, 1)), 2))
	var zero64 complex64
	odd := zero64 / (complex64(1i) / zero64) // the sign of the NaN in the divisor decides that of a zero
	fmt.Println(math.Float32bits(real(odd)), math.Float32bits(imag(odd)), div(complex(0, 0), complex(-nan, inf)), div(0, complex(math.Copysign(nan, -1), inf)))
	const c = (2 + 3i) * (4 - 1i)
	var i int = real(c)
	var f float32 = imag(c) / 3
	fmt.Println(c, i, f, c/(1-1i), -c, 'a'*1i, 1i*1i == -1)
	w := wave{amplitude: 1 + 1i, z: [2]complex128{1: 2i}}
	v := w
	v.amplitude *= 2
	v.z[0] = v.z[1] * v.z[1]
	fmt.Println(w == v, w.amplitude == v.amplitude/2, v, w)
	m := map[complex128]string{1: "one", 1i: "i", 0: "zero", complex(nan, 0): "nan"}
	m[complex(0, math.Copysign(0, -1))] = "negative zero"
	fmt.Println(m[0], m[1i*1i*-1], m[1i], len(m))
	var e interface{} = 1 + 2i
	_, is64 := e.(complex64)
	fmt.Println(e == 1+2i, e == complex64(1+2i), is64)
	fmt.Printf("%.3f %v %6.2f|%g\n", sum(roots(5)...), point(3+4i).abs(), 1.5-2.25i, complex64(0.1+0.2i))
	p := &w.z[1]
	*p += 1
	*p = complex(imag(*p), real(*p))
	fmt.Println(*p, real(w.z[1]), imag(*p))
	n := 0
	for y := -1.0; y <= 1; y += 0.25 {
		for x := -2.0; x <= 0.5; x += 0.25 {
			n += mandel(complex(x, y))
		}
	}
	fmt.Println(n)
	println(1+2i, complex64(-0.5i))
	f1 := func() (complex64, complex128, float32) { return 1i, 2i, 3 }
	a, b, d := f1()
	fmt.Println(complex128(a)+b, d)
}
