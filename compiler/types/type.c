// Types: construction, parts, predicates and identity.
//
// Two types are identical when their canonical types are the same pointer. The canonical type of a
// basic type is the one with the plain spelling (uint8 for byte), that of a defined type is itself,
// those of *T and []T hang on the canonical T. All others are hash-consed: the hash is made of the
// canonical parts, and the first type seen with given parts becomes the canonical one. Canonical
// types are found on demand, because a type literal may mention defined types whose declarations
// are not checked yet.
//
// Only through a defined type can a type contain itself, and defined types are compared by address.
// But an embedded one stands for its methods: in `type I interface{ F() interface{ I } }` the inner
// interface is a type literal that has itself as a result of its method. So interfaces are hashed
// by the names of their methods and compared part by part, without the canonical types of what is
// being compared; a pair that is met again is taken for identical (Amadio and Cardelli, Subtyping
// recursive types, 1993).
#include "types/checker.h"

__thread Arena *types_arena;
static Map consed; // hash -> canonical type, chained by hash_next
static uint32_t next_id;

Type *type_new(TypeKind kind)
{
	Type *t = NEW(types_arena, Type);
	t->kind = kind;
	t->size = -1;
	t->comparable = -1;
	t->id = ++next_id;
	return t;
}

void type_table_init(void)
{
	consed = map_make(types_arena);
}

Type *type_under(Type *t)
{
	while (t->kind == T_NAMED) {
		if (!t->underlying)
			return type_basic[T_INVALID];
		t = t->underlying;
	}
	return t;
}

// ---- Constructors.

Type *type_pointer(Type *elem)
{
	if (!elem->pointer_to) {
		Type *t = type_new(T_POINTER);
		t->elem = elem;
		elem->pointer_to = t;
	}
	return elem->pointer_to;
}

Type *type_slice(Type *elem)
{
	if (!elem->slice_of) {
		Type *t = type_new(T_SLICE);
		t->elem = elem;
		elem->slice_of = t;
	}
	return elem->slice_of;
}

Type *type_array(Type *elem, int64_t len)
{
	Type *t = type_new(T_ARRAY);
	t->elem = elem;
	t->len = len;
	return t;
}

Type *type_map(Type *key, Type *elem)
{
	Type *t = type_new(T_MAP);
	t->key = key;
	t->elem = elem;
	return t;
}

Type *type_chan(Type *elem, ChanDir dir)
{
	Type *t = type_new(T_CHAN);
	t->elem = elem;
	t->dir = dir;
	return t;
}

// The caller's list may be on its stack.
static Obj **copy_list(Obj **list, int n)
{
	Obj **copy = NEW_ARRAY(types_arena, Obj *, n + 1);
	if (n)
		memcpy(copy, list, sizeof *list * (size_t)n);
	return copy;
}

Type *type_tuple(Obj **vars, int n)
{
	Type *t = type_new(T_TUPLE);
	t->fields = copy_list(vars, n);
	t->nfields = n;
	return t;
}

Type *type_func(Obj *recv, Obj **params, int nparams, Obj **results, int nresults, bool variadic)
{
	Type *t = type_new(T_FUNC);
	t->recv = recv;
	t->params = copy_list(params, nparams);
	t->nparams = nparams;
	t->results = copy_list(results, nresults);
	t->nresults = nresults;
	t->variadic = variadic;
	return t;
}

Type *type_struct(Obj **fields, int nfields, Str *tags)
{
	Type *t = type_new(T_STRUCT);
	t->fields = copy_list(fields, nfields);
	t->nfields = nfields;
	t->tags = tags;
	return t;
}

Type *type_struct_of(Package *pkg, int n, const Str *names, Type *const *types)
{
	Obj **fields = NEW_ARRAY(types_arena, Obj *, n);
	for (int i = 0; i < n; i++) {
		fields[i] = obj_new(O_VAR, NO_POS, pkg, names[i], types[i]);
		fields[i]->is_field = true;
	}
	return type_struct(fields, n, NULL);
}

static Obj **unnamed_vars(int n, Type *const *types, bool results)
{
	Obj **vars = NEW_ARRAY(types_arena, Obj *, n);
	for (int i = 0; i < n; i++) {
		vars[i] = obj_new(O_VAR, NO_POS, NULL, STR(""), types[i]);
		vars[i]->is_param = !results;
		vars[i]->is_result = results;
	}
	return vars;
}

Type *type_func_of(int nparams, Type *const *params, int nresults, Type *const *results)
{
	return type_func(NULL, unnamed_vars(nparams, params, false), nparams,
			 unnamed_vars(nresults, results, true), nresults, false);
}

// ---- Parts.

Type *type_elem(Type *t)
{
	return type_under(t)->elem;
}
Type *type_key(Type *t)
{
	return type_under(t)->key;
}
int64_t type_len(Type *t)
{
	return type_under(t)->len;
}
int type_nfields(Type *t)
{
	return type_under(t)->nfields;
}
Obj *type_field(Type *t, int i)
{
	return type_under(t)->fields[i];
}
int type_nparams(Type *t)
{
	return type_under(t)->nparams;
}
Type *type_param(Type *t, int i)
{
	return type_under(t)->params[i]->type;
}
int type_nresults(Type *t)
{
	return type_under(t)->nresults;
}
Type *type_result(Type *t, int i)
{
	return type_under(t)->results[i]->type;
}

// ---- Predicates.

static bool kind_between(Type *t, TypeKind first, TypeKind last)
{
	TypeKind k = type_kind(t);
	return k >= first && k <= last;
}

bool type_is_boolean(Type *t)
{
	return type_kind(t) == T_BOOL || type_kind(t) == T_UNTYPED_BOOL;
}
bool type_is_unsigned(Type *t)
{
	return kind_between(t, T_UINT, T_UINTPTR);
}
bool type_is_signed(Type *t)
{
	return kind_between(t, T_INT, T_INT64) || kind_between(t, T_UNTYPED_INT, T_UNTYPED_RUNE);
}
bool type_is_integer(Type *t)
{
	return type_is_unsigned(t) || type_is_signed(t);
}
bool type_is_float(Type *t)
{
	return kind_between(t, T_FLOAT32, T_FLOAT64) || type_kind(t) == T_UNTYPED_FLOAT;
}
bool type_is_complex(Type *t)
{
	return kind_between(t, T_COMPLEX64, T_COMPLEX128) || type_kind(t) == T_UNTYPED_COMPLEX;
}
bool type_is_numeric(Type *t)
{
	return kind_between(t, T_INT, T_COMPLEX128) ||
	       kind_between(t, T_UNTYPED_INT, T_UNTYPED_COMPLEX);
}
bool type_is_string(Type *t)
{
	return type_kind(t) == T_STRING || type_kind(t) == T_UNTYPED_STRING;
}
bool type_is_untyped(Type *t)
{
	return t->kind >= T_UNTYPED_BOOL && t->kind <= T_UNTYPED_NIL;
}
bool type_is_const_type(Type *t)
{
	return kind_between(t, T_BOOL, T_STRING) ||
	       kind_between(t, T_UNTYPED_BOOL, T_UNTYPED_STRING);
}
bool type_is_interface(Type *t)
{
	return type_kind(t) == T_INTERFACE;
}
bool type_is_empty_interface(Type *t)
{
	return type_is_interface(t) && type_interface_methods(t, NULL) == 0;
}
bool type_is_pointer(Type *t)
{
	return type_kind(t) == T_POINTER;
}
bool type_is_struct(Type *t)
{
	return type_kind(t) == T_STRUCT;
}
bool type_is_named(Type *t)
{
	return t->kind == T_NAMED || t->kind <= T_UNTYPED_NIL;
}

bool type_has_nil(Type *t)
{
	switch (type_kind(t)) {
	case T_UNSAFE_POINTER:
	case T_UNTYPED_NIL:
	case T_SLICE:
	case T_POINTER:
	case T_FUNC:
	case T_INTERFACE:
	case T_MAP:
	case T_CHAN: return true;
	default: return false;
	}
}

bool type_is_ordered(Type *t)
{
	return (type_is_numeric(t) && !type_is_complex(t)) || type_is_string(t);
}

static bool compute_comparable(Type *u)
{
	switch (u->kind) {
	case T_SLICE:
	case T_MAP:
	case T_FUNC:
	case T_UNTYPED_NIL:
	case T_TUPLE: return false;
	case T_ARRAY: return type_is_comparable(u->elem);
	case T_STRUCT:
		for (int i = 0; i < u->nfields; i++)
			if (!type_is_comparable(u->fields[i]->type))
				return false;
		return true;
	default: return true;
	}
}

// Not cached: it may be asked while declarations are still incomplete. The answer is cached for
// finished types by the shallow cases, and arrays and structs nest only as deep as the source.
bool type_is_comparable(Type *t)
{
	Type *u = type_under(t);
	if (u->comparable >= 0)
		return u->comparable;
	u->comparable = 1; // an invalid recursive type ends here
	bool result = compute_comparable(u);
	u->comparable = -1;
	return result;
}

bool type_is_bytes(Type *t)
{
	return type_kind(t) == T_SLICE && type_kind(type_elem(t)) == T_UINT8;
}

bool type_is_runes(Type *t)
{
	return type_kind(t) == T_SLICE && type_kind(type_elem(t)) == T_INT32;
}

bool type_is_direct_iface(Type *t)
{
	Type *u = type_under(t);
	switch (u->kind) {
	case T_POINTER:
	case T_MAP:
	case T_CHAN:
	case T_FUNC:
	case T_UNSAFE_POINTER: return true;
	case T_ARRAY: return u->len == 1 && type_is_direct_iface(u->elem);
	case T_STRUCT: return u->nfields == 1 && type_is_direct_iface(u->fields[0]->type);
	default: return false;
	}
}

bool type_is_plain_memory(Type *t)
{
	Type *u = type_under(t);
	switch (u->kind) {
	case T_FLOAT32:
	case T_FLOAT64:
	case T_COMPLEX64:
	case T_COMPLEX128:
	case T_STRING:
	case T_INTERFACE:
	case T_SLICE:
	case T_MAP:
	case T_FUNC:
	case T_TUPLE: return false;
	case T_ARRAY: return u->len == 0 || type_is_plain_memory(u->elem);
	case T_STRUCT: {
		int64_t end = 0;
		for (int i = 0; i < u->nfields; i++) {
			Obj *f = u->fields[i];
			if (type_field_offset(u, i) != end || !strcmp(f->name, "_") ||
			    !type_is_plain_memory(f->type))
				return false;
			end += type_size(f->type);
		}
		return end == type_size(u);
	}
	default: return true;
	}
}

Type *type_default(Type *t)
{
	switch (t->kind) {
	case T_UNTYPED_BOOL: return type_basic[T_BOOL];
	case T_UNTYPED_INT: return type_basic[T_INT];
	case T_UNTYPED_RUNE: return type_rune;
	case T_UNTYPED_FLOAT: return type_basic[T_FLOAT64];
	case T_UNTYPED_COMPLEX: return type_basic[T_COMPLEX128];
	case T_UNTYPED_STRING: return type_basic[T_STRING];
	default: return t;
	}
}

// ---- Identity.

static uint64_t mix(uint64_t h, uint64_t v)
{
	h = (h ^ v) * 0x9e3779b97f4a7c15u;
	return h ^ h >> 29;
}

static uint64_t mix_type(uint64_t h, Type *t)
{
	return mix(h, type_canonical(t)->id);
}

// Identity of unexported names depends on the package.
static bool same_name(const Obj *a, const Obj *b)
{
	return a->name == b->name && (a->pkg == b->pkg || obj_is_exported(a));
}

static uint64_t hash_type(Type *t, Obj **methods, int nmethods)
{
	uint64_t h = mix(0, t->kind);
	switch (t->kind) {
	case T_ARRAY: return mix_type(mix(h, t->len), t->elem);
	case T_MAP: return mix_type(mix_type(h, t->key), t->elem);
	case T_CHAN: return mix_type(mix(h, t->dir), t->elem);
	case T_STRUCT:
	case T_TUPLE:
		for (int i = 0; i < t->nfields; i++)
			h = mix_type(mix(h, str_hash(t->fields[i]->name)), t->fields[i]->type);
		return h;
	case T_FUNC:
		h = mix(h, t->nparams * 2 + t->variadic);
		for (int i = 0; i < t->nparams; i++)
			h = mix_type(h, t->params[i]->type);
		for (int i = 0; i < t->nresults; i++)
			h = mix_type(h, t->results[i]->type);
		return h;
	default: // T_INTERFACE
		h = mix(h, t->is_comparable_constraint);
		for (int i = 0; i < nmethods; i++)
			// a method may mention the interface itself
			h = mix(h, str_hash(methods[i]->name));
		return h;
	}
}

// A comparison part by part: the pairs of types that it has met and not found different.
typedef struct Pairs {
	bool tags; // of structs count
	Map seen;  // a's id and b's
} Pairs;

static bool same_structure(Pairs *p, Type *a, Type *b);

static bool same_type(Pairs *p, Type *a, Type *b)
{
	if (a == b)
		return true;
	if (a->canonical && b->canonical && (p->tags || a->canonical == b->canonical))
		return a->canonical == b->canonical;
	if (a->kind != b->kind || a->kind == T_NAMED)
		return false;
	void **slot = map_slot_u64(&p->seen, (uint64_t)a->id << 32 | b->id);
	if (*slot)
		return true;
	*slot = p;
	return same_structure(p, a, b);
}

static bool same_vars(Pairs *p, Obj **a, Obj **b, int n)
{
	for (int i = 0; i < n; i++)
		if (!same_type(p, a[i]->type, b[i]->type))
			return false;
	return true;
}

static bool same_fields(Type *a, Type *b, bool tags)
{
	if (a->nfields != b->nfields)
		return false;
	for (int i = 0; i < a->nfields; i++) {
		Obj *f = a->fields[i], *g = b->fields[i];
		if (f->is_embedded != g->is_embedded || !same_name(f, g))
			return false;
		Str s = a->tags && a->tags[i] ? a->tags[i] : STR("");
		Str u = b->tags && b->tags[i] ? b->tags[i] : STR("");
		if (tags && s != u)
			return false;
	}
	return true;
}

static bool same_methods(Pairs *p, Type *a, Type *b)
{
	Obj **m, **n;
	int count = type_interface_methods(a, &m);
	if (count != type_interface_methods(b, &n) ||
	    a->is_comparable_constraint != b->is_comparable_constraint)
		return false;
	for (int i = 0; i < count; i++)
		if (!same_name(m[i], n[i]) || !same_type(p, m[i]->type, n[i]->type))
			return false;
	return true;
}

// Have a and b, of one kind and not defined types, identical parts?
static bool same_structure(Pairs *p, Type *a, Type *b)
{
	switch (a->kind) {
	case T_POINTER:
	case T_SLICE: return same_type(p, a->elem, b->elem);
	case T_ARRAY: return a->len == b->len && same_type(p, a->elem, b->elem);
	case T_MAP: return same_type(p, a->key, b->key) && same_type(p, a->elem, b->elem);
	case T_CHAN: return a->dir == b->dir && same_type(p, a->elem, b->elem);
	case T_STRUCT:
	case T_TUPLE:
		return same_fields(a, b, p->tags) && same_vars(p, a->fields, b->fields, a->nfields);
	case T_FUNC:
		return a->nparams == b->nparams && a->nresults == b->nresults &&
		       a->variadic == b->variadic &&
		       same_vars(p, a->params, b->params, a->nparams) &&
		       same_vars(p, a->results, b->results, a->nresults);
	case T_INTERFACE: return same_methods(p, a, b);
	default: return true; // a basic type's spellings
	}
}

static Type *cons(Type *t)
{
	Obj **methods = NULL;
	int nmethods = t->kind == T_INTERFACE ? type_interface_methods(t, &methods) : 0;
	uint64_t h = hash_type(t, methods, nmethods);
	for (Type *u = map_get_u64(&consed, h); u; u = u->hash_next) {
		Pairs pairs = {.tags = true, .seen = map_make(types_arena)};
		if (t->kind == u->kind && same_structure(&pairs, t, u))
			return u;
	}
	void **slot = map_slot_u64(&consed, h);
	t->hash_next = *slot;
	*slot = t;
	return t;
}

Type *type_canonical(Type *t)
{
	if (t->canonical)
		return t->canonical;
	Type *c;
	switch (t->kind) {
	case T_POINTER: c = type_pointer(type_canonical(t->elem)); break;
	case T_SLICE: c = type_slice(type_canonical(t->elem)); break;
	case T_ARRAY:
	case T_MAP:
	case T_CHAN:
	case T_STRUCT:
	case T_TUPLE:
	case T_FUNC:
	case T_INTERFACE: c = cons(t); break;
	case T_NAMED: c = t; break;
	default: c = type_basic[t->kind]; break;
	}
	c->canonical = c;
	return t->canonical = c;
}

bool type_identical(Type *a, Type *b)
{
	return a == b || type_canonical(a) == type_canonical(b);
}

bool type_identical_ignore_tags(Type *a, Type *b)
{
	Pairs pairs = {.tags = false, .seen = map_make(types_arena)};
	return type_identical(a, b) || same_type(&pairs, a, b);
}
