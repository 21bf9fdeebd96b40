/*
 * The runtime's own header: what its C parts (sched, mem, os, lang) and the assembly give each
 * other.
 *
 * A goroutine (G) runs on a thread (M) that holds a processor (P). Go code has g in R14; C code
 * finds its M through thread-local storage (fs:0) and everything else from there. C runs in one of
 * three ways (docs/contracts.md, section 5): a `leaf` on the goroutine's own stack, within 512
 * bytes; a `system` or `park` function on M's stack. A park function may queue its goroutine
 * somewhere, call sched_park and return: the thread then runs another goroutine, and no C frame
 * stays behind. Whoever makes the goroutine ready leaves the two result words in g->result.
 *
 * Invariants (docs/runtime.md has all of them):
 * - A goroutine that is not running stands at a safepoint of Go code: g->pc, g->sp, g->bp describe
 *   it, and its frames have maps. Pointers outside its frames that the collector must see are
 *   exactly the fields marked (root).
 * - Pointers into a goroutine's stack from outside it are exactly: Sudog.elem on g->waiting, the
 *   chains g->panic and g->defer, g->sp, g->bp, g->result where result_pointers says so. Stack
 *   copying adjusts these and nothing else.
 * - C writes pointers into the heap only with heap_store, typed_move and typed_clear.
 * - The collector runs only when every P is stopped; C code that holds a P is never interrupted by
 *   it.
 */
#ifndef BURROW_RUNTIME_H
#define BURROW_RUNTIME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "atomic.h"

typedef intptr_t Int; /* Go's int */
typedef struct G G;
typedef struct M M;
typedef struct P P;
typedef struct Sudog Sudog;
typedef struct Defer Defer;
typedef struct Panic Panic;
typedef struct Timer Timer;
typedef struct Span Span;
typedef struct Type Type; /* type.h: Go 1.19's layout */
typedef struct Hchan Hchan;
typedef struct FuncMap FuncMap;

/* Mutual exclusion between threads; short critical sections only. Sleeps on a futex after spinning.
 * */
typedef struct Lock {
	uint32_t state; /* 0 free, 1 held, 2 held and somebody sleeps */
} Lock;

/* An event that one thread waits for and another announces, once; the sleep takes it back. A wake
 * that comes before the sleep is kept. */
typedef struct Note {
	uint32_t signaled;
} Note;

/* ---- Goroutines ------------------------------------------------------------------------------ */

typedef enum GStatus {
	G_IDLE,     /* fresh or dead memory, on no list but the free list */
	G_RUNNABLE, /* on a run queue */
	G_RUNNING,  /* m runs it */
	G_STOPPED,  /* at a safepoint, while the world is stopped: m will go on with it */
	G_SYSCALL,  /* in a blocking system call: its M may have lost its P */
	G_WAITING,  /* parked; somebody will call sched_ready */
	G_DEAD,     /* finished; may be used again */
} GStatus;

/* How a stopped goroutine goes on. */
typedef enum GStop {
	STOP_CALL, /* at pc with result[0] in rax and result[1] in rdx (and rbx unspecified) */
	/* in a prologue: frame not yet pushed; result[1] is the closure context (rdx) */
	STOP_ENTRY,
	STOP_POLL, /* in a loop: all registers lie below sp (PollRegs) */
} GStop;

/* Why a goroutine waits: the words in tracebacks. */
/* clang-format off */
#define WAIT_REASONS(X) \
	X(WAIT_NONE, "") \
	X(WAIT_CHAN_RECEIVE, "chan receive") \
	X(WAIT_CHAN_SEND, "chan send") \
	X(WAIT_CHAN_RECEIVE_NIL, "chan receive (nil chan)") \
	X(WAIT_CHAN_SEND_NIL, "chan send (nil chan)") \
	X(WAIT_SELECT, "select") \
	X(WAIT_SELECT_NO_CASES, "select (no cases)") \
	X(WAIT_SLEEP, "sleep") \
	X(WAIT_SEMACQUIRE, "semacquire") \
	X(WAIT_COND, "sync.Cond.Wait") \
	X(WAIT_IO, "IO wait") \
	X(WAIT_FINALIZER, "finalizer wait") \
	X(WAIT_TIMER, "timer goroutine (idle)") \
	X(WAIT_SIGNAL, "signal goroutine (idle)") \
	X(WAIT_GC, "garbage collection") \
	X(WAIT_PREEMPTED, "preempted") \
	X(WAIT_LOCKED, "waiting for its thread")
/* clang-format on */

typedef enum WaitReason {
#define X(name, text) name,
	WAIT_REASONS(X)
#undef X
} WaitReason;

/* The first fields are known to compiled code (docs/contracts.md, section 5) and to amd64/g.inc. */
struct G {
	uintptr_t stack_lo; /*  0: lowest byte */
	uintptr_t stack_hi; /*  8: one past the highest byte */
	/* 16: stack_lo + STACK_GUARD, or STACK_POISON to make the next check call the runtime;
	 * atomic: other threads poison it */
	uintptr_t stackguard;
	Panic *panic; /* 24: (root) innermost panic */
	Defer *defer; /* 32: (root) innermost deferred call */
	M *m;         /* 40: the thread that runs it, or NULL */

	uintptr_t pc, sp, bp;    /* 48 56 64: where it stands while it does not run */
	uintptr_t result[2];     /* 72 80: what rax and rdx will hold when it goes on */
	uint8_t result_pointers; /* 88: bit i: result[i] is a pointer (root) */
	uint8_t stop;            /* 89: GStop */
	uint8_t status;          /* 90: GStatus; atomic */
	uint8_t wait_reason;     /* 91: WaitReason */
	uint8_t preempt;         /* 92: give the processor up at the next safepoint; atomic */
	uint8_t is_system;       /* 93: the runtime's own: not counted, hidden in tracebacks */
	uint8_t select_done;     /* 94: for select: a case has won; set by compare-and-swap */
	uint8_t may_block;       /* 95: its next raw system call may block (amd64/syscall.asm) */
	void (*on_resume)(G *g); /* 96: called once on M's stack before it runs again, or NULL */
	uintptr_t syscall_sp;    /* 104 */
	double fresult;          /* 112: xmm0 when it goes on after a system call of the runtime */

	uint64_t id;    /* as tracebacks print it */
	G *next;        /* in a run queue, a wait list or the free list */
	Sudog *waiting; /* the places it waits in (select: all cases, in lock order) */
	/* from the waker to on_resume: channels: the Sudog that won, or NULL when closed */
	void *param;
	uint64_t wait_since;   /* nanotime when it parked, 0: not noted */
	Timer *timer;          /* its own timer for sleeping, allocated at first use */
	M *locked_m;           /* LockOSThread: the only thread that may run it */
	uintptr_t start_fn;    /* code address of its function, for tracebacks */
	uintptr_t created_pc;  /* the go statement, for "created by" */
	uint64_t lock_depth;   /* LockOSThread nesting */
	uint32_t sig, sigcode; /* of a fault that became a call of runtime.sigpanic */
	uintptr_t sigaddr, sigpc;
	void *labels; /* (root) of profiles; goroutines that it starts have them, too */
};

/* A goroutine's place in a wait queue (channels, select, semaphores). C memory; sudog_new and
 * sudog_free. */
struct Sudog {
	G *g;
	Sudog *next, *prev; /* in the queue */
	/* what to send or where to receive; may point into g's stack: moved with it */
	void *elem;
	Sudog *waitlink;      /* next on g->waiting */
	Sudog *parent, *tail; /* semaphores: tree and list links */
	/* the channel; the object is kept alive by the arguments of the park call */
	Hchan *c;
	uint64_t ticket;
	bool is_select; /* the waker must win g->select_done first */
	bool success;   /* woken by a partner, not by close */
};

/* Deferred call and panic records are Go objects (package runtime, types _defer and _panic) that
 * begin with these fields. They may lie on the stack; sp is the caller's rsp, which is also the CFA
 * of the functions that it calls. */
struct Defer {
	Defer *link;
	void *fn; /* closure without parameters */
	/* rsp of the frame that deferred it (CFA seen by deferproc): adjusted when the stack moves
	 * */
	uintptr_t sp;
};

struct Panic {
	Panic *link;
	uintptr_t argp; /* CFA of the deferred call in progress: adjusted when the stack moves */
};

/* Registers of a goroutine stopped at a loop poll, just below its sp. */
typedef struct PollRegs {
	double xmm[30]; /* 15 registers of 16 bytes; xmm15 is zero */
	uint64_t flags;
	uint64_t gpr[16]; /* by hardware number; rsp and r14 unused */
	uintptr_t pc;     /* return address, at sp - 8 */
} PollRegs;

enum {
	STACK_MIN = 2048,
	/* bytes below stackguard: leaf C functions, frames without a check, rt_poll */
	STACK_GUARD = 928,
};
#define STACK_POISON ((uintptr_t)-1314)
#define STACK_MAX    ((uintptr_t)1000000000) /* unless debug.SetMaxStack says otherwise */

/* ---- Threads --------------------------------------------------------------------------------- */

struct M {
	M *self;             /*  0: fs:0 */
	uintptr_t m_sp;      /*  8: top of M's own stack: where rt_system and rt_park switch to */
	G *curg;             /* 16: the goroutine it runs, or NULL */
	uint32_t parked;     /* 24: set by sched_park: the park call must not return */
	uint32_t locks;      /* 28: its goroutine is pinned: no preemption, no stop while > 0 */
	P *p;                /* 32: the processor it holds, or NULL */
	struct Cache *cache; /* 40: p's memory cache, or NULL */
	P *next_p;           /* handed over by whoever woke it */
	P *old_p;            /* held before a system call */
	Note park;           /* sleeps here when there is nothing to do */
	M *next;             /* on the idle list */
	uint64_t random;
	bool spinning;      /* looks for work; counted in sched.spinning */
	G *locked_g;        /* LockOSThread: the only goroutine it may run */
	void (*body)(void); /* of a thread of the runtime's own, else NULL: it runs goroutines */
	uint32_t id;
	uint32_t dying; /* it prints a fatal error */
};

static inline M *this_m(void)
{
	M *m;
	__asm__("movq %%fs:0, %0" : "=r"(m));
	return m;
}

static inline G *this_g(void)
{
	return this_m()->curg;
}

/* ---- Scheduler (sched/) ---------------------------------------------------------------------- */

/* Marks the current goroutine waiting; to be called by a park function while it holds the lock that
 * protects the queue it has put the goroutine in, as the last thing but unlocking. After the unlock
 * neither g nor its stack may be touched. */
void sched_park(G *g, WaitReason why);

/* Makes a waiting goroutine runnable, next on this P. Its g->result must be set. Any thread that
 * holds a P. */
void sched_ready(G *g);

/* Makes a goroutine that runs `fn` (closure without parameters), next on this P. Park-class entry
 * for package runtime. */
void sched_newproc(void *fn); /* system */
/* park: ends the current goroutine; deferred calls have been run */
void sched_goexit(void);
void sched_gosched(void);      /* park */
void sched_sleep(int64_t ns);  /* park */
Int sched_gomaxprocs(Int n);   /* park: n < 1: only asks; -1: call again */
Int sched_num_goroutine(void); /* leaf */
void sched_lock_thread(void), sched_unlock_thread(void); /* leaf */
void sched_newproc_system(void *fn);                     /* system: one of the runtime's own */
bool sched_can_spin(Int i);                              /* leaf */
Int sched_procs(void);                                   /* how many processors there are */
void sched_init_done(void); /* system: the packages are initialised, or never will be */
uint64_t sched_goid(void);  /* leaf */
int sched_ncpu(void);       /* leaf */
/* leaf: no preemption until sched_unpin; the P's number, from 0 */
Int sched_pin(void);
void sched_unpin(void);              /* leaf */
void sched_set_labels(void *labels); /* leaf */
void *sched_labels(void);            /* leaf */
/* park: WaitReason; for select {} and nil channels */
void sched_park_forever(uintptr_t why);

/* A blocking system call: the P may be taken away meanwhile. `args` has nr and six arguments, then
 * r1, r2, errno. */
void sched_syscall(uintptr_t args[10]);    /* park */
void sched_rawsyscall(uintptr_t args[10]); /* leaf */

/* Semaphores for package sync. lifo: to the head of the line. Both park. */
void sema_acquire(uint32_t *addr, bool lifo);
void sema_release(uint32_t *addr, bool handoff);
/* sync.Cond's list: {wait u32, notify u32, lock uintptr, head, tail pointers} as package sync
 * declares it. */
uint32_t notify_list_add(void *list);          /* leaf */
void notify_list_wait(void *list, uint32_t t); /* park */
void notify_list_notify_all(void *list);       /* system */
void notify_list_notify_one(void *list);       /* system */

Sudog *sudog_new(void); /* zeroed; from a cache of the P */
void sudog_free(Sudog *s);

/* Timers. The layout is package time's runtimeTimer. A timer whose f is not NULL is run by package
 * runtime's timer goroutine, which loops: while timer_fetch(&t) { t.f(t.arg, t.seq) };
 * timer_wait(). */
struct Timer {
	P *p;           /* whose heap it is in, NULL: none */
	int64_t when;   /* nanotime */
	int64_t period; /* 0: once */
	void *f;        /* closure func(arg any, seq uintptr), or NULL: wake goroutine arg[0] */
	void *arg[2];   /* interface */
	uintptr_t seq;
	int64_t index; /* place in the heap */
	uint32_t status;
};
typedef struct FiredTimer {
	void *f;
	void *arg[2];
	uintptr_t seq;
} FiredTimer;
void timer_start(Timer *t);               /* system */
bool timer_stop(Timer *t);                /* system: true when it was pending */
bool timer_reset(Timer *t, int64_t when); /* system: true when it was pending */
bool timer_fetch(FiredTimer *out);        /* system */
void timer_wait(void);                    /* park: until a timer has fired */
/* What timers hold on to; the world is stopped. */
void timers_visit(void (*visit)(void *context, void *p), void *context);

/* Stops every other P at a safepoint; for park functions, which hold a P and no locks. false:
 * another thread is stopping it: the function must return to Go, where its goroutine stops too, and
 * may then be called again. */
bool sched_stop_world(void);
void sched_start_world(void);
/* As far as possible, for the last words of a program: the others are stopped for good. */
void sched_freeze(void);

/* All goroutines that ever were, in the order they were made. */
uintptr_t sched_g_count(void);
G *sched_g_at(uintptr_t i);
/* Writes g->stackguard; to be used for every change of a stack's place. A request to stop that
 * comes at the same time is not lost. */
void sched_set_guard(G *g);
/* first thread: sets everything up and runs the program */
_Noreturn void sched_start(void);

/* ---- Memory (mem/) --------------------------------------------------------------------------- */

enum {
	MEM_NOZERO = 1, /* the caller overwrites all of it at once; ignored when it has pointers */
};

/* `size` bytes, zeroed; `type` tells where the pointers are (its layout repeats over size: arrays),
 * NULL: none anywhere. size 0 gives the address of a fixed word. Never NULL: out of memory is
 * fatal. For system and park functions. */
void *mem_alloc(uintptr_t size, const Type *type, uint32_t flags);
/* The same as a leaf: NULL when it needs more than the P's cache has; then call mem_alloc as a
 * system function. */
void *mem_alloc_fast(uintptr_t size, const Type *type, uint32_t flags);
/* The size that an allocation of `size` bytes really takes: growslice's capacities. */
uintptr_t mem_round_size(uintptr_t size); /* leaf */

/* Memory that is never freed and never scanned: the runtime's own structures. Zeroed, 16-byte
 * aligned. */
void *mem_persistent(uintptr_t size);

/* *(void **)dst = value, with barrier; leaf */
void heap_store(void *dst, void *value);
/* copy one value, may overlap; leaf */
void typed_move(const Type *t, void *dst, const void *src);
/* copy an array; leaf */
void typed_move_n(const Type *t, void *dst, const void *src, uintptr_t bytes);
void typed_clear(const Type *t, void *p);                    /* leaf */
void typed_clear_n(const Type *t, void *p, uintptr_t bytes); /* leaf */

bool mem_is_heap(const void *p); /* inside the heap's address range */
/* The object that p points into: its base and size; false when p points into no live heap object.
 * */
bool mem_find_object(const void *p, uintptr_t *base, uintptr_t *size);

/* park: runtime.GC; false: call again */
bool mem_gc(void);
/* leaf: the limit of a goroutine's stack; answers the old one */
uintptr_t stack_set_max(uintptr_t bytes);
int64_t mem_set_gc_percent(int64_t percent); /* system: debug.SetGCPercent; -1: off */
/* Finalizers: package runtime checks the types. fn NULL removes. false: obj is not the start of an
 * object. `arg_type` is the type that fn's parameter needs when that is an interface, else NULL. */
/* system */
bool mem_set_finalizer(void *obj, void *fn, void *arg_type, const Type *obj_type,
		       uintptr_t result_bytes);
typedef struct Finalizer {
	void *obj, *fn;
	const void *arg_type, *obj_type;
	uintptr_t result_bytes;
} Finalizer;
bool mem_fetch_finalizer(Finalizer *out); /* system */
void mem_wait_finalizer(void);            /* park */
bool mem_finalizers_busy(void);           /* leaf */

/* The numbers behind runtime.MemStats, in its order. */
typedef struct MemStats {
	uint64_t alloc, total_alloc, sys, mallocs, frees;
	uint64_t heap_alloc, heap_sys, heap_idle, heap_inuse, heap_released, heap_objects;
	uint64_t stack_inuse, stack_sys, gc_sys, other_sys;
	uint64_t next_gc, last_gc, pause_total_ns, num_gc, num_forced_gc;
} MemStats;
bool mem_read_stats(MemStats *out); /* park: stops the world; false: call again */

/* compiled code calls rt_wb before pointer stores while it is not 0 */
extern uint32_t rt_wb_enabled;

/* ---- Operating system (os/) ------------------------------------------------------------------ */

/* Ends the program: "fatal error: TEXT", tracebacks, exit status 2. Any C code. */
_Noreturn void rt_throw(const char *text);
_Noreturn void os_exit(int status);
/* An uncaught panic whose message package runtime has printed: traceback of the goroutine (and of
 * all where GOTRACEBACK says so), exit status 2. */
_Noreturn void os_fatal_panic(void); /* system */
/* Before that message: of several panicking threads the first goes on, the others stay here. */
void os_begin_panic(void); /* system */
/* rt_throw for leaf functions that the goroutine called directly. */
_Noreturn void rt_leaf_throw(const char *text);
/* `fatal error: ` for package runtime (concurrent map writes and the like). */
_Noreturn void os_fatal_error(const char *text, Int length); /* system */

int os_create(const char *name);            /* for writing; negative: an error number */
Int os_write(int fd, const void *p, Int n); /* leaf; all of it; EAGAIN and EINTR are retried */
int64_t os_nanotime(void);                  /* system (vDSO): monotonic nanoseconds */
int64_t os_walltime(int64_t *nsec);         /* system: seconds since 1970 and nanoseconds */
uint64_t os_random(void);                   /* leaf: fast, per thread, not for secrets */
const char *os_getenv(const char *name);    /* leaf: value or NULL */
extern Int os_argc;
extern char **os_argv, **os_envp;

/* Printing to standard error without allocation, for C. The lock nests. */
void print_lock(void), print_unlock(void);
void print_string(const char *s);
void print_bytes(const void *p, Int n);
void print_int(int64_t v);
void print_uint(uint64_t v);
void print_hex(uint64_t v);

/* ---- Function maps and tracebacks (os/symbols.c, os/traceback.c) ----------------------------- */

const FuncMap *func_find(uintptr_t pc); /* NULL: not Go code */

/* A walk over the frames of a goroutine that stands at a safepoint, innermost first:
 * 	for (bool more = frame_begin(&f, g); more; more = frame_next(&f)) ...
 * `pc` is a return address in the frame's function (or where it stopped), `sp` the lowest address
 * of its frame. */
typedef struct StackFrame {
	const FuncMap *map;
	uintptr_t pc, sp, bp, cfa;
	bool at_entry; /* no frame yet: locals are none, bp is the caller's */
} StackFrame;
bool frame_begin(StackFrame *f, const G *g);
bool frame_next(StackFrame *f);                  /* false: the last one has been seen */
void signal_init(void);                          /* handlers; once, by the first thread */
void signal_stack(void *lowest, uintptr_t size); /* this thread's stack for them */
/* runtime.Callers: fills `pcs` with up to n return addresses of the current goroutine, innermost
 * first, after `skip` frames (0: the caller of the system function). Frames that inlining removed
 * are not separate here. */
Int traceback_callers(Int skip, uintptr_t *pcs, Int n); /* system */
/* runtime.Stack: the traceback's text, cut off at n bytes; answers its length. */
/* park: -1: call again */
Int traceback_text(char *buf, Int n, bool all);
/* The callers of all goroutines that are not the runtime's own, as many as there is room for.
 * Answers how many there are. */
enum { PROFILE_DEPTH = 32 };
typedef struct StackRecord {
	uintptr_t pcs[PROFILE_DEPTH];
} StackRecord;
/* park: -1: call again; `labels` (of the same length) may be NULL */
Int traceback_profile(StackRecord *out, void **labels, Int room);
/* leaf: as GOTRACEBACK (0 none ... 3), when that says less */
void traceback_set_level(Int level);
/* One logical frame at pc: `inlined` counts outward from 0, the innermost. Returns 0 past the last.
 * */
typedef struct FrameInfo {
	const char *function, *file;
	Int line;
	uintptr_t entry;
	bool inlined;      /* into the function around it */
	bool no_arguments; /* it has none, as far as the maps say */
} FrameInfo;
bool traceback_frame(uintptr_t pc, Int inlined, FrameInfo *out); /* leaf */
/* After a recovery: the current goroutine goes on at the defer-return point of the frame whose rsp
 * is sp. Does not return to its caller. */
void panic_recover(uintptr_t sp); /* system */

/* ---- Locks ----------------------------------------------------------------------------------- */

void lock_acquire(Lock *l);
void lock_release(Lock *l);
void note_sleep(Note *n);
bool note_sleep_for(Note *n, int64_t ns); /* false: timed out */
void note_wake(Note *n);
/* Sleeps while *word is `value`, until woken; may return for no reason. ns < 0: for ever. */
void futex_sleep(uint32_t *word, uint32_t value, int64_t ns);
void futex_wake(uint32_t *word, uint32_t n);

/* ---- Counted allocations (mem/allocs.c) */

void allocs_init(void);   /* sets modes.allocs when the program was built with -allocs */
void allocs_report(void); /* at the end of the program: writes the table, once */

/* ---- Modes that find bugs, from BURROWDEBUG -------------------------------------------------- */

typedef struct Modes {
	/* collect at every allocation that leaves the fast path; 2: switch the fast path off */
	uint32_t gcstress;
	/* move the stack at every call of rt_morestack; poison guards so that each call does */
	uint32_t stackmove;
	uint32_t poison;  /* fill freed memory and dead stacks with 0xdb */
	uint32_t wbcheck; /* barrier always on; each is checked */
	/* not 0: random scheduling decisions from this seed, and random delays between threads */
	uint64_t schedseed;
	uint32_t gctrace, schedtrace; /* GODEBUG */
	uint32_t allocs;              /* built with -allocs: every allocation is counted */
} Modes;
extern Modes modes;

/* ---- Memory moves (amd64/memory.asm) --------------------------------------------------------- */

void *memmove(void *dst, const void *src, size_t n);
void *memcpy(void *dst, const void *src, size_t n);
void *memset(void *dst, int c, size_t n);
int memcmp(const void *a, const void *b, size_t n);
size_t strlen(const char *s);
void rt_memclr(void *p, uintptr_t n);                        /* leaf */
bool rt_memequal(const void *a, const void *b, uintptr_t n); /* leaf */
/* leaf: rsp of the Go frame that calls it: the CFA of the functions that it calls */
uintptr_t rt_callers_sp(void);

/* How many bits are set (the compiler's own would need a library). */
static inline uint32_t bit_count(uint64_t v)
{
	v -= v >> 1 & 0x5555555555555555;
	v = (v & 0x3333333333333333) + (v >> 2 & 0x3333333333333333);
	return (uint32_t)(((v + (v >> 4)) & 0x0f0f0f0f0f0f0f0f) * 0x0101010101010101 >> 56);
}

#define likely(x)   __builtin_expect(!!(x), 1)
#define unlikely(x) __builtin_expect(!!(x), 0)

#endif
