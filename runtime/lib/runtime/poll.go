package runtime

import "unsafe"

// Package internal/poll's event queue, over epoll. A descriptor is added once, edge-triggered, for both directions. A goroutine that
// must wait sleeps on the semaphore of its direction; one goroutine of the runtime's own sits in epoll_wait while there are such, and
// says what has become ready. Where the last of them leaves for another reason (a deadline, Close), an event of the runtime's own
// brings the poller back, so that a deadlock is seen. The kernel knows a descriptor by its place in a table and how often that place
// has been used.

const (
	sysWrite       = 1
	sysEpollWait   = 232
	sysEpollCtl    = 233
	sysEventfd     = 290
	sysEpollCreate = 291
	epollCloexec   = 0x80000 // of an event descriptor, too
	epollAdd       = 1
	epollDelete    = 2
	epollIn        = 0x1
	epollOut       = 0x4
	epollErr       = 0x8
	epollHup       = 0x10
	epollRdhup     = 0x2000
	epollEdge      = 1 << 31
)

// What pollReset and pollWait answer; package internal/poll has the same numbers.
const (
	pollReady = iota
	pollClosing
	pollTimeout
)

// pollSide is one direction of a descriptor.
type pollSide struct {
	ready   bool
	waiting bool   // a goroutine sleeps on sema
	expired bool   // the deadline has passed
	sema    uint32
	timer   timer
	seq     uintptr // of the deadline that counts
}

type pollDesc struct {
	lock        uint32 // a semaphore
	fd          uintptr
	closing     bool
	place       uint32
	uses        uint32
	read, write pollSide
}

var polls struct {
	lock    uint32 // a semaphore, 1 once there is an epoll descriptor
	epoll   uintptr
	table   []*pollDesc
	free    []uint32 // places in table
	started bool
	waiters uint32 // directions with a goroutine that sleeps and that nobody has woken
	asleep  uint32 // the poller sleeps on wake
	wake    uint32
	polling uint32 // the poller is in epoll_wait
	event   uintptr
}

// Where the event of the runtime's own would be in the table.
const eventPlace = ^uint32(0)

// As the kernel has it, without padding.
type epollEvent [3]uint32

//burrow:leaf atomic_add32
//go:noescape
func add32(p *uint32, n uint32) uint32

//go:nosplit
func epollControl(op int, fd uintptr, e *epollEvent) (errno uintptr) {
	args := [10]uintptr{sysEpollCtl, polls.epoll, uintptr(op), fd, uintptr(unsafe.Pointer(e))}
	syscall(&args)
	KeepAlive(e)
	return args[9]
}

//go:nosplit
func epollWait(events *[64]epollEvent) int {
	args := [10]uintptr{sysEpollWait, polls.epoll, uintptr(unsafe.Pointer(events)), uintptr(len(events)), ^uintptr(0)}
	syscall(&args)
	KeepAlive(events)
	if args[9] != 0 {
		return 0 // interrupted
	}
	return int(args[7])
}

//go:linkname poll_runtime_pollServerInit internal/poll.runtime_pollServerInit
func poll_runtime_pollServerInit() {
	args := [10]uintptr{sysEpollCreate, epollCloexec}
	syscall(&args)
	if args[9] != 0 {
		throw("epoll_create1 failed")
	}
	polls.epoll = args[7]
	args = [10]uintptr{sysEventfd, 0, epollCloexec}
	syscall(&args)
	polls.event = args[7]
	if args[9] != 0 || epollControl(epollAdd, polls.event, &epollEvent{epollIn | epollEdge, eventPlace}) != 0 {
		throw("eventfd2 failed")
	}
	polls.lock = 1
}

//go:linkname poll_runtime_isPollServerDescriptor internal/poll.runtime_isPollServerDescriptor
func poll_runtime_isPollServerDescriptor(fd uintptr) bool {
	return polls.started && (fd == polls.epoll || fd == polls.event)
}

//go:linkname poll_runtime_pollOpen internal/poll.runtime_pollOpen
func poll_runtime_pollOpen(fd uintptr) (*pollDesc, int) {
	semaAcquire(&polls.lock, false)
	var d *pollDesc
	if n := len(polls.free); n > 0 {
		old := polls.table[polls.free[n-1]]
		polls.free = polls.free[:n-1]
		d = &pollDesc{place: old.place, uses: old.uses + 1}
		polls.table[d.place] = d
	} else {
		d = &pollDesc{place: uint32(len(polls.table))}
		polls.table = append(polls.table, d)
	}
	d.fd = fd
	d.lock = 1
	errno := epollControl(epollAdd, fd, &epollEvent{epollIn | epollOut | epollRdhup | epollEdge, d.place, d.uses})
	if errno != 0 {
		polls.free = append(polls.free, d.place)
		d = nil
	} else if !polls.started {
		polls.started = true
		newSystemGoroutine(poller)
	}
	semaRelease(&polls.lock, false)
	return d, int(errno)
}

//go:linkname poll_runtime_pollClose internal/poll.runtime_pollClose
func poll_runtime_pollClose(d *pollDesc) {
	epollControl(epollDelete, d.fd, &epollEvent{})
	semaAcquire(&polls.lock, false)
	polls.free = append(polls.free, d.place)
	semaRelease(&polls.lock, false)
}

func (d *pollDesc) side(mode int) *pollSide {
	if mode == 'r' {
		return &d.read
	}
	return &d.write
}

func (d *pollDesc) state(s *pollSide) int {
	if d.closing {
		return pollClosing
	}
	if s.expired {
		return pollTimeout
	}
	return pollReady
}

// wakeUp lets the goroutine that waits go on, to look at what has changed; d is locked.
func (s *pollSide) wakeUp() {
	if s.waiting {
		s.waiting = false
		pollerNotNeeded()
		semaRelease(&s.sema, false)
	}
}

//go:linkname poll_runtime_pollReset internal/poll.runtime_pollReset
func poll_runtime_pollReset(d *pollDesc, mode int) int {
	semaAcquire(&d.lock, false)
	s := d.side(mode)
	state := d.state(s)
	if state == pollReady {
		s.ready = false
	}
	semaRelease(&d.lock, false)
	return state
}

// wait sleeps until the direction is ready or, unless that does not count, closed or too late.
func (d *pollDesc) wait(s *pollSide, canceled bool) int {
	semaAcquire(&d.lock, false)
	state := pollReady
	for !s.ready {
		if state = d.state(s); state != pollReady && !canceled {
			break
		}
		state = pollReady
		s.waiting = true
		pollerNeeded()
		semaRelease(&d.lock, false)
		semaAcquire(&s.sema, false)
		semaAcquire(&d.lock, false)
	}
	if state == pollReady {
		s.ready = false
	}
	semaRelease(&d.lock, false)
	return state
}

//go:linkname poll_runtime_pollWait internal/poll.runtime_pollWait
func poll_runtime_pollWait(d *pollDesc, mode int) int { return d.wait(d.side(mode), false) }

//go:linkname poll_runtime_pollWaitCanceled internal/poll.runtime_pollWaitCanceled
func poll_runtime_pollWaitCanceled(d *pollDesc, mode int) { d.wait(d.side(mode), true) }

//go:linkname poll_runtime_pollUnblock internal/poll.runtime_pollUnblock
func poll_runtime_pollUnblock(d *pollDesc) {
	semaAcquire(&d.lock, false)
	d.closing = true
	d.setDeadline(&d.read, 0)
	d.setDeadline(&d.write, 0)
	d.read.wakeUp()
	d.write.wakeUp()
	semaRelease(&d.lock, false)
}

// setDeadline changes a direction's deadline, on the clock of nanotime: 0 none, negative: it has passed. d is locked.
func (d *pollDesc) setDeadline(s *pollSide, when int64) {
	timerStop(unsafe.Pointer(&s.timer))
	s.seq++
	s.expired = when < 0
	if s.expired {
		s.wakeUp()
	} else if when > 0 {
		// A record of its own: the old one may just be firing.
		s.timer = timer{when: when, f: deadlinePassed, arg: deadline{d, s}, seq: s.seq}
		time_startTimer(unsafe.Pointer(&s.timer))
	}
}

type deadline struct {
	d *pollDesc
	s *pollSide
}

func deadlinePassed(arg any, seq uintptr) {
	a := arg.(deadline)
	semaAcquire(&a.d.lock, false)
	if a.s.seq == seq {
		a.s.expired = true
		a.s.wakeUp()
	}
	semaRelease(&a.d.lock, false)
}

// The deadline is so many nanoseconds from now on; 0: none, negative: it has passed.
//
//go:linkname poll_runtime_pollSetDeadline internal/poll.runtime_pollSetDeadline
func poll_runtime_pollSetDeadline(d *pollDesc, after int64, mode int) {
	when := after
	if after > 0 {
		if when += nanotime(); when < 0 {
			when = 1<<63 - 1
		}
	}
	semaAcquire(&d.lock, false)
	if !d.closing {
		if mode != 'w' {
			d.setDeadline(&d.read, when)
		}
		if mode != 'r' {
			d.setDeadline(&d.write, when)
		}
	}
	semaRelease(&d.lock, false)
}

// pollerNeeded: one more goroutine sleeps. The count goes up before the look at the poller, which says that it sleeps before it looks
// at the count.
func pollerNeeded() {
	add32(&polls.waiters, 1)
	if swap32(&polls.asleep, 0) != 0 {
		semaRelease(&polls.wake, false)
	}
}

// pollerNotNeeded: one goroutine less. As above, the other way round: the poller says that it polls before it looks at the count.
func pollerNotNeeded() {
	if add32(&polls.waiters, ^uint32(0)) == 0 && swap32(&polls.polling, 0) != 0 {
		one := uint64(1)
		args := [10]uintptr{sysWrite, polls.event, uintptr(unsafe.Pointer(&one)), 8}
		syscall(&args)
		KeepAlive(&one)
	}
}

func poller() {
	events := new([64]epollEvent)
	for {
		for swap32(&polls.asleep, 1); add32(&polls.waiters, 0) == 0; swap32(&polls.asleep, 1) {
			semaAcquire(&polls.wake, false)
		}
		swap32(&polls.asleep, 0)
		swap32(&polls.polling, 1)
		n := 0
		if add32(&polls.waiters, 0) != 0 {
			n = epollWait(events)
		}
		swap32(&polls.polling, 0)
		for i := 0; i < n; i++ {
			pollEvent(&events[i])
		}
	}
}

func pollEvent(e *epollEvent) {
	if e[1] == eventPlace {
		return
	}
	semaAcquire(&polls.lock, false)
	d := polls.table[e[1]]
	semaRelease(&polls.lock, false)
	if d.uses != e[2] {
		return
	}
	semaAcquire(&d.lock, false)
	if e[0]&(epollIn|epollRdhup|epollHup|epollErr) != 0 {
		d.read.ready = true
		d.read.wakeUp()
	}
	if e[0]&(epollOut|epollHup|epollErr) != 0 {
		d.write.ready = true
		d.write.wakeUp()
	}
	semaRelease(&d.lock, false)
}
