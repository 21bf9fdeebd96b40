// Interface literals that come back to themselves through a defined type that they embed are identical
// when their unfoldings are (gc 1.19 itself overflows its stack on some of these); struct tags do not
// count in conversions however deep they stand; labels named _.
package main

import "fmt"

type I1 interface{ F() interface{ I1 } }
type I2 interface{ F() interface{ I2 } }

type J1 interface{ G(interface{ K1 }) }
type K1 interface{ H() interface{ J1 } }
type J2 interface{ G(interface{ K2 }) }
type K2 interface{ H() interface{ J2 } }

type T int

func (t T) F() interface{ I1 } { return t }

type S1 struct{ A struct{ x int `a:"1"` } }
type S2 struct{ A struct{ x int } }
type M1 = interface{ M(struct{ X int `a` }) }
type M2 = interface{ M(struct{ X int }) }

func main() {
	var a I1 = T(3)
	var b I2 = a
	fmt.Println(a == b, b.F() == a.F().F())
	var x interface{} = (func() interface{ I1 })(nil)
	_, ok := x.(func() interface{ I2 })
	fmt.Println(ok)
	var j J1
	var k J2 = j
	fmt.Println(j == k)
	x = [1]interface{ J1 }{}
	_, ok = x.([1]interface{ J2 })
	fmt.Println(ok)
	x = map[interface{ K1 }]interface{ I2 }{}
	_, ok = x.(map[interface{ K2 }]interface{ I1 })
	fmt.Println(ok)
	_, ok = x.(map[interface{ K2 }]interface{ J1 })
	fmt.Println(ok)
	fmt.Println(S2(S1{}), (func(M1))(nil) == nil)
	_ = (func(M1))((func(M2))(nil))
L:
	for i := 0; i < 3; i++ {
	_:
	_:
		if i == 1 {
			continue L
		}
	_:
		fmt.Println(i)
	}
}
