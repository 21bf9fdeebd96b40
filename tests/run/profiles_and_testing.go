// Packages testing, runtime/pprof and runtime/debug.
package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"strings"
	"testing"
	"testing/fstest"
	"testing/iotest"
	"testing/quick"
	"time"
)

func main() {
	fmt.Println(testing.AllocsPerRun(100, func() { _ = make([]byte, 0) }))
	fmt.Println(testing.BenchmarkResult{N: 10, T: time.Second})
	var buf bytes.Buffer
	pprof.Do(context.Background(), pprof.Labels("k", "v"), func(ctx context.Context) {
		done := make(chan bool)
		go func() { time.Sleep(10 * time.Millisecond); done <- true }()
		runtime.Gosched()
		time.Sleep(time.Millisecond)
		fmt.Println(pprof.Lookup("goroutine").WriteTo(&buf, 1))
		<-done
	})
	fmt.Println(strings.HasPrefix(buf.String(), "goroutine profile: total 2"), strings.Contains(buf.String(), `labels: {"k":"v"}`), strings.Contains(buf.String(), "main.main"))
	buf.Reset()
	fmt.Println(pprof.WriteHeapProfile(&buf), buf.Len() > 0)
	fmt.Println(pprof.Lookup("block").Count(), pprof.Lookup("mutex").Count())
	old := debug.SetMaxStack(1 << 26)
	fmt.Println(old, debug.SetMaxStack(old))
	fmt.Println(debug.SetGCPercent(50), debug.SetGCPercent(100))
	fmt.Println(debug.SetMemoryLimit(-1), debug.SetMaxThreads(10000))
	var gs debug.GCStats
	runtime.GC()
	debug.ReadGCStats(&gs)
	fmt.Println(gs.NumGC > 0, gs.PauseTotal > 0)
	fmt.Println(quick.Check(func(a, b int) bool { return a+b == b+a }, nil))
	fmt.Println(quick.Check(func(s string, b []byte) bool { return len(s)+len(b) < 0 }, nil) != nil)
	b, err := io.ReadAll(iotest.OneByteReader(strings.NewReader("hello")))
	fmt.Println(string(b), err)
	fs := fstest.MapFS{"a/b": {Data: []byte("x")}}
	fmt.Println(fstest.TestFS(fs, "a/b"))
	os.Stdout.Sync()
}
