/*
 * Private to mem/: spans and what its files give each other.
 *
 * The heap is one reserved range of addresses, in pages of 8 KiB. A span is a run of pages cut into
 * objects of one size class, or one large object; spans with pointers and spans without are apart,
 * and one with pointers keeps each object's type. Objects are never moved. The collector runs on
 * M's stack while every goroutine stands at a safepoint.
 */
#ifndef BURROW_MEM_H
#define BURROW_MEM_H

#include "runtime.h"
#include "type.h"

enum { PAGE = 8192, CLASSES = 68, SPAN_OBJECTS = PAGE / 8, MAX_SMALL = 32768 };

typedef enum SpanState { SPAN_FREE, SPAN_SMALL, SPAN_LARGE } SpanState;

struct Span {
	uint8_t *base;
	uintptr_t pages;
	uint32_t size;  /* of an object; large: see large_size */
	uint32_t count; /* objects */
	uint32_t class;
	uint32_t cursor; /* word of `used` where the search for a free object goes on */
	uint8_t state;   /* SpanState */
	bool scan;       /* objects have pointers */
	bool full;       /* on no list: nothing free */
	uintptr_t large_size;
	const Type **types; /* scan: of each object */
	Span *next;         /* of its class with free objects, or of the free spans */
	Span *all_next;
	uint64_t used[SPAN_OBJECTS / 64];
	uint64_t marked[SPAN_OBJECTS / 64];
};

extern struct Heap {
	uint8_t *base, *end, *limit;     /* end: pages beyond were never used */
	Span **span_of;                  /* by page */
	Span *partial[CLASSES][2];       /* spans with free objects: [class][scan] */
	Span *all, *free_spans, *unused; /* unused: Span structures */
	uintptr_t live;                  /* bytes allocated, less what the last collection freed */
	uintptr_t next_gc;
	int64_t percent;
	bool gc_wanted;
	MemStats stats;
} heap;

/* from the system, zeroed; fatal when there is none */
void *pages_map(uintptr_t bytes);
void pages_unmap(void *p, uintptr_t bytes);
void span_free(Span *s);
static inline Span *span_at(const void *p)
{
	const uint8_t *q = p;
	return q >= heap.base && q < heap.end ? heap.span_of[(uintptr_t)(q - heap.base) / PAGE]
					      : NULL;
}

void gc_collect(void);       /* the world is stopped */
void gc_mark(const void *p); /* marks the object that p points into, if any, and queues it */
void gc_mark_stack(G *g);    /* all that a goroutine holds on to */
void finalizers_mark(void);  /* after marking: objects with finalizers that nothing else reaches */
void timers_mark(void);
void mem_init(void);
bool mem_gc_wanted(void);

/* Of the scheduler. */
_Noreturn void sched_checkpoint(G *g);
_Noreturn void rt_gogo(G *g);

/* Stacks: power-of-two sizes. */
void stack_alloc(G *g, uintptr_t size);
void stack_free(G *g);

#endif
