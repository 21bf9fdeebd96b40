/*
 * Timers: a binary heap ordered by time (Williams, 1964). Those that wake a sleeping goroutine do
 * it when they fire; the functions of the others are run by a goroutine of package runtime, in the
 * order in which they fired.
 */
#include "sched.h"

void gc_mark(const void *p);

static struct {
	Timer **heap;
	Int count, room;
	FiredTimer *fired; /* ring */
	Int first, nfired, fired_room;
	G *waiting; /* package runtime's goroutine */
} timers;

enum { PENDING = 1 };

static void place(Timer *t, Int i)
{
	timers.heap[i] = t;
	t->index = i;
}

static void up(Int i)
{
	Timer *t = timers.heap[i];
	for (; i > 0 && timers.heap[(i - 1) / 2]->when > t->when; i = (i - 1) / 2)
		place(timers.heap[(i - 1) / 2], i);
	place(t, i);
}

static void down(Int i)
{
	Timer *t = timers.heap[i];
	for (;;) {
		Int child = 2 * i + 1;
		if (child >= timers.count)
			break;
		if (child + 1 < timers.count &&
		    timers.heap[child + 1]->when < timers.heap[child]->when)
			child++;
		if (timers.heap[child]->when >= t->when)
			break;
		place(timers.heap[child], i);
		i = child;
	}
	place(t, i);
}

static void take_out(Timer *t)
{
	Int i = t->index;
	Timer *last = timers.heap[--timers.count];
	t->status = 0;
	if (last == t)
		return;
	place(last, i);
	down(i);
	up((Int)last->index);
}

/* Memory for n more: twice the room. Old memory stays where it is, the sizes add up to less than
 * the last. */
static void *widen(void *old, Int used, Int room, uintptr_t size)
{
	void *p = mem_persistent((uintptr_t)room * size);
	memcpy(p, old, (uintptr_t)used * size);
	return p;
}

void timer_start(Timer *t)
{
	if (t->status == PENDING)
		rt_throw("timer is started already");
	if (timers.count == timers.room) {
		timers.room = timers.room ? 2 * timers.room : 64;
		timers.heap = widen(timers.heap, timers.count, timers.room, sizeof timers.heap[0]);
	}
	t->status = PENDING;
	if (t->when < 0)
		t->when = INT64_MAX;
	place(t, timers.count++);
	up((Int)t->index);
}

bool timer_stop(Timer *t)
{
	if (t->status != PENDING)
		return false;
	take_out(t);
	return true;
}

bool timer_reset(Timer *t, int64_t when)
{
	bool was = timer_stop(t);
	t->when = when;
	timer_start(t);
	return was;
}

static void add_fired(const Timer *t)
{
	if (timers.nfired == timers.fired_room) {
		Int room = timers.fired_room ? 2 * timers.fired_room : 64;
		FiredTimer *ring = mem_persistent((uintptr_t)room * sizeof ring[0]);
		for (Int i = 0; i < timers.nfired; i++)
			ring[i] = timers.fired[(timers.first + i) % timers.fired_room];
		timers.fired = ring;
		timers.first = 0;
		timers.fired_room = room;
	}
	timers.fired[(timers.first + timers.nfired++) % timers.fired_room] =
		(FiredTimer){t->f, {t->arg[0], t->arg[1]}, t->seq};
}

static void fire(Timer *t, int64_t now)
{
	if (t->period > 0) {
		t->when += t->period * (1 + (now - t->when) / t->period);
		down((Int)t->index);
	} else {
		take_out(t);
	}
	if (!t->f) {
		sched_ready(t->arg[0]);
		return;
	}
	add_fired(t);
	if (timers.waiting) {
		G *g = timers.waiting;
		timers.waiting = NULL;
		sched_ready(g);
	}
}

int64_t timers_run(void)
{
	if (timers.count == 0)
		return INT64_MAX;
	int64_t now = os_nanotime();
	while (timers.count && timers.heap[0]->when <= now)
		fire(timers.heap[0], now);
	return timers.count ? timers.heap[0]->when : INT64_MAX;
}

bool timer_fetch(FiredTimer *out)
{
	if (timers.nfired == 0)
		return false;
	*out = timers.fired[timers.first];
	timers.fired[timers.first] = (FiredTimer){0};
	timers.first = (timers.first + 1) % timers.fired_room;
	timers.nfired--;
	return true;
}

void timer_wait(void)
{
	if (timers.nfired)
		return;
	timers.waiting = this_g();
	sched_park(timers.waiting, WAIT_TIMER);
}

void sched_sleep(int64_t ns)
{
	G *g = this_g();
	if (ns <= 0)
		return;
	if (!g->timer)
		g->timer = mem_persistent(sizeof(Timer));
	int64_t when = os_nanotime() + ns;
	*g->timer = (Timer){.when = when < 0 ? INT64_MAX : when, .arg = {g, NULL}};
	timer_start(g->timer);
	sched_park(g, WAIT_SLEEP);
}

void timers_mark(void)
{
	for (Int i = 0; i < timers.count; i++) {
		Timer *t = timers.heap[i];
		gc_mark(t);
		gc_mark(t->f);
		gc_mark(t->arg[1]);
	}
	for (Int i = 0; i < timers.nfired; i++) {
		FiredTimer *f = &timers.fired[(timers.first + i) % timers.fired_room];
		gc_mark(f->f);
		gc_mark(f->arg[1]);
	}
}
