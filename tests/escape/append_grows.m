# command-line-arguments
./append_grows.go:7:6: can inline grow
./append_grows.go:21:18: inlining call to grow
./append_grows.go:21:13: inlining call to fmt.Println
./append_grows.go:22:18: inlining call to grow
./append_grows.go:22:13: inlining call to fmt.Println
./append_grows.go:23:18: inlining call to grow
./append_grows.go:23:13: inlining call to fmt.Println
./append_grows.go:8:11: make([]int, 0, 4) does not escape
./append_grows.go:21:18: make([]int, 0, 4) does not escape
./append_grows.go:21:13: ... argument does not escape
./append_grows.go:21:13: .autotmp_0 escapes to heap
./append_grows.go:21:13: .autotmp_1 escapes to heap
./append_grows.go:22:18: make([]int, 0, 4) does not escape
./append_grows.go:22:13: ... argument does not escape
./append_grows.go:22:13: .autotmp_2 escapes to heap
./append_grows.go:22:13: .autotmp_3 escapes to heap
./append_grows.go:23:18: make([]int, 0, 4) does not escape
./append_grows.go:23:13: ... argument does not escape
./append_grows.go:23:13: .autotmp_4 escapes to heap
./append_grows.go:23:13: .autotmp_5 escapes to heap
