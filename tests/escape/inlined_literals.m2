# command-line-arguments
./inlined_literals.go:7:6: can inline counter with cost 42 as: func(int) func(int) func() int { return func literal }
./inlined_literals.go:8:9: can inline counter.func1 with cost 25 as: func(int) func() int { return func literal }
./inlined_literals.go:9:10: can inline counter.func1.1 with cost 8 as: func() int { a += 1; b += a; return b }
./inlined_literals.go:20:4: can inline nested.func1.1.1 with cost 3 as: func() { w += 1 }
./inlined_literals.go:19:3: can inline nested.func1.1 with cost 23 as: func() { (func literal)() }
./inlined_literals.go:17:6: can inline nested with cost 80 as: func(int) func() { return func literal }
./inlined_literals.go:18:9: can inline nested.func1 with cost 63 as: func() { (func literal)() }
./inlined_literals.go:23:4: inlining call to nested.func1.1
./inlined_literals.go:20:4: can inline nested.func1.2 with cost 3 as: func() { w += 1 }
./inlined_literals.go:23:4: inlining call to nested.func1.2
./inlined_literals.go:22:5: inlining call to nested.func1.1.1
./inlined_literals.go:27:6: can inline even with cost 67 as: func(int) bool { return n == 0 || odd(n - 1) }
./inlined_literals.go:28:6: can inline odd with cost 77 as: func(int) bool { return n != 0 && even(n - 1) }
./inlined_literals.go:28:46: inlining call to even
./inlined_literals.go:30:6: can inline both with cost 4 as: func(bool, bool) bool { return a && b }
./inlined_literals.go:36:6: can inline (*square).area with cost 6 as: method(*square) func() int { return s.side * s.side }
./inlined_literals.go:39:6: cannot inline keep: marked go:noinline
./inlined_literals.go:41:6: cannot inline order: function too complex: cost 367 exceeds budget 80
./inlined_literals.go:43:14: cannot inline order.func1: function too complex: cost 221 exceeds budget 80
./inlined_literals.go:45:12: can inline order.func1.1 with cost 70 as: func() int { var u area; u = &square{...}; return u.area() }
./inlined_literals.go:59:3: cannot inline main.func1.1: function too complex: cost 144 exceeds budget 80
./inlined_literals.go:58:2: cannot inline main.func1: function too complex: cost 218 exceeds budget 80
./inlined_literals.go:53:6: cannot inline main: function too complex: cost 882 exceeds budget 80
./inlined_literals.go:54:14: inlining call to counter
./inlined_literals.go:8:9: can inline main.func3 with cost 25 as: func(int) func() int { return func literal }
./inlined_literals.go:54:17: inlining call to main.func3
./inlined_literals.go:9:10: can inline main.func4 with cost 8 as: func() int { a += 1; b += a; return b }
./inlined_literals.go:55:11: inlining call to main.func4
./inlined_literals.go:55:16: inlining call to main.func4
./inlined_literals.go:56:8: inlining call to nested
./inlined_literals.go:20:4: can inline main.func5 with cost 3 as: func() { w += 1 }
./inlined_literals.go:19:3: can inline main.func6 with cost 23 as: func() { (func literal)() }
./inlined_literals.go:18:9: can inline main.func7 with cost 63 as: func() { (func literal)() }
./inlined_literals.go:56:11: inlining call to main.func7
./inlined_literals.go:20:4: can inline main.func8 with cost 3 as: func() { w += 1 }
./inlined_literals.go:19:3: can inline main.func9 with cost 23 as: func() { (func literal)() }
./inlined_literals.go:56:11: inlining call to main.func9
./inlined_literals.go:20:4: can inline main.func10 with cost 3 as: func() { w += 1 }
./inlined_literals.go:56:11: inlining call to main.func10
./inlined_literals.go:57:19: inlining call to even
./inlined_literals.go:57:19: inlining call to odd
./inlined_literals.go:57:19: cannot inline even into main: repeated recursive cycle
./inlined_literals.go:57:27: inlining call to odd
./inlined_literals.go:57:27: inlining call to even
./inlined_literals.go:57:27: cannot inline odd into main: repeated recursive cycle
./inlined_literals.go:57:14: inlining call to both
./inlined_literals.go:57:19: inlining call to even
./inlined_literals.go:57:19: inlining call to odd
./inlined_literals.go:57:19: cannot inline even into main: repeated recursive cycle
./inlined_literals.go:57:27: inlining call to odd
./inlined_literals.go:57:27: inlining call to even
./inlined_literals.go:57:27: cannot inline odd into main: repeated recursive cycle
./inlined_literals.go:59:18: inlining call to nested
./inlined_literals.go:20:4: can inline main.func1.1.1 with cost 3 as: func() { w += 1 }
./inlined_literals.go:19:3: can inline main.func1.1.2 with cost 23 as: func() { (func literal)() }
./inlined_literals.go:18:9: can inline main.func1.1.3 with cost 63 as: func() { (func literal)() }
./inlined_literals.go:59:21: inlining call to main.func1.1.3
./inlined_literals.go:20:4: can inline main.func1.1.4 with cost 3 as: func() { w += 1 }
./inlined_literals.go:19:3: can inline main.func1.1.5 with cost 23 as: func() { (func literal)() }
./inlined_literals.go:59:21: inlining call to main.func1.1.5
./inlined_literals.go:20:4: can inline main.func1.1.6 with cost 3 as: func() { w += 1 }
./inlined_literals.go:59:21: inlining call to main.func1.1.6
./inlined_literals.go:47:17: devirtualizing u.area to *square
./inlined_literals.go:49:30: devirtualizing t.area to *square
./inlined_literals.go:50:13: devirtualizing s.area to *square
./inlined_literals.go:7:14: counter capturing by ref: a (addr=false assign=true width=8)
./inlined_literals.go:7:14: counter capturing by ref: a (addr=true assign=true width=8)
./inlined_literals.go:8:14: counter.func1 capturing by ref: b (addr=false assign=true width=8)
./inlined_literals.go:9:10: func literal escapes to heap:
./inlined_literals.go:9:10:   flow: ~r0 = &{storage for func literal}:
./inlined_literals.go:9:10:     from func literal (spill) at ./inlined_literals.go:9:10
./inlined_literals.go:9:10:     from return func literal (return) at ./inlined_literals.go:9:3
./inlined_literals.go:8:14: parameter b leaks to {storage for func literal} with derefs=0:
./inlined_literals.go:8:14:   flow: {storage for func literal} = &b:
./inlined_literals.go:8:14:     from b (captured by a closure) at ./inlined_literals.go:11:4
./inlined_literals.go:8:14:     from b (reference) at ./inlined_literals.go:11:4
./inlined_literals.go:8:14: b escapes to heap:
./inlined_literals.go:8:14:   flow: {storage for func literal} = &b:
./inlined_literals.go:8:14:     from b (captured by a closure) at ./inlined_literals.go:11:4
./inlined_literals.go:8:14:     from b (reference) at ./inlined_literals.go:11:4
./inlined_literals.go:7:14: parameter a leaks to {storage for func literal} with derefs=0:
./inlined_literals.go:7:14:   flow: {storage for func literal} = &a:
./inlined_literals.go:7:14:     from a (captured by a closure) at ./inlined_literals.go:10:4
./inlined_literals.go:7:14:     from a (reference) at ./inlined_literals.go:10:4
./inlined_literals.go:7:14: a escapes to heap:
./inlined_literals.go:7:14:   flow: {storage for func literal} = &a:
./inlined_literals.go:7:14:     from a (captured by a closure) at ./inlined_literals.go:10:4
./inlined_literals.go:7:14:     from a (reference) at ./inlined_literals.go:10:4
./inlined_literals.go:8:9: func literal escapes to heap:
./inlined_literals.go:8:9:   flow: ~r0 = &{storage for func literal}:
./inlined_literals.go:8:9:     from func literal (spill) at ./inlined_literals.go:8:9
./inlined_literals.go:8:9:     from return func literal (return) at ./inlined_literals.go:8:2
./inlined_literals.go:7:14: moved to heap: a
./inlined_literals.go:8:14: moved to heap: b
./inlined_literals.go:8:9: func literal escapes to heap
./inlined_literals.go:9:10: func literal escapes to heap
./inlined_literals.go:17:13: nested capturing by ref: w (addr=false assign=true width=8)
./inlined_literals.go:18:9: func literal escapes to heap:
./inlined_literals.go:18:9:   flow: ~r0 = &{storage for func literal}:
./inlined_literals.go:18:9:     from func literal (spill) at ./inlined_literals.go:18:9
./inlined_literals.go:18:9:     from return func literal (return) at ./inlined_literals.go:18:2
./inlined_literals.go:17:13: parameter w leaks to {storage for func literal} with derefs=0:
./inlined_literals.go:17:13:   flow: {storage for func literal} = &w:
./inlined_literals.go:17:13:     from w (captured by a closure) at ./inlined_literals.go:19:3
./inlined_literals.go:17:13:     from w (reference) at ./inlined_literals.go:19:3
./inlined_literals.go:17:13: w escapes to heap:
./inlined_literals.go:17:13:   flow: {storage for func literal} = &w:
./inlined_literals.go:17:13:     from w (captured by a closure) at ./inlined_literals.go:19:3
./inlined_literals.go:17:13:     from w (reference) at ./inlined_literals.go:19:3
./inlined_literals.go:17:13: moved to heap: w
./inlined_literals.go:18:9: func literal escapes to heap
./inlined_literals.go:36:7: s does not escape
./inlined_literals.go:39:11: f does not escape
./inlined_literals.go:42:15: &square{...} does not escape
./inlined_literals.go:43:14: func literal does not escape
./inlined_literals.go:44:16: &square{...} does not escape
./inlined_literals.go:45:12: func literal does not escape
./inlined_literals.go:46:17: &square{...} does not escape
./inlined_literals.go:54:14: main capturing by ref: a (addr=false assign=true width=8)
./inlined_literals.go:54:14: main capturing by ref: a (addr=true assign=true width=8)
./inlined_literals.go:8:14: main.func3 capturing by ref: b (addr=false assign=true width=8)
./inlined_literals.go:54:14: main capturing by ref: a (addr=true assign=true width=8)
./inlined_literals.go:54:17: main capturing by ref: b (addr=false assign=true width=8)
./inlined_literals.go:56:8: main capturing by ref: w (addr=false assign=true width=8)
./inlined_literals.go:56:8: main capturing by ref: w (addr=true assign=true width=8)
./inlined_literals.go:56:8: main capturing by ref: w (addr=true assign=true width=8)
./inlined_literals.go:59:18: main.func1.1 capturing by ref: w (addr=false assign=true width=8)
./inlined_literals.go:59:18: main.func1.1 capturing by ref: w (addr=true assign=true width=8)
./inlined_literals.go:59:18: main.func1.1 capturing by ref: w (addr=true assign=true width=8)
./inlined_literals.go:9:10: func literal escapes to heap:
./inlined_literals.go:9:10:   flow: ~r0 = &{storage for func literal}:
./inlined_literals.go:9:10:     from func literal (spill) at ./inlined_literals.go:9:10
./inlined_literals.go:9:10:     from return func literal (return) at ./inlined_literals.go:9:3
./inlined_literals.go:8:14: parameter b leaks to {storage for func literal} with derefs=0:
./inlined_literals.go:8:14:   flow: {storage for func literal} = &b:
./inlined_literals.go:8:14:     from b (captured by a closure) at ./inlined_literals.go:11:4
./inlined_literals.go:8:14:     from b (reference) at ./inlined_literals.go:11:4
./inlined_literals.go:8:14: b escapes to heap:
./inlined_literals.go:8:14:   flow: {storage for func literal} = &b:
./inlined_literals.go:8:14:     from b (captured by a closure) at ./inlined_literals.go:11:4
./inlined_literals.go:8:14:     from b (reference) at ./inlined_literals.go:11:4
./inlined_literals.go:54:14: a escapes to heap:
./inlined_literals.go:54:14:   flow: {storage for func literal} = &a:
./inlined_literals.go:54:14:     from a (captured by a closure) at ./inlined_literals.go:10:4
./inlined_literals.go:54:14:     from a (reference) at ./inlined_literals.go:10:4
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
<autogenerated>:1: parameter .this leaks to {heap} with derefs=0:
<autogenerated>:1:   flow: {heap} = .this:
<autogenerated>:1:     from .this.area() (call parameter) at <autogenerated>:1
