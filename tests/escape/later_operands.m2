# command-line-arguments
./later_operands.go:10:6: cannot inline pass: marked go:noinline
./later_operands.go:12:6: can inline address with cost 2 as: func(*int) unsafe.Pointer { return unsafe.Pointer(p) }
./later_operands.go:14:6: cannot inline recovers: unhandled op DEFER
./later_operands.go:24:37: inlining call to address
./later_operands.go:24:59: inlining call to address
./later_operands.go:27:37: inlining call to address
./later_operands.go:30:29: inlining call to address
./later_operands.go:15:8: cannot inline recovers.func1: call to recover
./later_operands.go:19:8: cannot inline recovers.func2: unhandled op DEFER
./later_operands.go:33:6: can inline main with cost 78 as: func() { done := make(chan bool, 1); recovers(done); println(<-done); println((*int)(nil) == nil, unsafe.Slice((*int)(nil), 0) == nil) }
./later_operands.go:10:11: s does not escape
./later_operands.go:10:21: marking p as escaping uintptr
./later_operands.go:10:32: marking rest as escaping ...uintptr
./later_operands.go:12:14: parameter p leaks to ~r0 with derefs=0:
./later_operands.go:12:14:   flow: ~r0 = p:
./later_operands.go:12:14:     from return unsafe.Pointer(p) (return) at ./later_operands.go:12:39
./later_operands.go:12:14: leaking param: p to result ~r0 level=0
./later_operands.go:24:12: ... argument escapes to heap:
./later_operands.go:24:12:   flow: {heap} = &{storage for ... argument}:
./later_operands.go:24:12:     from ... argument (spill) at ./later_operands.go:24:12
./later_operands.go:24:12:     from pass("defer", uintptr(.autotmp_15), ... argument...) (call parameter) at ./later_operands.go:24:12
./later_operands.go:27:3: func literal escapes to heap:
./later_operands.go:27:3:   flow: {heap} = &{storage for func literal}:
./later_operands.go:27:3:     from func literal (spill) at ./later_operands.go:27:3
./later_operands.go:28:10: ... argument escapes to heap:
./later_operands.go:28:10:   flow: {heap} = &{storage for ... argument}:
./later_operands.go:28:10:     from ... argument (spill) at ./later_operands.go:28:10
./later_operands.go:28:10:     from pass("go", uintptr(.autotmp_19), ... argument...) (call parameter) at ./later_operands.go:28:10
./later_operands.go:28:3: func literal escapes to heap:
./later_operands.go:28:3:   flow: {heap} = &{storage for func literal}:
./later_operands.go:28:3:     from func literal (spill) at ./later_operands.go:28:3
./later_operands.go:18:15: recovers capturing by value: .autotmp_14 (addr=false assign=false width=8)
./later_operands.go:14:15: recovers capturing by value: done (addr=false assign=false width=8)
./later_operands.go:20:16: recovers.func2 capturing by value: .autotmp_0 (addr=false assign=false width=8)
./later_operands.go:24:37: recovers capturing by value: .autotmp_15 (addr=false assign=false width=8)
./later_operands.go:24:59: recovers capturing by value: .autotmp_16 (addr=false assign=false width=8)
./later_operands.go:24:88: recovers capturing by value: .autotmp_17 (addr=false assign=false width=8)
./later_operands.go:27:37: recovers capturing by value: .autotmp_18 (addr=false assign=false width=8)
./later_operands.go:28:39: recovers capturing by value: .autotmp_19 (addr=false assign=false width=8)
./later_operands.go:23:2: x escapes to heap:
./later_operands.go:23:2:   flow: p = &x:
./later_operands.go:23:2:     from &x (address-of) at ./later_operands.go:30:30
./later_operands.go:23:2:     from p := &x (assign-pair) at ./later_operands.go:30:29
./later_operands.go:23:2:   flow: ~R0 = p:
./later_operands.go:23:2:     from ~R0 = unsafe.Pointer(p) (assign-pair) at ./later_operands.go:30:29
./later_operands.go:23:2:   flow: .autotmp_20 = ~R0:
./later_operands.go:23:2:     from .autotmp_20 = ~R0 (assign) at ./later_operands.go:30:29
./later_operands.go:23:2:   flow: {heap} = .autotmp_20:
./later_operands.go:23:2:     from uintptr(.autotmp_20) (//go:uintptrescapes) at ./later_operands.go:30:21
./later_operands.go:26:3: u escapes to heap:
./later_operands.go:26:3:   flow: .autotmp_19 = &u:
./later_operands.go:26:3:     from &u (address-of) at ./later_operands.go:28:40
./later_operands.go:26:3:     from .autotmp_19 = unsafe.Pointer(&u) (assign) at ./later_operands.go:28:39
./later_operands.go:26:3:   flow: {heap} = .autotmp_19:
./later_operands.go:26:3:     from uintptr(.autotmp_19) (//go:uintptrescapes) at ./later_operands.go:28:24
./later_operands.go:23:8: z escapes to heap:
./later_operands.go:23:8:   flow: .autotmp_17 = &z:
./later_operands.go:23:8:     from &z (address-of) at ./later_operands.go:24:89
./later_operands.go:23:8:     from .autotmp_17 = unsafe.Pointer(&z) (assign) at ./later_operands.go:24:88
./later_operands.go:23:8:   flow: {heap} = .autotmp_17:
./later_operands.go:23:8:     from uintptr(.autotmp_17) (//go:uintptrescapes) at ./later_operands.go:24:73
./later_operands.go:23:5: y escapes to heap:
./later_operands.go:23:5:   flow: p = &y:
./later_operands.go:23:5:     from &y (address-of) at ./later_operands.go:24:60
./later_operands.go:23:5:     from p := &y (assign-pair) at ./later_operands.go:24:59
./later_operands.go:23:5:   flow: ~R0 = p:
./later_operands.go:23:5:     from ~R0 = unsafe.Pointer(p) (assign-pair) at ./later_operands.go:24:59
./later_operands.go:23:5:   flow: .autotmp_16 = ~R0:
./later_operands.go:23:5:     from .autotmp_16 = ~R0 (assign) at ./later_operands.go:24:59
./later_operands.go:23:5:   flow: {heap} = .autotmp_16:
./later_operands.go:23:5:     from uintptr(.autotmp_16) (//go:uintptrescapes) at ./later_operands.go:24:51
./later_operands.go:14:15: done does not escape
./later_operands.go:23:2: moved to heap: x
./later_operands.go:23:5: moved to heap: y
./later_operands.go:23:8: moved to heap: z
./later_operands.go:26:3: moved to heap: u
./later_operands.go:15:8: func literal does not escape
./later_operands.go:19:8: func literal does not escape
./later_operands.go:24:12: ... argument escapes to heap
./later_operands.go:28:10: ... argument escapes to heap
