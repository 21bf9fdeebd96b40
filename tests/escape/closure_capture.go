package main

func byValue() func() int {
	x := 1
	return func() int { return x }
}

func byReference() func() int {
	x := 1
	return func() int { x++; return x }
}

func local() int {
	x := 1
	f := func() { x++ }
	f()
	return x
}

func large() func() byte {
	var a [200]byte
	return func() byte { return a[0] }
}

func main() {
	println(byValue()(), byReference()(), local(), large()())
}
