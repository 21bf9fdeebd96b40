# command-line-arguments
./slice_of_pointers.go:7:6: can inline collect with cost 10 as: func([]*string) []*string { s := "stored"; return append(names, &s) }
./slice_of_pointers.go:12:6: can inline count with cost 37 as: func() int { a, b := "left", "right"; local := []*string{...}; n := 0; for loop; return n }
./slice_of_pointers.go:22:6: cannot inline main: function too complex: cost 209 exceeds budget 80
./slice_of_pointers.go:23:27: inlining call to collect
./slice_of_pointers.go:24:14: inlining call to fmt.Println
./slice_of_pointers.go:26:19: inlining call to count
./slice_of_pointers.go:26:13: inlining call to fmt.Println
./slice_of_pointers.go:8:2: s escapes to heap:
./slice_of_pointers.go:8:2:   flow: {heap} = &s:
./slice_of_pointers.go:8:2:     from &s (address-of) at ./slice_of_pointers.go:9:23
./slice_of_pointers.go:8:2:     from append(names, &s) (call parameter) at ./slice_of_pointers.go:9:15
./slice_of_pointers.go:7:14: parameter names leaks to {heap} with derefs=1:
./slice_of_pointers.go:7:14:   flow: {temp} = names:
./slice_of_pointers.go:7:14:     from append(names, &s) (call parameter) at ./slice_of_pointers.go:9:15
./slice_of_pointers.go:7:14:   flow: {heap} = *{temp}:
./slice_of_pointers.go:7:14:     from append(names, &s) (appendee slice) at ./slice_of_pointers.go:9:15
./slice_of_pointers.go:7:14: parameter names leaks to ~r0 with derefs=0:
./slice_of_pointers.go:7:14:   flow: {temp} = names:
./slice_of_pointers.go:7:14:     from append(names, &s) (call parameter) at ./slice_of_pointers.go:9:15
./slice_of_pointers.go:7:14:   flow: ~r0 = {temp}:
./slice_of_pointers.go:7:14:     from return append(names, &s) (return) at ./slice_of_pointers.go:9:2
./slice_of_pointers.go:7:14: leaking param content: names
./slice_of_pointers.go:7:14: leaking param: names to result ~r0 level=0
./slice_of_pointers.go:8:2: moved to heap: s
./slice_of_pointers.go:14:20: []*string{...} does not escape
./slice_of_pointers.go:23:27: s escapes to heap:
./slice_of_pointers.go:23:27:   flow: {heap} = &s:
./slice_of_pointers.go:23:27:     from &s (address-of) at ./slice_of_pointers.go:23:27
./slice_of_pointers.go:23:27:     from append(names, &s) (call parameter) at ./slice_of_pointers.go:23:27
./slice_of_pointers.go:26:19: ~R0 escapes to heap:
./slice_of_pointers.go:26:19:   flow: {storage for ... argument} = &{storage for ~R0}:
./slice_of_pointers.go:26:19:     from ~R0 (spill) at ./slice_of_pointers.go:26:19
./slice_of_pointers.go:26:19:     from ... argument (slice-literal-element) at ./slice_of_pointers.go:26:13
./slice_of_pointers.go:26:19:   flow: fmt.a = &{storage for ... argument}:
./slice_of_pointers.go:26:19:     from ... argument (spill) at ./slice_of_pointers.go:26:13
./slice_of_pointers.go:26:19:     from fmt.a := ... argument (assign-pair) at ./slice_of_pointers.go:26:13
./slice_of_pointers.go:26:19:   flow: {heap} = *fmt.a:
./slice_of_pointers.go:26:19:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./slice_of_pointers.go:26:13
./slice_of_pointers.go:24:15: *p escapes to heap:
./slice_of_pointers.go:24:15:   flow: {storage for ... argument} = &{storage for *p}:
./slice_of_pointers.go:24:15:     from *p (spill) at ./slice_of_pointers.go:24:15
./slice_of_pointers.go:24:15:     from ... argument (slice-literal-element) at ./slice_of_pointers.go:24:14
./slice_of_pointers.go:24:15:   flow: fmt.a = &{storage for ... argument}:
./slice_of_pointers.go:24:15:     from ... argument (spill) at ./slice_of_pointers.go:24:14
./slice_of_pointers.go:24:15:     from fmt.a := ... argument (assign-pair) at ./slice_of_pointers.go:24:14
./slice_of_pointers.go:24:15:   flow: {heap} = *fmt.a:
./slice_of_pointers.go:24:15:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./slice_of_pointers.go:24:14
./slice_of_pointers.go:23:27: moved to heap: s
./slice_of_pointers.go:24:14: ... argument does not escape
./slice_of_pointers.go:24:15: *p escapes to heap
./slice_of_pointers.go:26:13: ... argument does not escape
./slice_of_pointers.go:26:19: ~R0 escapes to heap
./slice_of_pointers.go:26:19: []*string{...} does not escape
