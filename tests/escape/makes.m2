# command-line-arguments
./makes.go:5:6: cannot inline sizes: function too complex: cost 82 exceeds budget 80
./makes.go:19:6: can inline returned with cost 9 as: func() ([]int, map[string]int, *int, chan int) { return make([]int, 3), make(map[string]int), new(int), make(chan int) }
./makes.go:23:6: can inline literals with cost 31 as: func() int { a := []int{...}; m := map[string]int{...}; p := &big{}; return len(a) + len(m) + len(p.a) }
./makes.go:30:6: cannot inline main: function too complex: cost 127 exceeds budget 80
./makes.go:31:28: inlining call to literals
./makes.go:32:24: inlining call to returned
./makes.go:13:6: z escapes to heap:
./makes.go:13:6:   flow: {heap} = &z:
./makes.go:13:6:     from z (too large for stack) at ./makes.go:13:6
./makes.go:7:11: make([]int, n) escapes to heap:
./makes.go:7:11:   flow: {heap} = &{storage for make([]int, n)}:
./makes.go:7:11:     from make([]int, n) (non-constant size) at ./makes.go:7:11
./makes.go:9:11: make([]byte, 65537) escapes to heap:
./makes.go:9:11:   flow: {heap} = &{storage for make([]byte, 65537)}:
./makes.go:9:11:     from make([]byte, 65537) (too large for stack) at ./makes.go:9:11
./makes.go:10:10: new(big) escapes to heap:
./makes.go:10:10:   flow: {heap} = &{storage for new(big)}:
./makes.go:10:10:     from new(big) (too large for stack) at ./makes.go:10:10
./makes.go:13:6: moved to heap: z
./makes.go:6:11: make([]int, 10) does not escape
./makes.go:7:11: make([]int, n) escapes to heap
./makes.go:8:11: make([]byte, 65536) does not escape
./makes.go:9:11: make([]byte, 65537) escapes to heap
./makes.go:10:10: new(big) escapes to heap
./makes.go:11:10: new([65536]byte) does not escape
./makes.go:14:11: make(map[string]int) does not escape
./makes.go:15:12: make(map[int]*int, 100) does not escape
./makes.go:20:50: new(int) escapes to heap:
./makes.go:20:50:   flow: ~r2 = &{storage for new(int)}:
./makes.go:20:50:     from new(int) (spill) at ./makes.go:20:50
./makes.go:20:50:     from return make([]int, 3), make(map[string]int), new(int), make(chan int) (return) at ./makes.go:20:2
./makes.go:20:29: make(map[string]int) escapes to heap:
./makes.go:20:29:   flow: ~r1 = &{storage for make(map[string]int)}:
./makes.go:20:29:     from make(map[string]int) (spill) at ./makes.go:20:29
./makes.go:20:29:     from return make([]int, 3), make(map[string]int), new(int), make(chan int) (return) at ./makes.go:20:2
./makes.go:20:13: make([]int, 3) escapes to heap:
./makes.go:20:13:   flow: ~r0 = &{storage for make([]int, 3)}:
./makes.go:20:13:     from make([]int, 3) (spill) at ./makes.go:20:13
./makes.go:20:13:     from return make([]int, 3), make(map[string]int), new(int), make(chan int) (return) at ./makes.go:20:2
./makes.go:20:13: make([]int, 3) escapes to heap
./makes.go:20:29: make(map[string]int) escapes to heap
./makes.go:20:50: new(int) escapes to heap
./makes.go:26:7: &big{} escapes to heap:
./makes.go:26:7:   flow: {heap} = &{storage for &big{}}:
./makes.go:26:7:     from &big{} (too large for stack) at ./makes.go:26:7
./makes.go:24:12: []int{...} does not escape
./makes.go:25:21: map[string]int{...} does not escape
./makes.go:26:7: &big{} escapes to heap
./makes.go:31:28: &big{} escapes to heap:
./makes.go:31:28:   flow: {heap} = &{storage for &big{}}:
./makes.go:31:28:     from &big{} (too large for stack) at ./makes.go:31:28
./makes.go:31:28: []int{...} does not escape
./makes.go:31:28: map[string]int{...} does not escape
./makes.go:31:28: &big{} escapes to heap
./makes.go:32:24: make([]int, 3) does not escape
./makes.go:32:24: make(map[string]int) does not escape
./makes.go:32:24: new(int) does not escape
