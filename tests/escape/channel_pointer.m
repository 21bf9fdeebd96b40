# command-line-arguments
./channel_pointer.go:9:6: can inline sendPointer
./channel_pointer.go:14:6: can inline sendValue
./channel_pointer.go:22:13: inlining call to sendPointer
./channel_pointer.go:23:11: inlining call to sendValue
./channel_pointer.go:25:13: inlining call to fmt.Println
./channel_pointer.go:9:18: c does not escape
./channel_pointer.go:10:2: moved to heap: p
./channel_pointer.go:14:16: c does not escape
./channel_pointer.go:22:13: moved to heap: p
./channel_pointer.go:25:13: ... argument does not escape
./channel_pointer.go:25:17: p.x + p.y escapes to heap
./channel_pointer.go:25:26: v.x + v.y escapes to heap
