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

/* The pointer in an unsafe.Pointer(uintptr) expression: through additions and masks to the
 * conversion it came from. */
static void walk_unsafe(Batch *b, Hole k, Node *n)
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
	default: walk_expr(b, hole_discard(b), n);
	}
}

static void walk_elements(Batch *b, Hole k, const NodeList *list)
{
	for (uint32_t i = 0; i < list->len; i++) {
		Node *e = list->data[i];
		walk_expr(b, k, e->op == OKEY ? e->y : e->op == OSTRUCTKEY ? e->x : e);
	}
}

static void walk_bounds(Batch *b, Node *n)
{
	walk_discard(b, n->y);
	walk_discard(b, n->z);
	walk_discard(b, n->w);
}

/* The receiver goes to the closure, and to the method when it is called, nobody knows where. */
static void walk_method_value(Batch *b, Hole k, Node *n)
{
	Hole ks[2] = {hole_spill(b, k, n), hole_heap(b)};
	Func *f = n->func;
	if (f && !type_is_interface(n->x->type) && f->params.len > 0) {
		int leaks[TAG_RESULTS + 1];
		Var *receiver = f->params.data[0];
		if (receiver->esc_loc && !f->escape_done) {
			ks[1] = hole_to(receiver->esc_loc);
		} else {
			leaks_of_tag(receiver->escape_tag, leaks);
			int least = -1;
			for (int i = 0; i <= TAG_RESULTS; i++)
				if (leaks[i] >= 0 && (least < 0 || leaks[i] < least))
					least = leaks[i];
			ks[1] = least < 0 ? hole_discard(b) : hole_shift(hole_heap(b), least);
		}
	}
	walk_expr(b, hole_tee(b, ks, ks[1].dst == &b->blank ? 1 : 2), n->x);
}

static void walk_closure(Batch *b, Hole k, Node *n)
{
	Closure c = {hole_spill(b, k, n), n};
	vec_push(b->arena, b->closures, c);
}

static void walk_map_literal(Batch *b, Hole k, Node *n)
{
	hole_spill(b, k, n);
	for (uint32_t i = 0; i < n->list.len; i++) {
		walk_expr(b, hole_heap(b), n->list.data[i]->x);
		walk_expr(b, hole_heap(b), n->list.data[i]->y);
	}
}

void walk_expr(Batch *b, Hole k, Node *n)
{
	if (!n)
		return;
	walk_stmts(b, &n->init);
	if (k.derefs >= 0 && n->type && n->type->kind != T_TUPLE && !type_has_pointers(n->type))
		k = hole_discard(b);
	switch ((Op)n->op) {
	case OLITERAL:
	case ONIL:
	case OFUNCNAME:
	case OMETHEXPR:
	case OTYPE: return;
	case ONAME:
		if (n->var->class != VAR_GLOBAL)
			flow(b, k, loc_of(b, n->var));
		return;
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
	case OADDR: walk_expr(b, hole_shift(k, -1), n->x); return;
	case ODEREF:
	case ODOTPTR: walk_expr(b, hole_shift(k, 1), n->x); return;
	case ODOT:
	case ODOTMETH:
	case ODOTINTER:
	case OPAREN: walk_expr(b, k, n->x); return;
	case ODOTTYPE:
	case ODOTTYPE2:
		if (!type_is_interface(n->type) && !type_is_direct_iface(n->type))
			k = hole_shift(k, 1);
		walk_expr(b, k, n->x);
		return;
	case OINDEX:
		walk_expr(b, type_kind(n->x->type) == T_ARRAY ? k : hole_shift(k, 1), n->x);
		walk_discard(b, n->y);
		return;
	case OSLICE:
	case OSLICEARR:
	case OSLICESTR:
	case OSLICE3:
	case OSLICE3ARR:
		walk_expr(b, k, n->x);
		walk_bounds(b, n);
		return;
	case OCONV:
	case OCONVNOP:
		if (type_kind(n->type) == T_UNSAFE_POINTER && type_kind(n->x->type) == T_UINTPTR)
			walk_unsafe(b, k, n->x);
		else
			walk_expr(b, k, n->x);
		return;
	case OCONVIFACE:
		if (!type_is_interface(n->x->type) && !type_is_direct_iface(n->x->type))
			k = hole_spill(b, k, n);
		walk_expr(b, k, n->x);
		return;
	case OSLICE2ARRPTR: walk_expr(b, k, n->x); return;
	case ONEW: hole_spill(b, k, n); return;
	case OMAKESLICE:
	case OMAKEMAP:
		hole_spill(b, k, n);
		walk_discard(b, n->x);
		walk_discard(b, n->y);
		return;
	case OMETHVALUE: walk_method_value(b, k, n); return;
	case OPTRLIT: walk_expr(b, hole_spill(b, k, n), n->x); return;
	case OARRAYLIT:
	case OSTRUCTLIT: walk_elements(b, k, &n->list); return;
	case OSLICELIT: walk_elements(b, hole_spill(b, k, n), &n->list); return;
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
