/*
 * //burrow:noheap: what must stay off the heap.
 *
 * Among the comment lines right before a function it holds for the function, the literals in it,
 * and what is inlined into either; at the end of a line, for what stands on that line. A heap
 * verdict there is an error, with its story as notes. The parser has noted the marks
 * (File.noheap), and only files that have one cost anything.
 */
#include "explain/private.h"

/* The bounds of the line around offset `at`, without its end. */
static void line_around(const SourceFile *f, uint32_t at, uint32_t *from, uint32_t *to)
{
	*from = *to = at;
	while (*from > 0 && f->text[*from - 1] != '\n')
		--*from;
	while (*to < f->size && f->text[*to] != '\n')
		++*to;
}

/* Where the first mark of the file is at or after offset `at`; UINT32_MAX: there is none. */
static uint32_t next_mark(const File *f, uint32_t at)
{
	uint32_t low = 0, high = f->noheap.len;
	while (low < high) {
		uint32_t middle = (low + high) / 2;
		if (f->noheap.data[middle] - f->source->base < at)
			low = middle + 1;
		else
			high = middle;
	}
	return low < f->noheap.len ? f->noheap.data[low] - f->source->base : UINT32_MAX;
}

static bool line_is_marked(const Package *package, Pos pos)
{
	const File *f = pos ? file_of(package, pos_source(pos)) : NULL;
	if (!f || !f->noheap.len)
		return false;
	uint32_t from, to;
	line_around(f->source, pos - f->source->base, &from, &to);
	return next_mark(f, from) < to;
}

static bool function_is_marked(const Package *package, const Func *f)
{
	while (f->outer && !f->outer->is_init)
		f = f->outer;
	const File *file = f->pos && !f->is_wrapper ? file_of(package, pos_source(f->pos)) : NULL;
	if (!file || !file->noheap.len)
		return false;
	uint32_t from, to;
	line_around(file->source, f->pos - file->source->base, &from, &to);
	while (from > 0) {
		line_around(file->source, from - 1, &from, &to);
		if (to - from < 2 || memcmp(file->source->text + from, "//", 2) != 0)
			return false;
		if (next_mark(file, from) == from)
			return true;
	}
	return false;
}

static void complain(Arena *arena, const Verdict *v, const char *where)
{
	ExplainFinding f = {.verdict = v, .objects = -1, .measured = -1};
	vec_push(arena, f.copies, *v);
	finding_tell(arena, &f);
	diag_error(f.pos, "%s (//burrow:noheap %s)", f.headline, where);
	vec_each(const ExplainStep, s, f.steps)
		diag_note(s->span.start ? s->span.start : f.pos, "%s", s->text);
}

bool explain_has_noheap(const IrPackage *package)
{
	for (int i = 0; i < package->package->nfiles; i++)
		if (package->package->files[i]->noheap.len)
			return true;
	return false;
}

/* Where the mark is that v offends, in words; NULL: it offends none. */
static const char *mark_place(Arena *arena, const Verdict *v)
{
	if (v->where != ESC_HEAP)
		return NULL;
	const Package *package = v->func->package->package;
	if (function_is_marked(package, v->func))
		return arena_printf(arena, "before %s", v->func->name);
	const InlinedCall *call = outermost_call(v);
	bool here = line_is_marked(package, shown_pos(v)) ||
		    (call && line_is_marked(package, call->call_pos));
	return here ? "on this line" : NULL;
}

/* Of the copies of one place only one is told: the function's own, or else the first. */
static bool is_told(Arena *arena, const VerdictList *all, const Verdict *v)
{
	const Verdict *best = NULL;
	vec_each(const Verdict, w, *all)
		if (w->pos == v->pos && shown_pos(w) == shown_pos(v) && same_place(arena, w, v) &&
		    (!best || (!is_own_copy(best) && is_own_copy(w))) && mark_place(arena, w))
			best = w;
	return best == v;
}

void explain_check_noheap(IrPackage *package)
{
	if (!explain_has_noheap(package))
		return;
	Arena *arena = package->arena;
	VerdictList all = all_verdicts(package);
	vec_each(const Verdict, v, all) {
		const char *where = mark_place(arena, v);
		if (where && is_told(arena, &all, v))
			complain(arena, v, where);
	}
}
