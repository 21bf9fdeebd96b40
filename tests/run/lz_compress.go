// A compressor in the manner of LZ77 with a hash table of positions, its decompressor, and a check of both on several inputs.
package main

import (
	"bytes"
	"fmt"
)

const (
	minMatch = 4
	window   = 1 << 15
	hashBits = 14
)

func hash(b []byte) uint32 {
	v := uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
	return v * 2654435761 >> (32 - hashBits)
}

func putUvarint(out []byte, v uint64) []byte {
	for v >= 0x80 {
		out = append(out, byte(v)|0x80)
		v >>= 7
	}
	return append(out, byte(v))
}

func uvarint(in []byte) (v uint64, rest []byte) {
	for shift := uint(0); ; shift += 7 {
		b := in[0]
		in = in[1:]
		v |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return v, in
		}
	}
}

func matchLen(a, b []byte) int {
	n := 0
	for n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func compress(in []byte) (out []byte) {
	var table [1 << hashBits]int
	for i := range table {
		table[i] = -1
	}
	literal := 0
	flush := func(to int) {
		out = putUvarint(out, uint64(to-literal))
		out = append(out, in[literal:to]...)
	}
	i := 0
	for i+minMatch <= len(in) {
		h := hash(in[i:])
		at := table[h]
		table[h] = i
		if at < 0 || i-at > window || !bytes.Equal(in[at:at+minMatch], in[i:i+minMatch]) {
			i++
			continue
		}
		n := matchLen(in[at:], in[i:])
		flush(i)
		out = putUvarint(out, uint64(n))
		out = putUvarint(out, uint64(i-at))
		for j := i + 1; j < i+n && j+minMatch <= len(in); j++ {
			table[hash(in[j:])] = j
		}
		i += n
		literal = i
	}
	flush(len(in))
	return putUvarint(out, 0)
}

func decompress(in []byte) (out []byte) {
	for len(in) > 0 {
		var n, distance uint64
		n, in = uvarint(in)
		out = append(out, in[:n]...)
		in = in[n:]
		if n, in = uvarint(in); n == 0 {
			break
		}
		distance, in = uvarint(in)
		for from := len(out) - int(distance); n > 0; n, from = n-1, from+1 {
			out = append(out, out[from])
		}
	}
	return
}

func sum(b []byte) (s uint32) {
	for _, c := range b {
		s = s<<5 ^ s>>27 ^ uint32(c)
	}
	return
}

func main() {
	random := make([]byte, 50000)
	seed := uint32(1)
	for i := range random {
		seed = seed*1664525 + 1013904223
		random[i] = byte(seed >> 24)
	}
	var text []byte
	for i := 0; i < 3000; i++ {
		text = append(text, fmt.Sprintf("line %d of the text, which repeats itself; ", i%97)...)
	}
	for _, c := range []struct {
		name string
		in   []byte
	}{{"empty", nil}, {"one", []byte("x")}, {"zeros", make([]byte, 100000)}, {"random", random}, {"text", text}, {"abcabc", []byte("abcabcabcabcabcx")}} {
		packed := compress(c.in)
		back := decompress(packed)
		fmt.Println(c.name, len(c.in), len(packed), sum(packed), bytes.Equal(back, c.in))
	}
}
