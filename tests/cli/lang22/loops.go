package main

type node struct{ v int }

func (n *node) get() int { return n.v }

func collect() (fs []func() int) {
	for i := 0; i < 4; i++ {
		fs = append(fs, func() int { return i })
	}
	return
}

func change() (fs []func() int) {
	for i, j := 0, 10; i < 6; i, j = i+1, j-1 {
		fs = append(fs, func() int { i += 100; return i + j })
		if i == 2 {
			continue
		}
		i++
	}
	return
}

func header() (ps []*int) {
	for i, f := 0, func(p *int) bool { ps = append(ps, p); return *p < 3 }; f(&i); i++ {
		if i == 1 {
			continue
		}
		ps = append(ps, &i)
	}
	return
}

func ranged() {
	var ps []*string
	var gs []func() int
outer:
	for k, s := range []string{"a", "b", "c", "d"} {
		ps = append(ps, &s)
		gs = append(gs, func() int { k *= 2; return k })
		for {
			if k == 2 {
				break outer
			}
			continue outer
		}
	}
	for i := range ps {
		print(*ps[i], gs[i](), gs[i](), " ")
	}
	println()
	m := map[string]int{"x": 1}
	var kept []*string
	for k := range m {
		kept = append(kept, &k)
	}
	println(*kept[0])
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	close(ch)
	var is []*int
	for v := range ch {
		is = append(is, &v)
	}
	println(*is[0], *is[1])
	var ns []func() int
	for _, n := range []node{{1}, {2}, {3}} {
		ns = append(ns, n.get)
	}
	for n := (node{5}); n.v < 8; n.v++ {
		ns = append(ns, n.get)
	}
	for _, f := range ns {
		print(f(), " ")
	}
	println()
	for i, r := range "añb" {
		defer func() { print(i, string(r), " ") }()
	}
}

func nocond() (ps []*int) {
	for i := 0; ; i++ {
		ps = append(ps, &i)
		if i == 3 {
			return ps
		}
	}
}

func labelled() (ps []*int) {
loop:
	for i := 0; i < 5; i++ {
		for j := 0; j < 3; j++ {
			if j == 1 {
				ps = append(ps, &i, &j)
				continue loop
			}
		}
	}
	return
}

func main() {
	for _, f := range collect() {
		print(f(), " ")
	}
	println()
	for _, f := range change() {
		print(f(), " ", f(), " ")
	}
	println()
	for _, p := range header() {
		print(*p, " ")
	}
	println()
	ranged()
	println()
	for _, p := range nocond() {
		print(*p, " ")
	}
	println()
	for _, p := range labelled() {
		print(*p, " ")
	}
	println()
}
