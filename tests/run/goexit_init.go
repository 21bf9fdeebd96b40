// runtime.Goexit of the main goroutine while packages are initialised, with nobody else left.
package main

import (
	"fmt"
	"runtime"
)

func init() {
	defer fmt.Println("deferred")
	runtime.Goexit()
}

func main() { fmt.Println("never") }
