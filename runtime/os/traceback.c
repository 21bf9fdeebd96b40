/*
 * Walking stacks and showing them. Frames are linked by rbp; the words of a frame are described by
 * its function's map.
 */
#include "funcmap.h"
#include "os.h"

_Noreturn void rt_gogo(G *g);

extern const char rt_gostart[], rt_gostart_end[];

static bool is_bottom(uintptr_t pc)
{
	return pc >= (uintptr_t)rt_gostart && pc <= (uintptr_t)rt_gostart_end;
}

/* The frame of a function without one: its CFA is the next multiple of 16 above the return address.
 * */
static void without_frame(StackFrame *f, uintptr_t sp)
{
	f->sp = sp;
	f->cfa = (sp + 8 + 15) & ~(uintptr_t)15;
	f->at_entry = true;
}

static void at_call(StackFrame *f, uintptr_t pc, uintptr_t bp)
{
	f->map = is_bottom(pc) ? NULL : func_find(pc - 1);
	f->pc = pc;
	f->bp = bp;
	f->cfa = bp + 16;
	f->sp = f->map ? bp - f->map->frame_size : 0;
	f->at_entry = false;
}

bool frame_begin(StackFrame *f, const G *g)
{
	at_call(f, g->pc, g->bp);
	if (g->stop == STOP_ENTRY || (f->map && f->map->flags & FUNC_FRAMELESS))
		without_frame(f, g->sp);
	return f->map != NULL;
}

/* A function without a frame can be in the middle of a stack when it has faulted: runtime.sigpanic
 * is what it called. */
bool frame_next(StackFrame *f)
{
	uintptr_t sp = f->cfa, pc = *(uintptr_t *)(sp - 8);
	uintptr_t bp = f->at_entry ? f->bp : *(uintptr_t *)f->bp;
	if (f->map->flags & FUNC_TOPFRAME)
		return false;
	at_call(f, pc, bp);
	if (f->map && f->map->flags & FUNC_FRAMELESS)
		without_frame(f, sp);
	return f->map != NULL;
}

/* ---------------------------------------------------------------- lines */

static const FuncLine *line_at(const FuncMap *f, uintptr_t pc)
{
	const FuncLine *lines = (const FuncLine *)((const char *)f + f->lines);
	uint32_t at = (uint32_t)(pc - f->entry), low = 0, high = f->nlines;
	while (low < high) {
		uint32_t mid = (low + high) / 2;
		if (lines[mid].pc <= at)
			low = mid + 1;
		else
			high = mid;
	}
	return low ? &lines[low - 1] : NULL;
}

bool traceback_frame(uintptr_t pc, Int inlined, FrameInfo *out)
{
	const FuncMap *f = func_find(pc);
	if (!f)
		return false;
	const FuncLine *l = line_at(f, pc);
	const FuncInline *inlines = (const FuncInline *)((const char *)f + f->inlines);
	uint32_t inl = l ? l->inl : 0, line = l ? l->line : f->line;
	for (; inlined > 0 && inl; inlined--) {
		line = inlines[inl - 1].call_line;
		inl = inlines[inl - 1].parent;
	}
	if (inlined > 0)
		return false;
	out->function = (const char *)(uintptr_t)(inl ? inlines[inl - 1].name : f->name);
	out->file = (const char *)(uintptr_t)(inl ? inlines[inl - 1].file : f->file);
	out->line = line;
	out->entry = f->entry;
	out->inlined = inl != 0;
	out->no_arguments = !inl && f->args_words == 0;
	return true;
}

Int traceback_callers(Int skip, uintptr_t *pcs, Int n)
{
	StackFrame f;
	Int i = 0;
	for (bool more = frame_begin(&f, this_g()); more && i < n; more = frame_next(&f)) {
		if (f.map->flags & FUNC_WRAPPER)
			continue;
		if (skip-- > 0)
			continue;
		pcs[i++] = f.pc;
	}
	return i;
}

/* ---------------------------------------------------------------- text */

/* Where the text goes: standard error, or a buffer that cuts it off. */
typedef struct Out {
	char *buf;
	Int used, size;
} Out;

static void put(Out *o, const char *s)
{
	Int n = (Int)strlen(s);
	if (!o->buf) {
		print_bytes(s, n);
		return;
	}
	if (n > o->size - o->used)
		n = o->size - o->used;
	memcpy(o->buf + o->used, s, (size_t)n);
	o->used += n;
}

static void put_number(Out *o, uint64_t v, unsigned base)
{
	char buf[24];
	unsigned i = sizeof buf;
	buf[--i] = 0;
	do
		buf[--i] = "0123456789abcdef"[v % base];
	while ((v /= base));
	put(o, buf + i);
}

static bool has_prefix(const char *s, const char *prefix)
{
	size_t n = strlen(prefix);
	return strlen(s) >= n && memcmp(s, prefix, n) == 0;
}

/* The runtime's own frames are hidden, but for functions that programs can call and for panics that
 * others came on top of. */
static bool is_hidden(const char *name, bool first)
{
	if (!has_prefix(name, "runtime."))
		return false;
	if (has_prefix(name, "runtime.gopanic"))
		return first;
	char c = name[8];
	return !(c >= 'A' && c <= 'Z');
}

static void put_frame(Out *o, uintptr_t pc, const FrameInfo *i)
{
	put(o, has_prefix(i->function, "runtime.gopanic") ? "panic" : i->function);
	put(o, i->no_arguments ? "()\n\t" : "(...)\n\t");
	put(o, i->file);
	put(o, ":");
	put_number(o, (uint64_t)i->line, 10);
	if (!i->inlined) {
		put(o, " +0x");
		put_number(o, pc - i->entry, 16);
	}
	put(o, "\n");
}

static const char *const wait_reasons[] = {
#define X(name, text) text,
	WAIT_REASONS(X)
#undef X
};

static void put_status(Out *o, G *g, uint8_t status)
{
	put(o, "goroutine ");
	put_number(o, g->id, 10);
	put(o, " [");
	if (g == this_g() || status == G_RUNNING)
		put(o, "running");
	else if (status == G_WAITING)
		put(o, wait_reasons[g->wait_reason]);
	else
		put(o, status == G_SYSCALL ? "syscall" : "runnable");
	put(o, g->locked_m ? ", locked to thread]:\n" : "]:\n");
}

enum { FRAMES_SHOWN = 100 };

/* Is `name` the initialiser of a package, which called `callee`, one of its init functions? */
static bool is_caller_of_init(const char *name, const char *callee)
{
	size_t n = strlen(name);
	return n > 5 && memcmp(name + n - 5, ".init", 5) == 0 && has_prefix(callee, name) &&
	       callee[n] == '.' && callee[n + 1] >= '0' && callee[n + 1] <= '9';
}

static void put_goroutine(Out *o, G *g)
{
	StackFrame f;
	bool all = traceback_level() > 2;
	int shown = 0;
	const char *callee = "";
	FrameInfo i;
	uint8_t status = atomic_load(&g->status);
	put_status(o, g, status);
	if (status == G_RUNNING && g != this_g()) {
		put(o, "\tgoroutine running on other thread; stack unavailable\n");
		goto created;
	}
	for (bool more = frame_begin(&f, g); more; more = frame_next(&f)) {
		if (f.map->flags & FUNC_WRAPPER && !all)
			continue;
		for (Int depth = 0; traceback_frame(f.pc - !f.at_entry, depth, &i); depth++) {
			bool hidden = is_hidden(i.function, shown == 0) ||
				      is_caller_of_init(i.function, callee);
			callee = i.function;
			if (hidden && !all)
				continue;
			if (shown++ == FRAMES_SHOWN) {
				put(o, "...additional frames elided...\n");
				goto created;
			}
			put_frame(o, f.pc, &i);
		}
	}
	/* It has not begun. */
	if (shown == 0 && g->start_fn && traceback_frame(g->start_fn, 0, &i))
		put_frame(o, i.entry, &i);
created:
	if (g->created_pc && traceback_frame(g->created_pc - 1, 0, &i) &&
	    !has_prefix(i.function, "runtime.")) {
		put(o, "created by ");
		put(o, i.function);
		put(o, "\n\t");
		put(o, i.file);
		put(o, ":");
		put_number(o, (uint64_t)i.line, 10);
		put(o, " +0x");
		put_number(o, g->created_pc - i.entry, 16);
		put(o, "\n");
	}
}

void traceback_print(G *g)
{
	Out o = {NULL, 0, 0};
	put(&o, "\n");
	put_goroutine(&o, g);
}

static bool is_shown(const G *g, const G *but)
{
	uint8_t status = atomic_load(&g->status);
	return g != but && status != G_IDLE && status != G_DEAD &&
	       (!g->is_system || traceback_level() > 2);
}

void traceback_print_others(G *but)
{
	for (uintptr_t i = 0; i < sched_g_count(); i++)
		if (is_shown(sched_g_at(i), but))
			traceback_print(sched_g_at(i));
}

Int traceback_text(char *buf, Int n, bool all)
{
	Out o = {buf, 0, n};
	G *me = this_g();
	if (all && !sched_stop_world())
		return -1;
	put_goroutine(&o, me);
	for (uintptr_t i = 0; all && i < sched_g_count(); i++) {
		if (!is_shown(sched_g_at(i), me))
			continue;
		put(&o, "\n");
		put_goroutine(&o, sched_g_at(i));
	}
	if (all)
		sched_start_world();
	return o.used;
}

int traceback_level(void)
{
	const char *s = os_getenv("GOTRACEBACK");
	if (!s || !*s || has_prefix(s, "single"))
		return 1;
	if (has_prefix(s, "none") || s[0] == '0')
		return 0;
	if (has_prefix(s, "all") || s[0] == '1')
		return 2;
	return 3;
}

/* ---------------------------------------------------------------- recovery */

_Noreturn void rt_gogo(G *g);

void panic_recover(uintptr_t sp)
{
	G *g = this_g();
	StackFrame f;
	bool more = frame_begin(&f, g);
	while (more && f.sp != sp)
		more = frame_next(&f);
	if (!more || !f.map->defer_return)
		rt_throw("recovery of a frame that is not there");
	g->pc = f.map->entry + f.map->defer_return;
	g->sp = f.sp;
	g->bp = f.bp;
	g->stop = STOP_CALL;
	rt_gogo(g);
}
