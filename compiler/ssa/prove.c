/*
 * Pass prove: comparisons that earlier ones decide; above all the checks of indices.
 *
 * What is known are inequalities x <= y + c between integer values, read as the signed numbers they
 * are (y may be absent: 0). Branches on the way from the entry (the path in the dominator tree)
 * give them, and so do loops: where i is a phi of `init` and i + step and the loop's condition
 * keeps the sum from wrapping, i >= init. A question x <= y + c is answered by following the
 * inequalities from x upwards and from y downwards, through definitions too, for a bounded number
 * of steps. (The idea of asking on demand is that of Bodik, Gupta and Sarkar, ABCD: Eliminating
 * Array Bounds Checks on Demand, 2000.)
 */
#include "ssa/passes.h"

enum { DEPTH = 6, FUEL = 120 };

/* owner <= other + c, or for a lower bound owner >= other + c. */
typedef struct Fact {
	Value *other; /* NULL: 0 */
	int64_t c;
	struct Fact *next;
} Fact;

typedef struct Undo {
	Fact **list, *old;
} Undo;

typedef struct Prover {
	SsaFunc *f;
	Fact **upper, **lower; /* by value id */
	uint8_t *branch;       /* by value id: 1 a dominating branch found it true, 2 false */
	uint32_t size;         /* of these tables */
	VEC(Undo) undo;
	VEC(Value *) decided; /* entries of `branch` set, in order */
	int fuel;
} Prover;

static bool add_over(int64_t a, int64_t b, int64_t *c)
{
	return __builtin_add_overflow(a, b, c);
}

static bool sub_over(int64_t a, int64_t b, int64_t *c)
{
	return __builtin_sub_overflow(a, b, c);
}

/* *c = a + b, or the largest number when the sum is above: to prove x <= y + *c then proves
 * x <= y + a + b. False when the sum is below the smallest. */
static bool add_capped(int64_t a, int64_t b, int64_t *c)
{
	if (!add_over(a, b, c))
		return true;
	*c = INT64_MAX;
	return a > 0;
}

/* The same for a - b. */
static bool sub_capped(int64_t a, int64_t b, int64_t *c)
{
	if (!sub_over(a, b, c))
		return true;
	*c = INT64_MAX;
	return b < 0;
}

static int64_t kind_max(Kind k)
{
	return kind_size(k) == 8 ? INT64_MAX : ((int64_t)1 << (kind_size(k) * 8 - 1)) - 1;
}

static int64_t kind_min(Kind k)
{
	return -kind_max(k) - 1;
}

static bool le(Prover *s, Value *x, Value *y, int64_t c, int depth);

/* 0 <= v + c */
static bool at_least(Prover *s, Value *v, int64_t min, int depth)
{
	int64_t c;
	return !sub_over(0, min, &c) && le(s, NULL, v, c, depth);
}

static bool nonnegative(Prover *s, Value *v, int depth)
{
	return at_least(s, v, 0, depth);
}

/* x + c does not leave the range of its kind. */
static bool no_wrap(Prover *s, const Value *add, Value *x, int64_t c, int depth)
{
	if (add->mark)
		return true;
	return c > 0 ? le(s, x, NULL, kind_max(add->kind) - c, depth)
		     : at_least(s, x, kind_min(add->kind) - c, depth);
}

/* v as a value plus a constant: v = result + *k. NULL is 0. */
static Value *strip(Prover *s, Value *v, int64_t *k, int depth)
{
	*k = 0;
	while (v) {
		int64_t c, sum;
		if (v->op == OP_CONST) {
			if (add_over(*k, v->aux, &sum))
				return v;
			*k = sum;
			return NULL;
		}
		if (v->op == OP_SEXT) {
			v = v->args[0];
		} else if (v->op == OP_ADD && value_is_const(v->args[1], &c) && depth > 0 &&
			   no_wrap(s, v, v->args[0], c, depth - 2) && !add_over(*k, c, &sum)) {
			*k = sum;
			v = v->args[0];
		} else {
			break;
		}
	}
	return v;
}

/* The bounds that v's operation and kind alone imply. */
static void range(const Value *v, int64_t *min, int64_t *max)
{
	int64_t c;
	*min = kind_min(v->kind);
	*max = kind_max(v->kind);
	if (v->flags & VF_LENGTH)
		*min = 0;
	switch (v->op) {
	case OP_ZEXT:
		*min = 0;
		*max = ssa_zero_extend(-1, v->args[0]->kind);
		break;
	case OP_AND:
		if (value_is_const(v->args[1], &c) && c >= 0)
			*min = 0, *max = c;
		break;
	case OP_SHR:
		if (v->aux && value_is_const(v->args[1], &c) && c > 0) {
			*min = 0;
			*max = (int64_t)((uint64_t)ssa_zero_extend(-1, v->kind) >> c);
		}
		break;
	case OP_MOD_U:
		if (value_is_const(v->args[1], &c) && c > 0)
			*min = 0, *max = c - 1;
		break;
	case OP_MOD_S:
		if (value_is_const(v->args[1], &c) && c != 0 && c > INT64_MIN)
			*max = (c < 0 ? -c : c) - 1, *min = -*max;
		break;
	case OP_DIV_U:
		if (value_is_const(v->args[1], &c) && c > 1)
			*min = 0,
			*max = (int64_t)((uint64_t)ssa_zero_extend(-1, v->kind) / (uint64_t)c);
		break;
	case OP_BIT_LEN:
	case OP_CTZ:
	case OP_POPCOUNT:
		*min = 0;
		*max = 64;
		break;
	default:
		if (ssa_is_bool(v) && v->op != OP_CONST)
			*min = 0, *max = 1;
	}
}

/* v <= y + c by v's definition. */
static bool le_by_definition(Prover *s, Value *v, Value *y, int64_t c, int depth)
{
	Value *x = v->nargs ? v->args[0] : NULL;
	int64_t k;
	switch (v->op) {
	case OP_AND: return nonnegative(s, x, depth) && le(s, x, y, c, depth);
	case OP_SHR:
	case OP_SAR:
	case OP_MOD_U: return nonnegative(s, x, depth) && le(s, x, y, c, depth);
	case OP_MOD_S:
	case OP_DIV_S:
	case OP_DIV_U:
		return value_is_const(v->args[1], &k) && k > 0 && nonnegative(s, x, depth) &&
		       le(s, x, y, c, depth);
	case OP_SUB:
		return nonnegative(s, x, depth) && nonnegative(s, v->args[1], depth) &&
		       le(s, x, y, c, depth);
	case OP_ZEXT: return nonnegative(s, x, depth) && le(s, x, y, c, depth);
	case OP_SELECT: return le(s, v->args[1], y, c, depth) && le(s, v->args[2], y, c, depth);
	case OP_PHI:
		if (v->block->loop_header || v->nargs > 4)
			return false;
		for (uint32_t i = 0; i < v->nargs; i++)
			if (!le(s, v->args[i], y, c, depth - 1))
				return false;
		return true;
	default: return false;
	}
}

/* x <= v + c by v's definition. */
static bool ge_by_definition(Prover *s, Value *x, Value *v, int64_t c, int depth)
{
	Value *a = v->nargs ? v->args[0] : NULL;
	int64_t k;
	switch (v->op) {
	case OP_ZEXT: return nonnegative(s, a, depth) && le(s, x, a, c, depth);
	case OP_SELECT: return le(s, x, v->args[1], c, depth) && le(s, x, v->args[2], c, depth);
	case OP_SAR:
	case OP_MOD_S: return !x && c >= 0 && nonnegative(s, a, depth);
	case OP_SHR: return !x && c >= 0 && nonnegative(s, a, depth);
	case OP_DIV_S:
		return !x && c >= 0 && value_is_const(v->args[1], &k) && k > 0 &&
		       nonnegative(s, a, depth);
	case OP_SUB:
		return !x && c >= 0 && nonnegative(s, v->args[1], depth) &&
		       le(s, v->args[1], a, 0, depth);
	case OP_PHI:
		if (v->block->loop_header || v->nargs > 4)
			return false;
		for (uint32_t i = 0; i < v->nargs; i++)
			if (!le(s, x, v->args[i], c, depth - 1))
				return false;
		return true;
	default: return false;
	}
}

/* x <= y + c, where x and y are stripped and differ. */
static bool search(Prover *s, Value *x, Value *y, int64_t c, int depth)
{
	int64_t min, max, k;
	if (x && !y) {
		range(x, &min, &max);
		if (max <= c)
			return true;
	}
	if (y && !x) {
		range(y, &min, &max);
		if (!add_over(min, c, &k) && k >= 0)
			return true;
	}
	if (depth <= 0 || s->fuel-- <= 0)
		return false;
	if (x && x->id < s->size)
		for (Fact *fact = s->upper[x->id]; fact; fact = fact->next)
			if (sub_capped(c, fact->c, &k) && le(s, fact->other, y, k, depth - 1))
				return true;
	if (y && y->id < s->size)
		for (Fact *fact = s->lower[y->id]; fact; fact = fact->next)
			if (add_capped(c, fact->c, &k) && le(s, x, fact->other, k, depth - 1))
				return true;
	return (x && le_by_definition(s, x, y, c, depth - 1)) ||
	       (y && ge_by_definition(s, x, y, c, depth - 1));
}

static bool le(Prover *s, Value *x, Value *y, int64_t c, int depth)
{
	int64_t kx, ky;
	x = strip(s, x, &kx, depth);
	y = strip(s, y, &ky, depth);
	if (!add_capped(c, ky, &c) || !sub_capped(c, kx, &c))
		return false;
	return x == y ? c >= 0 : search(s, x, y, c, depth);
}

static bool prove(Prover *s, Value *x, Value *y, int64_t c)
{
	s->fuel = FUEL;
	return le(s, x, y, c, DEPTH);
}

static bool prove_nonnegative(Prover *s, Value *v)
{
	return prove(s, NULL, v, 0);
}

/* ---- learning */

static void add_fact(Prover *s, Fact **list, Value *other, int64_t c)
{
	Fact *fact = NEW(s->f->arena, Fact);
	*fact = (Fact){other, c, *list};
	Undo undo = {list, *list};
	vec_push(s->f->arena, s->undo, undo);
	*list = fact;
}

/* x <= y + c holds from here on. */
static void learn(Prover *s, Value *x, Value *y, int64_t c)
{
	int64_t kx, ky, up, down;
	s->fuel = FUEL;
	x = strip(s, x, &kx, DEPTH);
	y = strip(s, y, &ky, DEPTH);
	if (add_over(c, ky, &up) || sub_over(up, kx, &up) || sub_over(0, up, &down))
		return;
	if (x && x->id < s->size)
		add_fact(s, &s->upper[x->id], y, up);
	if (y && y->id < s->size)
		add_fact(s, &s->lower[y->id], x, down);
}

static void learn_unequal(Prover *s, Value *x, Value *y)
{
	if (prove(s, x, y, 0))
		learn(s, x, y, -1);
	if (prove(s, y, x, 0))
		learn(s, y, x, -1);
}

static void learn_comparison(Prover *s, Value *v, bool holds)
{
	if (v->nargs != 2 || !kind_is_int(v->args[0]->kind))
		return;
	Value *x = v->args[0], *y = v->args[1];
	switch (v->op) {
	case OP_LT_S: holds ? learn(s, x, y, -1) : learn(s, y, x, 0); break;
	case OP_LE_S: holds ? learn(s, x, y, 0) : learn(s, y, x, -1); break;
	case OP_LT_U:
	case OP_LE_U: {
		int64_t strict = v->op == OP_LT_U ? -1 : 0;
		if (holds && prove_nonnegative(s, y)) {
			learn(s, NULL, x, 0);
			learn(s, x, y, strict);
		} else if (!holds && prove_nonnegative(s, x)) {
			learn(s, NULL, y, 0);
			learn(s, y, x, -1 - strict);
		}
		break;
	}
	case OP_EQ:
	case OP_NE:
		if ((v->op == OP_EQ) == holds) {
			learn(s, x, y, 0);
			learn(s, y, x, 0);
		} else {
			learn_unequal(s, x, y);
		}
		break;
	default: break;
	}
}

static void learn_branch(Prover *s, Block *b)
{
	if (b->preds.len != 1)
		return;
	Edge e = b->preds.data[0];
	if (e.block->kind != BLOCK_IF)
		return;
	Value *c = e.block->control;
	if (c->id < s->size && !s->branch[c->id]) {
		s->branch[c->id] = e.index == 0 ? 1 : 2;
		vec_push(s->f->arena, s->decided, c);
	}
	learn_comparison(s, c, e.index == 0);
}

/* ---- loops */

/* A loop's condition on phi, as it holds in the body: phi < limit, phi <= limit, or the reverse. */
typedef struct Guard {
	Value *limit;
	bool upper; /* the limit is above */
	bool strict;
} Guard;

static bool read_guard(Prover *s, Value *cond, bool holds, const Value *phi, Guard *g)
{
	bool less = cond->op == OP_LT_S || cond->op == OP_LT_U;
	if (!less && cond->op != OP_LE_S && cond->op != OP_LE_U && !(cond->op == OP_NE && holds))
		return false;
	bool left = cond->args[0] == phi;
	if (!left && cond->args[1] != phi)
		return false;
	g->limit = cond->args[left];
	if ((cond->op == OP_LT_U || cond->op == OP_LE_U) &&
	    !(left && holds && prove_nonnegative(s, g->limit)))
		return false;
	g->upper = left == holds;
	g->strict = less == holds;
	return true;
}

/* phi + step cannot wrap where the guard holds. */
static bool step_is_safe(const Guard *g, const Value *phi, const Value *init, int64_t step)
{
	enum { FAR = 1 << 20 };
	int64_t limit, from, sum;
	if (g->strict && (step == 1 || step == -1))
		return true;
	if (value_is_const(g->limit, &limit))
		return !add_over(limit, step, &sum) && sum >= kind_min(phi->kind) &&
		       sum <= kind_max(phi->kind);
	/* It would take centuries to get there. */
	return phi->kind == K_I64 && value_is_const(init, &from) && from >= -FAR && from <= FAR &&
	       step >= -FAR && step <= FAR;
}

static void learn_induction(Prover *s, Block *header, Value *phi, uint32_t latch)
{
	Value *next = phi->args[latch], *init = phi->args[!latch];
	int64_t step;
	if (next->op != OP_ADD || next->args[0] != phi || !value_is_const(next->args[1], &step) ||
	    header->kind != BLOCK_IF)
		return;
	for (int side = 0; side < 2; side++) {
		Block *body = header->succs.data[side].block;
		Guard g;
		if (body->preds.len != 1 || !ssa_dominates(body, next->block))
			continue;
		if (!read_guard(s, header->control, side == 0, phi, &g))
			continue;
		bool outside = ssa_dominates(g.limit->block, header) && g.limit->block != header;
		if (header->control->op == OP_NE) {
			g.strict = true;
			g.upper = step > 0;
			if (!outside || (step != 1 && step != -1) ||
			    !(step > 0 ? prove(s, init, g.limit, 0) : prove(s, g.limit, init, 0)))
				continue;
		}
		if (g.upper != (step > 0) || !step_is_safe(&g, phi, init, step))
			continue;
		next->mark = 1;
		if (step > 0) {
			learn(s, init, phi, 0);
			if (step == 1 && g.strict && outside && prove(s, init, g.limit, 0))
				learn(s, phi, g.limit, 0);
		} else {
			learn(s, phi, init, 0);
			if (step == -1 && g.strict && outside && prove(s, g.limit, init, 0))
				learn(s, g.limit, phi, 0);
		}
	}
}

static void learn_loop(Prover *s, Block *b)
{
	if (!b->loop_header || b->preds.len != 2)
		return;
	uint32_t latch = ssa_dominates(b, b->preds.data[1].block);
	if (!latch && !ssa_dominates(b, b->preds.data[0].block))
		return;
	each_value(b, v)
	{
		if (v->op != OP_PHI)
			break;
		if (kind_is_int(v->kind))
			learn_induction(s, b, v, latch);
	}
}

/* ---- deciding */

/* 1 true, 0 false, -1 not known */
static int decide(Prover *s, Value *v)
{
	Value *x = v->args[0], *y = v->args[1];
	if (!kind_is_int(x->kind))
		return -1;
	switch (v->op) {
	case OP_LT_S: return prove(s, x, y, -1) ? 1 : prove(s, y, x, 0) ? 0 : -1;
	case OP_LE_S: return prove(s, x, y, 0) ? 1 : prove(s, y, x, -1) ? 0 : -1;
	case OP_LT_U:
	case OP_LE_U: {
		int64_t strict = v->op == OP_LT_U ? -1 : 0;
		if (prove_nonnegative(s, x) && prove(s, x, y, strict))
			return 1;
		if (prove_nonnegative(s, y) && prove(s, y, x, -1 - strict))
			return 0;
		return -1;
	}
	case OP_EQ:
	case OP_NE:
		if (prove(s, x, y, -1) || prove(s, y, x, -1))
			return v->op == OP_NE;
		return -1;
	default: return -1;
	}
}

static void use_knowledge(Prover *s, Value *v)
{
	int64_t c;
	int known;
	switch (v->op) {
	case OP_LT_S:
	case OP_LE_S:
	case OP_LT_U:
	case OP_LE_U:
	case OP_EQ:
	case OP_NE:
		known = decide(s, v);
		if (known >= 0)
			ssa_become_const(s->f, v, known);
		break;
	case OP_SEXT:
		if (prove_nonnegative(s, v->args[0]))
			v->op = OP_ZEXT;
		break;
	case OP_DIV_S:
	case OP_MOD_S:
		if (value_is_const(v->args[1], &c) && c > 0 && prove_nonnegative(s, v->args[0]))
			v->op = v->op == OP_DIV_S ? OP_DIV_U : OP_MOD_U, v->aux = 0;
		break;
	case OP_SHL:
	case OP_SHR:
	case OP_SAR:
		if (v->op == OP_SAR && v->args[0]->op == OP_NEG && value_is_const(v->args[1], &c) &&
		    c == 63 && prove(s, NULL, v->args[0]->args[0], -1))
			ssa_become_const(s->f, v, -1);
		else if (!v->aux && prove_nonnegative(s, v->args[1]) &&
			 prove(s, v->args[1], NULL, kind_size(v->kind) * 8 - 1))
			v->aux = 1;
		break;
	default: break;
	}
}

static void visit(Prover *s, Block *b)
{
	learn_branch(s, b);
	learn_loop(s, b);
	each_value(b, v) use_knowledge(s, v);
	if (b->kind != BLOCK_IF || b->control->id >= s->size)
		return;
	uint8_t known = s->branch[b->control->id];
	if (known && b->control->op != OP_CONST)
		b->control = ssa_value0(s->f, b, OP_CONST, K_I8, known == 1, b->pos, b->inl);
}

typedef struct Step {
	Block *block;
	uint32_t undo, decided;
	bool leave;
} Step;

static void walk(Prover *s, Block *root)
{
	VEC(Step) work = {0};
	Step first = {root, 0, 0, false};
	vec_push(s->f->arena, work, first);
	while (work.len) {
		Step step = vec_pop(work);
		if (step.leave) {
			while (s->undo.len > step.undo) {
				Undo undo = vec_pop(s->undo);
				*undo.list = undo.old;
			}
			while (s->decided.len > step.decided)
				s->branch[vec_pop(s->decided)->id] = 0;
			continue;
		}
		Step leave = {step.block, s->undo.len, s->decided.len, true};
		vec_push(s->f->arena, work, leave);
		visit(s, step.block);
		for (Block *c = step.block->child; c; c = c->sibling) {
			Step next = {c, 0, 0, false};
			vec_push(s->f->arena, work, next);
		}
	}
}

void ssa_pass_prove(SsaFunc *f)
{
	uint32_t n = f->next_value;
	Prover s = {.f = f,
		    .size = n,
		    .upper = NEW_ARRAY(f->arena, Fact *, n),
		    .lower = NEW_ARRAY(f->arena, Fact *, n),
		    .branch = NEW_ARRAY(f->arena, uint8_t, n)};
	each_block(f, b) each_value(b, v) v->mark = 0;
	each_block(f, b) if (!b->idom) walk(&s, b);
}
