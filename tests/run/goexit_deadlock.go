// The main goroutine ends by Goexit while another waits for a lock that nobody gives back.
package main

import "runtime"
import "sync"

var mu sync.Mutex

func main() {
	mu.Lock()
	go func() { mu.Lock() }()
	runtime.Goexit()
}
