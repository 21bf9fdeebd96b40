/*
 * The solver's questions about one function: does the address of a location of its reach something
 * of the function itself, or of one around it, that outlives the location; and how many
 * dereferences of a parameter reach each result.
 *
 * The region is what the locations in question flow to. Only roots in it matter, and only searches
 * within it; both are bounded by the topological order of the roots (a flow never goes back in it),
 * so that a region does not spread over a whole group of functions that the roots cannot be reached
 * from.
 */
#include "escape/solve.h"

/* ---------------------------------------------------------------- roots */

/* May l be a root that a location of `func` must not flow to, whatever loops they are in? */
static bool is_outer_root(const Solver *s, const Loc *l, const Func *func)
{
	if (l->result >= 0 && map_has(&s->batch->called, l->func))
		return !encloses(func, l->func);
	return l->result < 0 && encloses(l->func, func);
}

typedef VEC(uint32_t) Roots;

/* Locations of the functions around f, and results of literals called in place. */
static Roots outer_roots(Solver *s, const FuncLocs *f)
{
	Roots roots = {0};
	for (const Func *o = f->func->outer; o; o = o->outer) {
		uint32_t number = (uint32_t)(uintptr_t)map_get(&s->func_numbers, o);
		if (!number)
			continue;
		const FuncLocs *fl = &s->funcs.data[number - 1];
		for (uint32_t i = 0; i < fl->locs.len; i++)
			if (is_outer_root(s, s->g.locs[fl->locs.data[i]], f->func))
				vec_push(s->arena, roots, fl->locs.data[i]);
	}
	for (uint32_t i = 0; i < s->called_results.len; i++)
		if (is_outer_root(s, s->g.locs[s->called_results.data[i]], f->func))
			vec_push(s->arena, roots, s->called_results.data[i]);
	return roots;
}

static uint32_t last_order(const Solver *s, const Roots *roots)
{
	uint32_t last = 0;
	for (uint32_t i = 0; i < roots->len; i++) {
		uint32_t order = s->g.order[s->g.knot[roots->data[i]]];
		if (order > last)
			last = order;
	}
	return last;
}

/* ---------------------------------------------------------------- the region */

static void region_begin(Solver *s)
{
	s->region_number++;
	s->members.len = 0;
}

static void region_add(Solver *s, uint32_t knot)
{
	if (s->region[knot] == s->region_number)
		return;
	s->region[knot] = s->region_number;
	s->distance[knot] = FAR;
	vec_push(s->arena, s->members, knot);
}

/* Adds all that the members flow to, up to an order. What has reached the heap leads to nothing
 * new. */
static void region_grow(Solver *s, uint32_t last)
{
	const Links *out = &s->g.out;
	for (uint32_t i = 0; i < s->members.len; i++) {
		uint32_t knot = s->members.data[i];
		if (s->is_source[knot])
			continue;
		for (uint32_t j = out->first[knot]; j < out->first[knot + 1]; j++) {
			if (s->g.order[out->data[j].other] > last)
				break;
			region_add(s, out->data[j].other);
		}
	}
}

static uint32_t first_order(const Solver *s)
{
	uint32_t first = UINT32_MAX;
	for (uint32_t i = 0; i < s->members.len; i++)
		if (s->g.order[s->members.data[i]] < first)
			first = s->g.order[s->members.data[i]];
	return first;
}

static void region_source(Solver *s, uint32_t loc)
{
	uint32_t knot = s->g.knot[loc];
	if (s->region[knot] != s->region_number || s->distance[knot] == 0)
		return;
	s->distance[knot] = 0;
	bucket_push(s, 0, knot, 0);
}

/* Distances within the region from the sources given so far. */
static void region_search(Solver *s, uint32_t first)
{
	const Links *in = &s->g.in;
	for (BucketEntry e; bucket_pop(s, &e);) {
		int d = s->distance[e.knot];
		if (e.distance != d)
			continue;
		for (uint32_t i = in->first[e.knot]; i < in->first[e.knot + 1]; i++) {
			const Link *k = &in->data[i];
			if (s->g.order[k->other] < first)
				break;
			int to = d + k->derefs < 0 ? 0 : d + k->derefs;
			if (s->region[k->other] != s->region_number || to >= s->distance[k->other])
				continue;
			s->distance[k->other] = to;
			bucket_push(s, to, k->other, 0);
		}
	}
}

static void region_forget_distances(Solver *s)
{
	for (uint32_t i = 0; i < s->members.len; i++)
		s->distance[s->members.data[i]] = FAR;
}

/* ---------------------------------------------------------------- escaping */

static bool has_address(const Solver *s, uint32_t loc)
{
	return s->g.address_first[loc] < s->g.address_first[loc + 1] && !s->g.locs[loc]->escapes;
}

/* Does the address of the location reach a root without a dereference? */
static bool address_reaches(const Solver *s, uint32_t loc)
{
	for (uint32_t i = s->g.address_first[loc]; i < s->g.address_first[loc + 1]; i++) {
		uint32_t knot = s->g.address_knot[i];
		if (s->region[knot] == s->region_number && s->distance[knot] == 0)
			return true;
	}
	return false;
}

/* The least loop depth above 0 of a location in question. */
static bool add_addresses(Solver *s, const FuncLocs *f, int above)
{
	bool any = false;
	for (uint32_t i = 0; i < f->locs.len; i++) {
		uint32_t loc = f->locs.data[i];
		if (s->g.locs[loc]->depth <= above || !has_address(s, loc))
			continue;
		any = true;
		for (uint32_t j = s->g.address_first[loc]; j < s->g.address_first[loc + 1]; j++)
			region_add(s, s->g.address_knot[j]);
	}
	return any;
}

void region_escapes(Solver *s, FuncLocs *f)
{
	Roots outer = outer_roots(s, f);
	region_begin(s);
	if (!add_addresses(s, f, outer.len ? INT32_MIN : 1))
		return;
	Roots own = {0}; /* by rising depth */
	VEC(uint32_t) starts = {0};
	for (int depth = 0; depth <= f->depth; depth++) {
		vec_push(s->arena, starts, own.len);
		for (uint32_t i = 0; i < f->locs.len; i++)
			if (s->g.locs[f->locs.data[i]]->depth == depth &&
			    s->g.locs[f->locs.data[i]]->result < 0)
				vec_push(s->arena, own, f->locs.data[i]);
	}
	uint32_t last = last_order(s, &outer), last_own = last_order(s, &own);
	region_grow(s, last > last_own ? last : last_own);
	uint32_t first = first_order(s);
	for (uint32_t i = 0; i < outer.len; i++)
		region_source(s, outer.data[i]);
	for (int depth = 0; depth <= f->depth; depth++) {
		region_search(s, first);
		uint32_t end = depth < f->depth ? starts.data[depth + 1] : own.len;
		for (uint32_t i = 0; i < f->locs.len; i++) {
			uint32_t loc = f->locs.data[i];
			if (s->g.locs[loc]->depth == depth && has_address(s, loc) &&
			    address_reaches(s, loc))
				vec_push(s->arena, s->pending, loc);
		}
		for (uint32_t i = starts.data[depth]; i < end; i++)
			region_source(s, own.data[i]);
	}
	for (BucketEntry e; bucket_pop(s, &e);) /* of the deepest, which nobody asks about */
		;
	for (uint32_t i = 0; i < s->pending.len; i++)
		solver_escape(s, s->pending.data[i]);
	s->pending.len = 0;
	solver_search_heap(s);
}

/* ---------------------------------------------------------------- leaking */

static void set_leak(Loc *p, int i, int distance)
{
	if (distance < FAR && (p->leaks[i] < 0 || distance < p->leaks[i]))
		p->leaks[i] = distance;
}

/* What the searches of the whole graph have found. */
static void leak_to_heap(Solver *s, Loc *p, uint32_t number)
{
	uint32_t knot = s->g.knot[p->number];
	set_leak(p, 0, s->heap[knot]);
	for (int i = 0; i < 2; i++)
		if (s->results[knot][i].owner != number)
			set_leak(p, 0, s->results[knot][i].distance);
}

static void set_leaks(Solver *s, const Roots *params, int i)
{
	for (uint32_t j = 0; j < params->len; j++) {
		Loc *p = s->g.locs[params->data[j]];
		set_leak(p, i, s->distance[s->g.knot[p->number]]);
	}
	region_forget_distances(s);
}

/* A result of f's own function that its tags can name. */
static bool is_own_result(const Loc *l)
{
	return l->result >= 0 && l->result < TAG_RESULTS && !l->escapes;
}

void region_leaks(Solver *s, FuncLocs *f, uint32_t number)
{
	Roots params = {0}, roots = outer_roots(s, f), results = {0};
	for (uint32_t i = 0; i < f->locs.len; i++) {
		Loc *l = s->g.locs[f->locs.data[i]];
		if (is_own_result(l))
			vec_push(s->arena, results, l->number);
		if (!l->is_param)
			continue;
		leak_to_heap(s, l, number);
		if (l->escapes)
			set_leak(l, 0, 0);
		else if (l->leaks[0] != 0)
			vec_push(s->arena, params, l->number);
	}
	if (!params.len || (!results.len && !roots.len))
		return;
	region_begin(s);
	for (uint32_t i = 0; i < params.len; i++)
		region_add(s, s->g.knot[params.data[i]]);
	uint32_t last = last_order(s, &roots), last_own = last_order(s, &results);
	region_grow(s, last > last_own ? last : last_own);
	uint32_t first = first_order(s);
	for (uint32_t i = 0; i < roots.len; i++) {
		const Loc *root = s->g.locs[roots.data[i]];
		if (root->func != f->func || root->result >= TAG_RESULTS)
			region_source(s, roots.data[i]);
	}
	region_search(s, first);
	set_leaks(s, &params, 0);
	for (uint32_t i = 0; i < results.len; i++) {
		region_source(s, results.data[i]);
		region_search(s, first);
		set_leaks(s, &params, s->g.locs[results.data[i]]->result + 1);
	}
}
