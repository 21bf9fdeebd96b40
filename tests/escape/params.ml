# command-line-arguments
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
