# command-line-arguments
./channel_pointer.go:9:6: can inline sendPointer with cost 13 as: func(chan *point) { p := point{...}; c <- &p }
./channel_pointer.go:14:6: can inline sendValue with cost 12 as: func(chan point) { p := point{...}; c <- p }
./channel_pointer.go:19:6: cannot inline main: function too complex: cost 140 exceeds budget 80
./channel_pointer.go:22:13: inlining call to sendPointer
./channel_pointer.go:23:11: inlining call to sendValue
./channel_pointer.go:25:13: inlining call to fmt.Println
./channel_pointer.go:10:2: p escapes to heap:
./channel_pointer.go:10:2:   flow: {heap} = &p:
./channel_pointer.go:10:2:     from &p (address-of) at ./channel_pointer.go:11:7
./channel_pointer.go:10:2:     from c <- &p (send) at ./channel_pointer.go:11:4
./channel_pointer.go:9:18: c does not escape
./channel_pointer.go:10:2: moved to heap: p
./channel_pointer.go:14:16: c does not escape
./channel_pointer.go:22:13: p escapes to heap:
./channel_pointer.go:22:13:   flow: {heap} = &p:
./channel_pointer.go:22:13:     from &p (address-of) at ./channel_pointer.go:22:13
./channel_pointer.go:22:13:     from c <- &p (send) at ./channel_pointer.go:22:13
./channel_pointer.go:25:26: v.x + v.y escapes to heap:
./channel_pointer.go:25:26:   flow: {storage for ... argument} = &{storage for v.x + v.y}:
./channel_pointer.go:25:26:     from v.x + v.y (spill) at ./channel_pointer.go:25:26
./channel_pointer.go:25:26:     from ... argument (slice-literal-element) at ./channel_pointer.go:25:13
./channel_pointer.go:25:26:   flow: fmt.a = &{storage for ... argument}:
./channel_pointer.go:25:26:     from ... argument (spill) at ./channel_pointer.go:25:13
./channel_pointer.go:25:26:     from fmt.a := ... argument (assign-pair) at ./channel_pointer.go:25:13
./channel_pointer.go:25:26:   flow: {heap} = *fmt.a:
./channel_pointer.go:25:26:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./channel_pointer.go:25:13
./channel_pointer.go:25:17: p.x + p.y escapes to heap:
./channel_pointer.go:25:17:   flow: {storage for ... argument} = &{storage for p.x + p.y}:
./channel_pointer.go:25:17:     from p.x + p.y (spill) at ./channel_pointer.go:25:17
./channel_pointer.go:25:17:     from ... argument (slice-literal-element) at ./channel_pointer.go:25:13
./channel_pointer.go:25:17:   flow: fmt.a = &{storage for ... argument}:
./channel_pointer.go:25:17:     from ... argument (spill) at ./channel_pointer.go:25:13
./channel_pointer.go:25:17:     from fmt.a := ... argument (assign-pair) at ./channel_pointer.go:25:13
./channel_pointer.go:25:17:   flow: {heap} = *fmt.a:
./channel_pointer.go:25:17:     from fmt.Fprintln(io.Writer(os.Stdout), fmt.a...) (call parameter) at ./channel_pointer.go:25:13
./channel_pointer.go:22:13: moved to heap: p
./channel_pointer.go:25:13: ... argument does not escape
./channel_pointer.go:25:17: p.x + p.y escapes to heap
./channel_pointer.go:25:26: v.x + v.y escapes to heap
