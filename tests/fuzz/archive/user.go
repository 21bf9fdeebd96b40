// Uses everything in package lib.
package main

import "lib"

type wrap struct {
	lib.Node
	lib.Both
}

var table = map[lib.Kind]string{lib.A: "a", lib.B: lib.Text, lib.Typed: "t"}

func hook(n *lib.Node, rest ...interface{}) (out [4]float64, err error) {
	out[0] = lib.Pi * lib.Small
	return out, lib.Err
}

func main() {
	n := lib.New(lib.Small)
	n.Left = lib.New(lib.Max(3, n.Value))
	n.SetName(lib.Join("x", "y"))
	lib.Hook = hook
	var s lib.Stringer = lib.C
	var a lib.Alias = lib.Alias{lib.B: n}
	w := wrap{Node: *n}
	println(lib.Sum(n), lib.Switch(s), lib.Switch("s"), len(a), w.Node.Len(), w.SetName)
	at, ok := lib.Find([]string{"a", "b"}, "b")
	println(at, ok, len(lib.Make(4)), lib.Adder(2)(3), lib.Huge>>98, real(lib.Complex), lib.Truth)
	text, half := lib.Convert([]byte("text"))
	v, more := lib.Recv(make(chan int, 1))
	println(text, half, v, more, lib.Div(1, 2i), lib.Zero.Value, len(lib.Table), table[lib.A], lib.Table[1].String())
	out, err := lib.Hook(n, 1, "a")
	println(out[0], err.Error(), w.Both == nil)
}
