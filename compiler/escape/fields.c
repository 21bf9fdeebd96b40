/*
 * Parts told apart, where the program is analysed whole.
 *
 * A local variable that is a struct, and that nothing points to and no closure captures, has a
 * location for each of its fields beside its own. Its own gets what is assigned to the whole of it,
 * and flows to all fields; a field gets what is assigned to it, besides. A use of the whole takes
 * all of them. They are names of parts, not places: no address of one ever flows.
 *
 * What is stored through a pointer or slice that can only lead to one object, because it is the
 * one value of a variable, goes to that object's location instead of the heap.
 */
#include "escape/facts.h"

enum { MAX_FIELDS = 16, MAX_SIZE = 1 << 10 };

static int pointer_fields(Type *t)
{
	int n = 0;
	for (int i = 0; i < type_nfields(t); i++)
		n += type_has_pointers(type_field(t, i)->type);
	return n;
}

static bool is_split(const Batch *b, const Var *v)
{
	Type *t = v->type;
	return b->facts && v->class == VAR_LOCAL && !v->is_closure_var && !v->is_temp &&
	       !v->captured && !v->address_taken && t && type_kind(t) == T_STRUCT &&
	       type_nfields(t) <= MAX_FIELDS && type_size(t) <= MAX_SIZE &&
	       pointer_fields(t) >= 2 && facts_only_named(b->facts, v);
}

void fields_make(Batch *b, Loc *l)
{
	if (!is_split(b, l->var))
		return;
	int n = type_nfields(l->var->type);
	l->fields = NEW_ARRAY(b->arena, Loc *, n);
	for (int i = 0; i < n; i++) {
		Loc *f = loc_new(b, NULL, NULL);
		f->func = l->func;
		f->depth = l->depth;
		f->is_part = true;
		l->fields[i] = f;
		flow(b, hole_to(f), l);
	}
}

void fields_set_depth(Loc *l, int depth)
{
	l->depth = depth;
	for (int i = 0; l->fields && i < type_nfields(l->var->type); i++)
		l->fields[i]->depth = depth;
}

static Loc *find_field(const Loc *l, const Obj *field)
{
	for (int i = 0; l->fields && i < type_nfields(l->var->type); i++)
		if (type_field(l->var->type, i) == field)
			return l->fields[i];
	return NULL;
}

Loc *fields_find(Batch *b, const Node *n)
{
	const Node *x = n->x;
	while (x->op == OPAREN)
		x = x->x;
	if (x->op != ONAME || x->var->class != VAR_LOCAL || ir_is_blank(x))
		return NULL;
	return find_field(loc_of(b, x->var), n->field);
}

Hole fields_hole(Hole k, const Obj *field)
{
	Loc *f = k.derefs == 0 && !k.address ? find_field(k.dst, field) : NULL;
	if (f)
		k.dst = f;
	return k;
}

void fields_flow(Batch *b, Hole k, const Loc *l)
{
	if (!l->fields)
		return;
	Type *t = l->var->type;
	for (int i = 0; i < type_nfields(t); i++) {
		if (k.derefs < 0) /* cannot be: then something points to it */
			flow(b, hole_heap(b), l->fields[i]);
		else
			flow(b, fields_hole(k, type_field(t, i)), l->fields[i]);
	}
}

/* ---------------------------------------------------------------- known objects */

enum { MAX_STEPS = 20 }; /* from one variable's value to the next */

static Loc *object(Batch *b, Node *pointer, int steps);

static Loc *place(Batch *b, const Node *n, int steps)
{
	while (n->op == ODOT || n->op == OPAREN ||
	       (n->op == OINDEX && type_kind(n->x->type) == T_ARRAY))
		n = n->x;
	if (n->op == ODOTPTR || n->op == ODEREF || n->op == OINDEX)
		return object(b, n->x, steps + 1);
	if (n->op != ONAME || n->var->class == VAR_GLOBAL || ir_is_blank(n))
		return NULL;
	return loc_of(b, n->var);
}

/* Is it certain that a slice is in the frame where it does not escape? */
static bool has_constant_size(const Node *n)
{
	const Node *c = n->y ? n->y : n->x;
	int64_t size;
	return integer_literal(c, &size);
}

static Loc *object(Batch *b, Node *pointer, int steps)
{
	if (steps >= MAX_STEPS)
		return NULL;
	const Node *n = ir_static_value(pointer);
	switch ((Op)n->op) {
	case OPAREN:
	case OSLICE:
	case OSLICE3:
	case OSLICEARR:
	case OSLICE3ARR: return object(b, n->x, steps + 1);
	case OADDR: return place(b, n->x, steps);
	case OPTRLIT:
	case ONEW:
	case OSLICELIT: return n->esc_loc;
	case OMAKESLICE: return has_constant_size(n) ? n->esc_loc : NULL;
	default: return NULL;
	}
}

Loc *known_object(Batch *b, Node *pointer)
{
	Loc *l = b->facts ? object(b, pointer, 0) : NULL;
	return l && l->batch == b ? l : NULL;
}
