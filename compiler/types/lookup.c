// Fields and methods: looking them up through embedded fields, method sets, implementation of
// interfaces.
#include <stdlib.h>

#include "types/checker.h"

typedef struct Candidate {
	Type *type;
	int *path;
	int npath;
	bool indirect;
	bool multiples; // the type occurs more than once at this depth
} Candidate;
typedef VEC(Candidate) CandidateList;

static bool same_member(const Obj *o, const Package *pkg, Str name)
{
	return o->name == name && (obj_is_exported(o) || o->pkg == pkg);
}

static Type *deref(Type *t, bool *pointer)
{
	*pointer = t->kind == T_POINTER;
	return *pointer ? t->elem : t;
}

static int *extend(const Candidate *c, int index)
{
	int *path = NEW_ARRAY(types_arena, int, c->npath + 1);
	for (int i = 0; i < c->npath; i++)
		path[i] = c->path[i];
	path[c->npath] = index;
	return path;
}

typedef struct Search {
	Package *pkg;
	Str name;
	Selection *found;
	bool ambiguous;
} Search;

static void take(Search *s, const Candidate *c, SelectionKind kind, Obj *o, int *path, int npath)
{
	if (s->found || c->multiples) {
		s->ambiguous = true;
		return;
	}
	s->found = NEW(types_arena, Selection);
	s->found->kind = kind;
	s->found->obj = o;
	s->found->path = path;
	s->found->npath = npath;
	s->found->indirect = c->indirect;
}

static void search_members(Search *s, const Candidate *c, CandidateList *next)
{
	Type *t = c->type;
	if (t->kind == T_NAMED) {
		check_collect_methods(t);
		for (int i = 0; i < t->nmethods; i++)
			if (same_member(t->methods[i], s->pkg, s->name)) {
				take(s, c, SEL_METHOD, t->methods[i], c->path, c->npath);
				return;
			}
	}
	Type *u = type_under(t);
	if (u->kind == T_INTERFACE) {
		Obj **methods;
		int n = type_interface_methods(u, &methods);
		for (int i = 0; i < n; i++)
			if (same_member(methods[i], s->pkg, s->name))
				take(s, c, SEL_METHOD, methods[i], c->path, c->npath);
	}
	if (u->kind != T_STRUCT)
		return;
	for (int i = 0; i < u->nfields; i++) {
		Obj *f = u->fields[i];
		if (same_member(f, s->pkg, s->name)) {
			take(s, c, SEL_FIELD, f, extend(c, i), c->npath + 1);
			continue;
		}
		if (!f->is_embedded)
			continue;
		bool pointer;
		Type *e = deref(f->type, &pointer);
		Candidate n = {e, extend(c, i), c->npath + 1, c->indirect || pointer, c->multiples};
		vec_push(types_arena, *next, n);
	}
}

// A type met twice at one depth is kept once and marked.
static void merge(CandidateList *list)
{
	uint32_t k = 0;
	for (uint32_t i = 0; i < list->len; i++) {
		uint32_t j = 0;
		while (j < k && list->data[j].type != list->data[i].type)
			j++;
		if (j < k)
			list->data[j].multiples = true;
		else
			list->data[k++] = list->data[i];
	}
	list->len = k;
}

static Selection *lookup(Type *t, Package *pkg, Str name, bool *ambiguous)
{
	*ambiguous = false;
	if (name == STR("_"))
		return NULL;
	bool pointer;
	Type *base = deref(t, &pointer);
	if (!pointer && t->kind == T_NAMED && type_under(t)->kind == T_POINTER) {
		base = type_under(t)->elem; // fields only
		pointer = true;
		if (type_under(base)->kind != T_STRUCT)
			return NULL;
	}
	if (pointer && type_is_interface(base))
		return NULL;
	Search s = {pkg, name, NULL, false};
	CandidateList current = {0};
	Candidate first = {base, NULL, 0, pointer, false};
	vec_push(types_arena, current, first);
	Map seen = map_make(types_arena);
	while (current.len && !s.found && !s.ambiguous) {
		CandidateList next = {0};
		for (uint32_t i = 0; i < current.len; i++) {
			Candidate *c = &current.data[i];
			if (c->type->kind == T_NAMED) {
				if (map_has(&seen, c->type))
					continue;
				map_set(&seen, c->type, c->type);
			}
			search_members(&s, c, &next);
		}
		merge(&next);
		current = next;
	}
	*ambiguous = s.ambiguous;
	if (!s.found || s.ambiguous)
		return NULL;
	if (s.found->kind == SEL_METHOD && t->kind == T_NAMED && type_under(t)->kind == T_POINTER)
		return NULL;
	s.found->recv = t;
	return s.found;
}

Selection *types_lookup(Type *t, Package *pkg, Str name)
{
	bool ambiguous;
	return lookup(t, pkg, name, &ambiguous);
}

bool types_is_ambiguous(Type *t, Package *pkg, Str name)
{
	bool ambiguous;
	lookup(t, pkg, name, &ambiguous);
	return ambiguous;
}

// ---- Order of methods: exported ones first, by name, then by package.

static int compare_methods(const Obj *a, const Obj *b)
{
	bool ea = obj_is_exported(a), eb = obj_is_exported(b);
	if (ea != eb)
		return ea ? -1 : 1;
	int order = strcmp(a->name, b->name);
	if (order || ea)
		return order;
	return strcmp(a->pkg ? a->pkg->path : "", b->pkg ? b->pkg->path : "");
}

static int order_objs(const void *x, const void *y)
{
	return compare_methods(*(Obj *const *)x, *(Obj *const *)y);
}

void check_sort_methods(Type *t)
{
	if (t->nmethods)
		qsort(t->methods, (size_t)t->nmethods, sizeof *t->methods, order_objs);
}

static int order_selections(const void *x, const void *y)
{
	return compare_methods((*(Selection *const *)x)->obj, (*(Selection *const *)y)->obj);
}

typedef VEC(Obj *) Objs;

static void add_method(Objs *list, Obj *m)
{
	for (uint32_t i = 0; i < list->len; i++)
		if (list->data[i]->name == m->name &&
		    (obj_is_exported(m) || list->data[i]->pkg == m->pkg))
			return;
	vec_push(types_arena, *list, m);
}

int type_interface_methods(Type *t, Obj ***methods)
{
	Type *u = type_under(t);
	if (!u->all_done) {
		u->all_done = true;
		Objs list = {0};
		for (int i = 0; i < u->nmethods; i++)
			add_method(&list, u->methods[i]);
		for (int i = 0; i < u->nembedded; i++) {
			if (!type_is_interface(u->embedded[i])) {
				if (type_under(u->embedded[i])->kind != T_INVALID)
					u->is_constraint = true;
				continue;
			}
			Obj **inner;
			int n = type_interface_methods(u->embedded[i], &inner);
			for (int j = 0; j < n; j++)
				add_method(&list, inner[j]);
			if (type_under(u->embedded[i])->is_constraint)
				u->is_constraint = true;
		}
		if (list.len)
			qsort(list.data, list.len, sizeof *list.data, order_objs);
		u->all_methods = list.data;
		u->nall_methods = (int)list.len;
	}
	if (methods)
		*methods = u->all_methods;
	return u->nall_methods;
}

// ---- Method sets.

// Names of all methods that t or what it embeds has.
static void collect_names(Type *t, Objs *names, Map *seen)
{
	bool pointer;
	t = deref(t, &pointer);
	if (map_has(seen, t))
		return;
	map_set(seen, t, t);
	if (t->kind == T_NAMED) {
		check_collect_methods(t);
		for (int i = 0; i < t->nmethods; i++)
			add_method(names, t->methods[i]);
	}
	Type *u = type_under(t);
	if (u->kind == T_INTERFACE) {
		Obj **methods;
		int n = type_interface_methods(u, &methods);
		for (int i = 0; i < n; i++)
			add_method(names, methods[i]);
	}
	for (int i = 0; u->kind == T_STRUCT && i < u->nfields; i++)
		if (u->fields[i]->is_embedded)
			collect_names(u->fields[i]->type, names, seen);
}

typedef struct MethodSet {
	Selection **methods;
	int n;
} MethodSet;

static Map method_sets; // canonical type -> MethodSet

int types_method_set(Type *t, Selection ***methods)
{
	if (!method_sets.arena)
		method_sets = map_make(types_arena);
	Type *key = type_canonical(t);
	MethodSet *set = map_get(&method_sets, key);
	if (!set) {
		set = NEW(types_arena, MethodSet);
		Objs names = {0};
		Map seen = map_make(types_arena);
		collect_names(t, &names, &seen);
		set->methods = NEW_ARRAY(types_arena, Selection *, names.len + 1);
		for (uint32_t i = 0; i < names.len; i++) {
			Selection *s = types_lookup(t, names.data[i]->pkg, names.data[i]->name);
			if (!s || s->kind != SEL_METHOD)
				continue;
			if (s->obj->is_ptr_recv && !s->indirect)
				continue;
			set->methods[set->n++] = s;
		}
		if (set->n)
			qsort(set->methods, (size_t)set->n, sizeof *set->methods, order_selections);
		map_set(&method_sets, key, set);
	}
	*methods = set->methods;
	return set->n;
}

// The method of t that implements m, or NULL.
static Obj *implementation(Type *t, Obj *m)
{
	Selection *s = types_lookup(t, m->pkg, m->name);
	if (!s || s->kind != SEL_METHOD || (s->obj->is_ptr_recv && !s->indirect))
		return NULL;
	return type_identical(s->obj->type, m->type) ? s->obj : NULL;
}

bool types_implements(Type *t, Type *iface)
{
	Obj **methods;
	int n = type_interface_methods(iface, &methods);
	for (int i = 0; i < n; i++)
		if (!implementation(t, methods[i]))
			return false;
	return true;
}

bool types_assignable_to(Type *from, Type *to)
{
	if (type_identical(from, to))
		return true;
	Type *u = type_under(from), *v = type_under(to);
	if (from->kind == T_UNTYPED_NIL)
		return type_has_nil(to);
	if (v->kind == T_INTERFACE)
		return types_implements(from, to);
	bool named = type_is_named(from) && type_is_named(to);
	if (!named && type_identical(u, v))
		return true;
	return u->kind == T_CHAN && v->kind == T_CHAN && u->dir == CHAN_BOTH && !named &&
	       type_identical(u->elem, v->elem);
}
