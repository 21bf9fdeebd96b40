// runtime.Goexit, panic and recover on top of each other, in goroutines that then end: what is recovered and what goes on.
package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"
)

var mu sync.Mutex
var out []string

func say(a ...interface{}) {
	mu.Lock()
	out = append(out, fmt.Sprint(a...))
	mu.Unlock()
}

func run(what string, f func()) {
	var wg sync.WaitGroup
	wg.Add(1)
	out = nil
	go func() {
		defer wg.Done()
		defer func() { say("outer recover: ", recover()) }()
		f()
		say("returned")
	}()
	wg.Wait()
	fmt.Println(what, out)
}

func main() {
	run("plain Goexit", func() { runtime.Goexit() })
	run("Goexit in a deferred call", func() { defer runtime.Goexit(); say("body") })
	run("Goexit in a deferred call of a panic", func() { defer runtime.Goexit(); panic("lost") })
	run("panic in a deferred call of Goexit", func() { defer func() { panic("from defer") }(); runtime.Goexit() })
	run("that panic recovered", func() {
		defer func() { say("inner ", recover()) }()
		defer func() { panic("from defer") }()
		runtime.Goexit()
	})
	run("recover does not stop Goexit", func() {
		defer func() { say("got ", recover()) }()
		func() {
			defer func() { say("also ", recover()) }()
			runtime.Goexit()
		}()
		say("not reached")
	})
	run("panic recovered, then Goexit goes on", func() {
		func() {
			defer func() {
				defer func() { say("r ", recover()) }()
				panic("p")
			}()
			runtime.Goexit()
		}()
		say("not reached either")
	})
	run("Goexit from recovery", func() {
		defer func() {
			say("recovered ", recover())
			runtime.Goexit()
		}()
		panic("x")
	})
	run("re-panic", func() {
		defer func() { panic(fmt.Sprint("again ", recover())) }()
		panic("first")
	})
	run("panic replaced twice", func() {
		defer func() { say(recover()) }()
		defer func() { panic(3) }()
		defer func() { panic(2) }()
		panic(1)
	})
	run("recovered between", func() {
		defer func() { say("last ", recover()) }()
		defer func() {
			defer func() { say("middle ", recover()) }()
			panic(2)
		}()
		panic(1)
	})
	run("loop of defers", func() {
		for i := 0; i < 4; i++ {
			i := i
			defer func() {
				if i%2 == 1 {
					say(i, recover())
				} else {
					panic(i)
				}
			}()
		}
		panic("start")
	})
	run("deep Goexit", func() {
		var f func(n int)
		f = func(n int) {
			defer func() {
				if n%250 == 0 {
					say(n)
				}
			}()
			if n == 1000 {
				runtime.Goexit()
			}
			f(n + 1)
		}
		f(0)
	})
	run("closure calls recover directly", func() {
		f := func() interface{} { return recover() }
		defer func() { say("nested sees ", f(), ", direct sees ", recover()) }()
		panic("q")
	})
	run("deferred method and recover value", func() {
		defer say("args ", recover())
		defer func() { recover() }()
		panic("swallowed")
	})
	// Those that have said that they are done may still be on their way out.
	for i := 0; i < 2000 && runtime.NumGoroutine() > 1; i++ {
		time.Sleep(time.Millisecond)
	}
	fmt.Println(runtime.NumGoroutine())
}
