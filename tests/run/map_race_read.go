// One goroutine reads a map while another writes to it.
// env: GOMAXPROCS=4
package main

func main() {
	m := map[string]int{"a": 1}
	go func() {
		for i := 0; ; i++ {
			m["a"] = i
		}
	}()
	n := 0
	for {
		n += m["a"]
	}
}
