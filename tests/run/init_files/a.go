package main

import "fmt"

var a = log("a", b+1)

func init() { log("init a 1", a) }

var d = log("d", 4)

func init() { log("init a 2", d) }

func log(s string, v int) int {
	trace = append(trace, fmt.Sprint(s, "=", v))
	return v
}

var trace []string
