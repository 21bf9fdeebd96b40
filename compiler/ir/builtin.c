/*
 * Construction of calls of the predeclared functions and those of package unsafe.
 */
#include "ir/build.h"

static Node *arg(Builder *b, Expr *e, uint32_t i)
{
	return i < e->call.args.len ? ir_build_expr(b, e->call.args.data[i]) : NULL;
}

/* len(f()) and the like stay; a pointer to an array is not dereferenced. */
static Node *unary(Builder *b, Expr *e, Op op)
{
	return ir_unary(b->arena, op, e->pos, e->type, arg(b, e, 0));
}

/* Two arguments, or one call with two results. */
static Node *binary(Builder *b, Expr *e, Op op)
{
	Node *n = ir_node(b->arena, op, e->pos, e->type);
	NodeList args = build_exprs(b, &e->call.args);
	if (args.len == 1) {
		args = build_spread(b, args.data[0], &n->init);
		n->flags |= NF_SPREAD;
	}
	n->x = args.data[0];
	n->y = args.data[1];
	return n;
}

static Node *append(Builder *b, Expr *e)
{
	Node *n = ir_node(b->arena, OAPPEND, e->pos, e->type);
	n->list = build_exprs(b, &e->call.args);
	if (n->list.len == 1 && n->list.data[0]->type->kind == T_TUPLE) {
		n->list = build_spread(b, n->list.data[0], &n->init);
		n->flags |= NF_SPREAD;
	}
	if (n->list.data[0]->op == ONIL)
		n->list.data[0]->type = e->type;
	if (e->call.dots)
		n->flags |= NF_DDD;
	else
		for (uint32_t i = 1; i < n->list.len; i++)
			n->list.data[i] = build_assign_conv(b, n->list.data[i], type_elem(e->type));
	return n;
}

static Node *make(Builder *b, Expr *e)
{
	TypeKind kind = type_kind(e->type);
	Op op = kind == T_SLICE ? OMAKESLICE : kind == T_MAP ? OMAKEMAP : OMAKECHAN;
	Node *n = ir_node(b->arena, op, e->pos, e->type);
	n->x = arg(b, e, 1);
	n->y = arg(b, e, 2);
	return n;
}

static Node *delete (Builder *b, Expr *e)
{
	Node *n = ir_node(b->arena, ODELETE, e->pos, NULL);
	n->list = build_exprs(b, &e->call.args);
	if (n->list.len == 1) {
		n->list = build_spread(b, n->list.data[0], &n->init);
		n->flags |= NF_SPREAD;
	}
	n->list.data[1] = build_assign_conv(b, n->list.data[1], type_key(n->list.data[0]->type));
	return n;
}

static Node *print(Builder *b, Expr *e, Op op)
{
	Node *n = ir_node(b->arena, op, e->pos, NULL);
	n->list = build_exprs(b, &e->call.args);
	if (n->list.len == 1 && n->list.data[0]->type && n->list.data[0]->type->kind == T_TUPLE) {
		n->list = build_spread(b, n->list.data[0], &n->init);
		n->flags |= NF_SPREAD;
	}
	return n;
}

static Node *panic_call(Builder *b, Expr *e)
{
	Node *x = build_assign_conv(b, arg(b, e, 0), type_empty_interface);
	return ir_unary(b->arena, OPANIC, e->pos, NULL, x);
}

static Node *recover_call(Builder *b, Expr *e)
{
	if (b->state)
		b->state->func->has_recover = true;
	return ir_node(b->arena, ORECOVER, e->pos, type_empty_interface);
}

Node *build_builtin(Builder *b, Expr *e, Builtin which)
{
	switch (which) {
	case BUILTIN_APPEND: return append(b, e);
	case BUILTIN_CAP: return unary(b, e, OCAP);
	case BUILTIN_CLOSE: return unary(b, e, OCLOSE);
	case BUILTIN_COMPLEX: return binary(b, e, OCOMPLEX);
	case BUILTIN_COPY: return binary(b, e, OCOPY);
	case BUILTIN_DELETE: return delete (b, e);
	case BUILTIN_IMAG: return unary(b, e, OIMAG);
	case BUILTIN_LEN: return unary(b, e, OLEN);
	case BUILTIN_MAKE: return make(b, e);
	case BUILTIN_NEW: return ir_node(b->arena, ONEW, e->pos, e->type);
	case BUILTIN_PANIC: return panic_call(b, e);
	case BUILTIN_PRINT: return print(b, e, OPRINT);
	case BUILTIN_PRINTLN: return print(b, e, OPRINTLN);
	case BUILTIN_REAL: return unary(b, e, OREAL);
	case BUILTIN_RECOVER: return recover_call(b, e);
	case BUILTIN_UNSAFE_ADD: return binary(b, e, OUNSAFEADD);
	case BUILTIN_UNSAFE_SLICE: return binary(b, e, OUNSAFESLICE);
	default: ICE(e->pos, "builtin that should have been constant");
	}
}
