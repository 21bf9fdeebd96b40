// A million goroutines, each blocked on a channel; then all are released. Prints the process's peak memory in kB.
package main

import (
	"fmt"
	"os"
	"strings"
)

func main() {
	const n = 1000000
	gate, done := make(chan int), make(chan int)
	for i := 0; i < n; i++ {
		go func() { done <- <-gate }()
	}
	sum := 0
	for i := 0; i < n; i++ {
		gate <- i
		sum += <-done
	}
	status, _ := os.ReadFile("/proc/self/status")
	for _, line := range strings.Split(string(status), "\n") {
		if strings.HasPrefix(line, "VmHWM:") {
			fmt.Println("peak", strings.Fields(line)[1])
		}
	}
	fmt.Println(sum)
}
