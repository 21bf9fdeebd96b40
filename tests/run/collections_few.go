// How often the heap is collected: not for less than a mebibyte, however small GOGC is, and not for less than what
// GOGC says of all that a collection looks at, stacks included.
package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

const kilobyte = 1 << 10

var sink [64]*[kilobyte]byte

// collections in the course of f, and mebibytes allocated
func during(f func()) (collections, mebibytes uint64) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return uint64(after.NumGC - before.NumGC), (after.TotalAlloc - before.TotalAlloc) >> 20
}

func allocate(mebibytes int) {
	for i := 0; i < mebibytes*kilobyte; i++ {
		sink[i%len(sink)] = new([kilobyte]byte)
	}
}

// Waits with some bytes of stack in use.
func wait(depth int, there chan<- bool, end <-chan bool) byte {
	var frame [kilobyte]byte
	if depth > 0 {
		frame[depth] = wait(depth-1, there, end)
	} else {
		there <- true
		<-end
	}
	return frame[depth]
}

func main() {
	there, end := make(chan bool), make(chan bool)

	debug.SetGCPercent(1)
	runtime.GC()
	collections, mebibytes := during(func() { allocate(100) })
	fmt.Println("GOGC=1:", collections >= 5, collections <= mebibytes+1)

	debug.SetGCPercent(100)
	for i := 0; i < 1000; i++ {
		go wait(16, there, end)
		<-there
	}
	runtime.GC() // has seen 16 mebibytes of stacks
	collections, mebibytes = during(func() { allocate(100) })
	fmt.Println("GOGC=100:", collections >= 1, collections <= mebibytes/16+1)
	close(end)
}
