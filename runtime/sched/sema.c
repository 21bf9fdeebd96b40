/*
 * Semaphores and condition lists for package sync.
 *
 * A goroutine that finds a semaphore at 0 waits in a queue, found by hashing the semaphore's
 * address; a release gives the unit directly to the first one that waits for that address. A
 * condition list orders its waiters by ticket.
 */
#include "sched.h"

typedef struct Queue {
	Sudog *first, *last;
} Queue;

enum { QUEUES = 251 };
static Queue queues[QUEUES];

static Queue *queue_of(const void *address)
{
	return &queues[((uintptr_t)address >> 3) % QUEUES];
}

void sema_acquire(uint32_t *address, bool lifo)
{
	G *g = this_g();
	if (*address > 0) {
		--*address;
		return;
	}
	Queue *q = queue_of(address);
	Sudog *s = sudog_new();
	s->g = g;
	s->ticket = (uintptr_t)address;
	if (lifo) {
		s->next = q->first;
		q->first = s;
		if (!q->last)
			q->last = s;
	} else {
		if (q->last)
			q->last->next = s;
		else
			q->first = s;
		q->last = s;
	}
	sched_park(g, WAIT_SEMACQUIRE);
}

void sema_release(uint32_t *address, bool handoff)
{
	Queue *q = queue_of(address);
	Sudog *before = NULL;
	for (Sudog *s = q->first; s; before = s, s = s->next) {
		if (s->ticket != (uintptr_t)address)
			continue;
		if (before)
			before->next = s->next;
		else
			q->first = s->next;
		if (q->last == s)
			q->last = before;
		G *g = s->g;
		sudog_free(s);
		sched_ready(g);
		if (handoff)
			sched_gosched();
		return;
	}
	++*address;
}

/* As package sync declares it. */
typedef struct NotifyList {
	uint32_t wait, notify; /* the next ticket to give out, to notify */
	uintptr_t lock;
	Sudog *head, *tail;
} NotifyList;

uint32_t notify_list_add(void *list)
{
	return ((NotifyList *)list)->wait++;
}

void notify_list_wait(void *list, uint32_t ticket)
{
	NotifyList *l = list;
	G *g = this_g();
	if ((int32_t)(ticket - l->notify) < 0)
		return;
	Sudog *s = sudog_new();
	s->g = g;
	s->ticket = ticket;
	if (l->tail)
		l->tail->next = s;
	else
		l->head = s;
	l->tail = s;
	sched_park(g, WAIT_COND);
}

void notify_list_notify_all(void *list)
{
	NotifyList *l = list;
	Sudog *s = l->head, *next;
	l->head = l->tail = NULL;
	l->notify = l->wait;
	for (; s; s = next) {
		next = s->next;
		G *g = s->g;
		sudog_free(s);
		sched_ready(g);
	}
}

void notify_list_notify_one(void *list)
{
	NotifyList *l = list;
	Sudog *before = NULL;
	if (l->notify == l->wait)
		return;
	uint32_t ticket = l->notify++;
	for (Sudog *s = l->head; s; before = s, s = s->next) {
		if (s->ticket != ticket)
			continue;
		if (before)
			before->next = s->next;
		else
			l->head = s->next;
		if (l->tail == s)
			l->tail = before;
		G *g = s->g;
		sudog_free(s);
		sched_ready(g);
		return;
	}
}
