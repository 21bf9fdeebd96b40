package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
)

type T struct{ a, b int }
type I int
type S int
type E struct{}

func (s S) String() string { return "stringer text" }
func (E) Error() string    { return "custom error" }

var _, _, _, _ = errors.New, fmt.Println, os.Exit, runtime.Goexit

func main() {
	var c chan int
	c <- 1
}
