// Hand-over on unbuffered channels between two goroutines.
package main

import "fmt"

func main() {
	there, back := make(chan int), make(chan int)
	go func() {
		for v := range there {
			back <- v + 1
		}
		close(back)
	}()
	sum := 0
	for i := 0; i < 1000000; i++ {
		there <- i
		sum += <-back
	}
	close(there)
	fmt.Println(sum)
}
