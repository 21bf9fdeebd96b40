# command-line-arguments
./interface_call.go:11:14: leaking param: r
./interface_call.go:12:13: make([]byte, 16) escapes to heap
./interface_call.go:17:13: r does not escape
./interface_call.go:18:13: make([]byte, 16) does not escape
./interface_call.go:24:13: ... argument does not escape
./interface_call.go:24:21: dynamic(strings.NewReader("through an interface")) escapes to heap
./interface_call.go:25:13: ... argument does not escape
./interface_call.go:25:20: static(strings.NewReader("known")) escapes to heap
