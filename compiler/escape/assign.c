/*
 * Assignments: where the left side keeps the value, and assignments that store no new pointer.
 */
#include "escape/private.h"

static Hole hole_of_object(Batch *b, Node *pointer)
{
	Loc *l = known_object(b, pointer);
	return l ? hole_to(l) : hole_heap(b);
}

Hole walk_left(Batch *b, Node *n)
{
	if (!n || ir_is_blank(n))
		return hole_discard(b);
	switch ((Op)n->op) {
	case ONAME:
		if (n->var->class == VAR_GLOBAL)
			return hole_heap(b);
		append_overwritten(loc_of(b, n->var));
		return hole_to(loc_of(b, n->var));
	case ODOT: {
		Loc *field = fields_find(b, n);
		return field ? hole_to(field) : walk_left(b, n->x);
	}
	case OPAREN: return walk_left(b, n->x);
	case OINDEX:
		walk_discard(b, n->y);
		if (type_kind(n->x->type) == T_ARRAY)
			return walk_left(b, n->x);
		walk_discard(b, n->x);
		return hole_of_object(b, n->x);
	case ODEREF:
	case ODOTPTR: walk_discard(b, n->x); return hole_of_object(b, n->x);
	case OINDEXMAP:
		walk_discard(b, n->x);
		walk_to_heap(b, n->y, "key of map put", n);
		break;
	default: walk_discard(b, n);
	}
	return hole_heap(b);
}

void walk_to_heap(Batch *b, Node *n, const char *why, const Node *where)
{
	walk_expr(b, hole_note(b, hole_heap(b), where, why), n);
}

/* ---------------------------------------------------------------- self-assignment */

static const Node *pointer_name(const Node *n)
{
	if (n->op != ODEREF && n->op != ODOTPTR)
		return NULL;
	return n->x->op == ONAME ? n->x : NULL;
}

/* b.buf = b.buf[n:m]: no new pointer to what b points to. */
static bool is_self_slice(const Node *dst, const Node *src)
{
	const Node *to = pointer_name(dst), *from;
	if (!to)
		return false;
	switch (src->op) {
	case OSLICE:
	case OSLICE3:
	case OSLICESTR: break;
	case OSLICEARR:
	case OSLICE3ARR: /* slicing an array in place makes a pointer to b itself */
		if (src->x->op == OADDR)
			return false;
		break;
	default: return false;
	}
	from = pointer_name(src->x);
	return from && from->var == to->var;
}

static bool same_number_type(const Type *t, const Type *u)
{
	return t == u || (t->kind != T_NAMED && t->kind == u->kind);
}

static bool same_safe(const Node *x, const Node *y)
{
	if (x->op != y->op)
		return false;
	switch ((Op)x->op) {
	case ONAME: return x->var == y->var;
	case ODOT:
	case ODOTPTR: return x->field == y->field && same_safe(x->x, y->x);
	case ODEREF:
	case OCONVNOP:
	case ONOT:
	case OBITNOT:
	case OPLUS:
	case ONEG: return same_safe(x->x, y->x);
	case OCONV: return same_number_type(x->type, y->type) && same_safe(x->x, y->x);
	case OINDEX:
	case OINDEXMAP: return same_safe(x->x, y->x) && same_safe(x->y, y->y);
	case OLITERAL: return const_equal((Const *)x->value, (Const *)y->value);
	case ONIL: return true;
	default: return false;
	}
}

/* Can evaluating n do nothing but give a value? */
static bool is_pure(const Node *n)
{
	switch ((Op)n->op) {
	case ONAME:
	case OLITERAL:
	case ONIL: return true;
	case OADD:
	case OSUB:
	case OOR:
	case OXOR:
	case OMUL:
	case OLSH:
	case ORSH:
	case OAND:
	case OANDNOT:
	case ODIV:
	case OMOD:
	case OINDEX: return is_pure(n->x) && is_pure(n->y);
	case OCONV:
	case OCONVNOP:
	case OLEN:
	case OCAP:
	case ONOT:
	case OBITNOT:
	case OPLUS:
	case ONEG:
	case ODOT:
	case ODOTPTR:
	case ODEREF: return is_pure(n->x);
	default: return false;
	}
}

/* val.x = val.y: what val points to stays among what it points to. */
static bool is_self_assign(const Node *dst, const Node *src)
{
	if (is_self_slice(dst, src))
		return true;
	if (dst->op != src->op)
		return false;
	switch ((Op)dst->op) {
	case ODOT:
	case ODOTPTR: return same_safe(dst->x, src->x);
	case OINDEX: return is_pure(dst->y) && is_pure(src->y) && same_safe(dst->x, src->x);
	default: return false;
	}
}

/* ---------------------------------------------------------------- assignments */

void mark_reassigned(const Hole *ks, uint32_t n, const Node *where)
{
	if (where->op == OAS && !where->y && where->x && where->x->op == ONAME &&
	    !where->x->var->defn)
		return; /* var x T */
	for (uint32_t i = 0; i < n; i++) {
		Loc *l = ks[i].dst;
		/* a variable of range is assigned each time around */
		if (!l->var || l->var->defn != where || where->op == ORANGE)
			l->reassigned = true;
	}
}

static bool is_reflect_header(const Node *dst)
{
	if (dst->op != ODOTPTR || dst->field->name != STR("Data"))
		return false;
	Type *t = type_elem(dst->x->type);
	if (t->kind != T_NAMED || !t->obj->pkg || t->obj->pkg->path != STR("reflect"))
		return false;
	return t->obj->name == STR("SliceHeader") || t->obj->name == STR("StringHeader");
}

static void assign(Batch *b, Hole k, Node *left, Node *right, const char *why, Node *where)
{
	append_assigned(b, left, right, where);
	if (left && is_reflect_header(left)) {
		walk_unsafe(b, hole_note(b, hole_heap(b), where, why), right);
		return;
	}
	if (left && right && is_self_assign(left, right)) {
		if (b->m)
			diag_line(ir_shown_pos(b->func, where), "%s ignoring self-assignment in %s",
				  b->func->name, ir_text(b->arena, where));
		if (!k.dst->is_part) /* parts that are told apart do get new pointers */
			k = hole_discard(b);
	}
	walk_expr(b, why ? hole_note(b, k, where, why) : k, right);
}

void assign_list(Batch *b, Node **left, Node **right, uint32_t nleft, uint32_t nright,
		 const char *why, Node *where)
{
	Hole one, *ks = nleft > 1 ? NEW_ARRAY(b->arena, Hole, nleft) : &one;
	for (uint32_t i = 0; i < nleft; i++)
		ks[i] = walk_left(b, left[i]);
	for (uint32_t i = 0; i < nleft; i++)
		assign(b, ks[i], left[i], i < nright ? right[i] : NULL, why, where);
	mark_reassigned(ks, nleft, where);
}
