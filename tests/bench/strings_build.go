// Building strings: append, concatenation, conversion, formatting of numbers.
package main

import (
	"fmt"
	"strconv"
	"strings"
)

func main() {
	total := 0
	for round := 0; round < 200; round++ {
		var b strings.Builder
		for i := 0; i < 10000; i++ {
			b.WriteString("item ")
			b.WriteString(strconv.Itoa(i))
			b.WriteByte('\n')
		}
		s := b.String()
		total += len(s) + strings.Count(s, "9\n")
		for _, line := range strings.Split(s, "\n") {
			if strings.HasSuffix(line, "77") {
				total += len(line + "!")
			}
		}
	}
	fmt.Println(total)
}
