package main

type T struct{ a, b int }

func main() {
	println("text", 1, -5, uint8(200), int64(-1<<63), uint64(1<<64-1), true, false, 'x')
	println(1.5, -0.0, 1e100, 3.0, float32(0.1), 100.0/3, 1e-5)
	println(1+2i, complex64(-1-0.5i))
	print("no", "space", 1, 2, "\n")
	println()
	var p *int
	var m map[string]int
	var e interface{}
	println(p, m == nil, e == nil, len("é"), nil == e)
	s := []int{1, 2, 3}
	println(len(s), cap(s[:2]), s[1])
	f := 0.0
	println(1/f, -1/f, f/f, uintptr(255), string(rune(233)))
}
