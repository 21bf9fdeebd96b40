package main

var sink string
var bytesSink []byte

func convert(s string, b []byte, r []rune) int {
	x := []byte(s)
	y := string(b)
	z := []rune(s)
	w := string(r)
	v := s + y
	return len(x) + len(y) + len(z) + len(w) + len(v)
}

func escaping(s string, b []byte) {
	sink = string(b)
	bytesSink = []byte(s)
	sink = s + "x" + sink
}

func key(m map[string]int, b []byte) int { return m[string(b)] }

func compare(a, b []byte) bool { return string(a) == string(b) }

func loop(s string) (n int) {
	for _, c := range []byte(s) {
		n += int(c)
	}
	return
}

func main() {
	println(convert("a", []byte("b"), []rune("c")))
	escaping("s", nil)
	println(key(nil, nil), compare(nil, nil), loop("abc"))
}
