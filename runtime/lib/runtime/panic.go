package runtime

import "unsafe"

// Deferred calls, panics, recovery and Goexit.
//
// Each goroutine has a list of deferred calls, innermost first. A record belongs to the frame whose stack pointer it holds.
// A function with defers ends with deferreturn, which runs the records of its frame. A panic runs records of any frame,
// one after the other; when a deferred call recovers, the frame that deferred it is resumed at its defer-return point.
// A panic raised while another runs a deferred call passes by that record ("started") and the older panic is aborted.

// The beginnings of the following three are known to C (struct G, Defer, Panic in runtime.h).
type g struct {
	stackLo, stackHi uintptr
	stackguard       uintptr
	_panic           *_panic
	_defer           *_defer
	_                [20]uintptr
	sig, sigcode     uint32
	sigaddr, sigpc   uintptr
}

type _defer struct {
	link    *_defer
	fn      func()
	sp      uintptr // of the frame that it belongs to
	panic   *_panic // the panic that runs it
	started bool
}

type _panic struct {
	link      *_panic // the older panic
	argp      uintptr // frame address that recover must be called from
	arg       any
	recovered bool
	aborted   bool
	goexit    bool // not a panic: runtime.Goexit
}

//burrow:leaf rt_g
func getg() *g

// ownSP is the frame address of the function that calls it: its caller's stack pointer.
//
//burrow:leaf rt_own_sp
func ownSP() uintptr

// calleeSP is the frame address of the functions that its caller calls.
//
//burrow:leaf rt_callers_sp
func calleeSP() uintptr

// callerPC is the return address of the function that calls it.
//
//burrow:leaf rt_caller_pc
func callerPC() uintptr

//burrow:system panic_recover
func panicRecover(sp uintptr)

//burrow:system sched_newproc
func schedNewproc(fn func())

//burrow:park sched_goexit
func schedGoexit()

//burrow:system os_begin_panic
func beginPanic()

//burrow:system os_fatal_panic
func fatalTraceback()

//burrow:system os_fatal_error
func fatal(s string)

// neverruns is what is made of each function that never runs, by the analysis of the whole program.
func neverruns() {
	throw("a function runs that the analysis of the whole program has left out")
}

// othertype is called in such a program where an interface has a value of a type that the analysis has ruled out.
func othertype() {
	throw("an interface has a value that the analysis of the whole program has left out")
}

// throw ends the program because of a fault of the runtime's own, or one that cannot be recovered from.
func throw(s string) {
	fatal(s)
}

func newproc(fn func()) {
	if fn == nil {
		fatal("go of nil func value")
	}
	schedNewproc(fn)
}

func deferproc(fn func()) {
	g := getg()
	d := new(_defer)
	d.fn = fn
	d.sp = ownSP()
	d.link = g._defer
	g._defer = d
}

// deferprocStack queues a record in the caller's frame; fn is set.
func deferprocStack(d *_defer) {
	g := getg()
	d.sp = ownSP()
	d.panic = nil
	d.started = false
	d.link = g._defer
	g._defer = d
}

func deferreturn() {
	g := getg()
	for {
		d := g._defer
		if d == nil || d.sp != ownSP() {
			return
		}
		fn := d.fn
		d.fn = nil
		g._defer = d.link
		fn()
	}
}

// skipStarted drops the innermost record, whose call an older panic or Goexit began and a newer one interrupted.
func skipStarted(g *g, d *_defer) {
	if d.panic != nil {
		d.panic.aborted = true
		d.panic = nil
	}
	d.fn = nil
	g._defer = d.link
}

func gopanic(e any) {
	g := getg()
	p := new(_panic)
	p.arg = e
	p.link = g._panic
	g._panic = p
	for {
		d := g._defer
		if d == nil {
			break
		}
		if d.started {
			skipStarted(g, d)
			continue
		}
		d.started = true
		d.panic = p
		p.argp = calleeSP()
		d.fn()
		p.argp = 0
		exits := false
		if p.recovered {
			g._panic = p.link
			exits = dropAborted(g)
		}
		// No safepoint from here on: the stack would move, and sp, which is no record's any more, would not go along.
		d = g._defer
		sp := d.sp
		d.panic = nil
		d.fn = nil
		g._defer = d.link
		if !p.recovered {
			continue
		}
		if exits {
			Goexit()
		}
		panicRecover(sp)
	}
	die(g)
}

// dropAborted takes the panics that were passed by off the list; it answers whether a Goexit was among them, which then
// goes on in spite of the recovery.
func dropAborted(g *g) bool {
	exits := false
	for g._panic != nil && g._panic.aborted {
		if g._panic.goexit {
			exits = true
		}
		g._panic = g._panic.link
	}
	if g._panic == nil {
		g.sig = 0
	}
	return exits
}

func gorecover(argp uintptr) any {
	p := getg()._panic
	if p != nil && !p.goexit && !p.recovered && argp == p.argp {
		p.recovered = true
		return p.arg
	}
	return nil
}

// gorecoverDeferred is what `defer recover()` runs: depth is the distance of the deferring function's frame address from the
// end of the stack, which stays when the stack moves.
func gorecoverDeferred(depth uintptr) any {
	return gorecover(getg().stackHi - depth)
}

// Goexit terminates the goroutine that calls it. No other goroutine is affected. Goexit runs all deferred calls before
// terminating the goroutine.
func Goexit() {
	g := getg()
	p := new(_panic)
	p.goexit = true
	p.link = g._panic
	g._panic = p
	for {
		d := g._defer
		if d == nil {
			break
		}
		if d.started {
			skipStarted(g, d)
			continue
		}
		d.started = true
		d.panic = p
		p.argp = calleeSP()
		d.fn()
		p.argp = 0
		d = g._defer
		d.panic = nil
		d.fn = nil
		g._defer = d.link
	}
	g._panic = nil
	schedGoexit()
}

// sigpanic is where a fault in Go code continues.
func sigpanic() {
	g := getg()
	switch g.sig {
	case 8: // SIGFPE
		if g.sigcode == 1 {
			panicdivide()
		}
		if g.sigcode == 2 {
			panicoverflow()
		}
		panic(floatError)
	case 7, 11: // SIGBUS, SIGSEGV
		if g.sigaddr < 4096 {
			panicmem()
		}
		if faultPanics {
			panic(errorAddressString{"invalid memory address or nil pointer dereference", g.sigaddr})
		}
		printlock()
		printstring("unexpected fault address ")
		printhex(uint64(g.sigaddr))
		printnl()
		printunlock()
		throw("fault")
	}
	throw("unexpected signal")
}

var faultPanics bool

// ---- The end of a program.

type stringer interface {
	String() string
}

// die reports the panics and ends the program.
func die(g *g) {
	for p := g._panic; p != nil; p = p.link {
		p.arg = printable(p.arg)
	}
	printlock() // it may let others run, which nothing below does
	beginPanic()
	printpanics(g._panic)
	if g.sig != 0 {
		printsignal(g)
	}
	printunlock()
	fatalTraceback()
}

// printable turns errors and Stringers into what they say.
func printable(v any) (r any) {
	switch v := v.(type) {
	case error:
		return message(v.Error())
	case stringer:
		return message(v.String())
	}
	return v
}

// A message is the text of a panic value that described itself.
type message string

func printpanics(p *_panic) {
	if p.link != nil {
		printpanics(p.link)
		if !p.link.goexit {
			printstring("\t")
		}
	}
	if p.goexit {
		return
	}
	printstring("panic: ")
	printpanicval(p.arg)
	if p.recovered {
		printstring(" [recovered]")
	}
	printnl()
}

func printsignal(g *g) {
	name := "SIGSEGV: segmentation violation"
	switch g.sig {
	case 7:
		name = "SIGBUS: bus error"
	case 8:
		name = "SIGFPE: floating-point exception"
	}
	printstring("[signal ")
	printstring(name)
	printstring(" code=")
	printhex(uint64(g.sigcode))
	printstring(" addr=")
	printhex(uint64(g.sigaddr))
	printstring(" pc=")
	printhex(uint64(g.sigpc))
	printstring("]\n")
}

func printpanicval(v any) {
	e := efaceOf(&v)
	t, p := e.typ, e.data
	if t == nil {
		printstring("nil")
		return
	}
	switch v := v.(type) {
	case message:
		printstring(string(v))
		return
	case string:
		printstring(v)
		return
	}
	kind := t.kind & kindMask
	if kind < kindBool || kind > kindComplex128 && kind != kindString {
		printstring("(")
		printstring(t.string())
		printstring(") ")
		printpointer(p)
		return
	}
	named := t.string() != kindNames[kind]
	if named {
		printstring(t.string())
		if kind == kindString {
			printstring(`("`)
		} else {
			printstring("(")
		}
	}
	printbasic(kind, p)
	if named {
		if kind == kindString {
			printstring(`"`)
		}
		printstring(")")
	}
}

var kindNames = [...]string{"", "bool", "int", "int8", "int16", "int32", "int64", "uint", "uint8", "uint16", "uint32",
	"uint64", "uintptr", "float32", "float64", "complex64", "complex128", kindString: "string"}

func printbasic(kind uint8, p unsafe.Pointer) {
	switch kind {
	case kindBool:
		printbool(*(*bool)(p))
	case kindInt, kindInt64:
		printint(*(*int64)(p))
	case kindInt8:
		printint(int64(*(*int8)(p)))
	case kindInt16:
		printint(int64(*(*int16)(p)))
	case kindInt32:
		printint(int64(*(*int32)(p)))
	case kindUint, kindUint64, kindUintptr:
		printuint(*(*uint64)(p))
	case kindUint8:
		printuint(uint64(*(*uint8)(p)))
	case kindUint16:
		printuint(uint64(*(*uint16)(p)))
	case kindUint32:
		printuint(uint64(*(*uint32)(p)))
	case kindFloat32:
		printfloat(float64(*(*float32)(p)))
	case kindFloat64:
		printfloat(*(*float64)(p))
	case kindComplex64:
		printcomplex(complex128(*(*complex64)(p)))
	case kindComplex128:
		printcomplex(*(*complex128)(p))
	case kindString:
		printstring(*(*string)(p))
	}
}
