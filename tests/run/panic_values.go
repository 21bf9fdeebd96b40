// What an uncaught panic would print, for values of every kind, seen through recover and as error; and errors of the runtime as values.
package main

import (
	"errors"
	"fmt"
	"runtime"
)

type myErr struct{ code int }

func (e *myErr) Error() string { return fmt.Sprint("code ", e.code) }

type str string

func try(what string, f func()) {
	defer func() {
		e := recover()
		re, isRuntime := e.(runtime.Error)
		err, isErr := e.(error)
		fmt.Printf("%s: %v|%T|%v|%v\n", what, e, e, isRuntime, isErr)
		if isRuntime {
			fmt.Println("  ", re.Error() == err.Error())
		}
		var te *runtime.TypeAssertionError
		if isErr && errors.As(err, &te) {
			fmt.Println("   a type assertion")
		}
	}()
	f()
}

type iface interface{ M() }
type other interface {
	M()
	N()
}
type impl struct{}

func (impl) M() {}

type ptrImpl struct{}

func (*ptrImpl) M() {}

func main() {
	var (
		s    = []int{1, 2, 3}
		a    [4]byte
		m    map[string]int
		e    interface{}
		i    iface
		p    *myErr
		n    = -1
		z    = 0
		k    = 10
		u    = uint(1 << 63)
		u8   = uint8(200)
		text = "hello"
		ch   chan int
		fn   func()
	)
	try("index", func() { _ = s[k] })
	try("negative index", func() { _ = s[n] })
	try("huge index", func() { _ = s[u] })
	try("byte index", func() { _ = s[u8] })
	try("array index", func() { _ = a[k] })
	try("string index", func() { _ = text[k] })
	try("slice high", func() { _ = s[:k] })
	try("slice low", func() { _ = s[k:] })
	try("slice order", func() { _ = s[3:z] })
	try("slice negative", func() { _ = s[n:] })
	try("slice3 cap", func() { _ = s[0:1:k] })
	try("slice3 high", func() { _ = s[0:3:z] })
	try("slice3 low", func() { _ = s[3:z:3] })
	try("string slice", func() { _ = text[k:] })
	try("string slice order", func() { _ = text[4:z] })
	try("array slice", func() { _ = a[z:k] })
	try("to array pointer", func() { _ = (*[4]int)(s) })
	try("divide", func() { _ = k / z })
	try("remainder", func() { _ = k % z })
	try("shift", func() { _ = k << n })
	try("nil map", func() { m["a"] = 1 })
	try("nil pointer", func() { _ = p.code })
	try("nil function", func() { fn() })
	try("nil interface call", func() { i.M() })
	try("make slice", func() { _ = make([]int, n) })
	try("make cap", func() { _ = make([]int, 2, z) })
	try("make huge", func() { _ = make([]int, 1<<62/(z+1)) })
	try("make chan", func() { _ = make(chan int, n) })
	try("close nil", func() { close(ch) })
	try("close twice", func() { c := make(chan int); close(c); close(c) })
	try("send closed", func() { c := make(chan int, 1); close(c); c <- 1 })
	try("unhashable", func() { _ = map[interface{}]int{s: 1} })
	try("unhashable struct", func() { mm := map[interface{}]int{}; mm[struct{ f func() }{}]++ })
	try("compare", func() { e = s; _ = e == e })
	try("compare map in array", func() { e = [1]interface{}{m}; f := e; _ = e == f })
	e = nil
	try("assert nil", func() { _ = e.(int) })
	try("assert nil to iface", func() { _ = e.(iface) })
	e = "text"
	try("assert type", func() { _ = e.(int) })
	try("assert named", func() { _ = e.(str) })
	try("assert missing", func() { _ = e.(iface) })
	e = impl{}
	try("assert method N", func() { _ = e.(other) })
	e = ptrImpl{}
	try("assert pointer method", func() { _ = e.(iface) })
	i = impl{}
	try("assert iface type", func() { _ = i.(*ptrImpl) })
	try("assert iface to iface", func() { _ = i.(other) })
	try("panic nil", func() { panic(nil) })
	try("panic error", func() { panic(&myErr{3}) })
	try("panic string", func() { panic("plain") })
	try("panic number", func() { panic(1.5) })
	try("panic named", func() { panic(str("named")) })
	try("panic in error", func() { panic(fmt.Errorf("wrap: %w", &myErr{4})) })
	try("none", func() {})
	big := make([]int, 5)
	try("after append", func() { big = append(big, 1); _ = big[len(big)] })
}
