/*
 * Functions that the source does not have: a method reached through embedded fields or with the
 * other form of receiver, a method expression of an interface, the function of a method value. Each
 * is made once, when it is first asked for, and calls the method: `return .this.a.b.M(.p0, .p1)`.
 */
#include "ir/build.h"

/* "(*T)" or "T", for humans or for the symbol. */
static Str receiver_text(Type *recv, bool symbol, Package *relative)
{
	bool pointer = recv->kind == T_POINTER;
	Type *t = pointer ? recv->elem : recv;
	const char *text = symbol ? type_link_string(t) : type_string(t, TYPE_FORM_GC, relative);
	if (!pointer)
		return str_intern(text);
	/* pkg.(*T), not (*pkg.T) */
	const char *dot = symbol && t->kind == T_NAMED ? strrchr(text, '.') : NULL;
	if (dot)
		return str_printf("%.*s.(*%s)", (int)(dot - text), text, dot + 1);
	return str_printf("(*%s)", text);
}

/* The method in a symbol: unexported names of different packages are different. */
static Str method_text(Type *recv, const Obj *method)
{
	Type *t = recv->kind == T_POINTER ? recv->elem : recv;
	const Package *own = t->kind == T_NAMED ? t->obj->pkg : NULL;
	if (obj_is_exported(method) || !method->pkg || method->pkg == own)
		return method->name;
	return str_printf("%s.%s", method->pkg->path, method->name);
}

/* The call of `method` on x with the parameters params[first..]. */
static Node *method_call(Arena *arena, Func *f, Node *x, Obj *method, uint32_t first)
{
	Type *signature = type_under(method->type);
	Node *callee;
	if (type_is_interface(x->type)) {
		callee = ir_unary(arena, ODOTINTER, f->pos, method->type, x);
		callee->field = method;
		callee->index = build_method_index(x->type, method);
	} else {
		callee = ir_unary(arena, ODOTMETH, f->pos, method->type,
				  build_receiver(arena, f->pos, x, method));
		callee->func = ir_func_of(method);
	}
	callee->sel = method;
	Type *result = NULL;
	if (signature->nresults == 1)
		result = signature->results[0]->type;
	else if (signature->nresults)
		result = type_tuple(signature->results, signature->nresults);
	Node *call = ir_unary(arena, callee->op == ODOTINTER ? OCALLINTER : OCALLMETH, f->pos,
			      result, callee);
	for (uint32_t i = first; i < f->params.len; i++)
		vec_push(arena, call->list, f->params.data[i]->node);
	if (signature->variadic)
		call->flags |= NF_DDD;
	return call;
}

/* Has f call the method and return what it returns. */
static void call_method(Arena *arena, Func *f, Node *x, Obj *method, uint32_t first)
{
	const Type *signature = type_under(method->type);
	Node *call = method_call(arena, f, x, method, first);
	if (!signature->nresults) {
		vec_push(arena, f->body, call);
		return;
	}
	Node *ret = ir_node(arena, ORETURN, f->pos, NULL);
	if (signature->nresults == 1) {
		vec_push(arena, ret->list, call);
	} else {
		Node *as = ir_node(arena, OAS2FUNC, f->pos, NULL);
		for (int i = 0; i < signature->nresults; i++) {
			Var *t = ir_temp(arena, f, f->pos, signature->results[i]->type);
			vec_push(arena, as->init, ir_unary(arena, ODCL, f->pos, NULL, t->node));
			vec_push(arena, as->list, t->node);
			vec_push(arena, ret->list, t->node);
		}
		vec_push(arena, as->rlist, call);
		vec_push(arena, ret->init, as);
		ret->flags |= NF_SPREAD;
	}
	vec_push(arena, f->body, ret);
}

/* A method called through a nil *T when its receiver is a T has a message of its own. */
static void check_nil_receiver(IrPackage *p, Func *f, Node *this)
{
	Func *panicwrap = ir_runtime_func_or_null("panicwrap");
	if (!panicwrap)
		return;
	Arena *a = p->arena;
	Node *cond =
		ir_binary(a, OEQ, f->pos, type_basic[T_BOOL], this, ir_nil(a, f->pos, this->type));
	Node *check = ir_unary(a, OIF, f->pos, NULL, cond);
	check->flags |= NF_UNLIKELY;
	vec_push(a, check->body, ir_call(a, f->pos, panicwrap, 0, NULL));
	vec_push(a, f->body, check);
}

/* The signature of a method with the receiver as first parameter. */
static Type *with_receiver(Arena *arena, Type *recv, Type *method)
{
	Type *m = type_under(method);
	Obj **params = NEW_ARRAY(arena, Obj *, m->nparams + 1);
	params[0] = obj_new(O_VAR, NO_POS, NULL, STR(".this"), recv);
	for (int i = 0; i < m->nparams; i++)
		params[i + 1] = m->params[i];
	return type_func(NULL, params, m->nparams + 1, m->results, m->nresults, m->variadic);
}

/* gc passes on a pointer receiver that is found by way of embedded fields with a jump: nothing
 * comes back to the wrapper. */
static bool is_tail_call(Type *recv, const Selection *s)
{
	return s->npath > 0 && recv->kind == T_POINTER && s->obj->is_ptr_recv;
}

static Func *build_wrapper(IrPackage *p, Pos pos, Type *recv, const Selection *s, Str symbol,
			   bool jump)
{
	Str name = str_printf("%s.%s", receiver_text(recv, false, p->package), s->obj->name);
	Func *f = ir_new_func(p, pos, name, symbol, with_receiver(p->arena, recv, s->obj->type));
	f->is_wrapper = f->is_shared = true;
	Node *this = f->params.data[0]->node;
	if (s->npath == 0 && recv->kind == T_POINTER && !type_is_interface(recv->elem) &&
	    !s->obj->is_ptr_recv)
		check_nil_receiver(p, f, this);
	Node *x = build_path(p->arena, f->pos, this, s->path, s->npath, true);
	if (!jump) {
		call_method(p->arena, f, x, s->obj, 1);
		return f;
	}
	Node *call = method_call(p->arena, f, x, s->obj, 1);
	call->flags |= NF_NOINLINE;
	vec_push(p->arena, f->body, call);
	return f;
}

static Str wrapper_symbol(Type *recv, const Selection *s)
{
	return str_printf("%s.%s", receiver_text(recv, true, NULL), method_text(recv, s->obj));
}

static Func *make_wrapper(IrPackage *p, Type *recv, const Selection *s)
{
	Str symbol = wrapper_symbol(recv, s);
	void **slot = map_slot(&p->wrappers, symbol);
	if (!*slot)
		*slot = build_wrapper(p, s->obj->pos, recv, s, symbol, false);
	return *slot;
}

/* The receiver that a wrapper is for: in itabs, values are held by their address. */
static Type *wrapped_receiver(Type *recv, bool interface_form)
{
	if (interface_form && recv->kind != T_POINTER && !type_is_interface(recv) &&
	    !type_is_direct_iface(recv))
		return type_pointer(recv);
	return recv;
}

/* Is the method reached with this receiver itself, without a wrapper? */
static bool is_direct(Type *recv, const Selection *s)
{
	return s->npath == 0 && !type_is_interface(recv) &&
	       s->obj->is_ptr_recv == (recv->kind == T_POINTER);
}

Func *ir_method_wrapper(IrPackage *package, Type *recv, Selection *method, bool interface_form)
{
	recv = wrapped_receiver(recv, interface_form);
	if (is_direct(recv, method))
		return ir_func_of(method->obj);
	return make_wrapper(package, recv, method);
}

/* The parameters carry the names and places that the method's signature gives them. */
static void name_parameters(Func *f, const Obj *method)
{
	const Type *signature = type_under(method->type);
	int unnamed = 0;
	f->params.data[0]->name = STR(".this");
	for (uint32_t i = 1; i < f->params.len; i++) {
		const Obj *o = signature->params[i - 1];
		Var *v = f->params.data[i];
		bool has_name = str_len(o->name) && o->name != STR("_");
		v->name = has_name ? o->name : str_printf(".anon%d", unnamed++);
		v->pos = v->node->pos = o->pos;
	}
	for (uint32_t i = 0; i < f->results.len; i++) {
		Str name = signature->results[i]->name;
		if (str_len(name) && name != STR("_"))
			f->results.data[i]->name = name;
	}
}

/* Types without a name are spelt with packages, and so are other packages' methods. */
static Str shown_name(const IrPackage *p, Type *recv, const Obj *method)
{
	const Type *t = recv->kind == T_POINTER ? recv->elem : recv;
	bool named = t->kind == T_NAMED;
	const char *text = type_string((Type *)t, TYPE_FORM_METHOD, named ? p->package : NULL);
	bool other = !obj_is_exported(method) && method->pkg && method->pkg != p->package;
	return str_printf(recv == t ? "%s.%s%s%s" : "(*%s).%s%s%s", text,
			  other ? method->pkg->path : "", other ? "." : "", method->name);
}

Func *ir_shown_wrapper(IrPackage *package, Map *made, Pos pos, Type *recv, const Selection *method,
		       bool interface_form)
{
	recv = wrapped_receiver(recv, interface_form);
	if (is_direct(recv, method))
		return NULL;
	Str symbol = wrapper_symbol(recv, method);
	void **slot = map_slot(made, symbol);
	if (*slot)
		return NULL;
	bool jump = is_tail_call(recv, method);
	Func *f = *slot = build_wrapper(package, pos, recv, method, symbol, jump);
	package->funcs.len--;
	f->name = shown_name(package, recv, method->obj);
	name_parameters(f, method->obj);
	return f;
}

Func *build_method_expr(IrPackage *p, Selection *sel)
{
	return ir_method_wrapper(p, sel->recv, sel, false);
}

Func *ir_method_value_func(IrPackage *package, const Node *n)
{
	Type *recv = n->x->type;
	Str symbol =
		str_printf("%s.%s-fm", receiver_text(recv, true, NULL), method_text(recv, n->sel));
	void **slot = map_slot(&package->wrappers, symbol);
	if (*slot)
		return *slot;
	Str name =
		str_printf("%s.%s-fm", receiver_text(recv, false, package->package), n->sel->name);
	Type *m = type_under(n->sel->type);
	Func *f = ir_new_func(
		package, n->pos, name, symbol,
		type_func(NULL, m->params, m->nparams, m->results, m->nresults, m->variadic));
	*slot = f;
	f->is_wrapper = f->is_shared = f->needs_context = true;
	Var *v = NEW(package->arena, Var);
	v->name = STR(".this");
	v->class = VAR_LOCAL;
	v->type = recv;
	v->pos = n->pos;
	v->func = f;
	v->id = f->next_var++;
	v->is_closure_var = v->by_value = true;
	v->node = ir_node(package->arena, ONAME, n->pos, recv);
	v->node->var = v;
	vec_push(package->arena, f->closure_vars, v);
	call_method(package->arena, f, v->node, n->sel, 0);
	return f;
}
