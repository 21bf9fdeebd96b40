/*
 * The scheduler: goroutines take turns on one thread.
 *
 * A goroutine that was just made or woken runs next (`next`), before those in the queue; it pushes
 * the one that was to run next to the queue's end. A goroutine that has run for a tick of the
 * process's CPU time (10 ms) while others wait is stopped at its next safepoint and goes to the end
 * of the queue. When nothing can run, the thread sleeps until the next timer; without timers the
 * program is deadlocked.
 */
#include "sched.h"

static M the_m;
static struct {
	G *first, *last; /* the queue, linked by G.next */
	G *next;
	G **all; /* every G that ever was */
	uintptr_t count, room;
	G *dead;
	uint64_t ids;
	Int running; /* goroutines that exist, the runtime's own not counted */
	Int procs;
	bool main_gone;
	uint32_t ticks;
} sched;

extern char rt_gostart[], rt_gostart_main[];

enum {
	SYS_MMAP = 9,
	SYS_SIGACTION = 13,
	SYS_NANOSLEEP = 35,
	SYS_SETITIMER = 38,
	SYS_ARCH_PRCTL = 158,
	SYS_GETTID = 186,
	SYS_SCHED_GETAFFINITY = 204,
	ARCH_SET_FS = 0x1002,
	M_STACK = 262144,
	SIGNAL_STACK = 65536,
};

static int64_t system_call(long nr, uintptr_t a, uintptr_t b, uintptr_t c, uintptr_t d, uintptr_t e,
			   uintptr_t f)
{
	int64_t result;
	register uintptr_t r10 __asm__("r10") = d;
	register uintptr_t r8 __asm__("r8") = e;
	register uintptr_t r9 __asm__("r9") = f;
	__asm__ volatile("syscall"
			 : "=a"(result)
			 : "a"(nr), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
			 : "rcx", "r11", "memory");
	return result;
}

/* ---------------------------------------------------------------- queues */

static void enqueue(G *g)
{
	g->next = NULL;
	if (sched.last)
		sched.last->next = g;
	else
		sched.first = g;
	sched.last = g;
}

static G *dequeue(void)
{
	G *g = sched.next;
	if (g) {
		sched.next = NULL;
		return g;
	}
	g = sched.first;
	if (g) {
		sched.first = g->next;
		if (!sched.first)
			sched.last = NULL;
	}
	return g;
}

void sched_ready(G *g)
{
	g->status = G_RUNNABLE;
	if (modes.schedseed && os_random() & 1) {
		enqueue(g);
		return;
	}
	if (sched.next)
		enqueue(sched.next);
	sched.next = g;
}

void sched_park(G *g, WaitReason why)
{
	M *m = this_m();
	g->status = G_WAITING;
	g->wait_reason = (uint8_t)why;
	m->parked = 1;
	m->curg = NULL;
}

/* ---------------------------------------------------------------- running */

static _Noreturn void run(G *g)
{
	this_m()->curg = g;
	g->m = this_m();
	g->status = G_RUNNING;
	if (g->on_resume) {
		void (*f)(G *) = g->on_resume;
		g->on_resume = NULL;
		f(g);
	}
	rt_gogo(g);
}

static void sleep_until(int64_t when)
{
	int64_t ns = when - os_nanotime();
	int64_t t[2] = {ns / 1000000000, ns % 1000000000};
	if (ns > 0)
		system_call(SYS_NANOSLEEP, (uintptr_t)t, 0, 0, 0, 0, 0);
}

_Noreturn void sched_schedule(void)
{
	for (;;) {
		int64_t next = timers_run();
		G *g = dequeue();
		if (g)
			run(g);
		if (next == INT64_MAX) {
			if (sched.main_gone)
				rt_throw("no goroutines (main called runtime.Goexit) - deadlock!");
			rt_throw("all goroutines are asleep - deadlock!");
		}
		sleep_until(next);
	}
}

static void unpoison(G *g)
{
	g->stackguard = g->stack_lo + STACK_GUARD;
}

/* A goroutine has found its guard poisoned, at any kind of safepoint: it collects or lets others
 * run. */
_Noreturn void sched_checkpoint(G *g)
{
	M *m = this_m();
	unpoison(g);
	if (mem_gc_wanted())
		gc_collect();
	/* A prologue checks again after the move, so there the guard stays clean: the next call of
	 * C poisons it. */
	if (modes.stackmove && g->stop != STOP_POLL) {
		stack_move(g);
		if (g->stop != STOP_ENTRY)
			g->stackguard = STACK_POISON;
	}
	if (g->preempt && m->locks == 0) {
		g->preempt = 0;
		m->curg = NULL;
		g->status = G_RUNNABLE;
		enqueue(g);
		sched_schedule();
	}
	rt_gogo(g);
}

_Noreturn void sched_poll(G *g)
{
	sched_checkpoint(g);
}

/* The tick of CPU time. */
static void tick(int sig, const int32_t *info, uintptr_t *context)
{
	(void)sig, (void)info, (void)context;
	G *g = the_m.curg;
	if (g) {
		g->preempt = 1;
		g->stackguard = STACK_POISON;
	}
}

static void start_ticking(void)
{
	extern void os_sigreturn(void);
	enum {
		SIGVTALRM = 26,
		ITIMER_VIRTUAL = 1,
		FLAGS = 4 | 0x08000000 | 0x10000000 | 0x04000000
	};
	struct {
		void (*handler)(int, const int32_t *, uintptr_t *);
		uint64_t flags;
		void (*restorer)(void);
		uint64_t mask;
	} action = {tick, FLAGS, os_sigreturn, 0};
	int64_t interval[4] = {0, 10000, 0, 10000};
	system_call(SYS_SIGACTION, SIGVTALRM, (uintptr_t)&action, 0, 8, 0, 0);
	system_call(SYS_SETITIMER, ITIMER_VIRTUAL, (uintptr_t)interval, 0, 0, 0, 0);
}

/* ---------------------------------------------------------------- goroutines */

static G *new_g(void)
{
	G *g = sched.dead;
	if (g) {
		sched.dead = g->next;
		*g = (G){.timer = g->timer};
	} else {
		g = mem_persistent(sizeof(G));
		if (sched.count == sched.room) {
			uintptr_t room = sched.room ? 2 * sched.room : 64;
			G **all = mem_persistent(room * sizeof all[0]);
			memcpy(all, sched.all, sched.count * sizeof all[0]);
			sched.all = all;
			sched.room = room;
		}
		sched.all[sched.count++] = g;
	}
	g->id = ++sched.ids;
	return g;
}

G *sched_next_g(G *previous)
{
	uintptr_t i = 0;
	static uintptr_t last; /* where the walk is: its usual order is that of the array */
	if (previous)
		i = last < sched.count && sched.all[last] == previous ? last + 1 : sched.count;
	last = i;
	return i < sched.count ? sched.all[i] : NULL;
}

static G *start(char *entry, void *closure)
{
	G *g = new_g();
	stack_alloc(g, STACK_MIN);
	g->pc = (uintptr_t)entry;
	g->sp = g->stack_hi - 16;
	g->bp = 0;
	*(uintptr_t *)(g->sp - 8) = 0;
	g->result[1] = (uintptr_t)closure;
	g->result_pointers = 2;
	g->stop = STOP_CALL;
	sched.running++;
	return g;
}

/* The return address of the function that called package runtime's newproc. */
static uintptr_t go_statement(const G *g)
{
	StackFrame f;
	return frame_begin(&f, g) && frame_next(&f) ? f.pc : 0;
}

void sched_newproc(void *fn)
{
	G *g = start(rt_gostart, fn);
	g->start_fn = *(uintptr_t *)fn;
	g->created_pc = go_statement(this_g());
	sched_ready(g);
}

void sched_goexit(void)
{
	G *g = this_g();
	if (g->id == 1)
		sched.main_gone = true;
	if (!g->is_system)
		sched.running--;
	this_m()->parked = 1;
	this_m()->curg = NULL;
	stack_free(g);
	g->status = G_DEAD;
	g->panic = NULL;
	g->defer = NULL;
	g->next = sched.dead;
	sched.dead = g;
}

void sched_gosched(void)
{
	G *g = this_g();
	this_m()->parked = 1;
	this_m()->curg = NULL;
	g->status = G_RUNNABLE;
	enqueue(g);
}

void sched_park_forever(uintptr_t why)
{
	sched_park(this_g(), (WaitReason)why);
}

void sched_mark_system(void)
{
	this_g()->is_system = 1;
	sched.running--;
}

Int sched_num_goroutine(void)
{
	return sched.running;
}

uint64_t sched_goid(void)
{
	return this_g()->id;
}

int sched_ncpu(void)
{
	uint64_t mask[16];
	int64_t n = system_call(SYS_SCHED_GETAFFINITY, 0, sizeof mask, (uintptr_t)mask, 0, 0, 0);
	int count = 0;
	for (int64_t i = 0; i < n / 8; i++)
		count += (int)bit_count(mask[i]);
	return count ? count : 1;
}

Int sched_gomaxprocs(Int n)
{
	Int old = sched.procs;
	if (n > 0)
		sched.procs = n;
	return old;
}

Int sched_pin(void)
{
	this_m()->locks++;
	return 0;
}

void sched_unpin(void)
{
	this_m()->locks--;
}

void sched_lock_thread(void)
{
	this_g()->lock_count++;
}

void sched_unlock_thread(void)
{
	if (this_g()->lock_count)
		this_g()->lock_count--;
}

void sched_stop_world(void)
{
}
void sched_start_world(void)
{
}

void sched_syscall(uintptr_t a[10])
{
	int64_t r = system_call((long)a[0], a[1], a[2], a[3], a[4], a[5], a[6]);
	bool failed = r < 0 && r > -4096;
	a[7] = failed ? (uintptr_t)-1 : (uintptr_t)r;
	a[8] = 0;
	a[9] = failed ? (uintptr_t)-r : 0;
}

void sched_rawsyscall(uintptr_t a[10])
{
	sched_syscall(a);
}

void mem_gc(void)
{
	gc_collect();
}

/* ---------------------------------------------------------------- sudogs, locks */

static Sudog *free_sudogs;

Sudog *sudog_new(void)
{
	Sudog *s = free_sudogs;
	if (!s)
		return mem_persistent(sizeof(Sudog));
	free_sudogs = s->next;
	*s = (Sudog){0};
	return s;
}

void sudog_free(Sudog *s)
{
	s->next = free_sudogs;
	free_sudogs = s;
}

/* With one thread nobody can hold a lock while another wants it: C code does not stop in the
 * middle. */
void lock_acquire(Lock *l)
{
	if (l->state)
		rt_throw("lock is held");
	l->state = 1;
}

void lock_release(Lock *l)
{
	l->state = 0;
}

/* ---------------------------------------------------------------- start */

/* Never called: there are no other threads. */
_Noreturn void sched_thread_start(M *m)
{
	(void)m;
	rt_throw("no threads");
}

_Noreturn void sched_start(void)
{
	the_m.self = &the_m;
	system_call(SYS_ARCH_PRCTL, ARCH_SET_FS, (uintptr_t)&the_m, 0, 0, 0, 0);
	mem_init();
	the_m.m_sp = (uintptr_t)mem_persistent(M_STACK) + M_STACK - 64;
	the_m.random = modes.schedseed;
	signal_stack(mem_persistent(SIGNAL_STACK), SIGNAL_STACK);
	signal_init();
	sched.procs = sched_ncpu();
	const char *procs = os_getenv("GOMAXPROCS");
	if (procs && *procs >= '1' && *procs <= '9')
		for (sched.procs = 0; *procs >= '0' && *procs <= '9'; procs++)
			sched.procs = sched.procs * 10 + (*procs - '0');
	start_ticking();
	sched_ready(start(rt_gostart_main, NULL));
	__asm__ volatile("mov %0, %%rsp\n\tcall sched_schedule" : : "r"(the_m.m_sp) : "memory");
	__builtin_unreachable();
}
