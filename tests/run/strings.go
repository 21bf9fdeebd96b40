package main

import "fmt"

type bytes []byte
type text string

func concat(a, b, c, d, e, f string) string {
	return a + b + c + d + e + f
}

func main() {
	a, b := "hello", "wörld"
	s := a + " " + b
	fmt.Println(s, len(s), a < b, a == "hel"+a[3:], s > a, s >= s, a != b)
	s += "!"
	fmt.Println(s, concat("a", "", "b", "cc", "", "d"), concat("", "", "", "", "", ""))
	for i, r := range "aé日😀\xff\xed\xa0\x80z" {
		fmt.Print(i, ":", r, " ")
	}
	fmt.Println()
	fmt.Println([]byte("é日"), []rune("é日😀\xff"), string([]byte{104, 105}), string([]rune{233, 26085, 0x1f600, -1, 0xd800}))
	fmt.Println(string(rune(65)), string(rune(-1)), string(rune(0x10ffff+1)), text([]byte("abc")), bytes(text("x")), []rune(text("ab")))
	m := map[string]int{"ab": 1}
	k := []byte("ab")
	fmt.Println(m[string(k)], string(k) == "ab", s[1], s[1:3], s[:0] == "", s[len(s):] == "")
	k[0] = 'z'
	t := string(k)
	k[1] = 'q'
	fmt.Println(t, string(k))
	long := ""
	for i := 0; i < 1000; i++ {
		long += string(rune('a' + i%26))
	}
	fmt.Println(len(long), long[990:])
	switch s[:5] {
	case "hello":
		fmt.Println("is hello")
	case "world":
		fmt.Println("is world")
	}
	x := append([]byte("abc"), "def"...)
	n := copy(x[1:], "ZZ")
	fmt.Println(string(x), n)
	var nilb []byte
	fmt.Println(string(nilb) == "", len([]byte("")), cap([]byte("")) >= 0, []byte("") == nil)
	for i, c := range []byte("hi") {
		fmt.Print(i, c, " ")
	}
	fmt.Println("a\x00b" < "a\x00c", "abcdefgh1" < "abcdefgh2", "" < "a", "b" < "ab")
}
