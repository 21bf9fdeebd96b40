// Two goroutines hand a ball over on an unbuffered channel.
package main

import "fmt"

type ball struct{ hits int }

func player(name string, table chan *ball, limit int, done chan<- string) {
	for b := range table {
		b.hits++
		if b.hits == limit {
			done <- name
			return
		}
		table <- b
	}
}

func main() {
	table, done := make(chan *ball), make(chan string)
	go player("ping", table, 10001, done)
	go player("pong", table, 10001, done)
	b := new(ball)
	table <- b
	winner := <-done
	fmt.Println(b.hits, "hits", len(winner))
}
