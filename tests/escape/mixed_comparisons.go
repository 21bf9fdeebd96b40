package main

type P *int
type F struct{ x int }
type G struct{ x int }
type C chan int

var sink bool
var isink interface{}

func f(p P, q *int, c C, d chan int, r <-chan int, s chan<- int, e interface{}, g error) {
	isink = p == q
	isink = q == p
	isink = c == d
	isink = d == c
	isink = r == d
	isink = d == r
	isink = d == s
	isink = r == c
	isink = e == g
	isink = g == e
	isink = e == q
	isink = q == e
	isink = struct{ x int }{1} == F{2}
	isink = F{1} == struct{ x int }{2}
	isink = p != nil
}

func main() { f(nil, nil, nil, nil, nil, nil, nil, nil) }
