package runtime

import "unsafe"

// What package runtime/debug links to.

//go:linkname debug_setGCPercent runtime/debug.setGCPercent
func debug_setGCPercent(percent int32) int32 { return int32(memSetGCPercent(int64(percent))) }

//go:linkname debug_freeOSMemory runtime/debug.freeOSMemory
func debug_freeOSMemory() { GC() }

//go:linkname debug_setPanicOnFault runtime/debug.setPanicOnFault
func debug_setPanicOnFault(on bool) (old bool) {
	old, faultPanics = faultPanics, on
	return
}

//burrow:leaf stack_set_max
func stackSetMax(bytes uintptr) uintptr

//go:linkname debug_setMaxStack runtime/debug.setMaxStack
func debug_setMaxStack(bytes int) int { return int(stackSetMax(uintptr(bytes))) }

// debugLimits are limits that only hold as far as programs ask for them: no program has been seen to need so many threads, and the
// collector goes by GOGC alone.
var debugLimits = struct {
	threads int
	memory  int64
}{10000, 1<<63 - 1}

//go:linkname debug_setMaxThreads runtime/debug.setMaxThreads
func debug_setMaxThreads(threads int) (old int) {
	old, debugLimits.threads = debugLimits.threads, threads
	return
}

//go:linkname debug_setMemoryLimit runtime/debug.setMemoryLimit
func debug_setMemoryLimit(limit int64) (old int64) {
	old = debugLimits.memory
	if limit >= 0 {
		debugLimits.memory = limit
	}
	return
}

// debug_readGCStats gives the numbers without the history: pauses, ends of pauses (none of either), then when the last collection
// was, how many there have been, and the sum of the pauses.
//
//go:linkname debug_readGCStats runtime/debug.readGCStats
func debug_readGCStats(pauses *[]uint64) {
	s := new(memStats)
	for !memReadStats(s) {
	}
	*pauses = append((*pauses)[:0], s.lastGC, s.numGC, s.pauseTotalNs)
}

//burrow:leaf traceback_set_level
func tracebackSetLevel(level int)

//go:linkname debug_SetTraceback runtime/debug.SetTraceback
func debug_SetTraceback(level string) {
	switch {
	case level == "none" || level == "0":
		tracebackSetLevel(0)
	case level == "single" || level == "":
		tracebackSetLevel(1)
	case level == "all" || level == "1":
		tracebackSetLevel(2)
	default:
		tracebackSetLevel(3)
	}
}

// A program knows nothing of the modules it was built from.
//
//go:linkname debug_modinfo runtime/debug.modinfo
func debug_modinfo() string { return "" }

//burrow:leaf sched_set_labels
func setLabels(labels unsafe.Pointer)

//burrow:leaf sched_labels
func getLabels() unsafe.Pointer

//go:linkname pprof_setProfLabel runtime/pprof.runtime_setProfLabel
func pprof_setProfLabel(labels unsafe.Pointer) { setLabels(labels) }

//go:linkname pprof_getProfLabel runtime/pprof.runtime_getProfLabel
func pprof_getProfLabel() unsafe.Pointer { return getLabels() }
