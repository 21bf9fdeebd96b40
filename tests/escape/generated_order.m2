# command-line-arguments
./generated_order.go:15:6: can inline base.describe with cost 65 as: method(base) func() string { return fmt.Sprint("base ", b.id) }
./generated_order.go:27:6: can inline aaa.String with cost 2 as: method(aaa) func() string { return "a" }
./generated_order.go:28:6: can inline (*zzz).String with cost 2 as: method(*zzz) func() string { return "z" }
./generated_order.go:30:6: can inline base.describeTo with cost 66 as: method(base) func(func(*int)) (describer, error) { f(&b.id); return b, nil }
./generated_order.go:35:6: can inline use with cost 61 as: func(describer) string { return d.describe() }
./generated_order.go:37:6: cannot inline main: function too complex: cost 363 exceeds budget 80
./generated_order.go:43:28: inlining call to base.describe
./generated_order.go:46:27: inlining call to use
./generated_order.go:47:13: inlining call to fmt.Println
./generated_order.go:46:27: partially devirtualizing d.describe to struct { describer }
./generated_order.go:15:63: b.id escapes to heap:
./generated_order.go:15:63:   flow: {storage for ... argument} = &{storage for b.id}:
./generated_order.go:15:63:     from b.id (spill) at ./generated_order.go:15:63
./generated_order.go:15:63:     from ... argument (slice-literal-element) at ./generated_order.go:15:52
./generated_order.go:15:63:   flow: {heap} = {storage for ... argument}:
./generated_order.go:15:63:     from ... argument (spill) at ./generated_order.go:15:52
./generated_order.go:15:63:     from fmt.Sprint(... argument...) (call parameter) at ./generated_order.go:15:52
./generated_order.go:15:53: "base " escapes to heap:
./generated_order.go:15:53:   flow: {storage for ... argument} = &{storage for "base "}:
./generated_order.go:15:53:     from "base " (spill) at ./generated_order.go:15:53
./generated_order.go:15:53:     from ... argument (slice-literal-element) at ./generated_order.go:15:52
./generated_order.go:15:53:   flow: {heap} = {storage for ... argument}:
./generated_order.go:15:53:     from ... argument (spill) at ./generated_order.go:15:52
./generated_order.go:15:53:     from fmt.Sprint(... argument...) (call parameter) at ./generated_order.go:15:52
./generated_order.go:15:52: ... argument does not escape
./generated_order.go:15:53: "base " escapes to heap
./generated_order.go:15:63: b.id escapes to heap
./generated_order.go:28:7: z does not escape
./generated_order.go:30:7: b escapes to heap:
./generated_order.go:30:7:   flow: {heap} = &b:
./generated_order.go:30:7:     from b.id (dot) at ./generated_order.go:31:6
./generated_order.go:30:7:     from &b.id (address-of) at ./generated_order.go:31:4
./generated_order.go:30:7:     from f(&b.id) (call parameter) at ./generated_order.go:31:3
./generated_order.go:32:12: b escapes to heap:
./generated_order.go:32:12:   flow: ~r0 = &{storage for b}:
./generated_order.go:32:12:     from b (spill) at ./generated_order.go:32:12
./generated_order.go:32:12:     from return b, nil (return) at ./generated_order.go:32:2
./generated_order.go:30:26: f does not escape
./generated_order.go:30:7: moved to heap: b
./generated_order.go:32:12: b escapes to heap
./generated_order.go:35:10: parameter d leaks to {heap} with derefs=0:
./generated_order.go:35:10:   flow: {heap} = d:
./generated_order.go:35:10:     from d.describe() (call parameter) at ./generated_order.go:35:49
./generated_order.go:35:10: leaking param: d
./generated_order.go:47:46: new(zzz) escapes to heap:
./generated_order.go:47:46:   flow: {storage for ... argument} = &{storage for new(zzz)}:
./generated_order.go:47:46:     from new(zzz) (spill) at ./generated_order.go:47:46
./generated_order.go:47:46:     from new(zzz) (interface-converted) at ./generated_order.go:47:46
./generated_order.go:47:46:     from ... argument (slice-literal-element) at ./generated_order.go:47:13
./generated_order.go:47:46:   flow: fmt.a = &{storage for ... argument}:
./generated_order.go:47:46:     from ... argument (spill) at ./generated_order.go:47:13
./generated_order.go:47:46:     from fmt.a := ... argument (assign-pair) at ./generated_order.go:47:13
./generated_order.go:47:46:   flow: {heap} = *fmt.a:
./generated_order.go:47:46:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./generated_order.go:47:13
./generated_order.go:47:35: map[zzz]aaa{...} escapes to heap:
./generated_order.go:47:35:   flow: {storage for ... argument} = &{storage for map[zzz]aaa{...}}:
./generated_order.go:47:35:     from map[zzz]aaa{...} (spill) at ./generated_order.go:47:35
./generated_order.go:47:35:     from map[zzz]aaa{...} (interface-converted) at ./generated_order.go:47:35
./generated_order.go:47:35:     from ... argument (slice-literal-element) at ./generated_order.go:47:13
./generated_order.go:47:35:   flow: fmt.a = &{storage for ... argument}:
./generated_order.go:47:35:     from ... argument (spill) at ./generated_order.go:47:13
./generated_order.go:47:35:     from fmt.a := ... argument (assign-pair) at ./generated_order.go:47:13
./generated_order.go:47:35:   flow: {heap} = *fmt.a:
./generated_order.go:47:35:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./generated_order.go:47:13
./generated_order.go:47:19: []aaa{...} escapes to heap:
./generated_order.go:47:19:   flow: {storage for ... argument} = &{storage for []aaa{...}}:
./generated_order.go:47:19:     from []aaa{...} (spill) at ./generated_order.go:47:19
./generated_order.go:47:19:     from ... argument (slice-literal-element) at ./generated_order.go:47:13
./generated_order.go:47:19:   flow: fmt.a = &{storage for ... argument}:
./generated_order.go:47:19:     from ... argument (spill) at ./generated_order.go:47:13
./generated_order.go:47:19:     from fmt.a := ... argument (assign-pair) at ./generated_order.go:47:13
./generated_order.go:47:19:   flow: {heap} = *fmt.a:
./generated_order.go:47:19:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./generated_order.go:47:13
./generated_order.go:45:2: anonymous.base escapes to heap:
./generated_order.go:45:2:   flow: s = &{storage for anonymous.base}:
./generated_order.go:45:2:     from anonymous.base (spill) at ./generated_order.go:45:2
./generated_order.go:45:2:     from s.describer = anonymous.base (assign) at ./generated_order.go:45:14
./generated_order.go:45:2:   flow: {heap} = s:
./generated_order.go:45:2:     from s.describer (dot) at ./generated_order.go:46:11
./generated_order.go:45:2:     from s.describer.describe() (call parameter) at ./generated_order.go:46:20
./generated_order.go:42:2: aaa(3) escapes to heap:
./generated_order.go:42:2:   flow: anonymous = &{storage for aaa(3)}:
./generated_order.go:42:2:     from aaa(3) (spill) at ./generated_order.go:42:2
./generated_order.go:42:2:     from anonymous.Stringer = aaa(3) (assign) at ./generated_order.go:42:21
./generated_order.go:42:2:   flow: {heap} = anonymous:
./generated_order.go:42:2:     from anonymous.Stringer (dot) at ./generated_order.go:43:41
./generated_order.go:42:2:     from anonymous.Stringer.String() (call parameter) at ./generated_order.go:43:48
./generated_order.go:43:28: b.id escapes to heap:
./generated_order.go:43:28:   flow: {storage for ... argument} = &{storage for b.id}:
./generated_order.go:43:28:     from b.id (spill) at ./generated_order.go:43:28
./generated_order.go:43:28:     from ... argument (slice-literal-element) at ./generated_order.go:43:28
./generated_order.go:43:28:   flow: {heap} = {storage for ... argument}:
./generated_order.go:43:28:     from ... argument (spill) at ./generated_order.go:43:28
./generated_order.go:43:28:     from fmt.Sprint(... argument...) (call parameter) at ./generated_order.go:43:28
./generated_order.go:43:28: "base " escapes to heap:
./generated_order.go:43:28:   flow: {storage for ... argument} = &{storage for "base "}:
./generated_order.go:43:28:     from "base " (spill) at ./generated_order.go:43:28
./generated_order.go:43:28:     from ... argument (slice-literal-element) at ./generated_order.go:43:28
./generated_order.go:43:28:   flow: {heap} = {storage for ... argument}:
./generated_order.go:43:28:     from ... argument (spill) at ./generated_order.go:43:28
./generated_order.go:43:28:     from fmt.Sprint(... argument...) (call parameter) at ./generated_order.go:43:28
./generated_order.go:47:19: []aaa{...} escapes to heap:
./generated_order.go:47:19:   flow: {storage for []aaa{...}} = &{storage for []aaa{...}}:
./generated_order.go:47:19:     from []aaa{...} (spill) at ./generated_order.go:47:19
./generated_order.go:47:19:     from []aaa{...} (interface-converted) at ./generated_order.go:47:19
./generated_order.go:42:2: aaa(3) escapes to heap
./generated_order.go:43:28: ... argument does not escape
./generated_order.go:43:28: "base " escapes to heap
./generated_order.go:43:28: b.id escapes to heap
./generated_order.go:45:2: anonymous.base escapes to heap
./generated_order.go:46:27: s does not escape
./generated_order.go:47:13: ... argument does not escape
./generated_order.go:47:19: []aaa{...} escapes to heap
./generated_order.go:47:19: []aaa{...} escapes to heap
./generated_order.go:47:35: map[zzz]aaa{...} escapes to heap
./generated_order.go:47:46: new(zzz) escapes to heap
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
./generated_order.go:19:13: parameter f leaks to {heap} with derefs=0:
./generated_order.go:19:13:   flow: {heap} = f:
./generated_order.go:19:13:     from .this.describeTo(f) (call parameter) at <autogenerated>:1
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
./generated_order.go:19:13: parameter f leaks to {heap} with derefs=0:
./generated_order.go:19:13:   flow: {heap} = f:
./generated_order.go:19:13:     from .this.describer.describeTo(f) (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=1:
<autogenerated>:1:   flow: {heap} = *.this:
<autogenerated>:1:     from .this.describer (dot of pointer) at <autogenerated>:1
<autogenerated>:1:     from .this.describer.describeTo(f) (call parameter) at <autogenerated>:1
./generated_order.go:19:13: parameter f leaks to {heap} with derefs=0:
./generated_order.go:19:13:   flow: {heap} = f:
./generated_order.go:19:13:     from .this.describer.describeTo(f) (call parameter) at <autogenerated>:1
<autogenerated>:1: parameter .this leaks to {heap} with derefs=0:
<autogenerated>:1:   flow: {heap} = .this:
<autogenerated>:1:     from .this.describer (dot) at <autogenerated>:1
<autogenerated>:1:     from .this.describer.describeTo(f) (call parameter) at <autogenerated>:1
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
