/*
 * What is asked for and what is found: verdicts of a package by place, inlined copies put together,
 * the findings of a wide question in order of weight.
 */
#include "explain/explain.h"

#include <stdlib.h>

#include "explain/private.h"

/* ---------------------------------------------------------------- the question */

static bool number(const char *s, size_t n, uint32_t *value)
{
	*value = 0;
	for (size_t i = 0; i < n; i++) {
		if (s[i] < '0' || s[i] > '9' || *value > 100000000)
			return false;
		*value = *value * 10 + (uint32_t)(s[i] - '0');
	}
	return n > 0;
}

ExplainQuery explain_parse(Arena *arena, const char *pattern)
{
	ExplainQuery q = {0};
	const char *go = strstr(pattern, ".go");
	if (!go || (go[3] && go[3] != ':')) {
		q.func = pattern;
		return q;
	}
	q.file = arena_copy(arena, pattern, (size_t)(go + 3 - pattern));
	if (!go[3])
		return q;
	const char *rest = go + 4, *colon = strchr(rest, ':');
	size_t n = colon ? (size_t)(colon - rest) : strlen(rest);
	if (!number(rest, n, &q.line))
		q.func = rest;
	else if (colon && !number(colon + 1, strlen(colon + 1), &q.column))
		q.func = rest;
	return q;
}

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash ? slash + 1 : path;
}

static bool func_matches(const Func *f, const char *name)
{
	for (; f; f = f->outer) {
		const char *s = f->name;
		if (strcmp(s, name) == 0 || strcmp(f->symbol, name) == 0)
			return true;
		/* T.M for (*T).M */
		const char *dot = strchr(name, '.');
		size_t n = dot ? (size_t)(dot - name) : 0;
		if (dot && strncmp(s, "(*", 2) == 0 && strncmp(s + 2, name, n) == 0 &&
		    s[2 + n] == ')' && strcmp(s + 3 + n, dot) == 0)
			return true;
	}
	return false;
}

/* The outermost of the calls through which v came into its function, NULL: it was there. */
static const InlinedCall *outermost_call(const Verdict *v)
{
	const InlinedCall *calls = v->func->inlines.data;
	const InlinedCall *call = v->inl ? &calls[v->inl - 1] : NULL;
	while (call && call->parent)
		call = &calls[call->parent - 1];
	return call;
}

/* Where it is shown: in the source of this package. */
static Pos shown_pos(const Verdict *v)
{
	const SourceFile *f = pos_source(v->pos);
	const InlinedCall *call = outermost_call(v);
	return call && (!f || !f->text) ? call->call_pos : v->pos;
}

static bool matches(const ExplainQuery *q, const Verdict *v)
{
	Pos pos = shown_pos(v);
	const InlinedCall *call = outermost_call(v);
	if (q->file && strcmp(base_name(pos_file(pos)), base_name(q->file)) != 0)
		return false;
	if (q->func)
		return func_matches(v->func, q->func);
	if (!q->line)
		return true;
	if (call && pos_line(call->call_pos) == q->line &&
	    pos_source(call->call_pos) == pos_source(pos))
		return !q->column || q->column == pos_col(call->call_pos);
	if (pos_line(pos) != q->line)
		return false;
	if (!q->column || pos_col(pos) == q->column)
		return true;
	const Node *n = v->node;
	return n && n->start && pos_line(n->start) == q->line && pos_col(n->start) <= q->column &&
	       q->column < pos_col(n->end);
}

/* Does the place that was asked for exist? */
static bool exists(const IrPackage *package, const ExplainQuery *q)
{
	if (q->func) {
		for (uint32_t i = 0; i < package->funcs.len; i++)
			if (func_matches(package->funcs.data[i], q->func))
				return true;
		fprintf(stderr, "burrow: explain: no function %s in package %s\n", q->func,
			package->path);
		return false;
	}
	if (!q->line)
		return true;
	const SourceFile *file = NULL;
	for (uint32_t i = 0; i < package->funcs.len && !file; i++) {
		const SourceFile *f = pos_source(package->funcs.data[i]->pos);
		if (f && strcmp(base_name(f->name), base_name(q->file)) == 0)
			file = f;
	}
	if (!file)
		return true;
	if (q->line > file->line_count) {
		fprintf(stderr, "burrow: explain: %s has no line %u (it has %u)\n", file->name,
			q->line, file->line_count);
		return false;
	}
	uint32_t from = file->lines[q->line - 1];
	uint32_t to = q->line < file->line_count ? file->lines[q->line] : file->size;
	if (q->column > to - from) {
		fprintf(stderr, "burrow: explain: line %u of %s has no column %u\n", q->line,
			file->name, q->column);
		return false;
	}
	return true;
}

/* ---------------------------------------------------------------- findings */

typedef struct Finding { /* a place, and all its copies */
	VEC(Verdict) copies;
} Finding;

typedef VEC(Finding *) FindingList;

static FindingList collect(Arena *arena, IrPackage *package, const ExplainQuery *q)
{
	FindingList found = {0};
	VerdictList all = {0};
	for (uint32_t i = 0; i < package->funcs.len; i++)
		if (!package->funcs.data[i]->is_wrapper && package->funcs.data[i]->pos)
			escape_verdicts(arena, package->funcs.data[i], &all);
	vec_each(Verdict, v, all) {
		if (!matches(q, v))
			continue;
		Finding *f = NULL;
		vec_each(Finding *, o, found) {
			const Verdict *first = &(*o)->copies.data[0];
			if (first->pos == v->pos && !first->var == !v->var && first->by == v->by &&
			    (v->var ||
			     (first->node->op == v->node->op &&
			      strcmp(ir_text(arena, first->node), ir_text(arena, v->node)) == 0)))
				f = *o;
		}
		if (!f) {
			f = NEW(arena, Finding);
			vec_push(arena, found, f);
		}
		const Verdict *before = f->copies.len ? &vec_last(f->copies) : NULL;
		if (!before || before->func != v->func || before->inl != v->inl)
			vec_push(arena, f->copies, *v); /* else: two objects of one place */
	}
	return found;
}

/* The copy that is told: one on the heap before others, the function's own before inlined ones. */
static const Verdict *chosen(const Finding *f)
{
	const Verdict *best = NULL;
	vec_each(Verdict, v, f->copies)
		if (!best || (v->where == ESC_HEAP) > (best->where == ESC_HEAP) ||
		    ((v->where == ESC_HEAP) == (best->where == ESC_HEAP) && !v->inl && best->inl))
			best = v;
	return best;
}

static int by_weight(const void *a, const void *b)
{
	const Verdict *x = chosen(*(Finding *const *)a), *y = chosen(*(Finding *const *)b);
	if (x->depth != y->depth)
		return y->depth - x->depth;
	if (x->bytes != y->bytes) {
		uint64_t n = (uint64_t)x->bytes, m = (uint64_t)y->bytes; /* unknown: most */
		return n < m ? 1 : -1;
	}
	return (x->pos > y->pos) - (x->pos < y->pos);
}

static int by_place(const void *a, const void *b)
{
	const Verdict *x = chosen(*(Finding *const *)a), *y = chosen(*(Finding *const *)b);
	return (x->pos > y->pos) - (x->pos < y->pos);
}

/* ---------------------------------------------------------------- the answer */

static const char *copy_words(Teller *t, const Verdict *v)
{
	if (!v->inl)
		return arena_printf(t->arena, "%s itself", v->func->name);
	const InlinedCall *call = outermost_call(v);
	return arena_printf(t->arena, "the one inlined in %s (%u:%u)", v->func->name,
			    pos_line(call->call_pos), pos_col(call->call_pos));
}

static void tell_copies(Teller *t, const Finding *f)
{
	uint32_t heap = 0;
	vec_each(Verdict, v, f->copies)
		heap += v->where == ESC_HEAP;
	if (f->copies.len < 2 && t->verdict->inl)
		fprintf(t->out, " It is in %s, which is inlined here.\n",
			t->verdict->func->inlines.data[t->verdict->inl - 1].callee->name);
	if (f->copies.len < 2)
		return;
	fputs(heap == f->copies.len ? " The same verdict in all copies:" : " Copies differ:",
	      t->out);
	vec_each(Verdict, v, f->copies) {
		fprintf(t->out, "%s %s", v == f->copies.data ? "" : ",", copy_words(t, v));
		if (heap != f->copies.len)
			fprintf(t->out, ": %s", escape_verdict_text(t->arena, v));
	}
	fputs(".\n", t->out);
}

static const char *what(Teller *t)
{
	const Verdict *v = t->verdict;
	if (v->var)
		return v->var->name;
	if (v->by == ALLOC_BOXING)
		return arena_printf(t->arena, "the copy of %s in an interface",
				    ir_text(t->arena, v->node));
	if (v->node->op == OCLOSURE)
		return "the function literal";
	return ir_text(t->arena, v->node);
}

/* What the runtime takes, for which there is no way to tell. */
static const char *runtime_words(const Verdict *v)
{
	switch (v->by) {
	case ALLOC_APPEND:
		return "when the slice is full, append moves it to a new array on the heap";
	case ALLOC_MAP:
		if (v->node->op == OINDEXMAP)
			return "the map's table is on the heap, and an insertion may make it grow";
		return "the runtime makes a map and its table on the heap";
	case ALLOC_CHANNEL: return "channels are always on the heap";
	case ALLOC_STRING: return "the runtime builds the result in new memory";
	case ALLOC_GOROUTINE:
		return "the call's operands wait on the heap until the goroutine runs";
	case ALLOC_DEFER:
		return "it is deferred in a loop: each time around keeps a record on the heap";
	default: return "a call that is made later keeps it, and what that needs is on the heap";
	}
}

static void tell_loop_variable(Teller *t)
{
	const Var *v = t->verdict->var;
	const Node *loop = v ? loop_of(v->func, v) : NULL;
	int64_t last;
	if (!loop || !t->story->steps.len)
		return;
	fprintf(t->out, "note: all iterations share one %s; what holds it sees later changes",
		v->name);
	if (loop_count(v->func, loop, v, &last) >= 0)
		fprintf(t->out, ", and after the loop %s is %ld", v->name, (long)last);
	fputs(".\n", t->out);
}

static void tell(FILE *out, Arena *arena, const Finding *f, const ExplainQuery *q)
{
	const Verdict *v = chosen(f);
	Story story = escape_story(arena, v);
	Teller teller = {.out = out, .arena = arena, .verdict = v, .story = &story}, *t = &teller;
	t->file = pos_source(shown_pos(v));
	bool maybe = v->by == ALLOC_APPEND || (v->by == ALLOC_MAP && v->node->op == OINDEXMAP);
	const char *amount = words_amount(t);
	fprintf(out, "%s: %s %s%s%s %s", pos_text(shown_pos(v)), what(t),
		maybe ? "may allocate" : "is on the heap", amount ? ": " : ",",
		amount ? amount : "", words_frequency(t));
	int64_t sharing = v->var ? loop_goroutines(v->var->func, v->var) : -1;
	if (sharing > 1)
		fprintf(out, ", shared by %ld goroutines", (long)sharing);
	fputs(".\n", out);
	tell_copies(t, f);
	if (story.steps.len)
		steps_tell(t);
	else if (v->node) {
		fprintf(out, "    %s", runtime_words(v));
		source_show(t, span_of(v->node));
	}
	tell_loop_variable(t);
	suggest(t, q);
	if (v->free_when)
		fprintf(out, "free: %s allocates nothing when it is %s.\n", what(t), v->free_when);
}

/* What does not go to the heap on the line that was asked for. */
static void tell_others(FILE *out, Arena *arena, const FindingList *found)
{
	vec_each(Finding *, f, *found) {
		const Verdict *v = chosen(*f);
		if (v->where == ESC_HEAP)
			continue;
		Teller t = {.out = out, .arena = arena, .verdict = v};
		if (v->by == ALLOC_GOROUTINE || v->by == ALLOC_DEFER)
			continue;
		fprintf(out, "free: %s: %s.\n", what(&t),
			v->where == ESC_NONE ? "nothing is allocated"
					     : escape_verdict_text(arena, v));
	}
}

bool explain_package(FILE *out, IrPackage *package, const ExplainQuery *q)
{
	Arena *arena = package->arena;
	if (!exists(package, q))
		return false;
	FindingList found = collect(arena, package, q);
	bool narrow = q->line != 0;
	if (found.len)
		qsort(found.data, found.len, sizeof *found.data, narrow ? by_place : by_weight);
	uint32_t heap = 0;
	vec_each(Finding *, f, found) {
		if (chosen(*f)->where != ESC_HEAP)
			continue;
		if (heap++)
			fputc('\n', out);
		tell(out, arena, *f, q);
	}
	if (!heap && narrow)
		fprintf(out, "%s:%u: nothing on the heap.\n", q->file, q->line);
	else if (!heap)
		fprintf(out, "%s: nothing on the heap.\n",
			q->func   ? q->func
			: q->file ? q->file
				  : package->path);
	if (narrow)
		tell_others(out, arena, &found);
	return true;
}

bool explain_helps(IrPackage *package, const char *func, const char *var)
{
	bool found = false;
	for (uint32_t i = 0; i < package->funcs.len; i++) {
		VerdictList verdicts = {0};
		if (strcmp(package->funcs.data[i]->symbol, func) != 0)
			continue;
		found = true;
		escape_verdicts(package->arena, package->funcs.data[i], &verdicts);
		vec_each(Verdict, v, verdicts)
			if (v->var && strcmp(v->var->name, var) == 0)
				return false;
	}
	return found;
}
