// A send on a closed channel, uncaught, in a goroutine started by a method.
package main

import "fmt"

type queue struct{ c chan int }

func (q *queue) start(done chan<- bool) {
	go func() {
		defer fmt.Println("deferred in the goroutine")
		for i := 0; ; i++ {
			q.c <- i
			if i == 1 {
				close(q.c)
			}
		}
	}()
}

func main() {
	q := &queue{make(chan int, 10)}
	done := make(chan bool)
	q.start(done)
	<-done
}
