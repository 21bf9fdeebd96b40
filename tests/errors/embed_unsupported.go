package main

import _ "embed"

//go:embed embed_unsupported.go // ERROR "not supported yet: go:embed"
var a string

func main() {}
