/* Private to escape/: the location graph as the solver wants it. */
#ifndef BURROW_ESCAPE_FLOWGRAPH_H
#define BURROW_ESCAPE_FLOWGRAPH_H

#include "escape/private.h"

/* An edge between knots. As an in-edge: `other` flows here; as an out-edge: this flows to
 * `other`. */
typedef struct Link {
	uint32_t other; /* a knot */
	int32_t derefs;
	uint32_t loc; /* derefs -1: number of the location whose address it is */
} Link;

typedef struct Links {   /* of all knots, one after the other */
	uint32_t *first; /* knot -> its first link; knots + 1 entries */
	Link *data;
} Links;

/*
 * Locations that copy to each other in a circle, by edges of weight 0, are one knot: a root is
 * equally far from all of them. `order` never falls along a flow, and in-edges are sorted by
 * falling, out-edges by rising order of the other end, so that a search for something known to lie
 * in a range of orders can stop early.
 */
typedef struct FlowGraph {
	Arena *arena;
	uint32_t nlocs; /* Batch.locs, and the heap as the last */
	Loc **locs;
	uint32_t nknots;
	uint32_t *knot; /* location -> knot */
	/* knot -> place in a topological order of the strongly connected components */
	uint32_t *order;
	Links in, out;
	/* location -> the knots that its address flows to: first and entries, as in Links */
	uint32_t *address_first, *address_knot;
} FlowGraph;

FlowGraph flow_graph(Batch *b, Arena *arena);

#endif
