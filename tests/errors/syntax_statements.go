package main

func main() {
	for i := 0; i < 3 { // ERROR "syntax error: unexpected \{, expecting semicolon or newline"
	} // ERROR "syntax error: unexpected \}, expecting expression"
	var 1x int // ERROR "syntax error: unexpected literal 1, expecting name"
	else { // ERROR "syntax error: unexpected else, expecting \}"
	}
}
