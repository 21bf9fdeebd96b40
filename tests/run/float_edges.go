// Floating point: infinities, NaN in comparisons, switches and maps, the two zeros, rounding to float32, conversions.
package main

import (
	"fmt"
	"math"
)

//go:noinline
func compare(a, b float64) {
	fmt.Println(a < b, a <= b, a > b, a >= b, a == b, a != b, !(a < b), !(a >= b))
}

//go:noinline
func divide(a, b float64) float64 { return a / b }

//go:noinline
func round(x float64) float32 { return float32(x) }

func kind(x float64) string {
	switch {
	case x != x:
		return "nan"
	case x > math.MaxFloat64:
		return "+inf"
	case x < -math.MaxFloat64:
		return "-inf"
	case x == 0 && math.Signbit(x):
		return "-0"
	case x == 0:
		return "0"
	}
	return "finite"
}

func main() {
	zero := 0.0
	nan, inf := divide(zero, zero), divide(1, zero)
	for _, p := range [][2]float64{{1, 2}, {2, 1}, {1, 1}, {nan, 1}, {1, nan}, {nan, nan}, {inf, inf}, {-inf, inf}, {zero, -zero}} {
		compare(p[0], p[1])
	}
	negzero := divide(-1, inf)
	for _, x := range []float64{nan, inf, -inf, zero, negzero, -zero, 5e-324, divide(5e-324, 2), negzero + 0, negzero * 1} {
		fmt.Print(kind(x), " ")
	}
	fmt.Println()
	m := map[float64]int{}
	m[nan] = 1
	m[nan] = 2
	m[zero] = 3
	m[negzero] = 4
	_, found := m[nan]
	fmt.Println(len(m), m[0], found)
	delete(m, nan)
	fmt.Println(len(m))
	fmt.Println(round(16777217), round(0.1) == 0.1, float64(round(0.1)), round(1e39), round(-1e-50))
	for _, x := range []float64{1.5, -1.5, 2.999999, -0.5, 1e18, 4294967296.5} {
		fmt.Println(int64(x), int32(int64(x)), uint64(math.Abs(x)))
	}
	var u uint64 = 1<<64 - 1
	var i int64 = -1 << 63
	fmt.Println(float64(u), float32(u), float64(i), float64(u>>1), float32(i+1), float64(uint32(u)))
	var f float32 = 1 << 24
	f++
	fmt.Println(f, f == 1<<24)
	sum := 0.0
	for k := 0; k < 10; k++ {
		sum += 0.1
	}
	fmt.Println(sum, sum == 1, math.Sqrt(2), math.Floor(-2.5), math.Inf(1), -math.MaxFloat64)
	fmt.Println([]float64{nan} == nil, [1]float64{nan} == [1]float64{nan}, struct{ x float64 }{zero} == struct{ x float64 }{negzero})
	fmt.Println(uint64(float64(1<<63)), uint64(math.Nextafter(1<<63, 0)), int64(math.Nextafter(1<<63, 0)))
}
