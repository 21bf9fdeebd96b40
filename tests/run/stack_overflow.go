// A stack that grows without end: Go's fatal error, which cannot be recovered from.
package main

import "fmt"

func endless(n int, s string) int {
	return endless(n+1, s+"") + len(s)
}

func main() {
	defer fmt.Println("not run")
	defer func() { recover() }()
	fmt.Println("begin")
	fmt.Println(endless(0, "x"))
}
