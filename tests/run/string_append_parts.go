package main

import (
	"fmt"
	"runtime"
)

// s += a + b is one concatenation; its operands are evaluated once, and before s is read.

type name string

type box struct {
	s string
	m map[string]string
	a []string
}

var calls []string

func say(s string) string {
	calls = append(calls, s)
	return s
}

func (b *box) at(i int) int {
	calls = append(calls, fmt.Sprint("at", i))
	return i
}

var global = "g"

func change() string {
	global += "!"
	return "c"
}

func allocations(a, b string) uint64 {
	var before, after runtime.MemStats
	s := "0123456789012345678901234567890123456789"
	runtime.ReadMemStats(&before)
	s += a + b
	s += a + (b + a) + b
	runtime.ReadMemStats(&after)
	if len(s) != 40+3*len(a)+3*len(b) {
		panic(s)
	}
	return after.Mallocs - before.Mallocs
}

func main() {
	b := &box{m: map[string]string{}, a: make([]string, 2)}
	b.s += say("x") + say("y")
	b.m[say("k")] += say("1") + b.s + say("2")
	b.m["k"] += "(" + b.m["k"] + ")"
	b.a[b.at(1)] += say("p") + say("q") + say("r") + say("s") + say("t") + say("u")
	var n name = "n"
	n += n + n
	n += "-" + n + name(b.s)
	fmt.Println(b.s, b.m, b.a, n, calls)
	s := "s"
	f := func() { s += "<" + s + ">" }
	f()
	f()
	global += "[" + change() + "]"
	p := &s
	*p += *p + "" + *p
	fmt.Println(s, global)
	fmt.Println(allocations("a", "b"), allocations("", ""))
	defer func() { fmt.Println(recover() != nil, b.a) }()
	var none map[string]string
	none["x"] += say("late") + "y"
}
