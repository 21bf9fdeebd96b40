# command-line-arguments
./defers.go:5:7: l does not escape
./defers.go:6:7: l does not escape
./defers.go:8:11: l does not escape
./defers.go:13:13: leaking param: ls
./defers.go:19:28: moved to heap: sum
./defers.go:20:6: moved to heap: i
./defers.go:21:9: func literal escapes to heap
./defers.go:26:12: leaking param: done
./defers.go:27:2: moved to heap: x
./defers.go:28:5: func literal escapes to heap
./defers.go:36:13: leaking param: l
./defers.go:36:39: l.release escapes to heap
./defers.go:40:8: l.acquire does not escape
./defers.go:45:6: moved to heap: l
./defers.go:47:13: make([]lock, 3) escapes to heap
