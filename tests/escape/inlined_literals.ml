# command-line-arguments
./inlined_literals.go:47:17: devirtualizing u.area to *square
./inlined_literals.go:49:30: devirtualizing t.area to *square
./inlined_literals.go:50:13: devirtualizing s.area to *square
./inlined_literals.go:7:14: moved to heap: a
./inlined_literals.go:8:14: moved to heap: b
./inlined_literals.go:8:9: func literal escapes to heap
./inlined_literals.go:9:10: func literal escapes to heap
./inlined_literals.go:17:13: moved to heap: w
./inlined_literals.go:18:9: func literal escapes to heap
./inlined_literals.go:19:3: func literal does not escape
./inlined_literals.go:20:4: func literal does not escape
./inlined_literals.go:36:7: s does not escape
./inlined_literals.go:39:11: f does not escape
./inlined_literals.go:42:15: &square{...} does not escape
./inlined_literals.go:43:14: func literal does not escape
./inlined_literals.go:44:16: &square{...} does not escape
./inlined_literals.go:45:12: func literal does not escape
./inlined_literals.go:46:17: &square{...} does not escape
./inlined_literals.go:58:2: func literal does not escape
./inlined_literals.go:59:3: func literal does not escape
