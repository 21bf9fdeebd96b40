# command-line-arguments
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
./shown_steps.go:66:20: f.Function + runtime.GOROOT() escapes to heap
./shown_steps.go:70:11: make([]byte, 16) escapes to heap
./shown_steps.go:73:13: ... argument does not escape
./shown_steps.go:73:13: .autotmp_1 escapes to heap
./shown_steps.go:73:13: .autotmp_2 escapes to heap
./shown_steps.go:73:13: .autotmp_3 escapes to heap
./shown_steps.go:73:13: .autotmp_4 escapes to heap
./shown_steps.go:74:13: ... argument does not escape
./shown_steps.go:74:19: b escapes to heap
./shown_steps.go:74:30: blanks(nil, nil) escapes to heap
./shown_steps.go:74:49: lengths(nil, nil) escapes to heap
