package main

type a struct{ b b } // ERROR "invalid recursive type a"
type b struct{ a a }
type c [2]c // ERROR "invalid recursive type c"
type d interface{ d } // ERROR "invalid recursive type d"
type e struct{ p *e }

func main() {}
