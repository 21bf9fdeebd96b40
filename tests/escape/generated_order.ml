# command-line-arguments
./generated_order.go:15:52: ... argument does not escape
./generated_order.go:15:53: "base " escapes to heap
./generated_order.go:15:63: b.id escapes to heap
./generated_order.go:28:7: z does not escape
./generated_order.go:30:26: f does not escape
./generated_order.go:30:7: moved to heap: b
./generated_order.go:32:12: b escapes to heap
./generated_order.go:35:10: leaking param: d
./generated_order.go:42:2: aaa(3) escapes to heap
./generated_order.go:45:2: anonymous.base escapes to heap
./generated_order.go:46:27: s escapes to heap
./generated_order.go:47:13: ... argument does not escape
./generated_order.go:47:19: []aaa{...} escapes to heap
./generated_order.go:47:19: []aaa{...} escapes to heap
./generated_order.go:47:35: map[zzz]aaa{...} escapes to heap
./generated_order.go:47:46: new(zzz) escapes to heap
