/*
 * Threads (M) and the processors they hold.
 *
 * A thread with a processor runs goroutines or looks for some ("spinning"). Whoever adds work
 * wakes one more thread when a processor is idle and nobody spins; a spinning thread that finds
 * work does the same before it runs it. So threads appear as work does, one after the other, and
 * at most one of them looks for work in vain. Before a spinning thread sleeps it stops counting as
 * spinning and only then looks at all queues once more: work that came earlier is seen by it, work
 * that comes later finds nobody spinning and wakes another (both sides write before they read).
 *
 * An idle thread sleeps on its `park` note; who wakes it has left a processor in next_p.
 */
#include "sched.h"

enum {
	M_STACK = 262144,
	SIGNAL_STACK = 65536,
	CLONE_FLAGS = 0x100 | 0x200 | 0x400 | 0x800 | 0x10000 | 0x40000 |
		      0x80000, /* VM FS FILES SIGHAND THREAD SYSVSEM SETTLS */
};

int os_clone(uint32_t flags, uintptr_t stack, M *m, uint32_t *tid);

/* ---------------------------------------------------------------- processors */

void p_acquire(M *m, P *p)
{
	m->p = p;
	m->cache = p->cache;
	p->m = m;
}

P *p_release(M *m)
{
	P *p = m->p;
	m->p = NULL;
	m->cache = NULL;
	p->m = NULL;
	return p;
}

P *idle_p_get(void)
{
	P *p = sched.idle_ps;
	if (!p || sched.stopping)
		return NULL;
	sched.idle_ps = p->next;
	atomic_store(&sched.idle_p_count, sched.idle_p_count - 1);
	atomic_store(&p->status, P_RUNNING);
	if (sched.monitor_sleeping) {
		sched.monitor_sleeping = false;
		note_wake(&sched.monitor_note);
	}
	return p;
}

void idle_p_put(P *p)
{
	p->m = NULL;
	p->next = sched.idle_ps;
	sched.idle_ps = p;
	atomic_store(&p->status, P_IDLE);
	atomic_store(&sched.idle_p_count, sched.idle_p_count + 1);
}

/* ---------------------------------------------------------------- making threads */

M *m_new(void (*body)(void))
{
	static uint32_t ids;
	M *m = mem_persistent(sizeof(M));
	m->self = m;
	m->body = body;
	m->id = atomic_add(&ids, 1);
	m->random = modes.schedseed ? modes.schedseed * 0x9e3779b97f4a7c15ull + m->id : 0;
	m->m_sp = stack_system(M_STACK) + M_STACK - 64;
	return m;
}

/* Signals wait until the thread has its signal stack. */
static void block_signals(uint64_t set, uint64_t *old)
{
	enum { SIG_SETMASK = 2 };
	os_call(SYS_SIGPROCMASK, SIG_SETMASK, (uintptr_t)&set, (uintptr_t)old, 8, 0, 0);
}

void m_launch(M *m)
{
	uint64_t mask;
	uint32_t tid;
	block_signals(~(uint64_t)0, &mask);
	int r = os_clone(CLONE_FLAGS, m->m_sp, m, &tid);
	block_signals(mask, NULL);
	if (r < 0)
		rt_throw("runtime: failed to create new OS thread");
}

/* Where a thread begins, on its own stack. */
_Noreturn void sched_thread_start(M *m)
{
	signal_stack((void *)stack_system(SIGNAL_STACK), SIGNAL_STACK);
	block_signals(0, NULL);
	if (m->body) {
		m->body();
		rt_throw("a thread of the runtime has ended");
	}
	P *p = m->next_p;
	m->next_p = NULL;
	p_acquire(m, p);
	sched_schedule();
}

void threads_begin(void)
{
	if (atomic_peek(&sched.threads_started) || !atomic_cas(&sched.threads_started, 0, 1))
		return;
	m_launch(m_new(monitor_main));
}

/* ---------------------------------------------------------------- waking and sleeping */

void m_start(P *p, bool spinning)
{
	lock_acquire(&sched.lock);
	if (!p)
		p = idle_p_get();
	if (!p) {
		lock_release(&sched.lock);
		if (spinning) {
			/* Who added work meanwhile has relied on this thread. */
			atomic_add(&sched.spinning, -1);
			if (!atomic_load(&sched.stopping) && work_anywhere())
				p_wake();
		}
		return;
	}
	M *m = sched.idle_ms;
	if (m) {
		sched.idle_ms = m->next;
		sched.idle_m_count--;
	} else {
		sched.ms++;
	}
	lock_release(&sched.lock);
	bool is_new = !m;
	if (is_new)
		m = m_new(NULL);
	m->spinning = spinning;
	m->next_p = p;
	if (is_new)
		m_launch(m);
	else
		note_wake(&m->park);
}

void p_wake(void)
{
	if (atomic_load(&sched.idle_p_count) == 0 || atomic_load(&sched.spinning) != 0)
		return;
	if (atomic_cas(&sched.spinning, 0, 1))
		m_start(NULL, true);
}

void m_stop(M *m)
{
	lock_acquire(&sched.lock);
	m->next = sched.idle_ms;
	sched.idle_ms = m;
	sched.idle_m_count++;
	check_dead();
	lock_release(&sched.lock);
	note_sleep(&m->park);
	P *p = m->next_p;
	m->next_p = NULL;
	p_acquire(m, p);
}

/* ---------------------------------------------------------------- processors without threads */

/* p belongs to the caller and has no thread: it gets one when there may be something to do. */
void p_hand_off(P *p)
{
	if (!runq_is_empty(p) || atomic_load(&sched.queue_count)) {
		m_start(p, false);
		return;
	}
	/* When nobody looks for work and none is idle, one had better. */
	if (atomic_load(&sched.spinning) + atomic_load(&sched.idle_p_count) == 0 &&
	    atomic_cas(&sched.spinning, 0, 1)) {
		m_start(p, true);
		return;
	}
	lock_acquire(&sched.lock);
	if (sched.stopping) {
		atomic_store(&p->status, P_STOPPED);
		p->m = NULL;
		if (--sched.stop_left == 0)
			note_wake(&sched.stop_note);
		lock_release(&sched.lock);
		return;
	}
	if (sched.queue_count) {
		lock_release(&sched.lock);
		m_start(p, false);
		return;
	}
	bool has_timers = atomic_load(&p->timers.first) != NEVER;
	idle_p_put(p);
	lock_release(&sched.lock);
	if (has_timers)
		p_wake(); /* somebody must sleep until they are due */
}

/* ---------------------------------------------------------------- locked goroutines */

/* While a goroutine that is locked to its thread cannot run, neither does the thread. */
void m_stop_locked(M *m)
{
	if (m->p)
		p_hand_off(p_release(m));
	lock_acquire(&sched.lock);
	sched.locked_idle++;
	check_dead();
	lock_release(&sched.lock);
	note_sleep(&m->park);
	P *p = m->next_p;
	m->next_p = NULL;
	p_acquire(m, p);
}

_Noreturn void m_hand_locked(M *m, G *g)
{
	M *other = g->locked_m;
	P *p = p_release(m);
	lock_acquire(&sched.lock);
	sched.locked_idle--;
	lock_release(&sched.lock);
	other->next_p = p;
	note_wake(&other->park);
	m_stop(m);
	sched_schedule();
}

/* ---------------------------------------------------------------- deadlock */

/* Nobody runs and nobody will wake anybody: the last thread has gone idle. */
void check_dead(void)
{
	if (sched.ms - sched.idle_m_count - sched.locked_idle > 0 || os_dying())
		return;
	if (timers_next() != NEVER)
		return;
	bool none = true;
	for (uintptr_t i = 0; i < atomic_load(&sched.all_count); i++) {
		G *g = sched_g_at(i);
		uint8_t status = atomic_load(&g->status);
		if (status != G_IDLE && status != G_DEAD && !g->is_system)
			none = false;
	}
	lock_release(&sched.lock);
	rt_throw(none ? "no goroutines (main called runtime.Goexit) - deadlock!"
		      : "all goroutines are asleep - deadlock!");
}
