# command-line-arguments
./recursion.go:31:6: can inline even
./recursion.go:42:13: inlining call to even
./recursion.go:51:26: inlining call to even
./recursion.go:5:7: t does not escape
./recursion.go:16:13: leaking param: t
./recursion.go:21:7: &tree{} escapes to heap
./recursion.go:38:10: leaking param: p to result ~r0 level=0
./recursion.go:31:11: leaking param: p to result ~r0 level=0
