// The order in which package variables are initialised: in source order, each when all that its
// initialiser refers to, directly or through functions, is initialised; one that had to wait
// follows as soon as it can.
#include <stdlib.h>

#include "types/checker.h"

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

// Whether v waits, directly or not, for target.
static bool leads_to(Vertex *v, Vertex *target, Map *seen)
{
	for (uint32_t i = 0; i < v->waiters.len; i++) {
		Vertex *w = v->waiters.data[i];
		if (w == target)
			return true;
		if (w->done || map_has(seen, w))
			continue;
		map_set(seen, w, w);
		if (leads_to(w, target, seen))
			return true;
	}
	return false;
}

// Only what is on a cycle is at fault; what merely waits for it is initialised after it.
static void report_cycle(Order *order, Vertex *v)
{
	Map seen = map_make(types_arena);
	if (v->done || !leads_to(v, v, &seen))
		return;
	Obj *o = v->decl->lhs[0];
	diag_error(o->pos, "initialization loop for %s", o->name);
	initialise(order, v);
	flush_ready(order);
}

void check_init_order(Package *p, InitDecls *decls)
{
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
	for (uint32_t i = 0; i < decls->len; i++)
		report_cycle(&order, &vertices[i]);
	p->init_order = order.out.data;
	p->ninit_order = (int)order.out.len;
}
