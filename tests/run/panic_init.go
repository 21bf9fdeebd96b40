// A panic while packages are initialised: the initialiser that only calls init functions is not in the traceback.
package main

import "fmt"

var table = map[string]int{"a": 1}

func init() { fmt.Println("first init", table) }

func init() {
	var p *[4]int
	fmt.Println("second init")
	fmt.Println(p[table["a"]])
}

func main() { fmt.Println("never") }
