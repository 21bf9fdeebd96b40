/*
 * Allocation: size classes, spans, bitmaps of what is in use.
 *
 * An object is found by the next zero bit in its span's `used`; sweeping makes `marked` the new
 * `used`. Freed memory is cleared when it is handed out again. The size classes are Go's, because
 * append's capacities show them.
 *
 * The fast path (mem_alloc_fast, a leaf) takes from the processor's cache and writes nothing that
 * other processors read. When the span there is used up, the slow path takes another one of the
 * class, and accounts at once for all that may be allocated from it: so `heap.live` is never too
 * low.
 */
#include "mem.h"

struct Heap heap;
Span no_objects;

static const uint16_t class_size[CLASSES] = {
	/* bytes */
	0,     8,     16,    24,    32,    48,    64,    80,    96,    112,   128,   144,
	160,   176,   192,   208,   224,   240,   256,   288,   320,   352,   384,   416,
	448,   480,   512,   576,   640,   704,   768,   896,   1024,  1152,  1280,  1408,
	1536,  1792,  2048,  2304,  2688,  3072,  3200,  3456,  4096,  4864,  5376,  6144,
	6528,  6784,  6912,  8192,  9472,  9728,  10240, 10880, 12288, 13568, 14336, 16384,
	18432, 19072, 20480, 21760, 24576, 27264, 28672, 32768,
};
static uint8_t class_of[MAX_SMALL / 8 + 1]; /* by size in words, rounded up */

/* ---------------------------------------------------------------- start */

static void read_gogc(void)
{
	const char *gogc = os_getenv("GOGC");
	heap.percent = 100;
	if (gogc && strlen(gogc) == 3 && memcmp(gogc, "off", 3) == 0) {
		heap.percent = -1;
	} else if (gogc && *gogc >= '0' && *gogc <= '9') {
		for (heap.percent = 0; *gogc >= '0' && *gogc <= '9'; gogc++)
			heap.percent = heap.percent * 10 + (*gogc - '0');
	}
}

void mem_init(void)
{
	pages_init();
	read_gogc();
	gc_init();
	gc_set_goal();
	rt_wb_enabled = modes.wbcheck;
	for (uint32_t c = 1, w = 0; c < CLASSES; c++)
		for (; w * 8 <= class_size[c] && w <= MAX_SMALL / 8; w++)
			class_of[w] = (uint8_t)c;
}

Cache *cache_new(void)
{
	Cache *c = mem_persistent(sizeof(Cache));
	for (int i = 0; i < CLASSES; i++)
		c->span[i][0] = c->span[i][1] = &no_objects;
	return c;
}

/* ---------------------------------------------------------------- spans */

/* Pages for a span: a waste of at most an eighth at the end. */
static uintptr_t pages_for(uint32_t size)
{
	uintptr_t pages = 1;
	while (pages * PAGE % size > pages * PAGE / 8)
		pages++;
	return pages;
}

static void span_init(Span *s, SpanState state, uint32_t class, uintptr_t size, uint32_t count,
		      bool scan)
{
	s->state = (uint8_t)state;
	s->class = class;
	s->size = size;
	s->divisor = state == SPAN_LARGE ? 0 : (uint32_t)(UINT32_MAX / size + 1);
	s->cursor = 0;
	s->scan = scan;
	s->type = NULL;
	s->mixed = false;
	memset(s->used, 0, sizeof s->used);
	memset(s->marked, 0, sizeof s->marked);
	s->count = count;
}

static Span *small_span(uint32_t class, bool scan)
{
	bool zeroed;
	uint32_t size = class_size[class];
	uintptr_t pages = pages_for(size), count = pages * PAGE / size;
	Span *s = span_new(pages, &zeroed);
	if (!zeroed)
		rt_memclr(s->base, pages * PAGE);
	s->zeroed = true;
	span_init(s, SPAN_SMALL, class, size,
		  (uint32_t)(count < SPAN_OBJECTS ? count : SPAN_OBJECTS), scan);
	return s;
}

/* From now on the span keeps the type of each object. */
static void separate_types(Span *s)
{
	if (s->types_room < s->count) {
		s->types = mem_persistent(s->count * sizeof(Type *));
		s->types_room = s->count;
	}
	for (uint32_t i = 0; i < s->count; i++)
		s->types[i] = s->type;
	s->type = NULL;
	s->mixed = true;
}

/* The next free object of a span, or NULL. */
static inline void *span_take(Span *s, const Type *type, bool may_separate)
{
	for (uint32_t words = (s->count + 63) / 64; s->cursor < words; s->cursor++) {
		uint64_t free = ~s->used[s->cursor];
		if (!free)
			continue;
		uint64_t bit = free & -free;
		uint32_t i = s->cursor * 64 + (uint32_t)__builtin_ctzll(free);
		if (i >= s->count)
			break;
		if (s->scan && s->type != type) {
			if (s->type) {
				if (!may_separate)
					return NULL;
				separate_types(s);
			}
			if (s->mixed)
				s->types[i] = type;
			else
				s->type = type;
		}
		s->used[s->cursor] |= bit;
		return s->base + (uintptr_t)i * s->size;
	}
	return NULL;
}

/* ---------------------------------------------------------------- accounts */

static void poison_guard(void)
{
	G *g = this_g();
	if (g)
		atomic_store(&g->stackguard, STACK_POISON);
}

/* So much memory may be used before anybody looks again. */
static void account(uintptr_t bytes)
{
	uintptr_t live = atomic_add(&heap.live, bytes);
	if (live < heap.next_gc || heap.percent < 0)
		return;
	atomic_set(&heap.gc_wanted, 1);
	poison_guard();
}

static inline void count(Cache *c, uintptr_t size)
{
	c->mallocs++;
	c->bytes += size;
	if (unlikely(modes.stackmove))
		poison_guard();
}

/* ---------------------------------------------------------------- allocation */

/* What the address of every object of size 0 is. */
static uint64_t nothing;

static inline void clear(void *p, uintptr_t size)
{
	typedef uint64_t Pair __attribute__((vector_size(16), aligned(8)));
	if (size > 128) {
		rt_memclr(p, size);
		return;
	}
	if (size & 8) {
		*(uint64_t *)p = 0;
		p = (uint64_t *)p + 1;
	}
	for (Pair *q = p, *end = (Pair *)((uint8_t *)p + (size & ~(uintptr_t)15)); q < end; q++)
		*q = (Pair){0, 0};
}

void *mem_alloc_fast(uintptr_t size, const Type *type, uint32_t flags)
{
	bool scan = type && type->ptrdata;
	if (unlikely(size == 0))
		return &nothing;
	if (unlikely(size > MAX_SMALL) || unlikely(modes.gcstress) || unlikely(modes.allocs))
		return NULL;
	Cache *c = this_cache();
	Span *s = c->span[class_of[(size + 7) / 8]][scan];
	void *p = span_take(s, type, false);
	if (unlikely(!p))
		return NULL;
	count(c, s->size);
	if (!s->zeroed && (scan || !(flags & MEM_NOZERO)))
		clear(p, s->size);
	return p;
}

static void *alloc_large(uintptr_t size, const Type *type)
{
	bool zeroed;
	uintptr_t pages = (size + PAGE - 1) / PAGE;
	Span *s = span_new(pages, &zeroed);
	if (!zeroed)
		rt_memclr(s->base, pages * PAGE);
	s->zeroed = false;
	span_init(s, SPAN_LARGE, 0, pages * PAGE, 1, type && type->ptrdata);
	s->type = type;
	s->used[0] = 1;
	count(this_cache(), pages * PAGE);
	if (modes.allocs)
		allocs_count(pages * PAGE);
	account(pages * PAGE);
	return s->base;
}

/* A span with free objects for the cache. */
static void refill(Cache *c, uint32_t class, bool scan)
{
	Class *k = &heap.class[class][scan];
	Span *s = NULL;
	if (atomic_peek(&k->partial)) {
		lock_acquire(&k->lock);
		s = k->partial;
		if (s)
			atomic_set(&k->partial, s->next);
		lock_release(&k->lock);
	}
	if (!s)
		s = small_span(class, scan);
	c->span[class][scan] = s;
	uint32_t used = 0;
	for (uint32_t i = 0; i < (s->count + 63) / 64; i++)
		used += bit_count(s->used[i]);
	account((s->count - used) * s->size);
}

void *mem_alloc(uintptr_t size, const Type *type, uint32_t flags)
{
	bool scan = type && type->ptrdata;
	Cache *c = this_cache();
	if (size == 0)
		return &nothing;
	if (modes.gcstress) {
		atomic_set(&heap.gc_wanted, 1);
		poison_guard();
	}
	if (size > MAX_SMALL)
		return alloc_large(size, type);
	uint32_t class = class_of[(size + 7) / 8];
	void *p;
	while (!(p = span_take(c->span[class][scan], type, true)))
		refill(c, class, scan);
	count(c, c->span[class][scan]->size);
	if (modes.allocs)
		allocs_count(c->span[class][scan]->size);
	if (!c->span[class][scan]->zeroed && (scan || !(flags & MEM_NOZERO)))
		clear(p, c->span[class][scan]->size);
	return p;
}

uintptr_t mem_round_size(uintptr_t size)
{
	if (size == 0)
		return 0;
	if (size <= MAX_SMALL)
		return class_size[class_of[(size + 7) / 8]];
	return (size + PAGE - 1) & ~(uintptr_t)(PAGE - 1);
}

void cache_flush(Cache *c)
{
	for (uint32_t i = 0; i < CLASSES; i++)
		for (int scan = 0; scan < 2; scan++) {
			Span *s = c->span[i][scan];
			c->span[i][scan] = &no_objects;
			if (s == &no_objects)
				continue;
			Class *k = &heap.class[i][scan];
			lock_acquire(&k->lock);
			s->next = k->partial;
			atomic_set(&k->partial, s);
			lock_release(&k->lock);
		}
	atomic_add(&heap.total_mallocs, c->mallocs);
	atomic_add(&heap.total_bytes, c->bytes);
	c->mallocs = c->bytes = 0;
}

/* ---------------------------------------------------------------- questions */

bool mem_is_heap(const void *p)
{
	return (const uint8_t *)p >= heap.base && (const uint8_t *)p < heap.end;
}

bool mem_find_object(const void *p, uintptr_t *base, uintptr_t *size)
{
	Span *s = span_at(p);
	if (!s || s->state == SPAN_FREE)
		return false;
	uint32_t i = object_at(s, p);
	*size = s->size;
	*base = (uintptr_t)s->base + i * *size;
	return i < s->count && s->used[i / 64] >> i % 64 & 1;
}

/* The world is stopped: what the caches have counted is added. */
static void read_stats(MemStats *out)
{
	caches_flush();
	MemStats s = heap.stats;
	s.total_alloc = heap.total_bytes;
	s.mallocs = heap.total_mallocs;
	s.frees = heap.total_frees;
	s.alloc = s.heap_alloc = heap.total_bytes - heap.freed_bytes;
	s.heap_idle = s.heap_sys - s.heap_inuse;
	s.heap_objects = s.mallocs - s.frees;
	s.stack_sys = s.stack_inuse;
	s.sys += s.heap_sys;
	s.next_gc = heap.next_gc;
	*out = s;
}

bool mem_read_stats(MemStats *out)
{
	if (!sched_stop_world())
		return false;
	read_stats(out);
	sched_start_world();
	return true;
}

int64_t mem_set_gc_percent(int64_t percent)
{
	int64_t old = atomic_exchange(&heap.percent, percent < 0 ? -1 : percent);
	gc_set_goal();
	return old;
}
