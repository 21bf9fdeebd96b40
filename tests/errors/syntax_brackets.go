// A type that is followed by empty brackets.
package main

func a() int [] // ERROR "syntax error: unexpected ], expecting type"

var c int [] // ERROR "syntax error: unexpected ], expecting type"

func main() {
}

var x (T[10] int) // ERROR "syntax error: unexpected int, expecting \)"
