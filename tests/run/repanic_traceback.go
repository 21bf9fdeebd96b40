// A panic in a deferred function during a panic: both are printed, with what was recovered in between.
package main

import "fmt"

type myError struct{ code int }

func (e myError) Error() string { return fmt.Sprint("code ", e.code) }

func inner() {
	defer func() {
		r := recover()
		fmt.Println("recovered", r)
		panic(fmt.Sprint("again: ", r))
	}()
	panic(myError{3})
}

func main() {
	defer fmt.Println("main's deferred call runs")
	defer func() {
		panic(myError{4})
	}()
	inner()
}
