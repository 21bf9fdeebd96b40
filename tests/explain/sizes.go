package main

// explain: sizes.go:big

func big() {
	var a [11 << 20]byte
	println(len(a[:]))
	b := make([]byte, 1<<17)
	println(len(b))
}

func main() {}
