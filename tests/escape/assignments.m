# command-line-arguments
./assignments.go:9:6: can inline fields
./assignments.go:16:6: can inline toGlobal
./assignments.go:21:6: can inline loopVar
./assignments.go:30:6: can inline loopLocal
./assignments.go:39:6: can inline viaMap
./assignments.go:46:6: can inline viaArray
./assignments.go:53:6: can inline viaSliceOfSlice
./assignments.go:58:6: can inline typeSwitch
./assignments.go:75:16: inlining call to fields
./assignments.go:75:28: inlining call to loopVar
./assignments.go:75:41: inlining call to loopLocal
./assignments.go:75:51: inlining call to viaMap
./assignments.go:75:63: inlining call to viaArray
./assignments.go:76:10: inlining call to toGlobal
./assignments.go:77:17: inlining call to viaSliceOfSlice
./assignments.go:78:21: inlining call to typeSwitch
./assignments.go:17:2: moved to heap: x
./assignments.go:24:3: moved to heap: x
./assignments.go:33:3: moved to heap: x
./assignments.go:41:2: moved to heap: x
./assignments.go:40:22: map[string]*int{} does not escape
./assignments.go:53:22: s does not escape
./assignments.go:54:2: moved to heap: x
./assignments.go:58:17: leaking param: e to result ~r0 level=0
./assignments.go:62:10: moved to heap: v
./assignments.go:75:28: moved to heap: x
./assignments.go:75:41: moved to heap: x
./assignments.go:75:51: moved to heap: x
./assignments.go:76:10: moved to heap: x
./assignments.go:77:17: moved to heap: x
./assignments.go:75:51: map[string]*int{} does not escape
./assignments.go:77:26: [][]*int{...} does not escape
./assignments.go:77:27: []*int{...} does not escape
./assignments.go:78:22: 3 does not escape
