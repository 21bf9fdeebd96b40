package main

import "io"

// Changes for slices whose size sends them to the heap. gc 1.19 says "make(...) escapes to heap" of each.
//
// explain: change_sizes.go:constant
// explain: change_sizes.go:constantTwice
// explain: change_sizes.go:32
// explain: change_sizes.go:small
// explain: change_sizes.go:smallCapacity
// explain: change_sizes.go:inLoop
// explain: change_sizes.go:large
// explain: change_sizes.go:62
// explain: change_sizes.go:67
// explain: change_sizes.go:79

func constant() int {
	n := 100
	s := make([]int, n)
	return len(s)
}

func constantTwice() int {
	var n uint8 = 100
	s := make([]int, n, n)
	return len(s) + int(n)
}

func constantTooLarge() int {
	n := 10000
	s := make([]int, n)
	return len(s)
}

func small(n int) byte {
	buf := make([]byte, n)
	buf[0] = 1
	return buf[n-1]
}

func smallCapacity(words []string, n int) int {
	list := make([]string, 0, n)
	list = append(list, words...)
	return len(list)
}

func inLoop(sizes []uint16) (total int) {
	for _, n := range sizes {
		buf := make([]rune, n)
		total += cap(buf)
	}
	return
}

func large() int {
	buf := make([]byte, 1<<20)
	return len(buf)
}

func tooLarge() int {
	buf := make([]byte, 11<<20)
	return len(buf)
}

func operand() int {
	return sum(make([]int, 1<<20))
}

func sum(list []int) (n int) {
	for _, x := range list {
		n += x
	}
	return
}

//go:noinline
func reader(r io.Reader) (int, error) {
	buf := make([]byte, 16)
	return r.Read(buf)
}

// Its length is longer than some capacities: make panics then, and so does it afterwards.
//
// explain: change_sizes.go:lengthAndCapacity
func lengthAndCapacity(n int) int {
	list := make([]int, 5, n)
	return cap(list)
}

// An array in each of the frames that wait: the stack may not have room for them.
//
// explain: change_sizes.go:nested
func nested(n int) byte {
	if n == 0 {
		return 0
	}
	buf := make([]byte, 1<<20)
	buf[n] = nested(n-1) + 1
	return buf[n]
}

func main() {
	defer func() { println(recover().(error).Error()) }()
	println(nested(3), lengthAndCapacity(6))
	println(constant(), constantTwice(), constantTooLarge(), small(5), smallCapacity(nil, 7))
	println(inLoop([]uint16{1, 2}), large(), tooLarge(), operand())
	reader(nil2{})
	println(lengthAndCapacity(3))
}

type nil2 struct{}

func (nil2) Read(b []byte) (int, error) { return len(b), nil }
