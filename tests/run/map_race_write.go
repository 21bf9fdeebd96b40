// Two goroutines write to a map that grows: found out, not necessarily at the first occasion.
// env: GOMAXPROCS=4
package main

func main() {
	for {
		m := map[int]int{}
		done := make(chan bool)
		for g := 0; g < 4; g++ {
			go func(g int) {
				for i := 0; i < 20000; i++ {
					m[i*4+g] = i
				}
				done <- true
			}(g)
		}
		for g := 0; g < 4; g++ {
			<-done
		}
	}
}
