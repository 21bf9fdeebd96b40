package runtime

import "unsafe"

// Profiles. That of the goroutines is made from their stacks. burrow takes no samples of allocations (it counts them all where a
// program is built with -allocs), blocking, contention, thread creation or time: these profiles have no records, and who asks for a CPU
// profile or an execution trace is told.

// MemProfileRate controls the fraction of memory allocations that are recorded in the memory profile: none are.
var MemProfileRate int = 512 * 1024

// A StackRecord describes a single execution stack.
type StackRecord struct {
	Stack0 [32]uintptr // stack trace for this record; ends at first 0 entry
}

func stackOf(pcs *[32]uintptr) []uintptr {
	for i, pc := range pcs {
		if pc == 0 {
			return pcs[:i]
		}
	}
	return pcs[:]
}

// Stack returns the stack trace associated with the record, a prefix of r.Stack0.
func (r *StackRecord) Stack() []uintptr { return stackOf(&r.Stack0) }

// A MemProfileRecord describes the live objects allocated by a particular call sequence (stack trace).
type MemProfileRecord struct {
	AllocBytes, FreeBytes     int64       // number of bytes allocated, freed
	AllocObjects, FreeObjects int64       // number of objects allocated, freed
	Stack0                    [32]uintptr // stack trace for this record; ends at first 0 entry
}

// InUseBytes returns the number of bytes in use (AllocBytes - FreeBytes).
func (r *MemProfileRecord) InUseBytes() int64 { return r.AllocBytes - r.FreeBytes }

// InUseObjects returns the number of objects in use (AllocObjects - FreeObjects).
func (r *MemProfileRecord) InUseObjects() int64 { return r.AllocObjects - r.FreeObjects }

// Stack returns the stack trace associated with the record, a prefix of r.Stack0.
func (r *MemProfileRecord) Stack() []uintptr { return stackOf(&r.Stack0) }

// BlockProfileRecord describes blocking events originated at a particular call sequence (stack trace).
type BlockProfileRecord struct {
	Count  int64
	Cycles int64
	StackRecord
}

// MemProfile returns a profile of memory allocated and freed per allocation site: it has no records.
//
//go:noinline
func MemProfile(p []MemProfileRecord, inuseZero bool) (n int, ok bool) { return 0, true }

// BlockProfile returns the records of the blocking profile: there are none.
func BlockProfile(p []BlockProfileRecord) (n int, ok bool) { return 0, true }

// MutexProfile returns the records of the mutex profile: there are none.
func MutexProfile(p []BlockProfileRecord) (n int, ok bool) { return 0, true }

// ThreadCreateProfile returns the records of the thread creation profile: there are none.
func ThreadCreateProfile(p []StackRecord) (n int, ok bool) { return 0, true }

// SetBlockProfileRate controls the fraction of goroutine blocking events that are reported in the blocking profile: none are.
func SetBlockProfileRate(rate int) {}

// mutexFraction is what SetMutexProfileFraction was told.
var mutexFraction int

// SetMutexProfileFraction controls the fraction of mutex contention events that are reported in the mutex profile: none are. It
// returns the previous rate.
func SetMutexProfileFraction(rate int) int {
	old := mutexFraction
	if rate >= 0 {
		mutexFraction = rate
	}
	return old
}

//burrow:park traceback_profile
func tracebackProfile(out *StackRecord, labels *unsafe.Pointer, room int) int

func goroutineProfile(p []StackRecord, labels []unsafe.Pointer) (n int, ok bool) {
	var out *StackRecord
	var label *unsafe.Pointer
	if len(p) > 0 {
		out = &p[0]
		if len(labels) >= len(p) {
			label = &labels[0]
		}
	}
	for {
		if n = tracebackProfile(out, label, len(p)); n >= 0 {
			return n, n <= len(p)
		}
	}
}

// GoroutineProfile returns n, the number of records in the active goroutine stack profile. If len(p) >= n, it copies the profile into
// p and returns n, true; else it returns n, false.
func GoroutineProfile(p []StackRecord) (n int, ok bool) { return goroutineProfile(p, nil) }

//go:linkname pprof_goroutineProfile runtime/pprof.runtime_goroutineProfileWithLabels
func pprof_goroutineProfile(p []StackRecord, labels []unsafe.Pointer) (n int, ok bool) {
	return goroutineProfile(p, labels)
}

//go:linkname pprof_expandFinalInlineFrame runtime/pprof.runtime_expandFinalInlineFrame
func pprof_expandFinalInlineFrame(stack []uintptr) []uintptr { return stack }

//go:linkname pprof_cyclesPerSecond runtime/pprof.runtime_cyclesPerSecond
func pprof_cyclesPerSecond() int64 { return 1000000000 }

// ---- CPU profiles

var (
	profileRate int
	profileHead bool // the head is still to be read
)

// SetCPUProfileRate sets the CPU profiling rate: the profile has a head but no samples.
func SetCPUProfileRate(hz int) {
	if hz > 0 {
		printstring("runtime: CPU profile: not supported yet: it will have no samples\n")
	}
	profileRate, profileHead = hz, hz > 0
}

// CPUProfile panics, as it does in Go.
func CPUProfile() []byte { panic("CPUProfile no longer available") }

//go:linkname pprof_readProfile runtime/pprof.readProfile
func pprof_readProfile() (data []uint64, tags []unsafe.Pointer, eof bool) {
	if profileHead {
		profileHead = false
		return []uint64{3, 0, uint64(profileRate)}, make([]unsafe.Pointer, 1), false
	}
	return nil, nil, profileRate == 0
}

// ---- execution traces

type traceError struct{}

func (traceError) Error() string { return "not supported yet: execution traces" }

// StartTrace enables tracing for the current process: it cannot.
func StartTrace() error { return traceError{} }

// StopTrace stops tracing: there is none.
func StopTrace() {}

// ReadTrace returns the next chunk of binary tracing data: there is none.
func ReadTrace() []byte { return nil }

// Events of the program's own: no trace is being taken.

//go:linkname trace_userTaskCreate runtime/trace.userTaskCreate
func trace_userTaskCreate(id, parent uint64, kind string) {}

//go:linkname trace_userTaskEnd runtime/trace.userTaskEnd
func trace_userTaskEnd(id uint64) {}

//go:linkname trace_userRegion runtime/trace.userRegion
func trace_userRegion(id, mode uint64, name string) {}

//go:linkname trace_userLog runtime/trace.userLog
func trace_userLog(id uint64, category, message string) {}
