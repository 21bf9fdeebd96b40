/*
 * Construction of the typed IR: packages, functions and variables.
 *
 * Each declared function has one Func and each variable one Var, found through the `ir` slot of the
 * checker's object. Both are made when they are first asked for, so imported packages need no order
 * of their own. A function's body is built with a FuncState that knows the functions around it: a
 * variable of one of those is captured, that is, it gets a closure variable in every function on
 * the way in.
 *
 * Names of function literals are gc's: foo.func1, foo.func1.2 inside it, glob..func1 at package
 * level, numbered in source order; the package's variable initialisers are therefore built in
 * source order and then put in the order of execution.
 */
#include "ir/build.h"

static Arena *shared_arena;      /* of declarations, which live as long as the process */
static Package *runtime_package; /* known once some stage has asked for it */

/* ---------------------------------------------------------------- packages */

static Arena *declarations(void)
{
	if (!shared_arena)
		shared_arena = arena_new();
	return shared_arena;
}

static void collect_linknames(IrPackage *p, Package *package)
{
	for (int i = 0; i < package->nfiles; i++)
		for (Linkname *l = package->files[i]->linknames; l; l = l->next)
			if (l->remote)
				map_set(&p->linknames, l->local, l);
}

IrPackage *build_package_of(Package *package)
{
	if (package->ir)
		return package->ir;
	Arena *arena = declarations();
	IrPackage *p = NEW(arena, IrPackage);
	p->package = package;
	p->path = package->path;
	p->arena = arena;
	p->data_by_symbol = map_make(arena);
	p->wrappers = map_make(arena);
	p->linknames = map_make(arena);
	p->type_refs = map_make(arena);
	p->itab_refs = map_make(arena);
	p->methods_called = map_make(arena);
	p->is_runtime = package->path == STR("runtime");
	collect_linknames(p, package);
	package->ir = p;
	if (p->is_runtime)
		runtime_package = package;
	return p;
}

/* ---------------------------------------------------------------- package runtime */

void ir_use_runtime(Package *runtime)
{
	runtime_package = runtime;
	if (runtime)
		build_package_of(runtime);
}

static Obj *runtime_object(const char *name, ObjKind kind)
{
	Obj *o = runtime_package ? scope_lookup(runtime_package->scope, str_intern(name)) : NULL;
	return o && o->kind == kind ? o : NULL;
}

Func *ir_runtime_func_or_null(const char *name)
{
	Obj *o = runtime_object(name, O_FUNC);
	return o ? ir_func_of(o) : NULL;
}

Func *ir_runtime_func(const char *name)
{
	Func *f = ir_runtime_func_or_null(name);
	if (!f)
		diag_fatal("package runtime has no function %s", name);
	return f;
}

Type *ir_runtime_type(const char *name)
{
	Obj *o = runtime_object(name, O_TYPE);
	if (!o)
		diag_fatal("package runtime has no type %s", name);
	return o->type;
}

Var *ir_runtime_var(const char *name)
{
	Obj *o = runtime_object(name, O_VAR);
	if (!o)
		diag_fatal("package runtime has no variable %s", name);
	return ir_var_of(o);
}

/* ---------------------------------------------------------------- variables */

Var *ir_var_of(Obj *obj)
{
	if (obj->ir)
		return obj->ir;
	if (obj->imported_as && ir_import_var(obj))
		return obj->ir;
	Var *v = ir_var(declarations(), NULL, VAR_GLOBAL, obj->pos, obj->name, obj->type);
	v->obj = obj;
	v->symbol = obj_link_name(obj);
	Linkname *l = map_get(&build_package_of(obj->pkg)->linknames, obj->name);
	if (l)
		v->symbol = l->remote;
	obj->ir = v;
	return v;
}

/* The closure variable of `state` that stands for `v`, a variable of a function around it.
 * It stands at its first use, or at the literal inside that needs it. */
static Var *capture(Builder *b, FuncState *state, Var *v, Pos pos)
{
	if (v->func == state->func || !state->outer)
		return v;
	void **slot = map_slot(&state->captured, v);
	if (*slot)
		return *slot;
	Var *outer = capture(b, state->outer, v, state->func->pos);
	Func *f = state->func;
	Var *c = NEW(b->arena, Var);
	c->name = v->name;
	c->class = VAR_LOCAL;
	c->type = v->type;
	c->pos = pos ? pos : v->pos;
	c->func = f;
	c->obj = v->obj;
	c->id = f->next_var++;
	c->is_closure_var = true;
	c->outer = outer;
	c->node = ir_node(b->arena, ONAME, c->pos, v->type);
	c->node->var = c;
	outer->captured = true;
	v->captured = true;
	vec_push(b->arena, f->closure_vars, c);
	map_set(&state->captured, v, c);
	return c;
}

Var *build_var(Builder *b, Obj *obj)
{
	if (obj->is_package_level)
		return ir_var_of(obj);
	Var *v = obj->ir;
	if (!v) {
		if (!b->state)
			ICE(obj->pos, "variable %s outside a function", obj->name);
		v = ir_var(b->arena, b->state->func, VAR_LOCAL, obj->pos, obj->name, obj->type);
		v->obj = obj;
		obj->ir = v;
	}
	return capture(b, b->state, v, b->at);
}

Node *build_name(Builder *b, Obj *obj)
{
	Var *v = build_var(b, obj);
	v->used = true;
	return v->node;
}

Var *build_temp(Builder *b, Pos pos, Type *type)
{
	return ir_temp(b->arena, b->state ? b->state->func : b->package->init, pos, type);
}

/* ---------------------------------------------------------------- functions */

static Var *declare_param(Arena *arena, Func *f, Obj *obj, VarClass class, int index)
{
	Str name = obj->name;
	if (str_len(name) == 0)
		name = class == VAR_RESULT ? str_printf("~r%d", index) : STR("_");
	else if (class == VAR_RESULT && name == STR("_"))
		name = str_printf("~b%d", index);
	Var *v = ir_var(arena, f, class, obj->pos, name, obj->type);
	v->obj = obj;
	obj->ir = v;
	return v;
}

/* Parameters and results as the source declares them: the objects that the body uses. */
static void declare_fields(Arena *arena, Func *f, const FieldList *fields, VarClass class)
{
	for (uint32_t i = 0; i < fields->len; i++)
		declare_param(arena, f, fields->data[i]->obj, class, (int)i);
}

static void declare_signature(Arena *arena, Func *f, const Field *receiver, const Expr *type)
{
	if (receiver) {
		declare_param(arena, f, receiver->obj, VAR_PARAM, 0)->is_receiver = true;
		f->has_receiver = true;
	}
	declare_fields(arena, f, &type->func_type.params, VAR_PARAM);
	if (type_under(f->type)->variadic)
		vec_last(f->params)->is_ddd = true;
	declare_fields(arena, f, &type->func_type.results, VAR_RESULT);
}

/* A function known only by its type. */
static void declare_from_type(Arena *arena, Func *f, Type *t)
{
	if (t->recv) {
		declare_param(arena, f, t->recv, VAR_PARAM, 0)->is_receiver = true;
		f->has_receiver = true;
	}
	for (int i = 0; i < t->nparams; i++)
		declare_param(arena, f, t->params[i], VAR_PARAM, i);
	if (t->variadic)
		vec_last(f->params)->is_ddd = true;
	for (int i = 0; i < t->nresults; i++)
		declare_param(arena, f, t->results[i], VAR_RESULT, i);
}

/* "foo", "T.M", "(*T).M". */
static Str function_text(Obj *obj)
{
	if (!obj->is_method || !obj->recv_named || obj->name == STR("_"))
		return obj->name;
	const char *type = obj->recv_named->obj->name;
	return obj->is_ptr_recv ? str_printf("(*%s).%s", type, obj->name)
				: str_printf("%s.%s", type, obj->name);
}

/* gc's position of a declaration is what follows the word func: the name, or the receiver's
 * parenthesis. */
static Pos function_pos(Obj *obj)
{
	if (!obj->is_method || !obj->decl || obj->decl->kind != DECL_FUNC)
		return obj->pos;
	Pos pos = obj->decl->start + 4;
	SourceFile *file = pos_source(pos);
	while (file && file->text && pos < obj->pos && file->text[pos - file->base] != '(')
		pos++;
	return pos;
}

Func *ir_func_of(Obj *obj)
{
	if (obj->ir)
		return obj->ir;
	if (obj->imported_as && ir_import_func(obj))
		return obj->ir;
	Arena *arena = declarations();
	Func *f = NEW(arena, Func);
	IrPackage *p = build_package_of(obj->pkg);
	f->package = p;
	f->obj = obj;
	f->type = obj->type;
	f->name = function_text(obj);
	f->symbol = obj_link_name(obj);
	if (obj->name == STR("_"))
		f->symbol = str_printf("%s.%u", f->symbol, obj->pos); /* there may be many */
	f->pos = function_pos(obj);
	obj->ir = f;
	Linkname *l = obj->is_method ? NULL : map_get(&p->linknames, obj->name);
	if (l)
		f->linkname = f->symbol = l->remote;
	if (obj->decl && obj->decl->kind == DECL_FUNC) {
		FuncDecl *d = &obj->decl->func;
		f->has_body = d->body != NULL;
		f->pragma = obj->decl->pragma;
		f->c_call = d->c_call;
		f->c_name = d->c_name;
		f->inline_cost = d->inline_cost;
		f->start = obj->decl->start;
		f->end = d->body ? d->body->block.rbrace : obj->decl->end;
		declare_signature(arena, f, d->receiver, d->type);
	} else {
		declare_from_type(arena, f, type_under(obj->type));
	}
	return f;
}

static void build_body(Builder *b, FuncState *state, Stmt *body)
{
	Func *f = state->func;
	ArenaMark start = arena_mark(b->arena);
	ir_build_stmts(b, &body->block.stmts, &f->body);
	f->made[0] = arena_since(b->arena, start);
	build_deadcode(f);
	ir_summarize(f); /* now, while its nodes are in the cache */
}

static FuncState begin_function(Builder *b, Func *f)
{
	FuncState s = {.func = f, .outer = b->state};
	s.captured = map_make(b->arena);
	s.labels = map_make(b->arena);
	return s;
}

Func *build_function(Builder *b, Obj *obj)
{
	Func *f = ir_func_of(obj);
	if (!f->has_body || f->body.len)
		return f;
	vec_push(b->arena, b->package->funcs, f);
	FuncState state = begin_function(b, f);
	b->state = &state;
	build_body(b, &state, obj->decl->func.body);
	b->state = NULL;
	return f;
}

static void name_closure(Builder *b, Func *f)
{
	Func *outer = f->outer;
	if (!b->state) {
		uint32_t n = ++b->package->glob_closures;
		f->name = str_printf("glob..func%u", n);
		f->symbol = str_printf("%s.%s", b->package->path, f->name);
		return;
	}
	outer = b->state->func;
	uint32_t n = ++outer->literals;
	const char *prefix = outer->closure ? "" : "func";
	f->name = str_printf("%s.%s%u", outer->name, prefix, n);
	f->symbol = str_printf("%s.%s%u", outer->symbol, prefix, n);
}

Func *build_closure(Builder *b, Expr *e)
{
	Func *f = NEW(b->arena, Func);
	f->package = b->package;
	f->type = e->type;
	f->pos = e->pos;
	f->start = e->start;
	f->end = e->func_lit.body->block.rbrace;
	f->has_body = true;
	f->outer = b->state ? b->state->func : b->package->init;
	if (b->state)
		vec_push(b->arena, b->state->func->closures, f);
	name_closure(b, f);
	Node *n = ir_node(b->arena, OCLOSURE, e->pos, e->type);
	n->start = e->start;
	n->end = e->end;
	n->func = f;
	f->closure = n;
	declare_signature(b->arena, f, NULL, e->func_lit.type);
	vec_push(b->arena, b->package->funcs, f);
	FuncState state = begin_function(b, f);
	b->state = &state;
	build_body(b, &state, e->func_lit.body);
	b->state = state.outer;
	return f;
}

Func *ir_new_func(IrPackage *package, Pos pos, Str name, Str symbol, Type *type)
{
	Arena *arena = package->arena;
	Func *f = NEW(arena, Func);
	f->package = package;
	f->name = name;
	f->symbol = symbol;
	f->pos = f->start = f->end = pos;
	f->type = type;
	f->has_body = true;
	Type *t = type_under(type);
	if (t->recv) {
		ir_var(arena, f, VAR_PARAM, pos, STR(".this"), t->recv->type)->is_receiver = true;
		f->has_receiver = true;
	}
	for (int i = 0; i < t->nparams; i++)
		ir_var(arena, f, VAR_PARAM, pos, str_printf(".p%d", i), t->params[i]->type);
	if (t->variadic)
		vec_last(f->params)->is_ddd = true;
	for (int i = 0; i < t->nresults; i++)
		ir_var(arena, f, VAR_RESULT, pos, str_printf("~r%d", i), t->results[i]->type);
	vec_push(arena, package->funcs, f);
	return f;
}

/* ---------------------------------------------------------------- the package initialiser */

static Func *new_init(IrPackage *p)
{
	Func *f = ir_new_func(p, NO_POS, STR("init"), str_printf("%s.init", p->path),
			      type_func(NULL, NULL, 0, NULL, 0, false));
	f->is_init = true;
	p->funcs.len--; /* it comes last */
	return f;
}

/* The statements of one declaration, kept until the order of execution is known. */
static void build_initializer(Builder *b, Map *built, InitDecl *d)
{
	if (!d || !d->rhs || map_has(built, d))
		return;
	NodeList *list = NEW(b->arena, NodeList);
	map_set(built, d, list);
	build_init_decl(b, d, list);
}

static void order_initializers(Builder *b, Map *built)
{
	Package *package = b->package->package;
	Func *init = b->package->init;
	for (int i = 0; i < package->ninit_order; i++) {
		build_initializer(b, built, package->init_order[i]);
		NodeList *list = map_get(built, package->init_order[i]);
		for (uint32_t j = 0; list && j < list->len; j++)
			vec_push(b->arena, init->body, list->data[j]);
	}
	if (init->body.len)
		init->pos = init->body.data[0]->pos;
}

/* func init() number i is called init.i. */
static void name_init_funcs(Package *package)
{
	for (int i = 0; i < package->ninit_funcs; i++) {
		Func *f = ir_func_of(package->init_funcs[i]);
		f->name = str_printf("init.%d", i);
		f->symbol = str_printf("%s.init.%d", package->path, i);
	}
}

static void call_init_funcs(Builder *b)
{
	Package *package = b->package->package;
	for (int i = 0; i < package->ninit_funcs; i++) {
		Func *f = ir_func_of(package->init_funcs[i]);
		Node *call = ir_call(b->arena, f->pos, f, 0, NULL);
		call->flags |= NF_NOINLINE;
		vec_push(b->arena, b->package->init->body, call);
	}
}

static bool is_generic(const Obj *obj)
{
	if (!obj->decl || obj->decl->kind != DECL_FUNC)
		return false;
	const FuncDecl *d = &obj->decl->func;
	if (d->type_params.len)
		return true;
	if (!d->receiver)
		return false;
	Expr *type = d->receiver->type;
	while (type->kind == EX_PAREN || type->kind == EX_STAR)
		type = type->kind == EX_PAREN ? type->paren.x : type->star.x;
	return type->kind == EX_INDEX;
}

static void build_declared(Builder *b, Obj *obj)
{
	if (is_generic(obj)) {
		if (b->package->package->is_local)
			diag_unsupported(obj->pos, "type parameters");
		return;
	}
	Func *f = build_function(b, obj);
	if (!f->has_body)
		vec_push(b->arena, b->package->declared, f);
}

/* Functions and variable initialisers in source order, which is the order of function literals too.
 * */
static void build_objects(Builder *b, Map *initializers)
{
	Package *package = b->package->package;
	for (int i = 0; i < package->nobjs; i++) {
		Obj *obj = package->objs[i];
		if (obj->kind == O_FUNC)
			build_declared(b, obj);
		if (obj->kind != O_VAR)
			continue;
		if (obj->name != STR("_"))
			vec_push(b->arena, b->package->globals, ir_var_of(obj));
		build_initializer(b, initializers, obj->init);
	}
}

IrPackage *ir_build(Arena *arena, Package *package)
{
	diag_stage("ir");
	IrPackage *p = build_package_of(package);
	p->arena = arena;
	p->built = true;
	p->data_by_symbol = map_make(arena);
	p->wrappers = map_make(arena);
	p->type_refs = map_make(arena);
	p->itab_refs = map_make(arena);
	p->methods_called = map_make(arena);
	Builder b = {.package = p, .arena = arena};
	p->init = new_init(p);
	name_init_funcs(package);
	Map initializers = map_make(arena);
	build_objects(&b, &initializers);
	order_initializers(&b, &initializers);
	call_init_funcs(&b);
	if (p->init->body.len)
		vec_push(arena, p->funcs, p->init);
	else
		p->init = NULL;
	return p;
}
