package main

// explain: stores.go:store
// explain: stores.go:link
// explain: stores.go:send
// explain: stores.go:init

type T struct {
	next *T
	name string
	buf  []byte
}

var all []*T
var byName = map[string]*T{}

func store(name string) {
	t := &T{name: name}
	all = append(all, t)
	byName[name] = t
}

func link(head *T, n int) {
	for i := 0; i < n; i++ {
		x := T{}
		head.next = &x
		head = head.next
	}
}

func send(c chan *int) {
	v := 7
	c <- &v
}

func main() {}
