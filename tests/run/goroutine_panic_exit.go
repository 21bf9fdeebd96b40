// os.Exit while goroutines run and deferred calls wait: nothing of them runs, the status is as given.
package main

import (
	"fmt"
	"os"
	"time"
)

func main() {
	defer fmt.Println("not run")
	go func() {
		defer fmt.Println("nor this")
		for {
			time.Sleep(time.Millisecond)
		}
	}()
	time.Sleep(3 * time.Millisecond)
	fmt.Println("leaving")
	func() {
		defer func() {
			recover()
			os.Exit(7)
		}()
		panic("recovered, then exit")
	}()
}
