# command-line-arguments
./append_grows.go:7:6: can inline grow with cost 54 as: func(int) (bool, int) { s := make([]int, 0, 4); s = append(s, 0); first := &s[0]; for loop; for loop; return first != &s[0], sum }
./append_grows.go:20:6: cannot inline main: function too complex: cost 426 exceeds budget 80
./append_grows.go:21:18: inlining call to grow
./append_grows.go:21:13: inlining call to fmt.Println
./append_grows.go:22:18: inlining call to grow
./append_grows.go:22:13: inlining call to fmt.Println
./append_grows.go:23:18: inlining call to grow
./append_grows.go:23:13: inlining call to fmt.Println
./append_grows.go:8:11: make([]int, 0, 4) does not escape
./append_grows.go:23:13: .autotmp_5 escapes to heap:
./append_grows.go:23:13:   flow: {storage for ... argument} = &{storage for .autotmp_5}:
./append_grows.go:23:13:     from .autotmp_5 (spill) at ./append_grows.go:23:13
./append_grows.go:23:13:     from ... argument (slice-literal-element) at ./append_grows.go:23:13
./append_grows.go:23:13:   flow: fmt.a = &{storage for ... argument}:
./append_grows.go:23:13:     from ... argument (spill) at ./append_grows.go:23:13
./append_grows.go:23:13:     from fmt.a := ... argument (assign-pair) at ./append_grows.go:23:13
./append_grows.go:23:13:   flow: {heap} = *fmt.a:
./append_grows.go:23:13:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./append_grows.go:23:13
./append_grows.go:23:13: .autotmp_4 escapes to heap:
./append_grows.go:23:13:   flow: {storage for ... argument} = &{storage for .autotmp_4}:
./append_grows.go:23:13:     from .autotmp_4 (spill) at ./append_grows.go:23:13
./append_grows.go:23:13:     from ... argument (slice-literal-element) at ./append_grows.go:23:13
./append_grows.go:23:13:   flow: fmt.a = &{storage for ... argument}:
./append_grows.go:23:13:     from ... argument (spill) at ./append_grows.go:23:13
./append_grows.go:23:13:     from fmt.a := ... argument (assign-pair) at ./append_grows.go:23:13
./append_grows.go:23:13:   flow: {heap} = *fmt.a:
./append_grows.go:23:13:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./append_grows.go:23:13
./append_grows.go:22:13: .autotmp_3 escapes to heap:
./append_grows.go:22:13:   flow: {storage for ... argument} = &{storage for .autotmp_3}:
./append_grows.go:22:13:     from .autotmp_3 (spill) at ./append_grows.go:22:13
./append_grows.go:22:13:     from ... argument (slice-literal-element) at ./append_grows.go:22:13
./append_grows.go:22:13:   flow: fmt.a = &{storage for ... argument}:
./append_grows.go:22:13:     from ... argument (spill) at ./append_grows.go:22:13
./append_grows.go:22:13:     from fmt.a := ... argument (assign-pair) at ./append_grows.go:22:13
./append_grows.go:22:13:   flow: {heap} = *fmt.a:
./append_grows.go:22:13:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./append_grows.go:22:13
./append_grows.go:22:13: .autotmp_2 escapes to heap:
./append_grows.go:22:13:   flow: {storage for ... argument} = &{storage for .autotmp_2}:
./append_grows.go:22:13:     from .autotmp_2 (spill) at ./append_grows.go:22:13
./append_grows.go:22:13:     from ... argument (slice-literal-element) at ./append_grows.go:22:13
./append_grows.go:22:13:   flow: fmt.a = &{storage for ... argument}:
./append_grows.go:22:13:     from ... argument (spill) at ./append_grows.go:22:13
./append_grows.go:22:13:     from fmt.a := ... argument (assign-pair) at ./append_grows.go:22:13
./append_grows.go:22:13:   flow: {heap} = *fmt.a:
./append_grows.go:22:13:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./append_grows.go:22:13
./append_grows.go:21:13: .autotmp_1 escapes to heap:
./append_grows.go:21:13:   flow: {storage for ... argument} = &{storage for .autotmp_1}:
./append_grows.go:21:13:     from .autotmp_1 (spill) at ./append_grows.go:21:13
./append_grows.go:21:13:     from ... argument (slice-literal-element) at ./append_grows.go:21:13
./append_grows.go:21:13:   flow: fmt.a = &{storage for ... argument}:
./append_grows.go:21:13:     from ... argument (spill) at ./append_grows.go:21:13
./append_grows.go:21:13:     from fmt.a := ... argument (assign-pair) at ./append_grows.go:21:13
./append_grows.go:21:13:   flow: {heap} = *fmt.a:
./append_grows.go:21:13:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./append_grows.go:21:13
./append_grows.go:21:13: .autotmp_0 escapes to heap:
./append_grows.go:21:13:   flow: {storage for ... argument} = &{storage for .autotmp_0}:
./append_grows.go:21:13:     from .autotmp_0 (spill) at ./append_grows.go:21:13
./append_grows.go:21:13:     from ... argument (slice-literal-element) at ./append_grows.go:21:13
./append_grows.go:21:13:   flow: fmt.a = &{storage for ... argument}:
./append_grows.go:21:13:     from ... argument (spill) at ./append_grows.go:21:13
./append_grows.go:21:13:     from fmt.a := ... argument (assign-pair) at ./append_grows.go:21:13
./append_grows.go:21:13:   flow: {heap} = *fmt.a:
./append_grows.go:21:13:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./append_grows.go:21:13
./append_grows.go:21:18: make([]int, 0, 4) does not escape
./append_grows.go:21:13: ... argument does not escape
./append_grows.go:21:13: .autotmp_0 escapes to heap
./append_grows.go:21:13: .autotmp_1 escapes to heap
./append_grows.go:22:18: make([]int, 0, 4) does not escape
./append_grows.go:22:13: ... argument does not escape
./append_grows.go:22:13: .autotmp_2 escapes to heap
./append_grows.go:22:13: .autotmp_3 escapes to heap
./append_grows.go:23:18: make([]int, 0, 4) does not escape
./append_grows.go:23:13: ... argument does not escape
./append_grows.go:23:13: .autotmp_4 escapes to heap
./append_grows.go:23:13: .autotmp_5 escapes to heap
