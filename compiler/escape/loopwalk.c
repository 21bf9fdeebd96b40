/*
 * Loops are the for and range statements, and whatever follows a label that a goto further down
 * jumps back to, to the end of its block.
 */
#include "escape/loopwalk.h"

static bool find_loops(void *ctx, Node **slot)
{
	LoopWalk *w = ctx;
	Node *n = *slot;
	if (n->op == OLABEL)
		map_set(&w->labels, n->label, 1);
	else if (n->op == OGOTO && map_has(&w->labels, n->label))
		map_set(&w->labels, n->label, 2);
	return ir_each_child(n, find_loops, w);
}

void loopwalk_begin(LoopWalk *w, Arena *arena, const Func *f)
{
	w->depth = 0;
	w->labels = map_make(arena);
	for (uint32_t i = 0; i < f->body.len; i++)
		find_loops(w, &f->body.data[i]);
}

void loopwalk_list(LoopWalk *w, const NodeList *list)
{
	for (uint32_t i = 0; i < list->len; i++)
		if (list->data[i])
			w->visit(w->ctx, &list->data[i]);
}

static void one(LoopWalk *w, Node **slot)
{
	if (*slot)
		w->visit(w->ctx, slot);
}

static void block(LoopWalk *w, const NodeList *list)
{
	int depth = w->depth;
	loopwalk_list(w, list);
	w->depth = depth;
}

static void loop(LoopWalk *w, Node *n)
{
	loopwalk_list(w, &n->init);
	if (n->op == ORANGE)
		one(w, &n->z);
	w->depth++;
	one(w, &n->x);
	one(w, &n->y);
	loopwalk_list(w, &n->els);
	block(w, &n->body);
	w->depth--;
}

void loopwalk_children(LoopWalk *w, Node *n)
{
	switch ((Op)n->op) {
	case OFOR:
	case ORANGE: loop(w, n); return;
	case OIF:
		loopwalk_list(w, &n->init);
		one(w, &n->x);
		block(w, &n->body);
		block(w, &n->els);
		return;
	case OCASE:
		one(w, &n->x);
		loopwalk_list(w, &n->list);
		block(w, &n->body);
		return;
	case OLABEL:
		if (map_get(&w->labels, n->label) == (void *)2)
			w->depth++;
		return;
	default: ir_each_child(n, w->visit, w->ctx); return;
	}
}
