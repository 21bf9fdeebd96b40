/*
 * Semaphores and condition lists for package sync.
 *
 * A goroutine that finds a semaphore at 0 waits in a bucket, found by hashing the semaphore's
 * address: a list with one sudog for each address, the first that waits there, from which the
 * others hang. It counts itself in the bucket before it looks at the semaphore once more; a release
 * raises the semaphore before it looks at that count. A unit that a release finds still there goes
 * directly to the first in line.
 *
 * A condition list orders its waiters by ticket.
 */
#include "sched.h"

/* Of a sudog: `next` is the next address's in the bucket, `waitlink` the next for the same address,
 * `tail` the last for it (kept in the first), `ticket` the address. */
typedef struct Bucket {
	Lock lock;
	uint32_t waiters; /* atomic */
	Sudog *first;
	char apart[48]; /* no two in a cache line */
} Bucket;

enum { BUCKETS = 251 };
static Bucket buckets[BUCKETS];

static Bucket *bucket_of(const void *address)
{
	return &buckets[((uintptr_t)address >> 3) % BUCKETS];
}

static bool take_unit(uint32_t *address)
{
	for (;;) {
		uint32_t v = atomic_load(address);
		if (v == 0)
			return false;
		if (atomic_cas(address, v, v - 1))
			return true;
	}
}

/* Where the link to the first sudog of an address is, or the link at the end. */
static Sudog **find(Bucket *b, const uint32_t *address)
{
	Sudog **at = &b->first;
	while (*at && (*at)->ticket != (uintptr_t)address)
		at = &(*at)->next;
	return at;
}

static void enqueue(Bucket *b, uint32_t *address, Sudog *s, bool lifo)
{
	Sudog **at = find(b, address), *head = *at;
	s->ticket = (uintptr_t)address;
	if (!head) {
		s->tail = s;
		*at = s;
	} else if (lifo) {
		s->next = head->next;
		s->waitlink = head;
		s->tail = head->tail;
		*at = s;
	} else {
		head->tail->waitlink = s;
		head->tail = s;
	}
}

static Sudog *dequeue(Bucket *b, const uint32_t *address)
{
	Sudog **at = find(b, address), *head = *at;
	if (!head)
		return NULL;
	Sudog *second = head->waitlink;
	if (second) {
		second->next = head->next;
		second->tail = head->tail;
		*at = second;
	} else {
		*at = head->next;
	}
	return head;
}

void sema_acquire(uint32_t *address, bool lifo)
{
	if (take_unit(address))
		return;
	G *g = this_g();
	Bucket *b = bucket_of(address);
	Sudog *s = sudog_new();
	s->g = g;
	lock_acquire(&b->lock);
	atomic_add(&b->waiters, 1);
	if (take_unit(address)) {
		atomic_add(&b->waiters, -1);
		lock_release(&b->lock);
		sudog_free(s);
		return;
	}
	enqueue(b, address, s, lifo);
	sched_park(g, WAIT_SEMACQUIRE);
	lock_release(&b->lock);
}

void sema_release(uint32_t *address, bool handoff)
{
	Bucket *b = bucket_of(address);
	atomic_add(address, 1);
	if (atomic_load(&b->waiters) == 0)
		return;
	lock_acquire(&b->lock);
	Sudog *s = NULL;
	if (*find(b, address) && take_unit(address)) {
		s = dequeue(b, address);
		atomic_add(&b->waiters, -1);
	}
	lock_release(&b->lock);
	if (!s)
		return;
	G *g = s->g;
	sudog_free(s);
	sched_ready(g);
	if (handoff && this_m()->locks == 0)
		sched_yield();
}

/* ---------------------------------------------------------------- condition lists */

/* As package sync declares it. The lock is in C's terms. */
typedef struct NotifyList {
	uint32_t wait, notify; /* the next ticket to give out (atomic), to notify */
	Lock lock;
	uint32_t unused;
	Sudog *head, *tail;
} NotifyList;

uint32_t notify_list_add(void *list)
{
	return atomic_add(&((NotifyList *)list)->wait, 1) - 1;
}

void notify_list_wait(void *list, uint32_t ticket)
{
	NotifyList *l = list;
	lock_acquire(&l->lock);
	if ((int32_t)(ticket - l->notify) < 0) {
		lock_release(&l->lock);
		return;
	}
	G *g = this_g();
	Sudog *s = sudog_new();
	s->g = g;
	s->ticket = ticket;
	if (l->tail)
		l->tail->next = s;
	else
		l->head = s;
	l->tail = s;
	sched_park(g, WAIT_COND);
	lock_release(&l->lock);
}

static void wake(Sudog *s)
{
	G *g = s->g;
	sudog_free(s);
	sched_ready(g);
}

void notify_list_notify_all(void *list)
{
	NotifyList *l = list;
	if (atomic_load(&l->wait) == atomic_load(&l->notify))
		return;
	lock_acquire(&l->lock);
	Sudog *s = l->head, *next;
	l->head = l->tail = NULL;
	atomic_store(&l->notify, atomic_load(&l->wait));
	lock_release(&l->lock);
	for (; s; s = next) {
		next = s->next;
		wake(s);
	}
}

/* The one that has the next ticket; it may not have come to wait yet. */
void notify_list_notify_one(void *list)
{
	NotifyList *l = list;
	if (atomic_load(&l->wait) == atomic_load(&l->notify))
		return;
	lock_acquire(&l->lock);
	uint32_t ticket = l->notify;
	if (ticket == atomic_load(&l->wait)) {
		lock_release(&l->lock);
		return;
	}
	atomic_store(&l->notify, ticket + 1);
	Sudog *before = NULL, *s = l->head;
	while (s && s->ticket != ticket) {
		before = s;
		s = s->next;
	}
	if (s) {
		if (before)
			before->next = s->next;
		else
			l->head = s->next;
		if (l->tail == s)
			l->tail = before;
	}
	lock_release(&l->lock);
	if (s)
		wake(s);
}
