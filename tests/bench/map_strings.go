// A map of strings: hashing and comparison of keys.
package main

import (
	"fmt"
	"strconv"
)

func main() {
	keys := make([]string, 100000)
	for i := range keys {
		keys[i] = "key number " + strconv.Itoa(i*7919%100003)
	}
	m := make(map[string]int)
	for round := 0; round < 20; round++ {
		for i, k := range keys {
			m[k] += i
		}
	}
	sum := 0
	for _, v := range m {
		sum ^= v
	}
	fmt.Println(len(m), sum)
}
