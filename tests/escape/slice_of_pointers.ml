# command-line-arguments
./slice_of_pointers.go:7:14: leaking param content: names
./slice_of_pointers.go:7:14: leaking param: names to result ~r0 level=0
./slice_of_pointers.go:8:2: moved to heap: s
./slice_of_pointers.go:14:20: []*string{...} does not escape
./slice_of_pointers.go:24:14: ... argument does not escape
./slice_of_pointers.go:24:15: *p escapes to heap
./slice_of_pointers.go:26:13: ... argument does not escape
./slice_of_pointers.go:26:19: count() escapes to heap
