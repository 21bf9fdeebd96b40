package main

import (
	"errors"
	"fmt"
	"sync"
)

// explain: mistakes.go:23
// explain: mistakes.go:30
// explain: mistakes.go:34
// explain: mistakes.go:39
// explain: mistakes.go:41
// explain: mistakes.go:46
// explain: mistakes.go:56
// explain: mistakes.go:62

type point struct{ x, y int }

func join(parts []string) string {
	s := ""
	for _, p := range parts {
		s += p + ","
		t := ""
		t += p
	}
	return s
}

var errEmpty = errors.New("empty")
var pool = sync.Pool{New: func() interface{} { return make([]byte, 1024) }}

func usePool() {
	b := pool.Get().([]byte); defer pool.Put(b)
}

func start(jobs []string) {
	for _, j := range jobs {
		go fmt.Println("job", j, len(jobs))
	}
	collect := func() { jobs = append(jobs, fmt.Sprint(len(jobs), jobs)) }
	go collect()
}

func sliceOfLocal(n int) []point {
	var ps [4]point
	if n > 0 {
		return ps[:n]
	}
	return nil
}

func handlers(names []string) map[string]func() {
	hs := map[string]func(){}
	for _, n := range names {
		hs[n] = func() { fmt.Println(n) }
	}
	return hs
}

func (p point) show() string { return fmt.Sprint(p.x, p.y) }
func method(p point) func() string { return p.show }

func main() {
	fmt.Println(join([]string{"a", "b"}), errEmpty)
	usePool()
	start(nil)
	handlers([]string{"a"})["a"]()
	fmt.Println(sliceOfLocal(1), method(point{1, 2})())
}
