package main

import (
	"runtime"
	"unsafe"
)

// Calls through interfaces that can reach one method only, and so are direct calls when the program is analysed whole.
// Each interface here has one type that implements it, unless it says otherwise.

// ---- Receivers of every shape.

type pointer interface{ pointerM(n int) int }
type tPointer struct{ a, b int }

func (t *tPointer) pointerM(n int) int { t.a += n; return t.a*10 + t.b }

type small interface{ smallM(n int) int }
type tSmall struct{ a, b int }

func (t tSmall) smallM(n int) int { t.a += n; return t.a*10 + t.b }

type large interface {
	largeM(p *int, more ...int) (int, string)
}
type tLarge struct {
	v [20]int
	s string
}

func (t tLarge) largeM(p *int, more ...int) (int, string) {
	t.v[3] += *p
	for _, m := range more {
		t.v[3] += m
	}
	return t.v[3] + t.v[19], t.s
}

type empty interface{ emptyM(s string) string }
type tEmpty struct{}

func (tEmpty) emptyM(s string) string { return s + "!" }

type words interface{ wordsM() string }
type tWords string

func (t tWords) wordsM() string { return string(t) + "." }

type number interface{ numberM(float64) float64 }
type tNumber float64

func (t tNumber) numberM(x float64) float64 { return float64(t) * x }

type pair interface{ pairM() complex128 }
type tPair complex128

func (t tPair) pairM() complex128 { return complex128(t) * 2 }

type truth interface{ truthM(bool) bool }
type tTruth bool

func (t tTruth) truthM(b bool) bool { return bool(t) != b }

type slice interface{ sliceM() int }
type tSlice []int

func (t tSlice) sliceM() int { t[0]++; return t[0] + len(t) }

type table interface{ tableM(k string) int }
type tTable map[string]int

func (t tTable) tableM(k string) int { t[k]++; return t[k] }

type function interface{ functionM(n int) int }
type tFunction func(int) int

func (t tFunction) functionM(n int) int { return t(n) + 1 }

type channel interface{ channelM(n int) int }
type tChannel chan int

func (t tChannel) channelM(n int) int { t <- n; return <-t + len(t) }

type inside interface{ insideM() int }
type tInside struct{ p *int }

func (t tInside) insideM() int { *t.p += 3; return *t.p }

type one interface{ oneM() int }
type tOne [1]*int

func (t tOne) oneM() int { *t[0] += 4; return *t[0] }

type mixed interface {
	mixedM(a int, b float64, c string, d []int, e [3]int, f *int, g any, h int8) (int, float64, string, []int, [3]int, *int, any, int8)
}
type tMixed struct {
	x int8
	y float32
	z pointer
}

func (t tMixed) mixedM(a int, b float64, c string, d []int, e [3]int, f *int, g any, h int8) (int, float64, string, []int, [3]int, *int, any, int8) {
	return a + int(t.x), b + float64(t.y), c, d[1:], [3]int{e[2], e[1], t.z.pointerM(0)}, f, g, h + t.x
}

//go:noinline
func shapes(a pointer, b small, c large, d empty, e words, f number, g pair, h truth, i slice, j table, k function, l channel, m inside, n one, o mixed) {
	x := 5
	println(a.pointerM(1), a.pointerM(1), b.smallM(1), b.smallM(1))
	r, s := c.largeM(&x, x, 6)
	println(r, s)
	r, s = c.largeM(&x)
	println(r, s, d.emptyM("d"), e.wordsM(), f.numberM(3), g.pairM(), h.truthM(true))
	println(i.sliceM(), i.sliceM(), j.tableM("k"), j.tableM("k"), k.functionM(7), l.channelM(8), m.insideM(), n.oneM())
	r1, r2, r3, r4, r5, r6, r7, r8 := o.mixedM(1, 2, "3", []int{3, 4}, [3]int{5, 6, 7}, &x, "any", 9)
	println(r1, r2, r3, r4[0], len(r4), r5[0], r5[1], r5[2], *r6, r7.(string), r8)
}

// ---- Promoted methods.

type inner struct{ n int }

func (i *inner) byPointer(k int) int { i.n += k; return i.n }
func (i inner) byValue(k int) int    { i.n += k; return i.n }

type up1 interface {
	byPointer(int) int
	byValue(int) int
	up1()
}
type tUp1 struct { // both methods by way of a value
	pad [3]int
	inner
}

func (*tUp1) up1() {}

type up2 interface {
	byPointer(int) int
	byValue(int) int
	up2()
}
type tUp2 struct { // by way of a pointer
	pad int
	*inner
}

func (tUp2) up2() {}

type up3 interface {
	byPointer(int) int
	byValue(int) int
	up3()
}
type tMiddle struct {
	pad int
	*inner
}
type tUp3 struct{ *tMiddle } // pointer-shaped itself

func (tUp3) up3() {}

type up4 interface {
	pointerM(int) int
	up4()
}
type tUp4 struct { // an embedded interface's
	pad int
	pointer
}

func (tUp4) up4() {}

//go:noinline
func promoted(a up1, b up2, c up3, d up4) {
	println(a.byPointer(1), a.byValue(1), a.byPointer(1))
	println(b.byPointer(1), b.byValue(1), b.byPointer(1))
	println(c.byPointer(1), c.byValue(1), c.byPointer(1))
	println(d.pointerM(4))
}

// ---- Nil: interfaces, and pointers in them.

func where(skip int) {
	var pcs [12]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(skip+2, pcs[:])])
	for {
		f, more := frames.Next()
		if len(f.Function) > 5 && f.Function[:5] == "main." && f.Line > 1 { // without wrappers
			println("   ", f.Function, f.Line)
		}
		if !more {
			return
		}
	}
}

func try(what string, f func()) {
	defer func() {
		e := recover()
		if e == nil {
			println(what, "ok")
			return
		}
		switch e := e.(type) {
		case runtime.Error:
			println(what, e.Error())
		case string:
			println(what, e)
		}
		where(1)
	}()
	f()
}

func said(s string) string { println("argument", s); return s }
func saidInt(n int) int    { println("argument", n); return n }

//go:noinline
func callEmpty(e empty) string { return e.emptyM(said("x")) }

//go:noinline
func callLines(p pointer, q *int) int {
	return p.
		pointerM(
			saidInt(*q))
}

func nothing() (small, error) { return nil, nil }

type noneByValue interface{ none(k int) int }
type tNone struct{ n int }

func (t tNone) none(k int) int { return t.n + k }

//go:noinline
func callNone(n noneByValue) int { return n.none(saidInt(3)) }

type takesNil interface{ takes() bool }
type tTakesNil struct{ n int }

func (t *tTakesNil) takes() bool { return t == nil }

//go:noinline
func callTakes(t takesNil) bool { return t.takes() }

//go:noinline
func callUp(u up2) int { return u.byValue(saidInt(1)) }

//go:noinline
func callUpPointer(u up1) int { return u.byValue(saidInt(1)) }

func nils() {
	try("nil empty", func() { callEmpty(nil) })
	x := 1
	try("nil lines", func() { callLines(nil, &x) })
	try("nil argument", func() { callLines(&tPointer{1, 2}, nil) })
	try("nil both", func() { callLines(nil, nil) })
	try("nil result", func() { s, _ := nothing(); s.smallM(saidInt(2)) })
	try("nil *tNone", func() { println(callNone((*tNone)(nil))) })
	try("*tNone", func() { println(callNone(&tNone{4})) })
	try("nil taken", func() { println(callTakes((*tTakesNil)(nil)), callTakes(&tTakesNil{})) })
	try("nil embedded", func() { println(callUp(tUp2{})) })
	try("nil outer", func() { println(callUpPointer((*tUp1)(nil))) })
	try("nil defer", func() {
		defer println("left")
		var e empty
		defer e.emptyM(said("deferred"))
		println("not here")
	})
	try("nil go", func() {
		var e empty
		go e.emptyM(said("gone"))
		println("not here")
	})
}

// ---- go, defer, recover, and who is the caller.

type rescuer interface{ rescue(what string) }
type tRescuer struct{ n int } // by value: through a wrapper

func (t tRescuer) rescue(what string) {
	if e := recover(); e != nil {
		println("rescued", what, e.(string), t.n)
		where(0)
	}
}

type rescuerP interface{ rescueP(what string) }
type tRescuerP struct{ n int }

func (t *tRescuerP) rescueP(what string) {
	if e := recover(); e != nil {
		println("rescued", what, e.(string), t.n)
	}
}

type rescuerUp interface {
	rescueP(what string)
	rescuerUp()
}
type tRescuerUp struct {
	pad int
	*tRescuerP
}

func (tRescuerUp) rescuerUp() {}

//go:noinline
func rescues(r rescuer, p rescuerP, u rescuerUp) {
	func() {
		defer r.rescue("value")
		panic("a")
	}()
	func() {
		defer p.rescueP("pointer")
		panic("b")
	}()
	func() {
		defer u.rescueP("promoted")
		panic("c")
	}()
	for i := 0; i < 2; i++ {
		func() {
			for j := 0; j < 2; j++ {
				defer r.rescue("loop")
			}
			panic("d")
		}()
	}
	func() {
		defer func() { println("outer", recover().(string)) }()
		defer func() { func() { r.rescue("too deep") }() }()
		panic("e")
	}()
	func() { // called by the deferred function itself, not by the panic
		defer func() { println("outer", recover().(string)) }()
		defer func() { p.rescueP("called"); r.rescue("called") }()
		panic("f")
	}()
}

type tells interface{ tell(n int) }
type tTells struct{ n int }

//go:noinline
func (t tTells) tell(n int) {
	_, _, line, _ := runtime.Caller(1)
	println("tell", t.n, n, line)
	where(0)
}

type tellsUp interface {
	tell(n int)
	tellsUp()
}
type tTellsUp struct{ *tTells }

func (tTellsUp) tellsUp() {}

//go:noinline
func callers(t tells, u tellsUp) {
	t.tell(1)
	u.tell(2)
	func() {
		defer t.tell(3)
		defer u.tell(4)
	}()
}

type adder interface{ add(c chan int, n int) }
type tAdder struct{ n int }

func (t tAdder) add(c chan int, n int) { c <- t.n + n }

//go:noinline
func starts(a adder) {
	c := make(chan int)
	for i := 0; i < 3; i++ {
		go a.add(c, i*10)
	}
	println(<-c + <-c + <-c)
}

// ---- The type of a result, among several that implement the interface.

type figure interface {
	area(k int) int
	name() string
}
type square struct{ side int }
type circle struct{ r int }
type blob struct{ v [9]int }

func (s *square) area(k int) int { return s.side * s.side * k }
func (s *square) name() string   { return "square" }
func (c circle) area(k int) int  { return 3 * c.r * c.r * k }
func (c circle) name() string    { return "circle" }
func (b blob) area(k int) int    { return b.v[8] * k }
func (b blob) name() string      { return "blob" }

//go:noinline
func newSquare(n int) figure { return &square{n} }

//go:noinline
func newCircle(n int) (figure, bool) {
	if n < 0 {
		return nil, false
	}
	return circle{n}, true
}

//go:noinline
func newBlob(n int) figure {
	if n > 100 {
		return blob{}
	}
	return blob{[9]int{8: n}}
}

//go:noinline
func newAny(n int) figure {
	switch {
	case n < 10:
		return newSquare(n)
	case n < 20:
		f, _ := newCircle(n)
		return f
	}
	return newBlob(n)
}

func results() {
	c, _ := newCircle(3)
	println(newSquare(2).area(1), c.area(1), newBlob(7).area(2), newSquare(1).name(), c.name(), newBlob(1).name())
	for _, n := range []int{5, 15, 25} {
		f := newAny(n)
		println(f.name(), f.area(1))
	}
	f := newBlob(1)
	g := f
	println(g.area(5), figure.area(g, 6))
	try("nil circle", func() {
		c, ok := newCircle(-1)
		println(ok)
		println(c.area(saidInt(1)))
	})
	area := newSquare(3).area
	println(area(2))
	defer newBlob(3).area(saidInt(4))
}

// ---- Interfaces from others, recursion, growing stacks, interfaces made of words.

type deep interface{ down(n int, p *int) int }
type tDeep struct{ a [4]int }

func (t tDeep) down(n int, p *int) int {
	var pad [64]int
	pad[n%64] = t.a[n%4]
	if n == 0 {
		*p++
		return *p
	}
	var next deep = tDeep{[4]int{n, n, n, n}}
	return next.down(n-1, p) + pad[n%64]
}

type wider interface {
	deep
	more() int
}

func (t tDeep) more() int { return t.a[0] }

//go:noinline
func narrow(w wider) int {
	x := 1
	var d deep = w
	return d.down(2, &x) + any(w).(deep).down(1, &x) + w.more()
}

type other interface{ more() int }

func forged(w wider) int {
	var o other = w
	x := *(*interface{ more() int })(unsafe.Pointer(&o))
	return x.more()
}

func main() {
	x, y := 1, 2
	shapes(&tPointer{1, 2}, tSmall{3, 4}, tLarge{[20]int{3: 5, 19: 6}, "large"}, tEmpty{}, tWords("words"), tNumber(2.5),
		tPair(complex(1, 2)), tTruth(true), tSlice{1, 2}, tTable{}, tFunction(func(n int) int { return n + x }),
		make(tChannel, 1), tInside{&x}, tOne{&y}, tMixed{1, 0.5, &tPointer{7, 8}})
	promoted(&tUp1{inner: inner{5}}, tUp2{inner: &inner{6}}, tUp3{&tMiddle{inner: &inner{7}}}, tUp4{1, &tPointer{1, 2}})
	nils()
	rescues(tRescuer{1}, &tRescuerP{2}, tRescuerUp{1, &tRescuerP{3}})
	callers(tTells{1}, tTellsUp{&tTells{2}})
	starts(tAdder{100})
	results()
	n := 0
	c := make(chan int)
	go func() { c <- tDeep{}.down(2000, &n) }()
	println(<-c, n, narrow(tDeep{[4]int{9, 8, 7, 6}}), forged(tDeep{[4]int{5}}))
}
