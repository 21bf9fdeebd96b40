// Type expressions and type declarations.
#include "types/checker.h"

static Type *done(Expr *e, Type *t)
{
	e->mode = MODE_TYPE;
	e->type = t;
	return t;
}

static Type *invalid(Expr *e)
{
	e->mode = MODE_INVALID;
	return e->type = type_basic[T_INVALID];
}

static Type *type_name(Checker *c, Expr *e)
{
	Obj *o = scope_lookup_parent(c->scope, e->name, 0, NULL);
	if (!o) {
		diag_error(e->pos, "undefined: %s", e->name);
		return invalid(e);
	}
	e->obj = o;
	check_resolve(c, o);
	if (o->kind != O_TYPE) {
		o->used = true;
		diag_error(e->pos, "%s is not a type", e->name);
		return invalid(e);
	}
	o->used = true;
	return done(e, o->type ? o->type : type_basic[T_INVALID]);
}

static Type *qualified_type(Checker *c, Expr *e)
{
	check_raw(c, e, NULL);
	if (e->mode == MODE_TYPE)
		return e->type;
	if (e->mode != MODE_INVALID)
		diag_error(e->start, "%s is not a type", check_text(e));
	return invalid(e);
}

static Type *array_type(Checker *c, Expr *e)
{
	int64_t len = -1;
	if (e->array_type.len) {
		check_expr(c, e->array_type.len);
		Expr *n = e->array_type.len;
		if (n->value && type_is_untyped(n->type))
			check_convert(c, n, type_basic[T_INT]);
		if (n->value && const_is_int64(n->value) && const_sign(n->value) >= 0)
			len = const_int64(n->value);
		else if (n->mode != MODE_INVALID)
			diag_error(
				n->start,
				n->value
					? "invalid array length %s"
					: "array length %s (variable of type int) must be constant",
				check_text(n));
	}
	Type *elem = check_type(c, e->array_type.elem);
	return done(e, type_array(elem, len));
}

static Obj *field(Checker *c, Field *f, Type *t, bool embedded)
{
	Str name = f->name ? f->name->name : STR("");
	Pos pos = f->name ? f->name->pos : f->pos;
	if (embedded) {
		Expr *x = syntax_unparen(f->type);
		if (x->kind == EX_STAR)
			x = syntax_unparen(x->star.x);
		if (x->kind == EX_INDEX)
			x = x->index.x;
		Expr *n = x->kind == EX_SELECTOR ? x->selector.sel : x;
		name = n->name;
		pos = n->pos;
	}
	Obj *o = obj_new(O_VAR, pos, c->package, name, t);
	o->color = 1;
	f->obj = o;
	if (f->name)
		f->name->obj = o;
	return o;
}

static Type *struct_type(Checker *c, Expr *e)
{
	Type *t = type_new(T_STRUCT);
	done(e, t);
	FieldList *list = &e->struct_type.fields;
	t->fields = NEW_ARRAY(types_arena, Obj *, list->len + 1);
	for (uint32_t i = 0; i < list->len; i++) {
		Field *f = list->data[i];
		Type *ft =
			f->same_type && i ? list->data[i - 1]->obj->type : check_type(c, f->type);
		Obj *o = field(c, f, ft, f->embedded);
		o->is_field = true;
		o->is_embedded = f->embedded;
		t->fields[t->nfields++] = o;
		for (int j = 0; j < t->nfields - 1; j++)
			if (t->fields[j]->name == o->name && o->name != STR("_"))
				diag_error(o->pos, "%s redeclared", o->name);
		if (!f->tag)
			continue;
		if (!t->tags)
			t->tags = NEW_ARRAY(types_arena, Str, list->len);
		t->tags[t->nfields - 1] = syntax_string_value(f->tag);
	}
	return t;
}

// Parameters or results; `...T` becomes []T.
static Obj **variables(Checker *c, FieldList *list, bool results, bool *variadic)
{
	Obj **vars = NEW_ARRAY(types_arena, Obj *, list->len + 1);
	for (uint32_t i = 0; i < list->len; i++) {
		Field *f = list->data[i];
		Type *t;
		if (f->same_type && i)
			t = list->data[i - 1]->obj->type;
		else if (f->type->kind == EX_DOTS_TYPE) {
			t = type_slice(check_type(c, f->type->dots_type.x));
			done(f->type, t);
			if (variadic)
				*variadic = true;
		} else
			t = check_type(c, f->type);
		vars[i] = field(c, f, t, false);
		vars[i]->is_param = !results;
		vars[i]->is_result = results;
		vars[i]->used = true;
	}
	return vars;
}

static void unique_names(Map *names, Obj **vars, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		Obj *o = vars[i];
		if (!*o->name || o->name == STR("_"))
			continue;
		Obj *old = map_get(names, o->name);
		if (old) {
			diag_error(o->pos, "%s redeclared in this block", o->name);
			diag_note(old->pos, "other declaration of %s", o->name);
		}
		map_set(names, o->name, o);
	}
}

Type *check_signature(Checker *c, Field *receiver, Expr *e)
{
	Obj *recv = NULL;
	if (receiver) {
		recv = field(c, receiver, check_type(c, receiver->type), false);
		recv->is_param = recv->is_receiver = recv->used = true;
	}
	bool variadic = false;
	Obj **params = variables(c, &e->func_type.params, false, &variadic);
	Obj **results = variables(c, &e->func_type.results, true, NULL);
	Map names = map_make(types_arena);
	unique_names(&names, &recv, recv != NULL);
	unique_names(&names, params, e->func_type.params.len);
	unique_names(&names, results, e->func_type.results.len);
	Type *t = type_func(recv, params, (int)e->func_type.params.len, results,
			    (int)e->func_type.results.len, variadic);
	return done(e, t);
}

static Type *interface_type(Checker *c, Expr *e)
{
	FieldList *list = &e->interface_type.methods;
	Type *t = type_new(T_INTERFACE);
	done(e, t);
	t->methods = NEW_ARRAY(types_arena, Obj *, list->len + 1);
	t->embedded = NEW_ARRAY(types_arena, Type *, list->len + 1);
	t->embedded_pos = NEW_ARRAY(types_arena, Pos, list->len + 1);
	for (uint32_t i = 0; i < list->len; i++) {
		Field *f = list->data[i];
		if (!f->name) {
			if (f->type->kind == EX_BINARY || f->type->kind == EX_UNARY) {
				t->is_constraint = true;
				continue;
			}
			t->embedded_pos[t->nembedded] = f->pos;
			t->embedded[t->nembedded++] = check_type(c, f->type);
			continue;
		}
		Obj *m = obj_new(O_FUNC, f->name->pos, c->package, f->name->name, NULL);
		m->is_method = true;
		m->color = 1;
		m->recv_named = t;
		f->obj = f->name->obj = m;
		t->methods[t->nmethods++] = m;
		m->type = check_signature(c, NULL, f->type);
	}
	return t;
}

static Type *generic(Expr *e)
{
	diag_unsupported(e->pos, "type parameters");
	return invalid(e);
}

Type *check_type(Checker *c, Expr *e)
{
	switch ((ExprKind)e->kind) {
	case EX_NAME: return type_name(c, e);
	case EX_SELECTOR: return qualified_type(c, e);
	case EX_PAREN: return done(e, check_type(c, e->paren.x));
	case EX_STAR: return done(e, type_pointer(check_type(c, e->star.x)));
	case EX_ARRAY_TYPE: return array_type(c, e);
	case EX_SLICE_TYPE: return done(e, type_slice(check_type(c, e->slice_type.elem)));
	case EX_STRUCT_TYPE: return struct_type(c, e);
	case EX_FUNC_TYPE: return check_signature(c, NULL, e);
	case EX_INTERFACE_TYPE: return interface_type(c, e);
	case EX_MAP_TYPE: {
		Type *key = check_type(c, e->map_type.key);
		if (!type_is_comparable(key))
			diag_error(e->map_type.key->start, "invalid map key type %s",
				   check_type_text(c, key));
		return done(e, type_map(key, check_type(c, e->map_type.value)));
	}
	case EX_CHAN_TYPE:
		return done(e,
			    type_chan(check_type(c, e->chan_type.elem), (ChanDir)e->chan_type.dir));
	case EX_INDEX: return generic(e);
	case EX_DOTS_TYPE: return done(e, type_slice(check_type(c, e->dots_type.x)));
	default:
		if (e->kind != EX_BAD)
			diag_error(e->start, "%s is not a type", check_text(e));
		return invalid(e);
	}
}

bool check_is_type(Checker *c, Expr *e)
{
	e = syntax_unparen(e);
	switch ((ExprKind)e->kind) {
	case EX_NAME: {
		Obj *o = scope_lookup_parent(c->scope, e->name, 0, NULL);
		return o && o->kind == O_TYPE;
	}
	case EX_SELECTOR: {
		if (e->selector.x->kind != EX_NAME)
			return false;
		Obj *p = scope_lookup_parent(c->scope, e->selector.x->name, 0, NULL);
		if (!p || p->kind != O_PKG || !p->imported)
			return false;
		Obj *o = scope_lookup(p->imported->scope, e->selector.sel->name);
		return o && o->kind == O_TYPE;
	}
	case EX_STAR: return check_is_type(c, e->star.x);
	case EX_ARRAY_TYPE:
	case EX_SLICE_TYPE:
	case EX_STRUCT_TYPE:
	case EX_FUNC_TYPE:
	case EX_INTERFACE_TYPE:
	case EX_MAP_TYPE:
	case EX_CHAN_TYPE:
	case EX_DOTS_TYPE: return true;
	default: return false;
	}
}

// Package.types grows by doubling.
static void add_defined(Package *p, Type *t)
{
	if ((p->ntypes & (p->ntypes - 1)) == 0) {
		Obj **types = NEW_ARRAY(types_arena, Obj *, p->ntypes ? 2 * p->ntypes : 1);
		for (int i = 0; i < p->ntypes; i++)
			types[i] = p->types[i];
		p->types = types;
	}
	p->types[p->ntypes++] = t->obj;
}

// Whether values of type t contain one of type `target`. Types found not to contain themselves need
// no second look; those still being declared are looked into when they are complete.
static bool contains(Type *t, Type *target, bool *incomplete)
{
	if (t == target)
		return true;
	switch (t->kind) {
	case T_NAMED:
		if (t->valid_state)
			return false;
		if (!t->underlying) {
			*incomplete = true;
			return false;
		}
		t->valid_state = 1;
		bool unfinished = false, found = contains(t->underlying, target, &unfinished);
		if (found || unfinished)
			t->valid_state = 0;
		*incomplete |= unfinished;
		return found;
	case T_ARRAY: return contains(t->elem, target, incomplete);
	case T_STRUCT:
		for (int i = 0; i < t->nfields; i++)
			if (contains(t->fields[i]->type, target, incomplete))
				return true;
		return false;
	default: return false;
	}
}

static void check_recursion(Type *t)
{
	bool incomplete = false;
	if (!contains(t->underlying, t, &incomplete))
		return;
	t->underlying = type_basic[T_INVALID];
	diag_error(t->obj->pos, "invalid recursive type %s", t->obj->name);
	diag_note(t->obj->pos, "%s refers to", t->obj->name);
	diag_note(t->obj->pos, "%s", t->obj->name);
}

// Declares the type that o stands for; o->type is set before what it is made of is looked at.
Obj *check_type_decl(Checker *c, Obj *o, Decl *d)
{
	if (d->type.type_params.len) {
		if (c->package->is_local)
			diag_unsupported(o->pos, "type parameters");
		o->type = type_basic[T_INVALID];
		return o;
	}
	if (d->type.alias) {
		o->is_alias = true;
		o->type = check_type(c, d->type.type);
		return o;
	}
	Type *t = type_new(T_NAMED);
	t->obj = o;
	o->type = t;
	d->obj = o;
	add_defined(c->package, t);
	if (!o->is_package_level) {
		uintptr_t n = (uintptr_t)map_get(&c->vargen, o->name) + 1;
		map_set(&c->vargen, o->name, n);
		t->vargen = (int)n;
	}
	Type *u = check_type(c, d->type.type);
	t->underlying = u;
	check_recursion(t);
	return o;
}
