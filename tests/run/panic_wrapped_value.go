// Uncaught panics whose value is replaced on the way: recovered, wrapped and raised again with another type.
package main

import (
	"errors"
	"fmt"
)

var errBase = errors.New("base")

func level(n int) {
	defer func() {
		if e, ok := recover().(error); ok {
			panic(fmt.Errorf("level %d: %w", n, e))
		}
	}()
	if n == 0 {
		panic(errBase)
	}
	level(n - 1)
}

func main() {
	defer fmt.Println("last words")
	level(2)
}
