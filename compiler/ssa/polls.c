/*
 * Pass polls: a loop in which nothing else lets the goroutine be preempted gets a poll on its back edge.
 *
 * No poll where every iteration passes a safepoint, that is where a block of the loop that dominates the back edge has a call; nor
 * where the loop is counted with constant bounds and short; nor in functions without a stack check.
 */
#include "ssa/passes.h"

enum { SHORT_TRIP = 64 };

static bool has_safepoint(const Block *b)
{
	each_value(b, v)
		if (v->op == OP_POLL || (value_is(v, OPF_SAFEPOINT) && !(v->op == OP_CALL_C && v->call->how == CCALL_LEAF)))
			return true;
	return false;
}

/* A call on each way from header to latch. */
static bool passes_safepoint(const Block *header, const Block *latch)
{
	for (const Block *b = latch; b; b = b->idom) {
		if (b->mark)
			return true;
		if (b == header)
			return false;
	}
	return false;
}

/* for i := c; i < d; i += e, with constants, and no loop inside. */
static bool is_short(const Block *header, uint32_t entry, uint32_t latch)
{
	const Value *cond = header->control;
	int64_t from, to, step;
	if (header->kind != BLOCK_IF || header->preds.len != 2 || (cond->op != OP_LT_S && cond->op != OP_LE_S))
		return false;
	const Value *i = cond->args[0];
	if (i->op != OP_PHI || i->block != header || !value_is_const(cond->args[1], &to) || !value_is_const(i->args[entry], &from))
		return false;
	const Value *next = i->args[latch];
	if (next->op != OP_ADD || next->args[0] != i || !value_is_const(next->args[1], &step) || step <= 0)
		return false;
	return from >= -(1 << 30) && to <= 1 << 30 && (to - from) / step <= SHORT_TRIP;
}

void ssa_pass_polls(SsaFunc *f)
{
	if (f->nosplit)
		return;
	each_block(f, b)
		b->mark = has_safepoint(b);
	each_block(f, b)
		for (uint32_t i = 0; i < b->preds.len; i++) {
			Block *latch = b->preds.data[i].block;
			/* An edge back in the order, which also catches cycles that are entered in two places. */
			if (latch->order < b->order || passes_safepoint(b, latch))
				continue;
			if (b->preds.len == 2 && is_short(b, !i, i))
				continue;
			if (!latch->mark)
				ssa_value0(f, latch, OP_POLL, K_VOID, 0, latch->pos, latch->inl);
			latch->mark = 1;
		}
}
