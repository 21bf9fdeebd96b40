// Calls with several possible targets that keep different things: what one of them keeps must be on
// the heap, wherever it stands among the others, and however many pointers away it is. Each object
// is made in a frame that has ended and been overwritten when it is looked at.
package main

var (
	kept     *int
	keptPair *pair
)

type pair struct {
	p *int
	q *pair
}

// Overwrites the frames that have ended.
//
//go:noinline
func overwrite(depth int) int {
	var room [64]int
	for i := range room {
		room[i] = -1 - depth
	}
	if depth > 0 {
		return overwrite(depth-1) + room[depth%len(room)]
	}
	return room[0]
}

func look(what string) {
	overwrite(20)
	if kept == nil {
		println(what, "nothing")
		return
	}
	println(what, *kept)
	kept = nil
}

// An argument that one target of three keeps: the first, the second, the third.

type taker interface{ take(p *int) }

type (
	takesFirst  struct{ n int }
	takesSecond struct{ n int }
	takesThird  struct{ n int }
)

func (t takesFirst) take(p *int)  { *p += t.n }
func (t takesSecond) take(p *int) { kept = p }
func (t *takesThird) take(p *int) { t.n += *p }

type giver interface{ give(p *int) }

type (
	givesFirst  struct{}
	givesSecond struct{}
)

func (givesFirst) give(p *int)  { kept = p }
func (givesSecond) give(p *int) { *p++ }

type holder interface{ hold(p *int) }

type (
	holdsFirst  struct{}
	holdsSecond struct{}
	holdsThird  struct{}
)

func (holdsFirst) hold(p *int)  { *p++ }
func (holdsSecond) hold(p *int) { *p++ }
func (*holdsThird) hold(p *int) { kept = p }

//go:noinline
func callTake(t taker, n int) {
	x := n
	t.take(&x)
}

//go:noinline
func callGive(g giver, n int) {
	x := n
	g.give(&x)
}

//go:noinline
func callHold(h holder, n int) {
	x := n
	h.hold(&x)
}

func arguments() {
	for i, t := range []taker{takesFirst{1}, takesSecond{2}, &takesThird{3}} {
		callTake(t, 10+i)
		look("take")
	}
	for i, g := range []giver{givesFirst{}, givesSecond{}} {
		callGive(g, 20+i)
		look("give")
	}
	for i, h := range []holder{holdsFirst{}, holdsSecond{}, &holdsThird{}} {
		callHold(h, 30+i)
		look("hold")
	}
}

// What an argument points to, one and two pointers away.

type digger interface{ dig(p *pair) }

type (
	digsNothing struct{}
	digsOne     struct{}
	digsTwo     struct{}
)

func (digsNothing) dig(p *pair) { *p.p++ }
func (digsOne) dig(p *pair)     { kept = p.p }
func (digsTwo) dig(p *pair)     { kept = p.q.p }

type deeper interface{ deep(p *pair) }

type deepTwo struct{}

type deepNothing struct{}

func (deepNothing) deep(p *pair) { *p.p++ }
func (deepTwo) deep(p *pair)     { kept = p.q.p }

// The same the other way around.

type backDigger interface{ back(p *pair) }

type (
	backTwo struct{}
	backOne struct{}
)

func (backTwo) back(p *pair) { kept = p.q.p }
func (backOne) back(p *pair) { kept = p.p }

//go:noinline
func callBack(d backDigger, n int) {
	x, y := n, n+100
	inner := pair{&y, nil}
	d.back(&pair{&x, &inner})
}

//go:noinline
func callDig(d digger, n int) {
	x, y := n, n+100
	inner := pair{&y, nil}
	d.dig(&pair{&x, &inner})
}

//go:noinline
func callDeep(d deeper, n int) {
	x, y := n, n+100
	inner := pair{&y, nil}
	d.deep(&pair{&x, &inner})
}

func contents() {
	for i, d := range []digger{digsNothing{}, digsOne{}, digsTwo{}} {
		callDig(d, 40+i)
		look("dig")
	}
	for i, d := range []backDigger{backTwo{}, backOne{}} {
		callBack(d, 60+i)
		look("back")
	}
	for i, d := range []deeper{deepNothing{}, deepTwo{}} {
		callDeep(d, 50+i)
		look("deep")
	}
}

// Receivers: a pointer, what it points to, a struct in the interface, what that points to.

type self interface{ keep() }

type (
	selfNothing struct{ n int }
	selfPointer struct{ n int }
	selfContent struct{ p *int }
	selfStruct  struct {
		a, b int
		p    *int
	}
	selfTwo struct{ q *pair }
)

func (s selfNothing) keep()  { _ = s }
func (s *selfPointer) keep() { kept = &s.n }
func (s *selfContent) keep() { kept = s.p }
func (s selfStruct) keep()   { kept = s.p }
func (s selfTwo) keep()      { kept = s.q.p }

//go:noinline
func callKeep(s self) { s.keep() }

//go:noinline
func makeReceivers(which, n int) {
	x, y, z, u := n, n+1, n+2, n+3
	inner := pair{&u, nil}
	receivers := [...]self{selfNothing{n}, &selfPointer{x}, &selfContent{&y}, selfStruct{1, 2, &z}, selfTwo{&inner}}
	callKeep(receivers[which])
}

// Each kind of receiver has an interface of its own, with one that keeps nothing.

type selfA interface{ keepA() }
type selfB interface{ keepB() }
type selfC interface{ keepC() }

type nothing struct{}

func (nothing) keepA() {}
func (nothing) keepB() {}
func (nothing) keepC() {}

type structA struct {
	n int
	p *int
}
type pointerB struct{ p *int }
type structC struct{ q *pair }

func (s structA) keepA()   { kept = s.p }
func (s *pointerB) keepB() { kept = s.p }
func (s structC) keepC()   { keptPair = s.q }

//go:noinline
func callA(which, n int) {
	x := n
	s := [...]selfA{nothing{}, structA{n, &x}}
	s[which].keepA()
}

//go:noinline
func callB(which, n int) {
	x := n
	s := [...]selfB{nothing{}, &pointerB{&x}}
	s[which].keepB()
}

//go:noinline
func callC(which, n int) {
	x := n
	inner := pair{&x, nil}
	s := [...]selfC{nothing{}, structC{&inner}}
	s[which].keepC()
}

func receivers() {
	for i := 0; i < 5; i++ {
		makeReceivers(i, 65)
		look("receiver")
	}
	for i := 0; i < 2; i++ {
		callA(i, 70+i)
		look("struct")
		callB(i, 80+i)
		look("pointer")
		callC(i, 90+i)
		overwrite(20)
		if keptPair != nil {
			kept = keptPair.p
		}
		look("pair")
	}
}

// Results: one target returns its argument, others what it points to, or something new.

type passer interface{ pass(p *pair) *int }

type (
	passesNew  struct{}
	passesOne  struct{}
	passesTwo  struct{}
	passesSelf struct{ mine int }
)

func (passesNew) pass(p *pair) *int   { n := *p.p; return &n }
func (passesOne) pass(p *pair) *int   { return p.p }
func (passesTwo) pass(p *pair) *int   { return p.q.p }
func (s *passesSelf) pass(*pair) *int { return &s.mine }

//go:noinline
func callPass(which, n int) *int {
	x, y := n, n+100
	inner := pair{&y, nil}
	s := passesSelf{n + 200}
	return [...]passer{passesNew{}, passesOne{}, passesTwo{}, &s}[which].pass(&pair{&x, &inner})
}

func results() {
	for i := 0; i < 4; i++ {
		kept = callPass(i, 300+i)
		look("pass")
	}
}

// Func values: functions, method values, method expressions, closures. Each kind has a signature of
// its own, so that the targets of one are not those of another.

func drop(p *int)   { *p++ }
func hold(p *int)   { kept = p }
func second(p *int) { *p += 2 }

var functions = []func(*int){drop, hold, second}

type box struct{ p *int }

func (b box) set(*int, bool)      { kept = b.p }
func (b *box) put(p *int)         { b.p = p }
func (b *box) show(p *int)        { *p += *b.p }
func (b *box) add(p *int, _ bool) { *p += *b.p }

type hoard struct{ n int }

func (h hoard) count(p *int, _ string)  { *p += h.n }
func (h *hoard) store(p *int, _ string) { kept = p; h.n++ }

//go:noinline
func callFunction(which, n int) {
	x := n
	functions[which](&x)
}

//go:noinline
func callMethodValue(which, n int) {
	x, y := n, n+1
	b := box{&x}
	f := [...]func(*int, bool){b.add, b.set}[which]
	f(&y, true)
}

//go:noinline
func callBound(which, n int) {
	x := n
	h := hoard{n}
	f := [...]func(*int, string){h.count, h.store}[which]
	f(&x, "")
}

var lasting box

//go:noinline
func callMethodExpression(which, n int) {
	x := n
	f := [...]func(*box, *int){(*box).show, (*box).put}[which]
	f(&lasting, &x)
}

//go:noinline
func callClosure(which, n int) {
	x, y := n, n+1
	f := [...]func(int){
		func(int) { y++ },
		func(int) { kept = &x },
		func(int) { x++ },
	}[which]
	f(n)
}

func values() {
	for i := range functions {
		callFunction(i, 400+i)
		look("function")
	}
	for i := 0; i < 2; i++ {
		callMethodValue(i, 410+i)
		look("method value")
		callBound(i, 450+i)
		look("bound")
	}
	one := 1
	lasting.p = &one
	for i := 0; i < 2; i++ {
		callMethodExpression(i, 420+i)
		kept = lasting.p
		look("method expression")
	}
	for i := 0; i < 3; i++ {
		callClosure(i, 430+i)
		look("closure")
	}
}

// Embedded: in a struct, in an interface, behind a pointer, twice over.

type inner interface{ reach(p *int, _ rune) }
type outer interface {
	inner
	isOuter()
}
type reachNothing struct{}
type reachHold struct{}
type wrapped struct{ inner }
type twice struct{ *wrapped }

func (reachNothing) reach(p *int, _ rune) { *p++ }
func (reachHold) reach(p *int, _ rune)    { kept = p }
func (wrapped) isOuter()                  {}

func dropRune(p *int, _ rune) { *p++ }

//go:noinline
func callOuter(o outer, n int) {
	x := n
	o.reach(&x, 'x')
}

//go:noinline
func callReach(o inner, n int) {
	x := n
	f := dropRune
	if n%2 == 0 {
		f = o.reach
	}
	f(&x, 'x')
}

type both interface {
	taker
	other()
}
type bothDrop struct{}
type bothHold struct{}

func (bothDrop) take(p *int) { *p++ }
func (bothDrop) other()      {}
func (bothHold) take(p *int) { kept = p }
func (bothHold) other()      {}

//go:noinline
func callBoth(b both, n int) {
	x := n
	b.take(&x)
}

func embedded() {
	for i, o := range []outer{wrapped{reachNothing{}}, wrapped{reachHold{}}, twice{&wrapped{reachHold{}}}, &wrapped{reachHold{}}} {
		callOuter(o, 500+i)
		look("wrapped")
		callReach(o, 530+i)
		look("bound to an interface")
	}
	for i, b := range []both{bothDrop{}, bothHold{}} {
		callBoth(b, 510+i)
		look("both")
		callTake(b, 520+i)
		look("both as taker")
	}
}

func main() {
	arguments()
	contents()
	receivers()
	results()
	values()
	embedded()
}
