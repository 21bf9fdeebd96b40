// Type declarations: objects that are being resolved, cycles among them, and the checks that wait
// until all types are complete.
#include "types/checker.h"

enum { WHITE, BLACK, GREY }; // Obj.color: GREY + its place on the path of objects being resolved

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

// ---- Cycles

void check_push(Checker *c, Obj *o)
{
	o->color = (uint8_t)GREY;
	vec_push(types_arena, c->path, o);
}

void check_pop(Checker *c, Obj *o)
{
	o->color = BLACK;
	c->path.len--;
	check_run_later(c);
}

// "X refers to Y ... refers to X", from the first in the source on.
static void report_cycle(Checker *c, Obj *const *cycle, uint32_t n)
{
	uint32_t first = 0;
	for (uint32_t i = 1; i < n; i++)
		if (pos_before(cycle[i]->pos, cycle[first]->pos))
			first = i;
	Obj *o = cycle[first];
	check_error_at(c, o->pos,
		       o->kind == O_TYPE ? "invalid recursive type %s"
					 : "illegal cycle in declaration of %s",
		       o->name);
	for (uint32_t i = 0; i < n; i++)
		diag_note(cycle[(first + i) % n]->pos, "%s refers to",
			  cycle[(first + i) % n]->name);
	diag_note(o->pos, "%s", o->name);
}

static bool is_alias(const Obj *o)
{
	return o->is_alias || (o->info && o->info->decl && o->info->decl->kind == DECL_TYPE &&
			       o->info->decl->type.alias);
}

bool check_cycle(Checker *c, Obj *o)
{
	uint32_t start = c->path.len;
	while (start > 0 && c->path.data[start - 1] != o)
		start--;
	if (!start)
		return true;
	uint32_t n = c->path.len - --start, values = 0, types = 0;
	for (uint32_t i = start; i < c->path.len; i++) {
		const Obj *p = c->path.data[i];
		values += p->kind == O_CONST || p->kind == O_VAR;
		types += p->kind == O_TYPE && !is_alias(p);
	}
	// Cycles of values alone are found with the order of initialisation.
	if (values == n || (!values && types)) {
		c->value_cycle |= values > 0;
		return true;
	}
	report_cycle(c, c->path.data + start, n);
	return false;
}

typedef VEC(Obj *) Objs;

// Whether t is complete without itself; nest is what contains it, from the outermost on.
static bool valid_type(Checker *c, Type *t, Objs *nest)
{
	switch (t->kind) {
	case T_ARRAY: return valid_type(c, t->elem, nest);
	case T_STRUCT:
		for (int i = 0; i < t->nfields; i++)
			if (!valid_type(c, t->fields[i]->type, nest))
				return false;
		return true;
	case T_INTERFACE:
		for (int i = 0; i < t->nembedded; i++)
			if (!valid_type(c, t->embedded[i], nest))
				return false;
		return true;
	case T_NAMED: break;
	default: return true;
	}
	if (t->valid_state || !t->underlying || t->obj->pkg != c->package)
		return true;
	if (t->underlying->kind == T_INVALID)
		return false;
	for (uint32_t i = 0; i < nest->len; i++)
		if (nest->data[i] == t->obj) {
			report_cycle(c, nest->data + i, nest->len - i);
			t->underlying = type_basic[T_INVALID];
			return false;
		}
	vec_push(types_arena, *nest, t->obj);
	bool valid = valid_type(c, t->underlying, nest);
	nest->len--;
	t->valid_state = valid;
	return valid;
}

// `type A B; type B A`: what is named has no underlying type.
static bool is_circular(Checker *c, Type *t)
{
	Objs cycle = {0};
	for (Type *u = t; u && u->kind == T_NAMED; u = u->underlying) {
		if (u == t && cycle.len) {
			report_cycle(c, cycle.data, cycle.len);
			return true;
		}
		vec_push(types_arena, cycle, u->obj);
	}
	return false;
}

// ---- Later checks

static void check_embedded(Checker *c, const Later *l)
{
	bool pointer = l->t->kind == T_POINTER;
	Type *u = type_under(pointer ? l->t->elem : l->t);
	if (u->kind == T_UNSAFE_POINTER)
		check_error_at(c, l->pos, "embedded field type cannot be unsafe.Pointer");
	else if (u->kind == T_POINTER)
		check_error_at(c, l->pos, "embedded field type cannot be a pointer");
	else if (u->kind == T_INTERFACE && pointer)
		check_error_at(c, l->pos,
			       "embedded field type cannot be a pointer to an interface");
}

// A receiver is T or *T with T defined in this package, neither pointer nor interface.
static void check_receiver(Checker *c, const Later *l)
{
	Type *t = l->t->kind == T_POINTER ? l->t->elem : l->t;
	const char *text = check_type_text(c, t);
	if (t->kind == T_INVALID)
		return;
	if (t->kind == T_NAMED && t->obj->pkg == c->package) {
		TypeKind k = type_kind(t);
		if (k == T_POINTER || k == T_INTERFACE)
			check_error_at(c, l->pos,
				       "invalid receiver type %s (pointer or interface type)",
				       text);
		else if (k == T_UNSAFE_POINTER)
			check_error_at(c, l->pos, "invalid receiver type %s (unsafe.Pointer)",
				       text);
	} else if (t->kind == T_NAMED || t->kind <= T_UNSAFE_POINTER) {
		check_error_at(c, l->pos, "cannot define new methods on non-local type %s", text);
	} else {
		check_error_at(c, l->pos, "invalid receiver type %s", check_type_text(c, l->t));
	}
}

static void check_variable(Checker *c, const Later *l)
{
	Type *u = type_under(l->t);
	if (u->kind != T_INTERFACE || (c->config->lang_minor && c->config->lang_minor < 18))
		return; // an older language has no constraints: an error in themselves
	type_interface_methods(u, NULL);
	if (u->is_constraint || u->is_comparable_constraint)
		check_error_at(c, l->pos,
			       "cannot use type %s outside a type constraint: interface %s",
			       check_type_text(c, l->t),
			       u->is_comparable_constraint ? "is (or embeds) comparable"
							   : "contains type constraints");
}

// A method of an interface and where it comes from: its declaration, or the embedded type.
typedef struct Origin {
	Obj *method;
	Pos pos;
} Origin;

static void unique_method(Checker *c, Map *seen, Obj *m, Pos pos, bool written)
{
	Origin *old = map_get(seen, m->name);
	if (!old) {
		old = NEW(types_arena, Origin);
		*old = (Origin){m, pos};
		map_set(seen, m->name, old);
		return;
	}
	if (!written && !check_older(c, 14) && type_identical(old->method->type, m->type))
		return;
	check_error_at(c, pos, "duplicate method %s", m->name);
	diag_note(old->pos, "other declaration of %s", m->name);
}

static void check_methods(Checker *c, const Later *l)
{
	Map seen = map_make(types_arena);
	for (int i = 0; i < l->t->nmethods; i++)
		unique_method(c, &seen, l->t->methods[i], l->t->methods[i]->pos, true);
	for (int i = 0; i < l->t->nembedded; i++) {
		Obj **methods;
		Type *t = l->t->embedded[i];
		int lang = c->config->lang_minor;
		if (!type_is_interface(t)) {
			if (lang && lang < 18 && type_under(t)->kind != T_INVALID)
				check_error_at(c, l->t->embedded_pos[i],
					       "embedding non-interface type %s requires go1.18 or "
					       "later (-lang was set to go1.%d; check go.mod)",
					       check_type_text(c, t), lang);
			continue;
		}
		int n = type_interface_methods(l->t->embedded[i], &methods);
		for (int j = 0; j < n; j++)
			unique_method(c, &seen, methods[j], l->t->embedded_pos[i], false);
	}
}

static void run(Checker *c, const Later *l)
{
	Objs nest = {0};
	switch (l->kind) {
	case LATER_MAP_KEY:
		if (type_under(l->t)->kind != T_INVALID && !type_is_comparable(l->t))
			check_error(c, l->e, "invalid map key type %s", check_type_text(c, l->t));
		break;
	case LATER_EMBEDDED: check_embedded(c, l); break;
	case LATER_RECEIVER: check_receiver(c, l); break;
	case LATER_VARIABLE: check_variable(c, l); break;
	case LATER_RECURSION: valid_type(c, l->t, &nest); break;
	case LATER_METHODS: check_methods(c, l); break;
	}
}

void check_later(Checker *c, LaterKind kind, const Expr *e, Pos pos, Type *t)
{
	Later l = {.kind = kind, .e = e, .pos = pos, .t = t};
	if (c->path.len)
		vec_push(types_arena, c->later, l);
	else
		run(c, &l);
}

// Recursion first: the other checks look into types.
void check_run_later(Checker *c)
{
	if (c->path.len)
		return;
	Pos error_pos = c->error_pos;
	c->error_pos = NO_POS;
	for (uint32_t i = 0; i < c->later.len; i++)
		if (c->later.data[i].kind == LATER_RECURSION)
			run(c, &c->later.data[i]);
	for (uint32_t i = 0; i < c->later.len; i++)
		if (c->later.data[i].kind != LATER_RECURSION)
			run(c, &c->later.data[i]);
	c->later.len = 0;
	c->error_pos = error_pos;
}

// ---- Declarations

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
	Pos where = c->where;
	c->where = o->pos;
	Type *t = type_new(T_NAMED);
	t->obj = o;
	o->type = t;
	d->obj = o;
	add_defined(c->package, t);
	if (!o->is_package_level)
		t->vargen = ++c->local_types;
	t->underlying = check_type(c, d->type.type);
	c->where = where;
	if (is_circular(c, t))
		t->underlying = type_basic[T_INVALID];
	check_later(c, LATER_RECURSION, NULL, o->pos, t);
	return o;
}
