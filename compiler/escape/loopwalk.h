/*
 * Private to escape/: a walk over a function that knows how many loops are around (loopwalk.c).
 */
#ifndef BURROW_ESCAPE_LOOPWALK_H
#define BURROW_ESCAPE_LOOPWALK_H

#include "ir/ir.h"

typedef struct LoopWalk {
	bool (*visit)(void *ctx, Node **slot); /* called for each child; its answer is not used */
	void *ctx;
	int depth;  /* of loops around what is visited; 0: none */
	Map labels; /* Label -> seen (1), jumped back to (2) */
} LoopWalk;

/* Begins the walk over f; tables are made in the arena. */
void loopwalk_begin(LoopWalk *w, Arena *arena, const Func *f);
/* Visits the children of n in the order of the text, each with the depth that it has. */
void loopwalk_children(LoopWalk *w, Node *n);
/* Visits the nodes of a list, at the depth that labels before have led to. */
void loopwalk_list(LoopWalk *w, const NodeList *list);

#endif
