# command-line-arguments
./sgap.go:11:6: moved to heap: i
./sgap.go:12:6: func literal escapes to heap
./sgap.go:13:13: ... argument does not escape
./sgap.go:13:13: i escapes to heap
./sgap.go:13:17: " " escapes to heap
