# command-line-arguments
./mixed_comparisons.go:11:8: p does not escape
./mixed_comparisons.go:11:13: q does not escape
./mixed_comparisons.go:11:21: c does not escape
./mixed_comparisons.go:11:26: d does not escape
./mixed_comparisons.go:11:38: r does not escape
./mixed_comparisons.go:11:52: s does not escape
./mixed_comparisons.go:11:66: e does not escape
./mixed_comparisons.go:11:81: g does not escape
./mixed_comparisons.go:12:2: (*int)(p) == q escapes to heap
./mixed_comparisons.go:13:2: P(q) == p escapes to heap
./mixed_comparisons.go:14:2: (chan int)(c) == d escapes to heap
./mixed_comparisons.go:15:2: C(d) == c escapes to heap
./mixed_comparisons.go:16:2: r == (<-chan int)(d) escapes to heap
./mixed_comparisons.go:17:2: (<-chan int)(d) == r escapes to heap
./mixed_comparisons.go:18:2: (chan<- int)(d) == s escapes to heap
./mixed_comparisons.go:19:2: r == (<-chan int)(c) escapes to heap
./mixed_comparisons.go:20:2: e == (interface {})(g) escapes to heap
./mixed_comparisons.go:21:2: (interface {})(g) == e escapes to heap
./mixed_comparisons.go:22:2: e == q escapes to heap
./mixed_comparisons.go:23:2: q == e escapes to heap
./mixed_comparisons.go:24:2: F(struct { x int }{...}) == F{...} escapes to heap
./mixed_comparisons.go:25:2: (struct { x int })(F{...}) == struct { x int }{...} escapes to heap
./mixed_comparisons.go:26:2: p != nil escapes to heap
