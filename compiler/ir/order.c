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
	uint32_t next;    /* number of the visit; a function's is in Func.visit */
	FuncList visited; /* all of them */
	FuncList stack;
	void (*analyze)(void *ctx, Func **funcs, uint32_t n, bool recursive);
	void *ctx;
} Visitor;

static const uint32_t DONE = UINT32_MAX; /* Func.visit once its component is complete */

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
		v->stack.data[--i]->visit = DONE;
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
	if (f->visit)
		return f->visit;
	if (f->package != v->package)
		return DONE;
	uint32_t id = ++v->next;
	f->visit = id;
	vec_push(v->arena, v->visited, f);
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
	Visitor v = {.package = package, .arena = arena, .analyze = analyze, .ctx = ctx};
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
	for (uint32_t i = 0; i < v.visited.len; i++)
		v.visited.data[i]->visit = 0;
	arena_free(arena);
}
