package main

var word = "y"

type node struct {
	next *node
	name string
}

var last *node

// The é and the 世 before a mark: columns count bytes.
func keep(n *node) { /* é世 */ last = n }

func first(n *node) *node { return n }

func length(n *node) (k int) {
	for ; n != nil; n = n.next {
		k++
	}
	return k
}

func content(n *node) { last = n.next }

func join(a, b string) int {
	s := a + b
	return len(s)
}

func main() {
	var here node
	there := node{name: "é"}
	keep(&there)
	local := new(int)
	*local = join("</script><b>", word)
	for i := 0; i < 3; i++ {
		go func() {
			println(i, *local)
		}()
	}
	content(&here)
	println(length(first(&here)), first(&here).name)
}

func kind(x interface{}) {
	switch v := x.(type) {
	case node:
		keep(&v)
	}
}
