# command-line-arguments
./later_operands.go:12:6: can inline address
./later_operands.go:24:37: inlining call to address
./later_operands.go:24:59: inlining call to address
./later_operands.go:27:37: inlining call to address
./later_operands.go:30:29: inlining call to address
./later_operands.go:33:6: can inline main
./later_operands.go:10:11: s does not escape
./later_operands.go:10:21: marking p as escaping uintptr
./later_operands.go:10:32: marking rest as escaping ...uintptr
./later_operands.go:12:14: leaking param: p to result ~r0 level=0
./later_operands.go:14:15: done does not escape
./later_operands.go:23:2: moved to heap: x
./later_operands.go:23:5: moved to heap: y
./later_operands.go:23:8: moved to heap: z
./later_operands.go:26:3: moved to heap: u
./later_operands.go:15:8: func literal does not escape
./later_operands.go:19:8: func literal does not escape
./later_operands.go:24:12: ... argument escapes to heap
./later_operands.go:28:10: ... argument escapes to heap
