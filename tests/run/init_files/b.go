package main

var b = log("b", c*2)

var x, y = pair()

func init() { log("init b", x+y) }

func pair() (int, int) { return log("pair", a), d }

var _ = log("blank", 0)

var table = map[string]func() int{"z": func() int { return z }}
