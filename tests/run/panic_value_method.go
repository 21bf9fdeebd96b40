// A method with a value receiver called through a nil pointer in an interface; and one through an embedded nil pointer, recovered.
package main

import "fmt"

type T struct{ n int }

func (t T) Get() int   { return t.n }
func (t *T) Safe() int { return 7 }

type getter interface{ Get() int }

type outer struct{ *T }

func main() {
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		var o outer
		fmt.Println(o.Safe())
		fmt.Println(o.Get())
	}()
	var p *T
	var g getter = p
	fmt.Println(g != nil)
	fmt.Println(g.Get())
}
