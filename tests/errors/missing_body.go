// Functions without body, in a package that is Go files only.
package main

import _ "unsafe"

func f()          // ERROR "missing function body"
func g(x int) int // ERROR "missing function body"
func _()          // ERROR "missing function body"

type T int

func (T) m()  // ERROR "missing function body"
func (*T) g() // ERROR "missing function body"

//go:linkname h runtime.h
func h()

//go:linkname l
func l()

func (*T) n() // ERROR "missing function body"

//go:noescape
func o(p *int) // ERROR "missing function body"

//go:noescape
func p(p *int) {} // ERROR "can only use //go:noescape with external func implementations"



func main() { f(); g(1); h(); }
