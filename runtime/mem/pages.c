/*
 * Pages: memory from the system, and runs of free pages for spans.
 *
 * Free runs are kept by length; neighbours are joined at once, found through span_of, where the
 * first and the last page of a free run lead to it (boundary tags, Knuth, 1973). The first run of a
 * sufficient length is cut; without one the heap's end moves up.
 */
#include "mem.h"

enum { PROT_RW = 3, MAP_PRIVATE_ANON = 0x22, MAP_NORESERVE = 0x4000, MADV_DONTNEED = 4 };

void *pages_map(uintptr_t bytes)
{
	int64_t p = os_call(SYS_MMAP, 0, bytes, PROT_RW, MAP_PRIVATE_ANON | MAP_NORESERVE,
			    (uintptr_t)-1, 0);
	if (p < 0 && p > -4096)
		rt_throw("runtime: out of memory");
	atomic_add(&heap.stats.sys, bytes);
	return (void *)p;
}

void pages_unmap(void *p, uintptr_t bytes)
{
	os_call(SYS_MUNMAP, (uintptr_t)p, bytes, 0, 0, 0, 0);
	atomic_add(&heap.stats.sys, -(uint64_t)bytes);
}

void *mem_persistent(uintptr_t size)
{
	enum { CHUNK = 262144, LARGE = 65536 };
	static Lock lock;
	static uint8_t *at, *end;
	size = (size + 15) & ~(uintptr_t)15;
	if (size > LARGE)
		return pages_map(size);
	lock_acquire(&lock);
	if ((uintptr_t)(end - at) < size) {
		at = pages_map(CHUNK);
		end = at + CHUNK;
	}
	uint8_t *p = at;
	at += size;
	lock_release(&lock);
	return p;
}

void pages_init(void)
{
	const uintptr_t reserve = (uintptr_t)1 << 38;
	uintptr_t p = (uintptr_t)pages_map(reserve);
	heap.base = (uint8_t *)((p + PAGE - 1) & ~(uintptr_t)(PAGE - 1));
	heap.end = heap.base;
	heap.limit = heap.base + reserve - PAGE;
	heap.span_of = pages_map(reserve / PAGE * sizeof(Span *));
	heap.stats.sys = 0;
}

/* ---------------------------------------------------------------- runs of free pages */

static uintptr_t page_number(const Span *s)
{
	return (uintptr_t)(s->base - heap.base) / PAGE;
}

static unsigned list_of(uintptr_t pages)
{
	return pages < RUN_LISTS ? (unsigned)pages : 0;
}

static void run_insert(Span *s)
{
	Span **list = &heap.runs[list_of(s->pages)];
	s->state = SPAN_FREE;
	s->count = 0;
	s->size = 0;
	s->divisor = 0;
	s->prev = NULL;
	s->next = *list;
	if (s->next)
		s->next->prev = s;
	*list = s;
	heap.span_of[page_number(s)] = s;
	heap.span_of[page_number(s) + s->pages - 1] = s;
	heap.free_pages += s->pages;
}

static void run_remove(Span *s)
{
	if (s->prev)
		s->prev->next = s->next;
	else
		heap.runs[list_of(s->pages)] = s->next;
	if (s->next)
		s->next->prev = s->prev;
	heap.span_of[page_number(s)] = NULL;
	heap.span_of[page_number(s) + s->pages - 1] = NULL;
	heap.free_pages -= s->pages;
}

static Span *structure_new(void)
{
	Span *s = heap.unused;
	if (s) {
		heap.unused = s->next;
		return s;
	}
	return mem_persistent(sizeof(Span));
}

static void structure_free(Span *s)
{
	s->next = heap.unused;
	heap.unused = s;
}

/* The shortest that is kept by its length, else the first long one that will do. */
static Span *run_find(uintptr_t pages)
{
	for (uintptr_t n = pages; n < RUN_LISTS; n++)
		if (heap.runs[n])
			return heap.runs[n];
	for (Span *s = heap.runs[0]; s; s = s->next)
		if (s->pages >= pages)
			return s;
	return NULL;
}

/* Takes a run off the lists and cuts it to length. */
static Span *run_take(uintptr_t pages)
{
	Span *s = run_find(pages);
	if (!s)
		return NULL;
	run_remove(s);
	if (s->pages > pages) {
		Span *rest = structure_new();
		rest->base = s->base + pages * PAGE;
		rest->pages = s->pages - pages;
		rest->zeroed = s->zeroed;
		s->pages = pages;
		run_insert(rest);
	}
	return s;
}

static Span *run_grow(uintptr_t pages)
{
	if ((uintptr_t)(heap.limit - heap.end) < pages * PAGE)
		rt_throw("runtime: out of memory");
	Span *s = structure_new();
	s->base = heap.end;
	s->pages = pages;
	s->zeroed = true;
	heap.end += pages * PAGE;
	atomic_add(&heap.stats.heap_sys, pages * PAGE);
	return s;
}

static void enter(Span *s)
{
	uintptr_t first = page_number(s);
	for (uintptr_t i = 0; i < s->pages; i++)
		heap.span_of[first + i] = s;
	if (heap.span_count == heap.span_room) {
		uintptr_t room = heap.span_room ? 2 * heap.span_room : 1024;
		Span **spans = pages_map(room * sizeof spans[0]);
		memcpy(spans, heap.spans, heap.span_count * sizeof spans[0]);
		if (heap.spans)
			pages_unmap(heap.spans, heap.span_room * sizeof spans[0]);
		heap.spans = spans;
		heap.span_room = room;
	}
	heap.spans[heap.span_count++] = s;
	atomic_add(&heap.stats.heap_inuse, s->pages * PAGE);
}

Span *span_new(uintptr_t pages, bool *zeroed)
{
	lock_acquire(&heap.lock);
	Span *s = run_take(pages);
	if (!s)
		s = run_grow(pages);
	*zeroed = s->zeroed;
	enter(s);
	lock_release(&heap.lock);
	return s;
}

void span_free(Span *s)
{
	uintptr_t first = page_number(s), last = first + s->pages - 1;
	uintptr_t end = (uintptr_t)(heap.end - heap.base) / PAGE;
	for (uintptr_t i = first; i <= last; i++)
		heap.span_of[i] = NULL;
	atomic_add(&heap.stats.heap_inuse, -(uint64_t)(s->pages * PAGE));
	s->zeroed = false;
	Span *before = first > 0 ? heap.span_of[first - 1] : NULL;
	Span *after = last + 1 < end ? heap.span_of[last + 1] : NULL;
	if (before && before->state == SPAN_FREE) {
		run_remove(before);
		s->base = before->base;
		s->pages += before->pages;
		structure_free(before);
	}
	if (after && after->state == SPAN_FREE) {
		run_remove(after);
		s->pages += after->pages;
		structure_free(after);
	}
	run_insert(s);
}

void pages_release(uintptr_t keep)
{
	uintptr_t held = 0;
	for (Span *s = heap.runs[0]; s; s = s->next)
		if (!s->zeroed)
			held += s->pages * PAGE;
	for (Span *s = heap.runs[0]; s && held > keep; s = s->next) {
		if (s->zeroed)
			continue;
		os_call(SYS_MADVISE, (uintptr_t)s->base, s->pages * PAGE, MADV_DONTNEED, 0, 0, 0);
		s->zeroed = true;
		held -= s->pages * PAGE;
	}
}
