# command-line-arguments
./std_packages.go:17:7: leaking param: c
./std_packages.go:17:23: leaking param: k
./std_packages.go:23:12: leaking param: s
./std_packages.go:26:32: "bad: " + s escapes to heap
./std_packages.go:31:11: parts does not escape
./std_packages.go:40:2: moved to heap: c
./std_packages.go:40:32: map[string]int{} escapes to heap
./std_packages.go:43:13: ... argument does not escape
./std_packages.go:43:13: n escapes to heap
./std_packages.go:43:26: join([]string{...}) escapes to heap
./std_packages.go:43:35: []string{...} does not escape
./std_packages.go:43:51: c.n["a"] escapes to heap
./std_packages.go:44:13: []int{...} escapes to heap
./std_packages.go:46:12: ... argument does not escape
./std_packages.go:46:13: xs escapes to heap
./std_packages.go:46:43: strings.ToUpper("abc") escapes to heap
