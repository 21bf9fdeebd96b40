package main

func main() {
	if true // ERROR "syntax error: unexpected newline, expecting \{ after if clause"
	{
	}
}
