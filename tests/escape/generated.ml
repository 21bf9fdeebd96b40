# command-line-arguments
./generated.go:64:5: devirtualizing j.N to F
./generated.go:13:7: a does not escape
./generated.go:13:14: leaking param: x to result ~r0 level=0
./generated.go:14:7: a does not escape
./generated.go:24:14: x does not escape
./generated.go:37:14: p does not escape
./generated.go:37:46: string(p) escapes to heap
./generated.go:42:17: leaking param: x
./generated.go:42:49: func literal escapes to heap
./generated.go:43:19: x does not escape
./generated.go:43:42: func literal does not escape
./generated.go:44:7: leaking param: l to result ~r0 level=0
./generated.go:45:49: l escapes to heap
./generated.go:46:17: leaking param: fs
./generated.go:54:10: i does not escape
./generated.go:55:8: leaking param: j
./generated.go:59:8: func literal does not escape
./generated.go:60:40: L{...} does not escape
./generated.go:63:6: F(1) does not escape
./generated.go:68:13: Z{} does not escape
./generated.go:76:9: new(L) does not escape
./generated.go:79:15: index bounds check elided
./generated.go:79:25: index bounds check elided
./generated.go:79:38: index bounds check elided
