package runtime

import "unsafe"

// Scheduling, and what packages sync, time and os link to.

//burrow:park sched_gosched
func gosched()

//burrow:park sched_gomaxprocs
func schedGomaxprocs(n int) int

//burrow:leaf sched_num_goroutine
func numGoroutine() int

//burrow:leaf sched_ncpu
func ncpu() int32

//burrow:leaf sched_lock_thread
func lockThread()

//burrow:leaf sched_unlock_thread
func unlockThread()

//burrow:system sched_newproc_system
func newSystemGoroutine(fn func())

//burrow:leaf sched_can_spin
func canSpin(i int) bool

//burrow:park sema_acquire
func semaAcquire(addr *uint32, lifo bool)

//burrow:park sema_release
func semaRelease(addr *uint32, handoff bool)

//burrow:leaf notify_list_add
func notifyListAdd(l unsafe.Pointer) uint32

//burrow:park notify_list_wait
func notifyListWait(l unsafe.Pointer, t uint32)

//burrow:system notify_list_notify_all
func notifyListNotifyAll(l unsafe.Pointer)

//burrow:system notify_list_notify_one
func notifyListNotifyOne(l unsafe.Pointer)

//burrow:park sched_sleep
func sleep(ns int64)

//burrow:system os_nanotime
func clock() int64

// nanotime is linked to by other packages.
func nanotime() int64 { return clock() }

//burrow:system os_walltime
//go:noescape
func walltime(nsec *int64) int64

//burrow:system os_exit
func exit(code int32)

//burrow:system timer_start
func timerStart(t unsafe.Pointer)

//burrow:system timer_stop
func timerStop(t unsafe.Pointer) bool

//burrow:system timer_reset
func timerReset(t unsafe.Pointer, when int64) bool

type firedTimer struct {
	f   func(any, uintptr)
	arg any
	seq uintptr
}

//burrow:system timer_fetch
//go:noescape
func timerFetch(out *firedTimer) bool

//burrow:park timer_wait
func timerWait()

//burrow:leaf os_getenv_go
//go:noescape
func getenvC(name string) *byte

//burrow:leaf rt_args
func argv(i int) *byte

//burrow:leaf rt_env
func envp(i int) *byte

// checkTimeouts has nothing to do: the system monitor looks after timers.
func checkTimeouts() {}

// Gosched yields the processor, allowing other goroutines to run. It does not suspend the current goroutine, so execution
// resumes automatically.
//
//burrow:cost 62
func Gosched() {
	checkTimeouts()
	gosched()
}

// GOMAXPROCS sets the maximum number of CPUs that can be executing simultaneously and returns the previous setting. If n < 1,
// it does not change the current setting.
//
//go:noinline
func GOMAXPROCS(n int) int {
	for {
		if old := schedGomaxprocs(n); old >= 0 {
			return old
		}
	}
}

// NumCPU returns the number of logical CPUs usable by the current process.
func NumCPU() int {
	return int(ncpu())
}

// NumGoroutine returns the number of goroutines that currently exist.
func NumGoroutine() int {
	return int(gcount())
}

//burrow:cost 40
func gcount() int32 {
	return int32(numGoroutine())
}

// NumCgoCall returns the number of cgo calls made by the current process: none.
func NumCgoCall() int64 {
	return 0
}

// LockOSThread wires the calling goroutine to its current operating system thread.
//
//go:noinline
func LockOSThread() {
	lockThread()
}

// UnlockOSThread undoes an earlier call to LockOSThread.
func UnlockOSThread() {
	unlockThread()
}

// The goroutine that runs timers' functions starts with the first timer that has one.
var timersRunning uint32

func startTimers() {
	if swap32(&timersRunning, 1) == 0 {
		newSystemGoroutine(runTimers)
	}
}

func runTimers() {
	var t firedTimer
	for {
		for timerFetch(&t) {
			t.f(t.arg, t.seq)
			t = firedTimer{}
		}
		timerWait()
	}
}

//burrow:leaf atomic_swap32
//go:noescape
func swap32(p *uint32, v uint32) uint32

// A timer is package time's runtimeTimer.
type timer struct {
	p            uintptr
	when, period int64
	f            func(any, uintptr)
	arg          any
	seq          uintptr
	index        int64
	status       uint32
}

//go:linkname time_startTimer time.startTimer
func time_startTimer(t unsafe.Pointer) {
	startTimers()
	timerStart(t)
}

//go:linkname time_stopTimer time.stopTimer
func time_stopTimer(t unsafe.Pointer) bool { return timerStop(t) }

//go:linkname time_resetTimer time.resetTimer
func time_resetTimer(t unsafe.Pointer, when int64) bool {
	startTimers()
	return timerReset(t, when)
}

// time_modTimer starts a timer again with another period and function, whether it was pending or not.
//
//go:linkname time_modTimer time.modTimer
func time_modTimer(t *timer, when, period int64, f func(any, uintptr), arg any, seq uintptr) {
	timerStop(unsafe.Pointer(t))
	t.period, t.f, t.arg, t.seq = period, f, arg, seq
	time_resetTimer(unsafe.Pointer(t), when)
}

//go:linkname time_Sleep time.Sleep
func time_Sleep(ns int64) {
	sleep(ns)
}

//go:linkname time_now time.now
func time_now() (sec int64, nsec int32, mono int64) {
	var ns int64
	sec = walltime(&ns)
	return sec, int32(ns), nanotime()
}

//go:linkname sync_runtime_Semacquire sync.runtime_Semacquire
func sync_runtime_Semacquire(s *uint32) { semaAcquire(s, false) }

//go:linkname sync_runtime_SemacquireMutex sync.runtime_SemacquireMutex
func sync_runtime_SemacquireMutex(s *uint32, lifo bool, skip int) { semaAcquire(s, lifo) }

//go:linkname sync_runtime_Semrelease sync.runtime_Semrelease
func sync_runtime_Semrelease(s *uint32, handoff bool, skip int) { semaRelease(s, handoff) }

//go:linkname poll_runtime_Semacquire internal/poll.runtime_Semacquire
func poll_runtime_Semacquire(s *uint32) { semaAcquire(s, false) }

//go:linkname poll_runtime_Semrelease internal/poll.runtime_Semrelease
func poll_runtime_Semrelease(s *uint32) { semaRelease(s, false) }

//go:linkname sync_notifyListAdd sync.runtime_notifyListAdd
func sync_notifyListAdd(l unsafe.Pointer) uint32 { return notifyListAdd(l) }

//go:linkname sync_notifyListWait sync.runtime_notifyListWait
func sync_notifyListWait(l unsafe.Pointer, t uint32) { notifyListWait(l, t) }

//go:linkname sync_notifyListNotifyAll sync.runtime_notifyListNotifyAll
func sync_notifyListNotifyAll(l unsafe.Pointer) { notifyListNotifyAll(l) }

//go:linkname sync_notifyListNotifyOne sync.runtime_notifyListNotifyOne
func sync_notifyListNotifyOne(l unsafe.Pointer) { notifyListNotifyOne(l) }

//go:linkname sync_notifyListCheck sync.runtime_notifyListCheck
func sync_notifyListCheck(size uintptr) {
	if size != 32 {
		throw("bad notifyList size")
	}
}

//go:linkname sync_runtime_canSpin sync.runtime_canSpin
func sync_runtime_canSpin(i int) bool {
	return canSpin(i)
}

//burrow:leaf rt_spin
func spin()

//go:linkname sync_runtime_doSpin sync.runtime_doSpin
func sync_runtime_doSpin() { spin() }

//go:linkname sync_nanotime sync.runtime_nanotime
func sync_nanotime() int64 { return nanotime() }

//go:linkname sync_throw sync.throw
func sync_throw(s string) { throw(s) }

//go:linkname sync_fatal sync.fatal
func sync_fatal(s string) { fatal(s) }

//go:linkname sync_fastrandn sync.fastrandn
func sync_fastrandn(n uint32) uint32 { return uint32(uint64(uint32(random())) * uint64(n) >> 32) }

//go:linkname sync_registerPoolCleanup sync.runtime_registerPoolCleanup
func sync_registerPoolCleanup(f func()) { poolCleanup = f }

// sync's hook for the start of a collection.
var poolCleanup func()

// pin keeps the goroutine on its processor until unpin; it answers the processor's number.
//
//burrow:leaf sched_pin
func pin() int

//burrow:leaf sched_unpin
func unpin()

//go:linkname sync_procPin sync.runtime_procPin
func sync_procPin() int { return pin() }

//go:linkname sync_procUnpin sync.runtime_procUnpin
func sync_procUnpin() { unpin() }

//go:linkname atomic_procPin sync/atomic.runtime_procPin
func atomic_procPin() int { return pin() }

//go:linkname atomic_procUnpin sync/atomic.runtime_procUnpin
func atomic_procUnpin() { unpin() }

//go:linkname rand_fastrand64 math/rand.fastrand64
func rand_fastrand64() uint64 { return random() }

//go:linkname maphash_fastrand hash/maphash.runtime_fastrand
func maphash_fastrand() uint32 { return uint32(random()) }

//go:linkname loadAcquintptr runtime/internal/atomic.LoadAcquintptr
func loadAcquintptr(p *uintptr) uintptr { return *p }

//go:linkname storeReluintptr runtime/internal/atomic.StoreReluintptr
func storeReluintptr(p *uintptr, v uintptr) uintptr {
	*p = v
	return 0
}
