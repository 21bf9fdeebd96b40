package main

// Arrays without elements: every index fails, at its place in the order of evaluation.

type s struct {
	a, b, c, d, e int
	p             *int
}

type holder struct {
	f [0]func()
	g [0]s
	n int
}

var calls int

func count(n int) int { calls += n; return n }

func try(name string, f func()) {
	defer func() {
		if e := recover(); e != nil {
			println(name, e.(error).Error(), calls)
		} else {
			println(name, "did not panic")
		}
	}()
	f()
}

var empty func() [0]func() = func() [0]func() { calls++; return [0]func(){} }

func main() {
	i := 0
	try("function", func() { empty()[i]() })
	try("field", func() { var a [0]s; a[i].a++ })
	try("store", func() { var a [0]s; a[i] = s{a: count(10)} })
	try("string", func() { var a [0]string; a[i] = "x" })
	try("read", func() { var a [0]string; println(a[i]) })
	try("struct", func() { var h holder; h.g[count(i)].p = &h.n })
	try("nested", func() { var a [0][4]int; a[0+i][count(3)] = 5 })
	try("address", func() { var a [0]int; p := &a[i]; println(*p) })
	try("range", func() {
		var a [0]s
		for j := range a {
			a[j].a = 1
		}
	})
}
