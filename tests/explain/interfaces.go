package main

// explain: interfaces.go:show
// explain: interfaces.go:fail

import (
	"errors"
	"fmt"
)

func show(x int, s string) {
	fmt.Println(x, s)
}

func fail(n int) error {
	if n < 0 {
		return errors.New("negative")
	}
	return fmt.Errorf("bad %d", n)
}

func main() {}
