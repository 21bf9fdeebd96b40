package main

func f() {}

func main() {
	defer f // ERROR "expression in defer must be function call"
	go f // ERROR "expression in go must be function call"
	defer len("a") // ERROR "defer discards result of len\(.a.\) \(constant 1 of type int\)"
	defer int(1) // ERROR "defer requires function call, not conversion int\(1\) \(constant 1 of type int\)"
	go func() {} // ERROR "expression in go must be function call"
}
