/*
 * select: the cases are tried in random order with all their channels locked; when none can go on,
 * the goroutine waits in the queues of all of them. Channels are locked in the order of their
 * addresses, each once, so that two selects cannot deadlock.
 *
 * A waker wins the goroutine by setting g->select_done. The sudogs in the other queues are taken
 * away before the goroutine runs again (select_resume, on M's stack); until then wakers skip them,
 * because select_done is set.
 */
#include "lang.h"

typedef struct Case {
	Hchan *c;
	void *elem;
} Case;

/* Heap sort by channel address (Williams, 1964): no recursion, no memory, never quadratic. */
static void sift_down(const Case *cases, uint16_t *order, int root, int n)
{
	for (;;) {
		int child = 2 * root + 1;
		if (child >= n)
			return;
		if (child + 1 < n && cases[order[child]].c < cases[order[child + 1]].c)
			child++;
		if (cases[order[root]].c >= cases[order[child]].c)
			return;
		uint16_t o = order[root];
		order[root] = order[child];
		order[child] = o;
		root = child;
	}
}

static void sort_by_channel(const Case *cases, uint16_t *order, int n)
{
	for (int i = n / 2 - 1; i >= 0; i--)
		sift_down(cases, order, i, n);
	for (int i = n - 1; i > 0; i--) {
		uint16_t o = order[0];
		order[0] = order[i];
		order[i] = o;
		sift_down(cases, order, 0, i);
	}
}

static void lock_all(const Case *cases, const uint16_t *order, int n)
{
	Hchan *last = NULL;
	for (int i = 0; i < n; i++) {
		Hchan *c = cases[order[i]].c;
		if (c != last)
			lock_acquire(&c->lock);
		last = c;
	}
}

static void unlock_all(const Case *cases, const uint16_t *order, int n)
{
	for (int i = n - 1; i >= 0; i--)
		if (i == 0 || cases[order[i]].c != cases[order[i - 1]].c)
			lock_release(&cases[order[i]].c->lock);
}

/* Leaves all queues. g->waiting is in lock order; each sudog says in `success` whether it was to
 * send. */
static void select_resume(G *g)
{
	Hchan *last = NULL;
	Sudog *list = g->waiting, *next;
	for (Sudog *s = list; s; s = s->waitlink) {
		if (s->c != last)
			lock_acquire(&s->c->lock);
		last = s->c;
	}
	g->waiting = NULL;
	for (Sudog *s = list; s; s = next) {
		next = s->waitlink;
		Hchan *c = s->c;
		queue_remove(s->success ? &c->senders : &c->receivers, s);
		if (!next || next->c != c)
			lock_release(&c->lock);
		sudog_free(s);
	}
	g->select_done = 0;
}

/* Puts the goroutine in all queues; the channels are locked and are released. */
static void wait_all(const Case *cases, const uint16_t *order, int n, int nsends)
{
	G *g = this_g();
	Sudog **link = &g->waiting;
	for (int i = 0; i < n; i++) {
		const Case *k = &cases[order[i]];
		Sudog *s = sudog_new();
		s->g = g;
		s->c = k->c;
		s->elem = k->elem;
		s->ticket = order[i];
		s->is_select = true;
		s->success = order[i] < nsends;
		s->waitlink = NULL;
		queue_push(s->success ? &k->c->senders : &k->c->receivers, s);
		*link = s;
		link = &s->waitlink;
	}
	g->select_done = 0;
	g->on_resume = select_resume;
	Hchan *last = NULL;
	sched_park(g, WAIT_SELECT);
	/* From the first unlock on, the goroutine may run again and its cases be gone: keep to the
	 * sudogs' channels, which cannot go before select_resume has locked the last of them. */
	for (Sudog *s = g->waiting, *next; s; s = next) {
		next = s->waitlink;
		Hchan *c = s->c;
		if (c != last && last)
			lock_release(&last->lock);
		last = c;
	}
	if (last)
		lock_release(&last->lock);
}

/* `cases` has the sends first; `order` has room for twice as many numbers. Nil channels never go
 * on. Answers {case, code}; case -1: none could go on and `block` is false. */
Pair select_go(const Case *cases, uint16_t *order, Int nsends, Int nrecvs, bool block)
{
	int n = 0, total = (int)(nsends + nrecvs);
	uint16_t *poll = order, *locks = order + total;
	for (int i = 0; i < total; i++) {
		if (!cases[i].c)
			continue;
		int j = (int)((os_random() >> 32) * (uint64_t)(n + 1) >> 32);
		poll[n] = poll[j];
		poll[j] = (uint16_t)i;
		n++;
	}
	if (n == 0) {
		if (block)
			sched_park_forever(WAIT_SELECT);
		return (Pair){(uintptr_t)-1, CHAN_BLOCKED};
	}
	for (int i = 0; i < n; i++)
		locks[i] = poll[i];
	sort_by_channel(cases, locks, n);
	lock_all(cases, locks, n);
	for (int i = 0; i < n; i++) {
		const Case *k = &cases[poll[i]];
		int code = poll[i] < nsends ? chan_try_send(k->c, k->elem)
					    : chan_try_recv(k->c, k->elem);
		if (code != CHAN_BLOCKED) {
			uintptr_t which = poll[i];
			unlock_all(cases, locks, n);
			return (Pair){which, (uintptr_t)code};
		}
	}
	if (!block) {
		unlock_all(cases, locks, n);
		return (Pair){(uintptr_t)-1, CHAN_BLOCKED};
	}
	wait_all(cases, locks, n, (int)nsends);
	return (Pair){0, 0};
}
