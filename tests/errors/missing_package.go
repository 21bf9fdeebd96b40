package main

import "no/such/package" // ERROR "package no/such/package is not in GOROOT"

func main() {
	undefined()
}
