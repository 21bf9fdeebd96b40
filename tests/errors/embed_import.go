package main

//go:embed a.txt // ERROR "go:embed only allowed in Go files that import .embed."
var a string

func main() {}
