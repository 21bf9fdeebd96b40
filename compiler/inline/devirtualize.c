/*
 * Calls through an interface whose dynamic type is known: in `var i I = T{}; i.M()` the method is
 * called directly, on i.(T).
 */
#include "inline/private.h"

typedef struct Context {
	Inliner *in;
	Func *func;
} Context;

static Node *concrete_receiver(Inliner *in, Node *sel, Type *type, const Selection *s)
{
	Node *x = ir_unary(in->arena, ODOTTYPE, sel->pos, type, sel->x);
	x->inl = sel->inl;
	for (int i = 0; i < s->npath; i++) {
		x = ir_field(in->arena, sel->pos, x, s->path[i]);
		x->flags |= NF_IMPLICIT;
		x->inl = sel->inl;
	}
	return x;
}

static void tell(const Context *c, const Node *call, const Node *sel, Type *type, const char *how)
{
	if (c->in->options->m)
		diag_line(ir_shown_pos(c->func, call), "%s %s to %s", how,
			  ir_text(c->in->arena, sel),
			  type_string(type, TYPE_FORM_GC, c->in->package->package));
}

/* The method comes from an interface embedded in the struct: that interface's is called. */
static void call_embedded(const Context *c, Node *call, Node *x, Type *type, Obj *method)
{
	Node *sel = call->x;
	Obj **methods;
	int n = type_interface_methods(x->type, &methods), index = 0;
	while (index < n && methods[index] != method)
		index++;
	if (index == n)
		return;
	tell(c, call, sel, type, "partially devirtualizing");
	Node *callee = ir_unary(c->in->arena, ODOTINTER, sel->pos, method->type, x);
	callee->field = callee->sel = method;
	callee->index = index;
	callee->inl = sel->inl;
	call->x = callee;
}

static void devirtualize(const Context *c, Node *n)
{
	Node *sel = n->x;
	Node *value = ir_static_value(sel->x);
	if (value->op != OCONVIFACE || type_is_interface(value->x->type))
		return;
	Type *type = value->x->type;
	Selection *s = types_lookup(type, sel->sel->pkg, sel->sel->name);
	if (!s || s->kind != SEL_METHOD)
		return;
	Node *x = concrete_receiver(c->in, sel, type, s);
	if (type_is_interface(x->type)) {
		call_embedded(c, n, x, type, s->obj);
		return;
	}
	if (s->obj->is_ptr_recv && !type_is_pointer(x->type))
		return;
	if (!s->obj->is_ptr_recv && type_is_pointer(x->type)) {
		x = ir_deref(c->in->arena, sel->pos, x);
		x->flags |= NF_IMPLICIT;
		x->inl = sel->inl;
	}
	tell(c, n, sel, type, "devirtualizing");
	Node *callee = ir_unary(c->in->arena, ODOTMETH, sel->pos, s->obj->type, x);
	callee->func = ir_func_of(s->obj);
	callee->sel = s->obj;
	callee->inl = sel->inl;
	n->op = OCALLMETH;
	n->x = callee;
	c->func->summarized = false;
}

void inline_devirtualize(Inliner *in, Func *f)
{
	ir_summarize(f);
	Context c = {in, f};
	vec_each(Node *, call, f->interface_calls)
		devirtualize(&c, *call);
}
