package main

var x = f() // ERROR "initialization loop for x"

func f() int { return y }

var y = g()

func g() int { return x }

func main() {}
