/*
 * The rounds of a whole program's analysis.
 *
 * What an argument leaks in a call of unknown target is the worst of what the possible targets'
 * parameters leak (rta.c), and that depends on such calls in turn. So all functions are analysed
 * again and again, beginning with "nothing leaks": tags only ever get worse, and when a whole round
 * has changed none, each of them has been derived from what they all say. That round's verdicts
 * hold, by induction over any run of the program; those before were only guesses.
 *
 * Functions that call each other directly are still solved together, as by gc's rules. No verdict
 * is worse than by those, where every unknown call leaks everything.
 */
#include "escape/direct.h"
#include "escape/facts.h"
#include "escape/once.h"
#include "escape/rta.h"

enum { MAX_ROUNDS = 100 };

typedef struct Saved { /* what a round adds to a function */
	Func *func;
	uint32_t locals, next_temp, next_var;
} Saved;

typedef struct Rounds {
	WholeProgram *program;
	Rta *rta;
	Facts *facts;
	VEC(Saved) saved;
	Arena *arena; /* of the round */
} Rounds;

static void no_tags(Func *f)
{
	int leaks[TAG_RESULTS + 1];
	for (int i = 0; i <= TAG_RESULTS; i++)
		leaks[i] = -1;
	for (uint32_t i = 0; i < f->params.len; i++)
		f->params.data[i]->escape_tag = leaks_tag(leaks);
}

static void begin_rounds(Rounds *r)
{
	vec_each(WholePackage, p, r->program->packages) {
		for (uint32_t i = 0; i < p->ir->funcs.len; i++) {
			Func *f = p->ir->funcs.data[i];
			Saved s = {f, f->locals.len, f->next_temp, f->next_var};
			vec_push(r->program->arena, r->saved, s);
			no_tags(f);
		}
	}
}

/* Forgets all but tags. */
static void undo(Rounds *r, Context *c)
{
	for (uint32_t i = 0; i < c->done.len; i++)
		locs_leave(c->done.data[i]);
	vec_each(Saved, s, r->saved) {
		s->func->locals.len = s->locals;
		s->func->next_temp = s->next_temp;
		s->func->next_var = s->next_var;
		s->func->escape_done = false;
	}
}

static void analyze_all(Rounds *r, Context *c, bool last)
{
	WholeProgram *program = r->program;
	for (uint32_t i = 0; i < program->packages.len; i++) {
		const WholePackage *p = &program->packages.data[i];
		program->begin(program->ctx, i);
		diag_stage("escape");
		ir_text_package(p->ir->package);
		c->package = p->ir;
		if (last)
			c->arena = p->ir->arena;
		c->m = last && p->local ? program->m : 0;
		analyze_declared(c);
		analyze_package(c);
	}
}

/* One round; true when it has changed a tag. */
static bool try_round(Rounds *r)
{
	Context c = {.arena = arena_new(), .whole = r->rta, .facts = r->facts, .keeps = true};
	c.guesses = true;
	rta_next_round(r->rta);
	analyze_all(r, &c, false);
	undo(r, &c);
	arena_free(c.arena);
	return c.changed;
}

/* What is on the heap by gc's rules: one round without knowing the program. */
static void compare(Rounds *r)
{
	Context c = {.arena = arena_new(), .keeps = true, .guesses = true};
	analyze_all(r, &c, false);
	for (uint32_t i = 0; i < c.done.len; i++) {
		for (uint32_t j = 0; j < c.done.data[i]->locs.len; j++) {
			const Loc *l = c.done.data[i]->locs.data[j];
			if (l->var)
				l->var->gc_heap = l->escapes;
			if (l->node)
				l->node->gc_heap = l->escapes;
		}
	}
	undo(r, &c);
	arena_free(c.arena);
	vec_each(Saved, s, r->saved)
		no_tags(s->func);
}

/* ---- the digest */

static void add(uint64_t *digest, uint64_t value)
{
	digest[0] = hash_bytes(&value, sizeof value, digest[0]);
	digest[1] = hash_bytes(&value, sizeof value, digest[1] ^ digest[0]);
}

static void add_text(uint64_t *digest, const char *text)
{
	add(digest, hash_bytes(text, strlen(text), digest[1]));
}

typedef struct Digest {
	Arena *arena;
	uint64_t *value;
} Digest;

static bool add_node(void *ctx, Node **slot)
{
	Digest *d = ctx;
	const Node *n = *slot;
	add(d->value, n->op | (uint64_t)n->esc << 8 | (uint64_t)n->flags << 16);
	if (n->op == OMAKESLICE || n->op == OAPPEND)
		add(d->value, (uint64_t)n->offset);
	if (n->op == ODOTINTER && n->y)
		add_text(d->value, direct_layout(d->arena, n));
	return ir_each_child(*slot, add_node, ctx);
}

static void add_vars(uint64_t *digest, const VarList *list)
{
	for (uint32_t i = 0; i < list->len; i++)
		add(digest, list->data[i]->esc | (uint64_t)list->data[i]->by_value << 8 |
				    (uint64_t)list->data[i]->room << 16);
}

static void make_digest(WholePackage *p)
{
	Digest d = {p->ir->arena, p->digest};
	for (uint32_t i = 0; i < p->ir->funcs.len; i++) {
		Func *f = p->ir->funcs.data[i];
		add(p->digest, hash_bytes(f->symbol, str_len(f->symbol), 1 + f->never_runs));
		add_vars(p->digest, &f->params);
		add_vars(p->digest, &f->results);
		add_vars(p->digest, &f->locals);
		add_vars(p->digest, &f->closure_vars);
		for (uint32_t j = 0; j < f->body.len; j++)
			add_node(&d, &f->body.data[j]);
	}
}

/* No code is made of what cannot run: if it does, the program stops. */
static void leave_out(const Rta *rta, const IrPackage *p)
{
	for (uint32_t i = 0; i < p->funcs.len; i++)
		p->funcs.data[i]->never_runs = !rta_reachable(rta, p->funcs.data[i]);
}

static void find_direct_calls(Rounds *r)
{
	WholeProgram *program = r->program;
	for (uint32_t i = 0; i < program->packages.len; i++) {
		const WholePackage *p = &program->packages.data[i];
		program->begin(program->ctx, i);
		direct_calls(r->rta, p, p->local ? program->m : 0);
	}
}

void escape_whole(WholeProgram *program)
{
	Rounds r = {.program = program, .rta = rta_analyze(program->arena, program)};
	r.facts = facts_collect(program->arena, r.rta, program);
	begin_rounds(&r);
	if (program->compares)
		compare(&r);
	Context c = {.arena = program->arena, .whole = r.rta, .facts = r.facts, .keeps = true};
	c.tells = program->compares;
	int rounds = 0;
	while (rounds < MAX_ROUNDS && try_round(&r))
		rounds++;
	if (rounds == MAX_ROUNDS) { /* by gc's rules, then, which need one round only */
		c.whole = NULL;
		c.facts = NULL;
	}
	rta_next_round(r.rta);
	find_direct_calls(&r);
	analyze_all(&r, &c, true);
	if (c.whole)
		once_place(&c, r.facts);
	vec_each(WholePackage, p, program->packages) {
		if (program->checks)
			leave_out(r.rta, p->ir);
		make_digest(p);
	}
}
