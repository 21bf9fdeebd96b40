# command-line-arguments
./channel_pointer.go:9:18: c does not escape
./channel_pointer.go:10:2: moved to heap: p
./channel_pointer.go:14:16: c does not escape
./channel_pointer.go:25:13: ... argument does not escape
./channel_pointer.go:25:17: p.x + p.y escapes to heap
./channel_pointer.go:25:26: v.x + v.y escapes to heap
