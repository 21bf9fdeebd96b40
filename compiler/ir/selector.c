/*
 * Construction of selectors: x.f through embedded fields, methods called, method values and method
 * expressions.
 *
 * What the source leaves out is made explicit and marked implicit: the embedded fields on the way,
 * the address of a variable whose method has a pointer receiver, the dereference of a pointer whose
 * method has a value receiver.
 */
#include "ir/build.h"

Node *build_path(Arena *arena, Pos pos, Node *x, const int *path, int npath, bool implicit_last)
{
	for (int i = 0; i < npath; i++) {
		x = ir_field(arena, pos, x, path[i]);
		if (i < npath - 1 || implicit_last)
			x->flags |= NF_IMPLICIT;
	}
	return x;
}

Node *build_receiver(Arena *arena, Pos pos, Node *x, Obj *method)
{
	bool pointer = type_is_pointer(x->type);
	Node *n = x;
	if (method->is_ptr_recv && !pointer)
		n = ir_addr(arena, pos, x);
	else if (!method->is_ptr_recv && pointer)
		n = ir_deref(arena, pos, x);
	if (n != x)
		n->flags |= NF_IMPLICIT;
	return n;
}

int build_method_index(Type *iface, Obj *method)
{
	Obj **methods;
	int n = type_interface_methods(iface, &methods);
	for (int i = 0; i < n; i++)
		if (methods[i]->name == method->name &&
		    (obj_is_exported(method) || methods[i]->pkg == method->pkg))
			return i;
	ICE(method->pos, "interface without method %s", method->name);
}

static Node *span(Node *n, const Expr *e)
{
	n->start = e->start;
	n->end = e->end;
	return n;
}

static Node *interface_method(Builder *b, Expr *e, Node *x, Obj *method)
{
	Node *n = ir_unary(b->arena, ODOTINTER, e->pos, method->type, x);
	n->field = method;
	n->sel = method;
	n->index = build_method_index(x->type, method);
	return span(n, e);
}

/* The method's receiver in the form that its declaration asks for, or the interface value. */
static Node *selected_value(Builder *b, Expr *e, Selection *s)
{
	Node *x = ir_build_expr(b, e->selector.x);
	return build_path(b->arena, e->pos, x, s->path, s->npath, true);
}

Node *build_callee(Builder *b, Expr *fun)
{
	Expr *e = syntax_unparen(fun);
	Selection *s = e->kind == EX_SELECTOR ? types_selection(e) : NULL;
	if (!s || s->kind != SEL_METHOD)
		return ir_build_expr(b, fun);
	Node *x = selected_value(b, e, s);
	if (type_is_interface(x->type))
		return interface_method(b, e, x, s->obj);
	Node *n = ir_unary(b->arena, ODOTMETH, e->pos, s->obj->type,
			   build_receiver(b->arena, e->pos, x, s->obj));
	n->func = ir_func_of(s->obj);
	n->sel = s->obj;
	return span(n, e);
}

static Node *method_value(Builder *b, Expr *e, Selection *s)
{
	Node *x = selected_value(b, e, s);
	bool iface = type_is_interface(x->type);
	if (!iface)
		x = build_receiver(b->arena, e->pos, x, s->obj);
	Node *n = ir_unary(b->arena, OMETHVALUE, e->pos, e->type, x);
	n->sel = s->obj;
	n->func = iface ? NULL : ir_func_of(s->obj);
	n->index = iface ? build_method_index(x->type, s->obj) : 0;
	return span(n, e);
}

static Node *method_expr(Builder *b, Expr *e, Selection *s)
{
	Node *n = ir_node(b->arena, OMETHEXPR, e->pos, e->type);
	n->x = ir_node(b->arena, OTYPE, e->pos, s->recv);
	n->sel = s->obj;
	n->func = build_method_expr(b->package, s);
	return span(n, e);
}

static Node *qualified(Builder *b, Expr *e, Obj *obj)
{
	if (obj->kind == O_FUNC)
		return ir_func_name(b->arena, e->pos, ir_func_of(obj));
	if (obj->kind == O_VAR)
		return ir_var_of(obj)->node;
	ICE(e->pos, "selector of %s", obj->name);
}

Node *build_selector(Builder *b, Expr *e)
{
	Selection *s = types_selection(e);
	switch (s->kind) {
	case SEL_QUALIFIED: return qualified(b, e, s->obj);
	case SEL_METHOD: return method_value(b, e, s);
	case SEL_METHOD_EXPR: return method_expr(b, e, s);
	case SEL_FIELD: break;
	}
	Node *x = ir_build_expr(b, e->selector.x);
	return span(build_path(b->arena, e->pos, x, s->path, s->npath, false), e);
}
