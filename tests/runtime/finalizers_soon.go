// runtime.GC gives the finalizers of what it has found dead time to run before it returns, also while others stop the world again
// and again. Go promises no time, and a busy machine may need more than they have: but then GC has waited for them.
package main

import (
	"fmt"
	"runtime"
	"sync/atomic"
	"time"
)

type object struct{ n, pad int }

var ran int32
var text string

//go:noinline
func doomed(n int) {
	runtime.SetFinalizer(&object{n: n}, func(o *object) {
		for i := 0; i < 20; i++ {
			text = fmt.Sprint(o.n, i)
		}
		atomic.AddInt32(&ran, 1)
	})
}

//go:noinline
func clobber(n int) int {
	var room [40]int
	if n > 0 {
		room[n%40] = clobber(n - 1)
	}
	return room[n%40] + 1
}

func main() {
	const rounds, patience = 40, 1800 * time.Microsecond
	var stop int32
	stopped := make(chan bool)
	go func() {
		var m runtime.MemStats
		for atomic.LoadInt32(&stop) == 0 {
			runtime.ReadMemStats(&m)
		}
		stopped <- true
	}()
	early := 0
	for i := 1; i <= rounds; i++ {
		doomed(i)
		clobber(20)
		start := time.Now()
		runtime.GC()
		if time.Since(start) < patience && atomic.LoadInt32(&ran) < int32(i) {
			early++
		}
		for atomic.LoadInt32(&ran) < int32(i) {
			runtime.GC()
		}
	}
	atomic.StoreInt32(&stop, 1)
	<-stopped
	if early < rounds/8 {
		fmt.Println("in time")
	} else {
		fmt.Println("early", early, "of", rounds)
	}
}
