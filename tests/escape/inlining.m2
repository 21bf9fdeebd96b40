# command-line-arguments
./inlining.go:5:24: can inline in.func1 with cost 2 as: func() int { return 3 }
./inlining.go:5:6: can inline in with cost 27 as: func() int { x := func literal; return x() }
./inlining.go:5:57: inlining call to in.func1
./inlining.go:6:6: can inline out with cost 30 as: func() int { return in() }
./inlining.go:6:28: inlining call to in
./inlining.go:7:44: can inline out2.func1.1 with cost 2 as: func() int { return 3 }
./inlining.go:7:26: can inline out2.func1 with cost 27 as: func() int { x := func literal; return x() }
./inlining.go:7:6: can inline out2 with cost 72 as: func() int { return (func literal)() }
./inlining.go:7:81: inlining call to out2.func1
./inlining.go:7:77: inlining call to out2.func1.1
./inlining.go:9:28: can inline glob..func1.1 with cost 2 as: func() int { return 3 }
./inlining.go:9:10: can inline glob..func1 with cost 27 as: func() int { x := func literal; return x() }
./inlining.go:9:61: inlining call to glob..func1.1
./inlining.go:12:6: can inline mk with cost 19 as: func(int) func() int { return func literal }
./inlining.go:12:36: can inline mk.func1 with cost 2 as: func() int { return x }
./inlining.go:13:6: cannot inline mk2: function too complex: cost 84 exceeds budget 80
./inlining.go:13:38: inlining call to mk
./inlining.go:12:36: can inline mk2.func1 with cost 2 as: func() int { return x }
./inlining.go:13:41: inlining call to mk2.func1
./inlining.go:14:6: cannot inline mk3: function too complex: cost 120 exceeds budget 80
./inlining.go:21:6: cannot inline mk4: function too complex: cost 122 exceeds budget 80
./inlining.go:22:6: can inline mk5 with cost 62 as: func([]func(int)) { fs[0](1) }
./inlining.go:23:6: can inline main with cost 0 as: func() {  }
./inlining.go:9:65: inlining call to glob..func1
./inlining.go:10:12: inlining call to in
./inlining.go:5:24: func literal does not escape
./inlining.go:6:28: func literal does not escape
./inlining.go:7:81: func literal does not escape
./inlining.go:9:28: func literal does not escape
./inlining.go:12:9: mk capturing by value: x (addr=false assign=false width=8)
./inlining.go:12:36: func literal escapes to heap:
./inlining.go:12:36:   flow: ~r0 = &{storage for func literal}:
./inlining.go:12:36:     from func literal (spill) at ./inlining.go:12:36
./inlining.go:12:36:     from return func literal (return) at ./inlining.go:12:29
./inlining.go:12:9: parameter x leaks to {storage for func literal} with derefs=0:
./inlining.go:12:9:   flow: {storage for func literal} = x:
./inlining.go:12:9:     from x (captured by a closure) at ./inlining.go:12:56
./inlining.go:12:36: func literal escapes to heap
./inlining.go:13:38: mk2 capturing by value: x (addr=false assign=false width=8)
./inlining.go:13:38: func literal does not escape
./inlining.go:14:10: f does not escape
./inlining.go:21:10: t does not escape
./inlining.go:22:10: fs does not escape
./inlining.go:9:65: func literal does not escape
./inlining.go:10:12: func literal does not escape
