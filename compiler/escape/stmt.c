/* The flow of values through statements, and the captures of closures. */
#include "escape/private.h"

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
	l->depth = b->depth;
	return hole_to(l);
}

Hole walk_left(Batch *b, Node *n)
{
	Hole k = hole_heap(b);
	if (!n || ir_is_blank(n))
		return hole_discard(b);
	switch ((Op)n->op) {
	case ONAME:
		if (n->var->class != VAR_GLOBAL)
			k = hole_to(loc_of(b, n->var));
		break;
	case ODOT:
	case OPAREN: return walk_left(b, n->x);
	case OINDEX:
		walk_discard(b, n->y);
		if (type_kind(n->x->type) == T_ARRAY)
			return walk_left(b, n->x);
		walk_discard(b, n->x);
		break;
	case ODEREF:
	case ODOTPTR: walk_discard(b, n->x); break;
	case OINDEXMAP:
		walk_discard(b, n->x);
		walk_expr(b, hole_heap(b), n->y);
		break;
	default: walk_discard(b, n);
	}
	return n->type && !type_has_pointers(n->type) ? hole_discard(b) : k;
}

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
	default: return false;
	}
	from = pointer_name(src->x);
	return from && from->var == to->var;
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
	case OCONVNOP: return same_safe(x->x, y->x);
	case OINDEX: return same_safe(x->x, y->x) && same_safe(x->y, y->y);
	case OLITERAL: return const_equal((Const *)x->value, (Const *)y->value);
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
	case OINDEX:
		return (dst->y->op == ONAME || dst->y->op == OLITERAL) &&
		       (src->y->op == ONAME || src->y->op == OLITERAL) && same_safe(dst->x, src->x);
	default: return false;
	}
}

static void assign(Batch *b, Node *where, Node *left, Node *right)
{
	Hole k = walk_left(b, left);
	if (left && right && is_self_assign(left, right)) {
		if (b->m)
			diag_line(where->pos, "%s ignoring self-assignment in %s", b->func->name,
				  ir_text(b->arena, where));
		k = hole_discard(b);
	}
	walk_expr(b, k, right);
}

static void assign_call(Batch *b, Node *n)
{
	Hole ks[n->list.len + 1];
	for (uint32_t i = 0; i < n->list.len; i++)
		ks[i] = walk_left(b, n->list.data[i]);
	Node *call = n->rlist.data[0];
	walk_stmts(b, &call->init);
	walk_call(b, ks, (int)n->list.len, call);
}

static void walk_range(Batch *b, Node *n)
{
	Loc *tmp = loc_new(b, NULL, NULL);
	walk_expr(b, hole_to(tmp), n->z);
	Node *vars[2] = {n->x, n->y};
	for (int i = 0; i < 2; i++)
		if (n->flags & NF_DEFINE && vars[i] && vars[i]->op == ONAME &&
		    !ir_is_blank(vars[i]))
			declare(b, vars[i]->var);
	b->depth++;
	walk_left(b, n->x);
	Hole value = walk_left(b, n->y);
	bool array = type_kind(n->z->type) == T_ARRAY;
	if (n->y)
		flow(b, array ? value : hole_shift(value, 1), tmp);
	walk_block(b, &n->body);
	b->depth--;
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
	Hole ks[n->list.len + 1];
	int nks = 0;
	for (uint32_t i = 0; i < n->list.len; i++) {
		Node *c = n->list.data[i];
		if (c->var) {
			Hole k = declare(b, c->var);
			Type *t = c->var->type;
			if (type_has_pointers(t))
				ks[nks++] = !type_is_interface(t) && !type_is_direct_iface(t)
						    ? hole_shift(k, 1)
						    : k;
		}
		walk_block(b, &c->body);
	}
	walk_expr(b, hole_tee(b, ks, nks), n->x);
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
	for (uint32_t i = 0; i < n->list.len && i < results->len; i++)
		walk_expr(b, hole_to(loc_of(b, results->data[i])), n->list.data[i]);
}

static void walk_stmt(Batch *b, Node *n)
{
	if (!n)
		return;
	if (n->op != OGO && n->op != ODEFER)
		walk_stmts(b, &n->init);
	switch ((Op)n->op) {
	case ODCL:
		if (n->x->op == ONAME)
			declare(b, n->x->var);
		return;
	case OAS: assign(b, n, n->x, n->y); return;
	case OASOP: assign(b, n, n->x, n->y); return;
	case OAS2:
		for (uint32_t i = 0; i < n->list.len; i++)
			assign(b, n, n->list.data[i], n->rlist.data[i]);
		return;
	case OAS2FUNC: assign_call(b, n); return;
	case OAS2MAPR:
	case OAS2DOTTYPE:
	case OAS2RECV: {
		Hole k = walk_left(b, n->list.data[0]);
		walk_left(b, n->list.data[1]);
		walk_expr(b, k, n->rlist.data[0]);
		return;
	}
	case OBLOCK: walk_block(b, &n->body); return;
	case OIF:
		walk_discard(b, n->x);
		walk_block(b, &n->body);
		walk_block(b, &n->els);
		return;
	case OFOR:
		b->depth++;
		walk_discard(b, n->x);
		walk_stmts(b, &n->els);
		walk_block(b, &n->body);
		b->depth--;
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
		walk_expr(b, hole_heap(b), n->y);
		return;
	case OGO:
	case ODEFER: walk_go_defer(b, n); return;
	case OLABEL:
		if (map_has(&b->looping, n->label))
			b->depth++;
		return;
	case OGOTO:
	case OBREAK:
	case OCONTINUE:
	case OFALLTHROUGH:
	case OINLMARK:
	case ODCLTYPE: return;
	default: walk_call(b, NULL, 0, n);
	}
}

/* ---------------------------------------------------------------- functions */

/* Labels that a goto after them jumps to make a loop. */
static void find_loops(Batch *b, Map *seen, const NodeList *list)
{
	for (uint32_t i = 0; i < list->len; i++) {
		Node *n = list->data[i];
		if (n->op == OLABEL)
			map_set(seen, n->label, 1);
		else if (n->op == OGOTO && map_has(seen, n->label))
			map_set(&b->looping, n->label, 1);
		find_loops(b, seen, &n->init);
		find_loops(b, seen, &n->body);
		find_loops(b, seen, &n->els);
		if (n->op == OSWITCH || n->op == OTYPESW || n->op == OSELECT || n->op == OINLCALL)
			find_loops(b, seen, &n->list);
	}
}

static void init_list(Batch *b, const VarList *list)
{
	for (uint32_t i = 0; i < list->len; i++)
		if (!list->data[i]->esc_loc)
			loc_new(b, list->data[i], NULL);
}

void init_func(Batch *b, Func *f)
{
	b->func = f;
	b->depth = 1;
	init_list(b, &f->params);
	init_list(b, &f->results);
	for (uint32_t i = 0; i < f->results.len; i++)
		((Loc *)f->results.data[i]->esc_loc)->result = (int)i;
	init_list(b, &f->locals);
}

void walk_func(Batch *b, Func *f)
{
	Map seen = map_make(b->arena);
	find_loops(b, &seen, &f->body);
	b->func = f;
	b->depth = 1;
	walk_stmts(b, &f->body);
}

/* After all functions of the group: captured variables flow to their closures, by value or by
 * reference. */
void flow_closures(Batch *b)
{
	enum { MAX_BY_VALUE = 128 };
	for (uint32_t i = 0; i < b->closures.len; i++) {
		const Closure *c = &b->closures.data[i];
		Func *f = c->node->func;
		for (uint32_t j = 0; j < f->closure_vars.len; j++) {
			Var *v = f->closure_vars.data[j], *o = v;
			while (o->is_closure_var && o->outer)
				o = o->outer;
			v->by_value = o->class != VAR_RESULT && !o->address_taken &&
				      !o->reassigned && type_size(o->type) <= MAX_BY_VALUE;
			Loc *l = loc_of(b, o);
			if (!v->by_value)
				flow(b, hole_shift(c->k, -1), l);
			else if (type_has_pointers(o->type))
				flow(b, c->k, l);
		}
	}
}
