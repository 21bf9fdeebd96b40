package main

type t int

func (t) m() {}
func (t) m() {} // ERROR "t\.m redeclared in this block"
func (int) n() {} // ERROR "cannot define new methods on non-local type int"
func (*undefinedType) o() {} // ERROR "undefined: undefinedType"
func (x t) m2() { x.unknown() } // ERROR "x\.unknown undefined \(type t has no field or method unknown\)"

type i interface{}

func (i) p() {} // ERROR "invalid receiver type i \(pointer or interface type\)"

type s struct{ f int }

func (s) f() {} // ERROR "field and method with the same name f"

func main() {}
