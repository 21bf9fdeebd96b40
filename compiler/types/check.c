// Packages: collects the declarations of all files, resolves them on demand, then checks the
// bodies.
#include "types/checker.h"

enum { WHITE, BLACK, GREY };

void check_use(Checker *c, Obj *o)
{
	if (c->deps && o->is_package_level && o->pkg == c->package &&
	    (o->kind == O_VAR || o->kind == O_FUNC || o->kind == O_CONST))
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

// A method that has the name of a field is an error, and hides it.
static bool is_unique_method(Checker *c, Type *t, Obj *m)
{
	Type *u = type_under(t);
	for (int i = 0; i < t->nmethods; i++)
		if (t->methods[i]->name == m->name) {
			check_error_at(c, m->pos, "%s.%s redeclared in this block", t->obj->name,
				       m->name);
			diag_note(t->methods[i]->pos, "other declaration of %s", m->name);
			return false;
		}
	for (int i = 0; u->kind == T_STRUCT && i < u->nfields; i++)
		if (u->fields[i]->name == m->name) {
			check_error_at(c, m->pos, "field and method with the same name %s",
				       m->name);
			diag_note(u->fields[i]->pos, "other declaration of %s", m->name);
		}
	return true;
}

// The methods of a type grow by doubling.
static void add_method(Checker *c, Type *t, Obj *m)
{
	if (m->name == STR("_") || !is_unique_method(c, t, m))
		return;
	int n = t->nmethods;
	if ((n & (n - 1)) == 0) {
		Obj **methods = NEW_ARRAY(types_arena, Obj *, n ? 2 * n : 1);
		for (int i = 0; i < n; i++)
			methods[i] = t->methods[i];
		t->methods = methods;
	}
	t->methods[t->nmethods++] = m;
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
	if (o->type && o->type->kind == T_NAMED && o->type->obj->pkg == c->package) {
		m->recv_named = o->type;
		add_method(c, o->type, m);
	}
}

// ---- Resolving.

static void resolve_var(Checker *c, Obj *o)
{
	DeclInfo *i = o->info;
	if (i->type)
		o->type = check_var_type(c, i->type);
	if (i->multi) {
		InitDecl *d = i->multi;
		for (int k = 0; k < d->nlhs; k++) {
			d->lhs[k]->color = BLACK;
			d->lhs[k]->deps = o->deps;
			d->lhs[k]->type = i->type ? o->type : NULL;
		}
		ExprList rhs = {.data = &d->rhs, .len = 1};
		check_init_vars(c, d->lhs, (uint32_t)d->nlhs, &rhs, NULL);
		return;
	}
	if (i->init)
		check_init_var(c, o, i->init);
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
	o->type = type_func(NULL, NULL, 0, NULL, 0, false); // for one that mentions itself
	o->type = check_signature(c, d->receiver, d->type);
}

void check_resolve(Checker *c, Obj *o)
{
	if (o->color == GREY) {
		if (o->kind == O_FUNC)
			return;
		bool valid = check_cycle(c, o);
		if (valid && o->kind == O_TYPE && !o->type)
			diag_unsupported(o->pos, "an alias that refers to itself through types");
		if (o->kind == O_TYPE ? !valid : !valid || !o->type)
			o->type = type_basic[T_INVALID];
		return;
	}
	if (o->color != WHITE || !o->info)
		return;
	check_push(c, o);
	Checker saved = *c;
	c->scope = o->info->file;
	c->where = o->pos;
	c->decl = o;
	c->signature = NULL;
	c->closure = NULL;
	c->func = NULL;
	c->deps = NULL;
	c->iota = NULL;
	c->error_pos = NO_POS;
	if (o->kind == O_VAR || o->kind == O_CONST) {
		o->deps = NEW(types_arena, Deps);
		o->deps->objs = map_make(types_arena);
		c->deps = o->deps;
	}
	switch (o->kind) {
	case O_CONST:
		check_const_value(c, o, o->info->type, o->info->init, o->info->inherited);
		break;
	case O_VAR: resolve_var(c, o); break;
	case O_TYPE: check_type_decl(c, o, o->info->decl); break;
	case O_FUNC: resolve_func(c, o); break;
	default: break;
	}
	if (!o->type)
		o->type = type_basic[T_INVALID];
	c->scope = saved.scope;
	c->decl = saved.decl;
	c->signature = saved.signature;
	c->closure = saved.closure;
	c->func = saved.func;
	c->deps = saved.deps;
	c->iota = saved.iota;
	c->error_pos = saved.error_pos;
	check_pop(c, o);
}

// ---- Collecting.

typedef VEC(Obj *) Objs;

typedef struct Collector {
	Checker *c;
	Scope *file;
	Objs objs;
	Objs methods;
} Collector;

// Something other than a function that is named init, or main in package main, is not declared.
static bool must_be_func(const Collector *k, const Obj *o)
{
	bool is_main = o->name == STR("main") && k->c->package->name == STR("main");
	return o->kind != O_FUNC && (o->name == STR("init") || is_main);
}

static Obj *declare(Collector *k, ObjKind kind, Expr *name, Decl *d)
{
	Package *p = k->c->package;
	Obj *o = obj_new(kind, name->pos, p, name->name, NULL);
	bool misnamed = must_be_func(k, o);
	if (misnamed)
		check_error_at(k->c, name->pos, "cannot declare %s - must be func", name->name);
	o->is_package_level = true;
	o->order = (int)k->objs.len + 1;
	o->decl = d;
	o->info = NEW(types_arena, DeclInfo);
	o->info->file = k->file;
	o->info->decl = d;
	name->obj = o;
	if (!misnamed)
		vec_push(types_arena, k->objs, o);
	return o;
}

static void enter(Collector *k, Obj *o)
{
	if (o->name == STR("_") || must_be_func(k, o))
		return;
	Obj *old = scope_insert(k->c->package->scope, o);
	if (!old)
		return;
	check_error_at(k->c, o->pos, "%s redeclared in this block", o->name);
	diag_note(old->pos, "other declaration of %s", o->name);
}

// ---- Imports

// Whether a character outside ASCII can be seen (no space, control or format character).
static bool is_graphic(int32_t r)
{
	static const struct {
		int32_t from, to;
	} unseen[] = {{0x80, 0xa0},     {0xad, 0xad},       {0x600, 0x605},     {0x61c, 0x61c},
		      {0x1680, 0x1680}, {0x180e, 0x180e},   {0x2000, 0x200f},   {0x2028, 0x202f},
		      {0x205f, 0x206f}, {0x3000, 0x3000},   {0xd800, 0xf8ff},   {0xfeff, 0xfeff},
		      {0xfff0, 0xfffb}, {0xe0000, 0xe0fff}, {0xf0000, 0x10ffff}};
	for (size_t i = 0; i < COUNT(unseen); i++)
		if (r >= unseen[i].from && r <= unseen[i].to)
			return false;
	return true;
}

// What is wrong with an import path, or NULL.
static const char *bad_path(Str path)
{
	static const char illegal[] = "!\"#$%&'()*,:;<=>?[\\]^{|}`";
	size_t len = str_len(path);
	int size;
	if (!len)
		return "empty string";
	for (size_t i = 0; i < len; i += (size_t)size) {
		int32_t r = utf8_decode(path + i, len - i, &size);
		bool bad = r == 0xfffd ||
			   (r < 0x80 && (r <= ' ' || r == 0x7f || strchr(illegal, r))) ||
			   (r >= 0x80 && !is_graphic(r));
		if (!bad)
			continue;
		Buf b = buf_make(types_arena);
		buf_printf(&b, "invalid character U+%04X", (unsigned)r);
		if (r >= 0x80 ? is_graphic(r) : r >= ' ' && r < 0x7f) {
			buf_puts(&b, " '");
			buf_rune(&b, r);
			buf_putc(&b, '\'');
		}
		return buf_cstr(&b);
	}
	return NULL;
}

// One that could not be imported: whatever is selected from it is no second error.
static Package *fake_package(Str path)
{
	const char *slash = strrchr(path, '/');
	Package *p = NEW(types_arena, Package);
	p->path = path;
	p->name = str_intern(slash ? slash + 1 : path);
	p->scope = scope_new(scope_universe, "package");
	p->is_fake = true;
	return p;
}

// The shortest form of a path: no empty elements, no "." and, where it can be helped, no "..".
static Str clean_path(const char *path)
{
	Buf b = buf_make(NULL);
	size_t kept = 0; // bytes of leading "..", which nothing takes back
	for (const char *s = path; *s; s += *s == '/') {
		size_t n = strcspn(s, "/");
		bool up = n == 2 && s[0] == '.' && s[1] == '.';
		if (up && b.len > kept) {
			while (b.len > kept && b.data[--b.len] != '/')
				;
		} else if (n && !(n == 1 && s[0] == '.')) {
			if (b.len)
				buf_putc(&b, '/');
			for (size_t i = 0; i < n; i++)
				buf_putc(&b, s[i]);
			kept = up ? b.len : kept;
		}
		s += n;
	}
	Str clean = b.len ? str_intern_n(b.data, b.len) : STR(".");
	buf_free(&b);
	return clean;
}

static bool is_relative(const char *path)
{
	return path[0] == '.' &&
	       (!path[1] || path[1] == '/' || (path[1] == '.' && (!path[2] || path[2] == '/')));
}

// False (reported): no package can have this path.
static bool importable(Checker *c, const Decl *d)
{
	Str path = d->import.path_value;
	const char *bad = bad_path(path);
	if (bad) {
		check_error(c, d->import.path, "invalid import path (%s)", bad);
		return false;
	}
	if (path[0] == '/') {
		check_error(c, d->import.path,
			    "could not import %s (import path cannot be absolute path)", path);
		return false;
	}
	if (is_relative(path) || clean_path(path) == path)
		return true;
	check_error(c, d->import.path,
		    "could not import %s (non-canonical import path \"%s\" (should be \"%s\"))",
		    path, path, clean_path(path));
	return false;
}

static Package *import_package(Collector *k, Decl *d)
{
	Checker *c = k->c;
	Str path = d->import.path_value;
	if (!importable(c, d))
		return bad_path(path) ? NULL : fake_package(path);
	if (path == STR("unsafe"))
		return package_unsafe;
	Package *p = c->config->import(c->config->ctx, path, d->import.path->pos);
	return p ? p : fake_package(path);
}

static void note_import(Package *package, Package *p)
{
	for (int i = 0; i < package->nimports; i++)
		if (package->imports[i] == p)
			return;
	Package **imports = NEW_ARRAY(types_arena, Package *, package->nimports + 1);
	for (int i = 0; i < package->nimports; i++)
		imports[i] = package->imports[i];
	imports[package->nimports++] = p;
	package->imports = imports;
}

static void dot_import(Collector *k, Decl *d, Package *p)
{
	Checker *c = k->c;
	if (!c->dot_imports.arena)
		c->dot_imports = map_make(types_arena);
	scope_load_all(p->scope);
	for (int i = 0; i < p->scope->nobjs; i++) {
		Obj *o = p->scope->objs[i];
		if (!obj_is_exported(o))
			continue;
		Obj *old = scope_insert(k->file, o);
		if (old && old != o) {
			check_error_at(c, d->import.name->pos, "%s redeclared in this block",
				       o->name);
			diag_note(old->pos, "other declaration of %s", o->name);
		}
		map_set(&c->dot_imports, o, d->obj);
	}
}

static void collect_import(Collector *k, Decl *d)
{
	Checker *c = k->c;
	if (!d->import.path_value)
		return;
	Package *p = import_package(k, d);
	if (!p)
		return;
	if (!p->is_fake)
		note_import(c->package, p);
	Str name = d->import.name ? d->import.name->name : p->name;
	if (name == STR("init")) {
		check_error_at(c, d->pos, "cannot import package as init - init must be a func");
		return;
	}
	if (name == STR("_"))
		return;
	Obj *o = obj_new(O_PKG, d->import.name ? d->import.name->pos : d->import.path->pos,
			 c->package, name, NULL);
	o->imported = p;
	o->color = BLACK;
	o->used = p->is_fake;
	d->obj = o;
	if (name == STR(".")) {
		dot_import(k, d, p);
		return;
	}
	Obj *old = scope_insert(k->file, o);
	if (old) {
		check_error_at(c, o->pos, "%s redeclared in this block", name);
		diag_note(old->pos, "other declaration of %s", name);
	}
}

// Names of a file (its imports) and of the package exclude each other.
static void check_file_scope(Checker *c, const File *f)
{
	for (int i = 0; i < f->scope->nobjs; i++) {
		Obj *o = f->scope->objs[i], *other = scope_lookup(c->package->scope, o->name);
		if (!other)
			continue;
		if (o->kind == O_PKG) {
			check_error_at(c, other->pos,
				       "%s already declared through import of package %s (\"%s\")",
				       o->name, o->imported->name, o->imported->path);
			diag_note(o->pos, "other declaration of %s", o->name);
		} else {
			check_error_at(
				c, other->pos,
				"%s already declared through dot-import of package %s (\"%s\")",
				o->name, o->pkg->name, o->pkg->path);
			diag_note(o->pos, "other declaration of %s", o->name);
		}
	}
}

// ---- Declarations

static void collect_const(Collector *k, Decl *d)
{
	Decl *source = d->const_.inherit ? d->const_.inherit : d;
	for (uint32_t i = 0; i < d->const_.names.len; i++) {
		Obj *o = declare(k, O_CONST, d->const_.names.data[i], d);
		o->info->type = source->const_.type;
		o->info->iota = d->const_.iota;
		o->info->init =
			i < source->const_.values.len ? source->const_.values.data[i] : NULL;
		o->info->inherited = source != d;
		enter(k, o);
	}
	check_const_arity(k->c, d);
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
	} else if (values || !d->var.type) {
		check_arity(k->c, &d->var.names, &d->var.values, false);
	}
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
		} else {
			o->init = new_init(1);
			o->init->lhs[0] = o;
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
	bool special = init || (o->name == STR("main") && k->c->package->name == STR("main"));
	const Expr *type = d->func.type;
	if (special && (type->func_type.params.len || type->func_type.results.len))
		check_error_at(k->c, o->pos, "func %s must have no arguments and no return values",
			       o->name);
	if (init && !d->func.body)
		check_error_at(k->c, o->pos, "missing function body");
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
	c->where = o->pos;
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

static void unused_imports(Checker *c, const File *f)
{
	for (uint32_t i = 0; i < f->decls.len; i++) {
		Decl *d = f->decls.data[i];
		if (d->kind != DECL_IMPORT || !d->obj || d->obj->used)
			continue;
		Obj *o = d->obj;
		const char *path = o->imported->path;
		const char *slash = strrchr(path, '/');
		bool plain = o->name == STR(".") || strcmp(slash ? slash + 1 : path, o->name) == 0;
		if (plain)
			check_error_at(c, d->pos, "imported and not used: \"%s\"", path);
		else
			check_error_at(c, d->pos, "imported and not used: \"%s\" as %s", path,
				       o->name);
		diag_hint("remove it, or import it as _ for what its initialisation does");
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

// Leaves the files of package `name`; the others are errors and nothing more is said of them.
static int only_package(Checker *c, Str name, File **files, int nfiles)
{
	int n = 0;
	for (int i = 0; i < nfiles; i++) {
		if (!files[i]->package || files[i]->package->name == name)
			files[n++] = files[i];
		else
			check_error_at(c, pos_source(files[i]->pos)->base,
				       "package %s; expected %s", files[i]->package->name, name);
	}
	return n;
}

Package *types_check(const TypesConfig *config, Str path, File **files, int nfiles)
{
	types_init();
	Package *p = NEW(types_arena, Package);
	p->path = path;
	p->name = nfiles && files[0]->package ? files[0]->package->name : STR("_");
	p->files = files;
	p->is_local = !config->lazy_bodies;
	p->scope = scope_new(scope_universe, "package");
	Checker c = {.config = config, .package = p};
	uint32_t errors = diag_errors();
	Collector k = {.c = &c};
	if (p->name == STR("_") && nfiles && files[0]->package)
		check_error(&c, files[0]->package, "invalid package name _");
	p->nfiles = nfiles = only_package(&c, p->name, files, nfiles);
	for (int i = 0; i < nfiles; i++)
		collect_file(&k, files[i]);
	for (int i = 0; i < nfiles; i++)
		check_file_scope(&c, files[i]);
	p->objs = k.objs.data;
	p->nobjs = (int)k.objs.len;
	// Types first, so that methods find theirs, aliases last, because they may be met while the
	// types they are made of are resolved; then everything.
	for (int aliases = 0; aliases < 2; aliases++)
		for (uint32_t i = 0; i < k.objs.len; i++)
			if (k.objs.data[i]->kind == O_TYPE &&
			    k.objs.data[i]->decl->type.alias == aliases)
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
		if (!config->partial)
			unused_imports(&c, files[i]);
	InitDecls decls = {0};
	collect_init_decls(&k.objs, &decls);
	check_init_order(&c, &decls);
	if (diag_errors() == errors)
		check_sizes(&c);
	check_directives(&c);
	p->complete = diag_errors() == errors;
	return p;
}
