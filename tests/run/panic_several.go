// Several goroutines panic at once: one of them is reported, and the program ends with status 2.
// env: GOMAXPROCS=4
package main

type reason struct{ s string }

func (r reason) Error() string { return "reason: " + r.s }

func main() {
	start := make(chan bool)
	for g := 0; g < 8; g++ {
		go func(g int) {
			<-start
			panic(reason{"same"})
		}(g)
	}
	close(start)
	select {}
}
