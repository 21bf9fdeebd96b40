# command-line-arguments
./recursion.go:5:7: t does not escape
./recursion.go:16:13: leaking param: t
./recursion.go:21:7: &tree{} escapes to heap
./recursion.go:31:11: leaking param: p
./recursion.go:38:10: leaking param: p
./recursion.go:50:2: moved to heap: x
