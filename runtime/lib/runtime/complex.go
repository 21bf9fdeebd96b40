package runtime

import "unsafe"

func isNaN(f float64) bool    { return f != f }
func isInf(f float64) bool    { return !isNaN(f) && !isFinite(f) }
func isFinite(f float64) bool { return !isNaN(f - f) }

func abs(f float64) float64 {
	if f < 0 {
		return -f
	}
	return f
}

// unit is ±1 for an infinity and ±0 for anything else.
func unit(f float64) float64 {
	u := 0.0
	if isInf(f) {
		u = 1
	}
	return signed(u, f)
}

// complex128div divides by Smith's method (Algorithm 116: Complex division, 1962), with C99's rules (Annex G) for what is
// infinite or zero.
func complex128div(n, m complex128) complex128 {
	a, b := real(n), imag(n)
	c, d := real(m), imag(m)
	var e, f float64
	if abs(c) >= abs(d) {
		ratio := d / c
		denom := c + ratio*d
		e = (a + b*ratio) / denom
		f = (b - a*ratio) / denom
	} else {
		ratio := c / d
		denom := d + ratio*c
		e = (a*ratio + b) / denom
		f = (b*ratio - a) / denom
	}
	if !isNaN(e) || !isNaN(f) {
		return complex(e, f)
	}
	switch {
	case m == 0 && (!isNaN(a) || !isNaN(b)):
		inf := signed(1/zero, c)
		return complex(inf*a, inf*b)
	case (isInf(a) || isInf(b)) && isFinite(c) && isFinite(d):
		inf := 1 / zero
		a, b = unit(a), unit(b)
		return complex(inf*(a*c+b*d), inf*(b*c-a*d))
	case (isInf(c) || isInf(d)) && isFinite(a) && isFinite(b):
		c, d = unit(c), unit(d)
		return complex(0*(a*c+b*d), 0*(b*c-a*d))
	}
	return complex(e, f)
}

var zero float64

// signed gives f, which is not negative, the sign that `like` has; NaN has one too.
func signed(f, like float64) float64 {
	if *(*uint64)(unsafe.Pointer(&like))>>63 != 0 {
		return -f
	}
	return f
}
