/*
 * Why something is not on the heap that gc's rules would put there: the facts about the whole
 * program that it rests on. They are found where its address flows (story.c).
 */
#include "escape/rta.h"

static void add_call(Arena *arena, const Loc *l, EscapeFactList *out)
{
	vec_each(EscapeFact, f, *out)
		if (f->kind == FACT_CALL && f->class == l->class)
			return;
	EscapeFact fact = {.kind = FACT_CALL, .call = l->call, .func = l->func};
	fact.class = l->class;
	fact.argument = l->argument;
	rta_describe(l->batch->whole, arena, l->class, &fact);
	fact.signature = l->call->op == OCALLFUNC ? l->call->x->type : NULL;
	vec_push(arena, *out, fact);
}

typedef struct Search {
	Arena *arena;
	Map seen; /* Loc */
	EscapeFactList *out;
} Search;

static void follow(Search *s, Loc *from, int budget)
{
	ReachedList reached = {0};
	if (!from || map_has(&s->seen, from))
		return;
	map_set(&s->seen, from, 1);
	story_reached(s->arena, from, budget, &reached);
	vec_each(Reached, r, reached) {
		if (r->loc->class)
			add_call(s->arena, r->loc, s->out);
		if (r->loc->passed_as)
			follow(s, r->loc->passed_as->esc_loc, r->budget);
	}
}

void escape_facts(Arena *arena, const Verdict *v, EscapeFactList *out)
{
	Loc *loc = v->var ? canonical(v->var)->esc_loc : v->node->esc_loc;
	EscapeFact fact = {.func = v->func};
	if (v->where == ESC_STATIC) {
		fact.kind = FACT_ONCE;
		vec_push(arena, *out, fact);
		return;
	}
	if (v->node && v->node->op == OMAKESLICE && v->node->offset) {
		fact.kind = v->node->flags & NF_BOUNDED ? FACT_SIZE : FACT_ROOM;
		fact.bound = v->node->offset;
		vec_push(arena, *out, fact);
	}
	if (loc && loc->is_append) {
		bool bounded = v->where == ESC_STACK && append_bound(loc, &fact.bound);
		fact.kind = FACT_APPENDS;
		if (bounded)
			vec_push(arena, *out, fact);
		fact.kind = FACT_ROOM;
		fact.bound = v->node->offset;
		if (!bounded)
			vec_push(arena, *out, fact);
	}
	Search s = {arena, map_make(arena), out};
	follow(&s, loc, -1);
}
