/*
 * How goroutines begin and end, and the records (G, Sudog) that processors keep for the next ones.
 *
 * A G is never given back to the system: threads may look at any G at any time. A finished one
 * keeps a stack of the smallest size for the next goroutine.
 */
#include "sched.h"

extern char rt_gostart[];

/* ---------------------------------------------------------------- all goroutines */

static void add_to_all(G *g)
{
	lock_acquire(&sched.all_lock);
	if (sched.all_count == sched.all_room) {
		/* The old array stays: others may be reading it. */
		uintptr_t room = sched.all_room ? 2 * sched.all_room : 64;
		G **all = mem_persistent(room * sizeof all[0]);
		memcpy(all, sched.all, sched.all_count * sizeof all[0]);
		atomic_store(&sched.all, all);
		sched.all_room = room;
	}
	sched.all[sched.all_count] = g;
	atomic_store(&sched.all_count, sched.all_count + 1);
	lock_release(&sched.all_lock);
}

uintptr_t sched_g_count(void)
{
	return atomic_load(&sched.all_count);
}

G *sched_g_at(uintptr_t i)
{
	return atomic_load(&sched.all)[i];
}

/* ---------------------------------------------------------------- records of finished ones */

static G *dead_get(P *p)
{
	if (!p->dead && atomic_peek(&sched.dead)) {
		lock_acquire(&sched.lock);
		while (sched.dead && p->dead_count < DEAD_CACHE / 2) {
			G *g = sched.dead;
			sched.dead = g->next;
			g->next = p->dead;
			p->dead = g;
			p->dead_count++;
		}
		lock_release(&sched.lock);
	}
	G *g = p->dead;
	if (g) {
		p->dead = g->next;
		p->dead_count--;
	}
	return g;
}

static void dead_spill(P *p, uint32_t keep)
{
	while (p->dead_count > keep) {
		G *g = p->dead;
		p->dead = g->next;
		p->dead_count--;
		g->next = sched.dead;
		atomic_set(&sched.dead, g);
	}
}

static void dead_put(P *p, G *g)
{
	g->next = p->dead;
	p->dead = g;
	if (++p->dead_count < DEAD_CACHE)
		return;
	lock_acquire(&sched.lock);
	dead_spill(p, DEAD_CACHE / 2);
	lock_release(&sched.lock);
}

void dead_flush(P *p)
{
	dead_spill(p, 0);
}

/* ---------------------------------------------------------------- beginning and end */

static uint64_t new_id(P *p)
{
	if (p->next_id == p->end_id) {
		p->end_id = atomic_add(&sched.ids, ID_BATCH) + 1;
		p->next_id = p->end_id - ID_BATCH;
	}
	return p->next_id++;
}

G *goroutine_new(char *entry, void *closure)
{
	P *p = this_m()->p;
	G *g = dead_get(p);
	if (g) {
		*g = (G){.timer = g->timer,
			 .stack_lo = g->stack_lo,
			 .stack_hi = g->stack_hi,
			 .status = G_DEAD};
	} else {
		g = mem_persistent(sizeof(G));
		add_to_all(g);
	}
	if (!g->stack_lo)
		stack_alloc(g, STACK_MIN);
	g->stackguard = g->stack_lo + STACK_GUARD;
	g->id = new_id(p);
	g->pc = (uintptr_t)entry;
	g->sp = g->stack_hi - 16;
	*(uintptr_t *)(g->sp - 8) = 0;
	g->result[1] = (uintptr_t)closure;
	g->result_pointers = 2;
	g->stop = STOP_CALL;
	g->labels = this_g() ? this_g()->labels : NULL;
	atomic_set(&p->goroutines, p->goroutines + 1);
	return g;
}

/* The return address of the function that called package runtime's newproc. */
static uintptr_t go_statement(const G *g)
{
	StackFrame f;
	return frame_begin(&f, g) && frame_next(&f) ? f.pc : 0;
}

static void begin(void *fn, bool is_system)
{
	G *g = goroutine_new(rt_gostart, fn);
	if (is_system) {
		P *p = this_m()->p;
		g->is_system = 1;
		atomic_set(&p->goroutines, p->goroutines - 1);
	}
	g->start_fn = *(uintptr_t *)fn;
	g->created_pc = go_statement(this_g());
	threads_begin();
	sched_ready(g);
}

void sched_newproc(void *fn)
{
	begin(fn, false);
}

void sched_newproc_system(void *fn)
{
	begin(fn, true);
}

void sched_goexit(void)
{
	M *m = this_m();
	P *p = m->p;
	G *g = m->curg;
	m->parked = 1;
	m->curg = NULL;
	if (g->locked_m) {
		g->locked_m = NULL;
		m->locked_g = NULL;
		g->lock_depth = 0;
	}
	if (!g->is_system)
		atomic_set(&p->goroutines, p->goroutines - 1);
	g->panic = NULL;
	g->defer = NULL;
	if (g->stack_hi - g->stack_lo != STACK_MIN)
		stack_free(g);
	else if (modes.poison)
		memset((void *)g->stack_lo, 0xdb, STACK_MIN);
	atomic_publish(&g->status, G_DEAD);
	dead_put(p, g);
}

Int sched_num_goroutine(void)
{
	Int n = atomic_load(&sched.goroutines);
	for (uint32_t i = 0; i < atomic_load(&sched.procs); i++)
		n += atomic_load(&sched.ps[i]->goroutines);
	return n;
}

uint64_t sched_goid(void)
{
	return this_g()->id;
}

/* ---------------------------------------------------------------- sudogs */

Sudog *sudog_new(void)
{
	P *p = this_m()->p;
	if (!p->sudogs && atomic_peek(&sched.sudogs)) {
		lock_acquire(&sched.lock);
		while (sched.sudogs && p->sudog_count < SUDOG_CACHE / 2) {
			Sudog *s = sched.sudogs;
			atomic_set(&sched.sudogs, s->next);
			s->next = p->sudogs;
			p->sudogs = s;
			p->sudog_count++;
		}
		lock_release(&sched.lock);
	}
	Sudog *s = p->sudogs;
	if (!s)
		return mem_persistent(sizeof(Sudog));
	p->sudogs = s->next;
	p->sudog_count--;
	*s = (Sudog){0};
	return s;
}

static void sudogs_spill(P *p, uint32_t keep)
{
	while (p->sudog_count > keep) {
		Sudog *s = p->sudogs;
		p->sudogs = s->next;
		p->sudog_count--;
		s->next = sched.sudogs;
		atomic_set(&sched.sudogs, s);
	}
}

void sudog_free(Sudog *s)
{
	P *p = this_m()->p;
	s->next = p->sudogs;
	p->sudogs = s;
	if (++p->sudog_count < SUDOG_CACHE)
		return;
	lock_acquire(&sched.lock);
	sudogs_spill(p, SUDOG_CACHE / 2);
	lock_release(&sched.lock);
}

void sudogs_flush(P *p)
{
	sudogs_spill(p, 0);
}

/* ---------------------------------------------------------------- labels of profiles */

void sched_set_labels(void *labels)
{
	this_g()->labels = labels;
}

void *sched_labels(void)
{
	return this_g()->labels;
}
