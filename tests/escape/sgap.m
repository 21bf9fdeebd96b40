# command-line-arguments
./sgap.go:16:17: inlining call to runtime.Gosched
./sgap.go:16:17: inlining call to runtime.checkTimeouts
./sgap.go:12:6: can inline foo.func1
./sgap.go:13:13: inlining call to fmt.Print
./sgap.go:20:6: can inline main
./sgap.go:11:6: moved to heap: i
./sgap.go:12:6: func literal escapes to heap
./sgap.go:13:13: ... argument does not escape
./sgap.go:13:13: i escapes to heap
./sgap.go:13:17: " " escapes to heap
