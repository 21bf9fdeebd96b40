/*
 * The monitor: a thread without a processor that looks at all of them from time to time.
 *
 * It asks goroutines that have run for 10 ms to give way, ends time slices, and takes processors
 * back from threads that stay in system calls: at its second look when others could use the
 * processor, else after 10 ms. It looks every 20 us while there was something to do lately, less
 * and less often otherwise (10 ms at most), and not at all while every processor is idle or the
 * world is stopped.
 */
#include "sched.h"

enum { SHORT_US = 20, LONG_US = 10000, PATIENCE = 50 };
enum { SLICE_NS = 10000000 };

static void preempt(P *p)
{
	M *m = p->m;
	G *g = m ? atomic_load(&m->curg) : NULL;
	atomic_store(&p->slice_over, 1);
	if (!g)
		return;
	atomic_store(&g->preempt, 1);
	atomic_store(&g->stackguard, STACK_POISON);
}

/* true: the processor was taken from a system call. */
static bool look_at_syscall(P *p, int64_t now)
{
	if (p->seen.syscall_tick != atomic_load(&p->syscall_tick)) {
		p->seen.syscall_tick = atomic_load(&p->syscall_tick);
		p->seen.syscall_when = now;
		return false;
	}
	bool others_free = atomic_load(&sched.spinning) + atomic_load(&sched.idle_p_count) > 0;
	if (runq_is_empty(p) && others_free && !atomic_load(&sched.queue_count) &&
	    now - p->seen.syscall_when < SLICE_NS)
		return false;
	if (!atomic_cas(&p->status, P_SYSCALL, P_RUNNING))
		return false;
	p->syscall_tick++;
	p_hand_off(p);
	return true;
}

static bool look(P *p, int64_t now)
{
	uint32_t status = atomic_load(&p->status);
	if (status == P_SYSCALL)
		return look_at_syscall(p, now);
	if (status != P_RUNNING)
		return false;
	if (p->seen.sched_tick != atomic_load(&p->sched_tick)) {
		p->seen.sched_tick = atomic_load(&p->sched_tick);
		p->seen.sched_when = now;
	} else if (now - p->seen.sched_when >= SLICE_NS) {
		preempt(p);
	}
	return false;
}

/* Nothing to look at: until a processor is used again. */
static bool sleep_while_idle(void)
{
	if (modes.schedtrace)
		return false; /* lines are due all the time */
	lock_acquire(&sched.lock);
	bool idle = sched.stopping || sched.idle_p_count == sched.procs;
	sched.monitor_sleeping = idle;
	lock_release(&sched.lock);
	if (!idle)
		return false;
	note_sleep(&sched.monitor_note);
	return true;
}

void monitor_main(void)
{
	int64_t last_trace = 0;
	uint32_t idle = 0, delay = SHORT_US;
	for (;;) {
		if (idle == 0)
			delay = SHORT_US;
		else if (idle > PATIENCE)
			delay *= 2;
		if (delay > LONG_US)
			delay = LONG_US;
		int64_t t[2] = {0, (int64_t)delay * 1000};
		os_call(SYS_NANOSLEEP, (uintptr_t)t, 0, 0, 0, 0, 0);
		if (sleep_while_idle())
			idle = 0;
		int64_t now = os_nanotime();
		bool busy = false;
		for (uint32_t i = 0; i < atomic_load(&sched.procs); i++)
			busy |= look(sched.ps[i], now);
		idle = busy ? 0 : idle + 1;
		if (modes.schedtrace && now - last_trace >= (int64_t)modes.schedtrace * 1000000) {
			last_trace = now;
			sched_trace(now);
		}
	}
}

/* GODEBUG=schedtrace=MS: a line as Go prints it. */
void sched_trace(int64_t now)
{
	static int64_t start;
	if (!start)
		start = now;
	lock_acquire(&sched.lock);
	print_lock();
	print_string("SCHED ");
	print_int((now - start) / 1000000);
	print_string("ms: gomaxprocs=");
	print_uint(sched.procs);
	print_string(" idleprocs=");
	print_uint(sched.idle_p_count);
	print_string(" threads=");
	print_int(sched.ms + (int32_t)atomic_load(&sched.threads_started));
	print_string(" spinningthreads=");
	print_uint(atomic_load(&sched.spinning));
	print_string(" idlethreads=");
	print_int(sched.idle_m_count);
	print_string(" runqueue=");
	print_uint(sched.queue_count);
	for (uint32_t i = 0; i < sched.procs; i++) {
		P *p = sched.ps[i];
		print_string(i == 0 ? " [" : " ");
		print_uint(atomic_load(&p->tail) - atomic_load(&p->head));
	}
	print_string("]\n");
	print_unlock();
	lock_release(&sched.lock);
}
