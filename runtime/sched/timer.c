/*
 * Timers: each processor has a binary heap ordered by time (Williams, 1964). A timer goes to the
 * heap of the processor that starts it; t->p says which, and changes only under that heap's lock.
 *
 * The scheduler fires what is due before it looks for work, in its own heap, and in the others'
 * when it has nothing to do. Timers that wake a sleeping goroutine do it when they fire; the
 * functions of the others are run by a goroutine of package runtime, in the order in which they
 * fired.
 *
 * When threads have nothing to do, one of them sleeps until the first timer of all
 * (sched.timer_sleeper). It announces until when before it looks at the heaps once more; who starts
 * an earlier timer puts it in the heap before looking at the announcement.
 */
#include "sched.h"

static struct {
	Lock lock;
	FiredTimer *items; /* ring */
	Int first, count, room;
	G *waiting; /* package runtime's goroutine, when it has nothing to do */
} fired;

/* ---------------------------------------------------------------- heap */

static void place(TimerHeap *h, Timer *t, Int i)
{
	h->items[i] = t;
	t->index = i;
}

static void up(TimerHeap *h, Int i)
{
	Timer *t = h->items[i];
	for (; i > 0 && h->items[(i - 1) / 2]->when > t->when; i = (i - 1) / 2)
		place(h, h->items[(i - 1) / 2], i);
	place(h, t, i);
}

static void down(TimerHeap *h, Int i)
{
	Timer *t = h->items[i];
	for (;;) {
		Int child = 2 * i + 1;
		if (child >= h->count)
			break;
		if (child + 1 < h->count && h->items[child + 1]->when < h->items[child]->when)
			child++;
		if (h->items[child]->when >= t->when)
			break;
		place(h, h->items[child], i);
		i = child;
	}
	place(h, t, i);
}

static void note_first(TimerHeap *h)
{
	atomic_store(&h->first, h->count ? h->items[0]->when : NEVER);
}

static void take_out(TimerHeap *h, Timer *t)
{
	Int i = t->index;
	Timer *last = h->items[--h->count];
	h->items[h->count] = NULL;
	atomic_publish(&t->p, NULL);
	if (last == t)
		return;
	place(h, last, i);
	down(h, i);
	up(h, (Int)last->index);
}

/* Memory for one more: twice the room. Old memory is not used again, the sizes add up to less than
 * the last. */
static void put_in(P *p, Timer *t)
{
	TimerHeap *h = &p->timers;
	if (h->count == h->room) {
		Int room = h->room ? 2 * h->room : 64;
		Timer **items = mem_persistent((uintptr_t)room * sizeof items[0]);
		memcpy(items, h->items, (uintptr_t)h->count * sizeof items[0]);
		h->items = items;
		h->room = room;
	}
	place(h, t, h->count++);
	up(h, (Int)t->index);
}

/* Locks the heap that t is in; NULL: it is in none. */
static P *lock_heap_of(Timer *t)
{
	for (;;) {
		P *p = atomic_load(&t->p);
		if (!p)
			return NULL;
		lock_acquire(&p->timers.lock);
		if (atomic_load(&t->p) == p)
			return p;
		lock_release(&p->timers.lock);
	}
}

/* ---------------------------------------------------------------- start and stop */

/* A timer that is due at `when` is in a heap: somebody must be awake by then. */
static void somebody_wakes(int64_t when)
{
	if (atomic_load(&sched.timer_sleeper)) {
		if (when < atomic_load(&sched.sleep_until))
			note_wake(&sched.timer_note);
	} else {
		p_wake();
	}
}

static void add(Timer *t, int64_t when)
{
	P *p = this_m()->p;
	lock_acquire(&p->timers.lock);
	if (!atomic_cas(&t->p, NULL, p)) {
		/* Two goroutines start it at once: one of them did. */
		lock_release(&p->timers.lock);
		return;
	}
	t->when = when < 0 ? NEVER - 1 : when;
	put_in(p, t);
	note_first(&p->timers);
	bool first = p->timers.items[0] == t;
	lock_release(&p->timers.lock);
	if (first)
		somebody_wakes(when);
}

void timer_start(Timer *t)
{
	add(t, t->when);
}

bool timer_stop(Timer *t)
{
	P *p = lock_heap_of(t);
	if (!p)
		return false;
	take_out(&p->timers, t);
	note_first(&p->timers);
	lock_release(&p->timers.lock);
	return true;
}

bool timer_reset(Timer *t, int64_t when)
{
	bool was = timer_stop(t);
	add(t, when);
	return was;
}

/* The goroutine is parked under the heap's lock: the timer cannot fire before. */
void sched_sleep(int64_t ns)
{
	G *g = this_g();
	P *p = this_m()->p;
	if (ns <= 0)
		return;
	if (!g->timer)
		g->timer = mem_persistent(sizeof(Timer));
	Timer *t = g->timer;
	int64_t when = os_nanotime() + ns;
	*t = (Timer){.when = when < 0 ? NEVER - 1 : when, .arg = {g, NULL}, .p = p};
	lock_acquire(&p->timers.lock);
	put_in(p, t);
	note_first(&p->timers);
	bool first = p->timers.items[0] == t;
	sched_park(g, WAIT_SLEEP);
	lock_release(&p->timers.lock);
	if (first)
		somebody_wakes(when);
}

/* ---------------------------------------------------------------- firing */

static void add_fired(const Timer *t)
{
	lock_acquire(&fired.lock);
	if (fired.count == fired.room) {
		Int room = fired.room ? 2 * fired.room : 64;
		FiredTimer *items = mem_persistent((uintptr_t)room * sizeof items[0]);
		for (Int i = 0; i < fired.count; i++)
			items[i] = fired.items[(fired.first + i) % fired.room];
		fired.items = items;
		fired.first = 0;
		fired.room = room;
	}
	fired.items[(fired.first + fired.count++) % fired.room] =
		(FiredTimer){t->f, {t->arg[0], t->arg[1]}, t->seq};
	G *g = fired.waiting;
	fired.waiting = NULL;
	lock_release(&fired.lock);
	if (g)
		sched_ready(g);
}

static void fire(TimerHeap *h, Timer *t, int64_t now)
{
	G *sleeper = t->f ? NULL : t->arg[0];
	if (t->f)
		add_fired(t);
	if (t->period > 0) {
		t->when += t->period * (1 + (now - t->when) / t->period);
		if (t->when < 0)
			t->when = NEVER - 1;
		down(h, (Int)t->index);
	} else {
		take_out(h, t);
	}
	if (sleeper)
		sched_ready(sleeper);
}

void timers_run(P *p, int64_t now)
{
	TimerHeap *h = &p->timers;
	if (now < atomic_load(&h->first))
		return;
	lock_acquire(&h->lock);
	while (h->count && h->items[0]->when <= now)
		fire(h, h->items[0], now);
	note_first(h);
	lock_release(&h->lock);
}

int64_t timers_next(void)
{
	int64_t next = NEVER;
	for (uint32_t i = 0; i < atomic_load(&sched.procs); i++) {
		int64_t first = atomic_load(&sched.ps[i]->timers.first);
		if (first < next)
			next = first;
	}
	return next;
}

void timers_move(P *from, P *to)
{
	TimerHeap *h = &from->timers;
	while (h->count) {
		Timer *t = h->items[0];
		take_out(h, t);
		t->p = to;
		put_in(to, t);
	}
	note_first(h);
	note_first(&to->timers);
}

bool timers_sleep(M *m)
{
	int64_t next = timers_next();
	if (next == NEVER)
		return false;
	if (!atomic_cas(&sched.timer_sleeper, NULL, m)) {
		/* It may have looked while a processor was changing its place. */
		if (next < atomic_load(&sched.sleep_until))
			note_wake(&sched.timer_note);
		return false;
	}
	for (;;) {
		atomic_store(&sched.sleep_until, next);
		int64_t again = timers_next();
		if (again >= next)
			break;
		next = again;
	}
	int64_t ns = next - os_nanotime();
	if (ns > 0)
		note_sleep_for(&sched.timer_note, ns);
	atomic_store(&sched.timer_sleeper, NULL);
	return true;
}

/* ---------------------------------------------------------------- functions of timers */

bool timer_fetch(FiredTimer *out)
{
	lock_acquire(&fired.lock);
	bool any = fired.count > 0;
	if (any) {
		*out = fired.items[fired.first];
		fired.items[fired.first] = (FiredTimer){0};
		fired.first = (fired.first + 1) % fired.room;
		fired.count--;
	}
	lock_release(&fired.lock);
	return any;
}

void timer_wait(void)
{
	lock_acquire(&fired.lock);
	if (fired.count == 0) {
		fired.waiting = this_g();
		sched_park(fired.waiting, WAIT_TIMER);
	}
	lock_release(&fired.lock);
}

/* ---------------------------------------------------------------- for the collector */

void timers_visit(void (*visit)(void *context, void *p), void *context)
{
	for (uint32_t i = 0; i < sched.procs; i++) {
		TimerHeap *h = &sched.ps[i]->timers;
		for (Int j = 0; j < h->count; j++) {
			Timer *t = h->items[j];
			visit(context, t);
			visit(context, t->f);
			visit(context, t->arg[1]);
		}
	}
	for (Int i = 0; i < fired.count; i++) {
		FiredTimer *f = &fired.items[(fired.first + i) % fired.room];
		visit(context, f->f);
		visit(context, f->arg[1]);
	}
}
