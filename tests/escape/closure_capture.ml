# command-line-arguments
./closure_capture.go:5:9: func literal escapes to heap
./closure_capture.go:9:2: moved to heap: x
./closure_capture.go:10:9: func literal escapes to heap
./closure_capture.go:15:7: func literal does not escape
./closure_capture.go:21:6: moved to heap: a
./closure_capture.go:22:9: func literal escapes to heap
