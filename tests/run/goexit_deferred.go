// runtime.Goexit runs the deferred calls, cannot be recovered, and ends only its goroutine, even during a panic.
package main

import (
	"fmt"
	"runtime"
)

func worker(name string, done chan string, f func()) {
	defer func() { done <- name + " ends" }()
	defer func() { fmt.Println(name, "recover:", recover()) }()
	f()
	fmt.Println(name, "returns")
}

func nested() {
	defer fmt.Println("nested's defer")
	func() {
		defer fmt.Println("literal's defer")
		runtime.Goexit()
	}()
	fmt.Println("not reached")
}

func main() {
	done := make(chan string)
	go worker("plain", done, func() {})
	fmt.Println(<-done)
	go worker("exit", done, runtime.Goexit)
	fmt.Println(<-done)
	go worker("nested", done, nested)
	fmt.Println(<-done)
	go worker("panic", done, func() { panic("p") })
	fmt.Println(<-done)
	go worker("exit in panic", done, func() {
		defer runtime.Goexit()
		panic("lost")
	})
	fmt.Println(<-done)
	go worker("panic in exit", done, func() {
		defer func() { fmt.Println("inner recover:", recover()) }()
		defer func() { panic("q") }()
		runtime.Goexit()
	})
	fmt.Println(<-done)
	fmt.Println(runtime.NumGoroutine() >= 1)
}
