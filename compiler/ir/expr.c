/*
 * Construction of expressions. A constant becomes a literal that remembers its spelling; implicit
 * conversions of assignability are added where a value meets the type of its place; the operands of
 * a call with several results in place of arguments become temporaries.
 */
#include "ir/build.h"

static Node *at(Node *n, const Expr *e)
{
	n->start = e->start;
	n->end = e->end;
	return n;
}

Node *build_assign_conv(Builder *b, Node *x, Type *type)
{
	if (!type || !x->type)
		return x;
	Node *n = ir_convert(b->arena, b->at, type, x, true);
	if (n != x) {
		n->start = x->start;
		n->end = x->end;
	}
	return n;
}

void build_at(Builder *b, const Node *x)
{
	if (x->op != ONAME && x->op != OFUNCNAME && x->pos)
		b->at = x->pos;
}

static Node *argument_conv(Builder *b, Node *x, Type *type)
{
	build_at(b, x);
	return build_assign_conv(b, x, type);
}

NodeList build_exprs(Builder *b, const ExprList *list)
{
	NodeList out = {0};
	for (uint32_t i = 0; i < list->len; i++)
		vec_push(b->arena, out, ir_build_expr(b, list->data[i]));
	return out;
}

/* ---------------------------------------------------------------- operators */

static Op binary_op(int op)
{
	static const uint8_t ops[] = {
		[OPER_OROR] = OOROR, [OPER_ANDAND] = OANDAND, [OPER_EQ] = OEQ,
		[OPER_NE] = ONE,     [OPER_LT] = OLT,         [OPER_LE] = OLE,
		[OPER_GT] = OGT,     [OPER_GE] = OGE,         [OPER_ADD] = OADD,
		[OPER_SUB] = OSUB,   [OPER_OR] = OOR,         [OPER_XOR] = OXOR,
		[OPER_MUL] = OMUL,   [OPER_DIV] = ODIV,       [OPER_REM] = OMOD,
		[OPER_AND] = OAND,   [OPER_ANDNOT] = OANDNOT, [OPER_SHL] = OLSH,
		[OPER_SHR] = ORSH,
	};
	return ops[op];
}

/* x + y + z of strings is one node, unless a part is constant by itself. */
static Node *concatenation(Builder *b, Expr *e, Node *x, Node *y)
{
	Node *n = x->op == OADDSTR ? x : ir_node(b->arena, OADDSTR, e->pos, e->type);
	if (x != n)
		vec_push(b->arena, n->list, x);
	n->pos = e->pos;
	if (y->op == OADDSTR)
		for (uint32_t i = 0; i < y->list.len; i++)
			vec_push(b->arena, n->list, y->list.data[i]);
	else
		vec_push(b->arena, n->list, y);
	return n;
}

/* Comparing an interface with an interface of another type, or with nil, needs one type; a concrete
 * value stays as it is. */
static void match_operands(Builder *b, Node **x, Node **y)
{
	Type *s = (*x)->type, *t = (*y)->type;
	if (!s || !t || type_identical(s, t))
		return;
	if (type_is_interface(s) != type_is_interface(t))
		return;
	Node **converted = types_assignable_to(s, t) ? x : y, *was = *converted;
	*converted = build_assign_conv(b, was, converted == x ? t : s);
	if (*converted != was)
		(*converted)->flags &= (uint32_t)~NF_IMPLICIT; /* gc shows it */
}

static Node *binary(Builder *b, Expr *e)
{
	Node *x = ir_build_expr(b, e->binary.x);
	Node *y = ir_build_expr(b, e->binary.y);
	Op op = binary_op(e->binary.op);
	if (op == OADD && type_is_string(e->type))
		return at(concatenation(b, e, x, y), e);
	if (op >= OEQ && op <= OGE)
		match_operands(b, &x, &y);
	return at(ir_binary(b->arena, op, e->pos, e->type, x, y), e);
}

static Node *address(Builder *b, Expr *e)
{
	Expr *operand = syntax_unparen(e->unary.x);
	Node *x = ir_build_expr(b, operand);
	if (operand->kind == EX_COMPOSITE)
		return at(ir_unary(b->arena, OPTRLIT, e->pos, e->type, x), e);
	Node *n = ir_addr(b->arena, e->pos, x);
	n->type = e->type;
	return at(n, e);
}

static Node *unary(Builder *b, Expr *e)
{
	static const uint8_t ops[] = {[OPER_ADD] = OPLUS,
				      [OPER_SUB] = ONEG,
				      [OPER_XOR] = OBITNOT,
				      [OPER_NOT] = ONOT,
				      [OPER_RECV] = ORECV};
	if (e->unary.op == OPER_AND)
		return address(b, e);
	Type *type = e->type;
	Node *x = ir_build_expr(b, e->unary.x);
	if (e->unary.op == OPER_RECV)
		type = type_elem(x->type);
	return at(ir_unary(b->arena, ops[e->unary.op], e->pos, type, x), e);
}

/* ---------------------------------------------------------------- index, slice, assertion */

static Node *index_expr(Builder *b, Expr *e)
{
	if (e->index.index.len != 1 ||
	    (e->index.x->mode == MODE_VALUE && type_kind(e->index.x->type) == T_FUNC)) {
		diag_unsupported(e->pos, "type parameters");
		return ir_nil(b->arena, e->pos, e->type);
	}
	Node *x = ir_build_expr(b, e->index.x);
	Node *i = ir_build_expr(b, e->index.index.data[0]);
	if (type_kind(x->type) == T_MAP) {
		i = build_assign_conv(b, i, type_key(x->type));
		return at(ir_binary(b->arena, OINDEXMAP, e->pos, type_elem(x->type), x, i), e);
	}
	if (type_is_pointer(x->type)) {
		x = ir_deref(b->arena, e->pos, x);
		x->flags |= NF_IMPLICIT;
	}
	return at(ir_binary(b->arena, OINDEX, e->pos, e->type, x, i), e);
}

static Node *slice_expr(Builder *b, Expr *e)
{
	Node *x = ir_build_expr(b, e->slice.x);
	Node *bounds[3] = {0};
	for (int i = 0; i < 3; i++)
		if (e->slice.index[i])
			bounds[i] = ir_build_expr(b, e->slice.index[i]);
	Op op = e->slice.full ? OSLICE3 : OSLICE;
	if (type_kind(x->type) == T_ARRAY) {
		x = ir_addr(b->arena, b->at, x);
		x->flags |= NF_IMPLICIT;
		at(x, e->slice.x);
	}
	if (type_is_string(x->type))
		op = OSLICESTR;
	else if (type_is_pointer(x->type))
		op = e->slice.full ? OSLICE3ARR : OSLICEARR;
	Node *n = ir_unary(b->arena, op, e->pos, e->type, x);
	n->y = bounds[0];
	n->z = bounds[1];
	n->w = bounds[2];
	return at(n, e);
}

/* ---------------------------------------------------------------- calls */

NodeList build_spread(Builder *b, Node *call, NodeList *init)
{
	Node *as = ir_node(b->arena, OAS2FUNC, call->pos, NULL);
	NodeList names = {0};
	for (int i = 0; i < call->type->nfields; i++) {
		Var *t = build_temp(b, call->pos, call->type->fields[i]->type);
		vec_push(b->arena, as->init, ir_unary(b->arena, ODCL, call->pos, NULL, t->node));
		vec_push(b->arena, as->list, t->node);
		vec_push(b->arena, names, t->node);
	}
	vec_push(b->arena, as->rlist, call);
	vec_push(b->arena, *init, as);
	return names;
}

static bool is_multi(const Node *n)
{
	return n->type && n->type->kind == T_TUPLE;
}

/* The variadic arguments args[from..] as one slice. */
static Node *pack_variadic(Builder *b, Pos pos, Type *slice, const NodeList *args, uint32_t from)
{
	Node *n;
	if (from >= args->len) {
		n = ir_nil(b->arena, pos, slice);
		n->flags |= NF_IMPLICIT | NF_DDD;
		return n;
	}
	n = ir_node(b->arena, OSLICELIT, pos, slice);
	n->flags |= NF_IMPLICIT | NF_DDD;
	for (uint32_t i = from; i < args->len; i++)
		vec_push(b->arena, n->list, argument_conv(b, args->data[i], type_elem(slice)));
	n->offset = n->list.len;
	return n;
}

static void convert_arguments(Builder *b, Node *call, Expr *e, Type *signature, NodeList args)
{
	if (args.len == 1 && is_multi(args.data[0])) {
		args = build_spread(b, args.data[0], &call->init);
		call->flags |= NF_SPREAD;
	}
	int n = type_nparams(signature);
	bool pack = signature->variadic && !e->call.dots;
	b->at = call->pos;
	for (int i = 0; i < n - pack; i++)
		vec_push(b->arena, call->list,
			 argument_conv(b, args.data[i], type_param(signature, i)));
	if (pack)
		vec_push(b->arena, call->list,
			 pack_variadic(b, call->pos, type_param(signature, n - 1), &args,
				       (uint32_t)n - 1));
	if (e->call.dots)
		call->flags |= NF_DDD;
	b->at = call->pos;
}

static Type *result_type(Type *signature)
{
	int n = signature->nresults;
	if (n == 0)
		return NULL;
	return n == 1 ? signature->results[0]->type : type_tuple(signature->results, n);
}

/* Does evaluating n call something? Only new(T), which has no effect, does not count. */
static bool has_call(void *ctx, Node **slot)
{
	Node *n = *slot;
	switch ((Op)n->op) {
	case OAPPEND:
	case OCALLFUNC:
	case OCALLINTER:
	case OCALLMETH:
	case OCAP:
	case OCLOSE:
	case OCOMPLEX:
	case OCOPY:
	case ODELETE:
	case OIMAG:
	case OLEN:
	case OMAKESLICE:
	case OMAKEMAP:
	case OMAKECHAN:
	case OPANIC:
	case OPRINT:
	case OPRINTLN:
	case OREAL:
	case ORECOVER:
	case ORECV:
	case OUNSAFEADD:
	case OUNSAFESLICE: return true;
	default: return ir_each_child(n, has_call, ctx);
	}
}

/* f()() and f().m(): the function or receiver is kept in a variable, as gc does. */
static void keep_callee(Builder *b, Pos pos, Node **callee, NodeList *init)
{
	if (!has_call(NULL, callee))
		return;
	Var *t = build_temp(b, pos, (*callee)->type);
	Node *as = ir_assign(b->arena, pos, t->node, *callee);
	as->start = (*callee)->start;
	as->end = (*callee)->end;
	as->flags |= NF_DEFINE;
	t->defn = as;
	vec_push(b->arena, *init, as);
	*callee = t->node;
}

static Node *call(Builder *b, Expr *e)
{
	Expr *fun = syntax_unparen(e->call.fun);
	if (fun->mode == MODE_TYPE) {
		Node *x = ir_build_expr(b, e->call.args.data[0]);
		return at(ir_convert(b->arena, e->pos, e->type, x, false), e);
	}
	if (fun->mode == MODE_BUILTIN)
		return at(build_builtin(b, e, fun->obj->builtin), e);
	Node *callee = build_callee(b, fun);
	Op op = callee->op == ODOTMETH    ? OCALLMETH
		: callee->op == ODOTINTER ? OCALLINTER
					  : OCALLFUNC;
	Type *signature = type_under(callee->type);
	NodeList args = build_exprs(b, &e->call.args), init = {0};
	bool selector =
		callee->op == ODOTMETH || callee->op == ODOTINTER || callee->op == OMETHVALUE;
	keep_callee(b, e->pos, selector ? &callee->x : &callee, &init);
	Node *n = ir_unary(b->arena, op, e->pos, result_type(signature), callee);
	n->init = init;
	convert_arguments(b, n, e, signature, args);
	return at(n, e);
}

/* ---------------------------------------------------------------- all */

static Node *name(Builder *b, Expr *e)
{
	Obj *obj = e->obj;
	if (!obj || e->name == STR("_"))
		return ir_blank(b->arena, e->pos);
	if (obj->kind == O_FUNC)
		return at(ir_func_name(b->arena, e->pos, ir_func_of(obj)), e);
	Node *n = build_name(b, obj);
	/* a closure variable's name has the span of its first use in the literal */
	if (n->op == ONAME && n->var->is_closure_var && !n->start)
		at(n, e);
	return n;
}

static Node *constant(Builder *b, Expr *e)
{
	Node *n = ir_literal(b->arena, e->pos, type_default(e->type), e->value);
	n->source = e;
	return at(n, e);
}

static Node *assertion(Builder *b, Expr *e)
{
	Type *type = e->assert_.type->type;
	return at(ir_unary(b->arena, ODOTTYPE, e->pos, type, ir_build_expr(b, e->assert_.x)), e);
}

Node *ir_build_expr(Builder *b, Expr *e)
{
	e = syntax_unparen(e);
	if (e->value)
		return constant(b, e);
	if (e->mode != MODE_TYPE && !(e->kind == EX_NAME && e->name == STR("_")))
		b->at = e->pos;
	if (e->mode == MODE_NIL)
		return at(ir_nil(b->arena, e->pos, e->type), e);
	switch ((ExprKind)e->kind) {
	case EX_NAME: return name(b, e);
	case EX_SELECTOR: return build_selector(b, e);
	case EX_CALL: return call(b, e);
	case EX_BINARY: return binary(b, e);
	case EX_UNARY: return unary(b, e);
	case EX_STAR:
		return at(ir_unary(b->arena, ODEREF, e->pos, e->type, ir_build_expr(b, e->star.x)),
			  e);
	case EX_INDEX: return index_expr(b, e);
	case EX_SLICE: return slice_expr(b, e);
	case EX_ASSERT: return assertion(b, e);
	case EX_COMPOSITE: return build_composite(b, e);
	case EX_FUNC_LIT: return build_closure(b, e)->closure;
	default: ICE(e->pos, "expression of kind %s", expr_kind_name[e->kind]);
	}
}
