/*
 * Channels: a ring buffer and two queues of waiting goroutines.
 *
 * Invariants, under c->lock: with a receiver waiting the buffer is empty; with a sender waiting it
 * is full; so at most one queue has goroutines in it (but for a select that waits for both). A
 * value goes directly from a sender to a waiting receiver, and from a waiting sender to a receiver
 * (or to the buffer's free place), which may be in the other goroutine's stack: that goroutine is
 * parked, its stack is moved only while the world is stopped (then no thread is inside a channel
 * operation), and its Sudog's elem moves with it.
 *
 * The waker takes the sudog off its queue, moves the value, sets the result of the waiting call and
 * makes the goroutine ready. A sudog of a plain send or receive ends there; those of a select are
 * cleaned up by the goroutine's on_resume (select.c).
 */
#include "lang.h"

void queue_push(WaitQueue *q, Sudog *s)
{
	s->next = NULL;
	s->prev = q->last;
	if (q->last)
		q->last->next = s;
	else
		q->first = s;
	q->last = s;
}

void queue_remove(WaitQueue *q, Sudog *s)
{
	if (!s->prev && q->first != s)
		return;
	if (s->prev)
		s->prev->next = s->next;
	else
		q->first = s->next;
	if (s->next)
		s->next->prev = s->prev;
	else
		q->last = s->prev;
	s->next = s->prev = NULL;
}

/* The first goroutine in line that can be woken: of a select only one case wins. */
static Sudog *queue_pop(WaitQueue *q)
{
	for (;;) {
		Sudog *s = q->first;
		if (!s)
			return NULL;
		queue_remove(q, s);
		uint8_t unset = 0;
		if (!s->is_select ||
		    __atomic_compare_exchange_n(&s->g->select_done, &unset, 1, false,
						__ATOMIC_ACQ_REL, __ATOMIC_RELAXED))
			return s;
	}
}

static void move(Hchan *c, void *dst, const void *src)
{
	const Type *t = c->elem;
	if (!dst)
		return;
	if (t->ptrdata && rt_wb_enabled)
		typed_move(t, dst, src);
	else if (t->size == 8)
		*(uint64_t *)dst = *(const uint64_t *)src;
	else
		memmove(dst, src, t->size);
}

static void clear(Hchan *c, void *p)
{
	if (!p)
		return;
	if (c->elem->ptrdata)
		typed_clear(c->elem, p);
	else
		rt_memclr(p, c->elem->size);
}

static uint8_t *slot(Hchan *c, Int i)
{
	return c->buf + (uintptr_t)i * c->elem->size;
}

static Int after(Hchan *c, Int i)
{
	return i + 1 == c->cap ? 0 : i + 1;
}

/* Lets the goroutine of a sudog that has left its queue go on. */
static void wake(Sudog *s, uintptr_t code)
{
	G *g = s->g;
	g->result_pointers = 0;
	if (s->is_select) {
		g->result[0] = s->ticket;
		g->result[1] = code;
	} else {
		g->result[0] = code;
		g->waiting = NULL;
		sudog_free(s);
	}
	sched_ready(g);
}

int chan_try_send(Hchan *c, const void *elem)
{
	if (c->closed)
		return CHAN_PANIC;
	Sudog *s = queue_pop(&c->receivers);
	if (s) {
		move(c, s->elem, elem);
		wake(s, CHAN_DONE);
		return CHAN_DONE;
	}
	if (c->count == c->cap)
		return CHAN_BLOCKED;
	if (c->elem->size)
		move(c, slot(c, c->sendx), elem);
	c->sendx = after(c, c->sendx);
	c->count++;
	return CHAN_DONE;
}

int chan_try_recv(Hchan *c, void *elem)
{
	Sudog *s;
	if (c->count > 0) {
		uint8_t *p = slot(c, c->recvx);
		if (c->elem->size)
			move(c, elem, p);
		s = queue_pop(&c->senders);
		if (s) {
			/* The buffer is full: the place of the oldest value is that of the newest.
			 * */
			if (c->elem->size)
				move(c, p, s->elem);
			c->recvx = c->sendx = after(c, c->recvx);
			wake(s, CHAN_DONE);
			return CHAN_DONE;
		}
		if (c->elem->ptrdata)
			clear(c, p);
		c->recvx = after(c, c->recvx);
		c->count--;
		return CHAN_DONE;
	}
	if (c->closed) {
		clear(c, elem);
		return CHAN_CLOSED;
	}
	s = queue_pop(&c->senders);
	if (!s)
		return CHAN_BLOCKED;
	move(c, elem, s->elem);
	wake(s, CHAN_DONE);
	return CHAN_DONE;
}

/* Puts the current goroutine in a queue; c->lock is held and released. */
static void wait(Hchan *c, WaitQueue *q, void *elem, WaitReason why)
{
	G *g = this_g();
	Sudog *s = sudog_new();
	s->g = g;
	s->elem = elem;
	s->c = c;
	g->waiting = s;
	queue_push(q, s);
	sched_park(g, why);
	lock_release(&c->lock);
}

Int chan_send(Hchan *c, void *elem, bool block)
{
	if (!c) {
		if (block)
			sched_park_forever(WAIT_CHAN_SEND_NIL);
		return CHAN_BLOCKED;
	}
	if (!block && !__atomic_load_n(&c->closed, __ATOMIC_ACQUIRE) &&
	    __atomic_load_n(&c->count, __ATOMIC_RELAXED) == c->cap &&
	    !__atomic_load_n(&c->receivers.first, __ATOMIC_RELAXED))
		return CHAN_BLOCKED;
	lock_acquire(&c->lock);
	int code = chan_try_send(c, elem);
	if (code == CHAN_BLOCKED && block)
		wait(c, &c->senders, elem, WAIT_CHAN_SEND);
	else
		lock_release(&c->lock);
	return code;
}

Int chan_recv(Hchan *c, void *elem, bool block)
{
	if (!c) {
		if (block)
			sched_park_forever(WAIT_CHAN_RECEIVE_NIL);
		return CHAN_BLOCKED;
	}
	if (!block && !__atomic_load_n(&c->count, __ATOMIC_RELAXED) &&
	    !__atomic_load_n(&c->senders.first, __ATOMIC_RELAXED) &&
	    !__atomic_load_n(&c->closed, __ATOMIC_ACQUIRE))
		return CHAN_BLOCKED;
	lock_acquire(&c->lock);
	int code = chan_try_recv(c, elem);
	if (code == CHAN_BLOCKED && block)
		wait(c, &c->receivers, elem, WAIT_CHAN_RECEIVE);
	else
		lock_release(&c->lock);
	return code;
}

Int chan_close(Hchan *c)
{
	Sudog *s;
	if (!c)
		return CHAN_NIL;
	lock_acquire(&c->lock);
	if (c->closed) {
		lock_release(&c->lock);
		return CHAN_PANIC;
	}
	__atomic_store_n(&c->closed, 1, __ATOMIC_RELEASE);
	while ((s = queue_pop(&c->receivers))) {
		clear(c, s->elem);
		wake(s, CHAN_CLOSED);
	}
	while ((s = queue_pop(&c->senders)))
		wake(s, CHAN_PANIC);
	lock_release(&c->lock);
	return CHAN_DONE;
}
