# command-line-arguments
./closure_capture.go:3:6: can inline byValue with cost 24 as: func() func() int { x := 1; return func literal }
./closure_capture.go:5:9: can inline byValue.func1 with cost 2 as: func() int { return x }
./closure_capture.go:8:6: can inline byReference with cost 27 as: func() func() int { x := 1; return func literal }
./closure_capture.go:10:9: can inline byReference.func1 with cost 5 as: func() int { x += 1; return x }
./closure_capture.go:15:7: can inline local.func1 with cost 3 as: func() { x += 1 }
./closure_capture.go:13:6: can inline local with cost 35 as: func() int { x := 1; f := func literal; f(); return x }
./closure_capture.go:16:3: inlining call to local.func1
./closure_capture.go:20:6: can inline large with cost 25 as: func() func() byte { var a [200]byte; a = <nil>; return func literal }
./closure_capture.go:22:9: can inline large.func1 with cost 4 as: func() byte { return a[0] }
./closure_capture.go:25:6: cannot inline main: function too complex: cost 303 exceeds budget 80
./closure_capture.go:26:17: inlining call to byValue
./closure_capture.go:5:9: can inline main.func1 with cost 2 as: func() int { return x }
./closure_capture.go:26:19: inlining call to main.func1
./closure_capture.go:26:34: inlining call to byReference
./closure_capture.go:10:9: can inline main.func2 with cost 5 as: func() int { x += 1; return x }
./closure_capture.go:26:36: inlining call to main.func2
./closure_capture.go:26:45: inlining call to local
./closure_capture.go:26:54: inlining call to large
./closure_capture.go:22:9: can inline main.func4 with cost 4 as: func() byte { return a[0] }
./closure_capture.go:26:56: inlining call to main.func4
./closure_capture.go:4:2: byValue capturing by value: x (addr=false assign=false width=8)
./closure_capture.go:5:9: func literal escapes to heap:
./closure_capture.go:5:9:   flow: ~r0 = &{storage for func literal}:
./closure_capture.go:5:9:     from func literal (spill) at ./closure_capture.go:5:9
./closure_capture.go:5:9:     from return func literal (return) at ./closure_capture.go:5:2
./closure_capture.go:5:9: func literal escapes to heap
./closure_capture.go:9:2: byReference capturing by ref: x (addr=false assign=true width=8)
./closure_capture.go:10:9: func literal escapes to heap:
./closure_capture.go:10:9:   flow: ~r0 = &{storage for func literal}:
./closure_capture.go:10:9:     from func literal (spill) at ./closure_capture.go:10:9
./closure_capture.go:10:9:     from return func literal (return) at ./closure_capture.go:10:2
./closure_capture.go:9:2: x escapes to heap:
./closure_capture.go:9:2:   flow: {storage for func literal} = &x:
./closure_capture.go:9:2:     from x (captured by a closure) at ./closure_capture.go:10:22
./closure_capture.go:9:2:     from x (reference) at ./closure_capture.go:10:22
./closure_capture.go:9:2: moved to heap: x
./closure_capture.go:10:9: func literal escapes to heap
./closure_capture.go:14:2: local capturing by ref: x (addr=false assign=true width=8)
./closure_capture.go:15:7: func literal does not escape
./closure_capture.go:21:6: large capturing by ref: a (addr=false assign=false width=200)
./closure_capture.go:22:9: func literal escapes to heap:
./closure_capture.go:22:9:   flow: ~r0 = &{storage for func literal}:
./closure_capture.go:22:9:     from func literal (spill) at ./closure_capture.go:22:9
./closure_capture.go:22:9:     from return func literal (return) at ./closure_capture.go:22:2
./closure_capture.go:21:6: a escapes to heap:
./closure_capture.go:21:6:   flow: {storage for func literal} = &a:
./closure_capture.go:21:6:     from a (captured by a closure) at ./closure_capture.go:22:30
./closure_capture.go:21:6:     from a (reference) at ./closure_capture.go:22:30
./closure_capture.go:21:6: moved to heap: a
./closure_capture.go:22:9: func literal escapes to heap
./closure_capture.go:26:17: main capturing by value: x (addr=false assign=false width=8)
./closure_capture.go:26:34: main capturing by ref: x (addr=false assign=true width=8)
./closure_capture.go:26:45: main capturing by ref: x (addr=false assign=true width=8)
./closure_capture.go:26:54: main capturing by ref: a (addr=false assign=false width=200)
./closure_capture.go:26:17: func literal does not escape
./closure_capture.go:26:34: func literal does not escape
./closure_capture.go:26:45: func literal does not escape
./closure_capture.go:26:54: func literal does not escape
