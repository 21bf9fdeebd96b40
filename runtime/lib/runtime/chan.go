package runtime

import "unsafe"

// Channels and select. Everything that may block is C (runtime/lang/chan.c, select.c).

type hchan struct {
	qcount   int // len(c)
	dataqsiz int // cap(c)
	buf      unsafe.Pointer
	elem     *_type
	sendx    uintptr
	recvx    uintptr
	closed   uint32
	lock     uint32
	queues   [4]uintptr // of waiting receivers and senders: C memory
}

type scase struct {
	c    *hchan
	elem unsafe.Pointer
}

// What the C functions answer.
const (
	chanClosed  = 0 // receive: the channel is closed and empty
	chanDone    = 1
	chanBlocked = 2 // only where blocking was not allowed
	chanPanic   = 3 // send: the channel is closed; close: it was closed before, or nil
	chanNil     = 4
)

//burrow:park chan_send
//go:noescape
func chanSend(c *hchan, elem unsafe.Pointer, block bool) (code int)

//burrow:park chan_recv
//go:noescape
func chanRecv(c *hchan, elem unsafe.Pointer, block bool) (code int)

//burrow:system chan_close
//go:noescape
func chanClose(c *hchan) (code int)

//burrow:park select_go
//go:noescape
func selectGo(cases *scase, order *uint16, nsends, nrecvs int, block bool) (which, code int)

//burrow:park sched_park_forever
func parkForever(why uintptr)

const (
	waitSelectNoCases = 6
)

func makechan(t *chantype, size int) *hchan {
	e := t.elem
	if size < 0 || e.size > 0 && uintptr(size) > (maxAlloc-96)/e.size {
		panic(plainError("makechan: size out of range"))
	}
	c := new(hchan)
	c.dataqsiz = size
	c.elem = e
	if size > 0 && e.size > 0 {
		c.buf = newarray(e, size)
	}
	return c
}

func chansend1(c *hchan, elem unsafe.Pointer) {
	if chanSend(c, elem, true) == chanPanic {
		panic(plainError("send on closed channel"))
	}
}

func chanrecv1(c *hchan, elem unsafe.Pointer) {
	chanRecv(c, elem, true)
}

func chanrecv2(c *hchan, elem unsafe.Pointer) bool {
	return chanRecv(c, elem, true) == chanDone
}

func closechan(c *hchan) {
	switch chanClose(c) {
	case chanPanic:
		panic(plainError("close of closed channel"))
	case chanNil:
		panic(plainError("close of nil channel"))
	}
}

func selectnbsend(c *hchan, elem unsafe.Pointer) bool {
	code := chanSend(c, elem, false)
	if code == chanPanic {
		panic(plainError("send on closed channel"))
	}
	return code == chanDone
}

func selectnbrecv(elem unsafe.Pointer, c *hchan) (selected, received bool) {
	code := chanRecv(c, elem, false)
	return code != chanBlocked, code == chanDone
}

func selectgo(cases *scase, order *uint16, nsends, nrecvs int, block bool) (int, bool) {
	which, code := selectGo(cases, order, nsends, nrecvs, block)
	if code == chanPanic {
		panic(plainError("send on closed channel"))
	}
	return which, code == chanDone
}

func block() {
	parkForever(waitSelectNoCases)
}

// ---- What package reflect links to.

//go:linkname reflect_makechan reflect.makechan
func reflect_makechan(t *chantype, size int) *hchan { return makechan(t, size) }

//go:linkname reflect_chansend reflect.chansend
func reflect_chansend(c *hchan, elem unsafe.Pointer, nb bool) bool {
	if nb {
		return selectnbsend(c, elem)
	}
	chansend1(c, elem)
	return true
}

//go:linkname reflect_chanrecv reflect.chanrecv
func reflect_chanrecv(c *hchan, nb bool, elem unsafe.Pointer) (selected, received bool) {
	code := chanRecv(c, elem, !nb)
	return code != chanBlocked, code == chanDone
}

//go:linkname reflect_chanclose reflect.chanclose
func reflect_chanclose(c *hchan) { closechan(c) }

//go:linkname reflect_chanlen reflect.chanlen
func reflect_chanlen(c *hchan) int {
	if c == nil {
		return 0
	}
	return c.qcount
}

//go:linkname reflect_chancap reflect.chancap
func reflect_chancap(c *hchan) int {
	if c == nil {
		return 0
	}
	return c.dataqsiz
}

//go:linkname reflectlite_chanlen internal/reflectlite.chanlen
func reflectlite_chanlen(c *hchan) int { return reflect_chanlen(c) }

type runtimeSelect struct {
	dir uintptr // 1 send, 2 receive, 3 default
	typ *_type
	c   *hchan
	val unsafe.Pointer
}

//go:linkname reflect_rselect reflect.rselect
func reflect_rselect(cases []runtimeSelect) (int, bool) {
	if len(cases) == 0 {
		block()
	}
	sel := make([]scase, len(cases))
	orig := make([]int, len(cases))
	nsends, nrecvs, dflt := 0, 0, -1
	for i, rc := range cases {
		j := 0
		switch rc.dir {
		case 3:
			dflt = i
			continue
		case 1:
			j = nsends
			nsends++
		case 2:
			nrecvs++
			j = len(cases) - nrecvs
		}
		sel[j] = scase{rc.c, rc.val}
		orig[j] = i
	}
	if nsends+nrecvs == 0 {
		return dflt, false
	}
	// Receives were put at the end, backwards; close the gap that a default left.
	if nsends+nrecvs < len(cases) {
		copy(sel[nsends:], sel[len(cases)-nrecvs:])
		copy(orig[nsends:], orig[len(cases)-nrecvs:])
	}
	order := make([]uint16, 2*(nsends+nrecvs))
	which, received := selectgo(&sel[0], &order[0], nsends, nrecvs, dflt < 0)
	if which < 0 {
		return dflt, false
	}
	return orig[which], received
}
