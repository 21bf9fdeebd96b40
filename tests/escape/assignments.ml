# command-line-arguments
./assignments.go:17:2: moved to heap: x
./assignments.go:24:3: moved to heap: x
./assignments.go:33:3: moved to heap: x
./assignments.go:41:2: moved to heap: x
./assignments.go:40:22: map[string]*int{} does not escape
./assignments.go:53:22: s does not escape
./assignments.go:54:2: moved to heap: x
./assignments.go:58:17: leaking param: e to result ~r0 level=0
./assignments.go:62:10: moved to heap: v
./assignments.go:77:26: [][]*int{...} does not escape
./assignments.go:77:27: []*int{...} does not escape
./assignments.go:78:22: 3 does not escape
