/*
 * Goroutine stacks: power-of-two sizes, moved to twice the size when they are too small.
 *
 * The maps of the frames say which words hold pointers; those that point into the stack itself are
 * adjusted when it moves, as are the chain of frame pointers, the goroutine's deferred calls and
 * panics, and the places where it waits to send or receive. Nothing else points into a stack. A
 * frame that has faulted has the map of its function's defer-return point, where it may go on;
 * without one it is dead.
 */
#include "funcmap.h"
#include "mem.h"

enum { ORDERS = 20, CHUNK = 262144 };
/* linked through their first words; order n is STACK_MIN << n */
static uintptr_t free_stacks[ORDERS];

static unsigned order_of(uintptr_t size)
{
	unsigned order = 0;
	while (((uintptr_t)STACK_MIN << order) < size)
		order++;
	return order;
}

void stack_alloc(G *g, uintptr_t size)
{
	unsigned order = order_of(size);
	size = (uintptr_t)STACK_MIN << order;
	uintptr_t p = free_stacks[order];
	if (p) {
		free_stacks[order] = *(uintptr_t *)p;
	} else if (size >= CHUNK) {
		p = (uintptr_t)pages_map(size);
	} else {
		p = (uintptr_t)pages_map(CHUNK);
		for (uintptr_t q = p + size; q < p + CHUNK; q += size) {
			*(uintptr_t *)q = free_stacks[order];
			free_stacks[order] = q;
		}
	}
	heap.stats.stack_inuse += size;
	g->stack_lo = p;
	g->stack_hi = p + size;
	g->stackguard = p + STACK_GUARD;
}

void stack_free(G *g)
{
	uintptr_t size = g->stack_hi - g->stack_lo;
	unsigned order = order_of(size);
	heap.stats.stack_inuse -= size;
	if (modes.poison)
		memset((void *)g->stack_lo, 0xdb, size);
	if (size > CHUNK) {
		pages_unmap((void *)g->stack_lo, size);
	} else {
		*(uintptr_t *)g->stack_lo = free_stacks[order];
		free_stacks[order] = g->stack_lo;
	}
	g->stack_lo = g->stack_hi = 0;
}

/* ---- visiting the pointers of a stack */

typedef struct Visitor Visitor;
struct Visitor {
	void (*word)(Visitor *v, uintptr_t *word);
	uintptr_t old_lo, old_hi, delta; /* when moving */
};

/* The site of a return address; of a fault, that of the defer-return point. */
static const FuncSite *site_at(const FuncMap *f, uintptr_t pc)
{
	const FuncSite *sites = (const FuncSite *)((const char *)f + f->sites);
	uint32_t at = (uint32_t)(pc - f->entry);
	for (int attempt = 0; attempt < 2; attempt++) {
		uint32_t low = 0, high = f->nsites;
		while (low < high) {
			uint32_t mid = (low + high) / 2;
			if (sites[mid].pc < at)
				low = mid + 1;
			else
				high = mid;
		}
		if (low < f->nsites && (sites[low].pc == at || attempt == 1))
			return &sites[low];
		if (!f->defer_return)
			return NULL;
		at = f->defer_return; /* the next call is that of deferreturn */
	}
	return NULL;
}

static void visit_bitmap(Visitor *v, const FuncMap *f, uint32_t bitmap, uintptr_t words,
			 uintptr_t base)
{
	const uint8_t *bits = (const uint8_t *)f + bitmap;
	if (!bitmap)
		return;
	for (uintptr_t i = 0; i < words; i++)
		if (bits[i / 8] >> i % 8 & 1)
			v->word(v, (uintptr_t *)(base + 8 * i));
}

static void visit_stack(Visitor *v, G *g)
{
	StackFrame f;
	bool innermost = true;
	for (bool more = frame_begin(&f, g); more; more = frame_next(&f), innermost = false) {
		const FuncSite *s = site_at(f.map, f.pc);
		if (!s)
			continue;
		if (!f.at_entry)
			visit_bitmap(v, f.map, s->locals, f.map->frame_size / 8, f.sp);
		visit_bitmap(v, f.map, s->args, f.map->args_words, f.cfa);
		if (innermost && g->stop == STOP_POLL) {
			PollRegs *r = (PollRegs *)(g->sp - sizeof(PollRegs));
			for (int i = 0; i < 16; i++)
				if (s->regs >> i & 1)
					v->word(v, &r->gpr[i]);
		}
	}
	for (int i = 0; i < 2; i++)
		if (g->result_pointers >> i & 1)
			v->word(v, &g->result[i]);
}

static void mark_word(Visitor *v, uintptr_t *word)
{
	(void)v;
	gc_mark((void *)*word);
}

void gc_mark_stack(G *g)
{
	Visitor v = {.word = mark_word};
	visit_stack(&v, g);
	/* Records on the stack are covered by its maps; their links lead to those in the heap. */
	for (Panic *p = g->panic; p; p = p->link)
		gc_mark(p);
	for (Defer *d = g->defer; d; d = d->link) {
		gc_mark(d);
		gc_mark(d->fn);
	}
}

/* ---------------------------------------------------------------- moving */

static void adjust_word(Visitor *v, uintptr_t *word)
{
	if (*word >= v->old_lo && *word < v->old_hi)
		*word += v->delta;
}

/* As adjust_word; the end of the stack counts too: a frame address may be there. */
static void adjust_address(Visitor *v, void *word)
{
	uintptr_t *w = word;
	if (*w >= v->old_lo && *w <= v->old_hi)
		*w += v->delta;
}

static void adjust_links(Visitor *v, G *g)
{
	adjust_address(v, &g->panic);
	for (Panic *p = g->panic; p; p = p->link) {
		adjust_address(v, &p->link);
		adjust_address(v, &p->argp);
	}
	adjust_address(v, &g->defer);
	for (Defer *d = g->defer; d; d = d->link) {
		adjust_address(v, &d->link);
		adjust_address(v, &d->fn);
		adjust_address(v, &d->sp);
	}
	for (Sudog *s = g->waiting; s; s = s->waitlink)
		adjust_address(v, &s->elem);
}

static void move(G *g, uintptr_t size)
{
	G old = *g;
	uintptr_t low = g->stop == STOP_POLL ? g->sp - sizeof(PollRegs) : g->sp - 8;
	stack_alloc(g, size);
	Visitor v = {.word = adjust_word,
		     .old_lo = old.stack_lo,
		     .old_hi = old.stack_hi,
		     .delta = g->stack_hi - old.stack_hi};
	memcpy((void *)(low + v.delta), (void *)low, old.stack_hi - low);
	adjust_address(&v, &g->sp);
	adjust_address(&v, &g->bp);
	/* The chain of frame pointers first: the walk goes along it. */
	for (uintptr_t *bp = (uintptr_t *)g->bp;
	     (uintptr_t)bp >= g->stack_lo && (uintptr_t)bp < g->stack_hi; bp = (uintptr_t *)*bp)
		adjust_address(&v, bp);
	visit_stack(&v, g);
	adjust_links(&v, g);
	stack_free(&old);
}

/* From rt_morestack: the guard is poisoned because something is wanted, or the stack is too small.
 * */
_Noreturn void stack_more(G *g)
{
	if (g->stackguard == STACK_POISON)
		sched_checkpoint(g);
	uintptr_t size = 2 * (g->stack_hi - g->stack_lo);
	if (size > STACK_MAX) {
		print_string("runtime: goroutine stack exceeds 1000000000-byte limit\n");
		rt_throw("stack overflow");
	}
	move(g, size);
	if (modes.stackmove)
		g->stackguard = STACK_POISON;
	rt_gogo(g);
}

/* For a debugging mode: the stack moves without growing. */
void stack_move(G *g)
{
	move(g, g->stack_hi - g->stack_lo);
}
