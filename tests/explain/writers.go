package main

// explain: writers.go:write
// explain: writers.go:runes
// explain: writers.go:bytesOf

import (
	"io"
)

func write(w io.Writer, s string) { w.Write([]byte(s)) }

func runes(s string) int { return len([]rune(s)) }

func bytesOf(s string) []byte { return []byte(s) }

func main() {}
