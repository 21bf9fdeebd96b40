package main

import (
	"io"
	"os"
	"strings"
)

func first(r io.Reader) byte {
	buf := make([]byte, 512)
	n, _ := r.Read(buf)
	return buf[n-1]
}

func main() {
	var r io.Reader = os.Stdin
	if len(os.Args) > 1 {
		r = strings.NewReader(os.Args[1])
	}
	println(first(r))
}

// explain: rd.go:10
// explain: rd.go:main
// explain: -l rd.go
