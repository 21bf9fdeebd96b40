package main

import (
	"errors"
	"fmt"
	"runtime"
	"sync"
)

func order() {
	for i := 0; i < 3; i++ {
		defer fmt.Print("defer ", i, " ")
	}
	defer func() { fmt.Print("closure ") }()
}

func named() (n int, err error) {
	defer func() {
		if e := recover(); e != nil {
			n *= 2
			err = fmt.Errorf("recovered: %v", e)
		}
	}()
	n = 21
	panic("oops")
}

func nested() (s string) {
	defer func() {
		s += fmt.Sprint(" outer:", recover())
	}()
	defer func() {
		defer func() { s += fmt.Sprint(" inner:", recover()) }()
		panic("second")
	}()
	panic("first")
}

func replaced() (s string) {
	defer func() { s = fmt.Sprint("got ", recover(), " then ", recover()) }()
	defer func() { panic("new") }()
	panic("old")
}

func helper() interface{} { return recover() }

func notDirect() (s string) {
	defer func() { s += fmt.Sprint(" direct:", recover()) }()
	defer func() {
		s += fmt.Sprint("helper:", helper())
		func() { s += fmt.Sprint(" func:", recover()) }()
	}()
	panic("p")
}

type T struct{ msg string }

func (t T) rec()   { fmt.Print(t.msg, recover(), " ") }
func (t *T) prec() { fmt.Print(t.msg, recover(), " ") }

type R interface{ rec() }
type E struct{ T }

func methods() {
	t := T{"m:"}
	var r R = t
	func() { defer t.rec(); panic(1) }()
	func() { defer (&t).prec(); panic(2) }()
	func() { defer r.rec(); panic(3) }()
	func() { defer E{t}.rec(); panic(4) }()
	func() { f := t.rec; defer f(); panic(5) }()
	func() { defer R.rec(t); panic(6) }()
	func() { var r R = E{t}; defer r.rec(); panic(7) }()
	func() { var r R = &E{t}; defer r.rec(); panic(8) }()
	fmt.Println(recover())
}

func loops() (n int) {
	for i := 0; i < 100; i++ {
		func() {
			defer func() {
				if recover() != nil {
					n++
				}
			}()
			if i%2 == 0 {
				panic(i)
			}
		}()
	}
	return
}

func deferLoop() (out []int) {
	defer func() { fmt.Println(out) }()
	for i := 0; i < 5; i++ {
		i := i
		defer func() { out = append(out, i) }()
	}
	return []int{-1}
}

func repanic() (s string) {
	defer func() { s = fmt.Sprint(recover()) }()
	func() {
		defer func() {
			e := recover()
			panic(fmt.Sprint("re-", e))
		}()
		panic("base")
	}()
	return "unreachable"
}

func deep(n int) {
	if n == 0 {
		panic(errors.New("deep"))
	}
	var pad [100]int
	pad[n%100] = n
	defer func() { pad[0]++ }()
	deep(n - 1)
}

func goexit() {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		defer func() { fmt.Println("goexit recover", recover()) }()
		func() {
			defer fmt.Println("runs")
			runtime.Goexit()
		}()
		fmt.Println("not reached")
	}()
	wg.Add(-1)
	wg.Wait()
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer func() {
			defer func() { fmt.Println("during goexit:", recover()) }()
			panic("in goexit")
		}()
		runtime.Goexit()
	}()
	wg.Wait()
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer fmt.Println("goexit goes on")
		func() {
			defer func() { fmt.Println("stopped", recover()) }()
			defer panic("aborts")
			runtime.Goexit()
		}()
		fmt.Println("not reached")
	}()
	wg.Wait()
}

func evaluated() {
	x := 1
	defer fmt.Println("x was", x)
	f := func() { fmt.Println("first f") }
	defer f()
	f = func() { fmt.Println("second f") }
	x = 2
}

func main() {
	order()
	fmt.Println()
	fmt.Println(named())
	fmt.Println(nested())
	fmt.Println(replaced())
	fmt.Println(notDirect())
	methods()
	fmt.Println(loops())
	deferLoop()
	fmt.Println(repanic())
	func() {
		defer func() { fmt.Println(recover()) }()
		deep(2000)
	}()
	goexit()
	evaluated()
	fmt.Println(recover())
}
