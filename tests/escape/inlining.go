package main

// Which calls are inlined, in literals, initialisers and through function values.

func in() int   { x := func() int { return 3 }; return x() }
func out() int  { return in() }
func out2() int { return func() int { x := func() int { return 3 }; return x() }() }

var G2 = func() int { x := func() int { return 3 }; return x() }()
var G3 = in()

func mk(x int) func() int { return func() int { return x } }
func mk2(x int) int       { return mk(x)() }
func mk3(f func() func()) { f()() }

type T struct {
	f func() int
	m map[string]func()
}

func mk4(t *T)           { t.f(); t.m["a"]() }
func mk5(fs []func(int)) { fs[0](1) }
func main()              {}
