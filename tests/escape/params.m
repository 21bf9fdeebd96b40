# command-line-arguments
./params.go:10:6: can inline keep
./params.go:12:6: can inline identity
./params.go:14:6: can inline deref
./params.go:16:6: can inline field
./params.go:18:6: can inline both
./params.go:20:6: can inline nothing
./params.go:22:6: can inline store
./params.go:24:6: can inline swap
./params.go:34:6: inlining call to keep
./params.go:35:19: inlining call to identity
./params.go:35:32: inlining call to nothing
./params.go:37:16: inlining call to deref
./params.go:37:28: inlining call to field
./params.go:38:14: inlining call to both
./params.go:39:6: inlining call to swap
./params.go:41:7: inlining call to store
./params.go:10:11: leaking param: p
./params.go:12:15: leaking param: p to result ~r0 level=0
./params.go:14:12: leaking param: p to result ~r0 level=1
./params.go:16:12: leaking param: n to result ~r0 level=1
./params.go:18:11: leaking param: a to result ~r1 level=0
./params.go:18:14: leaking param: b to result ~r0 level=0
./params.go:20:14: p does not escape
./params.go:22:12: n does not escape
./params.go:22:21: leaking param: p
./params.go:24:11: leaking param content: a
./params.go:24:14: leaking param content: b
./params.go:27:16: leaking param: p to result r level=0
./params.go:33:2: moved to heap: x
./params.go:33:5: moved to heap: y
./params.go:33:8: moved to heap: z
./params.go:37:29: &node{...} does not escape
./params.go:40:7: &node{} does not escape
