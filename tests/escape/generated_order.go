package main

import (
	"fmt"
	"io"
	"strings"
	. "testing"
)

// Generated methods: of types without a name that only variables have, of interfaces, of a type
// that is called _; defined types before others.

type _ B

type base struct{ id int }

func (b base) describe() string { return fmt.Sprint("base ", b.id) }

type describer interface {
	describe() string
	describeTo(f func(*int)) (describer, error)
}

type (
	aaa int
	zzz int
)

func (a aaa) String() string  { return "a" }
func (z *zzz) String() string { return "z" }

func (b base) describeTo(f func(*int)) (describer, error) {
	f(&b.id)
	return b, nil
}

func use(d describer) string { return d.describe() }

func main() {
	var anonymous struct {
		base
		fmt.Stringer
	}
	anonymous.Stringer = aaa(3)
	println(anonymous.describe(), anonymous.String())
	var s struct{ describer }
	s.describer = anonymous.base
	println(s.describe(), use(s))
	fmt.Println([]aaa{1}, map[zzz]aaa{2: 3}, new(zzz))
	type local struct{ *strings.Builder }
	var l io.Writer = local{new(strings.Builder)}
	var m io.Writer = struct {
		local
		n int
	}{l.(local), 1}
	fmt.Fprint(l, m)
}
