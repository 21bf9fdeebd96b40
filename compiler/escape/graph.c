/* Locations, holes and the tags of parameters. */
#include "escape/private.h"

/* bytes on the stack: variables with a name; anything else */
enum { MAX_VARIABLE = 10 << 20, MAX_IMPLICIT = 64 << 10 };

static bool implicit_too_large(Type *t)
{
	return type_size(t) > MAX_IMPLICIT;
}

static bool small_constant(const Node *n, int64_t limit)
{
	if (n->op != OLITERAL || !const_is_int64(n->value))
		return false;
	int64_t v = const_int64(n->value);
	return v >= 0 && v <= limit;
}

/* Must this be on the heap wherever its address goes? */
static bool always_heap(const Loc *l)
{
	if (l->var)
		return l->var->class == VAR_LOCAL && type_size(l->var->type) > MAX_VARIABLE;
	const Node *n = l->node;
	if (!n)
		return false;
	switch (n->op) {
	case ONEW:
	case OPTRLIT: return implicit_too_large(type_elem(n->type));
	case OSLICELIT: return n->offset * type_size(type_elem(n->type)) > MAX_IMPLICIT;
	case OMETHVALUE: return implicit_too_large(n->x->type);
	case OMAKESLICE: {
		int64_t size = type_size(type_elem(n->type));
		return !small_constant(n->y ? n->y : n->x, size ? MAX_IMPLICIT / size : INT32_MAX);
	}
	default: return false;
	}
}

Loc *loc_new(Batch *b, Var *var, Node *node)
{
	Loc *l = NEW(b->arena, Loc);
	l->var = var;
	l->node = node;
	l->func = b->func;
	l->depth = b->depth;
	l->result = -1;
	for (int i = 0; i <= TAG_RESULTS; i++)
		l->leaks[i] = -1;
	if (var) {
		var->esc_loc = l;
		l->is_param = var->class == VAR_PARAM;
	}
	vec_push(b->arena, b->locs, l);
	if (always_heap(l))
		flow(b, hole_shift(hole_heap(b), -1), l);
	return l;
}

Loc *loc_of(Batch *b, Var *var)
{
	while (var->is_closure_var && var->outer)
		var = var->outer;
	if (!var->esc_loc)
		loc_new(b, var, NULL);
	return var->esc_loc;
}

void flow(Batch *b, Hole k, Loc *src)
{
	if (k.dst == &b->blank || (k.dst == src && k.derefs >= 0))
		return;
	if (k.dst->escapes && k.derefs < 0) {
		src->escapes = true;
		return;
	}
	Edge e = {src, k.derefs};
	vec_push(b->arena, k.dst->edges, e);
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
	flow(b, hole_shift(k, -1), l);
	return hole_to(l);
}

/* A tag is "esc:" and a byte for each entry, the level + 1; 0: no leak. */
Str leaks_tag(const int *leaks)
{
	char text[4 + TAG_RESULTS + 1] = "esc:";
	for (int i = 0; i <= TAG_RESULTS; i++)
		text[4 + i] = (char)(leaks[i] + 1);
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
