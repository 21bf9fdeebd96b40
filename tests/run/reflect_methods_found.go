// Methods that are found through interfaces of the program's own that reflect.Type satisfies.
package main

import (
	"fmt"
	r "reflect"
)

type T int

func (t T) First() string  { return fmt.Sprint("first ", int(t)) }
func (t T) Second() string { return fmt.Sprint("second ", int(t)) }

type byNumber interface{ Method(int) r.Method }

type byName interface {
	MethodByName(string) (r.Method, bool)
}

func main() {
	var n byNumber = r.TypeOf(T(1))
	fmt.Println(n.Method(0).Func.Interface().(func(T) string)(2))
	var s byName = r.TypeOf(T(1))
	find := s.MethodByName
	m, ok := find("Second")
	fmt.Println(m.Name, ok)
	fmt.Println(m.Func.Call([]r.Value{r.ValueOf(T(3))})[0])
	_, ok = s.MethodByName("Third")
	fmt.Println(ok)
}
