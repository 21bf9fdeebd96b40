// Printing floats: shortest forms, rounding of ties, exponents, widths and precisions, subnormals, and println's own form.
package main

import (
	"fmt"
	"math"
	"strconv"
)

func main() {
	values := []float64{0, math.Copysign(0, -1), 1, -1.5, 0.1, 1.0 / 3, 2.5, 3.5, 1e20, 1e21, 123456789, 1e-4, 1e-5, 5e-324, math.MaxFloat64, math.Inf(-1), math.NaN(), 4503599627370497.5, 9007199254740993, 0.000001234}
	for _, v := range values {
		fmt.Printf("%v %g %e %f %.2f %8.3f|%-10.1f|%+.0f %G %x\n", v, v, v, v, v, v, v, v, v, v)
		fmt.Println(float32(v), strconv.FormatFloat(v, 'g', 5, 64), strconv.FormatFloat(v, 'e', -1, 32), strconv.FormatFloat(v, 'f', 3, 64))
	}
	for _, s := range []string{"1", "1e5", "-.5", "0x1p-3", "1_000.5", "inf", "NaN", "1e400", "1e-400", "2.5.1", "", "+Inf", "179769313486231580793728971405301e277", "4.9e-324", "2.4e-324", "0.1e1x"} {
		f, err := strconv.ParseFloat(s, 64)
		fmt.Println(f, err)
		g, err := strconv.ParseFloat(s, 32)
		fmt.Println(g, err != nil)
	}
	for i := -5; i < 6; i++ {
		fmt.Print(math.Round(float64(i)/2), math.RoundToEven(float64(i)/2), math.Floor(float64(i)/2), math.Ceil(float64(i)/2), math.Trunc(float64(i)/2), " ")
	}
	fmt.Println()
	println(1.0, 1e100, -0.1, float32(0.1), 1e-310, 123456.789)
}
