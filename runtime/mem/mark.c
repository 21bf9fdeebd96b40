/*
 * Marking: from the roots along all pointers, by several threads at once.
 *
 * Roots are the package variables with pointers (section goroots), what each goroutine holds on to
 * (stack.c), timers and finalizers. They are handed out in portions. An object is marked by setting
 * its bit in the span's `marked`, which only one thread does; that thread puts it on its own stack
 * of objects to scan. Full blocks of such objects, and half of a stack when another thread has
 * nothing, go to a list that all take from. Large objects are scanned in pieces.
 *
 * A thread joins when it comes; marking is over when all that have joined have nothing to do and
 * the list is empty: only a thread with something to do can add to it.
 */
#include "mem.h"

typedef struct Root {
	uint8_t *address;
	const Type *type;
} Root;

extern const Root __start_goroots[] __attribute__((weak)), __stop_goroots[] __attribute__((weak));

enum { BLOCK = 1022, PIECE = 131072, ROOT_PORTION = 64, G_PORTION = 32, AHEAD = 8 };

typedef struct Block {
	struct Block *next;
	uintptr_t count;
	uint8_t *items[BLOCK];
} Block;

struct Marker {
	Block *block;                        /* never NULL while it takes part */
	uintptr_t stack_bytes, global_bytes; /* of the roots it has scanned */
};

static struct {
	Lock lock; /* guards what follows */
	Block *full, *empty;
	uint32_t full_count;     /* written under the lock, read without */
	uint32_t joined, hungry; /* threads that take part; of these, that have nothing */
	bool over;
	bool alone;                 /* only one thread has joined: bits need no atomic operations */
	uint32_t next_root, next_g; /* atomic: portions handed out */
	uint32_t others_done;       /* atomic: timers and finalizers */
} work;

/* ---------------------------------------------------------------- blocks */

static Block *block_new(void)
{
	lock_acquire(&work.lock);
	Block *b = work.empty;
	if (b)
		work.empty = b->next;
	lock_release(&work.lock);
	if (!b)
		b = mem_persistent(sizeof(Block));
	b->count = 0;
	return b;
}

static void block_publish(Block *b)
{
	lock_acquire(&work.lock);
	b->next = work.full;
	work.full = b;
	atomic_store(&work.full_count, work.full_count + 1);
	lock_release(&work.lock);
}

static void push(Marker *w, uint8_t *object)
{
	Block *b = w->block;
	if (b->count == BLOCK) {
		block_publish(b);
		b = w->block = block_new();
	}
	b->items[b->count++] = object;
}

/* Half of what this thread has, for one that has nothing. */
static void share(Marker *w)
{
	Block *mine = w->block, *b = block_new();
	uintptr_t n = mine->count / 2;
	memcpy(b->items, mine->items, n * sizeof b->items[0]);
	memmove(mine->items, mine->items + n, (mine->count - n) * sizeof b->items[0]);
	mine->count -= n;
	b->count = n;
	block_publish(b);
}

/* Another block, in exchange for the empty one. false: all is marked. */
static bool fetch(Marker *w)
{
	bool waiting = false;
	for (unsigned spins = 0;; spins++) {
		lock_acquire(&work.lock);
		if (waiting)
			work.hungry--;
		Block *b = work.full;
		if (b) {
			work.full = b->next;
			atomic_store(&work.full_count, work.full_count - 1);
			w->block->next = work.empty;
			work.empty = w->block;
			w->block = b;
			lock_release(&work.lock);
			return true;
		}
		work.hungry++;
		waiting = true;
		if (work.hungry == work.joined)
			work.over = true;
		bool over = work.over;
		lock_release(&work.lock);
		if (over)
			return false;
		for (int i = 0;
		     i < 200 && !atomic_peek(&work.full_count) && !atomic_peek(&work.over); i++)
			cpu_pause();
		if (spins > 10)
			os_call(SYS_SCHED_YIELD, 0, 0, 0, 0, 0, 0);
	}
}

/* ---------------------------------------------------------------- objects */

void gc_mark(Marker *w, const void *p)
{
	Span *s = span_at(p);
	if (!s)
		return;
	uint32_t i = object_at(s, p);
	uint64_t bit = (uint64_t)1 << i % 64;
	if (i >= s->count)
		return;
	uint64_t *marked = &s->marked[i / 64];
	if (atomic_peek(marked) & bit || !(s->used[i / 64] & bit))
		return;
	if (work.alone)
		*marked |= bit;
	else if (__atomic_fetch_or(marked, bit, __ATOMIC_RELAXED) & bit)
		return;
	if (s->scan)
		push(w, s->base + (uintptr_t)i * s->size);
}

bool is_marked(const void *p)
{
	Span *s = span_at(p);
	uint32_t i = object_at(s, p);
	return s->marked[i / 64] >> i % 64 & 1;
}

/* The pointers of values of a type that lie one after the other and begin in [p, end). */
static void scan(Marker *w, uint8_t *p, const uint8_t *end, const Type *t)
{
	uintptr_t bytes = (t->ptrdata / 8 + 7) / 8;
	for (; p < end; p += t->size) {
		for (uintptr_t i = 0; i < bytes; i++) {
			void **words = (void **)p + 8 * i;
			for (unsigned bits = t->gcdata[i]; bits; bits &= bits - 1)
				gc_mark(w, words[__builtin_ctz(bits)]);
		}
	}
}

/* `item` is an object, or the beginning of a piece of a large one. */
static void scan_item(Marker *w, uint8_t *item)
{
	Span *s = span_at(item);
	if (s->size <= PIECE) {
		const Type *t = object_type(s, object_at(s, item));
		scan(w, item, item + s->size - t->ptrdata + 1, t);
		return;
	}
	const Type *t = s->type;
	uint8_t *last = s->base + s->size - t->ptrdata; /* where the last value may begin */
	if (item == s->base)
		for (uint8_t *piece = item + PIECE; piece <= last; piece += PIECE)
			push(w, piece);
	uintptr_t offset = (uintptr_t)(item - s->base);
	uint8_t *first = s->base + (offset + t->size - 1) / t->size * t->size;
	uint8_t *end = item + PIECE <= last ? item + PIECE : last + 1;
	scan(w, first, end, t);
}

void gc_scan_object(Marker *w, const void *object)
{
	Span *s = span_at(object);
	if (s->scan)
		push(w, s->base + (uintptr_t)object_at(s, object) * s->size);
}

static void drain(Marker *w)
{
	do {
		while (w->block->count) {
			if (unlikely(atomic_peek(&work.hungry)) && w->block->count > AHEAD &&
			    !atomic_peek(&work.full_count))
				share(w);
			scan_item(w, w->block->items[--w->block->count]);
		}
	} while (fetch(w));
}

/* ---------------------------------------------------------------- roots */

static void mark_globals(Marker *w)
{
	uint32_t n = (uint32_t)(__stop_goroots - __start_goroots);
	for (;;) {
		uint32_t i = atomic_add(&work.next_root, ROOT_PORTION) - ROOT_PORTION;
		if (i >= n)
			return;
		for (uint32_t end = i + ROOT_PORTION; i < end && i < n; i++) {
			const Root *r = &__start_goroots[i];
			if (!r->type->ptrdata)
				continue;
			w->global_bytes += r->type->ptrdata;
			scan(w, r->address, r->address + 1, r->type);
		}
	}
}

static void mark_goroutines(Marker *w)
{
	uint32_t n = (uint32_t)sched_g_count();
	for (;;) {
		uint32_t i = atomic_add(&work.next_g, G_PORTION) - G_PORTION;
		if (i >= n)
			return;
		for (uint32_t end = i + G_PORTION; i < end && i < n; i++) {
			G *g = sched_g_at(i);
			uint8_t status = atomic_load(&g->status);
			if (status == G_IDLE || status == G_DEAD)
				continue;
			w->stack_bytes += gc_mark_stack(w, g);
			if (status == G_WAITING || status == G_RUNNABLE || status == G_STOPPED)
				stack_shrink(g);
		}
	}
}

static void mark_visited(void *w, void *p)
{
	gc_mark(w, p);
}

static void mark_others(Marker *w)
{
	if (!atomic_cas(&work.others_done, 0, 1))
		return;
	timers_visit(mark_visited, w);
	finalizers_mark(w);
}

/* ---------------------------------------------------------------- taking part */

/* `alone`: nobody else may take part. */
void mark_begin(bool alone)
{
	lock_acquire(&work.lock);
	work.next_root = work.next_g = work.others_done = 0;
	work.joined = 1;
	work.hungry = 0;
	work.over = false;
	work.alone = alone;
	heap.stack_bytes = heap.global_bytes = 0;
	lock_release(&work.lock);
}

static bool join(void)
{
	lock_acquire(&work.lock);
	bool ok = !work.over && !work.alone;
	if (ok)
		work.joined++;
	lock_release(&work.lock);
	return ok;
}

static void leave(Marker *w)
{
	lock_acquire(&work.lock);
	w->block->next = work.empty;
	work.empty = w->block;
	lock_release(&work.lock);
}

static void mark_all(void)
{
	Marker w = {.block = block_new()};
	mark_others(&w);
	mark_globals(&w);
	mark_goroutines(&w);
	atomic_add(&heap.stack_bytes, w.stack_bytes);
	atomic_add(&heap.global_bytes, w.global_bytes);
	drain(&w);
	leave(&w);
}

void mark_run(void)
{
	mark_all();
}

void mark_help(void)
{
	if (join())
		mark_all();
}

void mark_more(void (*roots)(Marker *w))
{
	lock_acquire(&work.lock);
	work.joined = 1;
	work.hungry = 0;
	work.over = false;
	lock_release(&work.lock);
	Marker w = {.block = block_new()};
	roots(&w);
	drain(&w);
	leave(&w);
}
