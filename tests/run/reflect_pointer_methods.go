// reflect.New and Addr give pointers whose methods no other part of the program asks for.
package main

import (
	"fmt"
	"reflect"
)

type counter interface{ Count() int }

type base struct{ n int }

func (b *base) Count() int { b.n++; return b.n }

type named struct{ base }

func main() {
	type local struct{ named }
	for _, v := range []interface{}{
		[]named{}, []local{}, []struct{ base }{}, []struct {
			base
			s string
		}{}, []struct{ b base }{}, []base{},
	} {
		p := reflect.New(reflect.TypeOf(v).Elem())
		fmt.Println(p.Type(), p.Type().NumMethod())
		if c, ok := p.Interface().(counter); ok {
			c.Count()
			fmt.Println(c.Count())
		}
	}
	var pair struct{ A, B named }
	c := reflect.ValueOf(&pair).Elem().Field(1).Addr().Interface().(counter)
	c.Count()
	fmt.Println(pair)
}
