// Wrapping text with the least raggedness (Knuth and Plass in small), justified and centred, with runes of several bytes; a histogram.
package main

import (
	"fmt"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

const text = `The naïve café owner said: "Überraschung!" — and all of 東京 heard it. It was the best of lines,
it was the worst of lines, it was the age of words; and every space had its place, wherever that might be.`

func wrap(words []string, width int) (lines [][]string, cost int) {
	n := len(words)
	best := make([]int, n+1)
	next := make([]int, n+1)
	lengths := make([]int, n)
	for i, w := range words {
		lengths[i] = utf8.RuneCountInString(w)
	}
	for i := n - 1; i >= 0; i-- {
		best[i] = 1 << 40
		used := -1
		for j := i; j < n; j++ {
			used += lengths[j] + 1
			if used > width && j > i {
				break
			}
			rest := width - used
			c := rest * rest * rest
			if j == n-1 {
				c = 0
			}
			if rest < 0 {
				c = -rest * 1000
			}
			if c+best[j+1] < best[i] {
				best[i], next[i] = c+best[j+1], j+1
			}
		}
	}
	for i := 0; i < n; i = next[i] {
		lines = append(lines, words[i:next[i]])
	}
	return lines, best[0]
}

func justify(words []string, width int) string {
	used := 0
	for _, w := range words {
		used += utf8.RuneCountInString(w)
	}
	gaps := len(words) - 1
	if gaps == 0 {
		return words[0]
	}
	var b strings.Builder
	spaces := width - used
	for i, w := range words {
		b.WriteString(w)
		if i < gaps {
			k := spaces / (gaps - i)
			b.WriteString(strings.Repeat(" ", k))
			spaces -= k
		}
	}
	return b.String()
}

type frequency struct {
	r rune
	n int
}

func histogram(s string) (fs []frequency) {
	counts := map[rune]int{}
	for _, r := range s {
		if unicode.IsLetter(r) {
			counts[unicode.ToLower(r)]++
		}
	}
	for r, n := range counts {
		fs = append(fs, frequency{r, n})
	}
	sort.Slice(fs, func(i, j int) bool { return fs[i].n > fs[j].n || fs[i].n == fs[j].n && fs[i].r < fs[j].r })
	return
}

func caesar(s string, by rune) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 'a' <= r && r <= 'z':
			return 'a' + (r-'a'+by+26)%26
		case 'A' <= r && r <= 'Z':
			return 'A' + (r-'A'+by+26)%26
		case r == ';':
			return -1
		}
		return r
	}, s)
}

func main() {
	words := strings.Fields(text)
	for _, width := range []int{20, 32, 60} {
		lines, cost := wrap(words, width)
		fmt.Println("width", width, "cost", cost, "lines", len(lines))
		for _, l := range lines {
			fmt.Printf("|%-*s|\n", width, justify(l, width))
		}
	}
	for _, f := range histogram(text)[:8] {
		fmt.Printf("%c %2d %s\n", f.r, f.n, strings.Repeat("*", f.n))
	}
	secret := caesar(text, 3)
	fmt.Println(secret[:40], len(secret) == len(text)-1, caesar(secret, -3) == strings.Replace(text, ";", "", -1))
	for i, w := range words[:6] {
		rs := []rune(w)
		for a, b := 0, len(rs)-1; a < b; a, b = a+1, b-1 {
			rs[a], rs[b] = rs[b], rs[a]
		}
		fmt.Printf("%d:%q:%x ", i, string(rs), w)
	}
	fmt.Println()
}
