/*
 * Finalizers: a table of entries by object; those whose object has died wait, in order, for package
 * runtime's goroutine.
 *
 * What an object with a finalizer refers to stays until the finalizer has run, so the objects it
 * leads to, and its function, are roots; the object itself is not. After marking, objects that
 * are not marked are dead: they are marked for the finalizer's sake and leave the table.
 */
#include "mem.h"

typedef struct Entry {
	Finalizer f;
	struct Entry *next;
} Entry;

static struct {
	Lock lock;
	Entry **buckets; /* a power of two of lists */
	uintptr_t size, count;
	Entry *ready, **ready_end, *unused;
	G *waiting; /* package runtime's goroutine, when it has nothing to do */
	G *running; /* atomic: the same, from its first finalizer until it has nothing to do */
} table;

static Entry **bucket_of(const void *obj)
{
	uint64_t h = (uint64_t)(uintptr_t)obj * 0x9e3779b97f4a7c15ull;
	return &table.buckets[(h >> 32) & (table.size - 1)];
}

static void grow(void)
{
	Entry **old = table.buckets;
	uintptr_t n = table.size;
	table.size = n ? 4 * n : 64;
	table.buckets = mem_persistent(table.size * sizeof old[0]);
	for (uintptr_t i = 0; i < n; i++) {
		for (Entry *e = old[i], *next; e; e = next) {
			next = e->next;
			Entry **b = bucket_of(e->f.obj);
			e->next = *b;
			*b = e;
		}
	}
}

static void forget(const void *obj)
{
	if (!table.size)
		return;
	for (Entry **at = bucket_of(obj); *at; at = &(*at)->next) {
		Entry *e = *at;
		if (e->f.obj != obj)
			continue;
		*at = e->next;
		e->next = table.unused;
		table.unused = e;
		table.count--;
		return;
	}
}

static void remember(Finalizer f)
{
	if (table.count >= table.size)
		grow();
	Entry *e = table.unused;
	if (e)
		table.unused = e->next;
	else
		e = mem_persistent(sizeof(Entry));
	e->f = f;
	Entry **b = bucket_of(f.obj);
	e->next = *b;
	*b = e;
	table.count++;
}

bool mem_set_finalizer(void *obj, void *fn, void *arg_type, const Type *obj_type,
		       uintptr_t result_bytes)
{
	uintptr_t base, size;
	if (!mem_find_object(obj, &base, &size) || base != (uintptr_t)obj)
		return false;
	lock_acquire(&table.lock);
	forget(obj);
	if (fn)
		remember((Finalizer){obj, fn, arg_type, obj_type, result_bytes});
	lock_release(&table.lock);
	return true;
}

void finalizers_mark(Marker *w)
{
	for (Entry *e = table.ready; e; e = e->next) {
		gc_mark(w, e->f.obj);
		gc_mark(w, e->f.fn);
	}
	for (uintptr_t i = 0; i < table.size; i++) {
		for (Entry *e = table.buckets[i]; e; e = e->next) {
			gc_mark(w, e->f.fn);
			gc_scan_object(w, e->f.obj);
		}
	}
}

void finalizers_find_dead(Marker *w)
{
	if (!table.ready)
		table.ready_end = &table.ready;
	for (uintptr_t i = 0; i < table.size; i++) {
		for (Entry **at = &table.buckets[i]; *at;) {
			Entry *e = *at;
			if (is_marked(e->f.obj)) {
				at = &e->next;
				continue;
			}
			*at = e->next;
			table.count--;
			gc_mark(w, e->f.obj);
			e->next = NULL;
			*table.ready_end = e;
			table.ready_end = &e->next;
		}
	}
}

/* Leaf: there are finalizers to run, and nothing keeps their goroutine from it. */
bool mem_finalizers_busy(void)
{
	G *g = atomic_load(&table.running);
	if (!g)
		return atomic_peek(&table.ready) != NULL;
	uint8_t status = atomic_load(&g->status);
	return g != this_g() &&
	       (status == G_RUNNABLE || status == G_RUNNING || status == G_STOPPED);
}

void finalizers_wake(void)
{
	if (table.ready && table.waiting) {
		G *g = table.waiting;
		table.waiting = NULL;
		atomic_set(&table.running, g);
		sched_ready(g);
	}
}

bool mem_fetch_finalizer(Finalizer *out)
{
	lock_acquire(&table.lock);
	Entry *e = table.ready;
	if (e) {
		atomic_set(&table.running, this_g());
		table.ready = e->next;
		*out = e->f;
		e->f = (Finalizer){0};
		e->next = table.unused;
		table.unused = e;
	}
	lock_release(&table.lock);
	return e != NULL;
}

void mem_wait_finalizer(void)
{
	lock_acquire(&table.lock);
	if (!table.ready) {
		atomic_set(&table.running, NULL);
		table.waiting = this_g();
		sched_park(table.waiting, WAIT_FINALIZER);
	}
	lock_release(&table.lock);
}
