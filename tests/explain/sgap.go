package main

import (
	"fmt"
	"runtime"
	"time"
)

func foo() {
	runtime.GOMAXPROCS(1)
	for i := 0; i < 10; i++ {
		go func() {
			fmt.Print(i, " ")
		}()
	}
	runtime.Gosched()
	time.Sleep(time.Second)
}

func main() {
	foo()
}

// explain: sgap.go:11
// explain: sgap.go:12:6
// explain: -l sgap.go:13
// explain: sgap.go:10
// explain: sgap.go:foo
