# command-line-arguments
./interface_call.go:11:6: can inline dynamic
./interface_call.go:17:6: can inline static
./interface_call.go:19:16: inlining call to strings.(*Reader).Read
./interface_call.go:24:39: inlining call to strings.NewReader
./interface_call.go:24:21: inlining call to dynamic
./interface_call.go:24:13: inlining call to fmt.Println
./interface_call.go:25:38: inlining call to strings.NewReader
./interface_call.go:25:20: inlining call to static
./interface_call.go:25:20: inlining call to strings.(*Reader).Read
./interface_call.go:25:13: inlining call to fmt.Println
./interface_call.go:24:21: devirtualizing r.Read to *strings.Reader
./interface_call.go:11:14: leaking param: r
./interface_call.go:12:13: make([]byte, 16) escapes to heap
./interface_call.go:17:13: r does not escape
./interface_call.go:18:13: make([]byte, 16) does not escape
./interface_call.go:24:13: ... argument does not escape
./interface_call.go:24:21: ~R0 escapes to heap
./interface_call.go:24:39: &strings.Reader{...} does not escape
./interface_call.go:24:21: make([]byte, 16) does not escape
./interface_call.go:25:13: ... argument does not escape
./interface_call.go:25:20: ~R0 escapes to heap
./interface_call.go:25:38: &strings.Reader{...} does not escape
./interface_call.go:25:20: make([]byte, 16) does not escape
