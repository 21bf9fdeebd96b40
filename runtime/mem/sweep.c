/*
 * Sweeping: what was not marked is free. `marked` becomes `used`, and the lists of spans with free
 * objects are made anew. Threads take portions of heap.spans; each keeps lists of its own, which it
 * adds to the common ones at its end. Spans without live objects go back to the free pages.
 */
#include "mem.h"

enum { PORTION = 64 };

typedef struct Sweeper {
	Span *partial[CLASSES][2], *last[CLASSES][2];
	Span *empty;
	uint64_t live, freed_bytes, frees;
} Sweeper;

static struct {
	Lock lock;
	uint32_t next; /* atomic: portions handed out */
	uint32_t joined, done;
	bool over;
	Span *empty;
	uint64_t live;
	Note note;
} work;

void sweep_begin(void)
{
	lock_acquire(&work.lock);
	for (int c = 0; c < CLASSES; c++)
		heap.class[c][0].partial = heap.class[c][1].partial = NULL;
	work.next = work.joined = work.done = 0;
	work.over = false;
	work.empty = NULL;
	work.live = 0;
	lock_release(&work.lock);
}

static void poison(const Span *s, uint32_t word)
{
	for (uint64_t dead = s->used[word] & ~s->marked[word]; dead; dead &= dead - 1) {
		uint32_t i = word * 64 + (uint32_t)__builtin_ctzll(dead);
		memset(s->base + (uintptr_t)i * s->size, 0xdb, s->size);
	}
}

static void sweep_span(Sweeper *w, Span *s, uintptr_t index)
{
	uint32_t live = 0, before = 0, words = (s->count + 63) / 64;
	for (uint32_t i = 0; i < words; i++) {
		before += bit_count(s->used[i]);
		live += bit_count(s->marked[i]);
		if (unlikely(modes.poison) && s->state == SPAN_SMALL)
			poison(s, i);
		s->used[i] = s->marked[i];
		s->marked[i] = 0;
	}
	w->frees += before - live;
	w->freed_bytes += (before - live) * s->size;
	w->live += live * s->size;
	if (live == 0) {
		heap.spans[index] = NULL;
		s->next = w->empty;
		w->empty = s;
		return;
	}
	if (live != before)
		s->zeroed = false;
	s->cursor = 0;
	if (s->state == SPAN_LARGE || live == s->count)
		return;
	Span **first = &w->partial[s->class][s->scan], **last = &w->last[s->class][s->scan];
	s->next = NULL;
	if (*first)
		(*last)->next = s;
	else
		*first = s;
	*last = s;
}

/* This thread's lists become part of the common ones. */
static void merge(Sweeper *w)
{
	for (int c = 0; c < CLASSES; c++) {
		for (int scan = 0; scan < 2; scan++) {
			if (!w->partial[c][scan])
				continue;
			w->last[c][scan]->next = heap.class[c][scan].partial;
			heap.class[c][scan].partial = w->partial[c][scan];
		}
	}
	while (w->empty) {
		Span *s = w->empty;
		w->empty = s->next;
		s->next = work.empty;
		work.empty = s;
	}
	work.live += w->live;
	heap.freed_bytes += w->freed_bytes;
	heap.total_frees += w->frees;
}

void sweep_run(void)
{
	lock_acquire(&work.lock);
	bool over = work.over;
	if (!over)
		work.joined++;
	lock_release(&work.lock);
	if (over)
		return;
	Sweeper w = {0};
	for (;;) {
		uintptr_t i = atomic_add(&work.next, PORTION) - PORTION;
		if (i >= heap.span_count)
			break;
		for (uintptr_t end = i + PORTION; i < end && i < heap.span_count; i++)
			sweep_span(&w, heap.spans[i], i);
	}
	lock_acquire(&work.lock);
	merge(&w);
	work.over = true; /* nothing is left to hand out */
	if (++work.done == work.joined)
		note_wake(&work.note);
	lock_release(&work.lock);
}

/* By the thread that collects, after its own sweep_run. */
void sweep_end(void)
{
	note_sleep(&work.note);
	uintptr_t n = 0;
	for (uintptr_t i = 0; i < heap.span_count; i++)
		if (heap.spans[i])
			heap.spans[n++] = heap.spans[i];
	heap.span_count = n;
	while (work.empty) {
		Span *s = work.empty;
		work.empty = s->next;
		span_free(s);
	}
	heap.marked_bytes = work.live;
	heap.live = work.live;
}
