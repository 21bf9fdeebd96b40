// Unlocking a mutex that nobody holds ends the program, whatever is deferred.
package main

import (
	"fmt"
	"sync"
)

type counter struct {
	mu sync.Mutex
	n  int
}

func (c *counter) add() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n++
}

func main() {
	defer func() { fmt.Println("never", recover()) }()
	var c counter
	c.add()
	fmt.Println(c.n)
	c.mu.Unlock()
}
