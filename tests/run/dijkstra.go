// Shortest paths on a generated graph with a binary heap written as an interface, and the path itself.
package main

import (
	"fmt"
	"sort"
)

type edge struct{ to, weight int }
type graph [][]edge

type heapItem interface{ less(heapItem) bool }

type heap struct{ items []heapItem }

func (h *heap) push(x heapItem) {
	h.items = append(h.items, x)
	for i := len(h.items) - 1; i > 0; {
		p := (i - 1) / 2
		if !h.items[i].less(h.items[p]) {
			break
		}
		h.items[i], h.items[p] = h.items[p], h.items[i]
		i = p
	}
}

func (h *heap) pop() heapItem {
	top := h.items[0]
	n := len(h.items) - 1
	h.items[0] = h.items[n]
	h.items = h.items[:n]
	for i := 0; ; {
		c := 2*i + 1
		if c >= n {
			return top
		}
		if c+1 < n && h.items[c+1].less(h.items[c]) {
			c++
		}
		if !h.items[c].less(h.items[i]) {
			return top
		}
		h.items[i], h.items[c] = h.items[c], h.items[i]
		i = c
	}
}

type visit struct{ node, distance int }

func (v visit) less(w heapItem) bool {
	o := w.(visit)
	return v.distance < o.distance || v.distance == o.distance && v.node < o.node
}

const far = int(^uint(0) >> 1)

func shortest(g graph, from int) (distance, previous []int) {
	distance, previous = make([]int, len(g)), make([]int, len(g))
	for i := range distance {
		distance[i], previous[i] = far, -1
	}
	distance[from] = 0
	h := &heap{}
	h.push(visit{from, 0})
	for len(h.items) > 0 {
		v := h.pop().(visit)
		if v.distance > distance[v.node] {
			continue
		}
		for _, e := range g[v.node] {
			if d := v.distance + e.weight; d < distance[e.to] {
				distance[e.to], previous[e.to] = d, v.node
				h.push(visit{e.to, d})
			}
		}
	}
	return
}

func path(previous []int, to int) (p []int) {
	for ; to >= 0; to = previous[to] {
		p = append(p, to)
	}
	sort.SliceStable(p, func(i, j int) bool { return false })
	for i, j := 0, len(p)-1; i < j; i, j = i+1, j-1 {
		p[i], p[j] = p[j], p[i]
	}
	return
}

func main() {
	const n = 300
	g := make(graph, n)
	seed := uint64(42)
	random := func(k int) int {
		seed ^= seed << 13
		seed ^= seed >> 7
		seed ^= seed << 17
		return int(seed % uint64(k))
	}
	for i := range g {
		if i%50 == 49 {
			continue
		}
		for j := 0; j < 4; j++ {
			g[i] = append(g[i], edge{random(n), 1 + random(100)})
		}
	}
	distance, previous := shortest(g, 0)
	reached, sum, most := 0, 0, 0
	for i, d := range distance {
		if d != far {
			reached++
			sum += d
			if d > distance[most] || distance[most] == far {
				most = i
			}
		}
	}
	fmt.Println(reached, sum, most, distance[most], path(previous, most))
	floyd := make([][]int, n)
	for i := range floyd {
		floyd[i] = make([]int, n)
		for j := range floyd[i] {
			floyd[i][j] = far / 4
		}
		floyd[i][i] = 0
		for _, e := range g[i] {
			if e.weight < floyd[i][e.to] {
				floyd[i][e.to] = e.weight
			}
		}
	}
	for k := range floyd {
		for i := range floyd {
			for j := range floyd {
				if d := floyd[i][k] + floyd[k][j]; d < floyd[i][j] {
					floyd[i][j] = d
				}
			}
		}
	}
	same := true
	for j, d := range distance {
		same = same && (d == floyd[0][j] || d == far && floyd[0][j] >= far/4)
	}
	fmt.Println(same)
}
