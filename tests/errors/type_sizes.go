package main

var c chan [2 << 16]byte // ERROR "channel element type too large \(>64kB\)"

type T [1 << 17]byte

var d chan T // ERROR "channel element type too large \(>64kB\)"

type small struct{ a [65535]byte }

var ok chan small

type V [1 << 50]byte // ERROR "type \[1125899906842624\]byte larger than address space"

var w [1 << 49]int64 // ERROR "type \[562949953421312\]int64 larger than address space"

func main() {
	ch := make(chan struct{ v [65536]byte }) // ERROR "channel element type too large \(>64kB\)"
	var q chan<- [65536]byte                 // ERROR "channel element type too large \(>64kB\)"
	_ = []chan [80006]byte{}                 // ERROR "channel element type too large \(>64kB\)"
	_, _ = ch, q
}
