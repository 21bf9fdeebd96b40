// Initialisation over several files: by dependence, then in the order of the files; init functions after all variables, in that order too.
package main

import "fmt"

var last = log("last", a+b+c+d)

func init() { log("init main", last) }

func main() {
	for _, s := range trace {
		fmt.Println(s)
	}
	fmt.Println(first.next == second)
}
