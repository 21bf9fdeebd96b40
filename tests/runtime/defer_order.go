// Deferred calls run last in, first out, see the results, and may change them; a panic in one replaces another.
package main

import "fmt"

func count() (n int) {
	for i := 0; i < 3; i++ {
		defer func(step int) {
			n = n*10 + step
		}(i)
	}
	return 7
}

func twice() (text string) {
	defer func() {
		text = fmt.Sprint("finally ", recover())
	}()
	defer func() {
		panic("second")
	}()
	panic("first")
}

func main() {
	fmt.Println(count())
	fmt.Println(twice())
}
