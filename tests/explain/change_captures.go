package main

// Changes for variables that literals hold by reference. Beside each variable, what gc 1.19 says of it with -m.
//
// explain: change_captures.go:goroutine
// explain: change_captures.go:33
// explain: change_captures.go:43
// explain: change_captures.go:52
// explain: change_captures.go:63
// explain: change_captures.go:73
// explain: change_captures.go:83
// explain: change_captures.go:93
// explain: change_captures.go:103
// explain: change_captures.go:deferred
// explain: change_captures.go:120
// explain: change_captures.go:132

var kept []func() int

func goroutine() {
	for i := 0; i < 3; i++ { // moved to heap: i
		go func() {
			println(i)
		}()
	}
}

// The literal is kept in one branch, and the variable set in the other: a copy is the same.

//go:noinline
func branches(c bool) int {

	n := 1 // moved to heap: n
	if c {
		kept = append(kept, func() int { return n })
	} else {
		n = 2
	}
	return n
}

func late(c chan int) {
	n := 1 // moved to heap: n
	go func() {
		c <- n
	}()
	n = 2
}

// An argument is as good as a copy where the literal holds nothing else.
func argument() {
	n := 1 // moved to heap: n
	go func() {
		println(n)
	}()
	n++
	println(n)
}

// Text order is not time order in a loop: n is set again after each literal was made.
func around() {

	n := 0 // moved to heap: n
	for i := 0; i < 3; i++ {
		n = n + i
		kept = append(kept, func() int { return n })
	}
}

// What the literal changes, others must see: nothing is suggested.
func counter() func() int {

	n := 0 // moved to heap: n
	return func() int {
		n++
		return n
	}
}

// Too large to be copied into a literal.
func table() func(int) int {

	var squares [20]int // moved to heap: squares
	for i := range squares {
		squares[i] = i * i
	}
	return func(i int) int { return squares[i] }
}

// A parameter; two literals hold it, and the name cannot be declared again in the function's block.
func parameter(

	n int) (func() int, func() int) { // moved to heap: n
	f := func() int { return n }
	g := func() int { return n + 1 }
	n = 0
	return f, g
}

// Its address was taken before: who has it may write to it.
func addressed(set func(*int)) func() int {

	n := 0 // moved to heap: n
	set(&n)
	return func() int { return n }
}

// A literal that a defer statement in a loop keeps, and the variable in it.
func deferred(files []string) {
	for _, f := range files { // moved to heap: f
		defer func() { // func literal escapes to heap
			println(f)
		}()
	}
}

// The returned literal is the last to run before the function ends.
func returned(c bool) func() int {

	n := 1 // moved to heap: n
	if c {
		return func() int { return n }
	}
	n = 2
	println(n)
	return nil
}

// It is set where the literal is made: a copy would be made before that, and nothing is suggested.
func recursive() func(int) int {

	var f func(int) int // moved to heap: f
	f = func(n int) int {
		if n == 0 {
			return 0
		}
		return f(n-1) + 2
	}
	return f
}

// It is set only before; what may come later is written through the pointer.
//
// explain: change_captures.go:146
func setBefore() func() int {
	n := 0 // moved to heap: n
	n++
	f := func() int { return n }
	p := &n
	*p = 9
	return f
}

// A return statement sets the result, which the goroutine may see.
//
// explain: change_captures.go:157
func resultSeen(c chan int) (n int) { // moved to heap: n
	n = len(c)
	go func() { c <- n }()
	return 5
}

func main() {
	println(branches(true), kept[0](), returned(true)())
}
