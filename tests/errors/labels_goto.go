package main

func main() {
	goto L // ERROR "goto L jumps over declaration of x at .*labels_goto\.go:5:4"
	x := 1
L:
	_ = x
	goto M // ERROR "goto M jumps into block starting at .*labels_goto\.go:9:2"
	{
	M:
	}
	goto N // ERROR "label N not defined"
U: // ERROR "label U defined and not used"
}
