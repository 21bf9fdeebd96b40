package runtime

import "unsafe"

// What programs import "runtime" for: callers, memory statistics, finalizers, versions.

// Compiler is the name of the compiler toolchain that built the running binary.
const Compiler = "burrow"

// GOOS is the running program's operating system target.
const GOOS string = "linux"

// GOARCH is the running program's architecture target.
const GOARCH string = "amd64"

// Version returns the version of Go that burrow follows.
func Version() string {
	return "go1.19"
}

// GOROOT returns the root of the Go tree: the environment's.
//
//burrow:cost 72
func GOROOT() string {
	return gogetenv("GOROOT")
}

//go:noinline
func gogetenv(name string) string {
	return cString(getenvC(name))
}

// ---- Callers

type frameInfo struct {
	function, file *byte
	line           int
	entry          uintptr
}

//burrow:system traceback_callers
//go:noescape
func tracebackCallers(skip int, pcs *uintptr, n int) int

//burrow:leaf traceback_frame
//go:noescape
func tracebackFrame(pc uintptr, inlined int, out *frameInfo) bool

//burrow:park traceback_text
func tracebackText(buf *byte, n int, all bool) int

func funcNameAt(pc uintptr) string {
	var f frameInfo
	if !tracebackFrame(pc-1, 0, &f) {
		return ""
	}
	return cString(f.function)
}

// callers fills pcs with one program counter for each logical frame, inlined ones too, innermost first. The frames of an
// inlined call share their function's pc; the ones after the first are marked in the high bits with their depth.
func callers(skip int, pcs []uintptr) int {
	if len(pcs) == 0 {
		return 0
	}
	var raw [64]uintptr
	n, from := 0, 1
	for {
		got := tracebackCallers(from, &raw[0], len(raw))
		for _, pc := range raw[:got] {
			var f frameInfo
			for depth := 0; tracebackFrame(pc-1, depth, &f); depth++ {
				if skip > 0 {
					skip--
					continue
				}
				pcs[n] = pc | uintptr(depth)<<depthShift
				n++
				if n == len(pcs) {
					return n
				}
			}
		}
		if got < len(raw) {
			return n
		}
		from += got
	}
}

const depthShift = 48

func frameAt(pc uintptr, f *frameInfo) bool {
	return tracebackFrame(pc&(1<<depthShift-1)-1, int(pc>>depthShift), f)
}

// Caller reports file and line number information about function invocations on the calling goroutine's stack. The argument
// skip is the number of stack frames to ascend, with 0 identifying the caller of Caller.
//
//go:noinline
func Caller(skip int) (pc uintptr, file string, line int, ok bool) {
	var pcs [1]uintptr
	var f frameInfo
	if callers(skip+1, pcs[:]) == 0 || !frameAt(pcs[0], &f) {
		return
	}
	return pcs[0], cString(f.file), f.line, true
}

// Callers fills the slice pc with the return program counters of function invocations on the calling goroutine's stack. The
// argument skip is the number of stack frames to skip, with 0 identifying the frame for Callers itself.
func Callers(skip int, pc []uintptr) int {
	if len(pc) == 0 {
		return 0
	}
	return callers(skip, pc)
}

// A Func represents a Go function in the running binary.
type Func struct {
	pc          uintptr
	entry       uintptr
	name, file_ string
	line        int
}

// FuncForPC returns a *Func describing the function that contains the given program counter address, or else nil.
//
//go:noinline
func FuncForPC(pc uintptr) *Func {
	var f frameInfo
	if !tracebackFrame(pc&(1<<depthShift-1), int(pc>>depthShift), &f) {
		return nil
	}
	return &Func{pc, f.entry, cString(f.function), cString(f.file), f.line}
}

// Name returns the name of the function.
//
//go:noinline
func (f *Func) Name() string {
	if f == nil {
		return ""
	}
	return f.name
}

// Entry returns the entry address of the function.
func (f *Func) Entry() uintptr {
	return f.entry
}

// FileLine returns the file name and line number of the source code corresponding to the program counter pc.
func (f *Func) FileLine(pc uintptr) (file string, line int) {
	var i frameInfo
	if !tracebackFrame(pc&(1<<depthShift-1), int(pc>>depthShift), &i) {
		return f.file_, f.line
	}
	return cString(i.file), i.line
}

// Frames may be used to get function/file/line information for a slice of PC values returned by Callers.
//
// It holds a pointer to itself, so it is on the heap, and the slice with it.
type Frames struct {
	callers    []uintptr
	frames     []Frame  // the next ones, which have been looked up
	frameStore [2]Frame // room for them
}

// Frame is the information returned by Frames for each call frame.
type Frame struct {
	PC       uintptr
	Func     *Func
	Function string
	File     string
	Line     int
	Entry    uintptr
}

// CallersFrames takes a slice of PC values returned by Callers and prepares to return function/file/line information.
func CallersFrames(callers []uintptr) *Frames {
	f := &Frames{callers: callers}
	f.frames = f.frameStore[:0]
	return f
}

// Next returns a Frame representing the next call frame in the slice of PC values. The boolean is false after the last.
func (ci *Frames) Next() (frame Frame, more bool) {
	ci.lookUp(2)
	if len(ci.frames) == 0 {
		return Frame{}, false
	}
	frame, more = ci.frames[0], len(ci.frames) > 1
	ci.frames = ci.frameStore[:copy(ci.frameStore[:], ci.frames[1:])]
	return frame, more
}

// lookUp has n frames in ci.frames, or as many as there are.
func (ci *Frames) lookUp(n int) {
	for len(ci.frames) < n && len(ci.callers) > 0 {
		pc := ci.callers[0]
		ci.callers = ci.callers[1:]
		var f frameInfo
		if !frameAt(pc, &f) {
			continue
		}
		function, file := cString(f.function), cString(f.file)
		ci.frames = append(ci.frames, Frame{
			PC: pc, Function: function, File: file, Line: f.line, Entry: f.entry,
			Func: &Func{pc, f.entry, function, file, f.line},
		})
	}
}

// Stack formats a stack trace of the calling goroutine into buf and returns the number of bytes written.
//
//go:noinline
func Stack(buf []byte, all bool) int {
	if len(buf) == 0 {
		return 0
	}
	for {
		if n := tracebackText(&buf[0], len(buf), all); n >= 0 {
			return n
		}
	}
}

// Breakpoint executes a breakpoint trap.
func Breakpoint() {
	breakpoint()
}

//burrow:leaf rt_breakpoint
func breakpoint()

// ---- Memory

// A MemStats records statistics about the memory allocator.
type MemStats struct {
	Alloc         uint64
	TotalAlloc    uint64
	Sys           uint64
	Lookups       uint64
	Mallocs       uint64
	Frees         uint64
	HeapAlloc     uint64
	HeapSys       uint64
	HeapIdle      uint64
	HeapInuse     uint64
	HeapReleased  uint64
	HeapObjects   uint64
	StackInuse    uint64
	StackSys      uint64
	MSpanInuse    uint64
	MSpanSys      uint64
	MCacheInuse   uint64
	MCacheSys     uint64
	BuckHashSys   uint64
	GCSys         uint64
	OtherSys      uint64
	NextGC        uint64
	LastGC        uint64
	PauseTotalNs  uint64
	PauseNs       [256]uint64
	PauseEnd      [256]uint64
	NumGC         uint32
	NumForcedGC   uint32
	GCCPUFraction float64
	EnableGC      bool
	DebugGC       bool
	BySize        [61]struct {
		Size    uint32
		Mallocs uint64
		Frees   uint64
	}
}

type memStats struct {
	alloc, totalAlloc, sys, mallocs, frees                             uint64
	heapAlloc, heapSys, heapIdle, heapInuse, heapReleased, heapObjects uint64
	stackInuse, stackSys, gcSys, otherSys                              uint64
	nextGC, lastGC, pauseTotalNs, numGC, numForcedGC                   uint64
}

// The functions that stop the world answer false (or less than 0) when somebody else is doing so: they are called again.

//burrow:park mem_read_stats
//go:noescape
func memReadStats(out *memStats) bool

//burrow:park mem_gc
func memGC() bool

//burrow:system mem_set_gc_percent
func memSetGCPercent(percent int64) int64

// ReadMemStats populates m with memory allocator statistics.
func ReadMemStats(m *MemStats) {
	s := new(memStats)
	for !memReadStats(s) {
	}
	*m = MemStats{
		Alloc: s.alloc, TotalAlloc: s.totalAlloc, Sys: s.sys, Mallocs: s.mallocs, Frees: s.frees,
		HeapAlloc: s.heapAlloc, HeapSys: s.heapSys, HeapIdle: s.heapIdle, HeapInuse: s.heapInuse,
		HeapReleased: s.heapReleased, HeapObjects: s.heapObjects, StackInuse: s.stackInuse, StackSys: s.stackSys,
		GCSys: s.gcSys, OtherSys: s.otherSys, NextGC: s.nextGC, LastGC: s.lastGC, PauseTotalNs: s.pauseTotalNs,
		NumGC: uint32(s.numGC), NumForcedGC: uint32(s.numForcedGC), EnableGC: true,
	}
}

//burrow:leaf mem_finalizers_busy
func finalizersBusy() bool

// GC runs a garbage collection and blocks the caller until the garbage collection is complete. Others run then; the finalizers
// of what the collection found dead have some time to run, too, before it returns.
//
//go:noinline
func GC() {
	const quick, patience, nap = 10, 100, 20000
	for !memGC() {
	}
	gosched()
	for i := 0; i < patience && finalizersBusy(); i++ {
		if i < quick {
			gosched()
		} else {
			sleep(nap)
		}
	}
}

// KeepAlive marks its argument as currently reachable.
//
//go:noinline
func KeepAlive(x any) {
}

//burrow:system mem_set_finalizer
func memSetFinalizer(obj unsafe.Pointer, fn unsafe.Pointer, argType *_type, objType *_type, resultBytes uintptr) bool

// SetFinalizer sets the finalizer associated with obj to the provided finalizer function.
func SetFinalizer(obj any, finalizer any) {
	e := efaceOf(&obj)
	if e.typ == nil {
		throw("runtime.SetFinalizer: first argument is nil")
	}
	if e.typ.kind&kindMask != kindPtr {
		throw("runtime.SetFinalizer: first argument is " + e.typ.string() + ", not pointer")
	}
	if e.data == nil {
		throw("nil elem type!")
	}
	elem := (*ptrtype)(unsafe.Pointer(e.typ)).elem
	f := efaceOf(&finalizer)
	if f.typ == nil {
		memSetFinalizer(e.data, nil, nil, elem, 0)
		return
	}
	argType := checkFinalizer(e.typ, f.typ)
	startFinalizers()
	memSetFinalizer(e.data, f.data, argType, e.typ, 0)
}

// checkFinalizer sees that f can be called with a value of type t; it gives f's parameter type where that is an interface.
func checkFinalizer(t, f *_type) *_type {
	if f.kind&kindMask != kindFunc {
		throw("runtime.SetFinalizer: second argument is " + f.string() + ", not a function")
	}
	ft := (*functype)(unsafe.Pointer(f))
	if ft.inCount != 1 || ft.outCount&(1<<15) != 0 {
		throw("runtime.SetFinalizer: cannot pass " + t.string() + " to finalizer " + f.string())
	}
	n := uintptr(56)
	if f.tflag&tflagUncommon != 0 {
		n += 16
	}
	in := *(**_type)(add(unsafe.Pointer(f), n))
	switch {
	case in == t:
		return nil
	case in.kind&kindMask == kindPtr && (in.tflag&tflagNamed == 0 || t.tflag&tflagNamed == 0) &&
		(*ptrtype)(unsafe.Pointer(in)).elem == (*ptrtype)(unsafe.Pointer(t)).elem:
		return nil
	case in.kind&kindMask == kindInterface:
		it := (*interfacetype)(unsafe.Pointer(in))
		if len(it.mhdr) == 0 || assertE2I2(it, t) != nil {
			return in
		}
	}
	throw("runtime.SetFinalizer: cannot pass " + t.string() + " to finalizer " + f.string())
	return nil
}

type finalizer struct {
	obj          unsafe.Pointer
	fn           unsafe.Pointer
	argType, typ *_type
	resultBytes  uintptr
}

//burrow:system mem_fetch_finalizer
//go:noescape
func memFetchFinalizer(out *finalizer) bool

//burrow:park mem_wait_finalizer
func memWaitFinalizer()

var finalizersRunning uint32

func startFinalizers() {
	if swap32(&finalizersRunning, 1) == 0 {
		newSystemGoroutine(runFinalizers)
	}
}

// Room on the stack for what a finalizer returns; nobody looks at it.
type dropped [512]uintptr

// runFinalizers calls finalizers one after the other.
func runFinalizers() {
	f := new(finalizer)
	for {
		for memFetchFinalizer(f) {
			fn := f.fn
			switch {
			case f.argType == nil:
				(*(*func(unsafe.Pointer) dropped)(unsafe.Pointer(&fn)))(f.obj)
			default:
				it := (*interfacetype)(unsafe.Pointer(f.argType))
				if len(it.mhdr) == 0 {
					var a any
					*efaceOf(&a) = eface{f.typ, f.obj}
					(*(*func(any) dropped)(unsafe.Pointer(&fn)))(a)
				} else {
					var a iface
					a.tab = assertE2I(it, f.typ)
					a.data = f.obj
					(*(*func(iface) dropped)(unsafe.Pointer(&fn)))(a)
				}
			}
			*f = finalizer{}
		}
		memWaitFinalizer()
	}
}
