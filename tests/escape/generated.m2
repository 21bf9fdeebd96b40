# command-line-arguments
./generated.go:13:6: can inline A.M with cost 4 as: method(A) func(*int) *int { println("M"); return x }
./generated.go:14:6: can inline A.N with cost 0 as: method(A) func() {  }
./generated.go:24:6: can inline F.M with cost 2 as: method(F) func(*int) *int { return nil }
./generated.go:25:6: can inline F.N with cost 0 as: method(F) func() {  }
./generated.go:37:6: can inline U.Q with cost 3 as: method(U) func([]byte) string { return string(p) }
./generated.go:42:6: can inline L.Made with cost 22 as: method(L) func(*int) func() { return func literal }
./generated.go:42:49: can inline L.Made.func1 with cost 5 as: func() { *x = l.x }
./generated.go:43:42: can inline L.Called.func1 with cost 5 as: func() { *x = l.x }
./generated.go:43:6: can inline L.Called with cost 27 as: method(L) func(*int) { (func literal)() }
./generated.go:43:61: inlining call to L.Called.func1
./generated.go:44:6: can inline (*L).ByPointer with cost 4 as: method(*L) func() *int { return &l.x }
./generated.go:45:6: can inline L.Boxed with cost 3 as: method(L) func(int) any { return l }
./generated.go:46:6: can inline L.Kept with cost 3 as: method(L) func([]func(), ...int) { kept = fs }
./generated.go:54:6: can inline use with cost 0 as: func(interface {}) {  }
./generated.go:55:6: can inline f with cost 60 as: func(J) { j.N() }
./generated.go:57:6: cannot inline main: unhandled op DCLTYPE
./generated.go:65:3: inlining call to f
./generated.go:66:5: inlining call to use
./generated.go:67:5: inlining call to use
./generated.go:59:8: can inline main.func1 with cost 10 as: func() { var i interface { Boxed(int) any }; i = L{...}; println(i) }
./generated.go:64:5: devirtualizing j.N to F
./generated.go:65:3: devirtualizing j.N to B
./generated.go:13:14: parameter x leaks to ~r0 with derefs=0:
./generated.go:13:14:   flow: ~r0 = x:
./generated.go:13:14:     from return x (return) at ./generated.go:13:43
./generated.go:13:7: a does not escape
./generated.go:13:14: leaking param: x to result ~r0 level=0
./generated.go:14:7: a does not escape
./generated.go:24:14: x does not escape
./generated.go:37:46: string(p) escapes to heap:
./generated.go:37:46:   flow: ~r0 = &{storage for string(p)}:
./generated.go:37:46:     from string(p) (spill) at ./generated.go:37:46
./generated.go:37:46:     from return string(p) (return) at ./generated.go:37:33
./generated.go:37:14: p does not escape
./generated.go:37:46: string(p) escapes to heap
./generated.go:42:7: L.Made capturing by value: l (addr=false assign=false width=8)
./generated.go:42:17: L.Made capturing by value: x (addr=false assign=false width=8)
./generated.go:42:49: func literal escapes to heap:
./generated.go:42:49:   flow: ~r0 = &{storage for func literal}:
./generated.go:42:49:     from func literal (spill) at ./generated.go:42:49
./generated.go:42:49:     from return func literal (return) at ./generated.go:42:42
./generated.go:42:17: parameter x leaks to {storage for func literal} with derefs=0:
./generated.go:42:17:   flow: {storage for func literal} = x:
./generated.go:42:17:     from x (captured by a closure) at ./generated.go:42:59
./generated.go:42:7: parameter l leaks to {storage for func literal} with derefs=0:
./generated.go:42:7:   flow: {storage for func literal} = l:
./generated.go:42:7:     from l (captured by a closure) at ./generated.go:42:63
./generated.go:42:17: leaking param: x
./generated.go:42:49: func literal escapes to heap
./generated.go:43:19: x does not escape
./generated.go:44:7: parameter l leaks to ~r0 with derefs=0:
./generated.go:44:7:   flow: ~r0 = l:
./generated.go:44:7:     from l.x (dot of pointer) at ./generated.go:44:51
./generated.go:44:7:     from &l.x (address-of) at ./generated.go:44:49
./generated.go:44:7:     from return &l.x (return) at ./generated.go:44:42
./generated.go:44:7: leaking param: l to result ~r0 level=0
./generated.go:45:49: l escapes to heap:
./generated.go:45:49:   flow: ~r0 = &{storage for l}:
./generated.go:45:49:     from l (spill) at ./generated.go:45:49
./generated.go:45:49:     from return l (return) at ./generated.go:45:42
./generated.go:45:49: l escapes to heap
./generated.go:46:17: parameter fs leaks to {heap} with derefs=0:
./generated.go:46:17:   flow: {heap} = fs:
./generated.go:46:17:     from kept = fs (assign) at ./generated.go:46:47
./generated.go:46:17: leaking param: fs
./generated.go:54:10: i does not escape
./generated.go:55:8: parameter j leaks to {heap} with derefs=0:
./generated.go:55:8:   flow: {heap} = j:
./generated.go:55:8:     from j.N() (call parameter) at ./generated.go:55:30
./generated.go:55:8: leaking param: j
./generated.go:59:8: func literal does not escape
./generated.go:60:40: L{...} does not escape
./generated.go:63:6: F(1) does not escape
./generated.go:68:13: Z{} does not escape
./generated.go:76:9: new(L) does not escape
./generated.go:5:21: parameter x leaks to {heap} with derefs=0:
./generated.go:5:21:   flow: {heap} = x:
./generated.go:5:21:     from .this.M(x) (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=0:
<autogenerated>:1:   flow: {heap} = .this:
<autogenerated>:1:     from .this.M(x) (call parameter) at <autogenerated>:1
<autogenerated>:1: inlining call to L.Boxed
<autogenerated>:1: l escapes to heap:
<autogenerated>:1:   flow: ~R0 = &{storage for l}:
<autogenerated>:1:     from l (spill) at <autogenerated>:1
<autogenerated>:1:     from ~R0 = l (assign-pair) at <autogenerated>:1
<autogenerated>:1:   flow: ~r0 = ~R0:
<autogenerated>:1:     from return ~R0 (return) at <autogenerated>:1
<autogenerated>:1: l escapes to heap
<autogenerated>:1: inlining call to L.Called
./generated.go:43:42: can inline (*L).Called.func1 with cost 5 as: func() { *x = l.x }
<autogenerated>:1: inlining call to (*L).Called.func1
<autogenerated>:1: inlining call to L.Kept
./generated.go:46:17: parameter fs leaks to {heap} with derefs=0:
./generated.go:46:17:   flow: fs = fs:
./generated.go:46:17:     from l, fs, _ := .this, fs, .anon0 (assign-pair) at <autogenerated>:1
./generated.go:46:17:   flow: {heap} = fs:
./generated.go:46:17:     from kept = fs (assign) at <autogenerated>:1
./generated.go:42:17: parameter x leaks to {heap} with derefs=0:
./generated.go:42:17:   flow: {heap} = x:
./generated.go:42:17:     from L.Made(.this, x) (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=0:
<autogenerated>:1:   flow: {heap} = .this:
<autogenerated>:1:     from .this.Boxed(.anon0) (call parameter) at <autogenerated>:1
./generated.go:5:21: parameter x leaks to {heap} with derefs=0:
./generated.go:5:21:   flow: {heap} = x:
./generated.go:5:21:     from .this.M(x) (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=0:
<autogenerated>:1:   flow: {heap} = .this:
<autogenerated>:1:     from .this.M(x) (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=0:
<autogenerated>:1:   flow: {heap} = .this:
<autogenerated>:1:     from .this.N() (call parameter) at <autogenerated>:1
<autogenerated>:1: inlining call to A.M
./generated.go:13:14: parameter x leaks to ~r0 with derefs=0:
./generated.go:13:14:   flow: x = x:
./generated.go:13:14:     from a, x := .this.A, x (assign-pair) at <autogenerated>:1
./generated.go:13:14:   flow: ~R0 = x:
./generated.go:13:14:     from ~R0 = x (assign-pair) at <autogenerated>:1
./generated.go:13:14:   flow: ~r0 = ~R0:
./generated.go:13:14:     from return ~R0 (return) at <autogenerated>:1
<autogenerated>:1: inlining call to A.N
<autogenerated>:1: inlining call to A.M
./generated.go:13:14: parameter x leaks to ~r0 with derefs=0:
./generated.go:13:14:   flow: x = x:
./generated.go:13:14:     from a, x := .this, x (assign-pair) at <autogenerated>:1
./generated.go:13:14:   flow: ~R0 = x:
./generated.go:13:14:     from ~R0 = x (assign-pair) at <autogenerated>:1
./generated.go:13:14:   flow: ~r0 = ~R0:
./generated.go:13:14:     from return ~R0 (return) at <autogenerated>:1
<autogenerated>:1: inlining call to A.N
<autogenerated>:1: inlining call to A.M
./generated.go:13:14: parameter x leaks to ~r0 with derefs=0:
./generated.go:13:14:   flow: x = x:
./generated.go:13:14:     from a, x := .this.A, x (assign-pair) at <autogenerated>:1
./generated.go:13:14:   flow: ~R0 = x:
./generated.go:13:14:     from ~R0 = x (assign-pair) at <autogenerated>:1
./generated.go:13:14:   flow: ~r0 = ~R0:
./generated.go:13:14:     from return ~R0 (return) at <autogenerated>:1
<autogenerated>:1: inlining call to A.N
<autogenerated>:1: inlining call to A.M
./generated.go:13:14: parameter x leaks to ~r0 with derefs=0:
./generated.go:13:14:   flow: x = x:
./generated.go:13:14:     from a, x := .this.B.A, x (assign-pair) at <autogenerated>:1
./generated.go:13:14:   flow: ~R0 = x:
./generated.go:13:14:     from ~R0 = x (assign-pair) at <autogenerated>:1
./generated.go:13:14:   flow: ~r0 = ~R0:
./generated.go:13:14:     from return ~R0 (return) at <autogenerated>:1
<autogenerated>:1: inlining call to A.N
<autogenerated>:1: inlining call to A.M
./generated.go:13:14: parameter x leaks to ~r0 with derefs=0:
./generated.go:13:14:   flow: x = x:
./generated.go:13:14:     from a, x := .this.B.A, x (assign-pair) at <autogenerated>:1
./generated.go:13:14:   flow: ~R0 = x:
./generated.go:13:14:     from ~R0 = x (assign-pair) at <autogenerated>:1
./generated.go:13:14:   flow: ~r0 = ~R0:
./generated.go:13:14:     from return ~R0 (return) at <autogenerated>:1
<autogenerated>:1: inlining call to A.N
./generated.go:5:21: parameter x leaks to {heap} with derefs=0:
./generated.go:5:21:   flow: {heap} = x:
./generated.go:5:21:     from .this.I.M(x) (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=1:
<autogenerated>:1:   flow: {heap} = *.this:
<autogenerated>:1:     from .this.I (dot of pointer) at <autogenerated>:1
<autogenerated>:1:     from .this.I.M(x) (call parameter) at <autogenerated>:1
./generated.go:5:21: parameter x leaks to {heap} with derefs=0:
./generated.go:5:21:   flow: {heap} = x:
./generated.go:5:21:     from .this.I.M(x) (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=0:
<autogenerated>:1:   flow: {heap} = .this:
<autogenerated>:1:     from .this.I (dot) at <autogenerated>:1
<autogenerated>:1:     from .this.I.M(x) (call parameter) at <autogenerated>:1
./generated.go:79:15: index bounds check elided
./generated.go:79:25: index bounds check elided
./generated.go:79:38: index bounds check elided
<autogenerated>:1: inlining call to A.M
./generated.go:13:14: parameter x leaks to ~r0 with derefs=0:
./generated.go:13:14:   flow: x = x:
./generated.go:13:14:     from a, x := .this.A, x (assign-pair) at <autogenerated>:1
./generated.go:13:14:   flow: ~R0 = x:
./generated.go:13:14:     from ~R0 = x (assign-pair) at <autogenerated>:1
./generated.go:13:14:   flow: ~r0 = ~R0:
./generated.go:13:14:     from return ~R0 (return) at <autogenerated>:1
<autogenerated>:1: inlining call to A.N
<autogenerated>:1: inlining call to A.M
./generated.go:13:14: parameter x leaks to ~r0 with derefs=0:
./generated.go:13:14:   flow: x = x:
./generated.go:13:14:     from a, x := .this.A, x (assign-pair) at <autogenerated>:1
./generated.go:13:14:   flow: ~R0 = x:
./generated.go:13:14:     from ~R0 = x (assign-pair) at <autogenerated>:1
./generated.go:13:14:   flow: ~r0 = ~R0:
./generated.go:13:14:     from return ~R0 (return) at <autogenerated>:1
<autogenerated>:1: inlining call to A.N
<autogenerated>:1: inlining call to L.Boxed
<autogenerated>:1: l escapes to heap:
<autogenerated>:1:   flow: ~R0 = &{storage for l}:
<autogenerated>:1:     from l (spill) at <autogenerated>:1
<autogenerated>:1:     from ~R0 = l (assign-pair) at <autogenerated>:1
<autogenerated>:1:   flow: ~r0 = ~R0:
<autogenerated>:1:     from return ~R0 (return) at <autogenerated>:1
<autogenerated>:1: l escapes to heap
<autogenerated>:1: inlining call to L.Called
./generated.go:43:42: can inline (*P).Called.func1 with cost 5 as: func() { *x = l.x }
<autogenerated>:1: inlining call to (*P).Called.func1
<autogenerated>:1: inlining call to L.Kept
./generated.go:46:17: parameter fs leaks to {heap} with derefs=0:
./generated.go:46:17:   flow: fs = fs:
./generated.go:46:17:     from l, fs, _ := .this.L, fs, .anon0 (assign-pair) at <autogenerated>:1
./generated.go:46:17:   flow: {heap} = fs:
./generated.go:46:17:     from kept = fs (assign) at <autogenerated>:1
./generated.go:42:17: parameter x leaks to {heap} with derefs=0:
./generated.go:42:17:   flow: {heap} = x:
./generated.go:42:17:     from L.Made(.this.L, x) (call parameter) at <autogenerated>:1
<autogenerated>:1: inlining call to L.Boxed
<autogenerated>:1: l escapes to heap:
<autogenerated>:1:   flow: ~R0 = &{storage for l}:
<autogenerated>:1:     from l (spill) at <autogenerated>:1
<autogenerated>:1:     from ~R0 = l (assign-pair) at <autogenerated>:1
<autogenerated>:1:   flow: ~r0 = ~R0:
<autogenerated>:1:     from return ~R0 (return) at <autogenerated>:1
<autogenerated>:1: l escapes to heap
<autogenerated>:1: inlining call to L.Called
./generated.go:43:42: can inline P.Called.func1 with cost 5 as: func() { *x = l.x }
<autogenerated>:1: inlining call to P.Called.func1
<autogenerated>:1: inlining call to L.Kept
./generated.go:46:17: parameter fs leaks to {heap} with derefs=0:
./generated.go:46:17:   flow: fs = fs:
./generated.go:46:17:     from l, fs, _ := .this.L, fs, .anon0 (assign-pair) at <autogenerated>:1
./generated.go:46:17:   flow: {heap} = fs:
./generated.go:46:17:     from kept = fs (assign) at <autogenerated>:1
./generated.go:42:17: parameter x leaks to {heap} with derefs=0:
./generated.go:42:17:   flow: {heap} = x:
./generated.go:42:17:     from L.Made(.this.L, x) (call parameter) at <autogenerated>:1
<autogenerated>:1: inlining call to L.Boxed
<autogenerated>:1: l escapes to heap:
<autogenerated>:1:   flow: ~R0 = &{storage for l}:
<autogenerated>:1:     from l (spill) at <autogenerated>:1
<autogenerated>:1:     from ~R0 = l (assign-pair) at <autogenerated>:1
<autogenerated>:1:   flow: ~r0 = ~R0:
<autogenerated>:1:     from return ~R0 (return) at <autogenerated>:1
<autogenerated>:1: l escapes to heap
<autogenerated>:1: inlining call to L.Called
./generated.go:43:42: can inline (*Q).Called.func1 with cost 5 as: func() { *x = l.x }
<autogenerated>:1: inlining call to (*Q).Called.func1
<autogenerated>:1: inlining call to L.Kept
./generated.go:46:17: parameter fs leaks to {heap} with derefs=0:
./generated.go:46:17:   flow: fs = fs:
./generated.go:46:17:     from l, fs, _ := .this.L, fs, .anon0 (assign-pair) at <autogenerated>:1
./generated.go:46:17:   flow: {heap} = fs:
./generated.go:46:17:     from kept = fs (assign) at <autogenerated>:1
./generated.go:42:17: parameter x leaks to {heap} with derefs=0:
./generated.go:42:17:   flow: {heap} = x:
./generated.go:42:17:     from L.Made(.this.L, x) (call parameter) at <autogenerated>:1
<autogenerated>:1: inlining call to L.Boxed
<autogenerated>:1: l escapes to heap:
<autogenerated>:1:   flow: ~R0 = &{storage for l}:
<autogenerated>:1:     from l (spill) at <autogenerated>:1
<autogenerated>:1:     from ~R0 = l (assign-pair) at <autogenerated>:1
<autogenerated>:1:   flow: ~r0 = ~R0:
<autogenerated>:1:     from return ~R0 (return) at <autogenerated>:1
<autogenerated>:1: l escapes to heap
<autogenerated>:1: inlining call to (*L).ByPointer
<autogenerated>:1: parameter .this leaks to ~r0 with derefs=0:
<autogenerated>:1:   flow: l = .this:
<autogenerated>:1:     from .this.L (dot) at <autogenerated>:1
<autogenerated>:1:     from l := .this.L (assign-pair) at <autogenerated>:1
<autogenerated>:1:   flow: ~R0 = l:
<autogenerated>:1:     from l.x (dot of pointer) at <autogenerated>:1
<autogenerated>:1:     from &l.x (address-of) at <autogenerated>:1
<autogenerated>:1:     from ~R0 = &l.x (assign-pair) at <autogenerated>:1
<autogenerated>:1:   flow: ~r0 = ~R0:
<autogenerated>:1:     from return ~R0 (return) at <autogenerated>:1
<autogenerated>:1: inlining call to L.Called
./generated.go:43:42: can inline Q.Called.func1 with cost 5 as: func() { *x = l.x }
<autogenerated>:1: inlining call to Q.Called.func1
<autogenerated>:1: inlining call to L.Kept
./generated.go:46:17: parameter fs leaks to {heap} with derefs=0:
./generated.go:46:17:   flow: fs = fs:
./generated.go:46:17:     from l, fs, _ := .this.L, fs, .anon0 (assign-pair) at <autogenerated>:1
./generated.go:46:17:   flow: {heap} = fs:
./generated.go:46:17:     from kept = fs (assign) at <autogenerated>:1
./generated.go:42:17: parameter x leaks to {heap} with derefs=0:
./generated.go:42:17:   flow: {heap} = x:
./generated.go:42:17:     from L.Made(.this.L, x) (call parameter) at <autogenerated>:1
<autogenerated>:1: inlining call to F.M
<autogenerated>:1: inlining call to F.N
<autogenerated>:1: inlining call to U.Q
<autogenerated>:1: string(p) escapes to heap:
<autogenerated>:1:   flow: ~R0 = &{storage for string(p)}:
<autogenerated>:1:     from string(p) (spill) at <autogenerated>:1
<autogenerated>:1:     from ~R0 = string(p) (assign-pair) at <autogenerated>:1
<autogenerated>:1:   flow: ~r0 = ~R0:
<autogenerated>:1:     from return ~R0 (return) at <autogenerated>:1
<autogenerated>:1: string(p) escapes to heap
<autogenerated>:1: inlining call to F.M
<autogenerated>:1: inlining call to F.N
<autogenerated>:1: inlining call to A.M
./generated.go:13:14: parameter x leaks to ~r0 with derefs=0:
./generated.go:13:14:   flow: x = x:
./generated.go:13:14:     from a, x := .this.A, x (assign-pair) at <autogenerated>:1
./generated.go:13:14:   flow: ~R0 = x:
./generated.go:13:14:     from ~R0 = x (assign-pair) at <autogenerated>:1
./generated.go:13:14:   flow: ~r0 = ~R0:
./generated.go:13:14:     from return ~R0 (return) at <autogenerated>:1
<autogenerated>:1: inlining call to A.N
<autogenerated>:1: inlining call to A.M
./generated.go:13:14: parameter x leaks to ~r0 with derefs=0:
./generated.go:13:14:   flow: x = x:
./generated.go:13:14:     from a, x := .this.A, x (assign-pair) at <autogenerated>:1
./generated.go:13:14:   flow: ~R0 = x:
./generated.go:13:14:     from ~R0 = x (assign-pair) at <autogenerated>:1
./generated.go:13:14:   flow: ~r0 = ~R0:
./generated.go:13:14:     from return ~R0 (return) at <autogenerated>:1
<autogenerated>:1: inlining call to A.N
<autogenerated>:1: inlining call to A.M
./generated.go:13:14: parameter x leaks to ~r0 with derefs=0:
./generated.go:13:14:   flow: x = x:
./generated.go:13:14:     from a, x := .this.C.A, x (assign-pair) at <autogenerated>:1
./generated.go:13:14:   flow: ~R0 = x:
./generated.go:13:14:     from ~R0 = x (assign-pair) at <autogenerated>:1
./generated.go:13:14:   flow: ~r0 = ~R0:
./generated.go:13:14:     from return ~R0 (return) at <autogenerated>:1
<autogenerated>:1: inlining call to A.N
<autogenerated>:1: inlining call to A.M
./generated.go:13:14: parameter x leaks to ~r0 with derefs=0:
./generated.go:13:14:   flow: x = x:
./generated.go:13:14:     from a, x := .this.C.A, x (assign-pair) at <autogenerated>:1
./generated.go:13:14:   flow: ~R0 = x:
./generated.go:13:14:     from ~R0 = x (assign-pair) at <autogenerated>:1
./generated.go:13:14:   flow: ~r0 = ~R0:
./generated.go:13:14:     from return ~R0 (return) at <autogenerated>:1
<autogenerated>:1: inlining call to A.N
