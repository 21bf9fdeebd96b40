# command-line-arguments
./inlining.go:5:24: can inline in.func1
./inlining.go:5:6: can inline in
./inlining.go:5:57: inlining call to in.func1
./inlining.go:6:6: can inline out
./inlining.go:6:28: inlining call to in
./inlining.go:7:44: can inline out2.func1.1
./inlining.go:7:26: can inline out2.func1
./inlining.go:7:6: can inline out2
./inlining.go:7:81: inlining call to out2.func1
./inlining.go:7:77: inlining call to out2.func1.1
./inlining.go:9:28: can inline glob..func1.1
./inlining.go:9:10: can inline glob..func1
./inlining.go:9:61: inlining call to glob..func1.1
./inlining.go:12:6: can inline mk
./inlining.go:12:36: can inline mk.func1
./inlining.go:13:38: inlining call to mk
./inlining.go:12:36: can inline mk2.func1
./inlining.go:13:41: inlining call to mk2.func1
./inlining.go:22:6: can inline mk5
./inlining.go:23:6: can inline main
./inlining.go:9:65: inlining call to glob..func1
./inlining.go:10:12: inlining call to in
./inlining.go:5:24: func literal does not escape
./inlining.go:6:28: func literal does not escape
./inlining.go:7:81: func literal does not escape
./inlining.go:9:28: func literal does not escape
./inlining.go:12:36: func literal escapes to heap
./inlining.go:13:38: func literal does not escape
./inlining.go:14:10: f does not escape
./inlining.go:21:10: t does not escape
./inlining.go:22:10: fs does not escape
./inlining.go:9:65: func literal does not escape
./inlining.go:10:12: func literal does not escape
