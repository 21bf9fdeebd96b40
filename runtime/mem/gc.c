/*
 * The collector: precise mark and sweep with the world stopped.
 *
 * Roots are the package variables with pointers (section goroots), what each goroutine holds on to
 * (stack.c), timers and finalizers. Objects are scanned by their types' bitmaps, from an explicit
 * stack.
 */
#include "mem.h"

typedef struct Root {
	uint8_t *address;
	const Type *type;
} Root;

extern const Root __start_goroots[] __attribute__((weak)), __stop_goroots[] __attribute__((weak));

static struct {
	uint8_t **items;
	uintptr_t used, size;
} work;

static void push(uint8_t *object)
{
	if (work.used == work.size) {
		uintptr_t size = work.size ? 2 * work.size : 65536;
		uint8_t **items = pages_map(size * sizeof items[0]);
		memcpy(items, work.items, work.used * sizeof items[0]);
		if (work.items)
			pages_unmap(work.items, work.size * sizeof items[0]);
		work.items = items;
		work.size = size;
	}
	work.items[work.used++] = object;
}

void gc_mark(const void *p)
{
	Span *s = span_at(p);
	if (!s)
		return;
	uintptr_t i =
		s->state == SPAN_LARGE ? 0 : (uintptr_t)((const uint8_t *)p - s->base) / s->size;
	uint64_t bit = (uint64_t)1 << i % 64;
	if (i >= s->count || s->marked[i / 64] & bit || !(s->used[i / 64] & bit))
		return;
	s->marked[i / 64] |= bit;
	if (s->scan)
		push(s->base + i * s->size);
}

/* The pointers of `bytes` of memory that holds values of a type one after the other. */
static void scan(uint8_t *p, uintptr_t bytes, const Type *t)
{
	uintptr_t words = t->ptrdata / 8;
	if (!words)
		return;
	for (uintptr_t at = 0; at + t->ptrdata <= bytes; at += t->size) {
		void **value = (void **)(p + at);
		for (uintptr_t i = 0; i < words; i++)
			if (t->gcdata[i / 8] >> i % 8 & 1)
				gc_mark(value[i]);
	}
}

static void drain(void)
{
	while (work.used) {
		uint8_t *p = work.items[--work.used];
		Span *s = span_at(p);
		bool large = s->state == SPAN_LARGE;
		scan(p, large ? s->large_size : s->size,
		     s->types[large ? 0 : (uintptr_t)(p - s->base) / s->size]);
	}
}

static void mark_roots(void)
{
	for (const Root *r = __start_goroots; r < __stop_goroots; r++)
		scan(r->address, r->type->size, r->type);
	for (G *g = sched_next_g(NULL); g; g = sched_next_g(g))
		if (g->status != G_IDLE && g->status != G_DEAD)
			gc_mark_stack(g);
	timers_mark();
}

/* What was not marked is free. The lists of spans with free objects are made anew. */
static void sweep(void)
{
	Span *all = heap.all, *next;
	heap.all = NULL;
	heap.live = 0;
	memset(heap.partial, 0, sizeof heap.partial);
	for (Span *s = all; s; s = next) {
		next = s->all_next;
		uint32_t live = 0, before = 0, words = (s->count + 63) / 64;
		for (uint32_t w = 0; w < words; w++) {
			before += bit_count(s->used[w]);
			live += bit_count(s->marked[w]);
			if (modes.poison && s->state == SPAN_SMALL)
				for (uint64_t dead = s->used[w] & ~s->marked[w]; dead;
				     dead &= dead - 1)
					memset(s->base +
						       (w * 64 + (uint32_t)__builtin_ctzll(dead)) *
							       s->size,
					       0xdb, s->size);
			s->used[w] = s->marked[w];
			s->marked[w] = 0;
		}
		heap.stats.frees += before - live;
		if (live == 0) {
			span_free(s);
			continue;
		}
		heap.live += s->state == SPAN_LARGE ? s->large_size : (uintptr_t)live * s->size;
		s->all_next = heap.all;
		heap.all = s;
		s->cursor = 0;
		s->full = live == s->count;
		if (s->state == SPAN_SMALL && !s->full) {
			s->next = heap.partial[s->class][s->scan];
			heap.partial[s->class][s->scan] = s;
		}
	}
}

void gc_collect(void)
{
	int64_t start = os_nanotime(), nsec;
	uintptr_t before = heap.live;
	heap.gc_wanted = false;
	mark_roots();
	drain();
	finalizers_mark();
	drain();
	sweep();
	heap.next_gc =
		heap.live + heap.live * (uintptr_t)(heap.percent < 0 ? 100 : heap.percent) / 100;
	if (heap.next_gc < 4 << 20)
		heap.next_gc = 4 << 20;
	int64_t pause = os_nanotime() - start;
	heap.stats.num_gc++;
	heap.stats.pause_total_ns += (uint64_t)pause;
	heap.stats.last_gc = (uint64_t)os_walltime(&nsec) * 1000000000;
	if (!modes.gctrace)
		return;
	print_string("gc ");
	print_uint(heap.stats.num_gc);
	print_string(": ");
	print_uint((uint64_t)pause / 1000);
	print_string(" us, ");
	print_uint(before >> 10);
	print_string("->");
	print_uint(heap.live >> 10);
	print_string(" KiB\n");
}

/* ---- Finalizers: a list of entries; those whose object died wait, in order, for package
 * runtime's goroutine. */

typedef struct Entry {
	Finalizer f;
	struct Entry *next;
} Entry;

static Entry *finalizers, *ready, **ready_end = &ready, *free_entries;
static G *waiting;

bool mem_set_finalizer(void *obj, void *fn, void *arg_type, const Type *obj_type,
		       uintptr_t result_bytes)
{
	uintptr_t base, size;
	if (!mem_find_object(obj, &base, &size) || base != (uintptr_t)obj)
		return false;
	for (Entry **at = &finalizers; *at; at = &(*at)->next) {
		if ((*at)->f.obj != obj)
			continue;
		Entry *e = *at;
		*at = e->next;
		e->next = free_entries;
		free_entries = e;
		break;
	}
	if (!fn)
		return true;
	Entry *e = free_entries;
	if (e)
		free_entries = e->next;
	else
		e = mem_persistent(sizeof(Entry));
	e->f = (Finalizer){obj, fn, arg_type, obj_type, result_bytes};
	e->next = finalizers;
	finalizers = e;
	return true;
}

static bool is_marked(const void *p)
{
	Span *s = span_at(p);
	uintptr_t i =
		s->state == SPAN_LARGE ? 0 : (uintptr_t)((const uint8_t *)p - s->base) / s->size;
	return s->marked[i / 64] >> i % 64 & 1;
}

void finalizers_mark(void)
{
	for (Entry *e = ready; e; e = e->next) {
		gc_mark(e->f.obj);
		gc_mark(e->f.fn);
	}
	for (Entry *e = finalizers; e; e = e->next) {
		gc_mark(e->f.fn);
		/* What the object refers to stays until the finalizer has run. */
		uintptr_t base, size;
		Span *s = span_at(e->f.obj);
		if (s->scan && mem_find_object(e->f.obj, &base, &size))
			scan((uint8_t *)base, size,
			     s->types[s->state == SPAN_LARGE
					      ? 0
					      : (base - (uintptr_t)s->base) / s->size]);
	}
	drain();
	for (Entry **at = &finalizers; *at;) {
		Entry *e = *at;
		if (is_marked(e->f.obj)) {
			at = &e->next;
			continue;
		}
		*at = e->next;
		gc_mark(e->f.obj);
		e->next = NULL;
		*ready_end = e;
		ready_end = &e->next;
	}
	if (ready && waiting) {
		G *g = waiting;
		waiting = NULL;
		sched_ready(g);
	}
}

bool mem_fetch_finalizer(Finalizer *out)
{
	Entry *e = ready;
	if (!e)
		return false;
	ready = e->next;
	if (!ready)
		ready_end = &ready;
	*out = e->f;
	e->next = free_entries;
	free_entries = e;
	return true;
}

void mem_wait_finalizer(void)
{
	if (ready)
		return;
	waiting = this_g();
	sched_park(waiting, WAIT_FINALIZER);
}
