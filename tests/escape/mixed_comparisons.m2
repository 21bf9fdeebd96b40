# command-line-arguments
./mixed_comparisons.go:11:6: cannot inline f: function too complex: cost 100 exceeds budget 80
./mixed_comparisons.go:29:6: can inline main with cost 67 as: func() { f(nil, nil, nil, nil, nil, nil, nil, nil) }
./mixed_comparisons.go:12:2: (*int)(p) == q escapes to heap:
./mixed_comparisons.go:12:2:   flow: {heap} = &{storage for (*int)(p) == q}:
./mixed_comparisons.go:12:2:     from (*int)(p) == q (spill) at ./mixed_comparisons.go:12:2
./mixed_comparisons.go:12:2:     from isink = (*int)(p) == q (assign) at ./mixed_comparisons.go:12:8
./mixed_comparisons.go:13:2: P(q) == p escapes to heap:
./mixed_comparisons.go:13:2:   flow: {heap} = &{storage for P(q) == p}:
./mixed_comparisons.go:13:2:     from P(q) == p (spill) at ./mixed_comparisons.go:13:2
./mixed_comparisons.go:13:2:     from isink = P(q) == p (assign) at ./mixed_comparisons.go:13:8
./mixed_comparisons.go:14:2: (chan int)(c) == d escapes to heap:
./mixed_comparisons.go:14:2:   flow: {heap} = &{storage for (chan int)(c) == d}:
./mixed_comparisons.go:14:2:     from (chan int)(c) == d (spill) at ./mixed_comparisons.go:14:2
./mixed_comparisons.go:14:2:     from isink = (chan int)(c) == d (assign) at ./mixed_comparisons.go:14:8
./mixed_comparisons.go:15:2: C(d) == c escapes to heap:
./mixed_comparisons.go:15:2:   flow: {heap} = &{storage for C(d) == c}:
./mixed_comparisons.go:15:2:     from C(d) == c (spill) at ./mixed_comparisons.go:15:2
./mixed_comparisons.go:15:2:     from isink = C(d) == c (assign) at ./mixed_comparisons.go:15:8
./mixed_comparisons.go:16:2: r == (<-chan int)(d) escapes to heap:
./mixed_comparisons.go:16:2:   flow: {heap} = &{storage for r == (<-chan int)(d)}:
./mixed_comparisons.go:16:2:     from r == (<-chan int)(d) (spill) at ./mixed_comparisons.go:16:2
./mixed_comparisons.go:16:2:     from isink = r == (<-chan int)(d) (assign) at ./mixed_comparisons.go:16:8
./mixed_comparisons.go:17:2: (<-chan int)(d) == r escapes to heap:
./mixed_comparisons.go:17:2:   flow: {heap} = &{storage for (<-chan int)(d) == r}:
./mixed_comparisons.go:17:2:     from (<-chan int)(d) == r (spill) at ./mixed_comparisons.go:17:2
./mixed_comparisons.go:17:2:     from isink = (<-chan int)(d) == r (assign) at ./mixed_comparisons.go:17:8
./mixed_comparisons.go:18:2: (chan<- int)(d) == s escapes to heap:
./mixed_comparisons.go:18:2:   flow: {heap} = &{storage for (chan<- int)(d) == s}:
./mixed_comparisons.go:18:2:     from (chan<- int)(d) == s (spill) at ./mixed_comparisons.go:18:2
./mixed_comparisons.go:18:2:     from isink = (chan<- int)(d) == s (assign) at ./mixed_comparisons.go:18:8
./mixed_comparisons.go:19:2: r == (<-chan int)(c) escapes to heap:
./mixed_comparisons.go:19:2:   flow: {heap} = &{storage for r == (<-chan int)(c)}:
./mixed_comparisons.go:19:2:     from r == (<-chan int)(c) (spill) at ./mixed_comparisons.go:19:2
./mixed_comparisons.go:19:2:     from isink = r == (<-chan int)(c) (assign) at ./mixed_comparisons.go:19:8
./mixed_comparisons.go:20:2: e == (interface {})(g) escapes to heap:
./mixed_comparisons.go:20:2:   flow: {heap} = &{storage for e == (interface {})(g)}:
./mixed_comparisons.go:20:2:     from e == (interface {})(g) (spill) at ./mixed_comparisons.go:20:2
./mixed_comparisons.go:20:2:     from isink = e == (interface {})(g) (assign) at ./mixed_comparisons.go:20:8
./mixed_comparisons.go:21:2: (interface {})(g) == e escapes to heap:
./mixed_comparisons.go:21:2:   flow: {heap} = &{storage for (interface {})(g) == e}:
./mixed_comparisons.go:21:2:     from (interface {})(g) == e (spill) at ./mixed_comparisons.go:21:2
./mixed_comparisons.go:21:2:     from isink = (interface {})(g) == e (assign) at ./mixed_comparisons.go:21:8
./mixed_comparisons.go:22:2: e == q escapes to heap:
./mixed_comparisons.go:22:2:   flow: {heap} = &{storage for e == q}:
./mixed_comparisons.go:22:2:     from e == q (spill) at ./mixed_comparisons.go:22:2
./mixed_comparisons.go:22:2:     from isink = e == q (assign) at ./mixed_comparisons.go:22:8
./mixed_comparisons.go:23:2: q == e escapes to heap:
./mixed_comparisons.go:23:2:   flow: {heap} = &{storage for q == e}:
./mixed_comparisons.go:23:2:     from q == e (spill) at ./mixed_comparisons.go:23:2
./mixed_comparisons.go:23:2:     from isink = q == e (assign) at ./mixed_comparisons.go:23:8
./mixed_comparisons.go:24:2: F(struct { x int }{...}) == F{...} escapes to heap:
./mixed_comparisons.go:24:2:   flow: {heap} = &{storage for F(struct { x int }{...}) == F{...}}:
./mixed_comparisons.go:24:2:     from F(struct { x int }{...}) == F{...} (spill) at ./mixed_comparisons.go:24:2
./mixed_comparisons.go:24:2:     from isink = F(struct { x int }{...}) == F{...} (assign) at ./mixed_comparisons.go:24:8
./mixed_comparisons.go:25:2: (struct { x int })(F{...}) == struct { x int }{...} escapes to heap:
./mixed_comparisons.go:25:2:   flow: {heap} = &{storage for (struct { x int })(F{...}) == struct { x int }{...}}:
./mixed_comparisons.go:25:2:     from (struct { x int })(F{...}) == struct { x int }{...} (spill) at ./mixed_comparisons.go:25:2
./mixed_comparisons.go:25:2:     from isink = (struct { x int })(F{...}) == struct { x int }{...} (assign) at ./mixed_comparisons.go:25:8
./mixed_comparisons.go:26:2: p != nil escapes to heap:
./mixed_comparisons.go:26:2:   flow: {heap} = &{storage for p != nil}:
./mixed_comparisons.go:26:2:     from p != nil (spill) at ./mixed_comparisons.go:26:2
./mixed_comparisons.go:26:2:     from isink = p != nil (assign) at ./mixed_comparisons.go:26:8
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
