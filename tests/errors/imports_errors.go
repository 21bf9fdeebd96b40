package main

import "fmt"
import "fmt" // ERROR "fmt redeclared in this block" "imported and not used: .fmt."

func main() {
	fmt.NoSuch() // ERROR "undefined: fmt\.NoSuch"
	fmt.println() // ERROR "undefined: fmt\.println"
	_ = fmt // ERROR "use of package fmt not in selector"
	fmt.Println()
}
