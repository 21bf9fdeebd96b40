// Package debug contains facilities for programs to debug themselves while they are running.
package debug

import (
	"os"
	"runtime"
	_ "unsafe" // for linkname
)

func setGCPercent(percent int32) int32
func freeOSMemory()
func setPanicOnFault(on bool) (old bool)

// SetGCPercent sets the garbage collection target percentage and returns the previous setting. A negative percentage disables
// garbage collection.
func SetGCPercent(percent int) int {
	return int(setGCPercent(int32(percent)))
}

// FreeOSMemory forces a garbage collection.
func FreeOSMemory() {
	freeOSMemory()
}

// SetPanicOnFault controls whether a fault at an unexpected address panics or ends the program.
func SetPanicOnFault(enabled bool) bool {
	return setPanicOnFault(enabled)
}

// SetMaxStack sets the maximum amount of memory that can be used by a single goroutine stack: it cannot be changed.
func SetMaxStack(bytes int) int {
	return 1000000000
}

// PrintStack prints to standard error the stack trace returned by runtime.Stack.
func PrintStack() {
	os.Stderr.Write(Stack())
}

// Stack returns a formatted stack trace of the goroutine that calls it.
func Stack() []byte {
	buf := make([]byte, 1024)
	for {
		n := runtime.Stack(buf, false)
		if n < len(buf) {
			return buf[:n]
		}
		buf = make([]byte, 2*len(buf))
	}
}
