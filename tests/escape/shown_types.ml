# command-line-arguments
./shown_types.go:32:18: s does not escape
./shown_types.go:32:28: t does not escape
./shown_types.go:33:17: ([]octet)(s) does not escape
./shown_types.go:33:29: ([]octet)(t) does not escape
./shown_types.go:34:17: ([]octet)("constant") does not escape
./shown_types.go:34:38: ([]point)(t) does not escape
./shown_types.go:35:48: string(([]byte)(a)) does not escape
./shown_types.go:35:57: text(([]rune)(d)) does not escape
./shown_types.go:38:17: x does not escape
./shown_types.go:44:13: ... argument does not escape
./shown_types.go:44:35: [1]interface { G(interface { H() interface { G@16 } }) }{} escapes to heap
./shown_types.go:44:51: [0]hidden{} escapes to heap
./shown_types.go:50:6: moved to heap: v
./shown_types.go:49:26: new(int64) escapes to heap
./shown_types.go:49:35: func literal escapes to heap
./shown_types.go:53:13: ... argument does not escape
./shown_types.go:53:44: (*"html/template".Template).Name(.autotmp_5) escapes to heap
