package main

var saved []int

func sum(xs ...int) (n int) {
	for _, x := range xs {
		n += x
	}
	return
}

func save(xs ...int) { saved = xs }

func pointers(ps ...*int) *int { return ps[0] }

func any2(xs ...interface{}) int { return len(xs) }

type list struct {
	items []*int
}

func (l *list) add(p *int) *list {
	l.items = append(l.items, p)
	return l
}

func (l list) first() *int { return l.items[0] }

func main() {
	println(sum(1, 2, 3), sum())
	save(4, 5)
	x, y := 6, 7
	println(*pointers(&x, &y), any2(1, "two", 3.0))
	var l list
	z := 8
	println(*l.add(&z).first())
}
