package main

type E struct{ n, m int }
type S []int
type N struct{ e E }
type P struct{ p *int }

var ch chan interface{}
var g int

//go:noinline
func id(n int) int { return n }

func f(n, k int, q E, s S, p *int, e interface{}) {
	ch <- E{}
	ch <- E{n: n, m: id(k)}
	ch <- E{n: n, m: k + 1}
	ch <- E{n: 1, m: 2}
	ch <- E{n, -k}
	ch <- E{n, (k)}
	ch <- E{n, q.m}
	ch <- E{n, s[k]}
	ch <- E{n, *p}
	ch <- E{n, e.(int)}
	ch <- E{n, len(s)}
	ch <- E{n, int(int8(k))}
	ch <- E{m: k, n: n}
	ch <- N{E{n, k}}
	ch <- N{E{}}
	ch <- N{e: E{n, 3}}
	ch <- P{&n}
	ch <- P{&q.n}
	ch <- P{nil}
	ch <- [2]E{{n, k}, {k, n}}
	ch <- [2]E{1: {k, n}}
	ch <- [2]int{1: k}
	ch <- [3]int{k, 2: n}
	ch <- (E{n, k})
	ch <- S{n, k}
	ch <- map[string]int{"a": n}
	ch <- E{n, func() int { return k }()}
	ch <- E{n, <-make(chan int)}
	ch <- E{n, g}
	ch <- E{n, S{n, k}[1]}
	ch <- E{n, cap(S{n, k})}
	ch <- E{n, id(id(k))}
	ch <- E{n, k &^ (n | k)}
	ch <- E{n, 1 + 2}
	ch <- E{n, id(3) + n}
	ch <- struct{ f func() }{func() { g++ }}
	ch <- struct{ f func() int }{q.get}
	ch <- struct{ s []int }{s[n:k]}
	ch <- struct{ s string }{string(rune(k))}
}

func (e E) get() int { return e.n }

func main() {}
