// Scopes, and the outermost one: the universe and package unsafe.
#include "types/checker.h"

Type *type_basic[T_NKINDS];
Type *type_byte, *type_rune, *type_any, *type_empty_interface, *type_error, *type_comparable;
Type *type_plain_func;
Package *package_unsafe;
Scope *scope_universe;

enum { MAX_LINEAR = 8 }; // names in a scope before it gets a table

Scope *scope_new(Scope *parent, const char *what)
{
	Scope *s = NEW(types_arena, Scope);
	s->parent = parent;
	s->what = what;
	return s;
}

Obj *scope_lookup(Scope *s, Str name)
{
	Obj *o = s->table.arena ? map_get(&s->table, name) : NULL;
	for (int i = 0; !s->table.arena && i < s->nobjs; i++)
		if (s->objs[i]->name == name)
			return s->objs[i];
	return o || !s->importer ? o : import_name(s, name);
}

Obj *scope_lookup_parent(Scope *s, Str name, Pos pos, Scope **where)
{
	for (; s; s = s->parent) {
		Obj *o = scope_lookup(s, name);
		if (o && (!pos || !o->scope_pos || o->scope_pos <= pos)) {
			if (where)
				*where = s;
			return o;
		}
	}
	return NULL;
}

Obj *scope_insert(Scope *s, Obj *o)
{
	Obj *old = scope_lookup(s, o->name);
	if (old)
		return old;
	if (s->nobjs == s->cap) {
		int cap = s->cap ? 2 * s->cap : 4;
		s->objs = arena_grow(types_arena, s->objs, sizeof *s->objs * (size_t)s->cap,
				     sizeof *s->objs * (size_t)cap);
		s->cap = cap;
	}
	s->objs[s->nobjs++] = o;
	if (s->nobjs == MAX_LINEAR) {
		s->table = map_make(types_arena);
		for (int i = 0; i < s->nobjs; i++)
			map_set(&s->table, s->objs[i]->name, s->objs[i]);
	} else if (s->table.arena) {
		map_set(&s->table, o->name, o);
	}
	if (!o->parent)
		o->parent = s;
	return NULL;
}

Obj *obj_new(ObjKind kind, Pos pos, Package *pkg, Str name, Type *type)
{
	Obj *o = NEW(types_arena, Obj);
	o->kind = kind;
	o->pos = pos;
	o->pkg = pkg;
	o->name = name;
	o->type = type;
	return o;
}

bool obj_is_exported(const Obj *o)
{
	int size;
	int32_t r = utf8_decode(o->name, str_len(o->name), &size);
	return r < 0x80 ? r >= 'A' && r <= 'Z' : unicode_is_upper(r);
}

// ---- The universe.

static void declare_type(Scope *s, const char *name, Type *t)
{
	Obj *o = obj_new(O_TYPE, NO_POS, NULL, str_intern(name), t);
	o->color = 1;
	scope_insert(s, o);
}

static void declare_basics(void)
{
	static const char *const names[] = {
#define X(kind, name) name,
		TYPE_KINDS(X)
#undef X
	};
	for (int k = T_INVALID; k <= T_UNTYPED_NIL; k++) {
		type_basic[k] = type_new(k);
		type_basic[k]->name = str_intern(names[k]);
		if (k >= T_BOOL && k <= T_STRING)
			declare_type(scope_universe, names[k], type_basic[k]);
	}
	type_byte = type_new(T_UINT8);
	type_byte->name = STR("byte");
	type_rune = type_new(T_INT32);
	type_rune->name = STR("rune");
	declare_type(scope_universe, "byte", type_byte);
	declare_type(scope_universe, "rune", type_rune);
}

static void declare_error(void)
{
	Obj *o = obj_new(O_TYPE, NO_POS, NULL, STR("error"), NULL);
	type_error = type_new(T_NAMED);
	type_error->obj = o;
	o->type = type_error;
	o->color = 1;
	Type *iface = type_new(T_INTERFACE);
	Obj **results = NEW_ARRAY(types_arena, Obj *, 1);
	results[0] = obj_new(O_VAR, NO_POS, NULL, STR(""), type_basic[T_STRING]);
	results[0]->is_result = true;
	Obj *method = obj_new(O_FUNC, NO_POS, NULL, STR("Error"),
			      type_func(NULL, NULL, 0, results, 1, false));
	method->is_method = true;
	method->recv_named = type_error;
	method->color = 1;
	iface->methods = NEW_ARRAY(types_arena, Obj *, 1);
	iface->methods[0] = method;
	iface->nmethods = 1;
	type_error->underlying = iface;
	scope_insert(scope_universe, o);
}

static void declare_interfaces(void)
{
	type_empty_interface = type_new(T_INTERFACE);
	type_plain_func = type_func(NULL, NULL, 0, NULL, 0, false);
	type_any = type_new(T_INTERFACE);
	declare_type(scope_universe, "any", type_any);
	type_comparable = type_new(T_NAMED);
	type_comparable->obj = obj_new(O_TYPE, NO_POS, NULL, STR("comparable"), type_comparable);
	type_comparable->obj->color = 1;
	type_comparable->underlying = type_new(T_INTERFACE);
	type_comparable->underlying->is_comparable_constraint =
		type_comparable->underlying->is_constraint = true;
	scope_insert(scope_universe, type_comparable->obj);
}

static void declare_constants(void)
{
	Obj *t = obj_new(O_CONST, NO_POS, NULL, STR("true"), type_basic[T_UNTYPED_BOOL]);
	Obj *f = obj_new(O_CONST, NO_POS, NULL, STR("false"), type_basic[T_UNTYPED_BOOL]);
	Obj *iota = obj_new(O_CONST, NO_POS, NULL, STR("iota"), type_basic[T_UNTYPED_INT]);
	t->value = const_bool(true);
	f->value = const_bool(false);
	iota->value = const_int(0);
	t->color = f->color = iota->color = 1;
	scope_insert(scope_universe, t);
	scope_insert(scope_universe, f);
	scope_insert(scope_universe, iota);
	scope_insert(scope_universe,
		     obj_new(O_NIL, NO_POS, NULL, STR("nil"), type_basic[T_UNTYPED_NIL]));
}

static void declare_builtins(void)
{
	static const char *const names[] = {
#define X(id, name) name,
		BUILTINS(X)
#undef X
	};
	package_unsafe = NEW(types_arena, Package);
	package_unsafe->path = package_unsafe->name = STR("unsafe");
	package_unsafe->is_unsafe = package_unsafe->complete = true;
	package_unsafe->scope = scope_new(scope_universe, "package");
	for (int i = 0; i < NBUILTINS; i++) {
		bool is_unsafe = i >= BUILTIN_UNSAFE_ADD;
		Obj *o = obj_new(O_BUILTIN, NO_POS, is_unsafe ? package_unsafe : NULL,
				 str_intern(names[i]), NULL);
		o->builtin = (Builtin)i;
		o->color = 1;
		scope_insert(is_unsafe ? package_unsafe->scope : scope_universe, o);
	}
	Obj *p = obj_new(O_TYPE, NO_POS, package_unsafe, STR("Pointer"),
			 type_basic[T_UNSAFE_POINTER]);
	p->color = 1;
	scope_insert(package_unsafe->scope, p);
}

void types_use_arena(Arena *arena)
{
	types_arena = arena;
}

void types_init(void)
{
	if (types_arena)
		return;
	types_arena = arena_new();
	mpfr_set_emax(mpfr_get_emax_max());
	mpfr_set_emin(mpfr_get_emin_min());
	type_table_init();
	scope_universe = scope_new(NULL, "universe");
	declare_basics();
	declare_interfaces();
	declare_error();
	declare_constants();
	declare_builtins();
}
