# command-line-arguments
./sgap.go:9:6: cannot inline foo: unhandled op GO
./sgap.go:16:17: inlining call to runtime.Gosched
./sgap.go:16:17: inlining call to runtime.checkTimeouts
./sgap.go:12:6: can inline foo.func1 with cost 78 as: func() { fmt.Print(i, " ") }
./sgap.go:13:13: inlining call to fmt.Print
./sgap.go:20:6: can inline main with cost 59 as: func() { foo() }
./sgap.go:12:6: func literal escapes to heap:
./sgap.go:12:6:   flow: {heap} = &{storage for func literal}:
./sgap.go:12:6:     from func literal (spill) at ./sgap.go:12:6
./sgap.go:11:6: foo capturing by ref: i (addr=false assign=true width=8)
./sgap.go:11:6: i escapes to heap:
./sgap.go:11:6:   flow: {storage for func literal} = &i:
./sgap.go:11:6:     from i (captured by a closure) at ./sgap.go:13:14
./sgap.go:11:6:     from i (reference) at ./sgap.go:13:14
./sgap.go:13:17: " " escapes to heap:
./sgap.go:13:17:   flow: {storage for ... argument} = &{storage for " "}:
./sgap.go:13:17:     from " " (spill) at ./sgap.go:13:17
./sgap.go:13:17:     from ... argument (slice-literal-element) at ./sgap.go:13:13
./sgap.go:13:17:   flow: fmt.a = &{storage for ... argument}:
./sgap.go:13:17:     from ... argument (spill) at ./sgap.go:13:13
./sgap.go:13:17:     from fmt.a := ... argument (assign-pair) at ./sgap.go:13:13
./sgap.go:13:17:   flow: {heap} = *fmt.a:
./sgap.go:13:17:     from fmt.Fprint(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./sgap.go:13:13
./sgap.go:13:13: i escapes to heap:
./sgap.go:13:13:   flow: {storage for ... argument} = &{storage for i}:
./sgap.go:13:13:     from i (spill) at ./sgap.go:13:13
./sgap.go:13:13:     from ... argument (slice-literal-element) at ./sgap.go:13:13
./sgap.go:13:13:   flow: fmt.a = &{storage for ... argument}:
./sgap.go:13:13:     from ... argument (spill) at ./sgap.go:13:13
./sgap.go:13:13:     from fmt.a := ... argument (assign-pair) at ./sgap.go:13:13
./sgap.go:13:13:   flow: {heap} = *fmt.a:
./sgap.go:13:13:     from fmt.Fprint(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./sgap.go:13:13
./sgap.go:11:6: moved to heap: i
./sgap.go:12:6: func literal escapes to heap
./sgap.go:13:13: ... argument does not escape
./sgap.go:13:13: i escapes to heap
./sgap.go:13:17: " " escapes to heap
