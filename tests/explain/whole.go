// What a whole program's analysis keeps off the heap.
// explain: -escape=whole whole.go
// explain: -escape=whole whole.go:26
package main

type source interface{ read(p []byte) int }

type zeros struct{ n int }

func (z *zeros) read(p []byte) int { z.n += len(p); return len(p) }

type echo []byte

func (e echo) read(p []byte) int { return copy(p, e) }

// keeps would keep what it is given, but nothing ever puts a keeper into a source.
type keeper struct{ all [][]byte }

func (k *keeper) read(p []byte) int { k.all = append(k.all, p); return 0 }

//go:noinline
func fill(s source, p []byte) int { return s.read(p) }

//go:noinline
func count(s source) int {
	var buf [16]byte
	return fill(s, buf[:])
}

//go:noinline
func twice(f func(*int), n int) int {
	x := n
	f(&x)
	f(&x)
	return x
}

//go:noinline
func table(n int) int {
	t := make([]int, n)
	for i := range t {
		t[i] = i * i
	}
	return t[n-1]
}

func main() {
	z := &zeros{}
	for i := 0; i < 3; i++ {
		println(count(z), count(echo("burrow")))
	}
	println(twice(func(p *int) { *p *= 3 }, 7), table(5), table(8), z.n)
	done := make(chan bool)
	total := 0
	go func() {
		total = z.n
		done <- true
	}()
	<-done
	println(total)
}
