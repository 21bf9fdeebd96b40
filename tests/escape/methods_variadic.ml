# command-line-arguments
./methods_variadic.go:5:10: xs does not escape
./methods_variadic.go:12:11: leaking param: xs
./methods_variadic.go:14:15: leaking param: ps to result ~r0 level=1
./methods_variadic.go:16:11: xs does not escape
./methods_variadic.go:22:7: leaking param content: l
./methods_variadic.go:22:7: leaking param: l to result ~r0 level=0
./methods_variadic.go:22:20: leaking param: p
./methods_variadic.go:27:7: leaking param: l to result ~r0 level=1
./methods_variadic.go:35:2: moved to heap: z
./methods_variadic.go:30:13: ... argument does not escape
./methods_variadic.go:31:6: ... argument escapes to heap
./methods_variadic.go:33:19: ... argument does not escape
./methods_variadic.go:33:33: ... argument does not escape
./methods_variadic.go:33:34: 1 does not escape
./methods_variadic.go:33:37: "two" does not escape
./methods_variadic.go:33:44: 3.0 does not escape
