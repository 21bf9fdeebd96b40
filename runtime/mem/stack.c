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

enum { ORDERS = 20, CHUNK = 262144, CACHED_ORDERS = 4, CACHED_MAX = 32, PAGE_SYSTEM = 4096 };
enum { POISON_BYTE = 0xdb };
#define POISON_WORD ((uintptr_t)0xdbdbdbdbdbdbdbdb)

/* What no processor's cache has; linked through their first words; order n is STACK_MIN << n. */
static struct {
	Lock lock;
	uintptr_t free[ORDERS];
} stacks;

_Static_assert(CACHED_ORDERS == sizeof((Cache){0}.stacks) / sizeof(uintptr_t), "Cache.stacks");

static unsigned order_of(uintptr_t size)
{
	unsigned order = 0;
	while (((uintptr_t)STACK_MIN << order) < size)
		order++;
	return order;
}

static uintptr_t list_pop(uintptr_t *list)
{
	uintptr_t p = *list;
	if (p)
		*list = *(uintptr_t *)p;
	return p;
}

static void list_push(uintptr_t *list, uintptr_t p)
{
	*(uintptr_t *)p = *list;
	*list = p;
}

/* From the common list, or a fresh one. */
static uintptr_t common_pop(unsigned order)
{
	uintptr_t size = (uintptr_t)STACK_MIN << order;
	lock_acquire(&stacks.lock);
	uintptr_t p = list_pop(&stacks.free[order]);
	if (!p && size < CHUNK) {
		p = (uintptr_t)pages_map(CHUNK);
		for (uintptr_t q = p + size; q < p + CHUNK; q += size)
			list_push(&stacks.free[order], q);
	}
	lock_release(&stacks.lock);
	return p ? p : (uintptr_t)pages_map(size);
}

void stack_alloc(G *g, uintptr_t size)
{
	Cache *c = this_cache();
	unsigned order = order_of(size);
	uintptr_t p = 0;
	size = (uintptr_t)STACK_MIN << order;
	if (c && order < CACHED_ORDERS && c->stack_counts[order]) {
		p = list_pop(&c->stacks[order]);
		c->stack_counts[order]--;
	}
	if (!p)
		p = common_pop(order);
	atomic_add(&heap.stats.stack_inuse, size);
	if (modes.poison)
		memset((void *)p, POISON_BYTE, size);
	g->stack_lo = p;
	g->stack_hi = p + size;
}

void stack_free(G *g)
{
	Cache *c = this_cache();
	uintptr_t size = g->stack_hi - g->stack_lo, p = g->stack_lo;
	unsigned order = order_of(size);
	atomic_add(&heap.stats.stack_inuse, -(uint64_t)size);
	g->stack_lo = g->stack_hi = 0;
	if (modes.poison)
		memset((void *)p, POISON_BYTE, size);
	/* Where stacks move at every call, the next one wants a large one too: pages from the
	 * system would cost more than all that is copied. */
	if (size > CHUNK && !modes.stackmove) {
		pages_unmap((void *)p, size);
	} else if (c && order < CACHED_ORDERS && c->stack_counts[order] < CACHED_MAX) {
		list_push(&c->stacks[order], p);
		c->stack_counts[order]++;
	} else {
		lock_acquire(&stacks.lock);
		list_push(&stacks.free[order], p);
		lock_release(&stacks.lock);
	}
}

void stacks_flush(Cache *c)
{
	lock_acquire(&stacks.lock);
	for (unsigned order = 0; order < CACHED_ORDERS; order++) {
		uintptr_t p;
		while ((p = list_pop(&c->stacks[order])))
			list_push(&stacks.free[order], p);
		c->stack_counts[order] = 0;
	}
	lock_release(&stacks.lock);
}

uintptr_t stack_system(uintptr_t size)
{
	uintptr_t p = (uintptr_t)pages_map(size + PAGE_SYSTEM);
	os_call(SYS_MPROTECT, p, PAGE_SYSTEM, 0, 0, 0, 0);
	return p + PAGE_SYSTEM;
}

/* ---- visiting the pointers of a stack */

typedef struct Visitor Visitor;
struct Visitor {
	void (*word)(Visitor *v, uintptr_t *word);
	/* An object of a frame; `live`: the site says so. */
	void (*object)(Visitor *v, const FuncMap *f, const StackObject *o, uintptr_t address,
		       bool live);
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

static bool bitmap_has(const FuncMap *f, uint32_t bitmap, uintptr_t i)
{
	const BitmapHead *h = (const BitmapHead *)((const char *)f + bitmap);
	uintptr_t byte = i / 8 - h->skip;
	return bitmap && byte < h->count && ((const uint8_t *)(h + 1))[byte] >> i % 8 & 1;
}

static void visit_bitmap(Visitor *v, const FuncMap *f, uint32_t bitmap, uintptr_t words,
			 uintptr_t base)
{
	const BitmapHead *h = (const BitmapHead *)((const char *)f + bitmap);
	if (!bitmap)
		return;
	const uint8_t *bytes = (const uint8_t *)(h + 1);
	for (uintptr_t k = 0; k < h->count; k++) {
		uintptr_t first = 8 * (h->skip + k);
		for (uint32_t bits = bytes[k]; bits; bits &= bits - 1) {
			uintptr_t i = first + (uintptr_t)__builtin_ctz(bits);
			if (i < words)
				v->word(v, (uintptr_t *)(base + 8 * i));
		}
	}
}

static void visit_objects(Visitor *v, const StackFrame *f, const FuncSite *s)
{
	const FuncMap *map = f->map;
	const StackObject *o = (const StackObject *)((const char *)map + map->objects);
	for (uint32_t i = 0; i < map->nobjects; i++, o++)
		v->object(v, map, o, f->cfa + (uintptr_t)(intptr_t)o->offset,
			  bitmap_has(map, s->locals, map->pointer_words + i));
}

/* The arguments and results on the stack of a function that package reflect made. */
static void visit_reflect_arguments(Visitor *v, const StackFrame *f)
{
	const ReflectFrame *frame = (const ReflectFrame *)(f->sp + REFLECT_FRAME_AT);
	const ReflectContext *c = frame->context;
	uint32_t words = c->stack->count;
	if (!frame->results_valid && words > c->argument_bytes / 8)
		words = (uint32_t)(c->argument_bytes / 8);
	for (uint32_t i = 0; i < words; i++)
		if (c->stack->bytes[i / 8] >> i % 8 & 1)
			v->word(v, (uintptr_t *)(f->cfa + 8 * i));
}

static void visit_frame(Visitor *v, const StackFrame *f, const FuncSite *s)
{
	const FuncMap *map = f->map;
	if (!f->at_entry) {
		visit_bitmap(v, map, s->locals, map->pointer_words, f->sp + map->pointers_from);
		visit_objects(v, f, s);
	}
	visit_bitmap(v, map, s->args, map->args_words, f->cfa);
	if (map->flags & FUNC_REFLECT)
		visit_reflect_arguments(v, f);
}

static void visit_stack(Visitor *v, G *g)
{
	StackFrame f;
	bool innermost = true;
	for (bool more = frame_begin(&f, g); more; more = frame_next(&f), innermost = false) {
		const FuncSite *s = site_at(f.map, f.pc);
		if (!s)
			continue;
		visit_frame(v, &f, s);
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

/* Calls `word` for the pointers of an object. */
static void visit_object(Visitor *v, const FuncMap *f, const StackObject *o, uintptr_t address)
{
	const uint8_t *bits = (const uint8_t *)f + o->gcdata;
	for (uint32_t at = 0; at + 8 <= o->size; at += o->period)
		for (uint32_t i = 0; i < o->period / 8; i++)
			if (bits[i / 8] >> i % 8 & 1)
				v->word(v, (uintptr_t *)(address + at + 8 * i));
}

/* ---------------------------------------------------------------- marking
 *
 * The walk finds the stack's objects, in the order of their addresses, and the pointers that live;
 * those that lead into the stack are kept until all objects are known, and then traced.
 */

/* A list that grows; its first items lie in the structure around it. */
typedef struct List {
	void *items;
	uintptr_t used, room, item_size;
	bool mapped;
} List;

static void *list_add(List *l)
{
	if (l->used == l->room) {
		void *more = pages_map(2 * l->room * l->item_size);
		memcpy(more, l->items, l->used * l->item_size);
		if (l->mapped)
			pages_unmap(l->items, l->room * l->item_size);
		l->items = more;
		l->mapped = true;
		l->room *= 2;
	}
	return (char *)l->items + l->used++ * l->item_size;
}

static void list_free(List *l)
{
	if (l->mapped)
		pages_unmap(l->items, l->room * l->item_size);
}

typedef struct FoundObject {
	uintptr_t address;
	const StackObject *object;
	const FuncMap *map;
	bool marked;
} FoundObject;

enum { FIRST_ITEMS = 64 };

typedef struct StackMarker {
	Visitor v;
	Marker *marker;   /* of the objects outside */
	uintptr_t lo, hi; /* the stack */
	List objects;     /* FoundObject, by address */
	List pointers;    /* uintptr_t: into the stack, not yet traced */
	FoundObject first_objects[FIRST_ITEMS];
	uintptr_t first_pointers[FIRST_ITEMS];
} StackMarker;

static void mark_pointer(StackMarker *m, uintptr_t p)
{
	if (p >= m->lo && p < m->hi)
		*(uintptr_t *)list_add(&m->pointers) = p;
	else
		gc_mark(m->marker, (void *)p);
}

static void mark_word(Visitor *v, uintptr_t *word)
{
	mark_pointer((StackMarker *)v, *word);
}

static void find_object(Visitor *v, const FuncMap *f, const StackObject *o, uintptr_t address,
			bool live)
{
	StackMarker *m = (StackMarker *)v;
	*(FoundObject *)list_add(&m->objects) = (FoundObject){address, o, f, false};
	if (live)
		*(uintptr_t *)list_add(&m->pointers) = address;
}

/* The object that p points into, or NULL. */
static FoundObject *stack_object_at(const StackMarker *m, uintptr_t p)
{
	FoundObject *objects = m->objects.items;
	uintptr_t low = 0, high = m->objects.used;
	while (low < high) {
		uintptr_t mid = (low + high) / 2;
		if (objects[mid].address <= p)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == 0 || p - objects[low - 1].address >= objects[low - 1].object->size)
		return NULL;
	return &objects[low - 1];
}

static void trace(StackMarker *m)
{
	while (m->pointers.used) {
		FoundObject *o =
			stack_object_at(m, ((uintptr_t *)m->pointers.items)[--m->pointers.used]);
		if (!o || o->marked)
			continue;
		o->marked = true;
		visit_object(&m->v, o->map, o->object, o->address);
	}
}

/* The lowest byte that is in use. */
static uintptr_t lowest(const G *g)
{
	return g->stop == STOP_POLL ? g->sp - sizeof(PollRegs) : g->sp - 8;
}

/* Fills what is dead: pointers of frames, objects that nothing has led to, and what is below the
 * innermost frame. */
static void poison_dead(StackMarker *m, G *g)
{
	StackFrame f;
	for (bool more = frame_begin(&f, g); more; more = frame_next(&f)) {
		const FuncMap *map = f.map;
		const FuncSite *s = site_at(map, f.pc);
		for (uint32_t i = 0; !f.at_entry && i < map->pointer_words; i++) {
			uintptr_t at = f.sp + map->pointers_from + 8 * i;
			FoundObject *o = stack_object_at(m, at);
			if (bitmap_has(map, map->pointers, i) &&
			    !(s && bitmap_has(map, s->locals, i)) && !(o && o->marked))
				*(uintptr_t *)at = POISON_WORD;
		}
	}
	uintptr_t low = lowest(g);
	memset((void *)g->stack_lo, POISON_BYTE, low - g->stack_lo);
}

uintptr_t gc_mark_stack(Marker *w, G *g)
{
	StackMarker m;
	m.v = (Visitor){.word = mark_word, .object = find_object};
	m.marker = w;
	m.lo = g->stack_lo;
	m.hi = g->stack_hi;
	m.objects = (List){m.first_objects, 0, FIRST_ITEMS, sizeof(FoundObject), false};
	m.pointers = (List){m.first_pointers, 0, FIRST_ITEMS, sizeof(uintptr_t), false};
	visit_stack(&m.v, g);
	mark_pointer(&m, (uintptr_t)g->labels);
	for (Panic *p = g->panic; p; p = p->link)
		mark_pointer(&m, (uintptr_t)p);
	for (Defer *d = g->defer; d; d = d->link) {
		mark_pointer(&m, (uintptr_t)d);
		mark_pointer(&m, (uintptr_t)d->fn);
	}
	trace(&m);
	if (modes.poison)
		poison_dead(&m, g);
	list_free(&m.objects);
	list_free(&m.pointers);
	return g->stack_hi - lowest(g);
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

/* Whether it lives or not: what is dead is not looked at. */
static void adjust_object(Visitor *v, const FuncMap *f, const StackObject *o, uintptr_t address,
			  bool live)
{
	(void)live;
	visit_object(v, f, o, address);
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
	uintptr_t low = lowest(g);
	stack_alloc(g, size);
	Visitor v = {.word = adjust_word,
		     .object = adjust_object,
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
	sched_set_guard(g);
	stack_free(&old);
}

static uintptr_t stack_max = STACK_MAX;

uintptr_t stack_set_max(uintptr_t bytes)
{
	uintptr_t old = stack_max;
	stack_max = bytes;
	return old;
}

static _Noreturn void overflow(const G *g)
{
	print_string("runtime: goroutine stack exceeds ");
	print_uint(stack_max);
	print_string("-byte limit\nruntime: sp=");
	print_hex(g->sp);
	print_string(" stack=[");
	print_hex(g->stack_lo);
	print_string(", ");
	print_hex(g->stack_hi);
	print_string("]\n");
	rt_throw("stack overflow");
}

/* From rt_morestack: the guard is poisoned because something is wanted, or the stack is too small.
 * */
_Noreturn void stack_more(G *g)
{
	if (atomic_load(&g->stackguard) == STACK_POISON)
		sched_checkpoint(g);
	uintptr_t size = 2 * (g->stack_hi - g->stack_lo);
	if (size > stack_max)
		overflow(g);
	move(g, size);
	if (modes.stackmove)
		atomic_store(&g->stackguard, STACK_POISON);
	rt_gogo(g);
}

static bool is_roomy(const G *g)
{
	uintptr_t size = g->stack_hi - g->stack_lo;
	return size > STACK_MIN && g->stack_hi - lowest(g) < size / 4;
}

/* For a debugging mode: the stack moves without growing. It gets smaller where no prologue waits
 * for the room, so that poisoning it costs what is in use and not what once was. */
void stack_move(G *g)
{
	uintptr_t size = g->stack_hi - g->stack_lo;
	move(g, g->stop != STOP_ENTRY && is_roomy(g) ? size / 2 : size);
}

/* At a collection: to half its size when less than a quarter is in use. The goroutine stands at a
 * safepoint and nobody runs. */
void stack_shrink(G *g)
{
	if (is_roomy(g))
		move(g, (g->stack_hi - g->stack_lo) / 2);
}
