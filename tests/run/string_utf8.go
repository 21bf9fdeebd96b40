// Strings that are not UTF-8: what range, conversion to []rune and back, and printing make of every kind of bad sequence.
package main

import (
	"fmt"
	"unicode/utf8"
)

//go:noinline
func decode(s string) {
	fmt.Printf("%x:", s)
	for i, r := range s {
		fmt.Printf(" %d=%x", i, r)
	}
	rs := []rune(s)
	back := string(rs)
	n := 0
	for range s {
		n++
	}
	fmt.Println(" |", len(rs), n, utf8.RuneCountInString(s), utf8.ValidString(s), fmt.Sprintf("%x", back), back == s)
}

type text string
type octets []byte
type points []rune
type octet byte

func main() {
	for _, s := range []string{
		"", "a", "\x00", "\x7f", "\x80", "\xbf", "\xc0\x80", "\xc1\xbf", "\xc2", "\xc2\x7f", "\xc2\x80", "\xdf\xbf", "\xe0\x9f\xbf",
		"\xe0\xa0\x80", "\xe0\xa0", "\xed\x9f\xbf", "\xed\xa0\x80", "\xed\xbf\xbf", "\xee\x80\x80", "\xef\xbf\xbd", "\xef\xbf\xbf",
		"\xf0\x8f\xbf\xbf", "\xf0\x90\x80\x80", "\xf0\x90\x80", "\xf0\x90", "\xf0", "\xf4\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80",
		"\xff\xfe", "a\xe6\x97b\xa5", "日本\xe8", "é\xcc\x81", "\xf8\x88\x80\x80\x80",
	} {
		decode(s)
	}
	for _, r := range []rune{-1, 0, 'a', 0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xd800, 0xdfff, 0xe000, 0xfffd, 0xffff, 0x10000, 0x10ffff, 0x110000, 1<<31 - 1, -1 << 31} {
		fmt.Printf("%x ", string(r))
	}
	fmt.Println()
	var u64 uint64 = 1<<64 - 1
	var i8 int8 = -128
	var u8, u32 = uint8(200), uint32(1<<32 - 1)
	fmt.Printf("%x %x %x %x\n", string(rune(u64)), string(rune(i8)), string(rune(u8)), string(rune(u32)))
	t := text("naïve\xff")
	b := octets(t)
	b[0] = 'N'
	p := points(t)
	p = append(p, 0x110000, 'z')
	fmt.Printf("%q %v %x %q %q\n", t, len(p), string(p), string(b), text(p))
	o := []octet(t)
	fmt.Println(len(o), o[2], string(o), fmt.Sprintf("%s", []byte(t)))
	const c = "const\u00e9\U0001F600\xff"
	fmt.Println(len(c), len([]rune(c)), c[5], c[len(c)-1])
	for i, r := range c {
		if r > 127 {
			fmt.Print(i, " ", r, "; ")
		}
	}
	fmt.Println()
	s := "x"
	for i := 0; i < 5; i++ {
		s += s + "é"
	}
	fmt.Println(len(s), utf8.RuneCountInString(s), s[10:20] == s[10:20], s[:7] < s[7:14])
	fmt.Println("a" < "b", "a" < "aa", "" < "a", "\xff" > "\x7f", "é" > "z", "abc" <= "abc", "abd" < "abc")
}
