// A panic in the initial value of a variable of the package: the package's initialiser is in the traceback.
package main

import "fmt"

var list []int

var first = second + 1
var second = element(3)

//go:noinline
func element(i int) int { return list[i] }

func main() { fmt.Println("never", first) }
