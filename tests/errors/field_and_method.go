package main

type T struct {
	a, b int
	E
}

type E struct{}

func (T) b()        {}           // ERROR "field and method with the same name b"
func (*T) E()       {}           // ERROR "field and method with the same name E"
func (T) E() int    { return 1 } // ERROR "T.E redeclared in this block"
func (*T) b() int   { return 1 } // ERROR "T.b redeclared in this block"

func main() {
	var x T
	_ = x.b + ""                        // ERROR "invalid operation: x.b \+ .. \(mismatched types func\(\) and untyped string\)"
	x.b()
	x.E()
	x.b = 3                             // ERROR "cannot assign to x.b \(value of type func\(\)\)"
	_ = T{b: 1, E: E{}}
	_ = T.b
	(*T).E(nil)
	var _ interface { b(); E() } = x    // ERROR "E method has pointer receiver"
}
