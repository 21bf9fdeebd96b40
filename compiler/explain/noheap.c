/*
 * //burrow:noheap: what must stay off the heap.
 *
 * Among the comment lines right before a function it holds for the function, the literals in it,
 * and what is inlined into either; at the end of a line, for what stands on that line. A heap
 * verdict there is an error, with its story as notes. The marks are looked for in the text, and
 * only files that have one cost anything.
 */
#include "explain/private.h"

static const char mark[] = "//burrow:noheap";

/* The bounds of the line around offset `at`, without its end. */
static void line_around(const SourceFile *f, uint32_t at, uint32_t *from, uint32_t *to)
{
	*from = *to = at;
	while (*from > 0 && f->text[*from - 1] != '\n')
		--*from;
	while (*to < f->size && f->text[*to] != '\n')
		++*to;
	while (*to > *from &&
	       (f->text[*to - 1] == '\r' || f->text[*to - 1] == ' ' || f->text[*to - 1] == '\t'))
		--*to;
}

static bool ends_in_mark(const SourceFile *f, uint32_t from, uint32_t to)
{
	size_t n = sizeof mark - 1;
	return to - from >= n && memcmp(f->text + to - n, mark, n) == 0;
}

static bool line_is_marked(Pos pos)
{
	const SourceFile *f = pos ? pos_source(pos) : NULL;
	uint32_t from, to;
	if (!f || !f->text)
		return false;
	line_around(f, pos - f->base, &from, &to);
	return ends_in_mark(f, from, to);
}

static bool function_is_marked(const Func *f)
{
	while (f->outer && !f->outer->is_init)
		f = f->outer;
	const SourceFile *source = f->pos && !f->is_wrapper ? pos_source(f->pos) : NULL;
	if (!source || !source->text)
		return false;
	uint32_t from, to;
	line_around(source, f->pos - source->base, &from, &to);
	while (from > 0) {
		line_around(source, from - 1, &from, &to);
		if (to - from < 2 || memcmp(source->text + from, "//", 2) != 0)
			return false;
		if (to - from == sizeof mark - 1 && ends_in_mark(source, from, to))
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
	const SourceFile *last = NULL;
	for (uint32_t i = 0; i < package->funcs.len; i++) {
		Pos pos = package->funcs.data[i]->pos;
		const SourceFile *f = pos ? pos_source(pos) : NULL;
		if (f && f != last && f->text && strstr(f->text, mark))
			return true;
		last = f;
	}
	return false;
}

/* Where the mark is that v offends, in words; NULL: it offends none. */
static const char *mark_place(Arena *arena, const Verdict *v)
{
	if (v->where != ESC_HEAP)
		return NULL;
	if (function_is_marked(v->func))
		return arena_printf(arena, "before %s", v->func->name);
	const InlinedCall *call = outermost_call(v);
	bool here = line_is_marked(v->pos) || (call && line_is_marked(call->call_pos));
	return here ? "on this line" : NULL;
}

/* Of the copies of one place only one is told: the function's own, or else the first. */
static bool is_told(Arena *arena, const VerdictList *all, const Verdict *v)
{
	const Verdict *best = NULL;
	vec_each(const Verdict, w, *all)
		if (w->pos == v->pos && shown_pos(w) == shown_pos(v) && same_place(arena, w, v) &&
		    (!best || (best->inl && !w->inl)) && mark_place(arena, w))
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
