# command-line-arguments
./literal_positions.go:14:23: leaking param: s
./literal_positions.go:14:28: p does not escape
./literal_positions.go:14:36: e does not escape
./literal_positions.go:14:8: moved to heap: n
./literal_positions.go:14:18: moved to heap: q
./literal_positions.go:15:9: E{} escapes to heap
./literal_positions.go:16:21: E{...} escapes to heap
./literal_positions.go:17:19: E{...} escapes to heap
./literal_positions.go:18:9: E{...} escapes to heap
./literal_positions.go:19:14: E{...} escapes to heap
./literal_positions.go:20:14: E{...} escapes to heap
./literal_positions.go:21:13: E{...} escapes to heap
./literal_positions.go:22:15: E{...} escapes to heap
./literal_positions.go:23:14: E{...} escapes to heap
./literal_positions.go:24:13: E{...} escapes to heap
./literal_positions.go:25:17: E{...} escapes to heap
./literal_positions.go:26:22: E{...} escapes to heap
./literal_positions.go:27:19: E{...} escapes to heap
./literal_positions.go:28:15: N{...} escapes to heap
./literal_positions.go:29:11: N{...} escapes to heap
./literal_positions.go:30:15: N{...} escapes to heap
./literal_positions.go:34:25: [2]E{...} escapes to heap
./literal_positions.go:35:20: [2]E{...} escapes to heap
./literal_positions.go:36:18: [2]int{...} escapes to heap
./literal_positions.go:37:21: [3]int{...} escapes to heap
./literal_positions.go:38:14: E{...} escapes to heap
./literal_positions.go:39:13: S{...} escapes to heap
./literal_positions.go:39:9: S{...} escapes to heap
./literal_positions.go:40:22: map[string]int{...} escapes to heap
./literal_positions.go:41:36: E{...} escapes to heap
./literal_positions.go:41:13: func literal does not escape
./literal_positions.go:42:19: E{...} escapes to heap
./literal_positions.go:43:13: E{...} escapes to heap
./literal_positions.go:44:18: E{...} escapes to heap
./literal_positions.go:44:14: S{...} does not escape
./literal_positions.go:45:22: E{...} escapes to heap
./literal_positions.go:45:18: S{...} does not escape
./literal_positions.go:46:15: E{...} escapes to heap
./literal_positions.go:47:23: E{...} escapes to heap
./literal_positions.go:48:10: E{...} escapes to heap
./literal_positions.go:49:21: E{...} escapes to heap
./literal_positions.go:50:27: func literal escapes to heap
./literal_positions.go:51:32: q.get escapes to heap
./literal_positions.go:52:30: struct { s []int }{...} escapes to heap
./literal_positions.go:53:39: struct { s string }{...} escapes to heap
./literal_positions.go:53:33: string(rune(k)) escapes to heap
