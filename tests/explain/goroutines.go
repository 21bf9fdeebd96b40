package main

// explain: goroutines.go:goCall
// explain: goroutines.go:later

func goCall(c chan int, n int) {
	go func(a int) { c <- a * n }(3)
	go send(c, n)
}

func later() {
	defer func() { recover() }()
	for i := 0; i < 2; i++ {
		defer send(nil, i)
	}
}

//go:noinline
func send(c chan int, n int) { c <- n }

func main() {}
