package main

import (
	"encoding/binary"
	"fmt"
	"os"
	"runtime"
)

// Costs and steps that only -m=2 shows: loads of package encoding/binary, conversions that round,
// blank variables with a value of several, lengths through pointers, where range stands, calls as
// arguments that are inlined, results of inlined calls, functions of package runtime.

type (
	any1 interface{}
	any2 interface{}
	real float64
)

func load(b []byte) uint32 { return binary.BigEndian.Uint32(b) + binary.LittleEndian.Uint32(b[4:]) }

func store(b []byte, v uint64) {
	binary.LittleEndian.PutUint64(b, v)
	binary.BigEndian.PutUint16(b[8:], uint16(v))
}

func rounds(x float64, c complex64, r real) (float64, complex64, real, int) {
	return float64(x) + float64(r), complex64(c), real(real(r)), int(int64(x))
}

func empty(x any1) any2 { return any2(any1(x)) }

func blanks(m map[string]string, c chan int) bool {
	var _, a = m["a"]
	var _, b = <-c
	var _, err = os.Open("")
	return a && b && err == nil
}

func lengths(p *[5]int, q *[3]string) int { return len(p) + cap(q) + len(*p) }

func two(p *int) (*int, string) { return p, "two" }

func steps(list []struct{ p *int }) []*int {
	var kept []*int
	for _,
		l := range list {
		kept = append(kept, l.p)
	}
	for _, s := range []struct {
		a, b interface{}
	}{{1, "a"}, {2, kept}} {
		fmt.Println(s.a, s.b)
	}
	p, _ := two(new(int))
	fmt.Println(two(p))
	fmt.Println(append(kept, p))
	return kept
}

func frames() (string, bool) {
	pcs := make([]uintptr, 8)
	f, more := runtime.CallersFrames(pcs[:runtime.Callers(0, pcs)]).Next()
	runtime.Gosched()
	_, ok := runtime.MemProfile(nil, true)
	return f.Function + runtime.GOROOT(), more || ok || runtime.NumGoroutine() > 3
}

func main() {
	b := make([]byte, 16)
	store(b, 258)
	println(load(b))
	fmt.Println(rounds(1, 2i, 3))
	fmt.Println(empty(b), blanks(nil, nil), lengths(nil, nil))
	steps(nil)
	frames()
}
