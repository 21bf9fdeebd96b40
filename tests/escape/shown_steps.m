# command-line-arguments
./shown_steps.go:20:6: can inline load
./shown_steps.go:20:60: inlining call to binary.bigEndian.Uint32
./shown_steps.go:20:92: inlining call to binary.littleEndian.Uint32
./shown_steps.go:22:6: can inline store
./shown_steps.go:23:31: inlining call to binary.littleEndian.PutUint64
./shown_steps.go:24:28: inlining call to binary.bigEndian.PutUint16
./shown_steps.go:27:6: can inline rounds
./shown_steps.go:31:6: can inline empty
./shown_steps.go:36:22: inlining call to os.Open
./shown_steps.go:40:6: can inline lengths
./shown_steps.go:42:6: can inline two
./shown_steps.go:53:14: inlining call to fmt.Println
./shown_steps.go:55:13: inlining call to two
./shown_steps.go:56:17: inlining call to two
./shown_steps.go:56:13: inlining call to fmt.Println
./shown_steps.go:57:13: inlining call to fmt.Println
./shown_steps.go:63:55: inlining call to runtime.Callers
./shown_steps.go:63:34: inlining call to runtime.CallersFrames
./shown_steps.go:64:17: inlining call to runtime.Gosched
./shown_steps.go:64:17: inlining call to runtime.checkTimeouts
./shown_steps.go:66:36: inlining call to runtime.GOROOT
./shown_steps.go:66:74: inlining call to runtime.NumGoroutine
./shown_steps.go:66:74: inlining call to runtime.gcount
./shown_steps.go:71:7: inlining call to store
./shown_steps.go:71:7: inlining call to binary.littleEndian.PutUint64
./shown_steps.go:71:7: inlining call to binary.bigEndian.PutUint16
./shown_steps.go:72:14: inlining call to load
./shown_steps.go:72:14: inlining call to binary.bigEndian.Uint32
./shown_steps.go:72:14: inlining call to binary.littleEndian.Uint32
./shown_steps.go:73:20: inlining call to rounds
./shown_steps.go:73:13: inlining call to fmt.Println
./shown_steps.go:74:19: inlining call to empty
./shown_steps.go:74:49: inlining call to lengths
./shown_steps.go:74:13: inlining call to fmt.Println
./shown_steps.go:20:11: b does not escape
./shown_steps.go:22:12: b does not escape
./shown_steps.go:31:12: leaking param: x to result ~r0 level=0
./shown_steps.go:33:13: m does not escape
./shown_steps.go:33:34: c does not escape
./shown_steps.go:40:14: p does not escape
./shown_steps.go:40:25: q does not escape
./shown_steps.go:42:10: leaking param: p to result ~r0 level=0
./shown_steps.go:44:12: leaking param content: list
./shown_steps.go:52:3: []struct { a interface {}; b interface {} }{...} does not escape
./shown_steps.go:52:5: 1 escapes to heap
./shown_steps.go:52:8: "a" escapes to heap
./shown_steps.go:52:15: 2 escapes to heap
./shown_steps.go:52:18: kept escapes to heap
./shown_steps.go:53:14: ... argument does not escape
./shown_steps.go:55:17: new(int) escapes to heap
./shown_steps.go:56:13: ... argument does not escape
./shown_steps.go:56:13: .autotmp_7 escapes to heap
./shown_steps.go:57:13: ... argument does not escape
./shown_steps.go:57:20: append(kept, p) escapes to heap
./shown_steps.go:62:13: make([]uintptr, 8) escapes to heap
./shown_steps.go:63:34: &runtime.Frames{...} escapes to heap
./shown_steps.go:66:20: f.Function + ~R0 escapes to heap
./shown_steps.go:70:11: make([]byte, 16) escapes to heap
./shown_steps.go:73:13: ... argument does not escape
./shown_steps.go:73:13: .autotmp_1 escapes to heap
./shown_steps.go:73:13: .autotmp_2 escapes to heap
./shown_steps.go:73:13: .autotmp_3 escapes to heap
./shown_steps.go:73:13: .autotmp_4 escapes to heap
./shown_steps.go:74:13: ... argument does not escape
./shown_steps.go:74:19: b escapes to heap
./shown_steps.go:74:30: blanks(nil, nil) escapes to heap
./shown_steps.go:74:49: ~R0 escapes to heap
