/*
 * Visits the functions of a package bottom-up: what a function refers to comes before it, and
 * functions that refer to each other come together (R. Tarjan, Depth-first search and linear graph
 * algorithms, 1972). A function literal always comes with the function it is written in. The order
 * is gc's: roots in source order, references in the order of the tree.
 */
#include "ir/ir.h"

typedef struct Visitor {
	IrPackage *package;
	Arena *arena;
	Map ids; /* Func -> number of the visit; DONE once its component is complete */
	uint32_t next;
	FuncList stack;
	void (*analyze)(void *ctx, Func **funcs, uint32_t n, bool recursive);
	void *ctx;
} Visitor;

static const uint32_t DONE = UINT32_MAX;

typedef struct Walk {
	Visitor *visitor;
	uint32_t low;
} Walk;

static uint32_t visit_func(Visitor *v, Func *f);

static bool visit_node(void *ctx, Node **slot)
{
	Walk *w = ctx;
	Node *n = *slot;
	bool reference = n->op == OFUNCNAME || n->op == OCLOSURE || n->op == ODOTMETH ||
			 n->op == OMETHEXPR || n->op == OMETHVALUE;
	if (reference && n->func) {
		uint32_t low = visit_func(w->visitor, n->func);
		if (low < w->low)
			w->low = low;
	}
	return ir_each_child(n, visit_node, ctx);
}

static void complete(Visitor *v, Func *f, bool recursive)
{
	uint32_t i = v->stack.len;
	do
		map_set(&v->ids, v->stack.data[--i], DONE);
	while (v->stack.data[i] != f);
	/* The analysis may visit nothing new, but the stack must be its own. */
	uint32_t n = v->stack.len - i;
	v->stack.len = i;
	v->analyze(v->ctx, v->stack.data + i, n, recursive);
}

bool ir_is_hidden_closure(const Func *f)
{
	return f->closure && f->outer && !f->outer->is_init;
}

static uint32_t visit_func(Visitor *v, Func *f)
{
	uint32_t id = (uint32_t)(uintptr_t)map_get(&v->ids, f);
	if (id)
		return id;
	if (f->package != v->package)
		return DONE;
	id = ++v->next;
	map_set(&v->ids, f, id);
	vec_push(v->arena, v->stack, f);
	Walk w = {.visitor = v, .low = ++v->next};
	for (uint32_t i = 0; i < f->body.len; i++)
		visit_node(&w, &f->body.data[i]);
	if ((w.low == id || w.low == id + 1) && !ir_is_hidden_closure(f))
		complete(v, f, w.low == id);
	return w.low;
}

void ir_visit_bottom_up(IrPackage *package,
			void (*analyze)(void *ctx, Func **funcs, uint32_t n, bool recursive),
			void *ctx)
{
	Arena *arena = arena_new();
	Visitor v = {.package = package,
		     .arena = arena,
		     .ids = map_make(arena),
		     .analyze = analyze,
		     .ctx = ctx};
	FuncList roots = {0};
	uint32_t d = 0;
	for (uint32_t i = 0; i < package->funcs.len; i++) {
		Func *f = package->funcs.data[i];
		for (; d < package->declared.len &&
		       (f->is_init || package->declared.data[d]->pos < f->pos);
		     d++)
			vec_push(arena, roots, package->declared.data[d]);
		vec_push(arena, roots, f);
	}
	for (; d < package->declared.len; d++)
		vec_push(arena, roots, package->declared.data[d]);
	for (uint32_t i = 0; i < roots.len; i++)
		if (!ir_is_hidden_closure(roots.data[i]))
			visit_func(&v, roots.data[i]);
	arena_free(arena);
}
