# command-line-arguments
./defers.go:5:6: can inline (*lock).acquire with cost 4 as: method(*lock) func() { l.held = true }
./defers.go:6:6: can inline (*lock).release with cost 4 as: method(*lock) func() { l.held = false }
./defers.go:8:6: cannot inline once: unhandled op DEFER
./defers.go:9:11: inlining call to (*lock).acquire
./defers.go:13:6: cannot inline inLoop: unhandled op DEFER
./defers.go:19:6: cannot inline closureInLoop: unhandled op DEFER
./defers.go:21:9: can inline closureInLoop.func1 with cost 3 as: func() { sum += i }
./defers.go:26:6: cannot inline start: unhandled op GO
./defers.go:28:5: can inline start.func1 with cost 6 as: func() { x += 1; done <- true }
./defers.go:36:6: can inline method with cost 4 as: func(*lock) func() { return l.release }
./defers.go:38:6: can inline boundLocal with cost 71 as: func() { var l lock; l = <nil>; f := l.acquire; f() }
./defers.go:44:6: cannot inline main: function too complex: cost 390 exceeds budget 80
./defers.go:50:8: inlining call to method
./defers.go:51:12: inlining call to boundLocal
./defers.go:5:7: l does not escape
./defers.go:6:7: l does not escape
./defers.go:10:17: once capturing by value: .autotmp_2 (addr=false assign=false width=8)
./defers.go:8:11: l does not escape
./defers.go:15:3: func literal escapes to heap:
./defers.go:15:3:   flow: {heap} = &{storage for func literal}:
./defers.go:15:3:     from func literal (spill) at ./defers.go:15:3
./defers.go:15:14: inLoop capturing by value: .autotmp_2 (addr=false assign=false width=8)
./defers.go:13:13: parameter ls leaks to {storage for func literal} with derefs=0:
./defers.go:13:13:   flow: .autotmp_2 = ls:
./defers.go:13:13:     from ls[i] (dot of pointer) at ./defers.go:15:11
./defers.go:13:13:     from ls[i] (address-of) at ./defers.go:15:14
./defers.go:13:13:     from .autotmp_2 = ls[i] (assign) at ./defers.go:15:14
./defers.go:13:13:   flow: {storage for func literal} = .autotmp_2:
./defers.go:13:13:     from .autotmp_2 (captured by a closure) at ./defers.go:15:22
./defers.go:13:13: leaking param: ls
./defers.go:21:9: func literal escapes to heap:
./defers.go:21:9:   flow: {heap} = &{storage for func literal}:
./defers.go:21:9:     from func literal (spill) at ./defers.go:21:9
./defers.go:20:6: closureInLoop capturing by ref: i (addr=false assign=true width=8)
./defers.go:20:6: i escapes to heap:
./defers.go:20:6:   flow: {storage for func literal} = &i:
./defers.go:20:6:     from i (captured by a closure) at ./defers.go:21:25
./defers.go:20:6:     from i (reference) at ./defers.go:21:25
./defers.go:19:28: closureInLoop capturing by ref: sum (addr=false assign=true width=8)
./defers.go:19:28: sum escapes to heap:
./defers.go:19:28:   flow: {storage for func literal} = &sum:
./defers.go:19:28:     from sum (captured by a closure) at ./defers.go:21:18
./defers.go:19:28:     from sum (reference) at ./defers.go:21:18
./defers.go:19:28: moved to heap: sum
./defers.go:20:6: moved to heap: i
./defers.go:21:9: func literal escapes to heap
./defers.go:28:5: func literal escapes to heap:
./defers.go:28:5:   flow: {heap} = &{storage for func literal}:
./defers.go:28:5:     from func literal (spill) at ./defers.go:28:5
./defers.go:27:2: start capturing by ref: x (addr=false assign=true width=8)
./defers.go:27:2: x escapes to heap:
./defers.go:27:2:   flow: {storage for func literal} = &x:
./defers.go:27:2:     from x (captured by a closure) at ./defers.go:29:3
./defers.go:27:2:     from x (reference) at ./defers.go:29:3
./defers.go:26:12: start capturing by value: done (addr=false assign=false width=8)
./defers.go:26:12: parameter done leaks to {storage for func literal} with derefs=0:
./defers.go:26:12:   flow: {storage for func literal} = done:
./defers.go:26:12:     from done (captured by a closure) at ./defers.go:30:3
./defers.go:26:12: leaking param: done
./defers.go:27:2: moved to heap: x
./defers.go:28:5: func literal escapes to heap
./defers.go:36:39: l.release escapes to heap:
./defers.go:36:39:   flow: ~r0 = &{storage for l.release}:
./defers.go:36:39:     from l.release (spill) at ./defers.go:36:39
./defers.go:36:39:     from return l.release (return) at ./defers.go:36:31
./defers.go:36:13: parameter l leaks to {storage for l.release} with derefs=0:
./defers.go:36:13:   flow: {temp} = l:
./defers.go:36:13:   flow: {storage for l.release} = {temp}:
./defers.go:36:13: leaking param: l
./defers.go:36:39: l.release escapes to heap
./defers.go:40:8: l.acquire does not escape
./defers.go:47:13: make([]lock, 3) escapes to heap:
./defers.go:47:13:   flow: {heap} = &{storage for make([]lock, 3)}:
./defers.go:47:13:     from make([]lock, 3) (spill) at ./defers.go:47:13
./defers.go:47:13:     from inLoop(make([]lock, 3)) (call parameter) at ./defers.go:47:8
./defers.go:47:13: make([]lock, 3) escapes to heap
./defers.go:50:8: l.release does not escape
./defers.go:51:12: l.acquire does not escape
