/*
 * Stories: the shortest way over the location graph that forces something to the heap.
 *
 * The solver only says that there is such a way. Here it is searched from the location itself,
 * forwards, breadth first. What the solver tests walking backwards from a root (Bellman and Ford,
 * distances that are cut off at 0 from below) becomes a budget: a place l can be reached with
 * budget k when a root at distance 0 gives l a distance of at most k. Over an edge with weight e
 * the budget falls to k - e and must not become negative. An address begins with the budget -1, the
 * value of a parameter that leaks with d dereferences begins with d.
 *
 * A way may end at a variable that is on the heap for a reason of its own: its story follows. Where
 * the argument of a call leaks through a function of the package that was solved before, the way in
 * that function is put in.
 */
#include "escape/private.h"

enum { MAX_BUDGET = 6, STATES = MAX_BUDGET + 2, MAX_STEPS = 24 };

typedef struct OutEdge {
	struct OutEdge *next;
	Loc *dst;
	int derefs;
	const Note *notes;
} OutEdge;

typedef struct Visit { /* a state of the search: a location with a budget */
	Loc *loc;
	int budget;
	int from;            /* the visit before, -1: none */
	const OutEdge *edge; /* taken from there */
} Visit;

typedef VEC(Visit) VisitList;

typedef struct Teller {
	Arena *arena;
	Story *story;
	Map told; /* Loc: its story is part of this one */
} Teller;

/* ---------------------------------------------------------------- the graph turned round */

static uint32_t index_of(const Batch *b, const Loc *l)
{
	return l == &b->heap ? b->locs.len : l == &b->blank ? b->locs.len + 1 : l->number;
}

static void add_out(Batch *b, Loc *dst, const Edge *e)
{
	OutEdge *o = NEW(b->arena, OutEdge);
	uint32_t i = index_of(b, e->src);
	*o = (OutEdge){b->out[i], dst, e->derefs, e->notes};
	b->out[i] = o;
}

static void add_outs(Batch *b, Loc *dst)
{
	for (uint32_t i = dst->edges.len; i-- > 0;)
		add_out(b, dst, &dst->edges.data[i]);
}

static void turn_round(Batch *b)
{
	if (b->out)
		return;
	b->out = NEW_ARRAY(b->arena, OutEdge *, b->locs.len + 2);
	for (uint32_t i = b->locs.len; i-- > 0;) {
		Loc *l = b->locs.data[i];
		add_outs(b, l);
		if (l->put_in) {
			Edge e = {l, -1, l->put_notes};
			add_out(b, l->put_in, &e);
		}
	}
	add_outs(b, &b->heap);
}

/* ---------------------------------------------------------------- the search */

/* What the way must reach. */
typedef bool (*IsEnd)(const Loc *from, const Loc *l);

static bool is_true_end(const Loc *from, const Loc *l)
{
	const Batch *b = from->batch;
	if (l == &b->heap)
		return true;
	return !l->escapes && l != &b->blank && outlives(b, l, from);
}

static bool is_any_end(const Loc *from, const Loc *l)
{
	return l != from && (l->escapes || is_true_end(from, l));
}

static bool is_no_end(const Loc *from, const Loc *l)
{
	(void)from;
	(void)l;
	return false;
}

static bool is_heap(const Loc *from, const Loc *l)
{
	return l == &from->batch->heap;
}

/* The number of the visit that reaches an end, or -1. */
static int search(Teller *t, Loc *from, int budget, IsEnd is_end, VisitList *visits)
{
	Batch *b = from->batch;
	turn_round(b);
	bool *seen = NEW_ARRAY(t->arena, bool, (b->locs.len + 2) * STATES);
	Visit first = {from, budget, -1, NULL};
	visits->len = 0;
	vec_push(t->arena, *visits, first);
	for (uint32_t i = 0; i < visits->len; i++) {
		Visit v = visits->data[i];
		if (i && is_end(from, v.loc))
			return (int)i;
		for (const OutEdge *o = b->out[index_of(b, v.loc)]; o; o = o->next) {
			int left = v.budget - o->derefs;
			if (left < 0)
				continue;
			if (left > MAX_BUDGET)
				left = MAX_BUDGET;
			bool *known = &seen[index_of(b, o->dst) * STATES + (uint32_t)left];
			if (*known)
				continue;
			*known = true;
			Visit next = {o->dst, left, (int)i, o};
			vec_push(t->arena, *visits, next);
		}
	}
	return -1;
}

/* ---------------------------------------------------------------- telling */

static StoryPlace place_of(const Loc *l)
{
	return (StoryPlace){.var = l->var,
			    .site = l->node,
			    .func = l->func,
			    .heap = l == &l->batch->heap,
			    .result = l->result >= 0,
			    .reassigned = l->reassigned,
			    .address_taken = l->address_taken};
}

static const Note *call_note(const Note *n)
{
	for (; n; n = n->next)
		if (n->param)
			return n;
	return NULL;
}

static void tell_from(Teller *t, Loc *from, int budget, IsEnd is_end, int level);

/* What becomes of an argument in a function that was solved before. */
static void tell_callee(Teller *t, const OutEdge *e, int level)
{
	const Note *call = call_note(e->notes);
	Loc *param = call ? call->param->esc_loc : NULL;
	if (!param || param->batch == e->dst->batch || map_has(&t->told, param))
		return;
	if (param->leaks[0] < 0 || t->story->steps.len >= MAX_STEPS)
		return;
	map_set(&t->told, param, 1);
	tell_from(t, param, param->leaks[0], is_heap, level + 1);
}

static void add_steps(Teller *t, const VisitList *visits, int at, int level)
{
	const Visit *v = &visits->data[at];
	if (v->from < 0)
		return;
	add_steps(t, visits, v->from, level);
	StoryStep step = {.from = place_of(visits->data[v->from].loc),
			  .to = place_of(v->loc),
			  .derefs = v->edge->derefs,
			  .notes = v->edge->notes,
			  .level = level};
	vec_push(t->arena, t->story->steps, step);
	if (v->loc == &v->loc->batch->heap)
		tell_callee(t, v->edge, level);
}

static void tell_from(Teller *t, Loc *from, int budget, IsEnd is_end, int level)
{
	VisitList visits = {0};
	int at = search(t, from, budget, is_end, &visits);
	if (at < 0)
		return;
	add_steps(t, &visits, at, level);
	Loc *end = visits.data[at].loc;
	if (level)
		return;
	t->story->last = place_of(end);
	t->story->end = end == &end->batch->heap ? STORY_HEAP
			: end->result >= 0       ? STORY_RESULT
						 : STORY_OUTER;
	if (!end->escapes || end == &end->batch->heap || map_has(&t->told, end))
		return;
	map_set(&t->told, end, 1);
	tell_from(t, end, -1, is_true_end, level);
}

static void tell(Teller *t, Loc *from)
{
	VisitList visits = {0};
	map_set(&t->told, from, 1);
	bool direct = search(t, from, -1, is_true_end, &visits) >= 0;
	tell_from(t, from, -1, direct ? is_true_end : is_any_end, 0);
}

static bool by_size(const Note *n)
{
	return n && (strcmp(n->why, "too large for stack") == 0 ||
		     strcmp(n->why, "non-constant size") == 0);
}

Story escape_story(Arena *arena, const Verdict *v)
{
	Story story = {0};
	Teller t = {arena, &story, map_make(arena)};
	Loc *l = v->var ? v->var->esc_loc : v->node ? v->node->esc_loc : NULL;
	if (!l || !l->escapes)
		return story;
	tell(&t, l);
	if (story.steps.len && by_size(story.steps.data[0].notes))
		story.end = STORY_LARGE;
	return story;
}

void story_reached(Arena *arena, Loc *from, int budget, ReachedList *out)
{
	Teller t = {.arena = arena};
	VisitList visits = {0};
	search(&t, from, budget, is_no_end, &visits);
	for (uint32_t i = 1; i < visits.len; i++) {
		Reached r = {visits.data[i].loc, visits.data[i].budget};
		vec_push(arena, *out, r);
	}
}
