package main

// Function literals that come along when the function around them is inlined, recursions of several
// functions that end while their arguments are inlined, and the order in which literals are
// devirtualized.

func counter(a int) func(int) func() int {
	return func(b int) func() int {
		return func() int {
			a++
			b += a
			return b
		}
	}
}

func nested(w int) func() {
	return func() {
		func() {
			func() {
				w++
			}()
		}()
	}
}

func even(n int) bool { return n == 0 || odd(n-1) }
func odd(n int) bool  { return n != 0 && even(n-1) }

func both(a, b bool) bool { return a && b }

type area interface{ area() int }

type square struct{ side int }

func (s *square) area() int { return s.side * s.side }

//go:noinline
func keep(f func() int) int { return f() }

func order() int {
	var s area = &square{2}
	return keep(func() int {
		var t area = &square{3}
		inner := func() int {
			var u area = &square{4}
			return u.area()
		}
		return keep(inner) + t.area()
	}) + s.area()
}

func main() {
	f := counter(1)(2)
	println(f(), f())
	nested(3)()
	println(both(even(8), odd(7)), order())
	func() {
		func() { nested(4)() }()
	}()
}
