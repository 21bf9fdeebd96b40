/*
 * Counted allocations: what each place in the source took from the heap.
 *
 * A program built with -allocs carries the table of its allocation sites and what the compiler
 * promised of each (include/allocsite.h). Every allocation then leaves the fast path and is counted
 * by the return address in the first frame that is not package runtime's; addresses are turned into
 * lines and joined with the tables only at the end of the program. An object above what a site's
 * promise allows is marked `!`, and so is one of a site that has no promise.
 */
#include "allocsite.h"

#include "funcmap.h"
#include "mem.h"

extern const AllocTable *const rt_alloc_tables[] __attribute__((weak));

/* Of one return address. */
typedef struct Counter {
	uintptr_t pc; /* 0: free; with RAISED_PANIC: what the panic took that was raised there */
	uint64_t objects, bytes;
	uint64_t least;     /* bytes of the smallest object */
	const char *callee; /* the function of package runtime that was called */
	const AllocSite *site;
	const char *file, *function; /* of the innermost function, inlined or not */
	uint32_t line, column;
} Counter;

enum { COUNTERS = 1 << 16 };
#define RAISED_PANIC ((uintptr_t)1 << 62)

static struct {
	uint32_t locked; /* guards the rest */
	uint32_t used;
	Counter *counters;      /* a hash table by pc */
	uint64_t other_objects; /* when it is full */
	uint64_t other_bytes;
	bool reported;
} counts;

void allocs_init(void)
{
	modes.allocs = rt_alloc_tables != NULL;
}

static void lock(void)
{
	while (__atomic_exchange_n(&counts.locked, 1, __ATOMIC_ACQUIRE))
		__builtin_ia32_pause();
}

static void unlock(void)
{
	__atomic_store_n(&counts.locked, 0, __ATOMIC_RELEASE);
}

/* ---------------------------------------------------------------- counting */

static bool same(const char *a, const char *b)
{
	size_t n = strlen(a);
	return n == strlen(b) && memcmp(a, b, n) == 0;
}

static bool starts_with(const char *s, const char *prefix)
{
	size_t n = strlen(prefix);
	return strlen(s) >= n && memcmp(s, prefix, n) == 0;
}

/* The return address in the first frame outside package runtime, or the outermost there is; marked
 * when the function called there has raised a panic. */
static uintptr_t place_of_call(const char **callee)
{
	StackFrame f;
	uintptr_t pc = 0;
	*callee = "?";
	G *g = this_g();
	for (bool more = g && frame_begin(&f, g); more; more = frame_next(&f)) {
		pc = f.pc;
		if (!(f.map->flags & FUNC_RUNTIME))
			break;
		if (!starts_with(*callee, "runtime.panic"))
			*callee = (const char *)(uintptr_t)f.map->name;
	}
	return pc && starts_with(*callee, "runtime.panic") ? pc | RAISED_PANIC : pc;
}

static Counter *counter_of(uintptr_t pc)
{
	uintptr_t i = pc * 0x9e3779b97f4a7c15u >> 48;
	for (;; i = (i + 1) % COUNTERS) {
		Counter *c = &counts.counters[i];
		if (c->pc == pc)
			return c;
		if (c->pc)
			continue;
		if (counts.used == COUNTERS / 2)
			return NULL;
		counts.used++;
		c->pc = pc;
		c->least = UINT64_MAX;
		return c;
	}
}

void allocs_count(uintptr_t size)
{
	const char *callee;
	uintptr_t pc = place_of_call(&callee);
	lock();
	if (!counts.counters)
		counts.counters = pages_map(COUNTERS * sizeof(Counter));
	Counter *c = pc ? counter_of(pc) : NULL;
	if (c) {
		c->objects++;
		c->bytes += size;
		c->callee = callee;
		if (size < c->least)
			c->least = size;
	} else {
		counts.other_objects++;
		counts.other_bytes += size;
	}
	unlock();
}

/* ---------------------------------------------------------------- joining */

static const FuncLine *line_of(const FuncMap *f, uint32_t at)
{
	const FuncLine *lines = (const FuncLine *)((const char *)f + f->lines), *found = NULL;
	for (uint32_t i = 0; i < f->nlines && lines[i].pc <= at; i++)
		found = &lines[i];
	return found;
}

static uint32_t column_of(const FuncMap *f, uint32_t at)
{
	const FuncSite *sites = (const FuncSite *)((const char *)f + f->sites);
	for (uint32_t i = 0; i < f->nsites; i++)
		if (sites[i].pc == at)
			return sites[i].regs >> 16;
	return 0;
}

/* The functions by which compiled code allocates, and for whom. */
static const struct {
	const char *name;
	uint32_t by;
} allocators[] = {
	{"newobject", SITE_ITSELF},
	{"makeslice", SITE_ITSELF},
	{"growslice", SITE_APPEND},
	{"makechan", SITE_CHANNEL},
	{"makemap", SITE_MAP},
	{"mapassign", SITE_MAP},
	{"convT", SITE_BOXING},
	{"concat", SITE_STRING},
	{"slicebytetostring", SITE_STRING},
	{"stringtoslice", SITE_STRING},
	{"intstring", SITE_STRING},
	{"slicerunetostring", SITE_STRING},
	{"deferproc", SITE_DEFER},
	{"newproc", SITE_GOROUTINE},
};

/* For whom the function allocates; SITE_KINDS: it is called by name, or raises a panic. */
static uint32_t allocates_for(const char *callee)
{
	for (uint32_t i = 0; i < sizeof allocators / sizeof *allocators; i++)
		if (starts_with(callee, "runtime.") && starts_with(callee + 8, allocators[i].name))
			return allocators[i].by;
	return SITE_KINDS;
}

static bool is_allocator(const char *callee)
{
	return allocates_for(callee) < SITE_KINDS;
}

/* Of two sites at one place (operands that have no place of their own) the more lenient promise
 * holds; of like promises, the one that the allocator and the size fit. */
static bool fits_better(const Counter *c, const AllocSite *s, const AllocSite *than)
{
	if (!than || s->promise != than->promise)
		return !than || s->promise < than->promise;
	uint32_t by = allocates_for(c->callee);
	if ((s->by == by) != (than->by == by))
		return s->by == by;
	uint64_t bytes = c->bytes / c->objects;
	bool fits = s->bytes && s->bytes <= bytes;
	return fits && (than->bytes < s->bytes || than->bytes > bytes);
}

static const AllocSite *site_of(const Counter *c, const char *function, uint32_t inl)
{
	const AllocSite *found = NULL;
	for (const AllocTable *const *t = rt_alloc_tables; *t; t++) {
		for (uint32_t i = 0; i < (*t)->count; i++) {
			const AllocSite *s = &(*t)->sites[i];
			if (s->line != c->line || s->column != c->column || s->inl != inl ||
			    !same((const char *)(uintptr_t)s->function, function))
				continue;
			if (fits_better(c, s, found))
				found = s;
		}
	}
	return found;
}

static void resolve(Counter *c)
{
	uintptr_t pc = c->pc & ~RAISED_PANIC;
	const FuncMap *f = func_find(pc - 1);
	if (!f)
		return;
	uint32_t at = (uint32_t)(pc - f->entry);
	const FuncLine *l = line_of(f, at - 1);
	const FuncInline *inlines = (const FuncInline *)((const char *)f + f->inlines);
	uint32_t inl = l ? l->inl : 0;
	c->file = (const char *)(uintptr_t)(inl ? inlines[inl - 1].file : f->file);
	if (inl && !inlines[inl - 1].name)
		inl = inlines[inl - 1].parent;
	c->line = l ? l->line : f->line;
	c->column = column_of(f, at);
	c->function = (const char *)(uintptr_t)f->name;
	if (is_allocator(c->callee))
		c->site = site_of(c, c->function, inl);
	if (c->site)
		c->file = (const char *)(uintptr_t)c->site->file;
}

/* ---------------------------------------------------------------- the table */

typedef struct Text { /* a buffered file */
	int fd;
	uint32_t n;
	char buf[4096];
} Text;

static Text text;

static void flush(void)
{
	os_write(text.fd, text.buf, text.n);
	text.n = 0;
}

static void put(const char *s, uint32_t width)
{
	uint32_t n = (uint32_t)strlen(s);
	for (uint32_t i = 0; i < n || i < width; i++) {
		if (text.n == sizeof text.buf)
			flush();
		text.buf[text.n++] = i < n ? s[i] : ' ';
	}
}

static void put_number(uint64_t v, uint32_t width)
{
	char buf[24];
	uint32_t i = sizeof buf - 1, at;
	buf[i] = 0;
	do
		buf[--i] = (char)('0' + v % 10);
	while ((v /= 10));
	for (at = sizeof buf - 1 - i; at < width; at++)
		put(" ", 0);
	put(buf + i, 0);
}

/* Has the site taken what it promised not to take, or is it one that the compiler did not know? */
static bool breaks_promise(const Counter *c)
{
	if (!c->site)
		return is_allocator(c->callee);
	return c->site->promise == PROMISE_NONE ||
	       (c->site->promise == PROMISE_BOUND && c->least <= c->site->bound);
}

static void put_row(const Counter *c)
{
	put_number(c->objects, 10);
	put_number(c->bytes, 13);
	if (c->site)
		put_number(c->site->depth, 6);
	else
		put("     -", 0);
	put(breaks_promise(c) ? " !" : "  ", 0);
	put(c->site ? (const char *)(uintptr_t)c->site->verdict : c->callee, 24);
	put(" ", 0);
	put(c->file, 0);
	put(":", 0);
	put_number(c->line, 0);
	put(":", 0);
	put_number(c->column, 0);
	put(": ", 0);
	if (c->site) {
		put((const char *)(uintptr_t)c->site->text, 0);
		put(" ", 0);
	}
	put("in ", 0);
	put(c->function, 0);
	put("\n", 0);
}

static bool before(const Counter *a, const Counter *b)
{
	size_t n = strlen(a->file) + 1, m = strlen(b->file) + 1;
	int order = memcmp(a->file, b->file, n < m ? n : m);
	if (order)
		return order < 0;
	if (a->line != b->line)
		return a->line < b->line;
	return a->column != b->column ? a->column < b->column : a->pc < b->pc;
}

/* Gathers the counters at the table's start, in the order of the source. */
static uint32_t sort(Counter *c)
{
	uint32_t n = 0;
	for (uint32_t i = 0; c && i < COUNTERS; i++) {
		Counter one = c[i];
		if (!one.pc)
			continue;
		resolve(&one);
		if (!one.file)
			one.file = one.function = "?";
		uint32_t at = n++;
		for (; at > 0 && before(&one, &c[at - 1]); at--)
			c[at] = c[at - 1];
		c[at] = one;
	}
	return n;
}

static int open_output(void)
{
	const char *name = os_getenv("BURROWALLOCS");
	int fd = name && *name ? os_create(name) : -1;
	return fd < 0 ? 2 : fd;
}

void allocs_report(void)
{
	if (__atomic_exchange_n(&counts.reported, true, __ATOMIC_SEQ_CST))
		return;
	lock(); /* for good: whoever allocates now waits for the end of the program */
	uint32_t n = sort(counts.counters);
	uint64_t objects = counts.other_objects, bytes = counts.other_bytes;
	for (uint32_t i = 0; i < n; i++) {
		objects += counts.counters[i].objects;
		bytes += counts.counters[i].bytes;
	}
	text.fd = open_output();
	put("heap allocations: ", 0);
	put_number(objects, 0);
	put(" objects, ", 0);
	put_number(bytes, 0);
	put(" bytes\n   objects        bytes depth  verdict                  place\n", 0);
	for (uint32_t i = 0; i < n; i++)
		put_row(&counts.counters[i]);
	if (counts.other_objects) {
		put_number(counts.other_objects, 10);
		put_number(counts.other_bytes, 13);
		put("     -  elsewhere\n", 0);
	}
	flush();
}
