/*
 * The ways of the verdicts, for -m=2: gc's walk and gc's words.
 *
 * gc walks from each location backwards along the edges, as in Bellman and Ford's algorithm, with
 * the least number of dereferences on the way; a location found to need the heap is walked from
 * again, because what flows into it now flows to the heap. Each walk leaves in every location it
 * reaches the edge that led there, so that a verdict can be told as it falls. The order of the
 * walks decides which of several ways is told, so here it is gc's. The verdicts are solve()'s
 * (tests/unit/escape_random.c compares them); the time is not: one walk for each location.
 */
#include "escape/private.h"

static const Node *loc_node(const Loc *l)
{
	return l->var ? l->var->node : l->node;
}

Pos loc_pos(const Loc *l)
{
	const Node *n = loc_node(l);
	return n ? ir_shown_pos(l->func, n) : NO_POS;
}

const char *loc_name(Batch *b, const Loc *l)
{
	return ir_text(b->arena, loc_node(l));
}

const char *loc_text(Batch *b, const Loc *l)
{
	if (l == &b->heap)
		return "{heap}";
	if (l->var)
		return loc_name(b, l);
	return l->node ? arena_printf(b->arena, "{storage for %s}", loc_name(b, l)) : "{temp}";
}

Explanation explain_begin(Batch *b, const Loc *l, const char *code, const char *text)
{
	Explanation to = {.pos = loc_pos(l)};
	if (b->m >= 2)
		diag_line(to.pos, "%s:", text);
	if (b->log)
		to.decision = decision_add(b->log, l->func, loc_node(l), code, "%s", text);
	return to;
}

static const Note *first_note(const Note *n)
{
	while (n && n->silent)
		n = n->next;
	return n;
}

void explain_flow(Batch *b, const Explanation *to, const Loc *dst, const Loc *src, const Edge *e)
{
	Buf ops = buf_make(b->arena);
	if (e->derefs < 0)
		buf_putc(&ops, '&');
	for (int i = 0; i < e->derefs; i++)
		buf_putc(&ops, '*');
	const Note *n = first_note(e->notes);
	const char *text = arena_printf(b->arena, "flow: %s = %s%s:", loc_text(b, dst),
					buf_cstr(&ops), loc_text(b, src));
	if (b->m >= 2)
		diag_line(to->pos, "  %s", text);
	if (to->decision)
		decision_step(b->log, to->decision, n ? n->func : src->func,
			      n ? n->where : loc_node(src), "%s", text);
	for (; n; n = first_note(n->next)) {
		text = arena_printf(b->arena, "from %s (%s)", ir_text(b->arena, n->where), n->why);
		if (b->m >= 2)
			diag_line(to->pos, "    %s at %s", text,
				  pos_text(ir_shown_pos(n->func, n->where)));
		if (to->decision)
			decision_step(b->log, to->decision, n->func, n->where, "  %s", text);
	}
}

/* The way from src to the root of the walk at hand. */
static void explain_path(Batch *b, const Explanation *to, const Loc *root, Loc *src)
{
	Map seen = map_make(b->arena);
	for (Loc *l = src; l != root; l = l->to) {
		if (map_has(&seen, l)) {
			if (b->m >= 2)
				diag_line(to->pos,
					  "  warning: truncated explanation due to assignment "
					  "cycle; see golang.org/issue/35518");
			return;
		}
		map_set(&seen, l, 1);
		explain_flow(b, to, l->to, l, &l->to->edges.data[l->edge]);
	}
}

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

/* Says why l needs the heap, or which way the parameter l leaves. True: l's own edges need no
 * look now. */
static bool judge(Batch *b, LocList *queue, Loc *root, Loc *l, int derefs, bool address)
{
	if (l->is_param) {
		if (!l->escapes && explains(b)) {
			Explanation to = explain_begin(
				b, l, "leak",
				arena_printf(b->arena, "parameter %s leaks to %s with derefs=%d",
					     loc_name(b, l), loc_text(b, root), derefs));
			explain_path(b, &to, root, l);
		}
		leak(l, root, derefs);
	}
	if (!address || l->escapes)
		return false;
	if (explains(b) && !l->is_append) {
		Explanation to =
			explain_begin(b, l, "escape",
				      arena_printf(b->arena, "%s escapes to heap", loc_name(b, l)));
		explain_path(b, &to, root, l);
	}
	l->escapes = true;
	enqueue(b, queue, l);
	return true;
}

static void walk_one(Batch *b, LocList *queue, LocList *todo, Loc *root, uint32_t walk)
{
	root->walk = walk;
	root->derefs = 0;
	root->to = NULL;
	todo->len = 0;
	vec_push(b->arena, *todo, root);
	while (todo->len) {
		Loc *l = vec_pop(*todo);
		int derefs = l->derefs < 0 ? 0 : l->derefs;
		if (outlives(b, root, l) && judge(b, queue, root, l, derefs, l->derefs < 0))
			continue;
		for (uint32_t i = 0; i < l->edges.len; i++) {
			Loc *src = l->edges.data[i].src;
			int d = derefs + l->edges.data[i].derefs;
			if (src->escapes || (src->walk == walk && src->derefs <= d))
				continue;
			src->walk = walk;
			src->derefs = d;
			src->to = l;
			src->edge = i;
			vec_push(b->arena, *todo, src);
		}
	}
}

void explain(Batch *b)
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
