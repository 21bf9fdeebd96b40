// A fault in one goroutine while others run, wait and have not begun: GOTRACEBACK=all shows them all.
// env: GOTRACEBACK=all
package main

import "time"

func spin() { for { } }
func wait(c chan int) { <-c }
func main() {
	go spin()
	go wait(make(chan int))
	go wait(nil)
	time.Sleep(20 * time.Millisecond)
	var p *int
	*p = 1
}
