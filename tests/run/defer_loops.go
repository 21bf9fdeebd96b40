// Deferred calls: in loops, with arguments and receivers evaluated at the statement, changing named results, in closures, of builtins, of
// nil functions, thousands at once, and their order against panics and recovery.
package main

import (
	"errors"
	"fmt"
)

func loop(n int) (s string) {
	for i := 0; i < n; i++ {
		defer func(v int) { s += fmt.Sprint(v, i, ";") }(i * i)
	}
	return "r:"
}

func many(n int) (sum int) {
	for i := 0; i < n; i++ {
		if i%3 == 0 {
			continue
		}
		defer func(i int) { sum = sum*31%1000003 + i }(i)
	}
	return 1
}

func results() (a int, err error) {
	defer func() {
		if e := recover(); e != nil {
			err = fmt.Errorf("recovered %v with a=%d", e, a)
			a = -a
		}
	}()
	a = 5
	defer func() { a *= 2 }()
	panic("boom")
}

func overwritten() (n int) {
	defer func() { n += 100 }()
	defer func() { n *= 10 }()
	n = 1
	return n + 1
}

func builtins() (m map[string]int, s []int, c chan int) {
	m = map[string]int{"a": 1, "b": 2}
	s = make([]int, 3)
	c = make(chan int, 1)
	defer delete(m, "a")
	defer copy(s, []int{7, 8})
	defer close(c)
	defer print("")
	defer func() { recover() }()
	panic("x")
}

func nilFunc() (e interface{}) {
	defer func() { e = recover() }()
	var f func()
	defer f()
	e = "not reached by f"
	return e
}

func conditional(which int) (s string) {
	if which > 0 {
		defer func() { s += "a" }()
	}
	if which > 1 {
		defer func() { s += "b" }()
	} else {
		defer func() { s += "c" }()
	}
	switch which {
	case 3:
		defer func() { s += "d" }()
	}
	return fmt.Sprint(which)
}

func nestedPanics() (s string) {
	defer func() { s += fmt.Sprint("[", recover(), "]") }()
	defer func() {
		defer func() { s += fmt.Sprint("(", recover(), ")") }()
		panic("second")
	}()
	panic("first")
}

func replaced() (s string) {
	defer func() { s += fmt.Sprint(recover()) }()
	defer func() { panic("replacement") }()
	panic("original")
}

func notDirect() (s string) {
	defer func() { s = fmt.Sprint("outer got ", recover()) }()
	defer func() {
		func() { s = fmt.Sprint(recover()) }()
	}()
	panic("p")
}

type res struct{ name string }

func (r *res) close() error {
	fmt.Print("close ", r.name, "; ")
	if r.name == "bad" {
		return errors.New("close failed")
	}
	return nil
}

func use(names ...string) (err error) {
	for _, n := range names {
		r := &res{n}
		defer func() {
			if e := r.close(); e != nil && err == nil {
				err = e
			}
		}()
		if n == "stop" {
			return errors.New("stopped")
		}
	}
	return nil
}

func recursive(n int) (depth int) {
	defer func() {
		if recover() != nil {
			depth = n
			if n < 5 {
				panic("up")
			}
		}
	}()
	if n == 0 {
		panic("bottom")
	}
	return recursive(n-1) + 1000
}

func recursiveUp(n, from int) (out int) {
	defer func() {
		if e := recover(); e != nil {
			if n < 3 {
				panic(fmt.Sprint(e, n))
			}
			out = len(e.(string))
		}
	}()
	if n == 0 {
		panic("x")
	}
	return recursiveUp(n-1, from)
}

func main() {
	fmt.Println(loop(4), many(10), many(20000), overwritten())
	fmt.Println(results())
	m, s, c := builtins()
	_, open := <-c
	fmt.Println(m, s, open, nilFunc())
	for i := 0; i < 4; i++ {
		fmt.Print(conditional(i), " ")
	}
	fmt.Println(nestedPanics(), replaced(), notDirect())
	fmt.Println(use("a", "bad", "c"), use("x", "stop", "y"))
	fmt.Println(func() (r interface{}) { defer func() { r = recover() }(); return recursive(8) }())
	fmt.Println(recursiveUp(6, 0))
	for i := 0; i < 3; i++ {
		func() {
			defer fmt.Print("iteration ", i, "; ")
			if i == 1 {
				return
			}
			fmt.Print("body ", i, "; ")
		}()
	}
	fmt.Println(recover())
}
