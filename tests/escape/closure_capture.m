# command-line-arguments
./closure_capture.go:3:6: can inline byValue
./closure_capture.go:5:9: can inline byValue.func1
./closure_capture.go:8:6: can inline byReference
./closure_capture.go:10:9: can inline byReference.func1
./closure_capture.go:15:7: can inline local.func1
./closure_capture.go:13:6: can inline local
./closure_capture.go:16:3: inlining call to local.func1
./closure_capture.go:20:6: can inline large
./closure_capture.go:22:9: can inline large.func1
./closure_capture.go:26:17: inlining call to byValue
./closure_capture.go:5:9: can inline main.func1
./closure_capture.go:26:19: inlining call to main.func1
./closure_capture.go:26:34: inlining call to byReference
./closure_capture.go:10:9: can inline main.func2
./closure_capture.go:26:36: inlining call to main.func2
./closure_capture.go:26:45: inlining call to local
./closure_capture.go:26:54: inlining call to large
./closure_capture.go:22:9: can inline main.func4
./closure_capture.go:26:56: inlining call to main.func4
./closure_capture.go:5:9: func literal escapes to heap
./closure_capture.go:9:2: moved to heap: x
./closure_capture.go:10:9: func literal escapes to heap
./closure_capture.go:15:7: func literal does not escape
./closure_capture.go:21:6: moved to heap: a
./closure_capture.go:22:9: func literal escapes to heap
./closure_capture.go:26:17: func literal does not escape
./closure_capture.go:26:34: func literal does not escape
./closure_capture.go:26:45: func literal does not escape
./closure_capture.go:26:54: func literal does not escape
