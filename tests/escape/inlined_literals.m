# command-line-arguments
./inlined_literals.go:7:6: can inline counter
./inlined_literals.go:8:9: can inline counter.func1
./inlined_literals.go:9:10: can inline counter.func1.1
./inlined_literals.go:20:4: can inline nested.func1.1.1
./inlined_literals.go:19:3: can inline nested.func1.1
./inlined_literals.go:17:6: can inline nested
./inlined_literals.go:18:9: can inline nested.func1
./inlined_literals.go:23:4: inlining call to nested.func1.1
./inlined_literals.go:20:4: can inline nested.func1.2
./inlined_literals.go:23:4: inlining call to nested.func1.2
./inlined_literals.go:22:5: inlining call to nested.func1.1.1
./inlined_literals.go:27:6: can inline even
./inlined_literals.go:28:6: can inline odd
./inlined_literals.go:28:46: inlining call to even
./inlined_literals.go:30:6: can inline both
./inlined_literals.go:36:6: can inline (*square).area
./inlined_literals.go:45:12: can inline order.func1.1
./inlined_literals.go:54:14: inlining call to counter
./inlined_literals.go:8:9: can inline main.func3
./inlined_literals.go:54:17: inlining call to main.func3
./inlined_literals.go:9:10: can inline main.func4
./inlined_literals.go:55:11: inlining call to main.func4
./inlined_literals.go:55:16: inlining call to main.func4
./inlined_literals.go:56:8: inlining call to nested
./inlined_literals.go:20:4: can inline main.func5
./inlined_literals.go:19:3: can inline main.func6
./inlined_literals.go:18:9: can inline main.func7
./inlined_literals.go:56:11: inlining call to main.func7
./inlined_literals.go:20:4: can inline main.func8
./inlined_literals.go:19:3: can inline main.func9
./inlined_literals.go:56:11: inlining call to main.func9
./inlined_literals.go:20:4: can inline main.func10
./inlined_literals.go:56:11: inlining call to main.func10
./inlined_literals.go:57:19: inlining call to even
./inlined_literals.go:57:19: inlining call to odd
./inlined_literals.go:57:27: inlining call to odd
./inlined_literals.go:57:27: inlining call to even
./inlined_literals.go:57:14: inlining call to both
./inlined_literals.go:57:19: inlining call to even
./inlined_literals.go:57:19: inlining call to odd
./inlined_literals.go:57:27: inlining call to odd
./inlined_literals.go:57:27: inlining call to even
./inlined_literals.go:59:18: inlining call to nested
./inlined_literals.go:20:4: can inline main.func1.1.1
./inlined_literals.go:19:3: can inline main.func1.1.2
./inlined_literals.go:18:9: can inline main.func1.1.3
./inlined_literals.go:59:21: inlining call to main.func1.1.3
./inlined_literals.go:20:4: can inline main.func1.1.4
./inlined_literals.go:19:3: can inline main.func1.1.5
./inlined_literals.go:59:21: inlining call to main.func1.1.5
./inlined_literals.go:20:4: can inline main.func1.1.6
./inlined_literals.go:59:21: inlining call to main.func1.1.6
./inlined_literals.go:47:17: devirtualizing u.area to *square
./inlined_literals.go:49:30: devirtualizing t.area to *square
./inlined_literals.go:50:13: devirtualizing s.area to *square
./inlined_literals.go:7:14: moved to heap: a
./inlined_literals.go:8:14: moved to heap: b
./inlined_literals.go:8:9: func literal escapes to heap
./inlined_literals.go:9:10: func literal escapes to heap
./inlined_literals.go:17:13: moved to heap: w
./inlined_literals.go:18:9: func literal escapes to heap
./inlined_literals.go:36:7: s does not escape
./inlined_literals.go:39:11: f does not escape
./inlined_literals.go:42:15: &square{...} does not escape
./inlined_literals.go:43:14: func literal does not escape
./inlined_literals.go:44:16: &square{...} does not escape
./inlined_literals.go:45:12: func literal does not escape
./inlined_literals.go:46:17: &square{...} does not escape
./inlined_literals.go:54:14: moved to heap: a
./inlined_literals.go:8:14: moved to heap: b
./inlined_literals.go:54:14: func literal does not escape
./inlined_literals.go:9:10: func literal escapes to heap
./inlined_literals.go:54:17: func literal does not escape
./inlined_literals.go:56:8: func literal does not escape
./inlined_literals.go:19:3: func literal does not escape
./inlined_literals.go:20:4: func literal does not escape
./inlined_literals.go:58:2: func literal does not escape
./inlined_literals.go:59:3: func literal does not escape
./inlined_literals.go:59:18: func literal does not escape
./inlined_literals.go:19:3: func literal does not escape
./inlined_literals.go:20:4: func literal does not escape
