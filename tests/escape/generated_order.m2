# command-line-arguments
./generated_order.go:17:6: can inline base.describe with cost 65 as: method(base) func() string { return fmt.Sprint("base ", b.id) }
./generated_order.go:29:6: can inline aaa.String with cost 2 as: method(aaa) func() string { return "a" }
./generated_order.go:30:6: can inline (*zzz).String with cost 2 as: method(*zzz) func() string { return "z" }
./generated_order.go:32:6: can inline base.describeTo with cost 66 as: method(base) func(func(*int)) (describer, error) { f(&b.id); return b, nil }
./generated_order.go:37:6: can inline use with cost 61 as: func(describer) string { return d.describe() }
./generated_order.go:39:6: cannot inline main: unhandled op DCLTYPE
./generated_order.go:45:28: inlining call to base.describe
./generated_order.go:48:27: inlining call to use
./generated_order.go:49:13: inlining call to fmt.Println
./generated_order.go:48:27: partially devirtualizing d.describe to struct { describer }
./generated_order.go:17:63: b.id escapes to heap:
./generated_order.go:17:63:   flow: {storage for ... argument} = &{storage for b.id}:
./generated_order.go:17:63:     from b.id (spill) at ./generated_order.go:17:63
./generated_order.go:17:63:     from ... argument (slice-literal-element) at ./generated_order.go:17:52
./generated_order.go:17:63:   flow: {heap} = {storage for ... argument}:
./generated_order.go:17:63:     from ... argument (spill) at ./generated_order.go:17:52
./generated_order.go:17:63:     from fmt.Sprint(... argument...) (call parameter) at ./generated_order.go:17:52
./generated_order.go:17:53: "base " escapes to heap:
./generated_order.go:17:53:   flow: {storage for ... argument} = &{storage for "base "}:
./generated_order.go:17:53:     from "base " (spill) at ./generated_order.go:17:53
./generated_order.go:17:53:     from ... argument (slice-literal-element) at ./generated_order.go:17:52
./generated_order.go:17:53:   flow: {heap} = {storage for ... argument}:
./generated_order.go:17:53:     from ... argument (spill) at ./generated_order.go:17:52
./generated_order.go:17:53:     from fmt.Sprint(... argument...) (call parameter) at ./generated_order.go:17:52
./generated_order.go:17:52: ... argument does not escape
./generated_order.go:17:53: "base " escapes to heap
./generated_order.go:17:63: b.id escapes to heap
./generated_order.go:30:7: z does not escape
./generated_order.go:32:7: b escapes to heap:
./generated_order.go:32:7:   flow: {heap} = &b:
./generated_order.go:32:7:     from b.id (dot) at ./generated_order.go:33:6
./generated_order.go:32:7:     from &b.id (address-of) at ./generated_order.go:33:4
./generated_order.go:32:7:     from f(&b.id) (call parameter) at ./generated_order.go:33:3
./generated_order.go:34:12: b escapes to heap:
./generated_order.go:34:12:   flow: ~r0 = &{storage for b}:
./generated_order.go:34:12:     from b (spill) at ./generated_order.go:34:12
./generated_order.go:34:12:     from return b, nil (return) at ./generated_order.go:34:2
./generated_order.go:32:26: f does not escape
./generated_order.go:32:7: moved to heap: b
./generated_order.go:34:12: b escapes to heap
./generated_order.go:37:10: parameter d leaks to {heap} with derefs=0:
./generated_order.go:37:10:   flow: {heap} = d:
./generated_order.go:37:10:     from d.describe() (call parameter) at ./generated_order.go:37:49
./generated_order.go:37:10: leaking param: d
./generated_order.go:55:4: struct { local; n int }{...} escapes to heap:
./generated_order.go:55:4:   flow: m = &{storage for struct { local; n int }{...}}:
./generated_order.go:55:4:     from struct { local; n int }{...} (spill) at ./generated_order.go:55:4
./generated_order.go:55:4:     from m = struct { local; n int }{...} (assign) at ./generated_order.go:52:6
./generated_order.go:55:4:   flow: {storage for ... argument} = m:
./generated_order.go:55:4:     from m (interface-converted) at ./generated_order.go:56:12
./generated_order.go:55:4:     from ... argument (slice-literal-element) at ./generated_order.go:56:12
./generated_order.go:55:4:   flow: {heap} = {storage for ... argument}:
./generated_order.go:55:4:     from ... argument (spill) at ./generated_order.go:56:12
./generated_order.go:55:4:     from fmt.Fprint(l, ... argument...) (call parameter) at ./generated_order.go:56:12
./generated_order.go:51:29: new(strings.Builder) escapes to heap:
./generated_order.go:51:29:   flow: l = &{storage for new(strings.Builder)}:
./generated_order.go:51:29:     from new(strings.Builder) (spill) at ./generated_order.go:51:29
./generated_order.go:51:29:     from local{...} (struct literal element) at ./generated_order.go:51:25
./generated_order.go:51:29:     from local{...} (interface-converted) at ./generated_order.go:51:29
./generated_order.go:51:29:     from l = local{...} (assign) at ./generated_order.go:51:6
./generated_order.go:51:29:   flow: {heap} = l:
./generated_order.go:51:29:     from fmt.Fprint(l, ... argument...) (call parameter) at ./generated_order.go:56:12
./generated_order.go:49:46: new(zzz) escapes to heap:
./generated_order.go:49:46:   flow: {storage for ... argument} = &{storage for new(zzz)}:
./generated_order.go:49:46:     from new(zzz) (spill) at ./generated_order.go:49:46
./generated_order.go:49:46:     from new(zzz) (interface-converted) at ./generated_order.go:49:46
./generated_order.go:49:46:     from ... argument (slice-literal-element) at ./generated_order.go:49:13
./generated_order.go:49:46:   flow: fmt.a = &{storage for ... argument}:
./generated_order.go:49:46:     from ... argument (spill) at ./generated_order.go:49:13
./generated_order.go:49:46:     from fmt.a := ... argument (assign-pair) at ./generated_order.go:49:13
./generated_order.go:49:46:   flow: {heap} = *fmt.a:
./generated_order.go:49:46:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./generated_order.go:49:13
./generated_order.go:49:35: map[zzz]aaa{...} escapes to heap:
./generated_order.go:49:35:   flow: {storage for ... argument} = &{storage for map[zzz]aaa{...}}:
./generated_order.go:49:35:     from map[zzz]aaa{...} (spill) at ./generated_order.go:49:35
./generated_order.go:49:35:     from map[zzz]aaa{...} (interface-converted) at ./generated_order.go:49:35
./generated_order.go:49:35:     from ... argument (slice-literal-element) at ./generated_order.go:49:13
./generated_order.go:49:35:   flow: fmt.a = &{storage for ... argument}:
./generated_order.go:49:35:     from ... argument (spill) at ./generated_order.go:49:13
./generated_order.go:49:35:     from fmt.a := ... argument (assign-pair) at ./generated_order.go:49:13
./generated_order.go:49:35:   flow: {heap} = *fmt.a:
./generated_order.go:49:35:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./generated_order.go:49:13
./generated_order.go:49:19: []aaa{...} escapes to heap:
./generated_order.go:49:19:   flow: {storage for ... argument} = &{storage for []aaa{...}}:
./generated_order.go:49:19:     from []aaa{...} (spill) at ./generated_order.go:49:19
./generated_order.go:49:19:     from ... argument (slice-literal-element) at ./generated_order.go:49:13
./generated_order.go:49:19:   flow: fmt.a = &{storage for ... argument}:
./generated_order.go:49:19:     from ... argument (spill) at ./generated_order.go:49:13
./generated_order.go:49:19:     from fmt.a := ... argument (assign-pair) at ./generated_order.go:49:13
./generated_order.go:49:19:   flow: {heap} = *fmt.a:
./generated_order.go:49:19:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./generated_order.go:49:13
./generated_order.go:47:2: anonymous.base escapes to heap:
./generated_order.go:47:2:   flow: s = &{storage for anonymous.base}:
./generated_order.go:47:2:     from anonymous.base (spill) at ./generated_order.go:47:2
./generated_order.go:47:2:     from s.describer = anonymous.base (assign) at ./generated_order.go:47:14
./generated_order.go:47:2:   flow: {heap} = s:
./generated_order.go:47:2:     from s.describer (dot) at ./generated_order.go:48:11
./generated_order.go:47:2:     from s.describer.describe() (call parameter) at ./generated_order.go:48:20
./generated_order.go:44:2: aaa(3) escapes to heap:
./generated_order.go:44:2:   flow: anonymous = &{storage for aaa(3)}:
./generated_order.go:44:2:     from aaa(3) (spill) at ./generated_order.go:44:2
./generated_order.go:44:2:     from anonymous.Stringer = aaa(3) (assign) at ./generated_order.go:44:21
./generated_order.go:44:2:   flow: {heap} = anonymous:
./generated_order.go:44:2:     from anonymous.Stringer (dot) at ./generated_order.go:45:41
./generated_order.go:44:2:     from anonymous.Stringer.String() (call parameter) at ./generated_order.go:45:48
./generated_order.go:45:28: b.id escapes to heap:
./generated_order.go:45:28:   flow: {storage for ... argument} = &{storage for b.id}:
./generated_order.go:45:28:     from b.id (spill) at ./generated_order.go:45:28
./generated_order.go:45:28:     from ... argument (slice-literal-element) at ./generated_order.go:45:28
./generated_order.go:45:28:   flow: {heap} = {storage for ... argument}:
./generated_order.go:45:28:     from ... argument (spill) at ./generated_order.go:45:28
./generated_order.go:45:28:     from fmt.Sprint(... argument...) (call parameter) at ./generated_order.go:45:28
./generated_order.go:45:28: "base " escapes to heap:
./generated_order.go:45:28:   flow: {storage for ... argument} = &{storage for "base "}:
./generated_order.go:45:28:     from "base " (spill) at ./generated_order.go:45:28
./generated_order.go:45:28:     from ... argument (slice-literal-element) at ./generated_order.go:45:28
./generated_order.go:45:28:   flow: {heap} = {storage for ... argument}:
./generated_order.go:45:28:     from ... argument (spill) at ./generated_order.go:45:28
./generated_order.go:45:28:     from fmt.Sprint(... argument...) (call parameter) at ./generated_order.go:45:28
./generated_order.go:49:19: []aaa{...} escapes to heap:
./generated_order.go:49:19:   flow: {storage for []aaa{...}} = &{storage for []aaa{...}}:
./generated_order.go:49:19:     from []aaa{...} (spill) at ./generated_order.go:49:19
./generated_order.go:49:19:     from []aaa{...} (interface-converted) at ./generated_order.go:49:19
./generated_order.go:44:2: aaa(3) escapes to heap
./generated_order.go:45:28: ... argument does not escape
./generated_order.go:45:28: "base " escapes to heap
./generated_order.go:45:28: b.id escapes to heap
./generated_order.go:47:2: anonymous.base escapes to heap
./generated_order.go:48:27: s does not escape
./generated_order.go:49:13: ... argument does not escape
./generated_order.go:49:19: []aaa{...} escapes to heap
./generated_order.go:49:19: []aaa{...} escapes to heap
./generated_order.go:49:35: map[zzz]aaa{...} escapes to heap
./generated_order.go:49:46: new(zzz) escapes to heap
./generated_order.go:51:29: new(strings.Builder) escapes to heap
./generated_order.go:55:4: struct { local; n int }{...} escapes to heap
./generated_order.go:56:12: ... argument does not escape
<autogenerated>:1: inlining call to base.describe
<autogenerated>:1: b.id escapes to heap:
<autogenerated>:1:   flow: {storage for ... argument} = &{storage for b.id}:
<autogenerated>:1:     from b.id (spill) at <autogenerated>:1
<autogenerated>:1:     from ... argument (slice-literal-element) at <autogenerated>:1
<autogenerated>:1:   flow: {heap} = {storage for ... argument}:
<autogenerated>:1:     from ... argument (spill) at <autogenerated>:1
<autogenerated>:1:     from fmt.Sprint(... argument...) (call parameter) at <autogenerated>:1
<autogenerated>:1: "base " escapes to heap:
<autogenerated>:1:   flow: {storage for ... argument} = &{storage for "base "}:
<autogenerated>:1:     from "base " (spill) at <autogenerated>:1
<autogenerated>:1:     from ... argument (slice-literal-element) at <autogenerated>:1
<autogenerated>:1:   flow: {heap} = {storage for ... argument}:
<autogenerated>:1:     from ... argument (spill) at <autogenerated>:1
<autogenerated>:1:     from fmt.Sprint(... argument...) (call parameter) at <autogenerated>:1
<autogenerated>:1: ... argument does not escape
<autogenerated>:1: "base " escapes to heap
<autogenerated>:1: b.id escapes to heap
<autogenerated>:1: inlining call to base.describeTo
<autogenerated>:1: b escapes to heap:
<autogenerated>:1:   flow: {heap} = &b:
<autogenerated>:1:     from b.id (dot) at <autogenerated>:1
<autogenerated>:1:     from &b.id (address-of) at <autogenerated>:1
<autogenerated>:1:     from f(&b.id) (call parameter) at <autogenerated>:1
<autogenerated>:1: b escapes to heap:
<autogenerated>:1:   flow: ~R0 = &{storage for b}:
<autogenerated>:1:     from b (spill) at <autogenerated>:1
<autogenerated>:1:     from ~R0, ~R1 = b, nil (assign-pair) at <autogenerated>:1
<autogenerated>:1:   flow: .autotmp_4 = ~R0:
<autogenerated>:1:   flow: ~r0 = .autotmp_4:
<autogenerated>:1:     from return .autotmp_4, .autotmp_5 (return) at <autogenerated>:1
<autogenerated>:1: moved to heap: b
<autogenerated>:1: b escapes to heap
<autogenerated>:1: parameter .this leaks to {heap} with derefs=0:
<autogenerated>:1:   flow: {heap} = .this:
<autogenerated>:1:     from .this.describe() (call parameter) at <autogenerated>:1
./generated_order.go:21:13: parameter f leaks to {heap} with derefs=0:
./generated_order.go:21:13:   flow: {heap} = f:
./generated_order.go:21:13:     from .this.describeTo(f) (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=0:
<autogenerated>:1:   flow: {heap} = .this:
<autogenerated>:1:     from .this.describeTo(f) (call parameter) at <autogenerated>:1
<autogenerated>:1: inlining call to aaa.String
<autogenerated>:1: parameter .this leaks to {heap} with derefs=1:
<autogenerated>:1:   flow: {heap} = *.this:
<autogenerated>:1:     from .this.describer (dot of pointer) at <autogenerated>:1
<autogenerated>:1:     from .this.describer.describe() (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=0:
<autogenerated>:1:   flow: {heap} = .this:
<autogenerated>:1:     from .this.describer (dot) at <autogenerated>:1
<autogenerated>:1:     from .this.describer.describe() (call parameter) at <autogenerated>:1
./generated_order.go:21:13: parameter f leaks to {heap} with derefs=0:
./generated_order.go:21:13:   flow: {heap} = f:
./generated_order.go:21:13:     from .this.describer.describeTo(f) (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=1:
<autogenerated>:1:   flow: {heap} = *.this:
<autogenerated>:1:     from .this.describer (dot of pointer) at <autogenerated>:1
<autogenerated>:1:     from .this.describer.describeTo(f) (call parameter) at <autogenerated>:1
./generated_order.go:21:13: parameter f leaks to {heap} with derefs=0:
./generated_order.go:21:13:   flow: {heap} = f:
./generated_order.go:21:13:     from .this.describer.describeTo(f) (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=0:
<autogenerated>:1:   flow: {heap} = .this:
<autogenerated>:1:     from .this.describer (dot) at <autogenerated>:1
<autogenerated>:1:     from .this.describer.describeTo(f) (call parameter) at <autogenerated>:1
<autogenerated>:1: inlining call to strings.(*Builder).Cap
<autogenerated>:1: inlining call to strings.(*Builder).Grow
<autogenerated>:1: inlining call to strings.(*Builder).copyCheck
<autogenerated>:1: inlining call to strings.noescape
<autogenerated>:1: inlining call to strings.(*Builder).grow
<autogenerated>:1: (interface {})(string("strings: illegal use of non-zero Builder copied by value")) escapes to heap:
<autogenerated>:1:   flow: {heap} = &{storage for (interface {})(string("strings: illegal use of non-zero Builder copied by value"))}:
<autogenerated>:1:     from (interface {})(string("strings: illegal use of non-zero Builder copied by value")) (spill) at <autogenerated>:1
<autogenerated>:1:     from panic((interface {})(string("strings: illegal use of non-zero Builder copied by value"))) (call parameter) at <autogenerated>:1
<autogenerated>:1: (interface {})(string("strings.Builder.Grow: negative count")) escapes to heap:
<autogenerated>:1:   flow: {heap} = &{storage for (interface {})(string("strings.Builder.Grow: negative count"))}:
<autogenerated>:1:     from (interface {})(string("strings.Builder.Grow: negative count")) (spill) at <autogenerated>:1
<autogenerated>:1:     from panic((interface {})(string("strings.Builder.Grow: negative count"))) (call parameter) at <autogenerated>:1
<autogenerated>:1: make([]byte, len(strings.b.buf), int(2) * cap(strings.b.buf) + strings.n) escapes to heap:
<autogenerated>:1:   flow: {heap} = &{storage for make([]byte, len(strings.b.buf), int(2) * cap(strings.b.buf) + strings.n)}:
<autogenerated>:1:     from make([]byte, len(strings.b.buf), int(2) * cap(strings.b.buf) + strings.n) (non-constant size) at <autogenerated>:1
<autogenerated>:1: (interface {})(string("strings: illegal use of non-zero Builder copied by value")) escapes to heap
<autogenerated>:1: (interface {})(string("strings.Builder.Grow: negative count")) escapes to heap
<autogenerated>:1: make([]byte, len(strings.b.buf), int(2) * cap(strings.b.buf) + strings.n) escapes to heap
<autogenerated>:1: inlining call to strings.(*Builder).Len
<autogenerated>:1: inlining call to strings.(*Builder).Reset
<autogenerated>:1: inlining call to strings.(*Builder).String
<autogenerated>:1: parameter .this leaks to ~r0 with derefs=1:
<autogenerated>:1:   flow: strings.b = .this:
<autogenerated>:1:     from .this.Builder (dot) at <autogenerated>:1
<autogenerated>:1:     from strings.b := .this.Builder (assign-pair) at <autogenerated>:1
<autogenerated>:1:   flow: ~R0 = *strings.b:
<autogenerated>:1:     from strings.b.buf (dot of pointer) at <autogenerated>:1
<autogenerated>:1:     from &strings.b.buf (address-of) at <autogenerated>:1
<autogenerated>:1:     from *(*string)(unsafe.Pointer(&strings.b.buf)) (indirection) at <autogenerated>:1
<autogenerated>:1:     from ~R0 = *(*string)(unsafe.Pointer(&strings.b.buf)) (assign-pair) at <autogenerated>:1
<autogenerated>:1:   flow: ~r0 = ~R0:
<autogenerated>:1:     from return ~R0 (return) at <autogenerated>:1
<autogenerated>:1: inlining call to strings.(*Builder).Write
<autogenerated>:1: inlining call to strings.(*Builder).copyCheck
<autogenerated>:1: inlining call to strings.noescape
<autogenerated>:1: (interface {})(string("strings: illegal use of non-zero Builder copied by value")) escapes to heap:
<autogenerated>:1:   flow: {heap} = &{storage for (interface {})(string("strings: illegal use of non-zero Builder copied by value"))}:
<autogenerated>:1:     from (interface {})(string("strings: illegal use of non-zero Builder copied by value")) (spill) at <autogenerated>:1
<autogenerated>:1:     from panic((interface {})(string("strings: illegal use of non-zero Builder copied by value"))) (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=1:
<autogenerated>:1:   flow: strings.b = .this:
<autogenerated>:1:     from .this.Builder (dot) at <autogenerated>:1
<autogenerated>:1:     from strings.b, strings.p := .this.Builder, p (assign-pair) at <autogenerated>:1
<autogenerated>:1:   flow: {heap} = *strings.b:
<autogenerated>:1:     from strings.b.buf (dot of pointer) at <autogenerated>:1
<autogenerated>:1:     from append(strings.b.buf, strings.p...) (call parameter) at <autogenerated>:1
<autogenerated>:1:     from strings.b.buf = append(strings.b.buf, strings.p...) (assign) at <autogenerated>:1
<autogenerated>:1: (interface {})(string("strings: illegal use of non-zero Builder copied by value")) escapes to heap
<autogenerated>:1: inlining call to strings.(*Builder).WriteByte
<autogenerated>:1: inlining call to strings.(*Builder).copyCheck
<autogenerated>:1: inlining call to strings.noescape
<autogenerated>:1: (interface {})(string("strings: illegal use of non-zero Builder copied by value")) escapes to heap:
<autogenerated>:1:   flow: {heap} = &{storage for (interface {})(string("strings: illegal use of non-zero Builder copied by value"))}:
<autogenerated>:1:     from (interface {})(string("strings: illegal use of non-zero Builder copied by value")) (spill) at <autogenerated>:1
<autogenerated>:1:     from panic((interface {})(string("strings: illegal use of non-zero Builder copied by value"))) (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=1:
<autogenerated>:1:   flow: strings.b = .this:
<autogenerated>:1:     from .this.Builder (dot) at <autogenerated>:1
<autogenerated>:1:     from strings.b, strings.c := .this.Builder, c (assign-pair) at <autogenerated>:1
<autogenerated>:1:   flow: {heap} = *strings.b:
<autogenerated>:1:     from strings.b.buf (dot of pointer) at <autogenerated>:1
<autogenerated>:1:     from append(strings.b.buf, strings.c) (call parameter) at <autogenerated>:1
<autogenerated>:1:     from strings.b.buf = append(strings.b.buf, strings.c) (assign) at <autogenerated>:1
<autogenerated>:1: (interface {})(string("strings: illegal use of non-zero Builder copied by value")) escapes to heap
<autogenerated>:1: parameter .this leaks to {heap} with derefs=1:
<autogenerated>:1:   flow: {heap} = *.this:
<autogenerated>:1:     from .this.Builder (dot) at <autogenerated>:1
<autogenerated>:1:     from (*strings.Builder).WriteRune(.this.Builder, r) (call parameter) at <autogenerated>:1
<autogenerated>:1: inlining call to strings.(*Builder).WriteString
<autogenerated>:1: inlining call to strings.(*Builder).copyCheck
<autogenerated>:1: inlining call to strings.noescape
<autogenerated>:1: (interface {})(string("strings: illegal use of non-zero Builder copied by value")) escapes to heap:
<autogenerated>:1:   flow: {heap} = &{storage for (interface {})(string("strings: illegal use of non-zero Builder copied by value"))}:
<autogenerated>:1:     from (interface {})(string("strings: illegal use of non-zero Builder copied by value")) (spill) at <autogenerated>:1
<autogenerated>:1:     from panic((interface {})(string("strings: illegal use of non-zero Builder copied by value"))) (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=1:
<autogenerated>:1:   flow: strings.b = .this:
<autogenerated>:1:     from .this.Builder (dot) at <autogenerated>:1
<autogenerated>:1:     from strings.b, strings.s := .this.Builder, s (assign-pair) at <autogenerated>:1
<autogenerated>:1:   flow: {heap} = *strings.b:
<autogenerated>:1:     from strings.b.buf (dot of pointer) at <autogenerated>:1
<autogenerated>:1:     from append(strings.b.buf, strings.s...) (call parameter) at <autogenerated>:1
<autogenerated>:1:     from strings.b.buf = append(strings.b.buf, strings.s...) (assign) at <autogenerated>:1
<autogenerated>:1: (interface {})(string("strings: illegal use of non-zero Builder copied by value")) escapes to heap
<autogenerated>:1: inlining call to strings.(*Builder).copyCheck
<autogenerated>:1: inlining call to strings.noescape
<autogenerated>:1: (interface {})(string("strings: illegal use of non-zero Builder copied by value")) escapes to heap:
<autogenerated>:1:   flow: {heap} = &{storage for (interface {})(string("strings: illegal use of non-zero Builder copied by value"))}:
<autogenerated>:1:     from (interface {})(string("strings: illegal use of non-zero Builder copied by value")) (spill) at <autogenerated>:1
<autogenerated>:1:     from panic((interface {})(string("strings: illegal use of non-zero Builder copied by value"))) (call parameter) at <autogenerated>:1
<autogenerated>:1: (interface {})(string("strings: illegal use of non-zero Builder copied by value")) escapes to heap
<autogenerated>:1: inlining call to strings.(*Builder).grow
<autogenerated>:1: make([]byte, len(strings.b.buf), int(2) * cap(strings.b.buf) + strings.n) escapes to heap:
<autogenerated>:1:   flow: {heap} = &{storage for make([]byte, len(strings.b.buf), int(2) * cap(strings.b.buf) + strings.n)}:
<autogenerated>:1:     from make([]byte, len(strings.b.buf), int(2) * cap(strings.b.buf) + strings.n) (non-constant size) at <autogenerated>:1
<autogenerated>:1: make([]byte, len(strings.b.buf), int(2) * cap(strings.b.buf) + strings.n) escapes to heap
<autogenerated>:1: parameter .this leaks to {heap} with derefs=2:
<autogenerated>:1:   flow: {heap} = **.this:
<autogenerated>:1:     from .this.Builder (dot of pointer) at <autogenerated>:1
<autogenerated>:1:     from (*strings.Builder).Write(.this.Builder, p) (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=2:
<autogenerated>:1:   flow: {heap} = **.this:
<autogenerated>:1:     from .this.Builder (dot of pointer) at <autogenerated>:1
<autogenerated>:1:     from (*strings.Builder).WriteByte(.this.Builder, c) (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=2:
<autogenerated>:1:   flow: {heap} = **.this:
<autogenerated>:1:     from .this.Builder (dot of pointer) at <autogenerated>:1
<autogenerated>:1:     from (*strings.Builder).WriteRune(.this.Builder, r) (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=2:
<autogenerated>:1:   flow: {heap} = **.this:
<autogenerated>:1:     from .this.Builder (dot of pointer) at <autogenerated>:1
<autogenerated>:1:     from (*strings.Builder).WriteString(.this.Builder, s) (call parameter) at <autogenerated>:1
<autogenerated>:1: inlining call to strings.(*Builder).Cap
<autogenerated>:1: inlining call to strings.(*Builder).Grow
<autogenerated>:1: inlining call to strings.(*Builder).copyCheck
<autogenerated>:1: inlining call to strings.noescape
<autogenerated>:1: inlining call to strings.(*Builder).grow
<autogenerated>:1: (interface {})(string("strings: illegal use of non-zero Builder copied by value")) escapes to heap:
<autogenerated>:1:   flow: {heap} = &{storage for (interface {})(string("strings: illegal use of non-zero Builder copied by value"))}:
<autogenerated>:1:     from (interface {})(string("strings: illegal use of non-zero Builder copied by value")) (spill) at <autogenerated>:1
<autogenerated>:1:     from panic((interface {})(string("strings: illegal use of non-zero Builder copied by value"))) (call parameter) at <autogenerated>:1
<autogenerated>:1: (interface {})(string("strings.Builder.Grow: negative count")) escapes to heap:
<autogenerated>:1:   flow: {heap} = &{storage for (interface {})(string("strings.Builder.Grow: negative count"))}:
<autogenerated>:1:     from (interface {})(string("strings.Builder.Grow: negative count")) (spill) at <autogenerated>:1
<autogenerated>:1:     from panic((interface {})(string("strings.Builder.Grow: negative count"))) (call parameter) at <autogenerated>:1
<autogenerated>:1: make([]byte, len(strings.b.buf), int(2) * cap(strings.b.buf) + strings.n) escapes to heap:
<autogenerated>:1:   flow: {heap} = &{storage for make([]byte, len(strings.b.buf), int(2) * cap(strings.b.buf) + strings.n)}:
<autogenerated>:1:     from make([]byte, len(strings.b.buf), int(2) * cap(strings.b.buf) + strings.n) (non-constant size) at <autogenerated>:1
<autogenerated>:1: (interface {})(string("strings: illegal use of non-zero Builder copied by value")) escapes to heap
<autogenerated>:1: (interface {})(string("strings.Builder.Grow: negative count")) escapes to heap
<autogenerated>:1: make([]byte, len(strings.b.buf), int(2) * cap(strings.b.buf) + strings.n) escapes to heap
<autogenerated>:1: inlining call to strings.(*Builder).Len
<autogenerated>:1: inlining call to strings.(*Builder).Reset
<autogenerated>:1: inlining call to strings.(*Builder).String
<autogenerated>:1: parameter .this leaks to ~r0 with derefs=1:
<autogenerated>:1:   flow: strings.b = .this:
<autogenerated>:1:     from .this.local (dot) at <autogenerated>:1
<autogenerated>:1:     from .this.local.Builder (dot) at <autogenerated>:1
<autogenerated>:1:     from strings.b := .this.local.Builder (assign-pair) at <autogenerated>:1
<autogenerated>:1:   flow: ~R0 = *strings.b:
<autogenerated>:1:     from strings.b.buf (dot of pointer) at <autogenerated>:1
<autogenerated>:1:     from &strings.b.buf (address-of) at <autogenerated>:1
<autogenerated>:1:     from *(*string)(unsafe.Pointer(&strings.b.buf)) (indirection) at <autogenerated>:1
<autogenerated>:1:     from ~R0 = *(*string)(unsafe.Pointer(&strings.b.buf)) (assign-pair) at <autogenerated>:1
<autogenerated>:1:   flow: ~r0 = ~R0:
<autogenerated>:1:     from return ~R0 (return) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=2:
<autogenerated>:1:   flow: {heap} = **.this:
<autogenerated>:1:     from .this.local (dot of pointer) at <autogenerated>:1
<autogenerated>:1:     from .this.local.Builder (dot) at <autogenerated>:1
<autogenerated>:1:     from (*strings.Builder).Write(.this.local.Builder, p) (call parameter) at <autogenerated>:1
<autogenerated>:1: inlining call to strings.(*Builder).Write
<autogenerated>:1: inlining call to strings.(*Builder).copyCheck
<autogenerated>:1: inlining call to strings.noescape
<autogenerated>:1: (interface {})(string("strings: illegal use of non-zero Builder copied by value")) escapes to heap:
<autogenerated>:1:   flow: {heap} = &{storage for (interface {})(string("strings: illegal use of non-zero Builder copied by value"))}:
<autogenerated>:1:     from (interface {})(string("strings: illegal use of non-zero Builder copied by value")) (spill) at <autogenerated>:1
<autogenerated>:1:     from panic((interface {})(string("strings: illegal use of non-zero Builder copied by value"))) (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=1:
<autogenerated>:1:   flow: strings.b = .this:
<autogenerated>:1:     from .this.local (dot) at <autogenerated>:1
<autogenerated>:1:     from .this.local.Builder (dot) at <autogenerated>:1
<autogenerated>:1:     from strings.b, strings.p := .this.local.Builder, p (assign-pair) at <autogenerated>:1
<autogenerated>:1:   flow: {heap} = *strings.b:
<autogenerated>:1:     from strings.b.buf (dot of pointer) at <autogenerated>:1
<autogenerated>:1:     from append(strings.b.buf, strings.p...) (call parameter) at <autogenerated>:1
<autogenerated>:1:     from strings.b.buf = append(strings.b.buf, strings.p...) (assign) at <autogenerated>:1
<autogenerated>:1: (interface {})(string("strings: illegal use of non-zero Builder copied by value")) escapes to heap
<autogenerated>:1: parameter .this leaks to {heap} with derefs=2:
<autogenerated>:1:   flow: {heap} = **.this:
<autogenerated>:1:     from .this.local (dot of pointer) at <autogenerated>:1
<autogenerated>:1:     from .this.local.Builder (dot) at <autogenerated>:1
<autogenerated>:1:     from (*strings.Builder).WriteByte(.this.local.Builder, c) (call parameter) at <autogenerated>:1
<autogenerated>:1: inlining call to strings.(*Builder).WriteByte
<autogenerated>:1: inlining call to strings.(*Builder).copyCheck
<autogenerated>:1: inlining call to strings.noescape
<autogenerated>:1: (interface {})(string("strings: illegal use of non-zero Builder copied by value")) escapes to heap:
<autogenerated>:1:   flow: {heap} = &{storage for (interface {})(string("strings: illegal use of non-zero Builder copied by value"))}:
<autogenerated>:1:     from (interface {})(string("strings: illegal use of non-zero Builder copied by value")) (spill) at <autogenerated>:1
<autogenerated>:1:     from panic((interface {})(string("strings: illegal use of non-zero Builder copied by value"))) (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=1:
<autogenerated>:1:   flow: strings.b = .this:
<autogenerated>:1:     from .this.local (dot) at <autogenerated>:1
<autogenerated>:1:     from .this.local.Builder (dot) at <autogenerated>:1
<autogenerated>:1:     from strings.b, strings.c := .this.local.Builder, c (assign-pair) at <autogenerated>:1
<autogenerated>:1:   flow: {heap} = *strings.b:
<autogenerated>:1:     from strings.b.buf (dot of pointer) at <autogenerated>:1
<autogenerated>:1:     from append(strings.b.buf, strings.c) (call parameter) at <autogenerated>:1
<autogenerated>:1:     from strings.b.buf = append(strings.b.buf, strings.c) (assign) at <autogenerated>:1
<autogenerated>:1: (interface {})(string("strings: illegal use of non-zero Builder copied by value")) escapes to heap
<autogenerated>:1: parameter .this leaks to {heap} with derefs=2:
<autogenerated>:1:   flow: {heap} = **.this:
<autogenerated>:1:     from .this.local (dot of pointer) at <autogenerated>:1
<autogenerated>:1:     from .this.local.Builder (dot) at <autogenerated>:1
<autogenerated>:1:     from (*strings.Builder).WriteRune(.this.local.Builder, r) (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=1:
<autogenerated>:1:   flow: {heap} = *.this:
<autogenerated>:1:     from .this.local (dot) at <autogenerated>:1
<autogenerated>:1:     from .this.local.Builder (dot) at <autogenerated>:1
<autogenerated>:1:     from (*strings.Builder).WriteRune(.this.local.Builder, r) (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=2:
<autogenerated>:1:   flow: {heap} = **.this:
<autogenerated>:1:     from .this.local (dot of pointer) at <autogenerated>:1
<autogenerated>:1:     from .this.local.Builder (dot) at <autogenerated>:1
<autogenerated>:1:     from (*strings.Builder).WriteString(.this.local.Builder, s) (call parameter) at <autogenerated>:1
<autogenerated>:1: inlining call to strings.(*Builder).WriteString
<autogenerated>:1: inlining call to strings.(*Builder).copyCheck
<autogenerated>:1: inlining call to strings.noescape
<autogenerated>:1: (interface {})(string("strings: illegal use of non-zero Builder copied by value")) escapes to heap:
<autogenerated>:1:   flow: {heap} = &{storage for (interface {})(string("strings: illegal use of non-zero Builder copied by value"))}:
<autogenerated>:1:     from (interface {})(string("strings: illegal use of non-zero Builder copied by value")) (spill) at <autogenerated>:1
<autogenerated>:1:     from panic((interface {})(string("strings: illegal use of non-zero Builder copied by value"))) (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=1:
<autogenerated>:1:   flow: strings.b = .this:
<autogenerated>:1:     from .this.local (dot) at <autogenerated>:1
<autogenerated>:1:     from .this.local.Builder (dot) at <autogenerated>:1
<autogenerated>:1:     from strings.b, strings.s := .this.local.Builder, s (assign-pair) at <autogenerated>:1
<autogenerated>:1:   flow: {heap} = *strings.b:
<autogenerated>:1:     from strings.b.buf (dot of pointer) at <autogenerated>:1
<autogenerated>:1:     from append(strings.b.buf, strings.s...) (call parameter) at <autogenerated>:1
<autogenerated>:1:     from strings.b.buf = append(strings.b.buf, strings.s...) (assign) at <autogenerated>:1
<autogenerated>:1: (interface {})(string("strings: illegal use of non-zero Builder copied by value")) escapes to heap
<autogenerated>:1: inlining call to strings.(*Builder).copyCheck
<autogenerated>:1: inlining call to strings.noescape
<autogenerated>:1: (interface {})(string("strings: illegal use of non-zero Builder copied by value")) escapes to heap:
<autogenerated>:1:   flow: {heap} = &{storage for (interface {})(string("strings: illegal use of non-zero Builder copied by value"))}:
<autogenerated>:1:     from (interface {})(string("strings: illegal use of non-zero Builder copied by value")) (spill) at <autogenerated>:1
<autogenerated>:1:     from panic((interface {})(string("strings: illegal use of non-zero Builder copied by value"))) (call parameter) at <autogenerated>:1
<autogenerated>:1: (interface {})(string("strings: illegal use of non-zero Builder copied by value")) escapes to heap
<autogenerated>:1: inlining call to strings.(*Builder).grow
<autogenerated>:1: make([]byte, len(strings.b.buf), int(2) * cap(strings.b.buf) + strings.n) escapes to heap:
<autogenerated>:1:   flow: {heap} = &{storage for make([]byte, len(strings.b.buf), int(2) * cap(strings.b.buf) + strings.n)}:
<autogenerated>:1:     from make([]byte, len(strings.b.buf), int(2) * cap(strings.b.buf) + strings.n) (non-constant size) at <autogenerated>:1
<autogenerated>:1: make([]byte, len(strings.b.buf), int(2) * cap(strings.b.buf) + strings.n) escapes to heap
<autogenerated>:1: parameter .this leaks to {heap} with derefs=1:
<autogenerated>:1:   flow: {heap} = *.this:
<autogenerated>:1:     from .this.Stringer (dot of pointer) at <autogenerated>:1
<autogenerated>:1:     from .this.Stringer.String() (call parameter) at <autogenerated>:1
<autogenerated>:1: inlining call to base.describe
<autogenerated>:1: b.id escapes to heap:
<autogenerated>:1:   flow: {storage for ... argument} = &{storage for b.id}:
<autogenerated>:1:     from b.id (spill) at <autogenerated>:1
<autogenerated>:1:     from ... argument (slice-literal-element) at <autogenerated>:1
<autogenerated>:1:   flow: {heap} = {storage for ... argument}:
<autogenerated>:1:     from ... argument (spill) at <autogenerated>:1
<autogenerated>:1:     from fmt.Sprint(... argument...) (call parameter) at <autogenerated>:1
<autogenerated>:1: "base " escapes to heap:
<autogenerated>:1:   flow: {storage for ... argument} = &{storage for "base "}:
<autogenerated>:1:     from "base " (spill) at <autogenerated>:1
<autogenerated>:1:     from ... argument (slice-literal-element) at <autogenerated>:1
<autogenerated>:1:   flow: {heap} = {storage for ... argument}:
<autogenerated>:1:     from ... argument (spill) at <autogenerated>:1
<autogenerated>:1:     from fmt.Sprint(... argument...) (call parameter) at <autogenerated>:1
<autogenerated>:1: ... argument does not escape
<autogenerated>:1: "base " escapes to heap
<autogenerated>:1: b.id escapes to heap
<autogenerated>:1: inlining call to base.describeTo
<autogenerated>:1: b escapes to heap:
<autogenerated>:1:   flow: {heap} = &b:
<autogenerated>:1:     from b.id (dot) at <autogenerated>:1
<autogenerated>:1:     from &b.id (address-of) at <autogenerated>:1
<autogenerated>:1:     from f(&b.id) (call parameter) at <autogenerated>:1
<autogenerated>:1: b escapes to heap:
<autogenerated>:1:   flow: ~R0 = &{storage for b}:
<autogenerated>:1:     from b (spill) at <autogenerated>:1
<autogenerated>:1:     from ~R0, ~R1 = b, nil (assign-pair) at <autogenerated>:1
<autogenerated>:1:   flow: .autotmp_4 = ~R0:
<autogenerated>:1:   flow: ~r0 = .autotmp_4:
<autogenerated>:1:     from return .autotmp_4, .autotmp_5 (return) at <autogenerated>:1
<autogenerated>:1: moved to heap: b
<autogenerated>:1: b escapes to heap
<autogenerated>:1: parameter .this leaks to {heap} with derefs=0:
<autogenerated>:1:   flow: {heap} = .this:
<autogenerated>:1:     from .this.Stringer (dot) at <autogenerated>:1
<autogenerated>:1:     from .this.Stringer.String() (call parameter) at <autogenerated>:1
<autogenerated>:1: inlining call to base.describe
<autogenerated>:1: b.id escapes to heap:
<autogenerated>:1:   flow: {storage for ... argument} = &{storage for b.id}:
<autogenerated>:1:     from b.id (spill) at <autogenerated>:1
<autogenerated>:1:     from ... argument (slice-literal-element) at <autogenerated>:1
<autogenerated>:1:   flow: {heap} = {storage for ... argument}:
<autogenerated>:1:     from ... argument (spill) at <autogenerated>:1
<autogenerated>:1:     from fmt.Sprint(... argument...) (call parameter) at <autogenerated>:1
<autogenerated>:1: "base " escapes to heap:
<autogenerated>:1:   flow: {storage for ... argument} = &{storage for "base "}:
<autogenerated>:1:     from "base " (spill) at <autogenerated>:1
<autogenerated>:1:     from ... argument (slice-literal-element) at <autogenerated>:1
<autogenerated>:1:   flow: {heap} = {storage for ... argument}:
<autogenerated>:1:     from ... argument (spill) at <autogenerated>:1
<autogenerated>:1:     from fmt.Sprint(... argument...) (call parameter) at <autogenerated>:1
<autogenerated>:1: ... argument does not escape
<autogenerated>:1: "base " escapes to heap
<autogenerated>:1: b.id escapes to heap
<autogenerated>:1: inlining call to base.describeTo
<autogenerated>:1: b escapes to heap:
<autogenerated>:1:   flow: {heap} = &b:
<autogenerated>:1:     from b.id (dot) at <autogenerated>:1
<autogenerated>:1:     from &b.id (address-of) at <autogenerated>:1
<autogenerated>:1:     from f(&b.id) (call parameter) at <autogenerated>:1
<autogenerated>:1: b escapes to heap:
<autogenerated>:1:   flow: ~R0 = &{storage for b}:
<autogenerated>:1:     from b (spill) at <autogenerated>:1
<autogenerated>:1:     from ~R0, ~R1 = b, nil (assign-pair) at <autogenerated>:1
<autogenerated>:1:   flow: .autotmp_4 = ~R0:
<autogenerated>:1:   flow: ~r0 = .autotmp_4:
<autogenerated>:1:     from return .autotmp_4, .autotmp_5 (return) at <autogenerated>:1
<autogenerated>:1: moved to heap: b
<autogenerated>:1: b escapes to heap
