# command-line-arguments
./interface_call.go:11:6: can inline dynamic with cost 74 as: func(io.Reader) int { buf := make([]byte, 16); n, _ := r.Read(buf); return n }
./interface_call.go:17:6: can inline static with cost 45 as: func(*strings.Reader) int { buf := make([]byte, 16); n, _ := (*strings.Reader).Read(r, buf); return n }
./interface_call.go:19:16: inlining call to strings.(*Reader).Read
./interface_call.go:23:6: cannot inline main: function too complex: cost 298 exceeds budget 80
./interface_call.go:24:39: inlining call to strings.NewReader
./interface_call.go:24:21: inlining call to dynamic
./interface_call.go:24:13: inlining call to fmt.Println
./interface_call.go:25:38: inlining call to strings.NewReader
./interface_call.go:25:20: inlining call to static
./interface_call.go:25:20: inlining call to strings.(*Reader).Read
./interface_call.go:25:13: inlining call to fmt.Println
./interface_call.go:24:21: devirtualizing r.Read to *strings.Reader
./interface_call.go:12:13: make([]byte, 16) escapes to heap:
./interface_call.go:12:13:   flow: buf = &{storage for make([]byte, 16)}:
./interface_call.go:12:13:     from make([]byte, 16) (spill) at ./interface_call.go:12:13
./interface_call.go:12:13:     from buf := make([]byte, 16) (assign) at ./interface_call.go:12:6
./interface_call.go:12:13:   flow: {heap} = buf:
./interface_call.go:12:13:     from r.Read(buf) (call parameter) at ./interface_call.go:13:16
./interface_call.go:11:14: parameter r leaks to {heap} with derefs=0:
./interface_call.go:11:14:   flow: {heap} = r:
./interface_call.go:11:14:     from r.Read(buf) (call parameter) at ./interface_call.go:13:16
./interface_call.go:11:14: leaking param: r
./interface_call.go:12:13: make([]byte, 16) escapes to heap
./interface_call.go:17:13: r does not escape
./interface_call.go:18:13: make([]byte, 16) does not escape
./interface_call.go:25:20: ~R0 escapes to heap:
./interface_call.go:25:20:   flow: {storage for ... argument} = &{storage for ~R0}:
./interface_call.go:25:20:     from ~R0 (spill) at ./interface_call.go:25:20
./interface_call.go:25:20:     from ... argument (slice-literal-element) at ./interface_call.go:25:13
./interface_call.go:25:20:   flow: fmt.a = &{storage for ... argument}:
./interface_call.go:25:20:     from ... argument (spill) at ./interface_call.go:25:13
./interface_call.go:25:20:     from fmt.a := ... argument (assign-pair) at ./interface_call.go:25:13
./interface_call.go:25:20:   flow: {heap} = *fmt.a:
./interface_call.go:25:20:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./interface_call.go:25:13
./interface_call.go:24:21: ~R0 escapes to heap:
./interface_call.go:24:21:   flow: {storage for ... argument} = &{storage for ~R0}:
./interface_call.go:24:21:     from ~R0 (spill) at ./interface_call.go:24:21
./interface_call.go:24:21:     from ... argument (slice-literal-element) at ./interface_call.go:24:13
./interface_call.go:24:21:   flow: fmt.a = &{storage for ... argument}:
./interface_call.go:24:21:     from ... argument (spill) at ./interface_call.go:24:13
./interface_call.go:24:21:     from fmt.a := ... argument (assign-pair) at ./interface_call.go:24:13
./interface_call.go:24:21:   flow: {heap} = *fmt.a:
./interface_call.go:24:21:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./interface_call.go:24:13
./interface_call.go:24:13: ... argument does not escape
./interface_call.go:24:21: ~R0 escapes to heap
./interface_call.go:24:39: &strings.Reader{...} does not escape
./interface_call.go:24:21: make([]byte, 16) does not escape
./interface_call.go:25:13: ... argument does not escape
./interface_call.go:25:20: ~R0 escapes to heap
./interface_call.go:25:38: &strings.Reader{...} does not escape
./interface_call.go:25:20: make([]byte, 16) does not escape
