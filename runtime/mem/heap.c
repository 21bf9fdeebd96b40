/*
 * Allocation: size classes, spans, bitmaps of what is in use.
 *
 * An object is found by the next zero bit in its span's `used`; sweeping makes `marked` the new
 * `used`. Freed memory is cleared when it is handed out again. The size classes are Go's, because
 * append's capacities show them.
 */
#include "mem.h"

struct Heap heap;

enum {
	SYS_MMAP = 9,
	SYS_MUNMAP = 11,
	PROT_RW = 3,
	MAP_PRIVATE_ANON = 0x22,
	MAP_NORESERVE = 0x4000
};

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

static int64_t system_call(long nr, uintptr_t a, uintptr_t b, uintptr_t c, uintptr_t d)
{
	int64_t result;
	register uintptr_t r10 __asm__("r10") = d;
	register uintptr_t r8 __asm__("r8") = (uintptr_t)-1;
	register uintptr_t r9 __asm__("r9") = 0;
	__asm__ volatile("syscall"
			 : "=a"(result)
			 : "a"(nr), "D"(a), "S"(b), "d"(c), "r"(r10), "r"(r8), "r"(r9)
			 : "rcx", "r11", "memory");
	return result;
}

void *pages_map(uintptr_t bytes)
{
	int64_t p = system_call(SYS_MMAP, 0, bytes, PROT_RW, MAP_PRIVATE_ANON | MAP_NORESERVE);
	if (p < 0 && p > -4096)
		rt_throw("runtime: out of memory");
	heap.stats.sys += bytes;
	return (void *)p;
}

void pages_unmap(void *p, uintptr_t bytes)
{
	system_call(SYS_MUNMAP, (uintptr_t)p, bytes, 0, 0);
	heap.stats.sys -= bytes;
}

void *mem_persistent(uintptr_t size)
{
	static uint8_t *at, *end;
	size = (size + 15) & ~(uintptr_t)15;
	if (size > 65536)
		return pages_map(size);
	if ((uintptr_t)(end - at) < size) {
		at = pages_map(262144);
		end = at + 262144;
	}
	uint8_t *p = at;
	at += size;
	return p;
}

void mem_init(void)
{
	const uintptr_t reserve = (uintptr_t)1 << 38;
	heap.base =
		(uint8_t *)(((uintptr_t)pages_map(reserve) + PAGE - 1) & ~(uintptr_t)(PAGE - 1));
	heap.end = heap.base;
	heap.limit = heap.base + reserve - PAGE;
	heap.span_of = pages_map(reserve / PAGE * sizeof(Span *));
	heap.stats = (MemStats){0};
	heap.percent = 100;
	const char *gogc = os_getenv("GOGC");
	if (gogc && memcmp(gogc, "off", 3) == 0) {
		heap.percent = -1;
	} else if (gogc && *gogc >= '0' && *gogc <= '9') {
		for (heap.percent = 0; *gogc >= '0' && *gogc <= '9'; gogc++)
			heap.percent = heap.percent * 10 + (*gogc - '0');
	}
	heap.next_gc = 4 << 20;
	for (uint32_t c = 1, w = 0; c < CLASSES; c++)
		for (; w * 8 <= class_size[c] && w <= MAX_SMALL / 8; w++)
			class_of[w] = (uint8_t)c;
}

/* Pages for a span: a waste of at most an eighth at the end. */
static uintptr_t pages_for(uint32_t size)
{
	uintptr_t pages = 1;
	while (pages * PAGE % size > pages * PAGE / 8)
		pages++;
	return pages;
}

/* First fit among the spans that were freed, else new pages. */
static Span *span_new(uintptr_t pages)
{
	for (Span **at = &heap.free_spans; *at; at = &(*at)->next) {
		Span *s = *at;
		if (s->pages < pages)
			continue;
		if (s->pages > pages) {
			Span *rest = heap.unused ? heap.unused : mem_persistent(sizeof(Span));
			if (rest == heap.unused)
				heap.unused = rest->next;
			*rest = (Span){.base = s->base + pages * PAGE,
				       .pages = s->pages - pages,
				       .next = s->next};
			s->pages = pages;
			*at = rest;
		} else {
			*at = s->next;
		}
		return s;
	}
	if ((uintptr_t)(heap.limit - heap.end) < pages * PAGE)
		rt_throw("runtime: out of memory");
	Span *s = heap.unused;
	if (s)
		heap.unused = s->next;
	else
		s = mem_persistent(sizeof(Span));
	*s = (Span){.base = heap.end, .pages = pages};
	heap.end += pages * PAGE;
	heap.stats.heap_sys += pages * PAGE;
	return s;
}

static void span_enter(Span *s)
{
	uintptr_t first = (uintptr_t)(s->base - heap.base) / PAGE;
	for (uintptr_t i = 0; i < s->pages; i++)
		heap.span_of[first + i] = s;
	s->all_next = heap.all;
	heap.all = s;
	heap.stats.heap_inuse += s->pages * PAGE;
}

/* Gives the pages back; the span has left heap.all. Long runs are returned to the system, which
 * clears them. */
void span_free(Span *s)
{
	enum { SYS_MADVISE = 28, MADV_DONTNEED = 4, LONG_RUN = 16 };
	uintptr_t first = (uintptr_t)(s->base - heap.base) / PAGE;
	for (uintptr_t i = 0; i < s->pages; i++)
		heap.span_of[first + i] = NULL;
	heap.stats.heap_inuse -= s->pages * PAGE;
	if (s->pages >= LONG_RUN)
		system_call(SYS_MADVISE, (uintptr_t)s->base, s->pages * PAGE, MADV_DONTNEED, 0);
	s->state = SPAN_FREE;
	s->next = heap.free_spans;
	heap.free_spans = s;
}

static Span *small_span(uint32_t class, bool scan)
{
	uint32_t size = class_size[class];
	uintptr_t pages = pages_for(size);
	Span *s = span_new(pages);
	s->state = SPAN_SMALL;
	s->size = size;
	s->class = class;
	s->count = (uint32_t)(pages * PAGE / size);
	if (s->count > SPAN_OBJECTS)
		s->count = SPAN_OBJECTS;
	s->cursor = 0;
	s->scan = scan;
	s->full = false;
	s->types = scan ? mem_persistent(s->count * sizeof(Type *)) : NULL;
	memset(s->used, 0, sizeof s->used);
	memset(s->marked, 0, sizeof s->marked);
	span_enter(s);
	return s;
}

/* The next free object of a span, or NULL. */
static void *span_take(Span *s, const Type *type)
{
	for (uint32_t words = (s->count + 63) / 64; s->cursor < words; s->cursor++) {
		uint64_t free = ~s->used[s->cursor];
		if (!free)
			continue;
		uint32_t bit = (uint32_t)__builtin_ctzll(free), i = s->cursor * 64 + bit;
		if (i >= s->count)
			break;
		s->used[s->cursor] |= (uint64_t)1 << bit;
		if (s->scan)
			s->types[i] = type;
		return s->base + (uintptr_t)i * s->size;
	}
	return NULL;
}

/* What the address of every object of size 0 is. */
static uint64_t nothing;

static void account(uintptr_t size)
{
	heap.live += size;
	heap.stats.total_alloc += size;
	heap.stats.mallocs++;
	if (modes.stackmove && this_g())
		this_g()->stackguard = STACK_POISON;
	if (heap.live >= heap.next_gc && heap.percent >= 0 && !heap.gc_wanted) {
		heap.gc_wanted = true;
		if (this_g())
			this_g()->stackguard = STACK_POISON;
	}
}

void *mem_alloc_fast(uintptr_t size, const Type *type, uint32_t flags)
{
	bool scan = type && type->ptrdata;
	if (size == 0)
		return &nothing;
	if (size > MAX_SMALL || modes.gcstress)
		return NULL;
	uint32_t class = class_of[(size + 7) / 8];
	Span *s = heap.partial[class][scan];
	void *p = s ? span_take(s, type) : NULL;
	if (!p)
		return NULL;
	account(s->size);
	if (scan || !(flags & MEM_NOZERO))
		rt_memclr(p, s->size);
	return p;
}

static void *alloc_large(uintptr_t size, const Type *type)
{
	uintptr_t pages = (size + PAGE - 1) / PAGE;
	Span *s = span_new(pages);
	s->state = SPAN_LARGE;
	s->size = 0;
	s->large_size = pages * PAGE;
	s->count = 1;
	s->scan = type && type->ptrdata;
	s->types = s->scan ? mem_persistent(sizeof(Type *)) : NULL;
	if (s->scan)
		s->types[0] = type;
	s->used[0] = 1;
	s->marked[0] = 0;
	span_enter(s);
	account(pages * PAGE);
	rt_memclr(s->base, size);
	return s->base;
}

void *mem_alloc(uintptr_t size, const Type *type, uint32_t flags)
{
	bool scan = type && type->ptrdata;
	if (size == 0)
		return &nothing;
	if (modes.gcstress && this_g()) {
		heap.gc_wanted = true;
		this_g()->stackguard = STACK_POISON;
	}
	if (size > MAX_SMALL)
		return alloc_large(size, type);
	uint32_t class = class_of[(size + 7) / 8];
	for (;;) {
		Span *s = heap.partial[class][scan];
		if (!s) {
			s = small_span(class, scan);
			s->next = NULL;
			heap.partial[class][scan] = s;
		}
		void *p = span_take(s, type);
		if (p) {
			account(s->size);
			if (scan || !(flags & MEM_NOZERO))
				rt_memclr(p, s->size);
			return p;
		}
		s->full = true;
		heap.partial[class][scan] = s->next;
	}
}

uintptr_t mem_round_size(uintptr_t size)
{
	if (size == 0)
		return 0;
	if (size <= MAX_SMALL)
		return class_size[class_of[(size + 7) / 8]];
	return (size + PAGE - 1) & ~(uintptr_t)(PAGE - 1);
}

bool mem_is_heap(const void *p)
{
	return (const uint8_t *)p >= heap.base && (const uint8_t *)p < heap.end;
}

bool mem_find_object(const void *p, uintptr_t *base, uintptr_t *size)
{
	Span *s = span_at(p);
	if (!s || s->state == SPAN_FREE)
		return false;
	*size = s->state == SPAN_LARGE ? s->large_size : s->size;
	uintptr_t i =
		s->state == SPAN_LARGE ? 0 : (uintptr_t)((const uint8_t *)p - s->base) / s->size;
	*base = (uintptr_t)s->base + i * *size;
	return i < s->count && s->used[i / 64] >> i % 64 & 1;
}

/* ---- Stores of pointers: the collector stops the world, so there is no barrier to execute. */

uint32_t rt_wb_enabled;

void wb_check(void *dst, void *value, void *pc)
{
	(void)dst, (void)value, (void)pc;
}

void heap_store(void *dst, void *value)
{
	*(void **)dst = value;
}

void typed_move(const Type *t, void *dst, const void *src)
{
	memmove(dst, src, t->size);
}

void typed_move_n(const Type *t, void *dst, const void *src, uintptr_t bytes)
{
	(void)t;
	memmove(dst, src, bytes);
}

void typed_clear(const Type *t, void *p)
{
	rt_memclr(p, t->size);
}

void typed_clear_n(const Type *t, void *p, uintptr_t bytes)
{
	(void)t;
	rt_memclr(p, bytes);
}

bool mem_gc_wanted(void)
{
	return heap.gc_wanted;
}

/* ---- Numbers */

void mem_read_stats(MemStats *out)
{
	MemStats s = heap.stats;
	s.alloc = s.heap_alloc = heap.live;
	s.heap_idle = s.heap_sys - s.heap_inuse;
	s.heap_objects = s.mallocs - s.frees;
	s.next_gc = heap.next_gc;
	*out = s;
}

int64_t mem_set_gc_percent(int64_t percent)
{
	int64_t old = heap.percent;
	heap.percent = percent < 0 ? -1 : percent;
	return old;
}
