/*
 * Builds the solver's graph: knots, topological order, sorted links without duplicates. Strongly
 * connected components are found as in R. Tarjan, Depth-first search and linear graph algorithms,
 * 1972, with a stack of its own.
 */
#include "escape/flowgraph.h"

/* ---------------------------------------------------------------- components */

typedef struct Frame {
	uint32_t loc, edge;
} Frame;

typedef struct Tarjan {
	Arena *arena;
	Loc **locs;
	bool copies_only; /* edges of weight 0 */
	uint32_t next, count;
	uint32_t *index, *low; /* index 0: not visited */
	uint32_t *component;   /* UINT32_MAX: not yet complete */
	VEC(uint32_t) stack;
	VEC(Frame) frames;
} Tarjan;

static void enter(Tarjan *t, uint32_t loc)
{
	t->index[loc] = t->low[loc] = ++t->next;
	vec_push(t->arena, t->stack, loc);
	Frame f = {loc, 0};
	vec_push(t->arena, t->frames, f);
}

static void leave(Tarjan *t, uint32_t loc)
{
	if (t->low[loc] == t->index[loc]) {
		uint32_t l;
		do {
			l = vec_pop(t->stack);
			t->component[l] = t->count;
		} while (l != loc);
		t->count++;
	}
	t->frames.len--;
	if (t->frames.len) {
		uint32_t up = vec_last(t->frames).loc;
		if (t->low[loc] < t->low[up])
			t->low[up] = t->low[loc];
	}
}

/* One step: the next edge of the location at the top of the stack. */
static void step(Tarjan *t)
{
	Frame *f = &vec_last(t->frames);
	const Loc *l = t->locs[f->loc];
	if (f->edge == l->edges.len) {
		leave(t, f->loc);
		return;
	}
	const Edge *e = &l->edges.data[f->edge++];
	uint32_t src = e->src->number;
	if (t->copies_only && e->derefs != 0)
		return;
	if (!t->index[src])
		enter(t, src);
	else if (t->component[src] == UINT32_MAX && t->index[src] < t->low[f->loc])
		t->low[f->loc] = t->index[src];
}

/* Location -> number of its component. What flows into a component has a lower number. */
static uint32_t *components(Arena *arena, Loc **locs, uint32_t n, bool copies_only, uint32_t *count)
{
	Tarjan t = {.arena = arena, .locs = locs, .copies_only = copies_only};
	t.index = NEW_ARRAY(arena, uint32_t, n);
	t.low = NEW_ARRAY(arena, uint32_t, n);
	t.component = NEW_ARRAY(arena, uint32_t, n);
	memset(t.component, 0xff, n * sizeof *t.component);
	for (uint32_t i = 0; i < n; i++) {
		if (t.index[i])
			continue;
		enter(&t, i);
		while (t.frames.len)
			step(&t);
	}
	*count = t.count;
	return t.component;
}

/* ---------------------------------------------------------------- links */

typedef struct Wire { /* an edge on the way from locations to links */
	uint32_t to, from;
	int32_t derefs;
	uint32_t loc;
} Wire;

typedef VEC(Wire) Wires;

static uint64_t wire_key(const Wire *w)
{
	if (w->derefs < 0)
		return (uint64_t)w->loc << 2;
	return (uint64_t)w->from << 2 | (w->derefs == 0 ? 1 : w->derefs == 1 ? 2 : 3);
}

/* The locations of each knot, one knot after the other. */
static uint32_t *by_knot(const FlowGraph *g)
{
	uint32_t *at = NEW_ARRAY(g->arena, uint32_t, g->nknots + 1);
	uint32_t *sorted = NEW_ARRAY(g->arena, uint32_t, g->nlocs);
	for (uint32_t i = 0; i < g->nlocs; i++)
		at[g->knot[i] + 1]++;
	for (uint32_t k = 0; k < g->nknots; k++)
		at[k + 1] += at[k];
	for (uint32_t i = 0; i < g->nlocs; i++)
		sorted[at[g->knot[i]]++] = i;
	return sorted;
}

/* The edges between knots, without those that repeat another or can shorten nothing. */
static Wires wires(const FlowGraph *g)
{
	Wires out = {0};
	const uint32_t *sorted = by_knot(g);
	/* which knot a key was last seen in; weights above 1 are rare and kept as they are */
	uint32_t *seen = NEW_ARRAY(g->arena, uint32_t, 4 * (size_t)g->nlocs);
	for (uint32_t i = 0; i < g->nlocs; i++) {
		const Loc *l = g->locs[sorted[i]];
		uint32_t to = g->knot[sorted[i]];
		for (uint32_t j = 0; j < l->edges.len; j++) {
			const Edge *e = &l->edges.data[j];
			Wire w = {to, g->knot[e->src->number], e->derefs, e->src->number};
			if (w.from == to && w.derefs >= 0)
				continue;
			uint64_t key = wire_key(&w);
			if (w.derefs <= 1 && seen[key] == to + 1)
				continue;
			seen[key] = to + 1;
			vec_push(g->arena, out, w);
		}
	}
	return out;
}

/* Sorts wires by the order of one end: a counting sort. */
static Wires sort_wires(const FlowGraph *g, const Wires *ws, bool by_source, bool falling)
{
	uint32_t *at = NEW_ARRAY(g->arena, uint32_t, g->nlocs + 2);
	Wires out = {0};
	vec_reserve(g->arena, out, ws->len);
	out.len = ws->len;
	for (uint32_t i = 0; i < ws->len; i++)
		at[g->order[by_source ? ws->data[i].from : ws->data[i].to] + 1]++;
	for (uint32_t i = 0; i < g->nlocs; i++)
		at[i + 1] += at[i];
	for (uint32_t i = 0; i < ws->len; i++) {
		uint32_t order = g->order[by_source ? ws->data[i].from : ws->data[i].to];
		uint32_t place = at[order]++;
		out.data[falling ? ws->len - 1 - place : place] = ws->data[i];
	}
	return out;
}

static Links links(const FlowGraph *g, const Wires *ws, bool in)
{
	Links l = {NEW_ARRAY(g->arena, uint32_t, g->nknots + 2),
		   NEW_ARRAY(g->arena, Link, ws->len)};
	for (uint32_t i = 0; i < ws->len; i++)
		l.first[(in ? ws->data[i].to : ws->data[i].from) + 2]++;
	for (uint32_t k = 0; k < g->nknots; k++)
		l.first[k + 2] += l.first[k + 1];
	for (uint32_t i = 0; i < ws->len; i++) {
		const Wire *w = &ws->data[i];
		l.data[l.first[(in ? w->to : w->from) + 1]++] =
			(Link){in ? w->from : w->to, w->derefs, w->loc};
	}
	return l;
}

static void address_links(FlowGraph *g, const Wires *ws)
{
	g->address_first = NEW_ARRAY(g->arena, uint32_t, g->nlocs + 2);
	g->address_knot = NEW_ARRAY(g->arena, uint32_t, ws->len);
	for (uint32_t i = 0; i < ws->len; i++)
		if (ws->data[i].derefs < 0)
			g->address_first[ws->data[i].loc + 2]++;
	for (uint32_t i = 0; i < g->nlocs; i++)
		g->address_first[i + 2] += g->address_first[i + 1];
	for (uint32_t i = 0; i < ws->len; i++)
		if (ws->data[i].derefs < 0)
			g->address_knot[g->address_first[ws->data[i].loc + 1]++] = ws->data[i].to;
}

FlowGraph flow_graph(Batch *b, Arena *arena)
{
	FlowGraph g = {.arena = arena, .nlocs = b->locs.len + 1};
	g.locs = NEW_ARRAY(arena, Loc *, g.nlocs);
	for (uint32_t i = 0; i < b->locs.len; i++)
		g.locs[i] = b->locs.data[i];
	g.locs[b->locs.len] = &b->heap;
	b->heap.number = b->locs.len;
	uint32_t ncomponents;
	uint32_t *component = components(arena, g.locs, g.nlocs, false, &ncomponents);
	if (ncomponents == g.nlocs) { /* no circles at all */
		g.knot = component;
		g.nknots = ncomponents;
	} else {
		g.knot = components(arena, g.locs, g.nlocs, true, &g.nknots);
	}
	g.order = NEW_ARRAY(arena, uint32_t, g.nknots);
	for (uint32_t i = 0; i < g.nlocs; i++)
		g.order[g.knot[i]] = component[i];
	Wires ws = wires(&g);
	Wires by_source = sort_wires(&g, &ws, true, true);
	Wires by_target = sort_wires(&g, &ws, false, false);
	g.in = links(&g, &by_source, true);
	g.out = links(&g, &by_target, false);
	address_links(&g, &ws);
	return g;
}
