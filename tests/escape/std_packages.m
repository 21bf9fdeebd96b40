# command-line-arguments
./std_packages.go:18:11: inlining call to sync.(*Mutex).Lock
./std_packages.go:26:23: inlining call to errors.New
./std_packages.go:31:6: can inline join
./std_packages.go:34:16: inlining call to strings.(*Builder).WriteString
./std_packages.go:34:16: inlining call to strings.(*Builder).copyCheck
./std_packages.go:34:16: inlining call to strings.noescape
./std_packages.go:36:17: inlining call to strings.(*Builder).String
./std_packages.go:43:26: inlining call to join
./std_packages.go:43:26: inlining call to strings.(*Builder).WriteString
./std_packages.go:43:26: inlining call to strings.(*Builder).copyCheck
./std_packages.go:43:26: inlining call to strings.noescape
./std_packages.go:43:26: inlining call to strings.(*Builder).String
./std_packages.go:43:13: inlining call to fmt.Println
./std_packages.go:45:11: inlining call to sort.Ints
./std_packages.go:46:12: inlining call to fmt.Printf
./std_packages.go:17:7: leaking param: c
./std_packages.go:17:23: leaking param: k
./std_packages.go:23:12: leaking param: s
./std_packages.go:26:32: "bad: " + s escapes to heap
./std_packages.go:26:23: &errors.errorString{...} escapes to heap
./std_packages.go:31:11: parts does not escape
./std_packages.go:34:16: (interface {})(string("strings: illegal use of non-zero Builder copied by value")) escapes to heap
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
