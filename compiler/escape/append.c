/*
 * Appends of a whole program whose slices grow in the frame.
 *
 * The memory to which an append moves a slice is an allocation as any other: a location, whose
 * address is the append's result. Where it does not escape, the frame can have room for it, and the
 * heap is needed only when the room is used up.
 *
 * `append(s, ...)` or `append(s[:n], ...)` with s a local variable uses room that belongs to s: as
 * long as s is not declared again, each growth takes new bytes of it, because something may still
 * hold the old ones. So the location is as deep in loops as the declaration of s. Any other append
 * has room of its own, of which it uses all each time.
 *
 * Where the program bounds how often s can be appended to, and nothing but its declaration, such
 * appends and s = s[:n] assigns to s, the length and the sizes it grows to are bounded, too: then
 * the room can be large enough, or the declaration's capacity is, and the heap is never needed.
 */
#include "escape/facts.h"

/* bytes of the frame: where it may not be enough; where it is; MANY: elements are not counted */
enum { SMALL_ROOM = 128, MAX_ROOM = 1 << 10, MANY = 1 << 10 };

Var *escape_append_owner(const Node *n)
{
	const Node *s = n->list.data[0];
	while (s->op == OPAREN || s->op == OSLICE || s->op == OSLICE3)
		s = s->x;
	if (s->op != ONAME || s->var->is_closure_var)
		return NULL;
	return s->var->class == VAR_LOCAL || s->var->class == VAR_PARAM ? s->var : NULL;
}

static Loc *owner_of(Batch *b, const Node *n)
{
	Var *v = escape_append_owner(n);
	Loc *l = v ? loc_of(b, v) : NULL;
	return l && l->func == b->func && l->appends ? l : NULL;
}

/* ---------------------------------------------------------------- how often */

typedef struct Search {
	const Var *var;
	bool found;
} Search;

static bool is_var(const Node *n, const Var *v)
{
	while (n && n->op == OPAREN)
		n = n->x;
	return n && n->op == ONAME && n->var == v;
}

static bool find_assignment(void *ctx, Node **slot)
{
	Search *s = ctx;
	const Node *n = *slot;
	bool found = (n->op == OAS || n->op == OASOP || n->op == ORANGE) && is_var(n->x, s->var);
	found |= n->op == ORANGE && is_var(n->y, s->var);
	for (uint32_t i = 0; i < n->list.len; i++)
		found |= n->op >= OAS2 && n->op <= OAS2RECV && is_var(n->list.data[i], s->var);
	s->found |= found;
	return s->found || ir_each_child(*slot, find_assignment, ctx);
}

static bool assigns(const NodeList *list, const Var *v)
{
	Search s = {.var = v};
	for (uint32_t i = 0; i < list->len && !s.found; i++)
		find_assignment(&s, &list->data[i]);
	return s.found;
}

/* What the counter of a loop goes up by; 0: by nothing that is known. */
static int64_t step_of(const Node *post, const Var *v)
{
	if (!is_var(post->x, v))
		return 0;
	const Node *by = post->y;
	if (post->op == OAS && by && by->op == OADD && is_var(by->x, v))
		by = by->y;
	else if (post->op != OASOP || post->subop != OADD)
		return 0;
	int64_t step;
	return by && integer_literal(by, &step) ? step : 0;
}

/* for v := FROM; v < TO; v += STEP, where nothing else assigns to v. */
static int64_t trips_of_for(const Batch *b, const Node *n)
{
	const Node *cond = n->x;
	if (!cond || (cond->op != OLT && cond->op != OLE) || n->els.len != 1)
		return MANY;
	const Var *v = cond->x->op == ONAME ? cond->x->var : NULL;
	if (!v || v->class != VAR_LOCAL || v->is_closure_var || v->captured || v->address_taken ||
	    !type_is_integer(v->type) || type_size(v->type) < 4)
		return MANY;
	int64_t step = step_of(n->els.data[0], v);
	const Node *from = NULL;
	for (uint32_t i = 0; i < n->init.len; i++)
		if (n->init.data[i]->op == OAS && is_var(n->init.data[i]->x, v))
			from = n->init.data[i]->y;
	if (!from || step <= 0 || step > MANY || cond->init.len || assigns(&n->body, v))
		return MANY;
	Interval begin = facts_interval(b->facts, from), end = facts_interval(b->facts, cond->y);
	if (begin.low < -MANY || begin.high > MANY || end.high > MANY)
		return MANY;
	int64_t last = end.high - (cond->op != OLE);
	return last < begin.low ? 0 : (last - begin.low) / step + 1;
}

static int64_t trips_of_range(const Node *n)
{
	Type *t = type_is_pointer(n->z->type) ? type_elem(n->z->type) : n->z->type;
	if (type_kind(t) == T_ARRAY)
		return type_len(t) < MANY ? type_len(t) : MANY;
	return n->z->op == OSLICELIT && n->z->offset < MANY ? n->z->offset : MANY;
}

/* How often at most the place being walked is reached between two declarations of l. */
static int64_t times(const Batch *b, const Loc *l)
{
	if (b->func->has_goto || b->depth - l->depth > (int)b->loops.len || b->depth < l->depth)
		return MANY;
	int64_t n = 1;
	for (int i = 0; i < b->depth - l->depth && n < MANY; i++) {
		const Node *loop = b->loops.data[(int)b->loops.len - 1 - i];
		n *= !loop ? MANY : loop->op == OFOR ? trips_of_for(b, loop) : trips_of_range(loop);
	}
	return n < MANY ? n : MANY;
}

/* ---------------------------------------------------------------- assignments to s */

/* s = s[:n], s = append(s, ...) */
static bool is_of_itself(const Node *value, const Var *v)
{
	if (value->op == OSLICE)
		return is_var(value->x, v) && !value->y;
	return value->op == OAPPEND && is_var(value->list.data[0], v);
}

static bool constant(const Node *n, int64_t *v)
{
	return integer_literal(n, v) && *v >= 0 && *v < MANY;
}

/* The length and capacity that a declaration gives. */
static bool first_size(const Node *value, int64_t *length, int64_t *capacity)
{
	*length = *capacity = 0;
	if (!value || value->op == ONIL)
		return true;
	if (value->op == OSLICELIT) {
		*length = *capacity = value->offset;
		return *length < MANY;
	}
	if (value->op != OMAKESLICE || !constant(value->x, length))
		return false;
	*capacity = *length;
	return (!value->y || constant(value->y, capacity)) && *length <= *capacity;
}

void append_assigned(Batch *b, const Node *left, const Node *value, const Node *where)
{
	if (!b->facts || !left || left->op != ONAME || ir_is_blank(left) ||
	    left->var->class != VAR_LOCAL || left->var->is_closure_var ||
	    type_kind(left->type) != T_SLICE)
		return;
	Var *v = left->var;
	const Loc *l = loc_of(b, v);
	Appends *a = l->appends;
	bool first = v->defn ? v->defn == where : where->op == OAS && !value;
	if (first && l->depth == b->depth && !a->begun &&
	    first_size(value, &a->length, &a->capacity))
		a->begun = true;
	else if (first || !value || !is_of_itself(value, v))
		a->odd = true;
	if (value && value->op == OAPPEND && is_of_itself(value, v))
		a->own_sites++;
	a->assigned--;
}

/* ---------------------------------------------------------------- the location */

/* Elements that an append adds at most. */
static int64_t added(const Node *n)
{
	if (!(n->flags & NF_DDD))
		return n->list.len - 1;
	const Node *more = n->list.data[1];
	if (more->op == OLITERAL && type_is_string(more->type))
		return str_len(more->value->s);
	return more->op == OSLICELIT ? more->offset : MANY;
}

void append_flow(Batch *b, Hole k, Node *n)
{
	int64_t size = type_size(type_elem(n->type));
	if (!b->facts || n->list.len < 2 || size == 0 || size > SMALL_ROOM)
		return;
	Loc *owner = owner_of(b, n);
	Loc *l = loc_new(b, NULL, n);
	n->esc_loc = l;
	l->is_append = true;
	flow(b, hole_address(b, k, n, "append"), l);
	if (!owner)
		return;
	l->depth = owner->depth;
	int64_t t = times(b, owner), a = added(n);
	owner->appends->added += t * a < MANY ? t * a : MANY;
	owner->appends->sites++;
}

/* An append to s whose result s does not get may move s's elements again and again. */
static bool is_bounded(const Loc *owner, int64_t *most)
{
	const Appends *a = owner->appends;
	if (!a->begun || a->odd || a->assigned != 0 || owner->address_taken ||
	    a->sites != a->own_sites || a->added >= MANY)
		return false;
	*most = a->length + a->added;
	return *most < MANY / 4;
}

/*
 * Capacities at least double as s grows to `most` elements, so all but the last are together no
 * more than that one; which is at most twice the length before, rounded up to a size class.
 */
static int64_t bytes_to_grow(int64_t most, int64_t size)
{
	int64_t last = 2 * most * size;
	return 2 * (last + last / 2 + 16);
}

/* ---------------------------------------------------------------- verdicts */

static void use_room(const Loc *l, Loc *owner, int64_t bytes, bool enough)
{
	int64_t elements = bytes / type_size(type_elem(l->node->type));
	l->node->offset = elements;
	l->node->esc = enough ? ESC_STACK : ESC_UNTIL_GROWS;
	if (owner && owner->var->room < elements)
		owner->var->room = (uint16_t)elements;
}

bool append_bound(const Loc *l, int64_t *most)
{
	const Var *v = escape_append_owner(l->node);
	const Loc *owner = v ? v->esc_loc : NULL;
	return owner && owner->func == l->func && owner->appends && is_bounded(owner, most);
}

void append_decide(const Loc *l)
{
	Node *n = l->node;
	int64_t most, size = type_size(type_elem(n->type));
	Var *v = escape_append_owner(n);
	Loc *owner = v ? v->esc_loc : NULL;
	if (owner && owner->func != l->func)
		owner = NULL;
	n->esc = ESC_HEAP;
	n->offset = 0;
	bool bounded = append_bound(l, &most);
	if (bounded && most <= owner->appends->capacity) {
		n->esc = ESC_NONE;
		n->offset = most;
	} else if (!l->escapes) {
		int64_t need = bounded ? bytes_to_grow(most, size) : MAX_ROOM + 1;
		bool enough = need <= MAX_ROOM;
		use_room(l, owner, enough ? need : SMALL_ROOM, enough);
	}
	if (n->esc == ESC_HEAP)
		n->esc_loc = NULL; /* its story is that of any append */
}
