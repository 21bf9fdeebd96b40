/*
 * Suggestions: a change of the source that is said to help has been made in memory, analysed, and
 * seen to help. What the change means for the program follows from what it is.
 */
#include "explain/private.h"

/* Does some literal in f that captures v do more than read it? */
static bool is_written(void *ctx, Node **slot)
{
	const Var *v = ctx;
	const Node *n = *slot;
	if ((n->op == OAS || n->op == OASOP) && n->x && n->x->op == ONAME && n != v->defn) {
		const Var *x = n->x->var;
		while (x->is_closure_var && x->outer)
			x = x->outer;
		if (x == v)
			return true;
	}
	return ir_each_child(*slot, is_written, ctx);
}

/* The first statement of the loop's body: a copy of the variable can stand before it. */
static Pos body_start(const Node *loop)
{
	for (uint32_t i = 0; i < loop->body.len; i++)
		if (loop->body.data[i]->start && loop->body.data[i]->op != ODCL)
			return loop->body.data[i]->start;
	return NO_POS;
}

void suggest(Teller *t, const ExplainQuery *q)
{
	const Var *v = t->verdict->var;
	const Node *loop = v && q->try ? loop_of(v->func, v) : NULL;
	if (!loop || t->verdict->inl)
		return;
	for (uint32_t i = 0; i < loop->body.len; i++)
		if (is_written((void *)v, &((Node *)loop)->body.data[i]))
			return; /* the copy would not carry the change on */
	Pos at = body_start(loop);
	ExplainEdit edit = {{at, at}, arena_printf(t->arena, "%s := %s; ", v->name, v->name)};
	ExplainChange change = {.kind = CHANGE_BEHAVIOUR};
	vec_push(t->arena, change.edits, edit);
	if (!at || !q->try(q->ctx, t->finding, &change))
		return;
	change.text = arena_printf(
		t->arena, "`%s := %s` at the start of the loop's body takes %s off the heap",
		v->name, v->name, v->name);
	change.effect = arena_printf(t->arena,
				     "each iteration has its own %s, and what holds it no longer "
				     "sees later iterations",
				     v->name);
	vec_push(t->arena, t->finding->changes, change);
}
