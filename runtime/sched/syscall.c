/*
 * System calls that may block.
 *
 * The thread leaves its processor behind, marked P_SYSCALL, and whoever swaps that mark for another
 * value has it: the thread itself when it comes back soon, the monitor when it does not
 * (monitor.c), the stopper of the world. A thread that comes back and finds it gone takes an idle
 * one, or queues its goroutine and sleeps. Meanwhile the goroutine is at a safepoint, but its stack
 * must stay where it is: the kernel may be writing to it.
 */
#include "sched.h"

static void enter(M *m, G *g)
{
	P *p = m->p;
	m->old_p = p;
	m->p = NULL;
	m->cache = NULL;
	p->m = NULL;
	p->syscall_tick++;
	atomic_store(&g->status, G_SYSCALL);
	atomic_store(&p->status, P_SYSCALL);
	if (unlikely(atomic_peek(&sched.stopping) != NULL))
		world_stop_syscall(p);
	if (unlikely(atomic_peek(&sched.monitor_sleeping))) {
		lock_acquire(&sched.lock);
		if (sched.monitor_sleeping) {
			sched.monitor_sleeping = false;
			note_wake(&sched.monitor_note);
		}
		lock_release(&sched.lock);
	}
}

/* A processor again: the old one or an idle one. */
static bool leave(M *m)
{
	P *p = m->old_p;
	if (!atomic_peek(&sched.stopping) && atomic_cas(&p->status, P_SYSCALL, P_RUNNING)) {
		p->syscall_tick++;
		p_acquire(m, p);
		return true;
	}
	if (atomic_load(&sched.idle_p_count) == 0)
		return false;
	lock_acquire(&sched.lock);
	p = idle_p_get();
	lock_release(&sched.lock);
	if (p)
		p_acquire(m, p);
	return p != NULL;
}

/* No processor is free: the goroutine waits for one in the global queue. */
static void wait_for_p(M *m, G *g)
{
	m->parked = 1;
	m->curg = NULL;
	lock_acquire(&sched.lock);
	atomic_publish(&g->status, G_RUNNABLE);
	globq_put_locked(g);
	lock_release(&sched.lock);
	p_wake();
}

static void system_call(uintptr_t a[10])
{
	int64_t r = os_call((long)a[0], a[1], a[2], a[3], a[4], a[5], a[6]);
	bool failed = r < 0 && r > -4096;
	a[7] = failed ? (uintptr_t)-1 : (uintptr_t)r;
	a[8] = 0;
	a[9] = failed ? (uintptr_t)-r : 0;
}

void sched_syscall(uintptr_t a[10])
{
	M *m = this_m();
	G *g = m->curg;
	enter(m, g);
	system_call(a);
	if (!leave(m)) {
		wait_for_p(m, g);
		return;
	}
	atomic_store(&g->status, G_RUNNING);
	if (atomic_load(&sched.stopping))
		atomic_store(&g->stackguard, STACK_POISON);
}

void sched_rawsyscall(uintptr_t a[10])
{
	system_call(a);
}
