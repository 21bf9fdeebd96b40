# command-line-arguments
./devirtualize_embedded.go:10:6: can inline A.M with cost 4 as: method(A) func(int) int { return int(a) + n }
./devirtualize_embedded.go:11:6: can inline A.N with cost 3 as: method(A) func() { println("N", a) }
./devirtualize_embedded.go:13:6: cannot inline f: unhandled op DEFER
./devirtualize_embedded.go:28:8: cannot inline f.func1: call to recover
./devirtualize_embedded.go:32:6: can inline main with cost 59 as: func() { f() }
./devirtualize_embedded.go:15:13: partially devirtualizing i.M to T
./devirtualize_embedded.go:17:13: partially devirtualizing j.M to *T
./devirtualize_embedded.go:19:5: partially devirtualizing k.N to V
./devirtualize_embedded.go:20:13: partially devirtualizing k.M to V
./devirtualize_embedded.go:22:13: partially devirtualizing l.M to *T
./devirtualize_embedded.go:24:13: partially devirtualizing m.M to V
./devirtualize_embedded.go:25:11: partially devirtualizing k.N to V
./devirtualize_embedded.go:30:5: partially devirtualizing z.M to T
./devirtualize_embedded.go:25:9: f capturing by value: .autotmp_7 (addr=false assign=false width=16)
./devirtualize_embedded.go:18:13: V{...} escapes to heap:
./devirtualize_embedded.go:18:13:   flow: k = &{storage for V{...}}:
./devirtualize_embedded.go:18:13:     from V{...} (spill) at ./devirtualize_embedded.go:18:13
./devirtualize_embedded.go:18:13:     from k = V{...} (assign) at ./devirtualize_embedded.go:18:6
./devirtualize_embedded.go:18:13:   flow: {temp} = k:
./devirtualize_embedded.go:18:13:   flow: {heap} = {temp}:
./devirtualize_embedded.go:23:15: A(7) escapes to heap:
./devirtualize_embedded.go:23:15:   flow: {storage for V{...}} = &{storage for A(7)}:
./devirtualize_embedded.go:23:15:     from A(7) (spill) at ./devirtualize_embedded.go:23:15
./devirtualize_embedded.go:23:15:     from V{...} (struct literal element) at ./devirtualize_embedded.go:23:13
./devirtualize_embedded.go:23:15:     from V{...} (interface-converted) at ./devirtualize_embedded.go:23:13
./devirtualize_embedded.go:23:15:   flow: m = &{storage for V{...}}:
./devirtualize_embedded.go:23:15:     from V{...} (spill) at ./devirtualize_embedded.go:23:13
./devirtualize_embedded.go:23:15:     from m = V{...} (assign) at ./devirtualize_embedded.go:23:6
./devirtualize_embedded.go:23:15:   flow: {heap} = *m:
./devirtualize_embedded.go:23:15:     from m.(V) (dot) at ./devirtualize_embedded.go:24:11
./devirtualize_embedded.go:23:15:     from m.(V).J (dot) at ./devirtualize_embedded.go:24:11
./devirtualize_embedded.go:23:15:     from m.(V).J.M(9) (call parameter) at ./devirtualize_embedded.go:24:13
./devirtualize_embedded.go:21:16: A(9) escapes to heap:
./devirtualize_embedded.go:21:16:   flow: {storage for &T{...}} = &{storage for A(9)}:
./devirtualize_embedded.go:21:16:     from A(9) (spill) at ./devirtualize_embedded.go:21:16
./devirtualize_embedded.go:21:16:     from T{...} (struct literal element) at ./devirtualize_embedded.go:21:14
./devirtualize_embedded.go:21:16:   flow: l = &{storage for &T{...}}:
./devirtualize_embedded.go:21:16:     from &T{...} (spill) at ./devirtualize_embedded.go:21:12
./devirtualize_embedded.go:21:16:     from &T{...} (interface-converted) at ./devirtualize_embedded.go:21:14
./devirtualize_embedded.go:21:16:     from l = &T{...} (assign) at ./devirtualize_embedded.go:21:6
./devirtualize_embedded.go:21:16:   flow: {heap} = *l:
./devirtualize_embedded.go:21:16:     from l.(*T) (dot) at ./devirtualize_embedded.go:22:11
./devirtualize_embedded.go:21:16:     from l.(*T).I (dot of pointer) at ./devirtualize_embedded.go:22:11
./devirtualize_embedded.go:21:16:     from l.(*T).I.M(1) (call parameter) at ./devirtualize_embedded.go:22:13
./devirtualize_embedded.go:16:16: A(5) escapes to heap:
./devirtualize_embedded.go:16:16:   flow: {storage for &T{...}} = &{storage for A(5)}:
./devirtualize_embedded.go:16:16:     from A(5) (spill) at ./devirtualize_embedded.go:16:16
./devirtualize_embedded.go:16:16:     from T{...} (struct literal element) at ./devirtualize_embedded.go:16:14
./devirtualize_embedded.go:16:16:   flow: j = &{storage for &T{...}}:
./devirtualize_embedded.go:16:16:     from &T{...} (spill) at ./devirtualize_embedded.go:16:12
./devirtualize_embedded.go:16:16:     from &T{...} (interface-converted) at ./devirtualize_embedded.go:16:14
./devirtualize_embedded.go:16:16:     from j = &T{...} (assign) at ./devirtualize_embedded.go:16:6
./devirtualize_embedded.go:16:16:   flow: {heap} = *j:
./devirtualize_embedded.go:16:16:     from j.(*T) (dot) at ./devirtualize_embedded.go:17:11
./devirtualize_embedded.go:16:16:     from j.(*T).I (dot of pointer) at ./devirtualize_embedded.go:17:11
./devirtualize_embedded.go:16:16:     from j.(*T).I.M(4) (call parameter) at ./devirtualize_embedded.go:17:13
./devirtualize_embedded.go:14:15: A(3) escapes to heap:
./devirtualize_embedded.go:14:15:   flow: {storage for T{...}} = &{storage for A(3)}:
./devirtualize_embedded.go:14:15:     from A(3) (spill) at ./devirtualize_embedded.go:14:15
./devirtualize_embedded.go:14:15:     from T{...} (struct literal element) at ./devirtualize_embedded.go:14:13
./devirtualize_embedded.go:14:15:     from T{...} (interface-converted) at ./devirtualize_embedded.go:14:13
./devirtualize_embedded.go:14:15:   flow: i = &{storage for T{...}}:
./devirtualize_embedded.go:14:15:     from T{...} (spill) at ./devirtualize_embedded.go:14:13
./devirtualize_embedded.go:14:15:     from i = T{...} (assign) at ./devirtualize_embedded.go:14:6
./devirtualize_embedded.go:14:15:   flow: {heap} = *i:
./devirtualize_embedded.go:14:15:     from i.(T) (dot) at ./devirtualize_embedded.go:15:11
./devirtualize_embedded.go:14:15:     from i.(T).I (dot) at ./devirtualize_embedded.go:15:11
./devirtualize_embedded.go:14:15:     from i.(T).I.M(4) (call parameter) at ./devirtualize_embedded.go:15:13
./devirtualize_embedded.go:18:15: A(7) escapes to heap:
./devirtualize_embedded.go:18:15:   flow: {storage for V{...}} = &{storage for A(7)}:
./devirtualize_embedded.go:18:15:     from A(7) (spill) at ./devirtualize_embedded.go:18:15
./devirtualize_embedded.go:18:15:     from V{...} (struct literal element) at ./devirtualize_embedded.go:18:13
./devirtualize_embedded.go:18:15:     from V{...} (interface-converted) at ./devirtualize_embedded.go:18:13
./devirtualize_embedded.go:14:13: T{...} does not escape
./devirtualize_embedded.go:14:15: A(3) escapes to heap
./devirtualize_embedded.go:16:12: &T{...} does not escape
./devirtualize_embedded.go:16:16: A(5) escapes to heap
./devirtualize_embedded.go:18:13: V{...} escapes to heap
./devirtualize_embedded.go:18:15: A(7) escapes to heap
./devirtualize_embedded.go:21:12: &T{...} does not escape
./devirtualize_embedded.go:21:16: A(9) escapes to heap
./devirtualize_embedded.go:23:13: V{...} does not escape
./devirtualize_embedded.go:23:15: A(7) escapes to heap
./devirtualize_embedded.go:26:8: k.M does not escape
./devirtualize_embedded.go:28:8: func literal does not escape
./devirtualize_embedded.go:29:13: T{} does not escape
<autogenerated>:1: inlining call to A.M
<autogenerated>:1: inlining call to A.N
<autogenerated>:1: parameter .this leaks to {heap} with derefs=0:
<autogenerated>:1:   flow: {heap} = .this:
<autogenerated>:1:     from .this.M(.anon0) (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=1:
<autogenerated>:1:   flow: {heap} = *.this:
<autogenerated>:1:     from .this.I (dot of pointer) at <autogenerated>:1
<autogenerated>:1:     from .this.I.M(.anon0) (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=0:
<autogenerated>:1:   flow: {heap} = .this:
<autogenerated>:1:     from .this.I (dot) at <autogenerated>:1
<autogenerated>:1:     from .this.I.M(.anon0) (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=0:
<autogenerated>:1:   flow: {heap} = .this:
<autogenerated>:1:     from .this.M(.anon0) (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=0:
<autogenerated>:1:   flow: {heap} = .this:
<autogenerated>:1:     from .this.N() (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=1:
<autogenerated>:1:   flow: {heap} = *.this:
<autogenerated>:1:     from .this.J (dot of pointer) at <autogenerated>:1
<autogenerated>:1:     from .this.J.M(.anon0) (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=0:
<autogenerated>:1:   flow: {heap} = .this:
<autogenerated>:1:     from .this.J (dot) at <autogenerated>:1
<autogenerated>:1:     from .this.J.M(.anon0) (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=1:
<autogenerated>:1:   flow: {heap} = *.this:
<autogenerated>:1:     from .this.J (dot of pointer) at <autogenerated>:1
<autogenerated>:1:     from .this.J.N() (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=0:
<autogenerated>:1:   flow: {heap} = .this:
<autogenerated>:1:     from .this.J (dot) at <autogenerated>:1
<autogenerated>:1:     from .this.J.N() (call parameter) at <autogenerated>:1
