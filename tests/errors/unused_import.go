package main

import "fmt" // ERROR "imported and not used: .fmt."
import str "strings" // ERROR "imported and not used: .strings. as str"

func main() {
}
