/*
 * Solving: from each location backwards along the edges, as in Bellman and Ford's algorithm, with
 * the least number of dereferences on the way. Negative counts ("the address of") become 0 before
 * the next edge: the address of a variable flows on, its value does not. A location found to need
 * the heap is walked from again, because what flows into it now flows to the heap.
 */
#include "escape/private.h"

static void leak(Loc *param, const Loc *to, int derefs)
{
	int i = !to->escapes && to->result >= 0 && to->result < TAG_RESULTS &&
				to->func == param->func
			? to->result + 1
			: 0;
	if (param->leaks[i] < 0 || derefs < param->leaks[i])
		param->leaks[i] = derefs;
}

static void enqueue(Batch *b, LocList *queue, Loc *l)
{
	if (l->queued)
		return;
	l->queued = true;
	vec_push(b->arena, *queue, l);
}

static void walk_one(Batch *b, LocList *queue, LocList *todo, Loc *root, uint32_t walk)
{
	root->walk = walk;
	root->derefs = 0;
	todo->len = 0;
	vec_push(b->arena, *todo, root);
	while (todo->len) {
		Loc *l = vec_pop(*todo);
		int derefs = l->derefs;
		bool address = derefs < 0;
		if (address)
			derefs = 0;
		if (outlives(b, root, l)) {
			if (l->is_param)
				leak(l, root, derefs);
			if (address && !l->escapes) {
				l->escapes = true;
				enqueue(b, queue, l);
				continue;
			}
		}
		for (uint32_t i = 0; i < l->edges.len; i++) {
			Loc *src = l->edges.data[i].src;
			int d = derefs + l->edges.data[i].derefs;
			if (src->escapes || (src->walk == walk && src->derefs <= d))
				continue;
			src->walk = walk;
			src->derefs = d;
			vec_push(b->arena, *todo, src);
		}
	}
}

void solve(Batch *b)
{
	LocList queue = {0}, todo = {0};
	uint32_t walk = 0;
	for (uint32_t i = 0; i < b->locs.len; i++)
		enqueue(b, &queue, b->locs.data[i]);
	enqueue(b, &queue, &b->heap);
	while (queue.len) {
		Loc *root = vec_pop(queue);
		root->queued = false;
		walk_one(b, &queue, &todo, root, ++walk);
	}
}
