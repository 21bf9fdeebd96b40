// The main goroutine ends by Goexit, and so does the last other one.
package main

import "runtime"

func main() {
	go func() {}()
	runtime.Goexit()
}
