package main

// explain: type_switches.go:19:10
// explain: type_switches.go:21:19
// explain: type_switches.go:23:9
// explain: type_switches.go:slice
// explain: type_switches.go:pointer
// explain: type_switches.go:fallback

var (
	sink   *int
	change func()
	lists  []int
	last   interface{}
)

func store(x interface{}) {
	switch v := x.(type) {
	case int:
		sink = &v
	case []int, error:
		change = func() { v = nil }
	default:
		change = func() { v = 1 }
	}
}

func keep(x interface{}) {
	switch v := x.(type) {
	case []int:
		lists = v
	case *int:
		last = v
	}
}

func slice() { keep(make([]int, 3)) }

func pointer() {
	n := 1
	keep(&n)
}

func fallback() {
	n := 1
	var x interface{} = &n
	switch v := x.(type) {
	case nil:
	default:
		last = v
	}
}

func main() { store(1); slice(); pointer(); fallback() }
