// The game of life, each generation computed by several goroutines that own bands of rows and meet at a barrier of condition variables.
package main

import (
	"fmt"
	"strings"
	"sync"
)

type field [][]bool

func newField(w, h int) field {
	f := make(field, h)
	for i := range f {
		f[i] = make([]bool, w)
	}
	return f
}

func (f field) alive(x, y int) bool {
	h, w := len(f), len(f[0])
	return f[(y+h)%h][(x+w)%w]
}

func (f field) next(x, y int) bool {
	n := 0
	for dy := -1; dy <= 1; dy++ {
		for dx := -1; dx <= 1; dx++ {
			if (dx != 0 || dy != 0) && f.alive(x+dx, y+dy) {
				n++
			}
		}
	}
	return n == 3 || n == 2 && f.alive(x, y)
}

func (f field) String() string {
	var b strings.Builder
	for _, row := range f {
		for _, c := range row {
			if c {
				b.WriteByte('#')
			} else {
				b.WriteByte('.')
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

type barrier struct {
	mu      sync.Mutex
	c       *sync.Cond
	n, here int
	round   int
}

func newBarrier(n int) *barrier {
	b := &barrier{n: n}
	b.c = sync.NewCond(&b.mu)
	return b
}

func (b *barrier) wait(last func()) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.here++
	if b.here == b.n {
		last()
		b.here = 0
		b.round++
		b.c.Broadcast()
		return
	}
	for round := b.round; round == b.round; {
		b.c.Wait()
	}
}

func run(f field, generations, workers int) field {
	a, b := f, newField(len(f[0]), len(f))
	bar := newBarrier(workers)
	var wg sync.WaitGroup
	for w := 0; w < workers; w++ {
		wg.Add(1)
		go func(from, to int) {
			defer wg.Done()
			for g := 0; g < generations; g++ {
				for y := from; y < to; y++ {
					for x := range a[y] {
						b[y][x] = a.next(x, y)
					}
				}
				bar.wait(func() { a, b = b, a })
			}
		}(w*len(f)/workers, (w+1)*len(f)/workers)
	}
	wg.Wait()
	return a
}

func main() {
	glider := []string{".#.", "..#", "###"}
	var results []string
	for _, workers := range []int{1, 2, 3, 7} {
		f := newField(24, 12)
		for y, row := range glider {
			for x, c := range row {
				f[y+1][x+1] = c == '#'
				f[y+6][x+12] = c == '#'
			}
		}
		results = append(results, run(f, 100, workers).String())
	}
	fmt.Print(results[0])
	for _, r := range results[1:] {
		fmt.Println(r == results[0])
	}
}
