/*
 * The scheduler: what a thread runs next.
 *
 * In order: now and then the global queue, so that it does not starve; what this processor's
 * timers have made ready; its own queue (what was made or woken last comes first); the global
 * queue; half of another processor's queue, tried in random order, together with the timers of
 * others that are due. Work stealing is Blumofe and Leiserson's, "Scheduling multithreaded
 * computations by work stealing", 1999. How threads sleep and wake: thread.c.
 *
 * A goroutine gives the processor up when it waits, when it ends, and at a safepoint where it finds
 * its stack guard poisoned: because it has run for 10 ms (monitor.c), because the world is being
 * stopped (world.c), or because the heap has grown enough to be collected.
 */
#include "sched.h"

struct Sched sched;

enum { GLOBAL_TICK = 61, STEAL_ROUNDS = 4 };

extern char rt_gostart_main[];

/* amd64/g.inc */
_Static_assert(offsetof(G, stack_lo) == 0 && offsetof(G, stack_hi) == 8 &&
		       offsetof(G, stackguard) == 16 && offsetof(G, m) == 40 &&
		       offsetof(G, pc) == 48 && offsetof(G, sp) == 56 && offsetof(G, bp) == 64 &&
		       offsetof(G, result) == 72 && offsetof(G, result_pointers) == 88 &&
		       offsetof(G, stop) == 89 && offsetof(G, may_block) == 95 &&
		       offsetof(G, fresult) == 112,
	       "G");
_Static_assert(offsetof(M, self) == 0 && offsetof(M, m_sp) == 8 && offsetof(M, curg) == 16 &&
		       offsetof(M, parked) == 24,
	       "M");
_Static_assert(sizeof(PollRegs) == 384, "PollRegs");

/* ---------------------------------------------------------------- ready and parked */

void sched_ready(G *g)
{
	P *p = this_m()->p;
	atomic_store(&g->status, G_RUNNABLE);
	runq_put(p, g, true);
	p_wake();
}

void sched_park(G *g, WaitReason why)
{
	M *m = this_m();
	g->wait_reason = (uint8_t)why;
	m->parked = 1;
	m->curg = NULL;
	atomic_publish(&g->status, G_WAITING);
}

void sched_park_forever(uintptr_t why)
{
	sched_park(this_g(), (WaitReason)why);
}

void sched_gosched(void)
{
	M *m = this_m();
	G *g = m->curg;
	m->parked = 1;
	m->curg = NULL;
	atomic_publish(&g->status, G_RUNNABLE);
	globq_put(g);
}

/* To the end of its own queue: what it has just made ready runs next. */
void sched_yield(void)
{
	M *m = this_m();
	G *g = m->curg;
	m->parked = 1;
	m->curg = NULL;
	atomic_publish(&g->status, G_RUNNABLE);
	runq_put(m->p, g, false);
	p_wake();
}

void perturb(void)
{
	uint64_t r = os_random() >> 32;
	if (r % 64 == 0)
		os_call(SYS_SCHED_YIELD, 0, 0, 0, 0, 0, 0);
	else if (r % 8 == 0)
		for (uint64_t n = r >> 8 & 1023; n > 0; n--)
			cpu_pause();
}

/* ---------------------------------------------------------------- running */

/* Another thread may have poisoned the old guard: what it asked for is looked at again. It sets its
 * flag before the guard, this sets the guard before it reads the flags. */
void sched_set_guard(G *g)
{
	atomic_store(&g->stackguard, g->stack_lo + STACK_GUARD);
	if (g->preempt || atomic_peek(&sched.stopping))
		atomic_store(&g->stackguard, STACK_POISON);
}

static _Noreturn void run(M *m, G *g)
{
	if (m->p->inherits)
		m->p->inherits = false;
	else
		m->p->sched_tick++;
	g->m = m;
	atomic_set(&g->status, G_RUNNING);
	g->preempt = 0;
	atomic_store(&m->curg, g);
	/* Who stops the world sees curg, or this sees that it is being stopped. */
	if (unlikely(atomic_peek(&sched.stopping) != NULL))
		atomic_store(&g->stackguard, STACK_POISON);
	if (unlikely(modes.schedseed) && os_random() >> 40 & 1) {
		g->preempt = 1;
		atomic_store(&g->stackguard, STACK_POISON);
	}
	if (g->on_resume) {
		void (*f)(G *) = g->on_resume;
		g->on_resume = NULL;
		f(g);
	}
	rt_gogo(g);
}

static void stop_spinning(M *m)
{
	m->spinning = false;
	atomic_add(&sched.spinning, -1);
}

/* Other processors' timers and queues; a goroutine to run, or NULL. */
static G *steal(P *p)
{
	uint32_t n = atomic_load(&sched.procs);
	for (int round = 0; round < STEAL_ROUNDS; round++) {
		bool last = round == STEAL_ROUNDS - 1;
		uint64_t r = os_random() >> 32;
		uint32_t at = (uint32_t)(r % n), step = r >> 20 & 1 ? 1 : n - 1;
		for (uint32_t i = 0; i < n; i++, at = (at + step) % n) {
			P *from = sched.ps[at];
			if (atomic_load(&sched.stopping))
				return NULL;
			if (from == p)
				continue;
			if (last && atomic_load(&from->timers.first) != NEVER) {
				timers_run(from, os_nanotime());
				G *g = runq_get(p);
				if (g)
					return g;
			}
			G *g = runq_steal(p, from, last);
			if (g)
				return g;
		}
	}
	return NULL;
}

/* Is there work for a processor that nobody holds? Called when nobody is known to look for it. */
bool work_anywhere(void)
{
	if (atomic_load(&sched.queue_count))
		return true;
	for (uint32_t i = 0; i < atomic_load(&sched.procs); i++)
		if (!runq_is_empty(sched.ps[i]))
			return true;
	return false;
}

static bool take_idle_p(M *m)
{
	lock_acquire(&sched.lock);
	P *p = idle_p_get();
	lock_release(&sched.lock);
	if (p)
		p_acquire(m, p);
	return p != NULL;
}

/* The processor has nothing to do: it is made idle and the thread sleeps. Returns with some
 * processor. */
static G *give_up(M *m)
{
	lock_acquire(&sched.lock);
	if (sched.stopping) {
		lock_release(&sched.lock);
		return NULL;
	}
	if (sched.queue_count) {
		G *g = globq_get(m->p, RUNQ_SIZE / 2);
		lock_release(&sched.lock);
		return g;
	}
	idle_p_put(p_release(m));
	lock_release(&sched.lock);
	if (m->spinning) {
		stop_spinning(m);
		if (work_anywhere() && take_idle_p(m)) {
			m->spinning = true;
			atomic_add(&sched.spinning, 1);
			return NULL;
		}
	}
	if (timers_sleep(m) && take_idle_p(m))
		return NULL;
	m_stop(m);
	return NULL;
}

static G *find(M *m)
{
	P *p = m->p;
	G *g;
	if (atomic_peek(&p->timers.first) != NEVER)
		timers_run(p, os_nanotime());
	if ((p->sched_tick + 1) % GLOBAL_TICK == 0 && atomic_load(&sched.queue_count)) {
		lock_acquire(&sched.lock);
		g = globq_get(p, 1);
		lock_release(&sched.lock);
		if (g)
			return g;
	}
	g = runq_get(p);
	if (g)
		return g;
	if (atomic_load(&sched.queue_count)) {
		lock_acquire(&sched.lock);
		g = globq_get(p, RUNQ_SIZE / 2);
		lock_release(&sched.lock);
		if (g)
			return g;
	}
	/* Not more than half as many thieves as there are busy processors. */
	uint32_t busy = sched.procs - atomic_load(&sched.idle_p_count);
	if (m->spinning || 2 * atomic_load(&sched.spinning) < busy) {
		if (!m->spinning) {
			m->spinning = true;
			atomic_add(&sched.spinning, 1);
		}
		g = steal(p);
		if (g)
			return g;
	}
	return give_up(m);
}

_Noreturn void sched_schedule(void)
{
	M *m = this_m();
	if (m->locked_g) {
		m_stop_locked(m);
		while (atomic_load(&sched.stopping)) {
			if (world_wait(m))
				continue;
			globq_put(m->locked_g);
			p_wake();
			m_stop_locked(m);
		}
		run(m, m->locked_g);
	}
	for (;;) {
		if (!m->p)
			m_stop(m);
		if (unlikely(atomic_peek(&sched.stopping) != NULL)) {
			world_wait(m);
			continue;
		}
		G *g = find(m);
		if (!g)
			continue;
		if (m->spinning) {
			stop_spinning(m);
			p_wake();
		}
		if (g->locked_m && g->locked_m != m)
			m_hand_locked(m, g);
		run(m, g);
	}
}

/* A goroutine has found its guard poisoned, at any kind of safepoint: it stops with the world,
 * collects, or lets others run. */
_Noreturn void sched_checkpoint(G *g)
{
	M *m = this_m();
	atomic_store(&g->stackguard, g->stack_lo + STACK_GUARD);
	if (m->locks)
		rt_gogo(g); /* sched_unpin looks again */
	for (;;) {
		if (atomic_load(&sched.stopping) && !world_wait(m)) {
			g->preempt = 0;
			m->curg = NULL;
			atomic_publish(&g->status, G_RUNNABLE);
			globq_put(g);
			p_wake();
			sched_schedule();
		}
		if (!gc_wanted() || gc_automatic())
			break;
	}
	/* A prologue checks again after the move, so there the guard stays clean: the next call of
	 * C poisons it. */
	if (modes.stackmove && g->stop != STOP_POLL) {
		stack_move(g);
		if (g->stop != STOP_ENTRY)
			atomic_store(&g->stackguard, STACK_POISON);
	}
	if (g->preempt) {
		g->preempt = 0;
		m->curg = NULL;
		atomic_publish(&g->status, G_RUNNABLE);
		globq_put(g);
		sched_schedule();
	}
	rt_gogo(g);
}

_Noreturn void sched_poll(G *g)
{
	sched_checkpoint(g);
}

/* ---------------------------------------------------------------- pinned and locked */

Int sched_pin(void)
{
	M *m = this_m();
	m->locks++;
	return m->p->id;
}

void sched_unpin(void)
{
	M *m = this_m();
	if (--m->locks == 0 && (m->curg->preempt || gc_wanted() || atomic_peek(&sched.stopping)))
		atomic_store(&m->curg->stackguard, STACK_POISON);
}

/* For sync.Mutex: is it likely that another thread gives the mutex back soon? */
bool sched_can_spin(Int i)
{
	enum { TRIES = 4 };
	uint32_t others = atomic_load(&sched.idle_p_count) + atomic_load(&sched.spinning) + 1;
	return i < TRIES && sched_ncpu() > 1 && sched.procs > others && runq_is_empty(this_m()->p);
}

void sched_lock_thread(void)
{
	M *m = this_m();
	G *g = m->curg;
	g->lock_depth++;
	g->locked_m = m;
	m->locked_g = g;
}

void sched_unlock_thread(void)
{
	M *m = this_m();
	G *g = m->curg;
	if (g->lock_depth == 0 || --g->lock_depth > 0)
		return;
	g->locked_m = NULL;
	m->locked_g = NULL;
}

/* ---------------------------------------------------------------- start */

/* The first goroutine stays on the first thread while packages are initialised. */
static bool initialising = true;

void sched_init_done(void)
{
	enum { MAIN = 1 };
	if (initialising && this_g()->id == MAIN) {
		initialising = false;
		sched_unlock_thread();
	}
}

_Noreturn void sched_start(void)
{
	static M first;
	enum { ARCH_SET_FS = 0x1002, SIGNAL_STACK = 65536, M_STACK = 262144 };
	first.self = &first;
	os_call(SYS_ARCH_PRCTL, ARCH_SET_FS, (uintptr_t)&first, 0, 0, 0, 0);
	first.random = modes.schedseed;
	mem_init();
	first.m_sp = stack_system(M_STACK) + M_STACK - 64;
	signal_stack((void *)stack_system(SIGNAL_STACK), SIGNAL_STACK);
	signal_init();
	sched.ms = 1;
	procs_init();
	p_acquire(&first, sched.ps[0]);
	if (modes.schedtrace)
		threads_begin();
	G *g = goroutine_new(rt_gostart_main, NULL);
	g->lock_depth = 1;
	g->locked_m = &first;
	first.locked_g = g;
	g->status = G_RUNNABLE;
	__asm__ volatile("mov %0, %%rsp\n\tmov %1, %%rdi\n\tcall sched_run_first"
			 :
			 : "r"(first.m_sp), "r"(g)
			 : "memory");
	__builtin_unreachable();
}

_Noreturn void sched_run_first(G *g)
{
	run(this_m(), g);
}
