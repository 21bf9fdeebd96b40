/* The flow of values through statements, and the captures of closures. */
#include "escape/private.h"

/* values of Batch.labels */
static char seen_label, looping_label;
#define SEEN    ((void *)&seen_label)
#define LOOPING ((void *)&looping_label)

static void walk_stmt(Batch *b, Node *n);

void walk_stmts(Batch *b, const NodeList *list)
{
	for (uint32_t i = 0; i < list->len; i++)
		walk_stmt(b, list->data[i]);
}

static void walk_block(Batch *b, const NodeList *list)
{
	int depth = b->depth;
	walk_stmts(b, list);
	b->depth = depth;
}

static Hole declare(Batch *b, Var *v)
{
	Loc *l = loc_of(b, v);
	fields_set_depth(l, b->depth);
	return hole_to(l);
}

/* left... = one operand with two values, or as many */
static void assign_pair(Batch *b, Node *n, const char *why)
{
	if (ir_inlined_results(n)) /* gc shows no step for these */
		why = NULL;
	assign_list(b, n->list.data, n->rlist.data, n->list.len, n->rlist.len, why, n);
}

static void assign_call(Batch *b, Node *n)
{
	Node *call = n->rlist.data[0];
	walk_stmts(b, &call->init);
	Hole *ks = NEW_ARRAY(b->arena, Hole, n->list.len);
	for (uint32_t i = 0; i < n->list.len; i++)
		ks[i] = walk_left(b, n->list.data[i]);
	walk_call(b, ks, (int)n->list.len, call);
	mark_reassigned(ks, n->list.len, n);
}

static void walk_range(Batch *b, Node *n)
{
	Loc *tmp = loc_new(b, NULL, NULL);
	walk_expr(b, hole_to(tmp), n->z);
	b->depth++;
	vec_push(b->arena, b->loops, n);
	Hole ks[2] = {walk_left(b, n->x), walk_left(b, n->y)};
	if (type_kind(n->z->type) == T_ARRAY)
		flow(b, hole_note(b, ks[1], n, "range"), tmp);
	else
		flow(b, hole_deref(b, ks[1], n, "range-deref"), tmp);
	mark_reassigned(ks, 2, n);
	walk_block(b, &n->body);
	b->depth--;
	b->loops.len--;
}

static void walk_cases(Batch *b, Node *n)
{
	for (uint32_t i = 0; i < n->list.len; i++) {
		Node *c = n->list.data[i];
		walk_discards(b, &c->list);
		walk_block(b, &c->body);
	}
}

static void walk_type_switch(Batch *b, Node *n)
{
	Hole *ks = NEW_ARRAY(b->arena, Hole, n->list.len + 1);
	int nks = 0;
	for (uint32_t i = 0; i < n->list.len; i++) {
		Node *c = n->list.data[i];
		if (!c->var)
			continue;
		Hole k = declare(b, c->var);
		Type *t = c->var->type;
		if (!type_has_pointers(t))
			continue;
		if (!type_is_interface(t) && !type_is_direct_iface(t))
			k = hole_shift(k, 1);
		ks[nks++] = hole_note(b, k, c, "switch case");
	}
	walk_expr(b, hole_tee(b, ks, nks), n->x);
	walk_cases(b, n);
}

static void walk_select(Batch *b, Node *n)
{
	for (uint32_t i = 0; i < n->list.len; i++) {
		Node *c = n->list.data[i];
		if (c->x)
			walk_stmt(b, c->x);
		walk_block(b, &c->body);
	}
}

static void walk_return(Batch *b, Node *n)
{
	const VarList *results = &b->func->results;
	Node **left = NEW_ARRAY(b->arena, Node *, results->len);
	for (uint32_t i = 0; i < results->len; i++)
		left[i] = results->data[i]->node;
	assign_list(b, left, n->list.data, results->len, n->list.len, "return", n);
}

static void walk_stmt(Batch *b, Node *n)
{
	if (!n)
		return;
	walk_stmts(b, &n->init);
	switch ((Op)n->op) {
	case ODCL:
		if (n->x->op == ONAME && !ir_is_blank(n->x))
			declare(b, n->x->var);
		return;
	case OAS:
	case OASOP: assign_list(b, &n->x, &n->y, 1, 1, "assign", n); return;
	case OAS2: assign_pair(b, n, "assign-pair"); return;
	case OAS2FUNC: assign_call(b, n); return;
	case OAS2MAPR: assign_pair(b, n, "assign-pair-mapr"); return;
	case OAS2DOTTYPE: assign_pair(b, n, "assign-pair-dot-type"); return;
	case OAS2RECV: assign_pair(b, n, "assign-pair-receive"); return;
	case OBLOCK: walk_stmts(b, &n->body); return;
	case OIF:
		walk_discard(b, n->x);
		walk_block(b, &n->body);
		walk_block(b, &n->els);
		return;
	case OFOR:
		b->depth++;
		vec_push(b->arena, b->loops, NULL);
		walk_discard(b, n->x);
		vec_last(b->loops) = n;
		walk_stmts(b, &n->els);
		walk_block(b, &n->body);
		b->depth--;
		b->loops.len--;
		return;
	case ORANGE: walk_range(b, n); return;
	case OSWITCH:
		walk_discard(b, n->x);
		walk_cases(b, n);
		return;
	case OTYPESW: walk_type_switch(b, n); return;
	case OSELECT: walk_select(b, n); return;
	case ORETURN: walk_return(b, n); return;
	case OSEND:
		walk_discard(b, n->x);
		walk_to_heap(b, n->y, "send", n);
		return;
	case OGO:
	case ODEFER: walk_go_defer(b, n); return;
	case OLABEL:
		if (map_get(&b->labels, n->label) == LOOPING)
			b->depth++;
		return;
	case OGOTO:
	case OBREAK:
	case OCONTINUE:
	case OFALLTHROUGH:
	case OINLMARK:
	case ODCLTYPE: return;
	case ORECV: walk_expr_skip_init(b, hole_discard(b), n); return;
	default: walk_call(b, NULL, 0, n);
	}
}

/* ---------------------------------------------------------------- functions */

static bool find_loop(void *ctx, Node **slot)
{
	Batch *b = ctx;
	Node *n = *slot;
	if (n->op == OLABEL)
		map_set(&b->labels, n->label, SEEN);
	else if (n->op == OGOTO && map_get(&b->labels, n->label) == SEEN)
		map_set(&b->labels, n->label, LOOPING);
	return ir_each_child(n, find_loop, ctx);
}

static void init_list(Batch *b, const VarList *list)
{
	for (uint32_t i = 0; i < list->len; i++)
		if (!list->data[i]->esc_loc)
			loc_new(b, list->data[i], NULL);
}

void init_func(Batch *b, Func *f)
{
	Func *func = b->func;
	int depth = b->depth;
	b->func = f;
	b->depth = 1;
	init_list(b, &f->params);
	init_list(b, &f->results);
	for (uint32_t i = 0; i < f->results.len; i++)
		((Loc *)f->results.data[i]->esc_loc)->result = (int)i;
	init_list(b, &f->locals);
	b->func = func;
	b->depth = depth;
}

void walk_func(Batch *b, Func *f)
{
	Func *func = b->func;
	int depth = b->depth;
	b->func = f;
	b->depth = 1;
	for (uint32_t i = 0; f->has_goto && i < f->body.len; i++)
		find_loop(b, &f->body.data[i]);
	walk_block(b, &f->body);
	b->func = func;
	b->depth = depth;
}

/* How the closure holds v: a copy when nothing changes it after the capture, else its address. */
static bool decide_capture(const Batch *b, const Var *v, const Loc *l)
{
	enum { MAX_BY_VALUE = 128 };
	bool by_value = !l->address_taken && !l->reassigned && type_size(v->type) <= MAX_BY_VALUE;
	if (b->m >= 2)
		diag_line(ir_shown_pos(l->func, l->var->node),
			  "%s capturing by %s: %s (addr=%s assign=%s width=%ld)", l->func->name,
			  by_value ? "value" : "ref", v->name, l->address_taken ? "true" : "false",
			  l->reassigned ? "true" : "false", (long)type_size(v->type));
	return by_value;
}

/* After all functions of the group: captured variables flow to their closures. */
void flow_closures(Batch *b)
{
	for (uint32_t i = 0; i < b->closures.len; i++) {
		const Closure *c = &b->closures.data[i];
		b->func = c->func;
		for (uint32_t j = 0; j < c->vars.len; j++) {
			Var *v = c->vars.data[j];
			const Node *use = c->uses.data[j];
			Loc *l = loc_of(b, v);
			bool by_value = decide_capture(b, canonical(v), l);
			if (v->is_closure_var)
				v->by_value = by_value;
			Hole k = c->k;
			if (!by_value)
				k = hole_address(b, k, use, "reference");
			flow(b, hole_note(b, k, use, "captured by a closure"), l);
		}
	}
}
