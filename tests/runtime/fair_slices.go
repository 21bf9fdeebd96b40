// Goroutines that only wake each other do not keep the others on their processor from running.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	a, b := make(chan int), make(chan int)
	var stop atomic.Bool
	var players, others sync.WaitGroup
	players.Add(2)
	started := make(chan bool)
	go func() {
		defer players.Done()
		for i := 0; !stop.Load(); i++ {
			if i == 10 {
				close(started)
			}
			a <- i
			<-b
		}
		close(a)
	}()
	go func() {
		defer players.Done()
		for i := range a {
			b <- i
		}
	}()
	<-started
	for round := 0; round < 20; round++ {
		others.Add(2)
		for i := 0; i < 2; i++ {
			go others.Done()
		}
		others.Wait()
	}
	stop.Store(true)
	players.Wait()
	fmt.Println("all have run")
}
