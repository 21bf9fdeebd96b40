// Sums and differences with carry, of a number and itself, and of the carry.
package main

import (
	"fmt"
	"math/bits"
)

//go:noinline
func minusItself(x, b uint64) (uint64, uint64) { return bits.Sub64(x, x, b&1) }

//go:noinline
func plusItself(x, c uint64) (uint64, uint64) { return bits.Add64(x, x, c&1) }

//go:noinline
func minusBorrow(x, y uint64) (uint64, uint64) {
	x &= 1
	return bits.Sub64(x, y, x)
}

//go:noinline
func allSame(c uint64) (s, d, cs, cd uint64) {
	c &= 1
	s, cs = bits.Add64(c, c, c)
	d, cd = bits.Sub64(c, c, c)
	return
}

//go:noinline
func kept(x, b uint64) (uint64, uint64, uint64) {
	d, o := bits.Sub64(x, x, b&1)
	return d, o, x
}

func main() {
	for _, x := range []uint64{0, 1, 2, 1 << 63, ^uint64(0)} {
		for b := uint64(0); b < 2; b++ {
			fmt.Println(x, b)
			fmt.Println(minusItself(x, b))
			fmt.Println(plusItself(x, b))
			fmt.Println(minusBorrow(b, x))
			fmt.Println(allSame(b))
			fmt.Println(kept(x, b))
		}
	}
}
