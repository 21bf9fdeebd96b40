// Strings: bytes and runes, invalid UTF-8, conversions both ways, comparison, slicing, building, and what shares memory.
package main

import "fmt"

type name string
type bytes []byte
type char rune

func main() {
	s := "añ日\xff𝄞\xe6\x97"
	fmt.Println(len(s), []byte(s), []rune(s))
	for i, r := range s {
		fmt.Print(i, ":", r, " ")
	}
	fmt.Println()
	for i := range s {
		fmt.Print(i, " ")
	}
	fmt.Println()
	fmt.Println(string(rune(65)), string(rune(0x65e5)), string(rune(-1)), string(rune(0xd800)), string(rune(0x110000)) == "\uFFFD", string(char('x')))
	fmt.Printf("%q %q %x\n", string([]rune{72, 0x20ac, -5, 0x10ffff}), string([]byte{0xe2, 0x82, 0xac, 0}), string([]rune(s)))
	b := []byte("hello")
	t := string(b)
	b[0] = 'j'
	fmt.Println(t, string(b), string(bytes(b)), name(b)+"!", []byte(name("n")))
	u := s[1:3]
	fmt.Println(u, len(s[:0]), s[len(s):] == "", s[2:3] == "\xb1")
	for _, p := range [][2]string{{"", ""}, {"", "a"}, {"a", "b"}, {"ab", "a"}, {"a\x00", "a"}, {"Z", "a"}, {"\xff", "日"}} {
		fmt.Print(p[0] < p[1], p[0] <= p[1], p[0] == p[1], p[0] >= p[1], p[0] > p[1], " ")
	}
	fmt.Println()
	x := ""
	for i := 0; i < 30; i++ {
		x += string(rune('a' + i%26))
	}
	x = x + "-" + x[:5] + "-" + x[20:] + "-" + t
	fmt.Println(x)
	n := 0
	for _, r := range []rune("日本語") {
		n += int(r)
	}
	for i, c := range []byte("xyz") {
		n += i * int(c)
	}
	fmt.Println(n)
	switch t + "" {
	case "hel" + "lo":
		fmt.Println("same")
	default:
		fmt.Println("different")
	}
	const k = "constant"
	fmt.Println(k[3], k[2:5], len(k), k[len(k)-1:])
	m := map[string]int{string(b): 1}
	fmt.Println(m["jello"], m[string([]byte{'j', 'e', 'l', 'l', 'o'})])
	c := make([]byte, 4)
	fmt.Println(copy(c, "abcdef"), string(c), string(append(c[:2], "xyz"...)))
	raw := `back\slash
new line "quoted"`
	fmt.Printf("%q %d\n", raw, len(raw))
	fmt.Println("\a\b\f\n\r\t\v\\\"\x41\101\u0041\U00000041" == "\x07\x08\x0c\x0a\x0d\x09\x0b\x5c\x22AAAA")
}
