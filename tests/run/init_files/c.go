package main

var c = func() int { return log("c", len(trace)) }()

var z = log("z", 26)

type T struct{ next *T }

var first = &T{second}
var second = &T{}

func init() { log("init c", table["z"]()) }
