package main

import (
	"path"
	"runtime"
)

// Where code stands: under //line directives, in deferred calls, where an index fails, and what the last callers are.

func where() (string, int) {
	_, file, line, _ := runtime.Caller(1)
	return path.Base(file), line
}

func deferred() {
	defer func() {
		_, _, line, _ := runtime.Caller(1)
		println(line)
	}()
//line deferred.go:77
}

func failing(f func()) {
	defer func() {
		recover()
		var pcs [20]uintptr
		frames := runtime.CallersFrames(pcs[:runtime.Callers(0, pcs[:])])
		for more := true; more; {
			var f runtime.Frame
			if f, more = frames.Next(); path.Base(f.File) == "index.go" {
				println(path.Base(f.File), f.Line)
			}
		}
	}()
	f()
}

var one [1]int
var five = 5

func main() {
//line first.go:10
	println(where()); println(where())
	println(where()) /*line second.go:5*/; println(where())
//line :9
	println(where())
	deferred()
	failing(func() {
		var a [1]int
		a /*line index.go:100*/ [ /*line other.go:1*/ five] = 1
		one = a
	})
	failing(func() {
		var a []int
		a /*line index.go:200*/ [ /*line other.go:1*/ five]++
	})
	var pcs [20]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(1, pcs[:])])
	for more := true; more; {
		var f runtime.Frame
		f, more = frames.Next()
		println(f.Function)
	}
}
