package main

// Structs by value: copied, compared, passed, returned, kept in maps and slices.

import "fmt"

type vector struct{ x, y, z float64 }

func (a vector) add(b vector) vector    { return vector{a.x + b.x, a.y + b.y, a.z + b.z} }
func (a vector) scale(f float64) vector { return vector{a.x * f, a.y * f, a.z * f} }
func (a vector) dot(b vector) float64   { return a.x*b.x + a.y*b.y + a.z*b.z }

type body struct {
	at, speed vector
	mass      float64
	name      string
	id        int
}

//go:noinline
func step(b body, dt float64) body {
	b.at = b.at.add(b.speed.scale(dt))
	b.id++
	return b
}

type cell struct{ x, y int }

func main() {
	bodies := make([]body, 100)
	for i := range bodies {
		f := float64(i)
		bodies[i] = body{vector{f, f + 1, f + 2}, vector{1, f / 10, -1}, f, "b", i}
	}
	for n := 0; n < 100000; n++ {
		for i := range bodies {
			bodies[i] = step(bodies[i], 0.001)
		}
	}
	sum := 0.0
	for _, b := range bodies {
		sum += b.at.dot(b.speed) + float64(b.id)
	}
	grid := map[cell]cell{}
	for i := 0; i < 2000000; i++ {
		c := cell{i % 300, i % 7}
		grid[c] = cell{grid[c].y + 1, i}
	}
	fmt.Println(sum, len(grid), grid[cell{3, 3}])
}
