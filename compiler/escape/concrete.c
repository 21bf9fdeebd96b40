/*
 * Interface values that are always of the same type.
 *
 * `func New() Shape { return &square{} }` gives a *square whatever other shapes there are, and so
 * does what returns New's result. A call through such a value reaches one method. What a function
 * gives is what its return statements say, where nothing else can set its results: they have no
 * names. Nothing is known at first; each round over the functions finds what follows from what the
 * one before has found, so it is true at any time and the rounds can end after a few. Packages come
 * after those they import: most is known after the first.
 */
#include "escape/concrete.h"

typedef struct Returns { /* of a function with a result of interface type */
	const Func *func;
	NodeList list; /* its return statements */
	Type **types;  /* of its results; NULL: not known */
} Returns;

struct Concrete {
	Arena *arena;
	const Rta *rta;
	VEC(Returns *) funcs;
	Map returns; /* Func -> Returns */
};

static Type only_nil; /* stands for the type of a value that is always nil */

static Type *result_type(const Concrete *c, const Node *call, uint32_t i)
{
	Func *f = ir_static_callee(call);
	const Returns *r = f ? map_get(&c->returns, rta_body(c->rta, f)) : NULL;
	return r && i < r->func->results.len ? r->types[i] : NULL;
}

/* A variable that is set once. */
static Type *variable_type(const Concrete *c, const Node *n)
{
	const Var *v = n->var;
	if (v->class != VAR_LOCAL || v->is_closure_var || v->reassigned || v->address_taken ||
	    !v->defn || v->defn->op != OAS2FUNC)
		return NULL;
	const Node *defn = v->defn;
	for (uint32_t i = 0; i < defn->list.len; i++)
		if (defn->list.data[i] && defn->list.data[i]->op == ONAME &&
		    defn->list.data[i]->var == v)
			return result_type(c, defn->rlist.data[0], i);
	return NULL;
}

static Type *type_of(const Concrete *c, Node *n)
{
	enum { MAX_STEPS = 100 };
	for (int step = 0; step < MAX_STEPS; step++) {
		n = ir_static_value(n);
		if (!type_is_interface(n->type))
			return n->type;
		switch ((Op)n->op) {
		case ONIL: return &only_nil;
		case OPAREN:
		case OCONVIFACE: n = n->x; break;
		case ONAME: return variable_type(c, n);
		case OCALLFUNC:
		case OCALLMETH: return n->type->kind == T_TUPLE ? NULL : result_type(c, n, 0);
		default: return NULL;
		}
	}
	return NULL;
}

static Type *join(Type *a, Type *b)
{
	if (a == &only_nil)
		return b;
	if (b == &only_nil)
		return a;
	return a && b && type_canonical(a) == type_canonical(b) ? a : NULL;
}

typedef struct Search {
	Arena *arena;
	Returns *returns;
} Search;

static bool find_returns(void *ctx, Node **slot)
{
	Search *s = ctx;
	if ((*slot)->op == ORETURN)
		vec_push(s->arena, s->returns->list, *slot);
	return ir_each_child(*slot, find_returns, ctx);
}

/* Can only return statements set the results of f, and is one of them an interface? */
static bool is_simple(const Func *f)
{
	bool any = false;
	for (uint32_t i = 0; i < f->results.len; i++) {
		const Var *v = f->results.data[i];
		if (v->name && v->name[0] != '~')
			return false;
		any |= type_is_interface(v->type);
	}
	return any;
}

static void add(Concrete *c, Func *f)
{
	if (!f->has_body || !rta_reachable(c->rta, f) || !is_simple(f))
		return;
	Returns *r = NEW(c->arena, Returns);
	r->func = f;
	r->types = NEW_ARRAY(c->arena, Type *, f->results.len);
	Search s = {c->arena, r};
	for (uint32_t i = 0; i < f->body.len; i++)
		find_returns(&s, &f->body.data[i]);
	vec_push(c->arena, c->funcs, r);
	map_set(&c->returns, f, r);
}

/* True when something new is known. */
static bool look(const Concrete *c, Returns *r)
{
	bool found = false;
	for (uint32_t i = 0; i < r->func->results.len; i++) {
		if (r->types[i] || !type_is_interface(r->func->results.data[i]->type))
			continue;
		Type *t = &only_nil;
		for (uint32_t j = 0; j < r->list.len && t; j++) {
			const NodeList *values = &r->list.data[j]->list;
			bool plain = values->len == r->func->results.len;
			t = plain ? join(t, type_of(c, values->data[i])) : NULL;
		}
		r->types[i] = t;
		found |= t != NULL;
	}
	return found;
}

Concrete *concrete_collect(Arena *arena, const Rta *rta, const WholeProgram *program)
{
	enum { MAX_ROUNDS = 8 };
	Concrete *c = NEW(arena, Concrete);
	c->arena = arena;
	c->rta = rta;
	c->returns = map_make(arena);
	for (uint32_t i = 0; i < program->packages.len; i++)
		for (uint32_t j = 0; j < program->packages.data[i].ir->funcs.len; j++)
			add(c, program->packages.data[i].ir->funcs.data[j]);
	bool found = true;
	for (int round = 0; round < MAX_ROUNDS && found; round++) {
		found = false;
		for (uint32_t i = 0; i < c->funcs.len; i++)
			found |= look(c, c->funcs.data[i]);
	}
	return c;
}

Type *concrete_type(const Concrete *c, Node *n)
{
	Type *t = type_of(c, n);
	return t == &only_nil ? NULL : t;
}
