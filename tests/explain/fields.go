package main

// explain: fields.go:setField
// explain: fields.go:intoArray
// explain: fields.go:structWithPointer
// explain: fields.go:throughPointer
// explain: fields.go:element
// explain: fields.go:sliceOfArray

type pair struct{ a, b *int }

var kept pair
var table [4]*int
var view []byte

func setField() {
	x := 1
	kept.a = &x
}

func intoArray(i int) {
	x := i
	table[i] = &x
}

func structWithPointer() pair {
	x, y := 1, 2
	return pair{&x, &y}
}

func throughPointer(p *pair) {
	x := 3
	p.b = &x
}

func element(list []*int) {
	x := 4
	list[0] = &x
}

func sliceOfArray() {
	var buf [16]byte
	view = buf[2:4]
}

func main() {}
