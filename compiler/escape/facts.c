/*
 * What a whole program says of its functions: which run once at most, and in which interval the
 * values of integer expressions lie.
 *
 * A function runs once when it is an initialiser or main.main, or when the program refers to it in
 * one place only, a call outside of loops in a function that runs once. An object made outside of
 * loops in such a function is made once.
 *
 * The interval of a parameter is that of the arguments of all calls of its function, when there are
 * no others than those the program shows and nothing assigns to it. The parameters' intervals are
 * found together, in rounds: what their types say holds, and what the arguments say by intervals
 * that hold, holds too. A round looks at those again that depend on what the one before has made
 * narrower, so the work can end after any round; and it ends after so many that the work is
 * proportional to the program.
 */
#include "escape/facts.h"

#include "escape/loopwalk.h"
#include "escape/rta.h"

typedef struct Site { /* a call of a known function */
	Func *caller;
	const Node *call;
	bool in_loop;
} Site;

typedef VEC(Site) SiteList;

typedef struct FuncFacts {
	SiteList sites;
	bool is_main;
	bool elsewhere; /* may run for other reasons than these calls */
	bool visited;   /* what is in it is known */
	uint8_t once;   /* OPEN, ... */
} FuncFacts;

enum { OPEN, NO, YES };

typedef struct Param {         /* of integer type, all of whose values the program shows */
	const SiteList *sites; /* of calls that pass it ... */
	uint32_t number;       /* ... as this parameter */
	Type *type;
	Interval value, next;      /* known so far; after this round */
	VEC(struct Param *) users; /* those whose arguments have it in them */
	bool listed;               /* to be looked at again */
} Param;

typedef VEC(Param *) ParamList;

struct Facts {
	Arena *arena;
	Rta *rta;
	Map funcs;    /* Func -> FuncFacts */
	Map assigned; /* Var of a parameter -> assigned to, or its address is taken */
	Map pointed;  /* Var -> its address is taken, or a closure captures it */
	Map params;   /* Var -> Param */
	Param *asks;  /* whose arguments are looked at for the first time */
};

static FuncFacts *facts_of(Facts *facts, const Func *f)
{
	void **slot = map_slot(&facts->funcs, f);
	if (!*slot)
		*slot = NEW(facts->arena, FuncFacts);
	return *slot;
}

/* ---------------------------------------------------------------- calls */

typedef struct Walk {
	Facts *facts;
	Func *func;
	LoopWalk loops;
} Walk;

static Func *direct_callee(const Node *n)
{
	if (n->op == OCALLMETH)
		return n->x->func;
	bool named = n->op == OCALLFUNC &&
		     (n->x->op == OFUNCNAME || n->x->op == OMETHEXPR || n->x->op == OCLOSURE);
	return named ? n->x->func : NULL;
}

/* The variable that the place n is a part of, or NULL. */
static Var *variable_of(const Node *n)
{
	while (n && (n->op == ODOT || n->op == OPAREN ||
		     (n->op == OINDEX && type_kind(n->x->type) == T_ARRAY)))
		n = n->x;
	return n && n->op == ONAME ? canonical(n->var) : NULL;
}

static void visit_assigned(Walk *w, const Node *left)
{
	Var *v = variable_of(left);
	if (v)
		map_set(&w->facts->assigned, v, 1);
}

static void visit_pointed(Walk *w, const Node *n)
{
	if (n->op == OADDR && variable_of(n->x))
		map_set(&w->facts->pointed, variable_of(n->x), 1);
	for (uint32_t i = 0; n->op == OCLOSURE && i < n->func->closure_vars.len; i++)
		map_set(&w->facts->pointed, canonical(n->func->closure_vars.data[i]), 1);
}

bool facts_only_named(Facts *facts, const Var *v)
{
	return facts_of(facts, v->func)->visited && !map_has(&facts->pointed, v);
}

static void visit_call(Walk *w, Node *n, Func *callee)
{
	Site site = {w->func, n, w->loops.depth > 0};
	Func *body = rta_body(w->facts->rta, callee);
	vec_push(w->facts->arena, facts_of(w->facts, body)->sites, site);
	if (body != callee)
		facts_of(w->facts, body)->elsewhere = true;
	visit_pointed(w, n->x);
	loopwalk_list(&w->loops, &n->init);
	if (n->op == OCALLMETH)
		loopwalk_children(&w->loops, n->x);
	loopwalk_list(&w->loops, &n->list);
}

static void visit_assignment(Walk *w, const Node *n)
{
	switch ((Op)n->op) {
	case OAS:
	case OASOP:
	case OADDR: visit_assigned(w, n->x); return;
	case ORANGE:
		visit_assigned(w, n->x);
		visit_assigned(w, n->y);
		return;
	case OAS2:
	case OAS2FUNC:
	case OAS2MAPR:
	case OAS2DOTTYPE:
	case OAS2RECV:
		for (uint32_t i = 0; i < n->list.len; i++)
			visit_assigned(w, n->list.data[i]);
		return;
	default: return;
	}
}

static bool visit(void *ctx, Node **slot)
{
	Walk *w = ctx;
	Node *n = *slot;
	Func *callee = direct_callee(n);
	visit_assignment(w, n);
	visit_pointed(w, n);
	if (callee) {
		visit_call(w, n, callee);
		return false;
	}
	switch ((Op)n->op) {
	case ONAME: return false;
	case OFUNCNAME:
	case OCLOSURE:
	case OMETHEXPR:
	case OMETHVALUE:
		if (n->func)
			facts_of(w->facts, rta_body(w->facts->rta, n->func))->elsewhere = true;
		break;
	default: break;
	}
	loopwalk_children(&w->loops, n);
	return false;
}

static void visit_function(Facts *facts, Func *f)
{
	facts_of(facts, f)->visited = true;
	Walk w = {.facts = facts, .func = f, .loops = {.visit = visit, .ctx = &w}};
	loopwalk_begin(&w.loops, facts->arena, f);
	loopwalk_list(&w.loops, &f->body);
}

/* ---------------------------------------------------------------- once */

bool facts_once(Facts *facts, const Func *f)
{
	FuncFacts *ff = facts_of(facts, f);
	if (ff->once != OPEN)
		return ff->once == YES;
	ff->once = NO; /* for those that come back here */
	if (ff->elsewhere || rta_is_target(facts->rta, f))
		return false;
	if (ff->sites.len == 0) {
		if (ff->is_main || f->is_init)
			ff->once = YES;
	} else if (ff->sites.len == 1 && !ff->is_main && !f->is_init) {
		const Site *site = &ff->sites.data[0];
		if (!site->in_loop && facts_once(facts, site->caller))
			ff->once = YES;
	}
	return ff->once == YES;
}

/* ---------------------------------------------------------------- intervals */

static const Interval anything = {INT64_MIN, INT64_MAX};

static Interval interval_of(Facts *facts, const Node *n, int depth);

static Interval join(Interval a, Interval b)
{
	return (Interval){a.low < b.low ? a.low : b.low, a.high > b.high ? a.high : b.high};
}

static Interval of_type(Type *t)
{
	int64_t size = type_size(t);
	if (!type_is_integer(t) || size == 8)
		return anything;
	if (type_is_unsigned(t))
		return (Interval){0, (INT64_C(1) << 8 * size) - 1};
	return (Interval){-(INT64_C(1) << (8 * size - 1)), (INT64_C(1) << (8 * size - 1)) - 1};
}

static Interval within(Interval i, Type *t)
{
	Interval of = of_type(t);
	return i.low >= of.low && i.high <= of.high ? i : of;
}

/* What is known of v so far. */
static Interval of_parameter(Facts *facts, const Var *v)
{
	Param *p = map_get(&facts->params, v);
	if (!p)
		return of_type(v->type);
	if (facts->asks)
		vec_push(facts->arena, p->users, facts->asks);
	return p->value;
}

static Interval of_name(Facts *facts, const Node *n, int depth)
{
	const Var *v = canonical(n->var);
	if (v->class == VAR_PARAM)
		return of_parameter(facts, v);
	if (v->class != VAR_LOCAL || v != n->var)
		return of_type(v->type);
	Node *value = ir_static_value((Node *)n);
	return value == n ? of_type(v->type) : within(interval_of(facts, value, depth), v->type);
}

static Interval of_arithmetic(const Node *n, Interval x, Interval y)
{
	Interval r = anything;
	int64_t a, b, c, d;
	switch ((Op)n->op) {
	case OADD:
		if (!__builtin_add_overflow(x.low, y.low, &a) &&
		    !__builtin_add_overflow(x.high, y.high, &b))
			r = (Interval){a, b};
		break;
	case OSUB:
		if (!__builtin_sub_overflow(x.low, y.high, &a) &&
		    !__builtin_sub_overflow(x.high, y.low, &b))
			r = (Interval){a, b};
		break;
	case OMUL:
		if (!__builtin_mul_overflow(x.low, y.low, &a) &&
		    !__builtin_mul_overflow(x.low, y.high, &b) &&
		    !__builtin_mul_overflow(x.high, y.low, &c) &&
		    !__builtin_mul_overflow(x.high, y.high, &d))
			r = join(join((Interval){a, a}, (Interval){b, b}),
				 join((Interval){c, c}, (Interval){d, d}));
		break;
	case ODIV:
		if (x.low >= 0 && y.low > 0)
			r = (Interval){0, x.high / y.low};
		break;
	case OMOD:
		if (y.low > 0 && y.high < INT64_MAX)
			r = (Interval){x.low >= 0 ? 0 : 1 - y.high, y.high - 1};
		break;
	case OAND:
		if (y.low >= 0)
			r = (Interval){0, y.high};
		else if (x.low >= 0)
			r = (Interval){0, x.high};
		break;
	default: break;
	}
	return within(r, n->type);
}

static Interval interval_of(Facts *facts, const Node *n, int depth)
{
	enum { MAX_DEPTH = 20 };
	if (depth > MAX_DEPTH || !type_is_integer(n->type))
		return anything;
	switch ((Op)n->op) {
	case OLITERAL: {
		int64_t value;
		return integer_literal(n, &value) ? (Interval){value, value} : anything;
	}
	case ONAME: return of_name(facts, n, depth + 1);
	case OPAREN: return interval_of(facts, n->x, depth + 1);
	case OCONV:
	case OCONVNOP: return within(interval_of(facts, n->x, depth + 1), n->type);
	case OLEN:
	case OCAP: {
		Type *t = type_is_pointer(n->x->type) ? type_elem(n->x->type) : n->x->type;
		if (type_kind(t) == T_ARRAY)
			return (Interval){type_len(t), type_len(t)};
		return (Interval){0, INT64_MAX};
	}
	case OADD:
	case OSUB:
	case OMUL:
	case ODIV:
	case OMOD:
	case OAND:
		return of_arithmetic(n, interval_of(facts, n->x, depth + 1),
				     interval_of(facts, n->y, depth + 1));
	default: return of_type(n->type);
	}
}

/* ---------------------------------------------------------------- parameters */

static void add_params(Facts *facts, const Func *f, ParamList *list)
{
	const FuncFacts *ff = facts_of(facts, f);
	if (ff->elsewhere || ff->is_main || !ff->sites.len || rta_is_target(facts->rta, f))
		return;
	for (uint32_t i = 0; i < f->params.len; i++) {
		const Var *v = f->params.data[i];
		if (!type_is_integer(v->type) || map_has(&facts->assigned, v))
			continue;
		Param *p = NEW(facts->arena, Param);
		*p = (Param){.sites = &ff->sites, .number = i, .value = of_type(v->type)};
		p->type = v->type;
		map_set(&facts->params, v, p);
		vec_push(facts->arena, *list, p);
	}
}

static Interval of_arguments(Facts *facts, const Param *p)
{
	Interval all = {INT64_MAX, INT64_MIN};
	vec_each(Site, s, *p->sites) {
		uint32_t receiver = s->call->op == OCALLMETH;
		bool known = p->number >= receiver && p->number - receiver < s->call->list.len;
		const Node *arg = known ? s->call->list.data[p->number - receiver] : NULL;
		all = join(all, arg ? interval_of(facts, arg, 0) : anything);
	}
	return within(all, p->type);
}

/* Looks again at the parameters of the list; gives those whose intervals have become narrower. */
static ParamList narrow(Facts *facts, const ParamList *list, bool first)
{
	ParamList narrowed = {0};
	vec_each(Param *, slot, *list) {
		Param *p = *slot;
		facts->asks = first ? p : NULL;
		Interval i = of_arguments(facts, p);
		p->next = (Interval){i.low > p->value.low ? i.low : p->value.low,
				     i.high < p->value.high ? i.high : p->value.high};
		p->listed = false;
	}
	facts->asks = NULL;
	vec_each(Param *, slot, *list) {
		Param *p = *slot;
		bool same = p->next.low == p->value.low && p->next.high == p->value.high;
		if (same || p->next.low > p->next.high) /* never called: any interval holds */
			continue;
		p->value = p->next;
		vec_push(facts->arena, narrowed, p);
	}
	return narrowed;
}

static ParamList users_of(Facts *facts, const ParamList *list)
{
	ParamList users = {0};
	vec_each(Param *, slot, *list) {
		vec_each(Param *, user, (*slot)->users) {
			if (!(*user)->listed)
				vec_push(facts->arena, users, *user);
			(*user)->listed = true;
		}
	}
	return users;
}

static void find_intervals(Facts *facts, const WholeProgram *program)
{
	enum { MAX_ROUNDS = 40 };
	ParamList list = {0};
	for (uint32_t i = 0; i < program->packages.len; i++) {
		const IrPackage *p = program->packages.data[i].ir;
		for (uint32_t j = 0; j < p->funcs.len; j++)
			add_params(facts, p->funcs.data[j], &list);
	}
	for (int round = 0; round < MAX_ROUNDS && list.len; round++) {
		ParamList narrowed = narrow(facts, &list, round == 0);
		list = users_of(facts, &narrowed);
	}
}

Facts *facts_collect(Arena *arena, Rta *rta, const WholeProgram *program)
{
	Facts *facts = NEW(arena, Facts);
	facts->arena = arena;
	facts->rta = rta;
	facts->funcs = facts->assigned = facts->params = facts->pointed = map_make(arena);
	for (uint32_t i = 0; i < program->packages.len; i++) {
		IrPackage *p = program->packages.data[i].ir;
		bool is_main = i + 1 == program->packages.len;
		for (uint32_t j = 0; j < p->funcs.len; j++) {
			Func *f = p->funcs.data[j];
			if (is_main && strcmp(f->symbol, "main.main") == 0)
				facts_of(facts, f)->is_main = true;
			/* what is compiled calls package runtime without saying so here */
			if (p->is_runtime && !f->is_init)
				facts_of(facts, f)->elsewhere = true;
			if (rta_reachable(rta, f))
				visit_function(facts, f);
		}
		for (uint32_t j = 0; j < p->static_funcs.len; j++)
			facts_of(facts, p->static_funcs.data[j]->func)->elsewhere = true;
	}
	find_intervals(facts, program);
	return facts;
}

Interval facts_interval(Facts *facts, const Node *n)
{
	return interval_of(facts, n, 0);
}
