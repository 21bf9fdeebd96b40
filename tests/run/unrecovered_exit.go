// os.Exit in a deferred call while a panic is under way: its status wins, and the panic is never printed.
package main

import (
	"fmt"
	"os"
)

func main() {
	defer func() {
		fmt.Println("leaving")
		os.Exit(4)
	}()
	defer fmt.Println("first")
	panic("not printed")
}
