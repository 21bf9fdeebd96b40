/*
 * Solving: which locations need the heap, and where parameters leak to.
 *
 * A path from a root backwards along the edges counts dereferences; a negative count ("the address
 * of") becomes 0 before the next edge, because the address of a variable flows on, its value does
 * not. D(r, l) is the least count over all paths from r to l. What must be found is the least set E
 * of escaping locations with
 *
 * 	l is in E  when  D(r, l) = -1 for some r that outlives l or is in E,
 *
 * and for each parameter p the least D(r, p) over roots in E or outliving p, results of p's own
 * function told apart. gc walks once from each location for that (explain.c). Here roots are taken
 * together, by what they outlive:
 *
 *  - What is on the heap, or in E, outlives everything: one search from all of it. A location that
 *    joins E is a new source at distance 0; distances only fall.
 *  - Results outlive everything: one search from all results, which keeps for each knot the least
 *    distances from results of two different functions, so that "the nearest result of another
 *    function" is at hand.
 *  - Variables outlive what inner loops and literals declare; results of literals called in place
 *    outlive all but what the functions around declare; and a function's results are named in its
 *    parameters' tags. These questions each concern one function: they are answered in the part of
 *    the graph that its locations flow to (region.c).
 *
 * The searches take knots in order of distance (R. Dial, Algorithm 360: Shortest-path forest with
 * topological ordering, 1969). An edge of weight -1 can lower a distance again, but not below 0: a
 * knot is taken out once for each distance it has had, which in programs is bounded by how deep
 * pointers to pointers go.
 */
#include "escape/solve.h"

/* ---------------------------------------------------------------- buckets */

void bucket_push(Solver *s, int distance, uint32_t node, uint32_t owner)
{
	uint32_t i = distance < MAX_BUCKET ? (uint32_t)distance : MAX_BUCKET;
	if (i < s->lowest)
		s->lowest = i;
	BucketEntry e = {node, owner, distance};
	vec_push(s->arena, s->buckets[i], e);
	s->queued++;
}

bool bucket_pop(Solver *s, BucketEntry *e)
{
	if (!s->queued) {
		s->lowest = 0;
		return false;
	}
	s->queued--;
	while (!s->buckets[s->lowest].len)
		s->lowest++;
	*e = vec_pop(s->buckets[s->lowest]);
	return true;
}

/* ---------------------------------------------------------------- the heap */

static void heap_source(Solver *s, uint32_t knot)
{
	s->is_source[knot] = true;
	if (s->heap[knot] == 0)
		return;
	s->heap[knot] = 0;
	bucket_push(s, 0, knot, 0);
}

void solver_escape(Solver *s, uint32_t loc)
{
	Loc *l = s->g.locs[loc];
	if (l->escapes)
		return;
	l->escapes = true;
	heap_source(s, s->g.knot[loc]);
}

void solver_search_heap(Solver *s)
{
	const Links *in = &s->g.in;
	for (BucketEntry e; bucket_pop(s, &e);) {
		int d = s->heap[e.knot];
		if (e.distance != d)
			continue;
		for (uint32_t i = in->first[e.knot]; i < in->first[e.knot + 1]; i++) {
			const Link *k = &in->data[i];
			if (k->derefs < 0 && d == 0)
				solver_escape(s, k->loc);
			int to = d + k->derefs < 0 ? 0 : d + k->derefs;
			if (to >= s->heap[k->other])
				continue;
			s->heap[k->other] = to;
			bucket_push(s, to, k->other, 0);
		}
	}
}

/* ---------------------------------------------------------------- results */

/* A distance from a result of `owner`; true: it is one of the two to keep. */
static bool offer(Nearest *n, int distance, uint32_t owner)
{
	if (owner == n[0].owner || (owner != n[1].owner && distance < n[0].distance)) {
		if (distance >= n[0].distance && owner == n[0].owner)
			return false;
		if (owner != n[0].owner)
			n[1] = n[0];
		n[0] = (Nearest){distance, owner};
		return true;
	}
	if (distance >= n[1].distance)
		return false;
	n[1] = (Nearest){distance, owner};
	if (n[1].distance < n[0].distance) {
		Nearest swap = n[0];
		n[0] = n[1];
		n[1] = swap;
	}
	return true;
}

static bool is_kept(const Nearest *n, const BucketEntry *e)
{
	for (int i = 0; i < 2; i++)
		if (n[i].owner == e->owner && n[i].distance == e->distance)
			return true;
	return false;
}

static void offer_result(Solver *s, uint32_t knot, int distance, uint32_t owner)
{
	if (offer(s->results[knot], distance, owner))
		bucket_push(s, distance, knot, owner);
}

/* A result that the callers of its function get, other than a literal called in place. */
static bool is_general_result(const Solver *s, const Loc *l)
{
	return l->result >= 0 && !map_has(&s->batch->called, l->func);
}

static void search_results(Solver *s)
{
	for (uint32_t i = 0; i < s->batch->locs.len; i++) {
		const Loc *l = s->g.locs[i];
		if (!is_general_result(s, l))
			continue;
		/* a result that no tag can name is nobody's own */
		uint32_t owner = l->result < TAG_RESULTS ? solver_func(s, l->func) : UINT32_MAX - 1;
		offer_result(s, s->g.knot[i], 0, owner);
	}
	const Links *in = &s->g.in;
	for (BucketEntry e; bucket_pop(s, &e);) {
		if (!is_kept(s->results[e.knot], &e))
			continue;
		for (uint32_t i = in->first[e.knot]; i < in->first[e.knot + 1]; i++) {
			const Link *k = &in->data[i];
			if (k->derefs < 0 && e.distance == 0)
				vec_push(s->arena, s->pending, k->loc);
			int to = e.distance + k->derefs;
			offer_result(s, k->other, to < 0 ? 0 : to, e.owner);
		}
	}
	for (uint32_t i = 0; i < s->pending.len; i++)
		solver_escape(s, s->pending.data[i]);
	s->pending.len = 0;
	solver_search_heap(s);
}

/* ---------------------------------------------------------------- functions */

uint32_t solver_func(Solver *s, const Func *f)
{
	void **slot = map_slot(&s->func_numbers, f);
	if (!*slot) {
		FuncLocs fl = {.func = f};
		vec_push(s->arena, s->funcs, fl);
		*slot = (void *)(uintptr_t)s->funcs.len;
	}
	return (uint32_t)(uintptr_t)*slot - 1;
}

static void collect_functions(Solver *s)
{
	for (uint32_t i = 0; i < s->batch->locs.len; i++) {
		const Loc *l = s->g.locs[i];
		if (!l->func)
			continue;
		uint32_t number = solver_func(s, l->func);
		FuncLocs *f = &s->funcs.data[number];
		vec_push(s->arena, f->locs, i);
		if (l->depth > f->depth)
			f->depth = l->depth;
		if (l->result >= 0 && !is_general_result(s, l))
			vec_push(s->arena, s->called_results, i);
	}
}

void solve(Batch *b)
{
	Arena *arena = b->scratch ? b->scratch : arena_new();
	Solver s = {.batch = b, .arena = arena, .g = flow_graph(b, arena)};
	uint32_t n = s.g.nknots;
	s.func_numbers = map_make(arena);
	s.is_source = NEW_ARRAY(arena, bool, n);
	s.heap = NEW_ARRAY(arena, int, n);
	s.results = arena_alloc(arena, n * sizeof *s.results);
	s.region = NEW_ARRAY(arena, uint32_t, n);
	s.distance = NEW_ARRAY(arena, int, n);
	for (uint32_t i = 0; i < n; i++) {
		s.heap[i] = FAR;
		for (int j = 0; j < 2; j++)
			s.results[i][j] = (Nearest){FAR, UINT32_MAX};
	}
	collect_functions(&s);
	for (uint32_t i = 0; i < s.g.nlocs; i++)
		if (s.g.locs[i]->escapes)
			heap_source(&s, s.g.knot[i]);
	solver_search_heap(&s);
	search_results(&s);
	for (uint32_t i = 0; i < s.funcs.len; i++)
		region_escapes(&s, &s.funcs.data[i]);
	solver_search_heap(&s);
	for (uint32_t i = 0; i < s.funcs.len; i++)
		region_leaks(&s, &s.funcs.data[i], i);
	if (b->scratch)
		arena_reset(arena);
	else
		arena_free(arena);
}
