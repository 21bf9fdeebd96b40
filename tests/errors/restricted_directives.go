package main

//go:nowritebarrier // ERROR "//go:nowritebarrier only allowed in runtime"
func a() {}

//go:nowritebarrierrec // ERROR "//go:nowritebarrierrec only allowed in runtime"
func b() {}

//go:yeswritebarrierrec // ERROR "//go:yeswritebarrierrec only allowed in runtime"
func c() {}

//go:systemstack // ERROR "//go:systemstack only allowed in runtime"
func d() {}

//go:uintptrkeepalive // ERROR "//go:uintptrkeepalive is only allowed in the standard library"
func e(uintptr)

//go:cgo_import_dynamic x // ERROR "usage: //go:cgo_import_dynamic local"

//go:cgo_ldflag "-lm" // ERROR "only allowed in cgo-generated code|usage: //go:cgo_ldflag .arg."

//go:embed "x // ERROR "invalid quoted string|usage"
var f string

func main() {}
