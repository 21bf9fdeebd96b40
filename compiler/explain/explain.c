/*
 * The report on a package: its verdicts by place, inlined copies put together. fragment.c puts the
 * findings of a wide question in order of weight.
 */
#include "explain/explain.h"

#include <stdlib.h>

#include "explain/private.h"

enum { MOST_TRIALS = 50 }; /* for one package */

bool same_place(Arena *arena, const Verdict *a, const Verdict *b)
{
	if (a->pos != b->pos || !a->var != !b->var || a->by != b->by)
		return false;
	return a->var || (a->node->op == b->node->op &&
			  strcmp(ir_text(arena, a->node), ir_text(arena, b->node)) == 0);
}

/* The copy that is told: one on the heap before others, the function's own before inlined ones. */
static const Verdict *chosen(const ExplainFinding *f)
{
	const Verdict *best = NULL;
	vec_each(Verdict, v, f->copies)
		if (!best || (v->where == ESC_HEAP) > (best->where == ESC_HEAP) ||
		    ((v->where == ESC_HEAP) == (best->where == ESC_HEAP) && is_own_copy(v) &&
		     !is_own_copy(best)))
			best = v;
	return best;
}

VerdictList some_verdicts(const IrPackage *package, bool (*wanted)(const void *ctx, const Func *f),
			  const void *ctx)
{
	VerdictList all = {0};
	vec_each(Func *const, f, package->funcs)
		if (!(*f)->is_wrapper && (*f)->pos && (!wanted || wanted(ctx, *f)))
			escape_verdicts(package->arena, *f, &all);
	return all;
}

VerdictList all_verdicts(const IrPackage *package)
{
	return some_verdicts(package, NULL, NULL);
}

static void add_copy(Arena *arena, ExplainReport *r, Map *by_pos, const Verdict *v)
{
	Pos pos = shown_pos(v);
	ExplainFinding *f = map_get_u64(by_pos, pos);
	while (f && !same_place(arena, f->copies.data, v))
		f = f->next_at_pos;
	if (!f) {
		f = NEW(arena, ExplainFinding);
		f->objects = f->measured = -1;
		f->next_at_pos = map_get_u64(by_pos, pos);
		*map_slot_u64(by_pos, pos) = f;
		vec_push(arena, r->findings, f);
	}
	const Verdict *before = f->copies.len ? &vec_last(f->copies) : NULL;
	if (!before || before->func != v->func || before->inl != v->inl)
		vec_push(arena, f->copies, *v); /* else: two objects of one place */
}

/* ---------------------------------------------------------------- order */

static int compare_places(const void *a, const void *b)
{
	const ExplainFinding *f = *(ExplainFinding *const *)a, *g = *(ExplainFinding *const *)b;
	const Verdict *x = f->verdict, *y = g->verdict;
	bool x_heap = x->where == ESC_HEAP, y_heap = y->where == ESC_HEAP;
	if (x_heap != y_heap)
		return y_heap - x_heap;
	return (x->pos > y->pos) - (x->pos < y->pos);
}

/* The heaviest first, as fragment.c shows them. */
static int compare_weights(const void *a, const void *b)
{
	const ExplainFinding *f = *(ExplainFinding *const *)a, *g = *(ExplainFinding *const *)b;
	uint64_t x = (uint64_t)f->verdict->bytes, y = (uint64_t)g->verdict->bytes;
	if (f->measured != g->measured)
		return f->measured < g->measured ? 1 : -1;
	if (f->verdict->depth != g->verdict->depth)
		return g->verdict->depth - f->verdict->depth;
	return x != y ? (x < y ? 1 : -1) : compare_places(a, b);
}

/* ---------------------------------------------------------------- the report */

/* Changes are tried for the heaviest findings of a wide question; one for a line has few. */
static void try_changes(ExplainReport *r, const ExplainQuery *q)
{
	if (r->findings.len)
		qsort(r->findings.data, r->findings.len, sizeof *r->findings.data, compare_weights);
	vec_each(ExplainFinding *, f, r->findings) {
		if ((*f)->verdict->where != ESC_HEAP)
			continue;
		if (r->trials < MOST_TRIALS)
			r->trials += finding_suggest(r->package->arena, *f, q);
		else
			r->untried++;
	}
}

/* Parameters, and variables that stay in the frame, of the functions asked for. */
static void collect_variables(ExplainReport *r, const ExplainQuery *q)
{
	Arena *arena = r->package->arena;
	for (uint32_t i = 0; i < r->package->funcs.len; i++) {
		const Func *f = r->package->funcs.data[i];
		if (f->is_wrapper || !f->pos || !query_matches_func(q, f))
			continue;
		for (uint32_t j = 0; j < f->params.len; j++) {
			const Var *p = f->params.data[j];
			const char *leak = escape_param_text(arena, f, p);
			ExplainParam param = {f, p, leak};
			if (leak)
				vec_push(arena, r->params, param);
		}
		for (uint32_t j = 0; j < f->locals.len; j++) {
			Var *v = f->locals.data[j];
			bool here = v->pos >= f->pos && v->pos < f->end; /* not inlined */
			if (here && !v->is_temp && v->esc != ESC_HEAP && v->esc != ESC_STATIC &&
			    v->name[0] != '_' && str_len(v->name) && v->name[0] != '~')
				vec_push(arena, r->stack, v);
		}
	}
}

/* The graphs of the functions that have the name asked for, each with its literals. */
static const char *draw_graphs(const ExplainReport *r, const ExplainQuery *q)
{
	Buf out = buf_make(r->package->arena);
	vec_each(Func *, f, r->package->funcs)
		if ((*f)->pos && !(*f)->is_wrapper && query_matches_func(q, *f) &&
		    !((*f)->outer && query_matches_func(q, (*f)->outer)))
			escape_dot(&out, r->package->arena, *f);
	return buf_cstr(&out);
}

ExplainReport *explain_package(IrPackage *package, const ExplainQuery *q)
{
	Arena *arena = package->arena;
	if (!query_exists(package, q))
		return NULL;
	ExplainReport *r = NEW(arena, ExplainReport);
	r->package = package;
	r->narrow = q->line != 0;
	r->asked = q->column ? arena_printf(arena, "%s:%u:%u", q->file, q->line, q->column)
		   : q->line ? arena_printf(arena, "%s:%u", q->file, q->line)
		   : q->func ? q->func
		   : q->file ? q->file
			     : package->path;
	VerdictList all = some_verdicts(package, query_may_match, q);
	Map by_pos = map_make(arena);
	vec_each(Verdict, v, all)
		if (query_matches(q, v))
			add_copy(arena, r, &by_pos, v);
	vec_each(ExplainFinding *, f, r->findings) {
		(*f)->verdict = chosen(*f);
		finding_tell(arena, *f);
	}
	if (q->allocs && !counts_read(r, q->allocs))
		fprintf(stderr, "burrow: explain: cannot read %s\n", q->allocs);
	if (q->try)
		try_changes(r, q);
	if (r->findings.len)
		qsort(r->findings.data, r->findings.len, sizeof *r->findings.data, compare_places);
	collect_variables(r, q);
	r->dot = q->func ? draw_graphs(r, q) : NULL;
	return r;
}
