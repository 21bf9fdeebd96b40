/*
 * What each allocating expression really costs, apart from the words of -m.
 *
 * gc's words answer "does the address outlive the frame?". A verdict answers "does running this
 * line take memory from the heap, and who takes it?": constants, small integers and values without
 * size "escape" and cost nothing; a string that "does not escape" costs an allocation when it is
 * longer than its buffer; an append has no word at all. The rules here are those by which lower/
 * and package runtime work, and -allocs holds them against what a program really does.
 */
#include "escape/loopwalk.h"
#include "escape/private.h"

/* bytes of the buffer for a string or []byte that does not escape; runes of one for []rune */
enum { STRING_BUFFER = 32 };

typedef struct Walk {
	Arena *arena;
	const Func *func;
	LoopWalk loops;
	const Node *joined; /* a + b of s += a + b, which is one concatenation with s */
	VerdictList *out;
} Walk;

const char *const escape_by_text[] = {
#define X(name, text) text,
	ALLOC_BY(X)
#undef X
};

static Verdict *add(Walk *w, Pos pos, uint32_t inl, EscVerdict where, AllocBy by, int64_t bytes)
{
	Verdict v = {
		.func = w->func, .pos = pos, .inl = inl, .where = where, .by = by, .bytes = bytes};
	v.depth = w->loops.depth;
	vec_push(w->arena, *w->out, v);
	return &vec_last(*w->out);
}

static Verdict *add_node(Walk *w, const Node *n, EscVerdict where, AllocBy by, int64_t bytes)
{
	Verdict *v = add(w, n->pos, n->inl, where, by, bytes);
	v->node = n;
	v->gc_heap = n->gc_heap;
	return v;
}

static EscVerdict verdict_of(uint8_t esc, int64_t bytes)
{
	return bytes == 0 ? ESC_NONE : esc == ESC_UNKNOWN ? ESC_HEAP : (EscVerdict)esc;
}

/* ---------------------------------------------------------------- by kind */

static bool constant_size(const Node *n, int64_t *count)
{
	return n && integer_literal(n, count) && *count >= 0;
}

static void slice_of_unknown_size(Walk *w, const Node *n, int64_t element)
{
	bool grows = n->esc == ESC_UNTIL_GROWS;
	Verdict *v = add_node(w, n, grows ? ESC_UNTIL_GROWS : ESC_HEAP, ALLOC_SITE, -1);
	v->element = element;
	if (grows) {
		v->bound = n->offset * element;
		v->unit = "bytes";
	}
}

static void make_slice(Walk *w, const Node *n)
{
	int64_t count, size = type_size(type_elem(n->type));
	bool known = constant_size(n->y ? n->y : n->x, &count);
	if (size == 0)
		add_node(w, n, ESC_NONE, ALLOC_SITE, 0);
	else if (known && count <= INT64_MAX / size)
		add_node(w, n, verdict_of(n->esc, count * size), ALLOC_SITE, count * size);
	else if (n->esc == ESC_STACK)
		add_node(w, n, ESC_STACK, ALLOC_SITE, n->offset * size);
	else
		slice_of_unknown_size(w, n, size);
}

/* {code, captured variables} */
static int64_t closure_bytes(const Func *f)
{
	int64_t size = 8;
	for (uint32_t i = 0; i < f->closure_vars.len; i++) {
		const Var *v = f->closure_vars.data[i];
		int64_t align = v->by_value ? type_align(v->type) : 8;
		size = (size + align - 1) / align * align + (v->by_value ? type_size(v->type) : 8);
	}
	return (size + 7) / 8 * 8;
}

static void closure(Walk *w, const Node *n)
{
	if (!n->func->closure_vars.len)
		add_node(w, n, ESC_NONE, ALLOC_SITE, 0);
	else
		add_node(w, n, verdict_of(n->esc, 8), ALLOC_SITE, closure_bytes(n->func));
}

/* A value put into an interface. Those that are a pointer go in as they are: nothing to say. */
static void boxing(Walk *w, const Node *n)
{
	Type *t = n->x->type;
	int64_t size = type_size(t);
	if (type_is_interface(t) || type_is_direct_iface(t) || !type_is_interface(n->type))
		return;
	bool byte = size == 1 && (type_is_integer(t) || type_is_boolean(t));
	if (n->x->op == OLITERAL || byte) {
		add_node(w, n, ESC_NONE, ALLOC_BOXING, 0);
		return;
	}
	Verdict *v = add_node(w, n, verdict_of(n->esc, size), ALLOC_BOXING, size);
	if (v->where != ESC_HEAP)
		return;
	bool word = (size == 2 || size == 4 || size == 8) && type_align(t) == size;
	if (word && !type_has_pointers(t))
		v->free_when = type_is_unsigned(t)  ? "below 256"
			       : type_is_integer(t) ? "from 0 to 255"
						    : "zero but for its lowest byte";
	else if (type_kind(t) == T_STRING)
		v->free_when = "empty";
	else if (type_kind(t) == T_SLICE)
		v->free_when = "nil";
}

static void grows(Walk *w, const Node *n, int64_t bound, const char *unit)
{
	bool stack = n->esc == ESC_STACK || n->esc == ESC_UNTIL_GROWS;
	Verdict *v = add_node(w, n, stack ? ESC_UNTIL_GROWS : ESC_HEAP, ALLOC_STRING, -1);
	v->bound = stack ? bound : 0;
	v->unit = unit;
}

static void string_conversion(Walk *w, const Node *n)
{
	switch (n->op) {
	case OSTR2BYTES:
		if (n->x->op == OLITERAL) {
			int64_t size = str_len(n->x->value->s);
			add_node(w, n, verdict_of(n->esc, size), ALLOC_SITE, size);
			return;
		}
		break;
	case OSTR2RUNES: grows(w, n, STRING_BUFFER, "runes"); return;
	case ORUNESTR: add_node(w, n, verdict_of(n->esc, 4), ALLOC_STRING, -1); return;
	default: break;
	}
	grows(w, n, STRING_BUFFER, "bytes");
	if (n->op == OBYTES2STR)
		vec_last(*w->out).free_when = "of one byte or none";
}

/* go and defer keep the operands of the call in a closure, unless the call has none. */
static void later(Walk *w, const Node *n)
{
	const Node *call = n->x;
	bool plain =
		call->op == OCALLFUNC && !call->list.len && !call->type && call->x->op != OMETHEXPR;
	AllocBy by = n->op == OGO ? ALLOC_GOROUTINE : ALLOC_DEFER;
	bool stack = n->op == ODEFER && !(n->flags & NF_LOOP);
	if (!plain)
		add_node(w, n, stack ? ESC_STACK : ESC_HEAP, by, -1);
	else if (n->op == OGO || stack)
		add_node(w, n, n->op == OGO ? ESC_NONE : ESC_STACK, by, 0);
	if (n->op == ODEFER && !stack)
		add_node(w, n, ESC_HEAP, by, 48);
}

static void append(Walk *w, const Node *n)
{
	int64_t size = type_size(type_elem(n->type));
	if (n->list.len < 2 || size == 0)
		return;
	Verdict *v = add_node(w, n, n->esc == ESC_UNKNOWN ? ESC_HEAP : (EscVerdict)n->esc,
			      ALLOC_APPEND, -1);
	v->gc_heap = v->where != ESC_HEAP;
	if (v->where == ESC_UNTIL_GROWS) {
		v->bound = n->offset * size;
		v->unit = escape_append_owner(n) ? "bytes in all" : "bytes";
	}
}

/* ---------------------------------------------------------------- the walk */

static void variable(Walk *w, Var *v, Pos pos, uint32_t inl)
{
	bool listed = v->esc == ESC_HEAP || v->esc == ESC_STATIC || v->gc_heap;
	if (!listed || v->is_closure_var)
		return;
	int64_t size = type_size(v->type);
	Verdict *verdict = add(w, pos, inl, verdict_of(v->esc, size), ALLOC_SITE, size);
	verdict->var = v;
	verdict->gc_heap = v->gc_heap;
}

static void expression(Walk *w, const Node *n)
{
	switch ((Op)n->op) {
	case ONEW:
	case OPTRLIT: {
		int64_t size = type_size(type_elem(n->type));
		add_node(w, n, verdict_of(n->esc, size), ALLOC_SITE, size);
		return;
	}
	case OSLICELIT: {
		int64_t size = n->offset * type_size(type_elem(n->type));
		add_node(w, n, verdict_of(n->esc, size), ALLOC_SITE, size);
		return;
	}
	case OMAPLIT:
	case OMAKEMAP: add_node(w, n, ESC_HEAP, ALLOC_MAP, -1); return;
	case OMAKESLICE: make_slice(w, n); return;
	case OMAKECHAN: add_node(w, n, ESC_HEAP, ALLOC_CHANNEL, -1); return;
	case OCLOSURE: closure(w, n); return;
	case OMETHVALUE:
		add_node(w, n, verdict_of(n->esc, 8), ALLOC_SITE, 8 + type_size(n->x->type));
		return;
	case OCONVIFACE: boxing(w, n); return;
	case OBYTES2STR:
	case ORUNES2STR:
	case ORUNESTR:
	case OSTR2BYTES:
	case OSTR2RUNES: string_conversion(w, n); return;
	case OADDSTR:
		if (n != w->joined)
			grows(w, n, STRING_BUFFER, "bytes");
		return;
	case OASOP:
		if (n->subop == OADD && type_is_string(n->x->type))
			add_node(w, n, ESC_HEAP, ALLOC_STRING, -1);
		return;
	case OAPPEND: append(w, n); return;
	case OINDEXMAP:
		if (n->flags & NF_ASSIGN)
			add_node(w, n, ESC_HEAP, ALLOC_MAP, -1);
		return;
	case OGO:
	case ODEFER: later(w, n); return;
	default: return;
	}
}

static bool visit(void *ctx, Node **slot)
{
	Walk *w = ctx;
	Node *n = *slot;
	switch ((Op)n->op) {
	case ONAME: return false;
	case ODCL:
		if (n->x->op == ONAME)
			variable(w, n->x->var, n->pos, n->inl);
		return false;
	case OCASE:
		if (n->var)
			variable(w, n->var, n->var->pos, n->inl); /* the colon, as gc */
		break;
	case OASOP: w->joined = n->y; break;
	default: break;
	}
	loopwalk_children(&w->loops, n);
	expression(w, n);
	return false;
}

void escape_verdicts(Arena *arena, Func *f, VerdictList *out)
{
	Walk w = {.arena = arena, .func = f, .out = out, .loops = {.visit = visit, .ctx = &w}};
	loopwalk_begin(&w.loops, arena, f);
	for (uint32_t i = 0; i < f->params.len; i++)
		variable(&w, f->params.data[i], f->params.data[i]->pos, 0);
	for (uint32_t i = 0; i < f->results.len; i++)
		variable(&w, f->results.data[i], f->results.data[i]->pos, 0);
	loopwalk_list(&w.loops, &f->body);
}

/* ---------------------------------------------------------------- printing */

const char *escape_verdict_text(Arena *arena, const Verdict *v)
{
	switch (v->where) {
	case ESC_NONE: return "none";
	case ESC_STACK: return "stack";
	case ESC_STATIC: return "static";
	case ESC_UNTIL_GROWS:
		return arena_printf(arena, "stack until it grows beyond %ld %s", (long)v->bound,
				    v->unit);
	default: return "heap";
	}
}

void escape_dump_verdicts(FILE *out, Arena *arena, const VerdictList *verdicts)
{
	for (uint32_t i = 0; i < verdicts->len; i++) {
		const Verdict *v = &verdicts->data[i];
		fprintf(out, "  %u:%u: %s: %s", pos_line(v->pos), pos_col(v->pos),
			v->var ? v->var->name : ir_text(arena, v->node),
			escape_verdict_text(arena, v));
		if (v->by != ALLOC_SITE)
			fprintf(out, ", %s", escape_by_text[v->by]);
		if (v->bytes > 0)
			fprintf(out, ", %ld bytes", (long)v->bytes);
		if (v->free_when)
			fprintf(out, ", nothing when %s", v->free_when);
		if (v->depth)
			fprintf(out, ", loop depth %d", v->depth);
		if (v->inl)
			fprintf(out, ", in %s inlined at %u:%u",
				v->func->inlines.data[v->inl - 1].callee->name,
				pos_line(v->func->inlines.data[v->inl - 1].call_pos),
				pos_col(v->func->inlines.data[v->inl - 1].call_pos));
		fputc('\n', out);
	}
}
