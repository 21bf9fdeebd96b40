// Counting words with a map, then printing them in order of frequency.
package main

import (
	"fmt"
	"sort"
	"strings"
)

const text = `a variable lives on the stack when nothing outlives the call that made it
a variable lives on the heap when something may and the compiler says why it may`

func main() {
	counts := make(map[string]int)
	for _, word := range strings.Fields(text) {
		counts[word]++
	}
	words := make([]string, 0, len(counts))
	for word := range counts {
		words = append(words, word)
	}
	sort.Slice(words, func(i, j int) bool {
		a, b := words[i], words[j]
		return counts[a] > counts[b] || counts[a] == counts[b] && a < b
	})
	for _, word := range words[:8] {
		fmt.Printf("%-10s %d\n", word, counts[word])
	}
}
