package runtime

import "unsafe"

// What package os/signal links to. Its one goroutine takes the signals that it wants, and sleeps in the kernel when there is none: a
// program that waits for a signal is not in a deadlock.

const (
	sysFutex         = 202
	futexWaitPrivate = 128
)

//burrow:leaf signal_enable
func signalEnable(sig uint32)

//burrow:leaf signal_disable
func signalDisable(sig uint32)

//burrow:leaf signal_ignore
func signalIgnore(sig uint32)

//burrow:leaf signal_ignored
func signalIgnored(sig uint32) bool

//burrow:leaf signal_take
func signalTake() uint32

//burrow:leaf signal_futex
func signalFutex() *uint32

//burrow:leaf signal_is_pending
func signalIsPending() bool

// signalDelivering is 1 from the time a signal is taken until its receivers have it.
var signalDelivering uint32

//go:linkname signal_enable os/signal.signal_enable
func signal_enable(sig uint32) { signalEnable(sig) }

//go:linkname signal_disable os/signal.signal_disable
func signal_disable(sig uint32) { signalDisable(sig) }

//go:linkname signal_ignore os/signal.signal_ignore
func signal_ignore(sig uint32) { signalIgnore(sig) }

//go:linkname signal_ignored os/signal.signal_ignored
func signal_ignored(sig uint32) bool { return signalIgnored(sig) }

//go:linkname signal_recv os/signal.signal_recv
func signal_recv() uint32 {
	for {
		if sig := signalTake(); sig != 0 {
			swap32(&signalDelivering, 1)
			return sig
		}
		swap32(&signalDelivering, 0)
		args := [10]uintptr{sysFutex, uintptr(unsafe.Pointer(signalFutex())), futexWaitPrivate, 0, 0}
		syscall(&args)
	}
}

// signalWaitUntilIdle returns when all signals that have come have been delivered.
//
//go:linkname signalWaitUntilIdle os/signal.signalWaitUntilIdle
func signalWaitUntilIdle() {
	for signalIsPending() || add32(&signalDelivering, 0) != 0 {
		gosched()
	}
}
