// Sudoku by constraint propagation and search with bit sets; counts the steps.
package main

import (
	"fmt"
	"math/bits"
	"strings"
)

type grid struct {
	cell           [81]uint8
	row, col, box  [9]uint16
	empty, guesses int
}

func parse(s string) (g *grid, ok bool) {
	g = &grid{}
	for i, c := range []byte(s) {
		if c >= '1' && c <= '9' {
			if !g.allowed(i, c-'0') {
				return g, false
			}
			g.set(i, c-'0')
		} else {
			g.empty++
		}
	}
	return g, true
}

func place(i int) (r, c, b int) { r, c = i/9, i%9; return r, c, r/3*3 + c/3 }

func (g *grid) candidates(i int) uint16 {
	r, c, b := place(i)
	return ^(g.row[r] | g.col[c] | g.box[b]) & 0x3fe
}

func (g *grid) allowed(i int, v uint8) bool { return g.candidates(i)>>v&1 != 0 }

func (g *grid) set(i int, v uint8) {
	r, c, b := place(i)
	g.cell[i] = v
	bit := uint16(1) << v
	g.row[r] |= bit
	g.col[c] |= bit
	g.box[b] |= bit
}

func (g *grid) unset(i int) {
	r, c, b := place(i)
	bit := uint16(1) << g.cell[i]
	g.cell[i] = 0
	g.row[r] &^= bit
	g.col[c] &^= bit
	g.box[b] &^= bit
}

func (g *grid) solve() bool {
	best, least := -1, 10
	for i := range g.cell {
		if g.cell[i] != 0 {
			continue
		}
		if n := bits.OnesCount16(g.candidates(i)); n < least {
			best, least = i, n
			if n <= 1 {
				break
			}
		}
	}
	if best < 0 {
		return true
	}
	for set := g.candidates(best); set != 0; set &= set - 1 {
		g.guesses++
		g.set(best, uint8(bits.TrailingZeros16(set)))
		if g.solve() {
			return true
		}
		g.unset(best)
	}
	return false
}

func (g *grid) String() string {
	var b strings.Builder
	for i, v := range g.cell {
		b.WriteByte('0' + v)
		if i%9 == 8 {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func main() {
	for _, s := range []string{
		"53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79",
		"8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..",
		"..............3.85..1.2.......5.7.....4...1...9.......5......73..2.1........4...9",
		"55..............................................................................",
		"12345678.........9...............................................................",
	} {
		g, ok := parse(s)
		if !ok {
			fmt.Println("contradiction")
			continue
		}
		if g.solve() {
			fmt.Printf("%d empty, %d guesses\n%v", g.empty, g.guesses, g)
		} else {
			fmt.Println("no solution after", g.guesses)
		}
	}
}
