// Everybody waits: for channels, for nothing.
package main

import "time"

func main() {
	c := make(chan int)
	go func() { time.Sleep(5 * time.Millisecond); select {} }()
	go func() { <-c }()
	<-c
}
