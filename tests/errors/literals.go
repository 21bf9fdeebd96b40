package main

func main() {
	_ = 08 // ERROR "invalid digit '8' in octal literal"
	_ = 0x // ERROR "hexadecimal literal has no digits"
	_ = 1_ // ERROR "'_' must separate successive digits"
	_ = 0b12 // ERROR "invalid digit '2' in binary literal"
	_ = 'ab' // ERROR "more than one character in rune literal"
	_ = '' // ERROR "empty rune literal or unescaped '"
	_ = "\q" // ERROR "unknown escape"
	_ = 1e // ERROR "exponent has no digits"
}
