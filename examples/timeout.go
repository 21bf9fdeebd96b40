// select with a timeout: the answer, or the clock, whichever comes first.
package main

import (
	"fmt"
	"time"
)

func ask(delay time.Duration) <-chan string {
	answer := make(chan string, 1)
	go func() {
		time.Sleep(delay)
		answer <- "answer"
	}()
	return answer
}

func wait(delay, limit time.Duration) string {
	select {
	case a := <-ask(delay):
		return a
	case <-time.After(limit):
		return "too late"
	}
}

func main() {
	fmt.Println(wait(time.Millisecond, 5*time.Second))
	fmt.Println(wait(5*time.Second, 20*time.Millisecond))
}
