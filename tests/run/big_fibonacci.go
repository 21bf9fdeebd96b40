// Big natural numbers: addition, multiplication, division by a word and decimal text; Fibonacci numbers by doubling, factorials.
package main

import (
	"fmt"
	"math/bits"
	"strings"
)

type nat []uint64

func (x nat) add(y nat) nat {
	if len(x) < len(y) {
		x, y = y, x
	}
	z := make(nat, 0, len(x)+1)
	var carry uint64
	for i := range x {
		var b, s uint64
		if i < len(y) {
			b = y[i]
		}
		s, carry = bits.Add64(x[i], b, carry)
		z = append(z, s)
	}
	if carry != 0 {
		z = append(z, carry)
	}
	return z
}

func (x nat) sub(y nat) nat {
	z := make(nat, len(x))
	var borrow uint64
	for i := range x {
		var b uint64
		if i < len(y) {
			b = y[i]
		}
		z[i], borrow = bits.Sub64(x[i], b, borrow)
	}
	if borrow != 0 {
		panic("negative")
	}
	return z.trim()
}

func (x nat) trim() nat {
	for len(x) > 0 && x[len(x)-1] == 0 {
		x = x[:len(x)-1]
	}
	return x
}

func (x nat) mul(y nat) nat {
	z := make(nat, len(x)+len(y))
	for i, a := range x {
		var carry uint64
		for j, b := range y {
			hi, lo := bits.Mul64(a, b)
			var c uint64
			lo, c = bits.Add64(lo, z[i+j], 0)
			hi += c
			lo, c = bits.Add64(lo, carry, 0)
			hi += c
			z[i+j], carry = lo, hi
		}
		z[i+len(y)] = carry
	}
	return z.trim()
}

func (x nat) divWord(d uint64) (q nat, r uint64) {
	q = make(nat, len(x))
	for i := len(x) - 1; i >= 0; i-- {
		q[i], r = bits.Div64(r, x[i], d)
	}
	return q.trim(), r
}

func (x nat) String() string {
	if len(x) == 0 {
		return "0"
	}
	const chunk = 1e18
	var parts []string
	for len(x) > 0 {
		var r uint64
		x, r = x.divWord(chunk)
		parts = append(parts, fmt.Sprintf("%018d", r))
	}
	var sb strings.Builder
	for i := len(parts) - 1; i >= 0; i-- {
		sb.WriteString(parts[i])
	}
	return strings.TrimLeft(sb.String(), "0")
}

func fibonacci(n uint) (a, b nat) {
	if n == 0 {
		return nil, nat{1}
	}
	a, b = fibonacci(n / 2)
	c := a.mul(b.add(b).sub(a))
	d := a.mul(a).add(b.mul(b))
	if n%2 == 0 {
		return c, d
	}
	return d, c.add(d)
}

func main() {
	for _, n := range []uint{0, 1, 2, 10, 93, 94, 100, 300, 1000} {
		f, _ := fibonacci(n)
		fmt.Println(n, f)
	}
	fact := nat{1}
	for i := uint64(2); i <= 60; i++ {
		fact = fact.mul(nat{i})
	}
	fmt.Println(fact, bits.Len64(fact[len(fact)-1])+64*(len(fact)-1))
	two := nat{1}
	for i := 0; i < 9; i++ {
		two = two.add(two).mul(two.add(two))
	}
	s := two.String()
	fmt.Println(len(s), s[:20], s[len(s)-20:])
	defer func() { fmt.Println(recover()) }()
	nat{1}.sub(nat{2})
}
