package main

type pair struct {
	a, b *int
}

var g pair

func fields() int {
	x, y := 1, 2
	p := pair{&x, &y}
	q := p
	return *q.a + *q.b
}

func toGlobal() {
	x := 1
	g.a = &x
}

func loopVar() *int {
	var p *int
	for i := 0; i < 3; i++ {
		x := i
		p = &x
	}
	return p
}

func loopLocal() int {
	var p *int
	for i := 0; i < 3; i++ {
		x := i
		p = &x
	}
	return *p
}

func viaMap() int {
	m := map[string]*int{}
	x := 5
	m["x"] = &x
	return *m["x"]
}

func viaArray() int {
	var a [3]*int
	x := 5
	a[1] = &x
	return *a[1]
}

func viaSliceOfSlice(s [][]*int) {
	x := 5
	s[0][0] = &x
}

func typeSwitch(e interface{}) *int {
	switch v := e.(type) {
	case *int:
		return v
	case int:
		return &v
	}
	return nil
}

func selfReference() {
	type t struct{ p *t }
	var v t
	v.p = &v
}

func main() {
	println(fields(), *loopVar(), loopLocal(), viaMap(), viaArray())
	toGlobal()
	viaSliceOfSlice([][]*int{{nil}})
	println(*typeSwitch(3))
	selfReference()
}
