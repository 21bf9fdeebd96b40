/* The flow of values through expressions. */
#include "escape/private.h"

void walk_discard(Batch *b, Node *n)
{
	walk_expr(b, hole_discard(b), n);
}

void walk_discards(Batch *b, const NodeList *list)
{
	for (uint32_t i = 0; i < list->len; i++)
		walk_discard(b, list->data[i]);
}

/* Is n the Data field of a reflect.SliceHeader or StringHeader, reached through a pointer? */
static bool is_header_data(const Node *n)
{
	if ((n->op != ODOT && n->op != ODOTPTR) || n->field->name != STR("Data"))
		return false;
	Type *t = n->op == ODOTPTR ? type_elem(n->x->type) : n->x->type;
	if (t->kind != T_NAMED || !t->obj || !t->obj->pkg || t->obj->pkg->path != STR("reflect"))
		return false;
	return t->obj->name == STR("SliceHeader") || t->obj->name == STR("StringHeader");
}

/* The pointer in an unsafe.Pointer(uintptr) expression: through additions and masks to the
 * conversion it came from. */
void walk_unsafe(Batch *b, Hole k, Node *n)
{
	walk_stmts(b, &n->init);
	switch (n->op) {
	case OCONV:
	case OCONVNOP:
		if (type_kind(n->x->type) == T_UNSAFE_POINTER)
			walk_expr(b, k, n->x);
		else
			walk_discard(b, n->x);
		return;
	case OPLUS:
	case ONEG:
	case OBITNOT:
	case OPAREN: walk_unsafe(b, k, n->x); return;
	case OADD:
	case OSUB:
	case OOR:
	case OXOR:
	case OMUL:
	case ODIV:
	case OMOD:
	case OAND:
	case OANDNOT:
		walk_unsafe(b, k, n->x);
		walk_unsafe(b, k, n->y);
		return;
	case OLSH:
	case ORSH:
		walk_unsafe(b, k, n->x);
		walk_discard(b, n->y);
		return;
	case ODOT:
	case ODOTPTR:
		if (is_header_data(n))
			walk_expr(b, hole_deref(b, k, n, "reflect.Header.Data"), n->x);
		else
			walk_expr_skip_init(b, hole_discard(b), n);
		return;
	default: walk_expr_skip_init(b, hole_discard(b), n);
	}
}

static void walk_elements(Batch *b, Hole k, const Node *n, const char *why)
{
	for (uint32_t i = 0; i < n->list.len; i++) {
		Node *e = n->list.data[i];
		Hole part = e->op == OSTRUCTKEY ? fields_hole(k, e->field) : k;
		walk_expr(b, hole_note(b, part, n, why),
			  e->op == OKEY         ? e->y
			  : e->op == OSTRUCTKEY ? e->x
						: e);
	}
}

static void walk_bounds(Batch *b, Node *n)
{
	walk_discard(b, n->y);
	walk_discard(b, n->z);
	walk_discard(b, n->w);
}

/* The receiver goes to the closure, and to the method when it is called, with results that go
 * nobody knows where. */
static void walk_method_value(Batch *b, Hole k, Node *n)
{
	Hole ks[2] = {{0}, hole_spill(b, k, n)};
	Func *f = type_is_interface(n->x->type) ? NULL : n->func;
	int nresults = f ? type_nresults(f->type) : type_nresults(n->type);
	Hole results[nresults + 1];
	for (int i = 0; i < nresults; i++)
		results[i] = hole_heap(b);
	ks[0] = method_value_hole(b, results, nresults, n);
	Hole both = hole_note(b, hole_tee(b, ks, 2), n, "method value");
	((Note *)both.notes)->silent = true;
	walk_expr(b, both, n->x);
}

/* The literal's body is walked where it stands, because what it assigns decides about captures. */
static void walk_closure(Batch *b, Hole k, Node *n)
{
	Func *f = n->func;
	Closure c = {.k = hole_spill(b, k, n), .node = n, .func = b->func};
	c.vars = f->closure_vars;
	for (uint32_t i = 0; i < c.vars.len; i++)
		vec_push(b->arena, c.uses, c.vars.data[i]->node);
	vec_push(b->arena, b->closures, c);
	if (!ir_is_hidden_closure(f))
		return;
	for (uint32_t i = 0; i < f->closure_vars.len; i++) {
		Loc *l = loc_of(b, f->closure_vars.data[i]);
		/* what was assigned in a straight line before the first capture does not matter */
		if (!l->captured && l->depth == b->depth)
			l->reassigned = false;
		l->captured = true;
	}
	init_func(b, f);
	walk_func(b, f);
}

static void walk_map_literal(Batch *b, Hole k, Node *n)
{
	hole_spill(b, k, n);
	for (uint32_t i = 0; i < n->list.len; i++) {
		walk_to_heap(b, n->list.data[i]->x, "map literal key", n);
		walk_to_heap(b, n->list.data[i]->y, "map literal value", n);
	}
}

static void walk_assertion(Batch *b, Hole k, Node *n)
{
	if (!type_is_interface(n->type) && !type_is_direct_iface(n->type))
		k = hole_shift(k, 1);
	walk_expr(b, hole_note(b, k, n, "dot"), n->x);
}

static void walk_conversion(Batch *b, Hole k, Node *n)
{
	if (n->op == OCONVIFACE) {
		if (!type_is_interface(n->x->type) && !type_is_direct_iface(n->x->type))
			k = hole_spill(b, k, n);
		walk_expr(b, hole_note(b, k, n, "interface-converted"), n->x);
	} else if (type_kind(n->type) == T_UNSAFE_POINTER && type_kind(n->x->type) == T_UINTPTR) {
		walk_unsafe(b, k, n->x);
	} else {
		walk_expr(b, k, n->x);
	}
}

static void walk_index(Batch *b, Hole k, Node *n)
{
	if (type_kind(n->x->type) == T_ARRAY)
		walk_expr(b, hole_note(b, k, n, "fixed-array-index-of"), n->x);
	else
		walk_expr(b, hole_deref(b, k, n, "dot of pointer"), n->x);
	walk_discard(b, n->y);
}

static void walk_name(Batch *b, Hole k, const Node *n)
{
	if (n->var->class == VAR_GLOBAL)
		return;
	flow(b, k, loc_of(b, n->var));
	if (k.derefs >= 0)
		fields_flow(b, k, loc_of(b, n->var));
}

static void walk_dot(Batch *b, Hole k, Node *n)
{
	Loc *field = n->op == ODOT ? fields_find(b, n) : NULL;
	if (field && k.derefs >= 0)
		flow(b, k, field);
	else
		walk_expr(b, k, n->x);
}

void walk_expr(Batch *b, Hole k, Node *n)
{
	if (!n)
		return;
	walk_stmts(b, &n->init);
	walk_expr_skip_init(b, k, n);
}

/* A value without pointers goes nowhere; then a quiet node is of no interest. */
static bool has_nothing_for(Batch *b, Hole *k, const Node *n)
{
	if (k->derefs < 0)
		return false;
	if (k->dst != &b->blank && n->type && n->type->kind != T_TUPLE &&
	    !type_has_pointers(n->type))
		k->dst = &b->blank;
	return k->dst == &b->blank && !k->address && ir_is_quiet(n);
}

void walk_expr_skip_init(Batch *b, Hole k, Node *n)
{
	if (has_nothing_for(b, &k, n))
		return;
	switch ((Op)n->op) {
	case OLITERAL:
	case ONIL:
	case OFUNCNAME:
	case OMETHEXPR:
	case OTYPE: return;
	case ONAME: walk_name(b, k, n); return;
	case OPLUS:
	case ONEG:
	case OBITNOT:
	case ONOT:
	case ORECV:
	case OMAKECHAN: walk_discard(b, n->x); return;
	case OADD:
	case OSUB:
	case OMUL:
	case ODIV:
	case OMOD:
	case OAND:
	case OOR:
	case OXOR:
	case OANDNOT:
	case OLSH:
	case ORSH:
	case OEQ:
	case ONE:
	case OLT:
	case OLE:
	case OGT:
	case OGE:
	case OANDAND:
	case OOROR:
	case OINDEXMAP:
		walk_discard(b, n->x);
		walk_discard(b, n->y);
		return;
	case OADDR: walk_expr(b, hole_address(b, k, n, "address-of"), n->x); return;
	case ODEREF: walk_expr(b, hole_deref(b, k, n, "indirection"), n->x); return;
	case ODOTPTR: walk_expr(b, hole_deref(b, k, n, "dot of pointer"), n->x); return;
	case ODOT:
	case ODOTMETH:
	case ODOTINTER: walk_dot(b, hole_note(b, k, n, "dot"), n); return;
	case OPAREN:
	case OSLICE2ARRPTR: walk_expr(b, k, n->x); return;
	case ODOTTYPE:
	case ODOTTYPE2: walk_assertion(b, k, n); return;
	case OINDEX: walk_index(b, k, n); return;
	case OSLICE:
	case OSLICEARR:
	case OSLICESTR:
	case OSLICE3:
	case OSLICE3ARR:
		walk_expr(b, hole_note(b, k, n, "slice"), n->x);
		walk_bounds(b, n);
		return;
	case OCONV:
	case OCONVNOP:
	case OCONVIFACE: walk_conversion(b, k, n); return;
	case ONEW: hole_spill(b, k, n); return;
	case OMAKESLICE:
	case OMAKEMAP:
		hole_spill(b, k, n);
		walk_discard(b, n->x);
		walk_discard(b, n->y);
		return;
	case OMETHVALUE: walk_method_value(b, k, n); return;
	case OPTRLIT: walk_expr(b, hole_spill(b, k, n), n->x); return;
	case OARRAYLIT: walk_elements(b, k, n, "array literal element"); return;
	case OSTRUCTLIT: walk_elements(b, k, n, "struct literal element"); return;
	case OSLICELIT: walk_elements(b, hole_spill(b, k, n), n, "slice-literal-element"); return;
	case OMAPLIT: walk_map_literal(b, k, n); return;
	case OCLOSURE: walk_closure(b, k, n); return;
	case ORUNES2STR:
	case OBYTES2STR:
	case OSTR2RUNES:
	case OSTR2BYTES:
	case ORUNESTR:
		hole_spill(b, k, n);
		walk_discard(b, n->x);
		return;
	case OADDSTR:
		hole_spill(b, k, n);
		walk_discards(b, &n->list);
		return;
	default: walk_call(b, &k, 1, n);
	}
}
