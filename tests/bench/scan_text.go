package main

// Reading text byte by byte and rune by rune: a state machine, runes of strings, digits to numbers.

import "fmt"

type counts struct{ words, lines, numbers, sum, runes int }

func scan(s string, c *counts) {
	inWord, number, digits := false, 0, false
	for i := 0; i < len(s); i++ {
		switch b := s[i]; {
		case b >= '0' && b <= '9':
			number = number*10 + int(b-'0')
			digits = true
			inWord = true
		case b == ' ' || b == '\t' || b == '\n':
			if b == '\n' {
				c.lines++
			}
			if digits {
				c.numbers++
				c.sum += number
			}
			if inWord {
				c.words++
			}
			inWord, digits, number = false, false, 0
		default:
			inWord = true
			digits = false
		}
	}
}

func runes(s string, c *counts) {
	for _, r := range s {
		if r > 127 {
			c.runes++
		}
	}
}

func main() {
	text := ""
	for i := 0; i < 2000; i++ {
		text += fmt.Sprintf("line %d: grüße und 世界 %d\n", i, i*i)
	}
	var c counts
	for n := 0; n < 1500; n++ {
		scan(text, &c)
		runes(text, &c)
	}
	fmt.Println(c)
}
