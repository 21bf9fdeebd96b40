# command-line-arguments
./interfaces.go:28:15: devirtualizing s.area to square
./interfaces.go:33:15: devirtualizing s.area to *rect
./interfaces.go:11:7: r does not escape
./interfaces.go:15:11: leaking param: s
./interfaces.go:17:16: leaking param: s
./interfaces.go:19:38: x escapes to heap
./interfaces.go:21:12: e does not escape
./interfaces.go:27:22: square{...} does not escape
./interfaces.go:32:16: &rect{...} does not escape
./interfaces.go:37:21: square{...} escapes to heap
./interfaces.go:37:32: &rect{...} escapes to heap
./interfaces.go:38:12: &rect{...} escapes to heap
./interfaces.go:39:16: 7 does not escape
