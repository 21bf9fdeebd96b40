// Package bytealg has the searches that packages bytes and strings share. What scans memory is C (runtime/lang/string.c).
package bytealg

import "unsafe"

// MaxBruteForce is the length up to which Index is fast on any text.
const MaxBruteForce = 64

// MaxLen is the longest pattern that Index accepts.
var MaxLen int = 63

// PrimeRK is the base of the rolling hash of Karp and Rabin (Efficient randomized pattern-matching algorithms, 1987).
const PrimeRK = 16777619

//burrow:leaf string_compare
//go:noescape
func compare(a unsafe.Pointer, n int, b unsafe.Pointer, m int) int

//burrow:leaf bytes_index
//go:noescape
func indexByte(p unsafe.Pointer, n int, c byte) int

//burrow:leaf bytes_count
//go:noescape
func count(p unsafe.Pointer, n int, c byte) int

//burrow:leaf bytes_search
//go:noescape
func search(p unsafe.Pointer, n int, q unsafe.Pointer, m int) int

type header struct {
	data unsafe.Pointer
	len  int
}

func bytesOf(b *[]byte) *header  { return (*header)(unsafe.Pointer(b)) }
func stringOf(s *string) *header { return (*header)(unsafe.Pointer(s)) }

// Compare is -1, 0 or 1 as a sorts before b, equals it, or sorts after it.
//
//go:noinline
func Compare(a, b []byte) int {
	x, y := bytesOf(&a), bytesOf(&b)
	return compare(x.data, x.len, y.data, y.len)
}

// Count is the number of bytes c in b.
//
//go:noinline
func Count(b []byte, c byte) int {
	x := bytesOf(&b)
	return count(x.data, x.len, c)
}

// CountString is the number of bytes c in s.
//
//go:noinline
func CountString(s string, c byte) int {
	x := stringOf(&s)
	return count(x.data, x.len, c)
}

// Equal says whether a and b have the same length and bytes.
func Equal(a, b []byte) bool {
	return string(a) == string(b)
}

// IndexByte is where the first byte c is in b, or -1.
//
//go:noinline
func IndexByte(b []byte, c byte) int {
	x := bytesOf(&b)
	return indexByte(x.data, x.len, c)
}

// IndexByteString is where the first byte c is in s, or -1.
//
//go:noinline
func IndexByteString(s string, c byte) int {
	x := stringOf(&s)
	return indexByte(x.data, x.len, c)
}

// Index is where b, of 2 to MaxLen bytes, first occurs in a, or -1.
//
//go:noinline
func Index(a, b []byte) int {
	x, y := bytesOf(&a), bytesOf(&b)
	return search(x.data, x.len, y.data, y.len)
}

// IndexString is where b, of 2 to MaxLen bytes, first occurs in a, or -1.
//
//go:noinline
func IndexString(a, b string) int {
	x, y := stringOf(&a), stringOf(&b)
	return search(x.data, x.len, y.data, y.len)
}

// Cutover is how many false starts of a search, after n bytes, should make the caller turn to Index.
func Cutover(n int) int {
	return (n + 16) / 8
}

// HashStrBytes is the hash of sep and the factor that takes a byte out of the window again.
//
//burrow:cost 66
func HashStrBytes(sep []byte) (uint32, uint32) {
	hash := uint32(0)
	for _, c := range sep {
		hash = hash*PrimeRK + uint32(c)
	}
	return hash, power(len(sep))
}

// HashStr is HashStrBytes for a string.
//
//burrow:cost 66
func HashStr(sep string) (uint32, uint32) {
	hash := uint32(0)
	for i := 0; i < len(sep); i++ {
		hash = hash*PrimeRK + uint32(sep[i])
	}
	return hash, power(len(sep))
}

// HashStrRevBytes is HashStrBytes of the reverse of sep.
//
//burrow:cost 68
func HashStrRevBytes(sep []byte) (uint32, uint32) {
	hash := uint32(0)
	for i := len(sep) - 1; i >= 0; i-- {
		hash = hash*PrimeRK + uint32(sep[i])
	}
	return hash, power(len(sep))
}

// HashStrRev is HashStrRevBytes for a string.
//
//burrow:cost 68
func HashStrRev(sep string) (uint32, uint32) {
	hash := uint32(0)
	for i := len(sep) - 1; i >= 0; i-- {
		hash = hash*PrimeRK + uint32(sep[i])
	}
	return hash, power(len(sep))
}

//go:noinline
func power(n int) uint32 {
	p, square := uint32(1), uint32(PrimeRK)
	for ; n > 0; n >>= 1 {
		if n&1 != 0 {
			p *= square
		}
		square *= square
	}
	return p
}

// IndexRabinKarpBytes is where sep first occurs in s, or -1.
func IndexRabinKarpBytes(s, sep []byte) int {
	want, out := HashStrBytes(sep)
	n := len(sep)
	h := uint32(0)
	for i, c := range s {
		h = h*PrimeRK + uint32(c)
		if i >= n {
			h -= out * uint32(s[i-n])
		}
		if start := i + 1 - n; start >= 0 && h == want && Equal(s[start:i+1], sep) {
			return start
		}
	}
	return -1
}

// IndexRabinKarp is where substr first occurs in s, or -1.
func IndexRabinKarp(s, substr string) int {
	want, out := HashStr(substr)
	n := len(substr)
	h := uint32(0)
	for i := 0; i < len(s); i++ {
		h = h*PrimeRK + uint32(s[i])
		if i >= n {
			h -= out * uint32(s[i-n])
		}
		if start := i + 1 - n; start >= 0 && h == want && s[start:i+1] == substr {
			return start
		}
	}
	return -1
}
