/*
 * Statements: assignments in their phases (operands of the left side, right side, stores), control
 * flow, channels, return.
 */
#include "lower/private.h"

/* ---------------------------------------------------------------- left sides */

/* A left side whose operands have been evaluated: a place, or an element of a map. */
typedef struct Target {
	Node *place; /* NULL: a map element */
	Node *map, *key;
	Type *map_type;
	Type *type; /* NULL: blank */
	Pos pos;    /* of the left side */
	uint32_t inl;
} Target;

/* Operands that a later statement could change are copied. */
static Node *stable_place(Lower *l, Node *p)
{
	switch (p->op) {
	case ODEREF:
	case ODOTPTR: p->x = lower_stable(l, p->x); return p;
	case ODOT: p->x = stable_place(l, p->x); return p;
	case OINDEX:
		p->x = type_kind(p->x->type) == T_ARRAY ? stable_place(l, p->x)
							: lower_stable(l, p->x);
		p->y = lower_stable(l, p->y);
		return p;
	default: return p;
	}
}

/* Operands that are read late stay as they are, until settle(). */
static Target target(Lower *l, Node *left)
{
	Target t = {.type = left->type, .pos = left->pos, .inl = left->inl};
	if (ir_is_blank(left)) {
		t.place = left;
		t.type = NULL;
		return t;
	}
	if (left->op != OINDEXMAP) {
		t.place = lower_place(l, left);
		if (!lower_reads_late(left))
			t.place = stable_place(l, t.place);
		return t;
	}
	lower_stmts(l, &left->init);
	NodeList parts = {0};
	vec_push(l->arena, parts, left->x);
	vec_push(l->arena, parts, left->y);
	lower_exprs(l, &parts);
	bool map_late = lower_reads_late(left->x);
	bool key_late = lower_reads_late(left->y) && lower_map_key_is_word(left->x->type);
	t.map = map_late ? parts.data[0] : lower_stable(l, parts.data[0]);
	t.key = key_late ? parts.data[1] : lower_stable(l, parts.data[1]);
	t.map_type = left->x->type;
	return t;
}

/* Everything on the right is there: now operands of the left side are read, before any store. */
static void settle(Lower *l, Target *t)
{
	if (t->map) {
		t->map = lower_stable(l, t->map);
		t->key = lower_stable(l, t->key);
	} else if (t->type) {
		t->place = stable_place(l, t->place);
	}
}

/* A value that meets a place of another type: only interfaces and representation-preserving
 * conversions occur. */
static Node *convert(Lower *l, Type *to, Node *value)
{
	if (!to || !value || !value->type || type_identical(to, value->type))
		return value;
	if (type_is_interface(to) && !type_is_interface(value->type))
		return lower_to_interface(l, to, value, ESC_HEAP);
	if (type_is_interface(to)) {
		Node *n = lower_unary(l, OCONVIFACE, to, lower_copy(l, value));
		return lower_conversion(l, n);
	}
	return lower_cast(l, to, value);
}

static void put(Lower *l, const Target *t, Node *value)
{
	value = convert(l, t->type, value);
	if (!t->map) {
		lower_store(l, t->place, value);
		return;
	}
	if (value)
		value = lower_stable(l, value);
	Pos pos = l->pos;
	uint32_t inl = l->inl;
	if (t->pos) {
		l->pos = t->pos;
		l->inl = t->inl;
	}
	Node *p = lower_map_assign(l, t->map, t->key, t->map_type);
	l->pos = pos;
	l->inl = inl;
	lower_store(l, lower_load(l, t->type, p, 0), value);
}

/* ---------------------------------------------------------------- assignments */

static bool is_fresh_local(const Node *left, const Node *as)
{
	return left->op == ONAME && left->var->class == VAR_LOCAL && left->var->defn == as &&
	       !left->var->is_closure_var;
}

static void assign(Lower *l, Node *n)
{
	if (!n->x || ir_is_blank(n->x)) {
		if (n->y)
			lower_effects(l, n->y);
		return;
	}
	bool composite = n->y && (n->y->op == OSTRUCTLIT || n->y->op == OARRAYLIT);
	if (composite && is_fresh_local(n->x, n)) {
		lower_stmts(l, &n->y->init);
		lower_fill(l, lower_var(l, n->x->var), n->y, lower_on_heap(n->x->var));
		return;
	}
	Target t = target(l, n->x);
	Node *value = composite ? lower_large_constant(l, n->y) : NULL;
	if (!value && n->y)
		value = lower_expr(l, n->y);
	put(l, &t, value);
	if (value && ir_is_call(n->y) && type_identical(n->x->type, n->y->type))
		lower_call_value_done(l, value);
}

/* Do all left sides begin to live here, so that no right side can mention them? */
static bool all_fresh(const Node *n)
{
	for (uint32_t i = 0; i < n->list.len; i++)
		if (!ir_is_blank(n->list.data[i]) && !is_fresh_local(n->list.data[i], n))
			return false;
	return true;
}

static void assign_parallel(Lower *l, Node *n)
{
	bool fresh = all_fresh(n) || n->list.len == 1;
	Target targets[n->list.len + 1];
	for (uint32_t i = 0; i < n->list.len; i++)
		targets[i] = target(l, n->list.data[i]);
	lower_stmts(l, &n->init); /* see statement_init */
	NodeList values = {0};
	for (uint32_t i = 0; i < n->rlist.len; i++)
		vec_push(l->arena, values, n->rlist.data[i]);
	lower_exprs(l, &values);
	for (uint32_t i = 0; i < values.len && !fresh; i++)
		settle(l, &targets[i]);
	for (uint32_t i = 0; i < values.len && !fresh; i++)
		values.data[i] = lower_stable(l, values.data[i]);
	for (uint32_t i = 0; i < values.len; i++)
		if (targets[i].type)
			put(l, &targets[i], values.data[i]);
		else if (values.data[i]->op != ONAME && !ir_is_const(values.data[i]))
			lower_assign(l, ir_blank(l->arena, l->pos), values.data[i]);
}

static void assign_results(Lower *l, Node *n)
{
	Node *call = n->rlist.data[0];
	Target targets[n->list.len + 1];
	for (uint32_t i = 0; i < n->list.len; i++)
		targets[i] = target(l, n->list.data[i]);
	lower_stmts(l, &call->init);
	Node *as = lower_node(l, OAS2FUNC, NULL);
	vec_push(l->arena, as->rlist, lower_call_expr(l, call));
	for (uint32_t i = 0; i < n->list.len; i++)
		vec_push(l->arena, as->list,
			 targets[i].type ? lower_temp(l, call->type->fields[i]->type)
					 : ir_blank(l->arena, l->pos));
	lower_emit(l, as);
	for (uint32_t i = 0; i < n->list.len; i++)
		settle(l, &targets[i]);
	for (uint32_t i = 0; i < n->list.len; i++)
		if (targets[i].type)
			put(l, &targets[i], as->list.data[i]);
}

/* v, ok = m[k], x.(T), <-c */
static void assign_comma_ok(Lower *l, Node *n)
{
	Node *right = n->rlist.data[0];
	Target v = target(l, n->list.data[0]), k = target(l, n->list.data[1]);
	lower_stmts(l, &right->init);
	Node *ok = lower_temp(l, type_basic[T_BOOL]), *value = NULL;
	if (n->op == OAS2MAPR) {
		Node *p = lower_map_index(l, right, ok);
		if (v.type)
			value = lower_copy(l, lower_load(l, right->type, p, 0));
	} else if (n->op == OAS2DOTTYPE) {
		value = v.type ? lower_temp(l, right->type) : NULL;
		if (value)
			value->var->reassigned = true;
		lower_assertion2(l, right, value, ok);
	} else {
		Node *c = lower_expr(l, right->x);
		value = lower_temp(l, right->type);
		lower_init(l, value, NULL);
		lower_init(l, ok,
			   lower_call(l, "chanrecv2", type_basic[T_BOOL], 2, c,
				      lower_pointer(l, value)));
	}
	settle(l, &v);
	settle(l, &k);
	if (v.type)
		put(l, &v, value);
	if (k.type)
		put(l, &k, ok);
}

static Node *current_value(Lower *l, const Target *t)
{
	if (!t->map)
		return t->place;
	Node *index = lower_binary(l, OINDEXMAP, t->type, t->map, t->key);
	return lower_copy(l, lower_load(l, t->type, lower_map_index(l, index, NULL), 0));
}

/* s += a + b is one concatenation of s, a and b. */
static void append_strings(Lower *l, Node *n)
{
	Target t = target(l, n->x);
	NodeList added = {0}, parts = {0};
	for (uint32_t i = 0; i < n->y->list.len; i++)
		vec_push(l->arena, added, n->y->list.data[i]);
	lower_exprs(l, &added);
	settle(l, &t);
	vec_push(l->arena, parts, current_value(l, &t));
	vec_each(Node *, part, added)
		vec_push(l->arena, parts, *part);
	Node *buf = lower_nil(l, type_basic[T_UNSAFE_POINTER]);
	put(l, &t, lower_concat_parts(l, n->x->type, buf, &parts));
}

static void assign_op(Lower *l, Node *n)
{
	if (n->y->op == OADDSTR) {
		append_strings(l, n);
		return;
	}
	Target t = target(l, n->x);
	Node *y = lower_expr(l, n->y);
	settle(l, &t);
	Node *old = current_value(l, &t);
	Node *value = lower_binary_op(l, n->subop, n->x->type, old, y);
	value->flags |= n->flags & NF_BOUNDED;
	put(l, &t, value);
}

/* ---------------------------------------------------------------- control */

/* Statements of `list` lowered into a list of their own. */
void lower_body(Lower *l, NodeList *list)
{
	NodeList out = {0};
	NodeList *outer = lower_begin(l, &out);
	lower_stmts(l, list);
	lower_end(l, outer);
	*list = out;
}

static void lower_if_stmt(Lower *l, Node *n)
{
	Node *cond = lower_condition(l, n->x);
	Node *c = lower_unary(l, OIF, NULL, cond);
	c->flags = n->flags;
	c->body = n->body;
	c->els = n->els;
	lower_body(l, &c->body);
	lower_body(l, &c->els);
	lower_emit(l, c);
}

static Node *break_node(Lower *l)
{
	return lower_node(l, OBREAK, NULL);
}

/* A condition that needs statements moves into the body: for { ...; if !cond { break }; body } */
static void lower_for(Lower *l, Node *n)
{
	Node *c = lower_node(l, OFOR, NULL);
	c->label = n->label;
	Label *outer_break = l->break_label;
	l->break_label = NULL;
	NodeList head = {0};
	NodeList *outer = lower_begin(l, &head);
	Node *cond = n->x ? lower_condition(l, n->x) : NULL;
	if (head.len && cond) {
		NodeList leave = {0};
		vec_push(l->arena, leave, break_node(l));
		lower_if(l, lower_unary(l, ONOT, type_basic[T_BOOL], cond), leave, (NodeList){0});
		cond = NULL;
	}
	lower_stmts(l, &n->body);
	lower_end(l, outer);
	c->x = cond;
	c->body = head;
	c->els = n->els;
	lower_body(l, &c->els);
	l->break_label = outer_break;
	lower_emit(l, c);
}

static void lower_break(Lower *l, Node *n)
{
	Label *end = n->label ? map_get(&l->breaks, n->label) : l->break_label;
	if (end) {
		lower_goto(l, end);
		return;
	}
	Node *c = break_node(l);
	c->label = n->label;
	lower_emit(l, c);
}

/* Results moved to the heap come back into the results. */
static void leave(Lower *l)
{
	Func *f = l->func;
	if (f->has_defer)
		lower_call(l, "deferreturn", NULL, 0);
	for (uint32_t i = 0; i < f->results.len; i++) {
		Var *v = f->results.data[i];
		if (v->heap_addr)
			lower_init(l, v->node, lower_var(l, v));
	}
	lower_emit(l, lower_node(l, ORETURN, NULL));
}

static void lower_return(Lower *l, Node *n)
{
	VarList *results = &l->func->results;
	NodeList values = {0};
	for (uint32_t i = 0; i < n->list.len; i++)
		vec_push(l->arena, values, n->list.data[i]);
	lower_exprs(l, &values);
	for (uint32_t i = 0; i < values.len && values.len > 1; i++)
		values.data[i] = lower_stable(l, values.data[i]);
	for (uint32_t i = 0; i < values.len; i++)
		lower_store(l, lower_var(l, results->data[i]), values.data[i]);
	leave(l);
}

static void lower_send(Lower *l, Node *n)
{
	NodeList parts = {0};
	vec_push(l->arena, parts, n->x);
	vec_push(l->arena, parts, n->y);
	lower_exprs(l, &parts);
	Node *value = parts.data[1];
	if (!lower_is_place(value) || value->op == ONAME)
		value = lower_copy(l, value);
	lower_call(l, "chansend1", NULL, 2, parts.data[0], lower_pointer(l, value));
}

/* ---------------------------------------------------------------- all */

static void statement(Lower *l, Node *n)
{
	switch (n->op) {
	case ODCL:
		if (!ir_is_blank(n->x))
			lower_declare(l, n->x->var);
		break;
	case ODCLTYPE: break;
	case OAS: assign(l, n); break;
	case OAS2: assign_parallel(l, n); break;
	case OAS2FUNC: assign_results(l, n); break;
	case OAS2MAPR:
	case OAS2DOTTYPE:
	case OAS2RECV: assign_comma_ok(l, n); break;
	case OASOP: assign_op(l, n); break;
	case OBLOCK: lower_stmts(l, &n->body); break;
	case OIF: lower_if_stmt(l, n); break;
	case OFOR: lower_for(l, n); break;
	case ORANGE: lower_range(l, n); break;
	case OSWITCH: lower_switch(l, n); break;
	case OTYPESW: lower_type_switch(l, n); break;
	case OSELECT: lower_select(l, n); break;
	case OBREAK: lower_break(l, n); break;
	case OCONTINUE:
	case OGOTO:
	case OLABEL:
	case OINLMARK: lower_emit(l, n); break;
	case ORETURN: lower_return(l, n); break;
	case OGO: lower_go(l, n); break;
	case ODEFER: lower_defer(l, n); break;
	case OSEND: lower_send(l, n); break;
	case OCALLFUNC:
	case OCALLMETH:
	case OCALLINTER: lower_emit(l, lower_call_expr(l, n)); break;
	case OINLCALL: lower_stmts(l, &n->body); break;
	case OPRINT:
	case OPRINTLN: lower_print(l, n); break;
	case OPANIC: lower_panic(l, n); break;
	case OCLOSE: lower_call(l, "closechan", NULL, 1, lower_expr(l, n->x)); break;
	case ODELETE: lower_map_delete(l, n); break;
	default: lower_effects(l, n);
	}
}

/* What stands before a statement. But the inlined call that an assignment of several results has
 * become comes after the operands of its left sides. */
static void statement_init(Lower *l, Node *n)
{
	NodeList init = n->init;
	n->init = (NodeList){0};
	if (n->op == OAS2 && init.len && vec_last(init)->op == OINLCALL) {
		Node *call = vec_pop(init);
		vec_push(l->arena, n->init, call);
	}
	lower_stmts(l, &init);
}

void lower_stmt(Lower *l, Node *n)
{
	Pos pos = l->pos;
	uint32_t inl = l->inl;
	l->pos = n->pos;
	l->inl = n->inl;
	statement_init(l, n);
	statement(l, n);
	l->pos = pos;
	l->inl = inl;
}

void lower_stmts(Lower *l, NodeList *list)
{
	for (uint32_t i = 0; i < list->len; i++)
		lower_stmt(l, list->data[i]);
	/* What stood before an expression has been executed; the list must not be lowered again. */
	list->len = 0;
}

/* Where control reaches the end of the body. */
static void finish(Lower *l)
{
	if (!l->out->len || vec_last(*l->out)->op != ORETURN)
		leave(l);
}

static void on_stack(const VarList *list)
{
	for (uint32_t i = 0; i < list->len; i++)
		list->data[i]->esc = ESC_STACK;
}

/* By the analysis of the whole program f never runs: should it do so after all, the program must
 * not go on. */
static bool leave_out(Func *f)
{
	if (!f->never_runs || f->is_wrapper || f->is_shared ||
	    !ir_runtime_func_or_null("neverruns"))
		return false;
	on_stack(&f->params);
	on_stack(&f->results);
	f->locals.len = 0;
	f->has_defer = f->has_recover = f->has_loop_defer = false;
	return true;
}

static void lower_func(IrPackage *p, Func *f)
{
	Lower l = {.package = p, .arena = p->arena, .func = f, .pos = f->pos};
	l.breaks = l.rooms = map_make(p->arena);
	NodeList body = f->body, out = {0};
	l.out = &out;
	if (leave_out(f)) {
		lower_call(&l, "neverruns", NULL, 0);
		body.len = 0;
	}
	lower_prologue(&l);
	lower_stmts(&l, &body);
	l.pos = f->end;
	l.inl = 0;
	finish(&l);
	f->body = out;
}

void lower_package(IrPackage *p)
{
	diag_stage("lower");
	uint32_t done = 0;
	/* Descriptors may need wrappers, and those other descriptors. */
	do {
		for (; done < p->funcs.len; done++) {
			diag_function(p->funcs.data[done]->symbol);
			lower_func(p, p->funcs.data[done]);
			diag_function(NULL);
		}
		lower_types(p);
	} while (done < p->funcs.len);
}

/* ---------------------------------------------------------------- for the other files */

void lower_put2(Lower *l, Node *left, Node *value, Node *left2, Node *value2)
{
	Target t = target(l, left), t2 = target(l, left2);
	settle(l, &t);
	settle(l, &t2);
	put(l, &t, value);
	put(l, &t2, value2);
}

void lower_put(Lower *l, Node *left, Node *value)
{
	if (!left || ir_is_blank(left))
		return;
	NodeList before = {0};
	NodeList *outer = lower_begin(l, &before);
	Target t = target(l, left);
	lower_end(l, outer);
	if (before.len && value)
		value = lower_stable(l, value);
	for (uint32_t i = 0; i < before.len; i++)
		lower_emit(l, before.data[i]);
	put(l, &t, value);
}
