# command-line-arguments
./shown_steps.go:20:6: can inline load with cost 12 as: func([]byte) uint32 { return binary.bigEndian.Uint32(binary.BigEndian, b) + binary.littleEndian.Uint32(binary.LittleEndian, b[4:]) }
./shown_steps.go:20:60: inlining call to binary.bigEndian.Uint32
./shown_steps.go:20:92: inlining call to binary.littleEndian.Uint32
./shown_steps.go:22:6: can inline store with cost 13 as: func([]byte, uint64) { binary.littleEndian.PutUint64(binary.LittleEndian, b, v); binary.bigEndian.PutUint16(binary.BigEndian, b[8:], uint16(v)) }
./shown_steps.go:23:31: inlining call to binary.littleEndian.PutUint64
./shown_steps.go:24:28: inlining call to binary.bigEndian.PutUint16
./shown_steps.go:27:6: can inline rounds with cost 13 as: func(float64, complex64, real) (float64, complex64, real, int) { return float64(x) + float64(r), complex64(c), real(real(r)), int(int64(x)) }
./shown_steps.go:31:6: can inline empty with cost 2 as: func(any1) any2 { return any2(any1(x)) }
./shown_steps.go:33:6: cannot inline blanks: function too complex: cost 109 exceeds budget 80
./shown_steps.go:36:22: inlining call to os.Open
./shown_steps.go:40:6: can inline lengths with cost 2 as: func(*[5]int, *[3]string) int { return len(p) + cap(q) + len(*p) }
./shown_steps.go:42:6: can inline two with cost 3 as: func(*int) (*int, string) { return p, "two" }
./shown_steps.go:44:6: cannot inline steps: function too complex: cost 298 exceeds budget 80
./shown_steps.go:53:14: inlining call to fmt.Println
./shown_steps.go:55:13: inlining call to two
./shown_steps.go:56:17: inlining call to two
./shown_steps.go:56:13: inlining call to fmt.Println
./shown_steps.go:57:13: inlining call to fmt.Println
./shown_steps.go:61:6: cannot inline frames: function too complex: cost 430 exceeds budget 80
./shown_steps.go:63:55: inlining call to runtime.Callers
./shown_steps.go:63:34: inlining call to runtime.CallersFrames
./shown_steps.go:64:17: inlining call to runtime.Gosched
./shown_steps.go:64:17: inlining call to runtime.checkTimeouts
./shown_steps.go:66:36: inlining call to runtime.GOROOT
./shown_steps.go:66:74: inlining call to runtime.NumGoroutine
./shown_steps.go:66:74: inlining call to runtime.gcount
./shown_steps.go:69:6: cannot inline main: function too complex: cost 420 exceeds budget 80
./shown_steps.go:71:7: inlining call to store
./shown_steps.go:71:7: inlining call to binary.littleEndian.PutUint64
./shown_steps.go:71:7: inlining call to binary.bigEndian.PutUint16
./shown_steps.go:72:14: inlining call to load
./shown_steps.go:72:14: inlining call to binary.bigEndian.Uint32
./shown_steps.go:72:14: inlining call to binary.littleEndian.Uint32
./shown_steps.go:73:20: inlining call to rounds
./shown_steps.go:73:13: inlining call to fmt.Println
./shown_steps.go:74:19: inlining call to empty
./shown_steps.go:74:49: inlining call to lengths
./shown_steps.go:74:13: inlining call to fmt.Println
./shown_steps.go:20:11: b does not escape
./shown_steps.go:22:12: b does not escape
./shown_steps.go:31:12: parameter x leaks to ~r0 with derefs=0:
./shown_steps.go:31:12:   flow: ~r0 = x:
./shown_steps.go:31:12:     from return any2(any1(x)) (return) at ./shown_steps.go:31:27
./shown_steps.go:31:12: leaking param: x to result ~r0 level=0
./shown_steps.go:33:13: m does not escape
./shown_steps.go:33:34: c does not escape
./shown_steps.go:40:14: p does not escape
./shown_steps.go:40:25: q does not escape
./shown_steps.go:42:10: parameter p leaks to ~r0 with derefs=0:
./shown_steps.go:42:10:   flow: ~r0 = p:
./shown_steps.go:42:10:     from return p, "two" (return) at ./shown_steps.go:42:35
./shown_steps.go:42:10: leaking param: p to result ~r0 level=0
./shown_steps.go:57:20: append(kept, p) escapes to heap:
./shown_steps.go:57:20:   flow: {storage for ... argument} = &{storage for append(kept, p)}:
./shown_steps.go:57:20:     from append(kept, p) (spill) at ./shown_steps.go:57:20
./shown_steps.go:57:20:     from ... argument (slice-literal-element) at ./shown_steps.go:57:13
./shown_steps.go:57:20:   flow: fmt.a = &{storage for ... argument}:
./shown_steps.go:57:20:     from ... argument (spill) at ./shown_steps.go:57:13
./shown_steps.go:57:20:     from fmt.a := ... argument (assign-pair) at ./shown_steps.go:57:13
./shown_steps.go:57:20:   flow: {heap} = *fmt.a:
./shown_steps.go:57:20:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./shown_steps.go:57:13
./shown_steps.go:55:17: new(int) escapes to heap:
./shown_steps.go:55:17:   flow: p = &{storage for new(int)}:
./shown_steps.go:55:17:     from new(int) (spill) at ./shown_steps.go:55:17
./shown_steps.go:55:17:     from p := new(int) (assign-pair) at ./shown_steps.go:55:13
./shown_steps.go:55:17:   flow: ~R0 = p:
./shown_steps.go:55:17:     from ~R0, ~R1 = p, "two" (assign-pair) at ./shown_steps.go:55:13
./shown_steps.go:55:17:   flow: p = ~R0:
./shown_steps.go:55:17:   flow: {heap} = p:
./shown_steps.go:55:17:     from append(kept, p) (call parameter) at ./shown_steps.go:57:20
./shown_steps.go:56:13: .autotmp_7 escapes to heap:
./shown_steps.go:56:13:   flow: {storage for ... argument} = &{storage for .autotmp_7}:
./shown_steps.go:56:13:     from .autotmp_7 (spill) at ./shown_steps.go:56:13
./shown_steps.go:56:13:     from ... argument (slice-literal-element) at ./shown_steps.go:56:13
./shown_steps.go:56:13:   flow: fmt.a = &{storage for ... argument}:
./shown_steps.go:56:13:     from ... argument (spill) at ./shown_steps.go:56:13
./shown_steps.go:56:13:     from fmt.a := ... argument (assign-pair) at ./shown_steps.go:56:13
./shown_steps.go:56:13:   flow: {heap} = *fmt.a:
./shown_steps.go:56:13:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./shown_steps.go:56:13
./shown_steps.go:52:18: kept escapes to heap:
./shown_steps.go:52:18:   flow: {storage for []struct { a interface {}; b interface {} }{...}} = &{storage for kept}:
./shown_steps.go:52:18:     from kept (spill) at ./shown_steps.go:52:18
./shown_steps.go:52:18:     from struct { a interface {}; b interface {} }{...} (struct literal element) at ./shown_steps.go:52:14
./shown_steps.go:52:18:     from []struct { a interface {}; b interface {} }{...} (slice-literal-element) at ./shown_steps.go:52:3
./shown_steps.go:52:18:   flow: {temp} = &{storage for []struct { a interface {}; b interface {} }{...}}:
./shown_steps.go:52:18:     from []struct { a interface {}; b interface {} }{...} (spill) at ./shown_steps.go:52:3
./shown_steps.go:52:18:   flow: s = *{temp}:
./shown_steps.go:52:18:     from for loop (range-deref) at ./shown_steps.go:50:14
./shown_steps.go:52:18:   flow: {storage for ... argument} = s:
./shown_steps.go:52:18:     from s.a (dot) at ./shown_steps.go:53:16
./shown_steps.go:52:18:     from ... argument (slice-literal-element) at ./shown_steps.go:53:14
./shown_steps.go:52:18:   flow: fmt.a = &{storage for ... argument}:
./shown_steps.go:52:18:     from ... argument (spill) at ./shown_steps.go:53:14
./shown_steps.go:52:18:     from fmt.a := ... argument (assign-pair) at ./shown_steps.go:53:14
./shown_steps.go:52:18:   flow: {heap} = *fmt.a:
./shown_steps.go:52:18:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./shown_steps.go:53:14
./shown_steps.go:52:15: 2 escapes to heap:
./shown_steps.go:52:15:   flow: {storage for []struct { a interface {}; b interface {} }{...}} = &{storage for 2}:
./shown_steps.go:52:15:     from 2 (spill) at ./shown_steps.go:52:15
./shown_steps.go:52:15:     from struct { a interface {}; b interface {} }{...} (struct literal element) at ./shown_steps.go:52:14
./shown_steps.go:52:15:     from []struct { a interface {}; b interface {} }{...} (slice-literal-element) at ./shown_steps.go:52:3
./shown_steps.go:52:15:   flow: {temp} = &{storage for []struct { a interface {}; b interface {} }{...}}:
./shown_steps.go:52:15:     from []struct { a interface {}; b interface {} }{...} (spill) at ./shown_steps.go:52:3
./shown_steps.go:52:15:   flow: s = *{temp}:
./shown_steps.go:52:15:     from for loop (range-deref) at ./shown_steps.go:50:14
./shown_steps.go:52:15:   flow: {storage for ... argument} = s:
./shown_steps.go:52:15:     from s.a (dot) at ./shown_steps.go:53:16
./shown_steps.go:52:15:     from ... argument (slice-literal-element) at ./shown_steps.go:53:14
./shown_steps.go:52:15:   flow: fmt.a = &{storage for ... argument}:
./shown_steps.go:52:15:     from ... argument (spill) at ./shown_steps.go:53:14
./shown_steps.go:52:15:     from fmt.a := ... argument (assign-pair) at ./shown_steps.go:53:14
./shown_steps.go:52:15:   flow: {heap} = *fmt.a:
./shown_steps.go:52:15:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./shown_steps.go:53:14
./shown_steps.go:52:8: "a" escapes to heap:
./shown_steps.go:52:8:   flow: {storage for []struct { a interface {}; b interface {} }{...}} = &{storage for "a"}:
./shown_steps.go:52:8:     from "a" (spill) at ./shown_steps.go:52:8
./shown_steps.go:52:8:     from struct { a interface {}; b interface {} }{...} (struct literal element) at ./shown_steps.go:52:4
./shown_steps.go:52:8:     from []struct { a interface {}; b interface {} }{...} (slice-literal-element) at ./shown_steps.go:52:3
./shown_steps.go:52:8:   flow: {temp} = &{storage for []struct { a interface {}; b interface {} }{...}}:
./shown_steps.go:52:8:     from []struct { a interface {}; b interface {} }{...} (spill) at ./shown_steps.go:52:3
./shown_steps.go:52:8:   flow: s = *{temp}:
./shown_steps.go:52:8:     from for loop (range-deref) at ./shown_steps.go:50:14
./shown_steps.go:52:8:   flow: {storage for ... argument} = s:
./shown_steps.go:52:8:     from s.a (dot) at ./shown_steps.go:53:16
./shown_steps.go:52:8:     from ... argument (slice-literal-element) at ./shown_steps.go:53:14
./shown_steps.go:52:8:   flow: fmt.a = &{storage for ... argument}:
./shown_steps.go:52:8:     from ... argument (spill) at ./shown_steps.go:53:14
./shown_steps.go:52:8:     from fmt.a := ... argument (assign-pair) at ./shown_steps.go:53:14
./shown_steps.go:52:8:   flow: {heap} = *fmt.a:
./shown_steps.go:52:8:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./shown_steps.go:53:14
./shown_steps.go:52:5: 1 escapes to heap:
./shown_steps.go:52:5:   flow: {storage for []struct { a interface {}; b interface {} }{...}} = &{storage for 1}:
./shown_steps.go:52:5:     from 1 (spill) at ./shown_steps.go:52:5
./shown_steps.go:52:5:     from struct { a interface {}; b interface {} }{...} (struct literal element) at ./shown_steps.go:52:4
./shown_steps.go:52:5:     from []struct { a interface {}; b interface {} }{...} (slice-literal-element) at ./shown_steps.go:52:3
./shown_steps.go:52:5:   flow: {temp} = &{storage for []struct { a interface {}; b interface {} }{...}}:
./shown_steps.go:52:5:     from []struct { a interface {}; b interface {} }{...} (spill) at ./shown_steps.go:52:3
./shown_steps.go:52:5:   flow: s = *{temp}:
./shown_steps.go:52:5:     from for loop (range-deref) at ./shown_steps.go:50:14
./shown_steps.go:52:5:   flow: {storage for ... argument} = s:
./shown_steps.go:52:5:     from s.a (dot) at ./shown_steps.go:53:16
./shown_steps.go:52:5:     from ... argument (slice-literal-element) at ./shown_steps.go:53:14
./shown_steps.go:52:5:   flow: fmt.a = &{storage for ... argument}:
./shown_steps.go:52:5:     from ... argument (spill) at ./shown_steps.go:53:14
./shown_steps.go:52:5:     from fmt.a := ... argument (assign-pair) at ./shown_steps.go:53:14
./shown_steps.go:52:5:   flow: {heap} = *fmt.a:
./shown_steps.go:52:5:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./shown_steps.go:53:14
./shown_steps.go:44:12: parameter list leaks to {heap} with derefs=1:
./shown_steps.go:44:12:   flow: {temp} = list:
./shown_steps.go:44:12:   flow: l = *{temp}:
./shown_steps.go:44:12:     from for loop (range-deref) at ./shown_steps.go:47:8
./shown_steps.go:44:12:   flow: {heap} = l:
./shown_steps.go:44:12:     from l.p (dot) at ./shown_steps.go:48:24
./shown_steps.go:44:12:     from append(kept, l.p) (call parameter) at ./shown_steps.go:48:16
./shown_steps.go:44:12: leaking param content: list
./shown_steps.go:52:3: []struct { a interface {}; b interface {} }{...} does not escape
./shown_steps.go:52:5: 1 escapes to heap
./shown_steps.go:52:8: "a" escapes to heap
./shown_steps.go:52:15: 2 escapes to heap
./shown_steps.go:52:18: kept escapes to heap
./shown_steps.go:53:14: ... argument does not escape
./shown_steps.go:55:17: new(int) escapes to heap
./shown_steps.go:56:13: ... argument does not escape
./shown_steps.go:56:13: .autotmp_7 escapes to heap
./shown_steps.go:57:13: ... argument does not escape
./shown_steps.go:57:20: append(kept, p) escapes to heap
./shown_steps.go:63:34: &runtime.Frames{...} escapes to heap:
./shown_steps.go:63:34:   flow: runtime.f = &{storage for &runtime.Frames{...}}:
./shown_steps.go:63:34:     from &runtime.Frames{...} (spill) at ./shown_steps.go:63:34
./shown_steps.go:63:34:     from runtime.f := &runtime.Frames{...} (assign) at ./shown_steps.go:63:34
./shown_steps.go:63:34:   flow: {heap} = runtime.f:
./shown_steps.go:63:34:     from runtime.f.frameStore (dot of pointer) at ./shown_steps.go:63:34
./shown_steps.go:63:34:     from &runtime.f.frameStore (address-of) at ./shown_steps.go:63:34
./shown_steps.go:63:34:     from (&runtime.f.frameStore)[:int(0)] (slice) at ./shown_steps.go:63:34
./shown_steps.go:63:34:     from runtime.f.frames = (&runtime.f.frameStore)[:int(0)] (assign) at ./shown_steps.go:63:34
./shown_steps.go:62:13: make([]uintptr, 8) escapes to heap:
./shown_steps.go:62:13:   flow: pcs = &{storage for make([]uintptr, 8)}:
./shown_steps.go:62:13:     from make([]uintptr, 8) (spill) at ./shown_steps.go:62:13
./shown_steps.go:62:13:     from pcs := make([]uintptr, 8) (assign) at ./shown_steps.go:62:6
./shown_steps.go:62:13:   flow: runtime.callers = pcs:
./shown_steps.go:62:13:     from pcs[:~R0] (slice) at ./shown_steps.go:63:38
./shown_steps.go:62:13:     from runtime.callers := pcs[:~R0] (assign-pair) at ./shown_steps.go:63:34
./shown_steps.go:62:13:   flow: {storage for &runtime.Frames{...}} = runtime.callers:
./shown_steps.go:62:13:     from runtime.Frames{...} (struct literal element) at ./shown_steps.go:63:34
./shown_steps.go:66:20: f.Function + ~R0 escapes to heap:
./shown_steps.go:66:20:   flow: ~r0 = &{storage for f.Function + ~R0}:
./shown_steps.go:66:20:     from f.Function + ~R0 (spill) at ./shown_steps.go:66:20
./shown_steps.go:66:20:     from return f.Function + ~R0, more || ok || (~R0) > 3 (return) at ./shown_steps.go:66:2
./shown_steps.go:62:13: make([]uintptr, 8) escapes to heap
./shown_steps.go:63:34: &runtime.Frames{...} escapes to heap
./shown_steps.go:66:20: f.Function + ~R0 escapes to heap
./shown_steps.go:74:49: ~R0 escapes to heap:
./shown_steps.go:74:49:   flow: {storage for ... argument} = &{storage for ~R0}:
./shown_steps.go:74:49:     from ~R0 (spill) at ./shown_steps.go:74:49
./shown_steps.go:74:49:     from ... argument (slice-literal-element) at ./shown_steps.go:74:13
./shown_steps.go:74:49:   flow: fmt.a = &{storage for ... argument}:
./shown_steps.go:74:49:     from ... argument (spill) at ./shown_steps.go:74:13
./shown_steps.go:74:49:     from fmt.a := ... argument (assign-pair) at ./shown_steps.go:74:13
./shown_steps.go:74:49:   flow: {heap} = *fmt.a:
./shown_steps.go:74:49:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./shown_steps.go:74:13
./shown_steps.go:74:30: blanks(nil, nil) escapes to heap:
./shown_steps.go:74:30:   flow: {storage for ... argument} = &{storage for blanks(nil, nil)}:
./shown_steps.go:74:30:     from blanks(nil, nil) (spill) at ./shown_steps.go:74:30
./shown_steps.go:74:30:     from ... argument (slice-literal-element) at ./shown_steps.go:74:13
./shown_steps.go:74:30:   flow: fmt.a = &{storage for ... argument}:
./shown_steps.go:74:30:     from ... argument (spill) at ./shown_steps.go:74:13
./shown_steps.go:74:30:     from fmt.a := ... argument (assign-pair) at ./shown_steps.go:74:13
./shown_steps.go:74:30:   flow: {heap} = *fmt.a:
./shown_steps.go:74:30:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./shown_steps.go:74:13
./shown_steps.go:74:19: b escapes to heap:
./shown_steps.go:74:19:   flow: x = &{storage for b}:
./shown_steps.go:74:19:     from b (spill) at ./shown_steps.go:74:19
./shown_steps.go:74:19:     from x := b (assign-pair) at ./shown_steps.go:74:19
./shown_steps.go:74:19:   flow: ~R0 = x:
./shown_steps.go:74:19:     from ~R0 = any2(any1(x)) (assign-pair) at ./shown_steps.go:74:19
./shown_steps.go:74:19:   flow: {storage for ... argument} = ~R0:
./shown_steps.go:74:19:     from ... argument (slice-literal-element) at ./shown_steps.go:74:13
./shown_steps.go:74:19:   flow: fmt.a = &{storage for ... argument}:
./shown_steps.go:74:19:     from ... argument (spill) at ./shown_steps.go:74:13
./shown_steps.go:74:19:     from fmt.a := ... argument (assign-pair) at ./shown_steps.go:74:13
./shown_steps.go:74:19:   flow: {heap} = *fmt.a:
./shown_steps.go:74:19:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./shown_steps.go:74:13
./shown_steps.go:73:13: .autotmp_4 escapes to heap:
./shown_steps.go:73:13:   flow: {storage for ... argument} = &{storage for .autotmp_4}:
./shown_steps.go:73:13:     from .autotmp_4 (spill) at ./shown_steps.go:73:13
./shown_steps.go:73:13:     from ... argument (slice-literal-element) at ./shown_steps.go:73:13
./shown_steps.go:73:13:   flow: fmt.a = &{storage for ... argument}:
./shown_steps.go:73:13:     from ... argument (spill) at ./shown_steps.go:73:13
./shown_steps.go:73:13:     from fmt.a := ... argument (assign-pair) at ./shown_steps.go:73:13
./shown_steps.go:73:13:   flow: {heap} = *fmt.a:
./shown_steps.go:73:13:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./shown_steps.go:73:13
./shown_steps.go:73:13: .autotmp_3 escapes to heap:
./shown_steps.go:73:13:   flow: {storage for ... argument} = &{storage for .autotmp_3}:
./shown_steps.go:73:13:     from .autotmp_3 (spill) at ./shown_steps.go:73:13
./shown_steps.go:73:13:     from ... argument (slice-literal-element) at ./shown_steps.go:73:13
./shown_steps.go:73:13:   flow: fmt.a = &{storage for ... argument}:
./shown_steps.go:73:13:     from ... argument (spill) at ./shown_steps.go:73:13
./shown_steps.go:73:13:     from fmt.a := ... argument (assign-pair) at ./shown_steps.go:73:13
./shown_steps.go:73:13:   flow: {heap} = *fmt.a:
./shown_steps.go:73:13:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./shown_steps.go:73:13
./shown_steps.go:73:13: .autotmp_2 escapes to heap:
./shown_steps.go:73:13:   flow: {storage for ... argument} = &{storage for .autotmp_2}:
./shown_steps.go:73:13:     from .autotmp_2 (spill) at ./shown_steps.go:73:13
./shown_steps.go:73:13:     from ... argument (slice-literal-element) at ./shown_steps.go:73:13
./shown_steps.go:73:13:   flow: fmt.a = &{storage for ... argument}:
./shown_steps.go:73:13:     from ... argument (spill) at ./shown_steps.go:73:13
./shown_steps.go:73:13:     from fmt.a := ... argument (assign-pair) at ./shown_steps.go:73:13
./shown_steps.go:73:13:   flow: {heap} = *fmt.a:
./shown_steps.go:73:13:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./shown_steps.go:73:13
./shown_steps.go:73:13: .autotmp_1 escapes to heap:
./shown_steps.go:73:13:   flow: {storage for ... argument} = &{storage for .autotmp_1}:
./shown_steps.go:73:13:     from .autotmp_1 (spill) at ./shown_steps.go:73:13
./shown_steps.go:73:13:     from ... argument (slice-literal-element) at ./shown_steps.go:73:13
./shown_steps.go:73:13:   flow: fmt.a = &{storage for ... argument}:
./shown_steps.go:73:13:     from ... argument (spill) at ./shown_steps.go:73:13
./shown_steps.go:73:13:     from fmt.a := ... argument (assign-pair) at ./shown_steps.go:73:13
./shown_steps.go:73:13:   flow: {heap} = *fmt.a:
./shown_steps.go:73:13:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./shown_steps.go:73:13
./shown_steps.go:70:11: make([]byte, 16) escapes to heap:
./shown_steps.go:70:11:   flow: b = &{storage for make([]byte, 16)}:
./shown_steps.go:70:11:     from make([]byte, 16) (spill) at ./shown_steps.go:70:11
./shown_steps.go:70:11:     from b := make([]byte, 16) (assign) at ./shown_steps.go:70:4
./shown_steps.go:70:11:   flow: {storage for b} = b:
./shown_steps.go:70:11:     from b (interface-converted) at ./shown_steps.go:74:19
./shown_steps.go:70:11: make([]byte, 16) escapes to heap
./shown_steps.go:73:13: ... argument does not escape
./shown_steps.go:73:13: .autotmp_1 escapes to heap
./shown_steps.go:73:13: .autotmp_2 escapes to heap
./shown_steps.go:73:13: .autotmp_3 escapes to heap
./shown_steps.go:73:13: .autotmp_4 escapes to heap
./shown_steps.go:74:13: ... argument does not escape
./shown_steps.go:74:19: b escapes to heap
./shown_steps.go:74:30: blanks(nil, nil) escapes to heap
./shown_steps.go:74:49: ~R0 escapes to heap
