package main

import _ "embed"

//go:embed a.txt // ERROR "go:embed cannot apply to multiple vars"
var a, b string

//go:embed a.txt // ERROR "go:embed cannot apply to var with initializer"
var c = "c"

var (
	//go:embed a.txt // ERROR "go:embed cannot apply to var with initializer"
	d []byte = nil
)

func main() {
	//go:embed a.txt // ERROR "go:embed cannot apply to var inside func"
	var e string
	_ = e
}
