/*
 * Private to mem/: spans and what its files give each other.
 *
 * The heap is one reserved range of addresses, in pages of 8 KiB. A span is a run of pages cut into
 * objects of one size class, or one large object; spans with pointers and spans without are apart,
 * and one with pointers knows its objects' types. Objects are never moved.
 *
 * A processor's cache holds one span for each class, which nobody else allocates from: no lock is
 * needed there. Spans with free objects that no cache holds are on the list of their class, under
 * the class's lock; pages that are in no span are in heap.runs, under heap.lock (pages.c). The
 * collector (gc.c, mark.c, sweep.c) runs while the world is stopped.
 */
#ifndef BURROW_MEM_H
#define BURROW_MEM_H

#include "runtime.h"
#include "syscall.h"
#include "type.h"

enum { PAGE = 8192, CLASSES = 68, SPAN_OBJECTS = PAGE / 8, MAX_SMALL = 32768 };

typedef enum SpanState { SPAN_FREE, SPAN_SMALL, SPAN_LARGE } SpanState;

struct Span {
	uint8_t *base;
	uintptr_t pages;
	uintptr_t size; /* of an object; SPAN_LARGE: of its pages */
	uint32_t count; /* objects; 0: the pages are free */
	uint32_t
		divisor; /* 2^32 / size, rounded up: to find an object's number; 0 gives number 0 */
	uint32_t class;
	uint32_t cursor; /* word of `used` where the search for a free object goes on */
	uint8_t state;   /* SpanState */
	bool scan;       /* objects have pointers */
	bool zeroed;     /* the free objects, or the free pages, are all zero */
	bool mixed;      /* scan: the objects have different types */
	uint32_t types_room;
	const Type *type;   /* scan, not mixed: of all objects; NULL: there are none yet */
	const Type **types; /* mixed: of each object; room for types_room, kept for the next use */
	Span *next;         /* of its class with free objects; free run of its length; unused */
	Span *prev;         /* SPAN_FREE */
	uint64_t used[SPAN_OBJECTS / 64];
	uint64_t marked[SPAN_OBJECTS / 64]; /* atomic while marking */
};

/* What a processor allocates from. */
typedef struct Cache {
	Span *span[CLASSES][2];  /* [class][scan]; never NULL: the span with no objects */
	uint64_t mallocs, bytes; /* since the cache was last flushed */
	uintptr_t stacks[4];     /* free stacks of the smallest sizes, linked */
	uint32_t stack_counts[4];
} Cache;

enum { RUN_LISTS = 64 };

typedef struct Class {
	Lock lock;
	Span *partial; /* spans with free objects that no cache holds */
	char apart[48];
} Class;

extern struct Heap {
	uint8_t *base, *end, *limit; /* end: pages beyond were never used */
	Span **span_of;              /* by page; of free pages only the run's first and last */
	Class class[CLASSES][2];

	Lock lock;             /* guards the rest of this group */
	Span *runs[RUN_LISTS]; /* free runs by length in pages; the first: of RUN_LISTS and more */
	Span *unused;          /* Span structures */
	Span **spans;          /* all that are in use */
	uintptr_t span_count, span_room;
	uintptr_t free_pages;

	uintptr_t live;         /* atomic: bytes in use, with the free objects in caches */
	uintptr_t next_gc;      /* collect when live reaches it */
	uintptr_t marked_bytes; /* what the last collection left */
	uintptr_t stack_bytes;  /* atomic: in use, of the stacks that it scanned */
	uintptr_t global_bytes; /* atomic: of the package variables that it scanned */
	int64_t percent;        /* GOGC; -1: off */
	uint32_t gc_wanted;     /* atomic */
	uint64_t total_bytes, total_mallocs, total_frees,
		freed_bytes; /* atomic; caches add theirs */
	MemStats stats;      /* those that are not computed; fields atomic */
} heap;

static inline Cache *this_cache(void)
{
	return this_m()->cache;
}

/* ---- pages.c */

/* from the system, zeroed; fatal when there is none */
void *pages_map(uintptr_t bytes);
void pages_unmap(void *p, uintptr_t bytes);
void pages_init(void);
/* A run of pages that is entered in span_of and heap.spans; `*zeroed`: they are all zero. */
Span *span_new(uintptr_t pages, bool *zeroed);
/* The span has left heap.spans; heap.lock is held or the world stopped. */
void span_free(Span *s);
/* Gives back to the system what the next cycle will not need; the world is stopped. */
void pages_release(uintptr_t keep);

static inline Span *span_at(const void *p)
{
	const uint8_t *q = p;
	return q >= heap.base && q < heap.end ? heap.span_of[(uintptr_t)(q - heap.base) / PAGE]
					      : NULL;
}

/* The number of the object that p points into. */
static inline uint32_t object_at(const Span *s, const void *p)
{
	return (uint32_t)((uint64_t)(uintptr_t)((const uint8_t *)p - s->base) * s->divisor >> 32);
}

static inline const Type *object_type(const Span *s, uint32_t i)
{
	return s->mixed ? s->types[i] : s->type;
}

/* ---- mark.c */

/* One thread's part in marking: objects that are marked and not yet scanned. */
typedef struct Marker Marker;

void gc_mark(Marker *w, const void *p); /* marks the object that p points into, if any */
void gc_scan_object(Marker *w, const void *object); /* its pointers, not itself */
void mark_begin(bool alone);                        /* alone: nobody else may take part */
void mark_run(void);  /* the thread that collects: until all is marked */
void mark_help(void); /* another thread: takes part if there is still something to do */
void mark_more(void (*roots)(Marker *w)); /* after that: marks what `roots` marks */
bool is_marked(const void *p);
/* of other files: what a goroutine holds on to */
uintptr_t gc_mark_stack(Marker *w, G *g); /* the bytes in use */
void stack_shrink(G *g);

/* ---- sweep.c */

void sweep_begin(void);
void sweep_run(void); /* any thread: takes part until all is swept */
void sweep_end(void);

/* ---- finalizer.c */

void finalizers_mark(Marker *w);      /* roots: what finalizers need */
void finalizers_find_dead(Marker *w); /* after marking: objects that nothing else reaches */
void finalizers_wake(void);

/* ---- gc.c */

bool gc_wanted(void);
bool gc_automatic(void);
void gc_init(void);
void gc_set_goal(void); /* heap.next_gc from what is marked and GOGC */

/* ---- allocs.c */

void allocs_count(uintptr_t size); /* with modes.allocs: one object of the current goroutine */

/* ---- heap.c */

void mem_init(void);
Cache *cache_new(void);
void cache_flush(Cache *c); /* the world is stopped, or the cache nobody's */
extern Span no_objects;     /* what caches hold for classes that have no span */

/* ---- Of the scheduler. */
_Noreturn void sched_checkpoint(G *g);
_Noreturn void rt_gogo(G *g);
M *m_new(void (*body)(void));
void m_launch(M *m);
void caches_flush(void); /* of all processors; the world is stopped */

/* Stacks: power-of-two sizes. */
void stack_alloc(G *g, uintptr_t size);
void stack_free(G *g);
void stacks_flush(Cache *c); /* the cache's free stacks, to the common lists */

#endif
