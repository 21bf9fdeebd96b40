package main

// Statements of every kind, and how each puts something on the heap. Beside each place, what gc 1.19 says with -m; what a run
// with -allocs takes is told where it is less than the verdict allows.
//
// explain: more_statements.go:selecting
// explain: more_statements.go:rangeArray
// explain: more_statements.go:rangeMap
// explain: more_statements.go:typeSwitched
// explain: more_statements.go:swapped
// explain: more_statements.go:multiple
// explain: more_statements.go:labels
// explain: more_statements.go:namedResult
// explain: more_statements.go:deferredResult
// explain: more_statements.go:receives
// explain: more_statements.go:closes
// explain: more_statements.go:recursive

var sink interface{}
var ptr *int

func selecting(a, b chan *int) {
	x, y := 1, 2 // moved to heap: x, moved to heap: y
	select {
	case a <- &x:
	case b <- &y:
	}
}

func rangeArray() *int {
	list := [3]int{1, 2, 3} // moved to heap: list
	for i := range list {
		if list[i] == 2 {
			return &list[i]
		}
	}
	return nil
}

func rangeMap(m map[string]int) {
	for _, v := range m { // moved to heap: v
		ptr = &v
	}
}

func typeSwitched(v interface{}) {
	switch x := v.(type) { // moved to heap: x
	case int:
		ptr = &x
	}
}

func swapped() (*int, *int) {
	x, y := 1, 2 // moved to heap: x, moved to heap: y
	p, q := &x, &y
	p, q = q, p
	return p, q
}

func two() (int, *int) { return 1, ptr }

func multiple() {
	n, p := two() // moved to heap: n
	ptr = &n
	_ = p
}

func labels(n int) {
again:
	x := n // moved to heap: x
	if ptr == nil {
		ptr = &x
		goto again
	}
}

func namedResult() (n int, p *int) { // moved to heap: n
	p = &n
	return
}

func deferredResult() (err error) { // err is not moved: the literal that holds it does not escape
	defer func() {
		if r := recover(); r != nil {
			err, _ = r.(error)
		}
	}()
	panic(1) // 1 escapes to heap: a constant, nothing is allocated
}

func receives(c chan *int) {
	p := <-c
	ptr = p
	x := 3 // moved to heap: x
	c <- &x
}

func closes() func() {
	c := make(chan int) // a channel is on the heap, whatever gc says
	return func() { close(c) }
}

type tree struct{ left, right *tree }

func recursive(depth int) *tree {
	if depth == 0 {
		return nil
	}
	return &tree{recursive(depth - 1), recursive(depth - 1)} // &tree{...} escapes to heap
}

func main() {
	a, b := make(chan *int, 1), make(chan *int, 1)
	selecting(a, b)
	println(*rangeArray())
	rangeMap(map[string]int{"a": 1})
	typeSwitched(5)
	p, q := swapped()
	multiple()
	labels(4)
	n, _ := namedResult()
	println(*p, *q, n, deferredResult() == nil, recursive(2) != nil)
	a = make(chan *int, 2)
	a <- p
	receives(a)
	closes()()
}
