// Calls through an interface whose dynamic type is a struct with an embedded interface: the embedded one is called.
package main

type I interface{ M(int) int }
type J interface{ I; N() }
type T struct{ I }

type V struct { J }
type A int
func (a A) M(n int) int { return int(a) + n }
func (a A) N() { println("N", a) }

func f() {
	var i I = T{A(3)}
	println(i.M(4))
	var j I = &T{A(5)}
	println(j.M(4))
	var k J = V{A(7)}
	k.N()
	println(k.M(8))
	var l I = &T{A(9)}
	println(l.M(1))
	var m I = V{A(7)}
	println(m.M(9))
	defer k.N()
	g := k.M
	println(g(1))
	defer func() { println(recover() != nil) }()
	var z I = T{}
	z.M(1)
}
func main() { f(); }
