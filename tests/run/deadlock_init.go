// A deadlock while packages are initialised: the goroutine is still tied to its thread.
package main

import "fmt"

func init() {
	fmt.Println("init")
	<-make(chan int)
}

func main() { fmt.Println("never") }
