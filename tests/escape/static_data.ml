# command-line-arguments
./static_data.go:35:7: leaking param: t to result ~r0 level=0
./static_data.go:49:13: leaking param: b to result ~r0 level=0
./static_data.go:49:23: s does not escape
./static_data.go:56:13: ... argument does not escape
./static_data.go:56:17: len(lists) escapes to heap
./static_data.go:56:17: array escapes to heap
./static_data.go:56:17: nest escapes to heap
./static_data.go:56:48: chain[0] == io.Reader((*os.File)(nil)) escapes to heap
./static_data.go:56:90: next() escapes to heap
./static_data.go:56:98: next() escapes to heap
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
./static_data.go:24:22: []byte{} escapes to heap
./static_data.go:25:22: ([]byte)("b") escapes to heap
./static_data.go:25:63: make([]int, 2) escapes to heap
./static_data.go:27:28: map[string]int{...} escapes to heap
./static_data.go:27:38: map[string]int{...} escapes to heap
./static_data.go:28:65: make([]int, 3) escapes to heap
./static_data.go:50:12: index bounds check elided
./static_data.go:52:54: index bounds check elided
