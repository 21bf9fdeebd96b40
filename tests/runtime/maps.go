package main

import (
	"fmt"
	"math"
)

type point struct{ x, y int }
type named struct {
	s string
	i interface{}
}
type big struct{ a [40]int }

func kinds() {
	a := map[int]string{}
	b := map[string]int{"one": 1, "two": 2}
	c := map[point]bool{{1, 2}: true}
	d := map[interface{}]int{1: 1, "1": 2, 1.0: 3, point{1, 1}: 4, nil: 5}
	e := map[named]int{{"a", 1}: 1, {"a", "1"}: 2}
	f := map[[2]string]int{{"x", "y"}: 7}
	g := map[big]big{}
	h := map[bool]int{true: 1}
	k := map[*int]int{nil: 3}
	for i := 0; i < 100; i++ {
		a[i] = fmt.Sprint(i)
		g[big{[40]int{i}}] = big{[40]int{39: i}}
	}
	fmt.Println(len(a), a[57], a[100] == "", len(b), b["two"], b["three"])
	fmt.Println(c[point{1, 2}], c[point{2, 1}], d[1], d["1"], d[1.0], d[point{1, 1}], d[nil], d[int8(1)])
	fmt.Println(e[named{"a", 1}], e[named{"a", "1"}], e[named{"b", 1}], f[[2]string{"x", "y"}], len(g))
	sum := 0
	for key, v := range g {
		if key.a[0] != v.a[39] {
			fmt.Println("wrong", key.a[0], v.a[39])
		}
		sum += key.a[0]
	}
	fmt.Println(sum, h[true], h[false], k[nil], g[big{}].a[39], g[big{[40]int{1, 1}}].a[0])
	g[big{[40]int{5}}] = big{}
	delete(g, big{[40]int{6}})
	fmt.Println(len(g), g[big{[40]int{5}}].a[39])
}

func nans() {
	m := map[float64]int{}
	nan := math.NaN()
	for i := 0; i < 20; i++ {
		m[nan] = i
	}
	m[0] = 1
	m[math.Copysign(0, -1)] = 2
	_, ok := m[nan]
	delete(m, nan)
	sum := 0
	for k, v := range m {
		if k != k {
			sum += v
		}
	}
	fmt.Println(len(m), ok, sum, m[0])
	for k := range m {
		delete(m, k)
	}
	fmt.Println(len(m))
}

// During iteration: what is deleted before it is reached is not seen, what stays is seen once.
func iteration() {
	for round := 0; round < 20; round++ {
		m := map[int]int{}
		for i := 0; i < 100; i++ {
			m[i] = i
		}
		seen := map[int]int{}
		deleted := map[int]bool{}
		n := 0
		for k, v := range m {
			if deleted[k] {
				fmt.Println("deleted key", k)
			}
			if seen[k]++; seen[k] > 1 {
				fmt.Println("twice", k)
			}
			if k < 100 && v != k && v != -k {
				fmt.Println("value", k, v)
			}
			n++
			if k < 100 {
				o := (k * 7) % 100
				if seen[o] == 0 && o%3 == 0 {
					delete(m, o)
					deleted[o] = true
				} else if !deleted[o] {
					m[o] = -o
				}
			}
			m[1000+n] = n
			if n > 5000 {
				break
			}
		}
		for i := 0; i < 100; i++ {
			if !deleted[i] && seen[i] != 1 {
				fmt.Println("not seen", i)
			}
		}
	}
	m := map[string]int{"a": 1, "b": 2, "c": 3}
	first := map[string]bool{}
	for i := 0; i < 200; i++ {
		for k := range m {
			first[k] = true
			break
		}
	}
	fmt.Println("orders", len(first))
	for k := range m {
		delete(m, k)
		m[k+"x"] = 1
		if len(m) > 3 {
			fmt.Println("grown")
		}
		break
	}
	fmt.Println(len(m))
}

func operations() {
	m := map[string][]int{}
	for i := 0; i < 10; i++ {
		m[fmt.Sprint(i%3)] = append(m[fmt.Sprint(i%3)], i)
	}
	fmt.Println(m)
	c := map[rune]int{}
	for _, r := range "hello, wörld" {
		c[r]++
	}
	fmt.Println(c['l'], c['ö'], c['z'], len(c))
	n := map[string]map[string]int{}
	if n["a"] == nil {
		n["a"] = map[string]int{}
	}
	n["a"]["b"] += 5
	v, ok := n["a"]["b"]
	w, ok2 := n["q"]["r"]
	fmt.Println(v, ok, w, ok2)
	var z map[string]int
	delete(z, "x")
	fmt.Println(len(z), z["q"])
	for range z {
		fmt.Println("no")
	}
	u := make(map[uint32]uint8, 1000)
	for i := uint32(0); i < 5000; i++ {
		u[i*2654435761] = uint8(i)
	}
	for i := uint32(0); i < 5000; i += 2 {
		delete(u, i*2654435761)
	}
	total := 0
	for _, b := range u {
		total += int(b)
	}
	fmt.Println(len(u), total)
}

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func panics() {
	var m map[string]int
	i := map[interface{}]int{}
	try(func() { m["a"] = 1 })
	try(func() { i[[]int{1}] = 1 })
	try(func() { _ = i[map[int]int{}] })
	try(func() { delete(i, func() {}) })
	try(func() { i[[1]interface{}{[]string{}}] = 2 })
	try(func() {
		type s struct {
			a int
			b interface{}
		}
		i[s{1, []byte{}}] = 2
	})
	fmt.Println(len(i))
}

func main() {
	kinds()
	nans()
	iteration()
	operations()
	panics()
}
