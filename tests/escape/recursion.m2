# command-line-arguments
./recursion.go:5:6: cannot inline (*tree).depth: recursive
./recursion.go:16:6: cannot inline insert: recursive
./recursion.go:31:6: can inline even with cost 70 as: func(*int, int) *int { if n == 0 { return p }; return odd(p, n - 1) }
./recursion.go:38:6: cannot inline odd: function too complex: cost 83 exceeds budget 80
./recursion.go:42:13: inlining call to even
./recursion.go:45:6: cannot inline main: function too complex: cost 222 exceeds budget 80
./recursion.go:51:26: inlining call to even
./recursion.go:5:7: t does not escape
./recursion.go:16:13: parameter t leaks to {heap} with derefs=0:
./recursion.go:16:13:   flow: ~r0 = t:
./recursion.go:16:13:     from return t (return) at ./recursion.go:18:3
./recursion.go:16:13:   flow: {heap} = ~r0:
./recursion.go:16:13:     from t.left = insert(t.left, bits >> 1, n - 1) (assign) at ./recursion.go:24:10
./recursion.go:21:7: &tree{} escapes to heap:
./recursion.go:21:7:   flow: t = &{storage for &tree{}}:
./recursion.go:21:7:     from &tree{} (spill) at ./recursion.go:21:7
./recursion.go:21:7:     from t = &tree{} (assign) at ./recursion.go:21:5
./recursion.go:21:7:   flow: ~r0 = t:
./recursion.go:21:7:     from return t (return) at ./recursion.go:18:3
./recursion.go:21:7:   flow: {heap} = ~r0:
./recursion.go:21:7:     from t.left = insert(t.left, bits >> 1, n - 1) (assign) at ./recursion.go:24:10
./recursion.go:16:13: parameter t leaks to ~r0 with derefs=0:
./recursion.go:16:13:   flow: ~r0 = t:
./recursion.go:16:13:     from return t (return) at ./recursion.go:18:3
./recursion.go:16:13: leaking param: t
./recursion.go:21:7: &tree{} escapes to heap
./recursion.go:38:10: parameter p leaks to ~r0 with derefs=0:
./recursion.go:38:10:   flow: p = p:
./recursion.go:38:10:     from p, n := p, n - 1 (assign-pair) at ./recursion.go:42:13
./recursion.go:38:10:   flow: ~R0 = p:
./recursion.go:38:10:     from ~R0 = p (assign-pair) at ./recursion.go:42:13
./recursion.go:38:10:   flow: ~r0 = ~R0:
./recursion.go:38:10:     from return ~R0 (return) at ./recursion.go:42:2
./recursion.go:38:10: leaking param: p to result ~r0 level=0
./recursion.go:31:11: parameter p leaks to ~r0 with derefs=0:
./recursion.go:31:11:   flow: ~r0 = p:
./recursion.go:31:11:     from return p (return) at ./recursion.go:33:3
./recursion.go:31:11: leaking param: p to result ~r0 level=0
