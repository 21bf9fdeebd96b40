/* Locations, edges, holes and the tags of parameters. */
#include "escape/facts.h"

/* bytes on the stack: variables with a name; anything else; both under -smallframes */
enum { MAX_VARIABLE = 10 << 20, MAX_IMPLICIT = 64 << 10 };
enum { SMALL_VARIABLE = 128 << 10, SMALL_IMPLICIT = 16 << 10 };
/* for make([]T, n) with n not constant, but known to fit; not known */
enum { MAX_BOUNDED = 1 << 10, SMALL_BUFFER = 128 };

/* ---------------------------------------------------------------- size */

bool integer_literal(const Node *n, int64_t *v)
{
	if (n->op != OLITERAL || !const_is_int64(n->value))
		return false;
	*v = const_int64(n->value);
	return true;
}

static bool small_constant(const Node *n, int64_t *v)
{
	return integer_literal(n, v) && *v >= 0 && *v <= INT32_MAX;
}

static int64_t align_to(int64_t size, Type *t)
{
	int64_t align = type_align(t);
	return (size + align - 1) / align * align;
}

/* The closure object {code, captured variables}, all of them by reference or small. */
static int64_t closure_size(const Func *f)
{
	int64_t size = 8;
	for (uint32_t i = 0; i < f->closure_vars.len; i++) {
		const Var *v = f->closure_vars.data[i];
		if (v->by_value)
			size = align_to(size, v->type) + type_size(v->type);
		else
			size = align_to(size, type_basic[T_UINTPTR]) + 8;
	}
	return size;
}

static int64_t implicit_limit(const Batch *b)
{
	return b->package->small_frames ? SMALL_IMPLICIT : MAX_IMPLICIT;
}

static bool too_large(const Batch *b, const Node *n)
{
	int64_t limit = implicit_limit(b);
	if (type_size(n->type) > (b->package->small_frames ? SMALL_VARIABLE : MAX_VARIABLE))
		return true;
	switch (n->op) {
	case ONEW:
	case OPTRLIT: return type_size(type_elem(n->type)) > limit;
	case OCLOSURE: return n->func && closure_size(n->func) > limit;
	case OMETHVALUE: return type_size(n->x->type) + 8 > limit;
	default: return false;
	}
}

/* A whole program's slice of n elements, n not constant, has room in the frame for so many (0: for
 * none) that n is known not to exceed them, or for a few: then it may still be on the heap. */
static void decide_room(Batch *b, Node *n)
{
	int64_t size = type_size(type_elem(n->type));
	Interval i = facts_interval(b->facts, n->y ? n->y : n->x);
	int64_t most = i.low == i.high ? implicit_limit(b) : MAX_BOUNDED;
	bool fits = size && i.high > 0 && i.high <= most / size;
	n->offset = fits ? i.high : size ? SMALL_BUFFER / size : 0;
	n->flags = fits ? n->flags | NF_BOUNDED : n->flags & ~(uint32_t)NF_BOUNDED;
}

/* Why it must be on the heap wherever its address goes, or NULL. */
static const char *heap_reason(Batch *b, const Loc *l)
{
	const Node *n = l->var ? l->var->node : l->node;
	if (!n || !n->type || (l->var && l->var->class != VAR_LOCAL))
		return NULL;
	if (too_large(b, n))
		return "too large for stack";
	if (n->op != OMAKESLICE)
		return NULL;
	int64_t cap, size = type_size(type_elem(n->type));
	if (!small_constant(n->y ? n->y : n->x, &cap)) {
		if (b->facts)
			decide_room(b, l->node);
		return b->facts && n->offset ? NULL : "non-constant size";
	}
	return size && cap > implicit_limit(b) / size ? "too large for stack" : NULL;
}

void flow_large(Batch *b)
{
	for (uint32_t i = 0; i < b->locs.len; i++) {
		Loc *l = b->locs.data[i];
		const char *why = heap_reason(b, l);
		if (!why)
			continue;
		b->func = l->func;
		const Node *where = l->var ? l->var->node : l->node;
		flow(b, hole_address(b, hole_heap(b), where, why), l);
	}
}

/* ---------------------------------------------------------------- locations and edges */

Loc *loc_new(Batch *b, Var *var, Node *node)
{
	Loc *l = NEW(b->arena, Loc);
	l->var = var;
	l->node = node;
	l->func = var && var->func ? var->func : b->func;
	l->depth = b->depth;
	l->result = -1;
	for (int i = 0; i <= TAG_RESULTS; i++)
		l->leaks[i] = -1;
	if (var) {
		var->esc_loc = l;
		var->room = 0;
		l->is_param = var->class == VAR_PARAM;
	}
	l->number = b->locs.len;
	l->batch = b;
	vec_push(b->arena, b->locs, l);
	if (var && b->facts) {
		if (var->type && type_kind(var->type) == T_SLICE)
			l->appends = NEW(b->arena, Appends);
		fields_make(b, l);
	}
	return l;
}

void locs_leave(const Batch *b)
{
	for (uint32_t i = 0; i < b->locs.len; i++) {
		const Loc *l = b->locs.data[i];
		if (l->var)
			l->var->esc_loc = NULL;
		if (l->node)
			l->node->esc_loc = NULL;
	}
}

Var *canonical(Var *v)
{
	while (v->is_closure_var && v->outer)
		v = v->outer;
	return v;
}

Loc *loc_of(Batch *b, Var *var)
{
	var = canonical(var);
	if (!var->esc_loc)
		loc_new(b, var, NULL);
	return var->esc_loc;
}

bool encloses(const Func *outer, const Func *inner)
{
	for (const Func *f = inner ? inner->outer : NULL; f; f = f->outer)
		if (f == outer)
			return true;
	return false;
}

bool outlives(const Batch *b, const Loc *l, const Loc *other)
{
	if (l->escapes)
		return true;
	if (l->result >= 0) /* results of literals called in place stay in the function around */
		return !(encloses(other->func, l->func) && map_has(&b->called, l->func));
	if (l->func == other->func && l->depth < other->depth)
		return true;
	return encloses(l->func, other->func);
}

void flow(Batch *b, Hole k, Loc *src)
{
	if (k.address)
		src->address_taken = true;
	if (k.derefs < 0)
		fields_flow(b, k, src);
	if (k.dst == &b->blank || (k.dst == src && k.derefs >= 0))
		return;
	if (k.dst->escapes && k.derefs < 0) {
		if (explains(b) && !src->is_append) {
			Edge e = {src, k.derefs, k.notes};
			Explanation x = explain_begin(
				b, src, "escapes",
				arena_printf(b->arena, "%s escapes to heap", loc_name(b, src)));
			explain_flow(b, &x, k.dst, src, &e);
		}
		if (!src->put_in) {
			src->put_in = k.dst;
			src->put_notes = k.notes;
		}
		src->escapes = true;
		return;
	}
	Edge e = {src, k.derefs, k.notes};
	vec_push(b->arena, k.dst->edges, e);
}

/* ---------------------------------------------------------------- holes */

Hole hole_note(Batch *b, Hole k, const Node *where, const char *why)
{
	if (k.dst == &b->blank && k.derefs >= 0 && !k.address)
		return k; /* nothing comes of it */
	Note *note = NEW(b->arena, Note);
	*note = (Note){.next = k.notes, .where = where, .func = b->func, .why = why};
	note->arg = b->arg;
	note->param = b->param;
	k.notes = note;
	return k;
}

Hole hole_tee(Batch *b, const Hole *ks, int n)
{
	if (n == 0)
		return hole_discard(b);
	if (n == 1)
		return ks[0];
	Loc *l = loc_new(b, NULL, NULL);
	for (int i = 0; i < n; i++)
		flow(b, ks[i], l);
	return hole_to(l);
}

Hole hole_spill(Batch *b, Hole k, Node *site)
{
	Loc *l = loc_new(b, NULL, site);
	site->esc_loc = l;
	flow(b, hole_address(b, k, site, "spill"), l);
	return hole_to(l);
}

/* ---------------------------------------------------------------- tags */

/* A tag is "esc:" and a byte for each entry, the level + 1; 0: no leak. */
Str leaks_tag(const int *leaks)
{
	char text[4 + TAG_RESULTS + 1] = "esc:";
	for (int i = 0; i <= TAG_RESULTS; i++)
		text[4 + i] = (char)(leaks[i] < UINT8_MAX ? leaks[i] + 1 : UINT8_MAX);
	return str_intern_n(text, sizeof text);
}

/* Without a tag nothing is known. */
void leaks_of_tag(Str tag, int *leaks)
{
	for (int i = 0; i <= TAG_RESULTS; i++)
		leaks[i] = tag ? (uint8_t)tag[4 + i] - 1 : -1;
	if (!tag)
		leaks[0] = 0;
}
