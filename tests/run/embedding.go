// Embedding: promotion of fields and methods through several levels and pointers, shadowing, ambiguity resolved by depth, interfaces
// embedded in structs.
package main

import "fmt"

type base struct{ id int }

func (b base) describe() string { return fmt.Sprint("base ", b.id) }
func (b *base) rename(id int)   { b.id = id }
func (b base) common() string   { return "base's" }

type middle struct {
	base
	name string
}

func (m middle) common() string { return "middle's over " + m.base.common() }

type other struct{ name, only string }

func (o *other) setOnly(s string) { o.only = s }

type top struct {
	*middle
	other
	id string
}

type describer interface{ describe() string }
type commoner interface {
	describer
	common() string
}

type logged struct {
	describer
	calls int
}

func (l *logged) describe() string {
	l.calls++
	return "logged " + l.describer.describe()
}

type celsius float64

func (c celsius) String() string { return fmt.Sprintf("%.1f°", float64(c)) }

type reading struct {
	celsius
	at int
}

type list struct {
	*list
	value int
}

func (l *list) sum() int {
	if l == nil {
		return 0
	}
	return l.value + l.list.sum()
}

func main() {
	t := top{&middle{base{7}, "mid"}, other{"oth", "x"}, "top id"}
	fmt.Println(t.id, t.base.id, t.middle.id, t.middle.name, t.other.name, t.only)
	t.rename(8)
	t.setOnly("y")
	fmt.Println(t.describe(), t.common(), t.only, t.base.common())
	u := t
	u.rename(9)
	u.setOnly("z")
	fmt.Println(t.base.id, t.only, u.base.id, u.only)
	var c commoner = t
	fmt.Println(c.describe(), c.common())
	c = &t
	t.middle = &middle{base{1}, "new"}
	fmt.Println(c.describe(), c.common())
	l := &logged{describer: t}
	var d describer = &logged{describer: l}
	fmt.Println(d.describe(), l.calls, d.(*logged).calls)
	r := reading{36.6, 5}
	fmt.Println(r, r.celsius, r.at, r.celsius > 36)
	three := &list{&list{&list{nil, 3}, 2}, 1}
	fmt.Println(three.sum(), three.list.value, three.list.list.value, three.list.list.list.sum())
	f := t.describe
	t.rename(100)
	g := (*top).rename
	fmt.Println(f(), t.describe())
	g(&t, 200)
	h := top.describe
	fmt.Println(h(t))
	var anonymous struct {
		base
		fmt.Stringer
	}
	anonymous.Stringer = r
	anonymous.id = 3
	fmt.Println(anonymous.describe(), anonymous.String())
	defer func() { fmt.Println("recovered:", recover()) }()
	var empty top
	fmt.Println(empty.name())
}

func (t top) name() string { return t.middle.name }
