# command-line-arguments
./static_data.go:35:6: can inline text.String with cost 2 as: method(text) func() string { return string(t) }
./static_data.go:41:6: can inline next with cost 11 as: func() int { if count += 1; count > 1 { return count }; return 0 }
./static_data.go:49:6: cannot inline digits: marked go:noinline
./static_data.go:55:6: cannot inline main: function too complex: cost 407 exceeds budget 80
./static_data.go:56:90: inlining call to next
./static_data.go:56:98: inlining call to next
./static_data.go:56:13: inlining call to fmt.Println
./static_data.go:57:13: inlining call to fmt.Println
./static_data.go:58:13: inlining call to fmt.Println
./static_data.go:35:7: parameter t leaks to ~r0 with derefs=0:
./static_data.go:35:7:   flow: ~r0 = t:
./static_data.go:35:7:     from return string(t) (return) at ./static_data.go:35:33
./static_data.go:35:7: leaking param: t to result ~r0 level=0
./static_data.go:49:13: parameter b leaks to ~r0 with derefs=0:
./static_data.go:49:13:   flow: ~r0 = b:
./static_data.go:49:13:     from append(b, hex[s[1] & 0xF]) (call parameter) at ./static_data.go:52:22
./static_data.go:49:13:     from append(append(b, hex[s[1] & 0xF]), byte(int(hex[b[0] >> 4]))) (call parameter) at ./static_data.go:52:15
./static_data.go:49:13:     from return append(append(b, hex[s[1] & 0xF]), byte(int(hex[b[0] >> 4]))) (return) at ./static_data.go:52:2
./static_data.go:49:13: leaking param: b to result ~r0 level=0
./static_data.go:49:23: s does not escape
./static_data.go:58:20: digits(([]byte)("xyz"), ([]byte)("012")) escapes to heap:
./static_data.go:58:20:   flow: {storage for ... argument} = &{storage for digits(([]byte)("xyz"), ([]byte)("012"))}:
./static_data.go:58:20:     from digits(([]byte)("xyz"), ([]byte)("012")) (spill) at ./static_data.go:58:20
./static_data.go:58:20:     from ... argument (slice-literal-element) at ./static_data.go:58:13
./static_data.go:58:20:   flow: fmt.a = &{storage for ... argument}:
./static_data.go:58:20:     from ... argument (spill) at ./static_data.go:58:13
./static_data.go:58:20:     from fmt.a := ... argument (assign-pair) at ./static_data.go:58:13
./static_data.go:58:20:   flow: {heap} = *fmt.a:
./static_data.go:58:20:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./static_data.go:58:13
./static_data.go:57:102: named.(fmt.Stringer).String() escapes to heap:
./static_data.go:57:102:   flow: {storage for ... argument} = &{storage for named.(fmt.Stringer).String()}:
./static_data.go:57:102:     from named.(fmt.Stringer).String() (spill) at ./static_data.go:57:102
./static_data.go:57:102:     from ... argument (slice-literal-element) at ./static_data.go:57:13
./static_data.go:57:102:   flow: fmt.a = &{storage for ... argument}:
./static_data.go:57:102:     from ... argument (spill) at ./static_data.go:57:13
./static_data.go:57:102:     from fmt.a := ... argument (assign-pair) at ./static_data.go:57:13
./static_data.go:57:102:   flow: {heap} = *fmt.a:
./static_data.go:57:102:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./static_data.go:57:13
./static_data.go:57:42: string(lists[1].expect) escapes to heap:
./static_data.go:57:42:   flow: {storage for ... argument} = &{storage for string(lists[1].expect)}:
./static_data.go:57:42:     from string(lists[1].expect) (spill) at ./static_data.go:57:42
./static_data.go:57:42:     from ... argument (slice-literal-element) at ./static_data.go:57:13
./static_data.go:57:42:   flow: fmt.a = &{storage for ... argument}:
./static_data.go:57:42:     from ... argument (spill) at ./static_data.go:57:13
./static_data.go:57:42:     from fmt.a := ... argument (assign-pair) at ./static_data.go:57:13
./static_data.go:57:42:   flow: {heap} = *fmt.a:
./static_data.go:57:42:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./static_data.go:57:13
./static_data.go:57:20: string(lists[0].got) escapes to heap:
./static_data.go:57:20:   flow: {storage for ... argument} = &{storage for string(lists[0].got)}:
./static_data.go:57:20:     from string(lists[0].got) (spill) at ./static_data.go:57:20
./static_data.go:57:20:     from ... argument (slice-literal-element) at ./static_data.go:57:13
./static_data.go:57:20:   flow: fmt.a = &{storage for ... argument}:
./static_data.go:57:20:     from ... argument (spill) at ./static_data.go:57:13
./static_data.go:57:20:     from fmt.a := ... argument (assign-pair) at ./static_data.go:57:13
./static_data.go:57:20:   flow: {heap} = *fmt.a:
./static_data.go:57:20:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./static_data.go:57:13
./static_data.go:56:98: ~R0 escapes to heap:
./static_data.go:56:98:   flow: {storage for ... argument} = &{storage for ~R0}:
./static_data.go:56:98:     from ~R0 (spill) at ./static_data.go:56:98
./static_data.go:56:98:     from ... argument (slice-literal-element) at ./static_data.go:56:13
./static_data.go:56:98:   flow: fmt.a = &{storage for ... argument}:
./static_data.go:56:98:     from ... argument (spill) at ./static_data.go:56:13
./static_data.go:56:98:     from fmt.a := ... argument (assign-pair) at ./static_data.go:56:13
./static_data.go:56:98:   flow: {heap} = *fmt.a:
./static_data.go:56:98:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./static_data.go:56:13
./static_data.go:56:90: ~R0 escapes to heap:
./static_data.go:56:90:   flow: {storage for ... argument} = &{storage for ~R0}:
./static_data.go:56:90:     from ~R0 (spill) at ./static_data.go:56:90
./static_data.go:56:90:     from ... argument (slice-literal-element) at ./static_data.go:56:13
./static_data.go:56:90:   flow: fmt.a = &{storage for ... argument}:
./static_data.go:56:90:     from ... argument (spill) at ./static_data.go:56:13
./static_data.go:56:90:     from fmt.a := ... argument (assign-pair) at ./static_data.go:56:13
./static_data.go:56:90:   flow: {heap} = *fmt.a:
./static_data.go:56:90:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./static_data.go:56:13
./static_data.go:56:48: chain[0] == io.Reader((*os.File)(nil)) escapes to heap:
./static_data.go:56:48:   flow: {storage for ... argument} = &{storage for chain[0] == io.Reader((*os.File)(nil))}:
./static_data.go:56:48:     from chain[0] == io.Reader((*os.File)(nil)) (spill) at ./static_data.go:56:48
./static_data.go:56:48:     from ... argument (slice-literal-element) at ./static_data.go:56:13
./static_data.go:56:48:   flow: fmt.a = &{storage for ... argument}:
./static_data.go:56:48:     from ... argument (spill) at ./static_data.go:56:13
./static_data.go:56:48:     from fmt.a := ... argument (assign-pair) at ./static_data.go:56:13
./static_data.go:56:48:   flow: {heap} = *fmt.a:
./static_data.go:56:48:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./static_data.go:56:13
./static_data.go:56:17: nest escapes to heap:
./static_data.go:56:17:   flow: {storage for ... argument} = &{storage for nest}:
./static_data.go:56:17:     from nest (spill) at ./static_data.go:56:17
./static_data.go:56:17:     from ... argument (slice-literal-element) at ./static_data.go:56:13
./static_data.go:56:17:   flow: fmt.a = &{storage for ... argument}:
./static_data.go:56:17:     from ... argument (spill) at ./static_data.go:56:13
./static_data.go:56:17:     from fmt.a := ... argument (assign-pair) at ./static_data.go:56:13
./static_data.go:56:17:   flow: {heap} = *fmt.a:
./static_data.go:56:17:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./static_data.go:56:13
./static_data.go:56:17: array escapes to heap:
./static_data.go:56:17:   flow: {storage for ... argument} = &{storage for array}:
./static_data.go:56:17:     from array (spill) at ./static_data.go:56:17
./static_data.go:56:17:     from ... argument (slice-literal-element) at ./static_data.go:56:13
./static_data.go:56:17:   flow: fmt.a = &{storage for ... argument}:
./static_data.go:56:17:     from ... argument (spill) at ./static_data.go:56:13
./static_data.go:56:17:     from fmt.a := ... argument (assign-pair) at ./static_data.go:56:13
./static_data.go:56:17:   flow: {heap} = *fmt.a:
./static_data.go:56:17:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./static_data.go:56:13
./static_data.go:56:17: len(lists) escapes to heap:
./static_data.go:56:17:   flow: {storage for ... argument} = &{storage for len(lists)}:
./static_data.go:56:17:     from len(lists) (spill) at ./static_data.go:56:17
./static_data.go:56:17:     from ... argument (slice-literal-element) at ./static_data.go:56:13
./static_data.go:56:17:   flow: fmt.a = &{storage for ... argument}:
./static_data.go:56:17:     from ... argument (spill) at ./static_data.go:56:13
./static_data.go:56:17:     from fmt.a := ... argument (assign-pair) at ./static_data.go:56:13
./static_data.go:56:17:   flow: {heap} = *fmt.a:
./static_data.go:56:17:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./static_data.go:56:13
./static_data.go:58:27: ([]byte)("xyz") escapes to heap:
./static_data.go:58:27:   flow: {storage for digits(([]byte)("xyz"), ([]byte)("012"))} = &{storage for ([]byte)("xyz")}:
./static_data.go:58:27:     from ([]byte)("xyz") (spill) at ./static_data.go:58:27
./static_data.go:58:27:     from digits(([]byte)("xyz"), ([]byte)("012")) (call parameter) at ./static_data.go:58:20
./static_data.go:58:27:     from digits(([]byte)("xyz"), ([]byte)("012")) (interface-converted) at ./static_data.go:58:20
./static_data.go:57:42: string(lists[1].expect) escapes to heap:
./static_data.go:57:42:   flow: {storage for string(lists[1].expect)} = &{storage for string(lists[1].expect)}:
./static_data.go:57:42:     from string(lists[1].expect) (spill) at ./static_data.go:57:42
./static_data.go:57:42:     from string(lists[1].expect) (interface-converted) at ./static_data.go:57:42
./static_data.go:57:20: string(lists[0].got) escapes to heap:
./static_data.go:57:20:   flow: {storage for string(lists[0].got)} = &{storage for string(lists[0].got)}:
./static_data.go:57:20:     from string(lists[0].got) (spill) at ./static_data.go:57:20
./static_data.go:57:20:     from string(lists[0].got) (interface-converted) at ./static_data.go:57:20
./static_data.go:56:13: ... argument does not escape
./static_data.go:56:17: len(lists) escapes to heap
./static_data.go:56:17: array escapes to heap
./static_data.go:56:17: nest escapes to heap
./static_data.go:56:48: chain[0] == io.Reader((*os.File)(nil)) escapes to heap
./static_data.go:56:90: ~R0 escapes to heap
./static_data.go:56:98: ~R0 escapes to heap
./static_data.go:57:13: ... argument does not escape
./static_data.go:57:20: string(lists[0].got) escapes to heap
./static_data.go:57:20: string(lists[0].got) escapes to heap
./static_data.go:57:42: string(lists[1].expect) escapes to heap
./static_data.go:57:42: string(lists[1].expect) escapes to heap
./static_data.go:57:102: named.(fmt.Stringer).String() escapes to heap
./static_data.go:58:13: ... argument does not escape
./static_data.go:58:20: digits(([]byte)("xyz"), ([]byte)("012")) escapes to heap
./static_data.go:58:27: ([]byte)("xyz") escapes to heap
./static_data.go:58:42: ([]byte)("012") does not escape
./static_data.go:24:22: []byte{} escapes to heap:
./static_data.go:24:22:   flow: {heap} = &{storage for []byte{}}:
./static_data.go:24:22:     from []byte{} (spill) at ./static_data.go:24:22
./static_data.go:24:22:     from append([]byte{}, "a"...) (call parameter) at ./static_data.go:24:15
./static_data.go:24:22:     from ([]byte)(main..stmp_0@16) = append([]byte{}, "a"...) (assign) at ./static_data.go:24:15
./static_data.go:25:22: ([]byte)("b") escapes to heap:
./static_data.go:25:22:   flow: {heap} = &{storage for ([]byte)("b")}:
./static_data.go:25:22:     from ([]byte)("b") (spill) at ./static_data.go:25:22
./static_data.go:25:22:     from append(([]byte)("b"), 'c') (call parameter) at ./static_data.go:25:15
./static_data.go:25:22:     from ([]byte)(main..stmp_0@96) = append(([]byte)("b"), 'c') (assign) at ./static_data.go:25:15
./static_data.go:25:63: make([]int, 2) escapes to heap:
./static_data.go:25:63:   flow: {heap} = &{storage for make([]int, 2)}:
./static_data.go:25:63:     from make([]int, 2) (spill) at ./static_data.go:25:63
./static_data.go:25:63:     from ([]int)(main..stmp_2@16) = make([]int, 2) (assign) at ./static_data.go:25:63
./static_data.go:27:28: map[string]int{...} escapes to heap:
./static_data.go:27:28:   flow: {heap} = &{storage for map[string]int{...}}:
./static_data.go:27:28:     from map[string]int{...} (spill) at ./static_data.go:27:28
./static_data.go:27:28:     from (map[string]int)(main.array@0) = map[string]int{...} (assign) at ./static_data.go:27:28
./static_data.go:27:38: map[string]int{...} escapes to heap:
./static_data.go:27:38:   flow: {heap} = &{storage for map[string]int{...}}:
./static_data.go:27:38:     from map[string]int{...} (spill) at ./static_data.go:27:38
./static_data.go:27:38:     from (map[string]int)(main.array@8) = map[string]int{...} (assign) at ./static_data.go:27:38
./static_data.go:28:65: make([]int, 3) escapes to heap:
./static_data.go:28:65:   flow: {heap} = &{storage for make([]int, 3)}:
./static_data.go:28:65:     from make([]int, 3) (spill) at ./static_data.go:28:65
./static_data.go:28:65:     from ([]int)(main.nest@56) = make([]int, 3) (assign) at ./static_data.go:28:65
./static_data.go:24:22: []byte{} escapes to heap
./static_data.go:25:22: ([]byte)("b") escapes to heap
./static_data.go:25:63: make([]int, 2) escapes to heap
./static_data.go:27:28: map[string]int{...} escapes to heap
./static_data.go:27:38: map[string]int{...} escapes to heap
./static_data.go:28:65: make([]int, 3) escapes to heap
./static_data.go:50:12: index bounds check elided
./static_data.go:52:54: index bounds check elided
<autogenerated>:1: inlining call to text.String
<autogenerated>:1: parameter .this leaks to ~r0 with derefs=1:
<autogenerated>:1:   flow: t = *.this:
<autogenerated>:1:     from .this (indirection) at <autogenerated>:1
<autogenerated>:1:     from t := .this (assign-pair) at <autogenerated>:1
<autogenerated>:1:   flow: ~R0 = t:
<autogenerated>:1:     from ~R0 = string(t) (assign-pair) at <autogenerated>:1
<autogenerated>:1:   flow: ~r0 = ~R0:
<autogenerated>:1:     from return ~R0 (return) at <autogenerated>:1
