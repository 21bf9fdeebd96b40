// Packages: collects the declarations of all files, resolves them on demand, then checks the
// bodies.
#include "types/checker.h"

enum { WHITE, BLACK, GREY };

void check_use(Checker *c, Obj *o)
{
	if (c->deps && o->is_package_level && o->pkg == c->package &&
	    (o->kind == O_VAR || o->kind == O_FUNC))
		map_set(&c->deps->objs, o, o);
	else if (c->deps && o->kind == O_FUNC && o->is_method && o->pkg == c->package && o->decl)
		map_set(&c->deps->objs, o, o);
}

// ---- Methods.

void check_collect_methods(Type *named)
{
	(void)named; // methods are entered when their package is collected
}

// The name of a receiver's base type.
static Expr *receiver_base(Expr *e, bool *pointer)
{
	for (*pointer = false;;) {
		if (e->kind == EX_PAREN)
			e = e->paren.x;
		else if (e->kind == EX_STAR) {
			*pointer = true;
			e = e->star.x;
		} else if (e->kind == EX_INDEX)
			e = e->index.x;
		else
			return e->kind == EX_NAME ? e : NULL;
	}
}

static void add_method(Type *t, Obj *m)
{
	Obj **methods = NEW_ARRAY(types_arena, Obj *, t->nmethods + 1);
	for (int i = 0; i < t->nmethods; i++) {
		methods[i] = t->methods[i];
		if (methods[i]->name == m->name && m->name != STR("_")) {
			diag_error(m->pos, "%s.%s redeclared in this block", t->obj->name, m->name);
			diag_note(methods[i]->pos, "other declaration of %s.%s", t->obj->name,
				  m->name);
			return;
		}
	}
	methods[t->nmethods] = m;
	t->methods = methods;
	t->nmethods++;
}

static void collect_method(Checker *c, Obj *m)
{
	bool pointer;
	Expr *base = receiver_base(m->decl->func.receiver->type, &pointer);
	if (!base)
		return;
	Obj *o = scope_lookup(c->package->scope, base->name);
	if (!o || o->kind != O_TYPE)
		return;
	check_resolve(c, o);
	m->is_ptr_recv = pointer;
	if (o->type && o->type->kind == T_NAMED) {
		m->recv_named = o->type;
		add_method(o->type, m);
	}
}

// ---- Resolving.

static void resolve_const(Checker *c, Obj *o)
{
	check_const_value(c, o, o->info->type, o->info->init);
}

static void resolve_multi(Checker *c, Obj *o)
{
	InitDecl *d = o->info->multi;
	check_multi(c, d->rhs);
	Type *t = d->rhs->type;
	for (int i = 0; i < d->nlhs; i++) {
		Obj *v = d->lhs[i];
		v->color = BLACK;
		if (v->type)
			continue;
		if (t && t->kind == T_TUPLE && i < t->nfields)
			v->type = t->fields[i]->type;
		else if (d->nlhs == 2 && i == 0 && d->rhs->mode != MODE_INVALID && t &&
			 t->kind != T_TUPLE)
			v->type = t;
		else if (d->nlhs == 2 && i == 1 && d->rhs->mode != MODE_INVALID)
			v->type = type_basic[T_BOOL];
		else
			v->type = type_basic[T_INVALID];
	}
	if (t && t->kind == T_TUPLE && t->nfields != d->nlhs)
		diag_error(d->rhs->start,
			   "assignment mismatch: %d variables but %s returns %d values", d->nlhs,
			   check_text(syntax_unparen(d->rhs)->call.fun), t->nfields);
	bool comma_ok = d->rhs->mode == MODE_COMMAOK || d->rhs->mode == MODE_MAPINDEX;
	if (t && t->kind != T_TUPLE && d->rhs->mode != MODE_INVALID && !(comma_ok && d->nlhs == 2))
		diag_error(d->rhs->start, "assignment mismatch: %d variables but 1 value", d->nlhs);
}

static void resolve_var(Checker *c, Obj *o)
{
	DeclInfo *i = o->info;
	if (i->type)
		o->type = check_type(c, i->type);
	if (i->multi) {
		resolve_multi(c, o);
		return;
	}
	if (!i->init)
		return;
	check_expr(c, i->init);
	check_assign(c, i->init, o->type, "variable declaration");
	if (!o->type)
		o->type = i->init->type;
}

// A receiver is T or *T with T defined in this package, neither pointer nor interface.
static void check_receiver(Checker *c, Expr *e, Type *t)
{
	if (t->kind == T_POINTER)
		t = t->elem;
	if (t->kind == T_INVALID)
		return;
	if (t->kind == T_NAMED && t->obj->pkg == c->package) {
		TypeKind k = type_kind(t);
		if (k == T_POINTER || k == T_INTERFACE)
			diag_error(e->start, "invalid receiver type %s (pointer or interface type)",
				   check_type_text(c, t));
		else if (k == T_UNSAFE_POINTER)
			diag_error(e->start, "invalid receiver type %s", check_type_text(c, t));
	} else if (t->kind == T_NAMED || t->kind <= T_UNSAFE_POINTER) {
		diag_error(e->start, "cannot define new methods on non-local type %s",
			   check_type_text(c, t));
	} else {
		diag_error(e->start, "invalid receiver type %s", check_type_text(c, t));
	}
}

static void resolve_func(Checker *c, Obj *o)
{
	FuncDecl *d = &o->decl->func;
	bool pointer;
	bool generic = d->type_params.len ||
		       (d->receiver && syntax_unparen(d->receiver->type)->kind == EX_INDEX);
	if (d->receiver && receiver_base(d->receiver->type, &pointer) && pointer) {
		Expr *e = syntax_unparen(d->receiver->type);
		generic = generic ||
			  (e->kind == EX_STAR && syntax_unparen(e->star.x)->kind == EX_INDEX);
	}
	if (generic) {
		if (c->package->is_local)
			diag_unsupported(o->pos, "type parameters");
		o->type = type_func(NULL, NULL, 0, NULL, 0, false);
		o->body_checked = true;
		return;
	}
	o->type = check_signature(c, d->receiver, d->type);
	bool special =
		!d->receiver && (o->name == STR("init") ||
				 (o->name == STR("main") && c->package->name == STR("main")));
	if (special && (o->type->nparams || o->type->nresults))
		diag_error(o->pos, "func %s must have no arguments and no return values", o->name);
	if (d->receiver && o->type->recv)
		check_receiver(c, d->receiver->type, o->type->recv->type);
}

void check_resolve(Checker *c, Obj *o)
{
	if (o->color == GREY && o->kind == O_CONST && o->info && !o->type) {
		o->type = type_basic[T_INVALID];
		diag_error(o->pos, "initialization loop for %s", o->name);
		diag_note(o->pos, "%s refers to", o->name);
		diag_note(o->pos, "%s", o->name);
		return;
	}
	if (o->color != WHITE || !o->info)
		return;
	o->color = GREY;
	Checker saved = *c;
	c->scope = o->info->file;
	c->decl = o;
	c->signature = NULL;
	c->closure = NULL;
	c->func = NULL;
	c->flow = NULL;
	c->deps = NULL;
	c->iota = NULL;
	if (o->kind == O_VAR || o->kind == O_CONST) {
		o->deps = NEW(types_arena, Deps);
		o->deps->objs = map_make(types_arena);
		c->deps = o->deps;
	}
	switch (o->kind) {
	case O_CONST: resolve_const(c, o); break;
	case O_VAR: resolve_var(c, o); break;
	case O_TYPE: check_type_decl(c, o, o->info->decl); break;
	case O_FUNC: resolve_func(c, o); break;
	default: break;
	}
	if (!o->type)
		o->type = type_basic[T_INVALID];
	o->color = BLACK;
	c->scope = saved.scope;
	c->decl = saved.decl;
	c->signature = saved.signature;
	c->closure = saved.closure;
	c->func = saved.func;
	c->flow = saved.flow;
	c->deps = saved.deps;
	c->iota = saved.iota;
}

// ---- Collecting.

typedef VEC(Obj *) Objs;

typedef struct Collector {
	Checker *c;
	Scope *file;
	Objs objs;
	Objs methods;
} Collector;

static Obj *declare(Collector *k, ObjKind kind, Expr *name, Decl *d)
{
	Package *p = k->c->package;
	Obj *o = obj_new(kind, name->pos, p, name->name, NULL);
	if (kind != O_FUNC && name->name == STR("init"))
		diag_error(name->pos, "cannot declare init - must be func");
	o->is_package_level = true;
	o->order = (int)k->objs.len + 1;
	o->decl = d;
	o->info = NEW(types_arena, DeclInfo);
	o->info->file = k->file;
	o->info->decl = d;
	name->obj = o;
	vec_push(types_arena, k->objs, o);
	return o;
}

static void enter(Collector *k, Obj *o)
{
	if (o->name == STR("_"))
		return;
	Obj *old = scope_insert(k->c->package->scope, o);
	if (old)
		diag_error(o->pos, "%s redeclared in this block\n\t%s: other declaration of %s",
			   o->name, pos_text(old->pos), o->name);
}

static void collect_import(Collector *k, Decl *d)
{
	Checker *c = k->c;
	if (!d->import.path_value)
		return;
	Package *p = d->import.path_value == STR("unsafe")
			     ? package_unsafe
			     : c->config->import(c->config->ctx, d->import.path_value,
						 d->import.path->pos);
	if (!p)
		return;
	Package *package = c->package;
	bool known = false;
	for (int i = 0; i < package->nimports; i++)
		known = known || package->imports[i] == p;
	if (!known) {
		Package **imports = NEW_ARRAY(types_arena, Package *, package->nimports + 1);
		for (int i = 0; i < package->nimports; i++)
			imports[i] = package->imports[i];
		imports[package->nimports++] = p;
		package->imports = imports;
	}
	Str name = d->import.name ? d->import.name->name : p->name;
	if (name == STR("_"))
		return;
	if (name == STR(".")) {
		scope_load_all(p->scope);
		for (int i = 0; i < p->scope->nobjs; i++)
			if (obj_is_exported(p->scope->objs[i]))
				scope_insert(k->file, p->scope->objs[i]);
		return;
	}
	Obj *o = obj_new(O_PKG, d->import.name ? d->import.name->pos : d->import.path->pos, package,
			 name, NULL);
	o->imported = p;
	o->color = BLACK;
	d->obj = o;
	if (scope_insert(k->file, o))
		diag_error(o->pos, "%s redeclared in this block", name);
}

static void collect_const(Collector *k, Decl *d)
{
	Decl *source = d->const_.inherit ? d->const_.inherit : d;
	for (uint32_t i = 0; i < d->const_.names.len; i++) {
		Obj *o = declare(k, O_CONST, d->const_.names.data[i], d);
		o->info->type = source->const_.type;
		o->info->iota = d->const_.iota;
		o->info->init =
			i < source->const_.values.len ? source->const_.values.data[i] : NULL;
		if (!o->info->init)
			diag_error(o->pos, "missing init expr for const declaration");
		enter(k, o);
	}
}

static InitDecl *new_init(int n)
{
	InitDecl *d = NEW(types_arena, InitDecl);
	d->lhs = NEW_ARRAY(types_arena, Obj *, n);
	d->nlhs = n;
	return d;
}

static void collect_var(Collector *k, Decl *d)
{
	uint32_t n = d->var.names.len, values = d->var.values.len;
	InitDecl *multi = NULL;
	if (values == 1 && n > 1) {
		multi = new_init((int)n);
		multi->rhs = d->var.values.data[0];
	} else if (values && values != n)
		diag_error(d->var.values.data[0]->start,
			   "assignment mismatch: %u variable%s but %u value%s", n,
			   n == 1 ? "" : "s", values, values == 1 ? "" : "s");
	for (uint32_t i = 0; i < n; i++) {
		Obj *o = declare(k, O_VAR, d->var.names.data[i], d);
		o->info->type = d->var.type;
		o->info->multi = multi;
		o->used = true;
		if (multi) {
			multi->lhs[i] = o;
			o->init = multi;
		} else if (i < values) {
			o->info->init = d->var.values.data[i];
			o->init = new_init(1);
			o->init->lhs[0] = o;
			o->init->rhs = o->info->init;
		}
		enter(k, o);
	}
}

static void collect_func(Collector *k, Decl *d)
{
	Obj *o = declare(k, O_FUNC, d->func.name, d);
	d->obj = o;
	if (d->func.receiver) {
		o->is_method = true;
		o->is_package_level = false;
		vec_push(types_arena, k->methods, o);
		return;
	}
	bool init = o->name == STR("init");
	if (init) {
		Package *p = k->c->package;
		Obj **funcs = NEW_ARRAY(types_arena, Obj *, p->ninit_funcs + 1);
		for (int i = 0; i < p->ninit_funcs; i++)
			funcs[i] = p->init_funcs[i];
		funcs[p->ninit_funcs++] = o;
		p->init_funcs = funcs;
		return;
	}
	enter(k, o);
}

static void collect_file(Collector *k, File *f)
{
	k->file = f->scope = scope_new(k->c->package->scope, "file");
	for (uint32_t i = 0; i < f->decls.len; i++) {
		Decl *d = f->decls.data[i];
		switch (d->kind) {
		case DECL_IMPORT: collect_import(k, d); break;
		case DECL_CONST: collect_const(k, d); break;
		case DECL_VAR: collect_var(k, d); break;
		case DECL_TYPE: {
			Obj *o = declare(k, O_TYPE, d->type.name, d);
			enter(k, o);
			d->obj = o;
			break;
		}
		default: collect_func(k, d);
		}
	}
}

// ---- Bodies.

static void check_function(Checker *c, Obj *o)
{
	if (o->body_checked || !o->decl->func.body)
		return;
	o->body_checked = true;
	o->deps = NEW(types_arena, Deps);
	o->deps->objs = map_make(types_arena);
	c->deps = o->deps;
	c->func = o;
	c->scope = o->info->file;
	FuncDecl *d = &o->decl->func;
	check_func_body(c, o->type, d->type, d->receiver, d->body);
	c->func = NULL;
	c->deps = NULL;
}

bool types_check_body(Obj *func)
{
	return func->body_checked || !func->decl;
}

static void unused_imports(File *f)
{
	for (uint32_t i = 0; i < f->decls.len; i++) {
		Decl *d = f->decls.data[i];
		if (d->kind != DECL_IMPORT || !d->obj || d->obj->used)
			continue;
		Obj *o = d->obj;
		const char *path = o->imported->path;
		const char *slash = strrchr(path, '/');
		bool plain =
			strcmp(o->name, ".") == 0 || strcmp(slash ? slash + 1 : path, o->name) == 0;
		if (plain)
			diag_error(d->pos, "imported and not used: \"%s\"", path);
		else
			diag_error(d->pos, "imported and not used: \"%s\" as %s", path, o->name);
	}
}

static void collect_init_decls(Objs *objs, InitDecls *decls)
{
	Map seen = map_make(types_arena);
	for (uint32_t i = 0; i < objs->len; i++) {
		InitDecl *d = objs->data[i]->kind == O_VAR ? objs->data[i]->init : NULL;
		if (!d || map_has(&seen, d))
			continue;
		map_set(&seen, d, d);
		vec_push(types_arena, *decls, d);
	}
}

Package *types_check(const TypesConfig *config, Str path, File **files, int nfiles)
{
	types_init();
	Package *p = NEW(types_arena, Package);
	p->path = path;
	p->name = nfiles && files[0]->package ? files[0]->package->name : STR("_");
	p->files = files;
	p->nfiles = nfiles;
	p->is_local = !config->lazy_bodies;
	p->scope = scope_new(scope_universe, "package");
	Checker c = {.config = config, .package = p};
	c.vargen = map_make(types_arena);
	c.labels = map_make(types_arena);
	uint32_t errors = diag_errors();
	Collector k = {.c = &c};
	for (int i = 0; i < nfiles; i++)
		collect_file(&k, files[i]);
	p->objs = k.objs.data;
	p->nobjs = (int)k.objs.len;
	// Types first, so that methods find theirs; then everything.
	for (uint32_t i = 0; i < k.objs.len; i++)
		if (k.objs.data[i]->kind == O_TYPE)
			check_resolve(&c, k.objs.data[i]);
	for (uint32_t i = 0; i < k.methods.len; i++)
		collect_method(&c, k.methods.data[i]);
	for (uint32_t i = 0; i < k.methods.len; i++)
		check_resolve(&c, k.methods.data[i]);
	// The signatures of methods, so that any expression can ask what a type implements.
	for (uint32_t i = 0; i < k.methods.len; i++)
		check_resolve(&c, k.methods.data[i]);
	for (uint32_t i = 0; i < k.objs.len; i++)
		check_resolve(&c, k.objs.data[i]);
	for (uint32_t i = 0; i < k.objs.len; i++)
		if (k.objs.data[i]->kind == O_FUNC)
			check_function(&c, k.objs.data[i]);
	for (int i = 0; i < nfiles && c.package->is_local; i++)
		unused_imports(files[i]);
	InitDecls decls = {0};
	collect_init_decls(&k.objs, &decls);
	check_init_order(p, &decls);
	p->complete = diag_errors() == errors;
	return p;
}
