package main

type big struct{ a [1 << 17]byte }

func sizes(n int) int {
	s := make([]int, 10)
	t := make([]int, n)
	u := make([]byte, 65536)
	v := make([]byte, 65537)
	w := new(big)
	x := new([65536]byte)
	var y [10 << 20]byte
	var z [10<<20 + 1]byte
	m := make(map[string]int)
	m2 := make(map[int]*int, 100)
	return len(s) + len(t) + len(u) + len(v) + len(w.a) + len(x) + len(y) + len(z) + len(m) + len(m2)
}

func returned() ([]int, map[string]int, *int, chan int) {
	return make([]int, 3), make(map[string]int), new(int), make(chan int)
}

func literals() int {
	a := []int{1, 2, 3}
	m := map[string]int{"a": 1}
	p := &big{}
	return len(a) + len(m) + len(p.a)
}

func main() {
	println(sizes(3), literals())
	a, b, c, d := returned()
	println(len(a), len(b), *c, cap(d))
}
