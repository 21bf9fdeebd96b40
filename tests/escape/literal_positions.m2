# command-line-arguments
./literal_positions.go:12:6: cannot inline id: marked go:noinline
./literal_positions.go:56:6: can inline E.get with cost 3 as: method(E) func() int { return e.n }
./literal_positions.go:41:13: can inline f.func1 with cost 2 as: func() int { return k }
./literal_positions.go:14:6: cannot inline f: function too complex: cost 614 exceeds budget 80
./literal_positions.go:41:36: inlining call to f.func1
./literal_positions.go:50:27: can inline f.func2 with cost 3 as: func() { g += 1 }
./literal_positions.go:58:6: can inline main with cost 0 as: func() {  }
./literal_positions.go:15:9: E{} escapes to heap:
./literal_positions.go:15:9:   flow: {heap} = &{storage for E{}}:
./literal_positions.go:15:9:     from E{} (spill) at ./literal_positions.go:15:9
./literal_positions.go:15:9:     from ch <- E{} (send) at ./literal_positions.go:15:5
./literal_positions.go:16:21: E{...} escapes to heap:
./literal_positions.go:16:21:   flow: {heap} = &{storage for E{...}}:
./literal_positions.go:16:21:     from E{...} (spill) at ./literal_positions.go:16:21
./literal_positions.go:16:21:     from ch <- E{...} (send) at ./literal_positions.go:16:5
./literal_positions.go:17:19: E{...} escapes to heap:
./literal_positions.go:17:19:   flow: {heap} = &{storage for E{...}}:
./literal_positions.go:17:19:     from E{...} (spill) at ./literal_positions.go:17:19
./literal_positions.go:17:19:     from ch <- E{...} (send) at ./literal_positions.go:17:5
./literal_positions.go:18:9: E{...} escapes to heap:
./literal_positions.go:18:9:   flow: {heap} = &{storage for E{...}}:
./literal_positions.go:18:9:     from E{...} (spill) at ./literal_positions.go:18:9
./literal_positions.go:18:9:     from ch <- E{...} (send) at ./literal_positions.go:18:5
./literal_positions.go:19:14: E{...} escapes to heap:
./literal_positions.go:19:14:   flow: {heap} = &{storage for E{...}}:
./literal_positions.go:19:14:     from E{...} (spill) at ./literal_positions.go:19:14
./literal_positions.go:19:14:     from ch <- E{...} (send) at ./literal_positions.go:19:5
./literal_positions.go:20:14: E{...} escapes to heap:
./literal_positions.go:20:14:   flow: {heap} = &{storage for E{...}}:
./literal_positions.go:20:14:     from E{...} (spill) at ./literal_positions.go:20:14
./literal_positions.go:20:14:     from ch <- E{...} (send) at ./literal_positions.go:20:5
./literal_positions.go:21:13: E{...} escapes to heap:
./literal_positions.go:21:13:   flow: {heap} = &{storage for E{...}}:
./literal_positions.go:21:13:     from E{...} (spill) at ./literal_positions.go:21:13
./literal_positions.go:21:13:     from ch <- E{...} (send) at ./literal_positions.go:21:5
./literal_positions.go:22:15: E{...} escapes to heap:
./literal_positions.go:22:15:   flow: {heap} = &{storage for E{...}}:
./literal_positions.go:22:15:     from E{...} (spill) at ./literal_positions.go:22:15
./literal_positions.go:22:15:     from ch <- E{...} (send) at ./literal_positions.go:22:5
./literal_positions.go:23:14: E{...} escapes to heap:
./literal_positions.go:23:14:   flow: {heap} = &{storage for E{...}}:
./literal_positions.go:23:14:     from E{...} (spill) at ./literal_positions.go:23:14
./literal_positions.go:23:14:     from ch <- E{...} (send) at ./literal_positions.go:23:5
./literal_positions.go:24:13: E{...} escapes to heap:
./literal_positions.go:24:13:   flow: {heap} = &{storage for E{...}}:
./literal_positions.go:24:13:     from E{...} (spill) at ./literal_positions.go:24:13
./literal_positions.go:24:13:     from ch <- E{...} (send) at ./literal_positions.go:24:5
./literal_positions.go:25:17: E{...} escapes to heap:
./literal_positions.go:25:17:   flow: {heap} = &{storage for E{...}}:
./literal_positions.go:25:17:     from E{...} (spill) at ./literal_positions.go:25:17
./literal_positions.go:25:17:     from ch <- E{...} (send) at ./literal_positions.go:25:5
./literal_positions.go:26:22: E{...} escapes to heap:
./literal_positions.go:26:22:   flow: {heap} = &{storage for E{...}}:
./literal_positions.go:26:22:     from E{...} (spill) at ./literal_positions.go:26:22
./literal_positions.go:26:22:     from ch <- E{...} (send) at ./literal_positions.go:26:5
./literal_positions.go:27:19: E{...} escapes to heap:
./literal_positions.go:27:19:   flow: {heap} = &{storage for E{...}}:
./literal_positions.go:27:19:     from E{...} (spill) at ./literal_positions.go:27:19
./literal_positions.go:27:19:     from ch <- E{...} (send) at ./literal_positions.go:27:5
./literal_positions.go:28:15: N{...} escapes to heap:
./literal_positions.go:28:15:   flow: {heap} = &{storage for N{...}}:
./literal_positions.go:28:15:     from N{...} (spill) at ./literal_positions.go:28:15
./literal_positions.go:28:15:     from ch <- N{...} (send) at ./literal_positions.go:28:5
./literal_positions.go:29:11: N{...} escapes to heap:
./literal_positions.go:29:11:   flow: {heap} = &{storage for N{...}}:
./literal_positions.go:29:11:     from N{...} (spill) at ./literal_positions.go:29:11
./literal_positions.go:29:11:     from ch <- N{...} (send) at ./literal_positions.go:29:5
./literal_positions.go:30:15: N{...} escapes to heap:
./literal_positions.go:30:15:   flow: {heap} = &{storage for N{...}}:
./literal_positions.go:30:15:     from N{...} (spill) at ./literal_positions.go:30:15
./literal_positions.go:30:15:     from ch <- N{...} (send) at ./literal_positions.go:30:5
./literal_positions.go:14:8: n escapes to heap:
./literal_positions.go:14:8:   flow: {heap} = &n:
./literal_positions.go:14:8:     from &n (address-of) at ./literal_positions.go:31:10
./literal_positions.go:14:8:     from P{...} (struct literal element) at ./literal_positions.go:31:9
./literal_positions.go:14:8:     from P{...} (interface-converted) at ./literal_positions.go:31:11
./literal_positions.go:14:8:     from ch <- P{...} (send) at ./literal_positions.go:31:5
./literal_positions.go:14:18: q escapes to heap:
./literal_positions.go:14:18:   flow: {heap} = &q:
./literal_positions.go:14:18:     from q.n (dot) at ./literal_positions.go:32:12
./literal_positions.go:14:18:     from &q.n (address-of) at ./literal_positions.go:32:10
./literal_positions.go:14:18:     from P{...} (struct literal element) at ./literal_positions.go:32:9
./literal_positions.go:14:18:     from P{...} (interface-converted) at ./literal_positions.go:32:11
./literal_positions.go:14:18:     from ch <- P{...} (send) at ./literal_positions.go:32:5
./literal_positions.go:34:25: [2]E{...} escapes to heap:
./literal_positions.go:34:25:   flow: {heap} = &{storage for [2]E{...}}:
./literal_positions.go:34:25:     from [2]E{...} (spill) at ./literal_positions.go:34:25
./literal_positions.go:34:25:     from ch <- [2]E{...} (send) at ./literal_positions.go:34:5
./literal_positions.go:35:20: [2]E{...} escapes to heap:
./literal_positions.go:35:20:   flow: {heap} = &{storage for [2]E{...}}:
./literal_positions.go:35:20:     from [2]E{...} (spill) at ./literal_positions.go:35:20
./literal_positions.go:35:20:     from ch <- [2]E{...} (send) at ./literal_positions.go:35:5
./literal_positions.go:36:18: [2]int{...} escapes to heap:
./literal_positions.go:36:18:   flow: {heap} = &{storage for [2]int{...}}:
./literal_positions.go:36:18:     from [2]int{...} (spill) at ./literal_positions.go:36:18
./literal_positions.go:36:18:     from ch <- [2]int{...} (send) at ./literal_positions.go:36:5
./literal_positions.go:37:21: [3]int{...} escapes to heap:
./literal_positions.go:37:21:   flow: {heap} = &{storage for [3]int{...}}:
./literal_positions.go:37:21:     from [3]int{...} (spill) at ./literal_positions.go:37:21
./literal_positions.go:37:21:     from ch <- [3]int{...} (send) at ./literal_positions.go:37:5
./literal_positions.go:38:14: E{...} escapes to heap:
./literal_positions.go:38:14:   flow: {heap} = &{storage for E{...}}:
./literal_positions.go:38:14:     from E{...} (spill) at ./literal_positions.go:38:14
./literal_positions.go:38:14:     from ch <- E{...} (send) at ./literal_positions.go:38:5
./literal_positions.go:39:13: S{...} escapes to heap:
./literal_positions.go:39:13:   flow: {heap} = &{storage for S{...}}:
./literal_positions.go:39:13:     from S{...} (spill) at ./literal_positions.go:39:13
./literal_positions.go:39:13:     from ch <- S{...} (send) at ./literal_positions.go:39:5
./literal_positions.go:39:9: S{...} escapes to heap:
./literal_positions.go:39:9:   flow: {storage for S{...}} = &{storage for S{...}}:
./literal_positions.go:39:9:     from S{...} (spill) at ./literal_positions.go:39:9
./literal_positions.go:39:9:     from S{...} (interface-converted) at ./literal_positions.go:39:13
./literal_positions.go:40:22: map[string]int{...} escapes to heap:
./literal_positions.go:40:22:   flow: {heap} = &{storage for map[string]int{...}}:
./literal_positions.go:40:22:     from map[string]int{...} (spill) at ./literal_positions.go:40:22
./literal_positions.go:40:22:     from map[string]int{...} (interface-converted) at ./literal_positions.go:40:28
./literal_positions.go:40:22:     from ch <- map[string]int{...} (send) at ./literal_positions.go:40:5
./literal_positions.go:41:36: E{...} escapes to heap:
./literal_positions.go:41:36:   flow: {heap} = &{storage for E{...}}:
./literal_positions.go:41:36:     from E{...} (spill) at ./literal_positions.go:41:36
./literal_positions.go:41:36:     from ch <- E{...} (send) at ./literal_positions.go:41:5
./literal_positions.go:42:19: E{...} escapes to heap:
./literal_positions.go:42:19:   flow: {heap} = &{storage for E{...}}:
./literal_positions.go:42:19:     from E{...} (spill) at ./literal_positions.go:42:19
./literal_positions.go:42:19:     from ch <- E{...} (send) at ./literal_positions.go:42:5
./literal_positions.go:43:13: E{...} escapes to heap:
./literal_positions.go:43:13:   flow: {heap} = &{storage for E{...}}:
./literal_positions.go:43:13:     from E{...} (spill) at ./literal_positions.go:43:13
./literal_positions.go:43:13:     from ch <- E{...} (send) at ./literal_positions.go:43:5
./literal_positions.go:44:18: E{...} escapes to heap:
./literal_positions.go:44:18:   flow: {heap} = &{storage for E{...}}:
./literal_positions.go:44:18:     from E{...} (spill) at ./literal_positions.go:44:18
./literal_positions.go:44:18:     from ch <- E{...} (send) at ./literal_positions.go:44:5
./literal_positions.go:45:22: E{...} escapes to heap:
./literal_positions.go:45:22:   flow: {heap} = &{storage for E{...}}:
./literal_positions.go:45:22:     from E{...} (spill) at ./literal_positions.go:45:22
./literal_positions.go:45:22:     from ch <- E{...} (send) at ./literal_positions.go:45:5
./literal_positions.go:46:15: E{...} escapes to heap:
./literal_positions.go:46:15:   flow: {heap} = &{storage for E{...}}:
./literal_positions.go:46:15:     from E{...} (spill) at ./literal_positions.go:46:15
./literal_positions.go:46:15:     from ch <- E{...} (send) at ./literal_positions.go:46:5
./literal_positions.go:47:23: E{...} escapes to heap:
./literal_positions.go:47:23:   flow: {heap} = &{storage for E{...}}:
./literal_positions.go:47:23:     from E{...} (spill) at ./literal_positions.go:47:23
./literal_positions.go:47:23:     from ch <- E{...} (send) at ./literal_positions.go:47:5
./literal_positions.go:48:10: E{...} escapes to heap:
./literal_positions.go:48:10:   flow: {heap} = &{storage for E{...}}:
./literal_positions.go:48:10:     from E{...} (spill) at ./literal_positions.go:48:10
./literal_positions.go:48:10:     from ch <- E{...} (send) at ./literal_positions.go:48:5
./literal_positions.go:49:21: E{...} escapes to heap:
./literal_positions.go:49:21:   flow: {heap} = &{storage for E{...}}:
./literal_positions.go:49:21:     from E{...} (spill) at ./literal_positions.go:49:21
./literal_positions.go:49:21:     from ch <- E{...} (send) at ./literal_positions.go:49:5
./literal_positions.go:50:27: func literal escapes to heap:
./literal_positions.go:50:27:   flow: {heap} = &{storage for func literal}:
./literal_positions.go:50:27:     from func literal (spill) at ./literal_positions.go:50:27
./literal_positions.go:50:27:     from struct { f func() }{...} (struct literal element) at ./literal_positions.go:50:26
./literal_positions.go:50:27:     from struct { f func() }{...} (interface-converted) at ./literal_positions.go:50:36
./literal_positions.go:50:27:     from ch <- struct { f func() }{...} (send) at ./literal_positions.go:50:5
./literal_positions.go:51:32: q.get escapes to heap:
./literal_positions.go:51:32:   flow: {heap} = &{storage for q.get}:
./literal_positions.go:51:32:     from q.get (spill) at ./literal_positions.go:51:32
./literal_positions.go:51:32:     from struct { f func() int }{...} (struct literal element) at ./literal_positions.go:51:30
./literal_positions.go:51:32:     from struct { f func() int }{...} (interface-converted) at ./literal_positions.go:51:31
./literal_positions.go:51:32:     from ch <- struct { f func() int }{...} (send) at ./literal_positions.go:51:5
./literal_positions.go:52:30: struct { s []int }{...} escapes to heap:
./literal_positions.go:52:30:   flow: {heap} = &{storage for struct { s []int }{...}}:
./literal_positions.go:52:30:     from struct { s []int }{...} (spill) at ./literal_positions.go:52:30
./literal_positions.go:52:30:     from ch <- struct { s []int }{...} (send) at ./literal_positions.go:52:5
./literal_positions.go:53:39: struct { s string }{...} escapes to heap:
./literal_positions.go:53:39:   flow: {heap} = &{storage for struct { s string }{...}}:
./literal_positions.go:53:39:     from struct { s string }{...} (spill) at ./literal_positions.go:53:39
./literal_positions.go:53:39:     from ch <- struct { s string }{...} (send) at ./literal_positions.go:53:5
./literal_positions.go:53:33: string(rune(k)) escapes to heap:
./literal_positions.go:53:33:   flow: {storage for struct { s string }{...}} = &{storage for string(rune(k))}:
./literal_positions.go:53:33:     from string(rune(k)) (spill) at ./literal_positions.go:53:33
./literal_positions.go:53:33:     from struct { s string }{...} (struct literal element) at ./literal_positions.go:53:26
./literal_positions.go:53:33:     from struct { s string }{...} (interface-converted) at ./literal_positions.go:53:39
./literal_positions.go:14:23: parameter s leaks to {storage for struct { s []int }{...}} with derefs=0:
./literal_positions.go:14:23:   flow: {storage for struct { s []int }{...}} = s:
./literal_positions.go:14:23:     from s[n:k] (slice) at ./literal_positions.go:52:27
./literal_positions.go:14:23:     from struct { s []int }{...} (struct literal element) at ./literal_positions.go:52:25
./literal_positions.go:14:23:     from struct { s []int }{...} (interface-converted) at ./literal_positions.go:52:30
./literal_positions.go:14:23: leaking param: s
./literal_positions.go:14:28: p does not escape
./literal_positions.go:14:36: e does not escape
./literal_positions.go:14:8: moved to heap: n
./literal_positions.go:14:18: moved to heap: q
./literal_positions.go:15:9: E{} escapes to heap
./literal_positions.go:16:21: E{...} escapes to heap
./literal_positions.go:17:19: E{...} escapes to heap
./literal_positions.go:18:9: E{...} escapes to heap
./literal_positions.go:19:14: E{...} escapes to heap
./literal_positions.go:20:14: E{...} escapes to heap
./literal_positions.go:21:13: E{...} escapes to heap
./literal_positions.go:22:15: E{...} escapes to heap
./literal_positions.go:23:14: E{...} escapes to heap
./literal_positions.go:24:13: E{...} escapes to heap
./literal_positions.go:25:17: E{...} escapes to heap
./literal_positions.go:26:22: E{...} escapes to heap
./literal_positions.go:27:19: E{...} escapes to heap
./literal_positions.go:28:15: N{...} escapes to heap
./literal_positions.go:29:11: N{...} escapes to heap
./literal_positions.go:30:15: N{...} escapes to heap
./literal_positions.go:34:25: [2]E{...} escapes to heap
./literal_positions.go:35:20: [2]E{...} escapes to heap
./literal_positions.go:36:18: [2]int{...} escapes to heap
./literal_positions.go:37:21: [3]int{...} escapes to heap
./literal_positions.go:38:14: E{...} escapes to heap
./literal_positions.go:39:13: S{...} escapes to heap
./literal_positions.go:39:9: S{...} escapes to heap
./literal_positions.go:40:22: map[string]int{...} escapes to heap
./literal_positions.go:41:36: E{...} escapes to heap
./literal_positions.go:42:19: E{...} escapes to heap
./literal_positions.go:43:13: E{...} escapes to heap
./literal_positions.go:44:18: E{...} escapes to heap
./literal_positions.go:44:14: S{...} does not escape
./literal_positions.go:45:22: E{...} escapes to heap
./literal_positions.go:45:18: S{...} does not escape
./literal_positions.go:46:15: E{...} escapes to heap
./literal_positions.go:47:23: E{...} escapes to heap
./literal_positions.go:48:10: E{...} escapes to heap
./literal_positions.go:49:21: E{...} escapes to heap
./literal_positions.go:50:27: func literal escapes to heap
./literal_positions.go:51:32: q.get escapes to heap
./literal_positions.go:52:30: struct { s []int }{...} escapes to heap
./literal_positions.go:53:39: struct { s string }{...} escapes to heap
./literal_positions.go:53:33: string(rune(k)) escapes to heap
<autogenerated>:1: inlining call to E.get
