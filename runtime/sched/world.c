/*
 * Stopping the world, and changing the number of processors while it stands.
 *
 * The world is stopped when no processor but the stopper's is P_RUNNING: idle ones stay idle
 * (idle_p_get gives none away), those left in system calls are taken, the goroutines on the others
 * find their guards poisoned and wait in world_wait, each on its thread, with its processor, at a
 * safepoint. A thread that comes to the scheduler waits there too. So while the world is stopped no
 * goroutine is inside C code but the stopper's and those in system calls, and no lock is held that
 * a thread without a processor cannot take.
 *
 * Only one thread stops the world at a time; the next one is told to try again, and its goroutine
 * stops like any other before it does.
 */
#include "sched.h"

enum { RETRY_NS = 100000 };

static void poison(P *p)
{
	M *m = p->m;
	G *g = m ? atomic_load(&m->curg) : NULL;
	if (g)
		atomic_store(&g->stackguard, STACK_POISON);
}

static void has_stopped(P *p)
{
	atomic_store(&p->status, P_STOPPED);
	if (--sched.stop_left == 0)
		note_wake(&sched.stop_note);
}

bool world_wait(M *m)
{
	lock_acquire(&sched.lock);
	if (m->spinning) {
		m->spinning = false;
		atomic_add(&sched.spinning, -1);
	}
	while (sched.stopping && m->p) {
		G *g = m->curg;
		uint32_t epoch = sched.epoch;
		if (g)
			atomic_store(&g->status, G_STOPPED);
		has_stopped(m->p);
		lock_release(&sched.lock);
		while (atomic_load(&sched.epoch) == epoch)
			futex_sleep(&sched.epoch, epoch, -1);
		lock_acquire(&sched.lock);
		if (g)
			atomic_store(&g->status, G_RUNNING);
	}
	lock_release(&sched.lock);
	return m->p != NULL;
}

void world_stop_syscall(P *p)
{
	lock_acquire(&sched.lock);
	if (sched.stopping && atomic_cas(&p->status, P_SYSCALL, P_STOPPED)) {
		p->syscall_tick++;
		has_stopped(p);
	}
	lock_release(&sched.lock);
}

/* Asks all that run to stop; takes those in system calls. sched.lock is held. */
static void ask_all(const P *mine)
{
	for (uint32_t i = 0; i < sched.procs; i++) {
		P *p = sched.ps[i];
		if (p == mine)
			continue;
		if (atomic_cas(&p->status, P_SYSCALL, P_STOPPED)) {
			p->syscall_tick++;
			sched.stop_left--;
		} else if (atomic_load(&p->status) == P_RUNNING) {
			poison(p);
		}
	}
}

bool sched_stop_world(void)
{
	M *m = this_m();
	lock_acquire(&sched.lock);
	if (sched.stopping) {
		lock_release(&sched.lock);
		atomic_store(&m->curg->stackguard, STACK_POISON);
		return false;
	}
	atomic_store(&sched.stopping, m);
	sched.stop_left = sched.procs - 1 - sched.idle_p_count;
	ask_all(m->p);
	bool wait = sched.stop_left > 0;
	lock_release(&sched.lock);
	while (wait) {
		note_sleep_for(&sched.stop_note, RETRY_NS);
		lock_acquire(&sched.lock);
		if (sched.stop_left > 0)
			ask_all(m->p);
		wait = sched.stop_left > 0;
		lock_release(&sched.lock);
	}
	atomic_store(&sched.stop_note.signaled, 0);
	return true;
}

/* Processors come back to their threads, or become idle. */
void sched_start_world(void)
{
	P *mine = this_m()->p, *work = NULL;
	uint32_t for_ever = 0;
	while (sched.frozen)
		futex_sleep(&for_ever, 0, -1);
	lock_acquire(&sched.lock);
	atomic_store(&sched.stopping, NULL);
	for (uint32_t i = sched.procs; i-- > 0;) {
		P *p = sched.ps[i];
		if (p == mine || atomic_load(&p->status) != P_STOPPED)
			continue;
		if (p->m) {
			atomic_store(&p->status, P_RUNNING);
		} else if (runq_is_empty(p)) {
			idle_p_put(p);
		} else {
			atomic_store(&p->status, P_RUNNING);
			p->next = work;
			work = p;
		}
	}
	if (sched.monitor_sleeping) {
		sched.monitor_sleeping = false;
		note_wake(&sched.monitor_note);
	}
	atomic_add(&sched.epoch, 1);
	lock_release(&sched.lock);
	futex_wake(&sched.epoch, INT32_MAX);
	while (work) {
		P *p = work;
		work = p->next;
		m_start(p, false);
	}
	p_wake();
}

/* The program is dying: others stop for good where they can, within a few milliseconds. */
void sched_freeze(void)
{
	enum { ATTEMPTS = 100, PAUSE_NS = 1000000 };
	M *m = this_m();
	sched.frozen = true;
	atomic_store(&sched.stopping, m);
	for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
		bool running = false;
		for (uint32_t i = 0; i < atomic_load(&sched.procs); i++) {
			P *p = sched.ps[i];
			if (p == m->p || atomic_load(&p->status) != P_RUNNING)
				continue;
			running = true;
			poison(p);
		}
		if (!running)
			return;
		int64_t t[2] = {0, PAUSE_NS};
		os_call(SYS_NANOSLEEP, (uintptr_t)t, 0, 0, 0, 0, 0);
	}
}

void caches_flush(void)
{
	for (uint32_t i = 0; i < sched.procs; i++)
		cache_flush(sched.ps[i]->cache);
}

/* ---------------------------------------------------------------- the number of processors */

Int sched_procs(void)
{
	return atomic_load(&sched.procs);
}

static P *p_new(uint32_t id)
{
	P *p = mem_persistent(sizeof(P));
	p->id = id;
	p->timers.first = NEVER;
	p->cache = cache_new();
	return p;
}

/* The world is stopped. What belongs to a processor that goes away goes to mine, or to all. */
static void p_destroy(P *p, P *mine)
{
	G *g;
	while ((g = runq_get(p)))
		globq_put_locked(g);
	timers_move(p, mine);
	dead_flush(p);
	sudogs_flush(p);
	cache_flush(p->cache);
	stacks_flush(p->cache);
	sched.goroutines += p->goroutines;
	p->goroutines = 0;
	if (p->m)
		p_release(p->m);
	atomic_store(&p->status, P_DEAD);
}

/* Mine becomes the first, so that it is never the one to go. */
static void make_first(P *mine)
{
	P *first = sched.ps[0];
	sched.ps[mine->id] = first;
	first->id = mine->id;
	sched.ps[0] = mine;
	mine->id = 0;
}

static void resize(uint32_t n)
{
	P *mine = this_m()->p;
	uint32_t old = sched.procs;
	lock_acquire(&sched.lock);
	make_first(mine);
	for (uint32_t i = n; i < old; i++)
		p_destroy(sched.ps[i], mine);
	for (uint32_t i = old; i < n; i++) {
		if (!sched.ps[i])
			sched.ps[i] = p_new(i);
		sched.ps[i]->status = P_IDLE;
	}
	sched.idle_ps = NULL;
	sched.idle_p_count = 0;
	atomic_store(&sched.procs, n);
	for (uint32_t i = n; i-- > 0;)
		if (sched.ps[i]->status == P_IDLE)
			idle_p_put(sched.ps[i]);
	lock_release(&sched.lock);
}

Int sched_gomaxprocs(Int n)
{
	Int old = sched.procs;
	if (n < 1 || n == old)
		return old;
	if (n > MAX_PROCS)
		n = MAX_PROCS;
	if (!sched_stop_world())
		return -1;
	old = sched.procs;
	resize((uint32_t)n);
	sched_start_world();
	return old;
}

int sched_ncpu(void)
{
	static int count;
	uint64_t mask[16];
	if (count)
		return count;
	int64_t size = os_call(SYS_SCHED_GETAFFINITY, 0, sizeof mask, (uintptr_t)mask, 0, 0, 0);
	int n = 0;
	for (int64_t i = 0; i < size / 8; i++)
		n += (int)bit_count(mask[i]);
	count = n ? n : 1;
	return count;
}

/* Before there is a second thread: as many as GOMAXPROCS says, else as there are processors. */
void procs_init(void)
{
	uint32_t n = 0;
	const char *s = os_getenv("GOMAXPROCS");
	for (; s && *s >= '0' && *s <= '9' && n <= MAX_PROCS; s++)
		n = n * 10 + (uint32_t)(*s - '0');
	if (n == 0 || (s && *s))
		n = (uint32_t)sched_ncpu();
	if (n > MAX_PROCS)
		n = MAX_PROCS;
	for (uint32_t i = n; i-- > 0;) {
		sched.ps[i] = p_new(i);
		if (i > 0)
			idle_p_put(sched.ps[i]);
	}
	sched.ps[0]->status = P_RUNNING;
	sched.procs = n;
}
