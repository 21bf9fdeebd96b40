// A map of integers: insertion, look-up, deletion.
package main

import "fmt"

func main() {
	m := make(map[int]int)
	sum := 0
	for round := 0; round < 5; round++ {
		for i := 0; i < 500000; i++ {
			m[i*7919%1000003] += i
		}
		for i := 0; i < 1000000; i++ {
			sum += m[i]
		}
		for i := 0; i < 500000; i += 3 {
			delete(m, i*7919%1000003)
		}
	}
	fmt.Println(len(m), sum)
}
