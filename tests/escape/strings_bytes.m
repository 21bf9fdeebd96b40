# command-line-arguments
./strings_bytes.go:6:6: can inline convert
./strings_bytes.go:15:6: can inline escaping
./strings_bytes.go:21:6: can inline key
./strings_bytes.go:23:6: can inline compare
./strings_bytes.go:25:6: can inline loop
./strings_bytes.go:33:17: inlining call to convert
./strings_bytes.go:34:10: inlining call to escaping
./strings_bytes.go:35:13: inlining call to key
./strings_bytes.go:35:32: inlining call to compare
./strings_bytes.go:35:48: inlining call to loop
./strings_bytes.go:6:14: s does not escape
./strings_bytes.go:6:24: b does not escape
./strings_bytes.go:6:34: r does not escape
./strings_bytes.go:7:13: ([]byte)(s) does not escape
./strings_bytes.go:8:13: string(b) does not escape
./strings_bytes.go:9:13: ([]rune)(s) does not escape
./strings_bytes.go:10:13: string(r) does not escape
./strings_bytes.go:11:9: s + y does not escape
./strings_bytes.go:15:15: s does not escape
./strings_bytes.go:15:25: b does not escape
./strings_bytes.go:16:15: string(b) escapes to heap
./strings_bytes.go:17:20: ([]byte)(s) escapes to heap
./strings_bytes.go:18:17: s + "x" + sink escapes to heap
./strings_bytes.go:21:10: m does not escape
./strings_bytes.go:21:28: b does not escape
./strings_bytes.go:21:59: string(b) does not escape
./strings_bytes.go:23:14: a does not escape
./strings_bytes.go:23:17: b does not escape
./strings_bytes.go:23:47: string(a) does not escape
./strings_bytes.go:23:60: string(b) does not escape
./strings_bytes.go:25:11: s does not escape
./strings_bytes.go:26:26: ([]byte)(s) does not escape
./strings_bytes.go:33:29: ([]byte)("b") does not escape
./strings_bytes.go:33:42: []rune{...} does not escape
./strings_bytes.go:33:17: ([]byte)(s) does not escape
./strings_bytes.go:33:17: string(b) does not escape
./strings_bytes.go:33:17: ([]rune)(s) does not escape
./strings_bytes.go:33:17: string(r) does not escape
./strings_bytes.go:33:17: s + y does not escape
./strings_bytes.go:34:10: string(b) escapes to heap
./strings_bytes.go:34:10: ([]byte)(s) escapes to heap
./strings_bytes.go:34:10: s + "x" + sink escapes to heap
./strings_bytes.go:35:13: string(b) does not escape
./strings_bytes.go:35:32: string(a) does not escape
./strings_bytes.go:35:32: string(b) does not escape
./strings_bytes.go:35:48: ([]byte)(s) does not escape
