# command-line-arguments
./inlining.go:5:24: func literal does not escape
./inlining.go:7:26: func literal does not escape
./inlining.go:7:44: func literal does not escape
./inlining.go:9:28: func literal does not escape
./inlining.go:12:36: func literal escapes to heap
./inlining.go:14:10: f does not escape
./inlining.go:21:10: t does not escape
./inlining.go:22:10: fs does not escape
./inlining.go:9:10: func literal does not escape
