package main

const (
	_ = 6e5518446744              // ERROR "malformed constant: 6e5518446744"
	_ = 1e646456992
	_ = 1e646456993               // ERROR "malformed constant: 1e646456993"
	_ = 0x1p2147483646
	_ = 0x1p2147483647            // ERROR "malformed constant: 0x1p2147483647"
	_ = 0x1p-2147483649
	_ = 0x1p-2147483650           // ERROR "malformed constant: 0x1p-2147483650"
	_ = 1e-1000000000
	_ = 1e-99999999999            // ERROR "malformed constant: 1e-99999999999"
	_ = 1e-99999999999999999999   // ERROR "malformed constant: 1e-99999999999999999999"
	_ = 0.1e99999999999999999999i // ERROR "malformed constant: 0.1e99999999999999999999i"
	_ = 0e99999999999
)

const _ uint = 1/1e-1000000000 // ERROR "invalid operation: division by zero"

func main() {}
