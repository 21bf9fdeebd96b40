package main

// explain: memory.go:21
// explain: memory.go:25
// explain: memory.go:29
// explain: memory.go:33
// explain: memory.go:36
// explain: memory.go:37
// explain: memory.go:41
// explain: memory.go:44
// explain: memory.go:48
// explain: memory.go:51
// explain: memory.go:56
// explain: memory.go:61
// explain: memory.go:64
// explain: memory.go:67

var keep []int

func fixed() int {
	s := make([]int, 8)
	return len(s)
}
func variable(n int) int {
	s := make([]int, n)
	return len(s)
}
func variableCap(n int) int {
	s := make([]int, 0, n)
	return cap(s)
}
func kept() {
	keep = make([]int, 8)
}
func limit() int {
	s := make([]byte, 65536)
	t := make([]byte, 65537)
	return len(s) + len(t)
}
func nothing() *struct{} {
	return new(struct{})
}
func newInt() int {
	p := new(int)
	return *p
}
func newKept() *int {
	return new(int)
}
func channel() {
	c := make(chan int)
	_ = c
}
func grow(n int) (s []int) {
	for i := 0; i < n; i++ {
		s = append(s, i)
	}
	return
}
func text(n int) string {
	return string(rune(n))
}
func bytes(b []byte) bool {
	return string(b) == "x"
}
func join(a, b, c string) string {
	return a + b + c
}
func main() {}
