# command-line-arguments
./makes.go:13:6: moved to heap: z
./makes.go:6:11: make([]int, 10) does not escape
./makes.go:7:11: make([]int, n) escapes to heap
./makes.go:8:11: make([]byte, 65536) does not escape
./makes.go:9:11: make([]byte, 65537) escapes to heap
./makes.go:10:10: new(big) escapes to heap
./makes.go:11:10: new([65536]byte) does not escape
./makes.go:14:11: make(map[string]int) does not escape
./makes.go:15:12: make(map[int]*int, 100) does not escape
./makes.go:20:13: make([]int, 3) escapes to heap
./makes.go:20:29: make(map[string]int) escapes to heap
./makes.go:20:50: new(int) escapes to heap
./makes.go:24:12: []int{...} does not escape
./makes.go:25:21: map[string]int{...} does not escape
./makes.go:26:7: &big{} escapes to heap
