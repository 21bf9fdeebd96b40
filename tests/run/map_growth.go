// Maps from empty to a hundred thousand entries and back, with keys of every kind; what an element found before stays what it was.
package main

import "fmt"

type point struct {
	x int32
	y int16
	s string
}

type big [40]int

func fill(n int) (sum int) {
	m := map[int]int{}
	for i := 0; i < n; i++ {
		m[i*7919] = i
	}
	for i := 0; i < n; i += 2 {
		delete(m, i*7919)
	}
	for i := 0; i < n; i += 3 {
		m[i*7919]++
	}
	for k, v := range m {
		sum += k ^ v
	}
	return sum + len(m)
}

func kinds() {
	a := map[uint8]int{}
	b := map[int16]string{}
	c := map[float64]bool{}
	d := map[string][]int{}
	e := map[point]int{}
	f := map[[3]byte]int{}
	g := map[interface{}]int{}
	h := map[bool]int{}
	p := map[*int]int{}
	q := map[big]big{}
	r := map[complex64]int{}
	s := map[chan int]int{}
	z := map[struct{}]int{}
	cs := make([]chan int, 100)
	xs := make([]int, 1000)
	for i := 0; i < 1000; i++ {
		a[uint8(i)]++
		b[int16(i*100)] += "x"
		c[float64(i)/4] = i%2 == 0
		d[fmt.Sprint(i%300)] = append(d[fmt.Sprint(i%300)], i)
		e[point{int32(i), int16(i), fmt.Sprint(i % 3)}] = i
		f[[3]byte{byte(i), byte(i >> 4), byte(i >> 8)}] = i
		g[i], g[int8(i)], g[fmt.Sprint(i)], g[[2]int{i, i}] = i, i, i, i
		h[i%3 == 0]++
		p[&xs[i]] = i
		q[big{39: i % 70}] = big{1: i}
		r[complex(float32(i), 1)] = i
		if i < 100 {
			cs[i] = make(chan int)
			s[cs[i]] = i
		}
		z[struct{}{}]++
	}
	fmt.Println(len(a), a[255], len(b), b[100], len(c), c[2.5], len(d), d["7"], len(e), e[point{5, 5, "2"}])
	fmt.Println(len(f), f[[3]byte{1, 0, 0}], len(g), g[int8(-1)], g["999"], g[[2]int{3, 3}], g[nil], len(h), h[true], len(p), p[&xs[50]], p[nil])
	fmt.Println(len(q), q[big{39: 69}][1], q[big{1: 1}][0], len(r), r[3+1i], len(s), s[cs[9]], len(z), z[struct{}{}])
}

func stable() {
	m := map[string]*[2]int{}
	keep := map[string]*[2]int{}
	for i := 0; i < 5000; i++ {
		k := fmt.Sprint("key", i)
		m[k] = &[2]int{i, -i}
		if i%100 == 0 {
			keep[k] = m[k]
		}
		if i%7 == 0 {
			delete(m, fmt.Sprint("key", i/2))
		}
	}
	ok := true
	for k, p := range keep {
		q, found := m[k]
		ok = ok && (!found || p == q)
	}
	fmt.Println(len(m), len(keep), ok)
}

func hints() {
	for _, n := range []int{0, 1, 8, 9, 1000} {
		m := make(map[int]int, n)
		for i := 0; i < n+20; i++ {
			m[i]++
		}
		fmt.Print(len(m), " ")
	}
	n := -1
	m := make(map[int]int, n)
	m[1] = 1
	fmt.Println(len(m))
}

func main() {
	fmt.Println(fill(0), fill(1), fill(9), fill(1000), fill(100000))
	kinds()
	stable()
	hints()
	words := map[string]int{}
	for i := 0; i < 20; i++ {
		words[string(rune('a'+i%5))] += i
		if v, ok := words["c"]; ok && v > 20 {
			delete(words, "c")
		}
	}
	fmt.Println(words)
	nested := map[string]map[int][]string{}
	for i := 0; i < 10; i++ {
		k := string(rune('x' + i%3))
		if nested[k] == nil {
			nested[k] = map[int][]string{}
		}
		nested[k][i%2] = append(nested[k][i%2], fmt.Sprint(i))
	}
	fmt.Println(nested)
	type counter struct{ n int }
	cs := map[string]counter{}
	c := cs["a"]
	c.n++
	cs["a"] = c
	ps := map[string]*counter{"b": {5}}
	ps["b"].n++
	fmt.Println(cs, ps["b"].n, ps["none"] == nil)
}
