package main

import "reflect"

type M int

func (M) F(x int, s ...string) bool { return true }

func main() {
	t := reflect.TypeOf(M(0))
	m, _ := t.MethodByName("F")
	f := m.Func.Interface().(func(M, int, ...string) bool)
	println(f(1, 2))
	println(reflect.SliceOf(t) == reflect.TypeOf([]M{}), reflect.PtrTo(t) == reflect.TypeOf((*M)(nil)))
	println(reflect.MapOf(t, t) == reflect.TypeOf(map[M]M{}), reflect.ArrayOf(3, t) == reflect.TypeOf([3]M{}))
	println(reflect.ChanOf(reflect.BothDir, t) == reflect.TypeOf(make(chan M)))
	println(reflect.StructOf([]reflect.StructField{{Name: "A", Type: t}}) == reflect.TypeOf(struct{ A M }{}))
	v := reflect.New(reflect.ArrayOf(4, reflect.TypeOf("")))
	println(len(*v.Interface().(*[4]string)))
}
