/* Private to escape/: the state of the solver (solve.c, region.c). */
#ifndef BURROW_ESCAPE_SOLVE_H
#define BURROW_ESCAPE_SOLVE_H

#include "escape/flowgraph.h"

enum { FAR = INT32_MAX / 2, MAX_BUCKET = 63 /* and above */ };

typedef struct BucketEntry {
	uint32_t knot, owner;
	int distance; /* when it was put in; stale when the knot's has fallen since */
} BucketEntry;

typedef struct Nearest { /* distance from a result of function number `owner` */
	int distance;
	uint32_t owner;
} Nearest;

typedef struct FuncLocs { /* a function of the group */
	const Func *func;
	VEC(uint32_t) locs; /* its locations */
	int depth;          /* the greatest of theirs */
} FuncLocs;

typedef struct Solver {
	Batch *batch;
	Arena *arena;
	FlowGraph g;
	bool *is_source;       /* knot -> something in it is on the heap */
	int *heap;             /* knot -> least distance from the heap */
	Nearest (*results)[2]; /* knot -> from results of two functions, nearest first */
	VEC(FuncLocs) funcs;
	Map func_numbers;             /* Func -> number + 1 */
	VEC(uint32_t) called_results; /* results of literals called in place */
	VEC(uint32_t) pending;
	/* of the region at hand: knots that carry its number, and distances in it */
	uint32_t region_number;
	uint32_t *region;
	int *distance;
	VEC(uint32_t) members;
	VEC(BucketEntry) buckets[MAX_BUCKET + 1];
	uint32_t lowest; /* no bucket before it has entries */
	uint32_t queued; /* in all buckets */
} Solver;

void bucket_push(Solver *s, int distance, uint32_t knot, uint32_t owner);
bool bucket_pop(Solver *s, BucketEntry *e);
uint32_t solver_func(Solver *s, const Func *f);
void solver_escape(Solver *s, uint32_t loc); /* puts a location on the heap */
void solver_search_heap(Solver *s);          /* carries on from what was put there */

/* ---- region.c */
void region_escapes(Solver *s, FuncLocs *f);
void region_leaks(Solver *s, FuncLocs *f, uint32_t number);

#endif
