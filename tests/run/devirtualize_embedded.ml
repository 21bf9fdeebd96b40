# command-line-arguments
./devirtualize_embedded.go:15:13: partially devirtualizing i.M to T
./devirtualize_embedded.go:17:13: partially devirtualizing j.M to *T
./devirtualize_embedded.go:19:5: partially devirtualizing k.N to V
./devirtualize_embedded.go:20:13: partially devirtualizing k.M to V
./devirtualize_embedded.go:22:13: partially devirtualizing l.M to *T
./devirtualize_embedded.go:24:13: partially devirtualizing m.M to V
./devirtualize_embedded.go:25:11: partially devirtualizing k.N to V
./devirtualize_embedded.go:30:5: partially devirtualizing z.M to T
./devirtualize_embedded.go:14:13: T{...} does not escape
./devirtualize_embedded.go:14:15: A(3) escapes to heap
./devirtualize_embedded.go:16:12: &T{...} does not escape
./devirtualize_embedded.go:16:16: A(5) escapes to heap
./devirtualize_embedded.go:18:13: V{...} escapes to heap
./devirtualize_embedded.go:18:15: A(7) escapes to heap
./devirtualize_embedded.go:21:12: &T{...} does not escape
./devirtualize_embedded.go:21:16: A(9) escapes to heap
./devirtualize_embedded.go:23:13: V{...} does not escape
./devirtualize_embedded.go:23:15: A(7) escapes to heap
./devirtualize_embedded.go:26:8: k.M does not escape
./devirtualize_embedded.go:28:8: func literal does not escape
./devirtualize_embedded.go:29:13: T{} does not escape
