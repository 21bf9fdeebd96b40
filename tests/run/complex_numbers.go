// Complex numbers: arithmetic, parts, comparison, division by zero, as keys and in structs; a Mandelbrot set in text.
package main

import "fmt"

type point struct {
	z    complex128
	name string
}

//go:noinline
func divide(a, b complex128) complex128 { return a / b }

//go:noinline
func power(z complex64, n int) complex64 {
	r := complex64(1)
	for ; n > 0; n-- {
		r *= z
	}
	return r
}

func (p *point) turn() *point {
	p.z *= 1i
	return p
}

func escapes(c complex128) int {
	z := 0i
	for n := 0; n < 30; n++ {
		z = z*z + c
		if real(z)*real(z)+imag(z)*imag(z) > 4 {
			return n
		}
	}
	return 30
}

func main() {
	a, b := 3+4i, complex(1, -2)
	fmt.Println(a+b, a-b, a*b, divide(a, b), -a, a == b, a != 3+4i)
	fmt.Println(real(a), imag(b), power(1+1i, 8), power(0.5i, 3))
	fmt.Println(divide(1, 0), divide(0, 0), divide(complex(0, 1), 0))
	fmt.Println(divide(1e300+1e300i, 1e300-1e300i), divide(1e-300, 1e-300i))
	p := &point{1 + 2i, "p"}
	fmt.Println(p.turn().turn().z, *p == point{-1 - 2i, "p"})
	m := map[complex128]string{1i: "i", 0: "zero", -1: "minus one"}
	fmt.Println(m[1i*1i], m[0i], len(m[5]))
	var c64 complex64 = complex64(a)
	c64 += 0.25
	re := real(c64)
	fmt.Printf("%v %T %T %.1f\n", c64, re, imag(a), a)
	var any interface{} = a
	_, is := any.(complex64)
	fmt.Println(any == 3+4i, is)
	for y := 1.2; y >= -1.2; y -= 0.3 {
		for x := -2.0; x <= 0.6; x += 0.06 {
			fmt.Print(string(" .:-=+*#%@"[escapes(complex(x, y))/4%10]))
		}
		fmt.Println()
	}
}
