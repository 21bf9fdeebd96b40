/*
 * Construction of statements.
 *
 * A variable begins to live at its ODCL. `var x T = v` is the ODCL and an OAS after each other; `x
 * := v` is an OAS marked NF_DEFINE with the ODCL in its `init`, so that it prints as one statement.
 * The initial statement of if, for and switch is in the `init` of the node.
 */
#include "ir/build.h"

static void build_stmt(Builder *b, Stmt *s, Label *label, NodeList *out);

static Node *statement(Builder *b, Op op, Stmt *s)
{
	Node *n = ir_node(b->arena, op, s->pos, NULL);
	n->start = s->start;
	n->end = s->end;
	return n;
}

static NodeList block(Builder *b, Stmt *s)
{
	NodeList out = {0};
	if (s && s->kind == ST_BLOCK)
		ir_build_stmts(b, &s->block.stmts, &out);
	else if (s)
		build_stmt(b, s, NULL, &out);
	return out;
}

// The label of the name; there may be any number of labels `_`, which nothing can mean.
static Label *named_label(Builder *b, Str name)
{
	void **slot = map_slot(&b->state->labels, name);
	if (!*slot || name == STR("_")) {
		Label *l = ir_label(b->arena, b->state->func);
		l->name = name;
		*slot = l;
	}
	return *slot;
}

/* ---------------------------------------------------------------- assignments */

/* An assignment to a field or an element of an array is one to the variable that holds it. */
void build_mark_assigned(Node *left, const Node *defn)
{
	while (left->op == ODOT || left->op == OPAREN ||
	       (left->op == OINDEX && type_kind(left->x->type) == T_ARRAY))
		left = left->x;
	if (left->op != ONAME || left->var->defn == defn)
		return;
	for (Var *v = left->var; v; v = v->is_closure_var ? v->outer : NULL)
		v->reassigned = true;
}

static Node *left_side(Builder *b, Expr *e)
{
	Node *n = ir_build_expr(b, e);
	if (n->op == OINDEXMAP)
		n->flags |= NF_ASSIGN;
	return n;
}

/* The variable that `name` declares, with its ODCL added to *dcl. */
static Node *declare(Builder *b, Obj *obj, Pos pos, Node *defn, NodeList *dcl)
{
	if (!obj || obj->name == STR("_"))
		return ir_blank(b->arena, pos);
	Var *v = build_var(b, obj);
	v->defn = defn;
	if (!obj->is_package_level)
		vec_push(b->arena, *dcl, ir_unary(b->arena, ODCL, pos, NULL, v->node));
	return v->node;
}

static bool mismatched(const NodeList *left, const Type *tuple)
{
	for (uint32_t i = 0; i < left->len; i++)
		if (left->data[i]->type &&
		    !type_identical(left->data[i]->type, tuple->fields[i]->type))
			return true;
	return false;
}

/* left... = one expression with several values; sets op and right side. */
static void assign_multi(Builder *b, Node *n, Node *x)
{
	switch (x->op) {
	case OINDEXMAP: n->op = OAS2MAPR; break;
	case ORECV: n->op = OAS2RECV; break;
	case ODOTTYPE:
		x->op = ODOTTYPE2;
		n->op = OAS2DOTTYPE;
		break;
	default:
		n->op = OAS2FUNC;
		if (!mismatched(&n->list, x->type))
			break;
		n->op = OAS2;
		n->rlist = build_spread(b, x, &n->init);
		for (uint32_t i = 0; i < n->list.len; i++)
			n->rlist.data[i] =
				build_assign_conv(b, n->rlist.data[i], n->list.data[i]->type);
		return;
	}
	vec_push(b->arena, n->rlist, x);
}

static void assign_op(Builder *b, Stmt *s, NodeList *out)
{
	static const uint8_t ops[] = {
		[OPER_ADD] = OADD,       [OPER_SUB] = OSUB, [OPER_OR] = OOR,   [OPER_XOR] = OXOR,
		[OPER_MUL] = OMUL,       [OPER_DIV] = ODIV, [OPER_REM] = OMOD, [OPER_AND] = OAND,
		[OPER_ANDNOT] = OANDNOT, [OPER_SHL] = OLSH, [OPER_SHR] = ORSH};
	Node *n = statement(b, OASOP, s);
	if (!s->assign.inc_dec)
		n->y = ir_build_expr(b, s->assign.rhs.data[0]);
	n->x = left_side(b, s->assign.lhs.data[0]);
	n->subop = ops[s->assign.op];
	if (s->assign.inc_dec) {
		n->y = ir_int(b->arena, s->pos, n->x->type, 1);
		n->flags |= NF_INCDEC;
	}
	build_mark_assigned(n->x, n);
	vec_push(b->arena, *out, n);
}

static Obj *declared_by(Stmt *s, uint32_t i)
{
	return s->kind == ST_DEFINE && s->assign.new_objs ? s->assign.new_objs[i] : NULL;
}

static Node *assign_left(Builder *b, Stmt *s, uint32_t i, Node *n)
{
	Expr *e = s->assign.lhs.data[i];
	Obj *obj = declared_by(s, i);
	if (obj)
		return declare(b, obj, e->pos, n, &n->init);
	return left_side(b, e);
}

static Node *build_assign(Builder *b, Stmt *s)
{
	ExprList *l = &s->assign.lhs, *r = &s->assign.rhs;
	Node *n = statement(b, l->len == 1 ? OAS : OAS2, s);
	if (s->kind == ST_DEFINE)
		n->flags |= NF_DEFINE;
	/* What is declared here is not yet in scope on the right. */
	NodeList right = build_exprs(b, r);
	for (uint32_t i = 0; i < l->len; i++)
		vec_push(b->arena, n->list, assign_left(b, s, i, n));
	if (l->len != r->len)
		assign_multi(b, n, right.data[0]);
	for (uint32_t i = 0; i < right.len && l->len == r->len; i++)
		vec_push(b->arena, n->rlist,
			 build_assign_conv(b, right.data[i], n->list.data[i]->type));
	for (uint32_t i = 0; i < n->list.len; i++)
		build_mark_assigned(n->list.data[i], n);
	if (n->op == OAS) {
		n->x = n->list.data[0];
		n->y = n->rlist.data[0];
		n->list = n->rlist = (NodeList){0};
	}
	return n;
}

/* The type of value number i of an expression with several. */
static Type *value_type(Type *type, uint32_t i)
{
	if (type->kind == T_TUPLE)
		return type->fields[i]->type;
	return i == 0 ? type : type_basic[T_BOOL];
}

static void declare_var(Builder *b, Decl *d, NodeList *out)
{
	ExprList *names = &d->var.names, *values = &d->var.values;
	NodeList right = {0};
	Type *type = d->var.type ? d->var.type->type : NULL;
	b->at = d->pos;
	if (values->len == names->len)
		right = build_exprs(b, values);
	Node *multi = values->len && values->len != names->len
			      ? ir_node(b->arena, OAS2, d->pos, NULL)
			      : NULL;
	for (uint32_t i = 0; i < names->len; i++) {
		Expr *name = names->data[i];
		Node *as = multi ? multi : ir_node(b->arena, OAS, d->pos, NULL);
		Node *left = declare(b, name->obj, name->pos, values->len ? as : NULL, out);
		if (ir_is_blank(left)) {
			left->type = left->var->type =
				type        ? type
				: right.len ? right.data[i]->type
				: multi     ? value_type(values->data[0]->type, i)
					    : NULL;
			if (b->state && left->type)
				vec_push(b->arena, *out,
					 ir_unary(b->arena, ODCL, name->pos, NULL, left));
		}
		if (multi) {
			vec_push(b->arena, multi->list, left);
			continue;
		}
		as->x = left;
		as->start = d->start;
		as->end = d->end;
		as->y = right.len ? build_assign_conv(b, right.data[i], left->type) : NULL;
		if (as->y || !ir_is_blank(left))
			vec_push(b->arena, *out, as);
	}
	if (!multi)
		return;
	assign_multi(b, multi, ir_build_expr(b, values->data[0]));
	vec_push(b->arena, *out, multi);
}

void build_init_decl(Builder *b, InitDecl *d, NodeList *out)
{
	Pos pos = d->lhs[0]->pos;
	Node *n = ir_node(b->arena, d->nlhs == 1 ? OAS : OAS2, pos, NULL);
	for (int i = 0; i < d->nlhs; i++)
		vec_push(b->arena, n->list, declare(b, d->lhs[i], pos, n, NULL));
	if (d->nlhs > 1) {
		assign_multi(b, n, ir_build_expr(b, d->rhs));
	} else {
		n->x = n->list.data[0];
		n->list = (NodeList){0};
		n->y = build_assign_conv(b, ir_build_expr(b, d->rhs), n->x->type);
	}
	vec_push(b->arena, *out, n);
}

static void build_decls(Builder *b, Stmt *s, NodeList *out)
{
	for (uint32_t i = 0; i < s->decls.len; i++) {
		Decl *d = s->decls.data[i];
		if (d->kind == DECL_VAR)
			declare_var(b, d, out);
		else if (d->kind == DECL_TYPE)
			vec_push(b->arena, *out, ir_node(b->arena, ODCLTYPE, d->pos, d->obj->type));
		else if (d->kind == DECL_CONST)
			for (uint32_t j = 0; j < d->const_.names.len; j++)
				vec_push(b->arena, *out, ir_node(b->arena, ODCLTYPE, d->pos, NULL));
	}
}

/* ---------------------------------------------------------------- branches */

static void build_init_stmt(Builder *b, Stmt *init, Node *n)
{
	if (init)
		build_stmt(b, init, NULL, &n->init);
}

static Node *build_if(Builder *b, Stmt *s)
{
	Node *n = statement(b, OIF, s);
	build_init_stmt(b, s->if_.init, n);
	n->x = ir_build_expr(b, s->if_.cond);
	n->body = block(b, s->if_.then);
	n->els = block(b, s->if_.els);
	return n;
}

static bool own_iterations(const Builder *b)
{
	return b->package->package->lang_minor >= 22;
}

static Node *build_for(Builder *b, Stmt *s)
{
	Node *n = statement(b, OFOR, s);
	build_init_stmt(b, s->for_.init, n);
	if (s->for_.cond)
		n->x = ir_build_expr(b, s->for_.cond);
	b->state->loops++;
	if (s->for_.post)
		build_stmt(b, s->for_.post, NULL, &n->els);
	n->body = block(b, s->for_.body);
	if (s->for_.init && s->for_.init->kind == ST_DEFINE && own_iterations(b))
		build_split_for(b, n);
	b->state->loops--;
	return n;
}

static Node *range_variable(Builder *b, Stmt *s, uint32_t i, Node *n)
{
	if (i >= s->range.lhs.len)
		return NULL;
	Expr *e = s->range.lhs.data[i];
	if (s->range.define) {
		Node *name = declare(b, i == 0 ? s->range.key_obj : s->range.value_obj, e->pos, n,
				     &n->init);
		name->var->reassigned = true; /* each time around */
		return name;
	}
	Node *left = left_side(b, e);
	build_mark_assigned(left, n);
	return left;
}

static Node *build_range(Builder *b, Stmt *s)
{
	Node *n = statement(b, ORANGE, s);
	n->pos = s->range.range_pos;
	n->z = ir_build_expr(b, s->range.x);
	n->x = range_variable(b, s, 0, n);
	n->y = range_variable(b, s, 1, n);
	if (s->range.define)
		n->flags |= NF_DEFINE;
	b->state->loops++;
	n->body = block(b, s->range.body);
	if (s->range.define && own_iterations(b))
		build_split_range(b, n);
	b->state->loops--;
	return n;
}

static Node *build_switch(Builder *b, Stmt *s)
{
	Node *n = statement(b, OSWITCH, s);
	build_init_stmt(b, s->switch_.init, n);
	if (s->switch_.tag)
		n->x = ir_build_expr(b, s->switch_.tag);
	for (uint32_t i = 0; i < s->switch_.clauses.len; i++) {
		Clause *c = s->switch_.clauses.data[i];
		Node *k = ir_node(b->arena, OCASE, c->pos, NULL);
		k->start = c->start;
		k->end = c->end;
		k->list = build_exprs(b, &c->exprs);
		ir_build_stmts(b, &c->body, &k->body);
		vec_push(b->arena, n->list, k);
	}
	return n;
}

static Node *type_case(Builder *b, Expr *e)
{
	if (e->mode == MODE_NIL)
		return ir_nil(b->arena, e->pos, type_empty_interface);
	return ir_node(b->arena, OTYPE, e->pos, e->type);
}

static Node *build_type_switch(Builder *b, Stmt *s)
{
	Node *n = statement(b, OTYPESW, s);
	build_init_stmt(b, s->type_switch.init, n);
	n->x = ir_build_expr(b, s->type_switch.x);
	if (s->type_switch.name)
		n->flags |= NF_DEFINE;
	for (uint32_t i = 0; i < s->type_switch.clauses.len; i++) {
		Clause *c = s->type_switch.clauses.data[i];
		Node *k = ir_node(b->arena, OCASE, c->pos, NULL);
		k->start = c->start;
		k->end = c->end;
		for (uint32_t j = 0; j < c->exprs.len; j++)
			vec_push(b->arena, k->list, type_case(b, c->exprs.data[j]));
		if (c->obj) {
			k->var = build_var(b, c->obj);
			k->var->defn = n;
			k->var->pos = k->var->node->pos = c->colon;
			k->var->node->type = k->var->type = c->obj->type;
		}
		ir_build_stmts(b, &c->body, &k->body);
		vec_push(b->arena, n->list, k);
	}
	return n;
}

/* ---------------------------------------------------------------- channels, go, defer */

static Node *build_send(Builder *b, Stmt *s)
{
	Node *n = statement(b, OSEND, s);
	n->x = ir_build_expr(b, s->send.chan);
	n->y = build_assign_conv(b, ir_build_expr(b, s->send.value), type_elem(n->x->type));
	return n;
}

/* A receive of a select as `v, ok = <-c`, with blanks for what is not wanted. */
static Node *build_comm_receive(Builder *b, Stmt *s)
{
	Node *n = statement(b, OAS2RECV, s);
	Expr *recv = s->kind == ST_EXPR ? s->expr : s->assign.rhs.data[0];
	vec_push(b->arena, n->rlist, ir_build_expr(b, recv));
	uint32_t given = s->kind == ST_EXPR ? 0 : s->assign.lhs.len;
	if (s->kind == ST_DEFINE)
		n->flags |= NF_DEFINE;
	for (uint32_t i = 0; i < 2; i++) {
		Node *left = i < given ? assign_left(b, s, i, n) : ir_blank(b->arena, s->pos);
		build_mark_assigned(left, n);
		vec_push(b->arena, n->list, left);
	}
	return n;
}

static Node *build_select(Builder *b, Stmt *s)
{
	Node *n = statement(b, OSELECT, s);
	for (uint32_t i = 0; i < s->select.clauses.len; i++) {
		Clause *c = s->select.clauses.data[i];
		Node *k = ir_node(b->arena, OCASE, c->pos, NULL);
		k->start = c->start;
		k->end = c->end;
		if (c->comm)
			k->x = c->comm->kind == ST_SEND ? build_send(b, c->comm)
							: build_comm_receive(b, c->comm);
		ir_build_stmts(b, &c->body, &k->body);
		vec_push(b->arena, n->list, k);
	}
	return n;
}

static Node *build_go(Builder *b, Stmt *s)
{
	Node *n = statement(b, s->kind == ST_GO ? OGO : ODEFER, s);
	n->x = ir_build_expr(b, s->go.call);
	n->x->flags |= NF_NOINLINE;
	Func *f = b->state->func;
	if (n->op == ODEFER) {
		f->has_defer = true;
		if (b->state->loops || b->state->labels.count) {
			n->flags |= NF_LOOP;
			f->has_loop_defer = true;
		}
	}
	return n;
}

/* ---------------------------------------------------------------- return */

static Node *build_return(Builder *b, Stmt *s)
{
	Node *n = statement(b, ORETURN, s);
	VarList *results = &b->state->func->results;
	if (s->results.len == 1 && results->len > 1) {
		n->list = build_spread(b, ir_build_expr(b, s->results.data[0]), &n->init);
		n->flags |= NF_SPREAD;
	} else {
		n->list = build_exprs(b, &s->results);
	}
	for (uint32_t i = 0; i < n->list.len; i++) {
		build_at(b, n->list.data[i]);
		n->list.data[i] = build_assign_conv(b, n->list.data[i], results->data[i]->type);
	}
	return n;
}

/* ---------------------------------------------------------------- all */

static Node *build_branch(Builder *b, Stmt *s)
{
	Op op = s->kind == ST_BREAK ? OBREAK : s->kind == ST_CONTINUE ? OCONTINUE : OGOTO;
	Node *n = statement(b, op, s);
	if (op == OGOTO)
		b->state->func->has_goto = true;
	if (s->branch.label)
		n->label = named_label(b, s->branch.label->name);
	return n;
}

static void build_labeled(Builder *b, Stmt *s, NodeList *out)
{
	Node *n = statement(b, OLABEL, s);
	n->label = named_label(b, s->labeled.label->name);
	vec_push(b->arena, *out, n);
	if (s->labeled.stmt)
		build_stmt(b, s->labeled.stmt, n->label, out);
}

static void build_stmt(Builder *b, Stmt *s, Label *label, NodeList *out)
{
	Node *n = NULL;
	switch ((StmtKind)s->kind) {
	case ST_EMPTY: return;
	case ST_EXPR: n = ir_build_expr(b, s->expr); break;
	case ST_SEND: n = build_send(b, s); break;
	case ST_ASSIGN:
		if (s->assign.op != OPER_NONE) {
			assign_op(b, s, out);
			return;
		}
		n = build_assign(b, s);
		break;
	case ST_DEFINE: n = build_assign(b, s); break;
	case ST_DECL: build_decls(b, s, out); return;
	case ST_LABELED: build_labeled(b, s, out); return;
	case ST_BLOCK:
		/* a block of its own says nothing more: variables are unique */
		ir_build_stmts(b, &s->block.stmts, out);
		return;
	case ST_BREAK:
	case ST_CONTINUE:
	case ST_GOTO: n = build_branch(b, s); break;
	case ST_FALLTHROUGH: n = statement(b, OFALLTHROUGH, s); break;
	case ST_GO:
	case ST_DEFER: n = build_go(b, s); break;
	case ST_RETURN: n = build_return(b, s); break;
	case ST_IF: n = build_if(b, s); break;
	case ST_FOR: n = build_for(b, s); break;
	case ST_RANGE: n = build_range(b, s); break;
	case ST_SWITCH: n = build_switch(b, s); break;
	case ST_TYPE_SWITCH: n = build_type_switch(b, s); break;
	case ST_SELECT: n = build_select(b, s); break;
	default: ICE(s->pos, "statement of kind %s", stmt_kind_name[s->kind]);
	}
	if (label && n->op >= OIF && n->op <= OSELECT)
		n->label = label;
	vec_push(b->arena, *out, n);
}

void ir_build_stmts(Builder *b, const StmtList *list, NodeList *out)
{
	for (uint32_t i = 0; i < list->len; i++)
		build_stmt(b, list->data[i], NULL, out);
}
