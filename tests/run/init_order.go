// Package initialisation: variables in order of dependency, not of the text, through functions, methods and closures; init functions
// in order; blank variables too.
package main

import "fmt"

var (
	total       = first + second
	second      = f("second", third)
	third       = f("third", 3)
	first       = f("first", 1)
	_           = f("blank", 0)
	viaFunc     = useLater()
	later       = f("later", 7)
	x, y        = pair()
	closure     = func() int { return inClosure }()
	inClosure   = f("inClosure", 8)
	method      = thing{}.value()
	inMethod    = f("inMethod", 9)
	methodValue = thing.other
	inOther     = f("inOther", 10)
	table       = map[string]int{"a": elementA, "b": elementB}
	elementB    = f("elementB", 2)
	elementA    = f("elementA", 1)
	pointer     = &pointee
	pointee     = f("pointee", 11)
	notCalled   = func() int { return later2 }
	later2      = f("later2", 12)
)

type thing struct{}

func (thing) value() int { return inMethod }
func (thing) other() int { return inOther }

func f(name string, v int) int {
	fmt.Println("init", name)
	return v
}

func useLater() int { return later + 1 }

func pair() (int, int) {
	fmt.Println("pair sees", len(table), third)
	return len(table), third
}

func init() {
	fmt.Println("init 1:", total, viaFunc, x, y, closure, method)
	total = -1
}

func init() {
	fmt.Println("init 2:", total, *pointer, notCalled(), methodValue(thing{}))
}

var last = func() int { fmt.Println("init last"); return 1 }()

func main() {
	fmt.Println("main:", total, table, last)
}
