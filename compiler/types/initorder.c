// The order in which package variables are initialised: in source order, each when all that its
// initialiser refers to, directly or through functions, is initialised; one that had to wait
// follows as soon as it can. A variable without an initial value takes its turn like the others.
#include <stdlib.h>

#include "types/checker.h"

typedef VEC(Obj *) Objs;

typedef struct Vertex {
	InitDecl *decl;
	uint32_t index;
	uint32_t waiting; // initialisers it waits for
	VEC(struct Vertex *) waiters;
	bool passed, done;
} Vertex;

typedef struct Order {
	Map vertices;        // InitDecl -> Vertex
	VEC(Vertex *) ready; // earlier in the source than the current one
	InitDecls out;
} Order;

// Initialisers that the objects lead to; functions are gone through.
static void gather(Order *order, Deps *deps, Map *seen, Map *targets)
{
	for (uint32_t i = 0; deps && i < deps->objs.count; i++) {
		Obj *o = deps->objs.entries[i].value;
		if (map_has(seen, o))
			continue;
		map_set(seen, o, o);
		if (o->kind == O_FUNC) {
			gather(order, o->deps, seen, targets);
		} else if (o->init) {
			Vertex *v = map_get(&order->vertices, o->init);
			if (v)
				map_set(targets, v, v);
		}
	}
}

static void initialise(Order *order, Vertex *v)
{
	v->done = true;
	vec_push(types_arena, order->out, v->decl);
	for (uint32_t i = 0; i < v->waiters.len; i++) {
		Vertex *w = v->waiters.data[i];
		if (--w->waiting == 0 && w->passed && !w->done)
			vec_push(types_arena, order->ready, w);
	}
}

static void flush_ready(Order *order)
{
	while (order->ready.len) {
		uint32_t first = 0;
		for (uint32_t i = 1; i < order->ready.len; i++)
			if (order->ready.data[i]->index < order->ready.data[first]->index)
				first = i;
		Vertex *v = order->ready.data[first];
		order->ready.data[first] = vec_last(order->ready);
		order->ready.len--;
		initialise(order, v);
	}
}

// ---- Cycles
//
// gc's way to find them, so that the same ones are told: objects in the order of how many constants
// and variables they wait for; one that waits although it comes next lies on a cycle, or waits for
// one.

typedef struct Waiter {
	Obj *o;
	Objs needs; // constants and variables it needs, directly or through functions
	Objs needed_by;
	uint32_t waiting;
	bool done;
} Waiter;

static void needed_values(Deps *deps, Map *seen, Objs *out)
{
	for (uint32_t i = 0; deps && i < deps->objs.count; i++) {
		Obj *o = deps->objs.entries[i].value;
		if (map_has(seen, o))
			continue;
		map_set(seen, o, o);
		if (o->kind == O_FUNC)
			needed_values(o->deps, seen, out);
		else
			vec_push(types_arena, *out, o);
	}
}

static int by_order(const void *x, const void *y)
{
	const Obj *a = *(Obj *const *)x, *b = *(Obj *const *)y;
	return a->order < b->order ? -1 : a->order > b->order;
}

// A way from `from` to `to`, its last object first; false: there is none.
static bool find_path(Obj *from, Obj *to, Map *seen, Objs *path)
{
	if (!from->deps || map_has(seen, from))
		return false;
	map_set(seen, from, from);
	Objs deps = {0};
	for (uint32_t i = 0; i < from->deps->objs.count; i++)
		vec_push(types_arena, deps, from->deps->objs.entries[i].value);
	if (deps.len)
		qsort(deps.data, deps.len, sizeof *deps.data, by_order);
	for (uint32_t i = 0; i < deps.len; i++)
		if (deps.data[i] == to || find_path(deps.data[i], to, seen, path)) {
			vec_push(types_arena, *path, deps.data[i]);
			return true;
		}
	return false;
}

static void report_cycle(Checker *c, Obj *o)
{
	Objs path = {0};
	Map seen = map_make(types_arena);
	if (!find_path(o, o, &seen, &path))
		return;
	check_error_at(c, o->pos, "initialization loop for %s", o->name);
	diag_note(o->pos, "%s refers to", o->name);
	for (uint32_t i = path.len - 1; i > 0; i--)
		diag_note(path.data[i]->pos, "%s refers to", path.data[i]->name);
	diag_note(o->pos, "%s", o->name);
}

static void make_waiters(Package *p, Map *waiters)
{
	for (int i = 0; i < p->nobjs; i++) {
		Obj *o = p->objs[i];
		if (o->kind != O_CONST && o->kind != O_VAR)
			continue;
		Waiter *w = NEW(types_arena, Waiter);
		w->o = o;
		map_set(waiters, o, w);
	}
	for (uint32_t i = 0; i < waiters->count; i++) {
		Waiter *w = waiters->entries[i].value;
		Map seen = map_make(types_arena);
		needed_values(w->o->deps, &seen, &w->needs);
		for (uint32_t k = 0; k < w->needs.len; k++) {
			Waiter *other = map_get(waiters, w->needs.data[k]);
			if (!other)
				continue;
			w->waiting++;
			vec_push(types_arena, other->needed_by, w->o);
		}
	}
}

static void finish(Map *waiters, Waiter *first)
{
	VEC(Waiter *) ready = {0};
	vec_push(types_arena, ready, first);
	while (ready.len) {
		Waiter *w = ready.data[--ready.len];
		w->done = true;
		for (uint32_t i = 0; i < w->needed_by.len; i++) {
			Waiter *other = map_get(waiters, w->needed_by.data[i]);
			if (--other->waiting == 0 && !other->done)
				vec_push(types_arena, ready, other);
		}
	}
}

static void report_cycles(Checker *c)
{
	Map waiters = map_make(types_arena);
	make_waiters(c->package, &waiters);
	for (uint32_t i = 0; i < waiters.count; i++) {
		Waiter *w = waiters.entries[i].value;
		if (!w->done && !w->waiting)
			finish(&waiters, w);
	}
	for (;;) {
		Waiter *next = NULL;
		for (uint32_t i = 0; i < waiters.count; i++) {
			Waiter *w = waiters.entries[i].value;
			if (!w->done && (!next || w->waiting < next->waiting))
				next = w;
		}
		if (!next || diag_current()->too_many)
			return;
		report_cycle(c, next->o);
		finish(&waiters, next);
	}
}

// ---- The order

void check_init_order(Checker *c, InitDecls *decls)
{
	Package *p = c->package;
	Order order = {.vertices = map_make(types_arena)};
	Vertex *vertices = NEW_ARRAY(types_arena, Vertex, decls->len + 1);
	for (uint32_t i = 0; i < decls->len; i++) {
		vertices[i].decl = decls->data[i];
		vertices[i].index = i;
		map_set(&order.vertices, decls->data[i], &vertices[i]);
	}
	for (uint32_t i = 0; i < decls->len; i++) {
		Map seen = map_make(types_arena), targets = map_make(types_arena);
		for (int j = 0; j < decls->data[i]->nlhs; j++)
			gather(&order, decls->data[i]->lhs[j]->deps, &seen, &targets);
		for (uint32_t j = 0; j < targets.count; j++) {
			Vertex *t = targets.entries[j].value;
			vec_push(types_arena, t->waiters, &vertices[i]);
			vertices[i].waiting++;
		}
	}
	for (uint32_t i = 0; i < decls->len; i++) {
		vertices[i].passed = true;
		if (vertices[i].waiting == 0)
			initialise(&order, &vertices[i]);
		flush_ready(&order);
	}
	if (c->value_cycle || order.out.len != decls->len)
		report_cycles(c);
	p->init_order = order.out.data;
	p->ninit_order = (int)order.out.len;
}
