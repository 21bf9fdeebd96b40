/*
 * Run queues.
 *
 * Each processor has a ring of goroutines. Its owner adds at `tail`; the owner and thieves take
 * from `head` with a compare-and-swap, so no lock is needed (the scheme of Arora, Blumofe and
 * Plaxton, 1998, with first-in-first-out order at both ends). head and tail run over all 32-bit
 * numbers; their difference is the number queued. A slot is read before head is swapped: when the
 * swap succeeds, nobody can have written the slot meanwhile.
 *
 * `next_g` is before the queue: what was made or woken last runs next, in what is left of the time
 * slice of the goroutine before it. So goroutines that wake each other run as one; when their slice
 * is over, next_g goes to the end of the queue, and they do not keep others from running. The
 * global queue, under sched.lock, takes what does not fit, what was preempted, and what has no
 * processor.
 */
#include "sched.h"

bool runq_is_empty(P *p)
{
	/* tail before next_g: a goroutine moves from next_g to the tail, never back. Reading it all
	 * again unless tail stayed makes the three one observation. */
	for (;;) {
		uint32_t head = atomic_load(&p->head), tail = atomic_load(&p->tail);
		G *next = atomic_load(&p->next_g);
		if (tail == atomic_load(&p->tail))
			return head == tail && !next;
	}
}

/* The queue is full: half of it and g go to the global queue. false: thieves made room. */
static bool overflow(P *p, G *g, uint32_t head, uint32_t tail)
{
	G *batch[RUNQ_SIZE / 2 + 1];
	uint32_t n = (tail - head) / 2;
	for (uint32_t i = 0; i < n; i++)
		batch[i] = atomic_peek(&p->queue[(head + i) % RUNQ_SIZE]);
	if (!atomic_cas(&p->head, head, head + n))
		return false;
	batch[n] = g;
	lock_acquire(&sched.lock);
	for (uint32_t i = 0; i <= n; i++)
		globq_put_locked(batch[i]);
	lock_release(&sched.lock);
	return true;
}

void runq_put(P *p, G *g, bool next)
{
	if (modes.schedseed && os_random() >> 40 & 1)
		next = false;
	if (next) {
		g = atomic_exchange(&p->next_g, g);
		if (!g)
			return;
	}
	for (;;) {
		uint32_t head = atomic_load(&p->head), tail = p->tail;
		if (tail - head < RUNQ_SIZE) {
			atomic_set(&p->queue[tail % RUNQ_SIZE], g);
			atomic_publish(&p->tail, tail + 1);
			return;
		}
		if (overflow(p, g, head, tail))
			return;
	}
}

G *runq_get(P *p)
{
	G *g = atomic_peek(&p->next_g);
	if (unlikely(atomic_peek(&p->slice_over))) {
		atomic_store(&p->slice_over, 0);
		g = atomic_exchange(&p->next_g, NULL);
		if (g)
			runq_put(p, g, false);
	} else if (g && atomic_cas(&p->next_g, g, NULL)) {
		p->inherits = true;
		return g;
	}
	for (;;) {
		uint32_t head = atomic_load(&p->head);
		if (head == p->tail)
			return NULL;
		g = atomic_peek(&p->queue[head % RUNQ_SIZE]);
		if (atomic_cas(&p->head, head, head + 1))
			return g;
	}
}

/* What the owner will run next is left to it unless it does not come to it: a goroutine that wakes
 * another and then waits for it keeps both on one processor. */
static G *steal_next(P *from)
{
	enum { PATIENCE_NS = 3000 };
	G *g = atomic_load(&from->next_g);
	if (!g)
		return NULL;
	if (atomic_load(&from->status) == P_RUNNING) {
		int64_t t[2] = {0, PATIENCE_NS};
		os_call(SYS_NANOSLEEP, (uintptr_t)t, 0, 0, 0, 0, 0);
		if (atomic_load(&from->next_g) != g)
			return NULL;
	}
	return atomic_cas(&from->next_g, g, NULL) ? g : NULL;
}

G *runq_steal(P *p, P *from, bool with_next)
{
	for (;;) {
		uint32_t head = atomic_load(&from->head), tail = atomic_load(&from->tail);
		uint32_t n = tail - head;
		n -= n / 2;
		if (n == 0)
			return with_next ? steal_next(from) : NULL;
		if (n > RUNQ_SIZE / 2)
			continue; /* head and tail were read at different times */
		/* p is the caller's and its queue is empty; what is copied there counts only when
		 * the swap succeeds. */
		for (uint32_t i = 0; i < n; i++)
			atomic_set(&p->queue[(p->tail + i) % RUNQ_SIZE],
				   atomic_peek(&from->queue[(head + i) % RUNQ_SIZE]));
		if (!atomic_cas(&from->head, head, head + n))
			continue;
		G *g = p->queue[(p->tail + n - 1) % RUNQ_SIZE];
		if (n > 1)
			atomic_publish(&p->tail, p->tail + n - 1);
		return g;
	}
}

void globq_put_locked(G *g)
{
	g->next = NULL;
	if (sched.last)
		sched.last->next = g;
	else
		sched.first = g;
	sched.last = g;
	atomic_store(&sched.queue_count, sched.queue_count + 1);
}

void globq_put(G *g)
{
	lock_acquire(&sched.lock);
	globq_put_locked(g);
	lock_release(&sched.lock);
}

static G *globq_pop(void)
{
	G *g = sched.first;
	sched.first = g->next;
	if (!sched.first)
		sched.last = NULL;
	atomic_store(&sched.queue_count, sched.queue_count - 1);
	return g;
}

G *globq_get(P *p, uint32_t max)
{
	uint32_t n = sched.queue_count / sched.procs + 1;
	if (sched.queue_count == 0)
		return NULL;
	if (n > sched.queue_count)
		n = sched.queue_count;
	if (n > max)
		n = max;
	G *g = globq_pop();
	while (--n > 0) {
		/* The ring has room: it is empty, or `max` was 1. */
		atomic_set(&p->queue[p->tail % RUNQ_SIZE], globq_pop());
		atomic_publish(&p->tail, p->tail + 1);
	}
	return g;
}
