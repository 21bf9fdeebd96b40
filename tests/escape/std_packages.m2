# command-line-arguments
./std_packages.go:17:6: cannot inline (*counter).inc: unhandled op DEFER
./std_packages.go:18:11: inlining call to sync.(*Mutex).Lock
./std_packages.go:23:6: cannot inline parse: function too complex: cost 87 exceeds budget 80
./std_packages.go:26:23: inlining call to errors.New
./std_packages.go:31:6: can inline join with cost 66 as: func([]string) string { var b strings.Builder; b = <nil>; for loop; return (*strings.Builder).String(b) }
./std_packages.go:34:16: inlining call to strings.(*Builder).WriteString
./std_packages.go:34:16: inlining call to strings.(*Builder).copyCheck
./std_packages.go:34:16: inlining call to strings.noescape
./std_packages.go:36:17: inlining call to strings.(*Builder).String
./std_packages.go:39:6: cannot inline main: function too complex: cost 504 exceeds budget 80
./std_packages.go:43:26: inlining call to join
./std_packages.go:43:26: inlining call to strings.(*Builder).WriteString
./std_packages.go:43:26: inlining call to strings.(*Builder).copyCheck
./std_packages.go:43:26: inlining call to strings.noescape
./std_packages.go:43:26: inlining call to strings.(*Builder).String
./std_packages.go:43:13: inlining call to fmt.Println
./std_packages.go:45:11: inlining call to sort.Ints
./std_packages.go:46:12: inlining call to fmt.Printf
./std_packages.go:19:12: (*counter).inc capturing by value: .autotmp_3 (addr=false assign=false width=8)
./std_packages.go:17:23: parameter k leaks to {heap} with derefs=0:
./std_packages.go:17:23:   flow: {heap} = k:
./std_packages.go:17:23:     from c.n[k] (key of map put) at ./std_packages.go:20:5
./std_packages.go:17:7: parameter c leaks to {heap} with derefs=0:
./std_packages.go:17:7:   flow: .autotmp_3 = c:
./std_packages.go:17:7:     from c.mu (dot of pointer) at ./std_packages.go:19:9
./std_packages.go:17:7:     from c.mu (address-of) at ./std_packages.go:19:12
./std_packages.go:17:7:     from .autotmp_3 = c.mu (assign) at ./std_packages.go:19:12
./std_packages.go:17:7:   flow: {heap} = .autotmp_3:
./std_packages.go:17:7:     from (*sync.Mutex).Unlock(.autotmp_3) (call parameter) at ./std_packages.go:19:19
./std_packages.go:17:7: leaking param: c
./std_packages.go:17:23: leaking param: k
./std_packages.go:23:12: parameter s leaks to {heap} with derefs=0:
./std_packages.go:23:12:   flow: {heap} = s:
./std_packages.go:23:12:     from strconv.Atoi(s) (call parameter) at ./std_packages.go:24:24
./std_packages.go:26:23: &errors.errorString{...} escapes to heap:
./std_packages.go:26:23:   flow: ~R0 = &{storage for &errors.errorString{...}}:
./std_packages.go:26:23:     from &errors.errorString{...} (spill) at ./std_packages.go:26:23
./std_packages.go:26:23:     from error(&errors.errorString{...}) (interface-converted) at ./std_packages.go:26:23
./std_packages.go:26:23:     from ~R0 = error(&errors.errorString{...}) (assign-pair) at ./std_packages.go:26:23
./std_packages.go:26:23:   flow: ~r1 = ~R0:
./std_packages.go:26:23:     from return 0, ~R0 (return) at ./std_packages.go:26:3
./std_packages.go:26:32: "bad: " + s escapes to heap:
./std_packages.go:26:32:   flow: errors.text = &{storage for "bad: " + s}:
./std_packages.go:26:32:     from "bad: " + s (spill) at ./std_packages.go:26:32
./std_packages.go:26:32:     from errors.text := "bad: " + s (assign-pair) at ./std_packages.go:26:23
./std_packages.go:26:32:   flow: {storage for &errors.errorString{...}} = errors.text:
./std_packages.go:26:32:     from errors.errorString{...} (struct literal element) at ./std_packages.go:26:23
./std_packages.go:23:12: leaking param: s
./std_packages.go:26:32: "bad: " + s escapes to heap
./std_packages.go:26:23: &errors.errorString{...} escapes to heap
./std_packages.go:34:16: (interface {})(string("strings: illegal use of non-zero Builder copied by value")) escapes to heap:
./std_packages.go:34:16:   flow: {heap} = &{storage for (interface {})(string("strings: illegal use of non-zero Builder copied by value"))}:
./std_packages.go:34:16:     from (interface {})(string("strings: illegal use of non-zero Builder copied by value")) (spill) at ./std_packages.go:34:16
./std_packages.go:34:16:     from panic((interface {})(string("strings: illegal use of non-zero Builder copied by value"))) (call parameter) at ./std_packages.go:34:16
./std_packages.go:31:11: parts does not escape
./std_packages.go:34:16: (interface {})(string("strings: illegal use of non-zero Builder copied by value")) escapes to heap
./std_packages.go:40:2: c escapes to heap:
./std_packages.go:40:2:   flow: {heap} = &c:
./std_packages.go:40:2:     from c (address-of) at ./std_packages.go:41:3
./std_packages.go:40:2:     from (*counter).inc(c, "a") (call parameter) at ./std_packages.go:41:7
./std_packages.go:43:26: (interface {})(string("strings: illegal use of non-zero Builder copied by value")) escapes to heap:
./std_packages.go:43:26:   flow: {heap} = &{storage for (interface {})(string("strings: illegal use of non-zero Builder copied by value"))}:
./std_packages.go:43:26:     from (interface {})(string("strings: illegal use of non-zero Builder copied by value")) (spill) at ./std_packages.go:43:26
./std_packages.go:43:26:     from panic((interface {})(string("strings: illegal use of non-zero Builder copied by value"))) (call parameter) at ./std_packages.go:43:26
./std_packages.go:45:11: sort.Interface(sort.IntSlice(sort.x)) escapes to heap:
./std_packages.go:45:11:   flow: {heap} = &{storage for sort.Interface(sort.IntSlice(sort.x))}:
./std_packages.go:45:11:     from sort.Interface(sort.IntSlice(sort.x)) (spill) at ./std_packages.go:45:11
./std_packages.go:45:11:     from sort.Sort(sort.Interface(sort.IntSlice(sort.x))) (call parameter) at ./std_packages.go:45:11
./std_packages.go:46:43: strings.ToUpper("abc") escapes to heap:
./std_packages.go:46:43:   flow: {storage for ... argument} = &{storage for strings.ToUpper("abc")}:
./std_packages.go:46:43:     from strings.ToUpper("abc") (spill) at ./std_packages.go:46:43
./std_packages.go:46:43:     from ... argument (slice-literal-element) at ./std_packages.go:46:12
./std_packages.go:46:43:   flow: fmt.a = &{storage for ... argument}:
./std_packages.go:46:43:     from ... argument (spill) at ./std_packages.go:46:12
./std_packages.go:46:43:     from fmt.format, fmt.a := "%v %s\n", ... argument (assign-pair) at ./std_packages.go:46:12
./std_packages.go:46:43:   flow: {heap} = *fmt.a:
./std_packages.go:46:43:     from fmt.Fprintf(io.Writer(os.Stdout), fmt.format, fmt.a...) (call parameter) at ./std_packages.go:46:12
./std_packages.go:46:13: xs escapes to heap:
./std_packages.go:46:13:   flow: {storage for ... argument} = &{storage for xs}:
./std_packages.go:46:13:     from xs (spill) at ./std_packages.go:46:13
./std_packages.go:46:13:     from ... argument (slice-literal-element) at ./std_packages.go:46:12
./std_packages.go:46:13:   flow: fmt.a = &{storage for ... argument}:
./std_packages.go:46:13:     from ... argument (spill) at ./std_packages.go:46:12
./std_packages.go:46:13:     from fmt.format, fmt.a := "%v %s\n", ... argument (assign-pair) at ./std_packages.go:46:12
./std_packages.go:46:13:   flow: {heap} = *fmt.a:
./std_packages.go:46:13:     from fmt.Fprintf(io.Writer(os.Stdout), fmt.format, fmt.a...) (call parameter) at ./std_packages.go:46:12
./std_packages.go:43:51: c.n["a"] escapes to heap:
./std_packages.go:43:51:   flow: {storage for ... argument} = &{storage for c.n["a"]}:
./std_packages.go:43:51:     from c.n["a"] (spill) at ./std_packages.go:43:51
./std_packages.go:43:51:     from ... argument (slice-literal-element) at ./std_packages.go:43:13
./std_packages.go:43:51:   flow: fmt.a = &{storage for ... argument}:
./std_packages.go:43:51:     from ... argument (spill) at ./std_packages.go:43:13
./std_packages.go:43:51:     from fmt.a := ... argument (assign-pair) at ./std_packages.go:43:13
./std_packages.go:43:51:   flow: {heap} = *fmt.a:
./std_packages.go:43:51:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./std_packages.go:43:13
./std_packages.go:43:26: ~R0 escapes to heap:
./std_packages.go:43:26:   flow: {storage for ... argument} = &{storage for ~R0}:
./std_packages.go:43:26:     from ~R0 (spill) at ./std_packages.go:43:26
./std_packages.go:43:26:     from ... argument (slice-literal-element) at ./std_packages.go:43:13
./std_packages.go:43:26:   flow: fmt.a = &{storage for ... argument}:
./std_packages.go:43:26:     from ... argument (spill) at ./std_packages.go:43:13
./std_packages.go:43:26:     from fmt.a := ... argument (assign-pair) at ./std_packages.go:43:13
./std_packages.go:43:26:   flow: {heap} = *fmt.a:
./std_packages.go:43:26:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./std_packages.go:43:13
./std_packages.go:43:13: n escapes to heap:
./std_packages.go:43:13:   flow: {storage for ... argument} = &{storage for n}:
./std_packages.go:43:13:     from n (spill) at ./std_packages.go:43:13
./std_packages.go:43:13:     from ... argument (slice-literal-element) at ./std_packages.go:43:13
./std_packages.go:43:13:   flow: fmt.a = &{storage for ... argument}:
./std_packages.go:43:13:     from ... argument (spill) at ./std_packages.go:43:13
./std_packages.go:43:13:     from fmt.a := ... argument (assign-pair) at ./std_packages.go:43:13
./std_packages.go:43:13:   flow: {heap} = *fmt.a:
./std_packages.go:43:13:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./std_packages.go:43:13
./std_packages.go:44:13: []int{...} escapes to heap:
./std_packages.go:44:13:   flow: xs = &{storage for []int{...}}:
./std_packages.go:44:13:     from []int{...} (spill) at ./std_packages.go:44:13
./std_packages.go:44:13:     from xs := []int{...} (assign) at ./std_packages.go:44:5
./std_packages.go:44:13:   flow: {storage for xs} = xs:
./std_packages.go:44:13:     from xs (interface-converted) at ./std_packages.go:46:13
./std_packages.go:40:32: map[string]int{} escapes to heap:
./std_packages.go:40:32:   flow: c = &{storage for map[string]int{}}:
./std_packages.go:40:32:     from map[string]int{} (spill) at ./std_packages.go:40:32
./std_packages.go:40:32:     from counter{...} (struct literal element) at ./std_packages.go:40:14
./std_packages.go:40:32:     from c := counter{...} (assign) at ./std_packages.go:40:4
./std_packages.go:40:2: moved to heap: c
./std_packages.go:40:32: map[string]int{} escapes to heap
./std_packages.go:43:13: ... argument does not escape
./std_packages.go:43:13: n escapes to heap
./std_packages.go:43:26: ~R0 escapes to heap
./std_packages.go:43:35: []string{...} does not escape
./std_packages.go:43:26: (interface {})(string("strings: illegal use of non-zero Builder copied by value")) escapes to heap
./std_packages.go:43:51: c.n["a"] escapes to heap
./std_packages.go:44:13: []int{...} escapes to heap
./std_packages.go:45:11: sort.Interface(sort.IntSlice(sort.x)) escapes to heap
./std_packages.go:46:12: ... argument does not escape
./std_packages.go:46:13: xs escapes to heap
./std_packages.go:46:43: strings.ToUpper("abc") escapes to heap
