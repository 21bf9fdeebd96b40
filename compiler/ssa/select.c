/*
 * Pass select: a branch around almost nothing becomes a select (a conditional move).
 *
 * 	b: if c -> t e        b: v = select c x y
 * 	t: goto j        =>   goto j
 * 	e: goto j
 * 	j: phi x y
 *
 * where one of t and e may be missing. Only where the sides compute at most one cheap value that
 * may as well be computed always, a single phi of an integer or pointer hangs on it, and the branch
 * is not known to be lopsided.
 */
#include "ssa/passes.h"

enum { ARM_MAX = 1 };

static bool is_cheap(const Value *v)
{
	switch (v->op) {
	case OP_ADD:
	case OP_SUB:
	case OP_AND:
	case OP_OR:
	case OP_XOR:
	case OP_NEG:
	case OP_NOT:
	case OP_LNOT:
	case OP_SEXT:
	case OP_ZEXT:
	case OP_TRUNC: return true;
	case OP_SHL:
	case OP_SHR:
	case OP_SAR: return v->aux && v->args[1]->op == OP_CONST;
	default: return value_is(v, OPF_CONST);
	}
}

/* b's arm goes on to j after at most a cheap value. */
static bool is_arm(const Block *arm, const Block *j)
{
	uint32_t cost = 0;
	if (arm->kind != BLOCK_PLAIN || arm->preds.len != 1 || arm->succs.data[0].block != j)
		return false;
	each_value(arm, v)
	{
		if (!is_cheap(v))
			return false;
		cost += !value_is(v, OPF_CONST);
	}
	return cost <= ARM_MAX;
}

/* The only phi of j that differs between its edges x and y; NULL when there is not exactly one, or
 * it does not fit. */
static Value *only_phi(const Block *j, uint32_t x, uint32_t y)
{
	Value *only = NULL;
	each_value(j, v)
	{
		if (v->op != OP_PHI)
			break;
		if (v->args[x] == v->args[y])
			continue;
		if (only || kind_is_float(v->kind))
			return NULL;
		only = v;
	}
	return only;
}

static void move_values(SsaFunc *f, Block *from, Block *to)
{
	each_value(from, v) ssa_append(f, to, v);
	from->values.len = 0;
}

static void convert(SsaFunc *f, Block *b)
{
	Block *t = b->succs.data[0].block, *e = b->succs.data[1].block, *j;
	Edge yes, no; /* the edges into j, as its predecessors */
	if (b->likely || t == e)
		return;
	if (t->kind == BLOCK_PLAIN && is_arm(t, e)) {
		j = e;
		yes = t->succs.data[0];
		no = b->succs.data[1];
	} else if (e->kind == BLOCK_PLAIN && is_arm(e, t)) {
		j = t;
		yes = b->succs.data[0];
		no = e->succs.data[0];
	} else if (t->kind == BLOCK_PLAIN && is_arm(t, t->succs.data[0].block) &&
		   is_arm(e, t->succs.data[0].block)) {
		j = t->succs.data[0].block;
		yes = t->succs.data[0];
		no = e->succs.data[0];
	} else {
		return;
	}
	Value *phi = j->loop_header ? NULL : only_phi(j, yes.index, no.index);
	if (!phi)
		return;
	if (t != j)
		move_values(f, t, b);
	if (e != j)
		move_values(f, e, b);
	Value *v = ssa_value0(f, b, OP_SELECT, phi->kind, 0, phi->pos ? phi->pos : b->pos, b->inl);
	ssa_set_args(f, v, 3, (Value *[]){b->control, phi->args[yes.index], phi->args[no.index]});
	phi->args[yes.index] = phi->args[no.index] = v;
	/* An arm that is left over is empty; the other one cannot be reached any more. */
	ssa_remove_edge(f, b, t != j && e == j ? 0 : 1);
	b->kind = BLOCK_PLAIN;
	b->control = NULL;
}

void ssa_pass_select(SsaFunc *f)
{
	each_block(f, b) if (b->kind == BLOCK_IF) convert(f, b);
	ssa_order(f);
	ssa_dominators(f);
}
