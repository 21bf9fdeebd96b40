/*
 * Pass polls: a loop in which nothing else lets the goroutine be preempted gets a poll on its back
 * edge.
 *
 * No poll where every iteration passes a safepoint, that is where a block of the loop that
 * dominates the back edge has a call; nor where the loop is counted with constant bounds and short;
 * nor in functions without a stack check. An innermost loop that counts up to a limit is
 * strip-mined instead, so that it polls once in STRIP iterations:
 *
 * 	                           strip: i' = phi init i
 * 	header: i = phi init j            m = min(n, i' + STRIP * step)
 * 	        if i < n -> body exit     goto header
 * 	body:   j = i + step       header: i = phi i' j
 * 	        goto header               if i < m -> body check
 * 	                           check:  if i < n -> poll exit
 * 	                           poll:   poll; goto strip
 */
#include "ssa/passes.h"

enum { SHORT_TRIP = 64, STRIP = 1024, STEP_MAX = 16 };

static bool has_safepoint(const Block *b)
{
	each_value(b, v) if (v->op == OP_POLL ||
			     (value_is(v, OPF_SAFEPOINT) &&
			      !(v->op == OP_CALL_C && v->call->how == CCALL_LEAF))) return true;
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
	if (header->kind != BLOCK_IF || header->preds.len != 2 ||
	    (cond->op != OP_LT_S && cond->op != OP_LE_S))
		return false;
	const Value *i = cond->args[0];
	if (i->op != OP_PHI || i->block != header || !value_is_const(cond->args[1], &to) ||
	    !value_is_const(i->args[entry], &from))
		return false;
	const Value *next = i->args[latch];
	if (next->op != OP_ADD || next->args[0] != i || !value_is_const(next->args[1], &step) ||
	    step <= 0)
		return false;
	return from >= -(1 << 30) && to <= 1 << 30 && (to - from) / step <= SHORT_TRIP;
}

/* ---- strip-mining */

/* The counting of a loop: i = phi init (i + step), going on while i < limit. */
typedef struct Count {
	Value *i, *limit;
	int64_t step;
	bool limit_nonnegative;
} Count;

static bool is_counted(const Block *header, uint32_t latch, Count *c)
{
	const Value *cond = header->control;
	int64_t k;
	if (header->kind != BLOCK_IF || cond->op != OP_LT_S)
		return false;
	c->i = cond->args[0];
	c->limit = cond->args[1];
	if (c->i->op != OP_PHI || c->i->block != header || kind_size(c->i->kind) < 4)
		return false;
	if (c->limit->op != OP_CONST &&
	    (c->limit->block == header || !ssa_dominates(c->limit->block, header)))
		return false;
	const Value *next = c->i->args[latch];
	if (next->op != OP_ADD || next->args[0] != c->i || !value_is_const(next->args[1], &c->step))
		return false;
	c->limit_nonnegative =
		c->limit->flags & VF_LENGTH || (value_is_const(c->limit, &k) && k >= 0);
	return c->step > 0 && c->step <= STEP_MAX;
}

/* min(limit, i + STRIP * step), computed so that nothing wraps around. */
static Value *strip_end(SsaFunc *f, Block *b, const Count *c, Value *i)
{
	Kind k = i->kind;
	int64_t span = STRIP * c->step;
	Value *limit = c->limit;
	if (limit->op == OP_CONST)
		limit = ssa_value0(f, b, OP_CONST, k, limit->aux, b->pos, b->inl);
	Value *less = ssa_value0(f, b, OP_CONST, k, -span, b->pos, b->inl),
	      *more = ssa_value0(f, b, OP_CONST, k, span, b->pos, b->inl);
	Value *last = ssa_value2(f, b, OP_ADD, k, 0, limit, less, b->pos, b->inl);
	Value *far = ssa_value2(f, b, OP_LT_S, K_I8, 0, i, last, b->pos, b->inl);
	if (!c->limit_nonnegative)
		far = ssa_value2(f, b, OP_AND, K_I8, 0, far,
				 ssa_value2(f, b, OP_LT_S, K_I8, 0, last, limit, b->pos, b->inl),
				 b->pos, b->inl);
	Value *end = ssa_value2(f, b, OP_ADD, k, 0, i, more, b->pos, b->inl);
	Value *min = ssa_value0(f, b, OP_SELECT, k, 0, b->pos, b->inl);
	ssa_set_args(f, min, 3, (Value *[]){far, end, limit});
	return min;
}

static Block *new_block(SsaFunc *f, const Block *like, BlockKind kind)
{
	Block *b = ssa_new_block(f);
	b->kind = kind;
	b->pos = like->pos;
	b->inl = like->inl;
	return b;
}

/* Puts `strip` on the way into the loop: its phis take the initial values and, from its second
 * predecessor, those the loop has then. */
static Value *enter_strip(SsaFunc *f, Block *header, uint32_t entry, Block *strip, const Value *i)
{
	Value *counter = NULL;
	Edge in = header->preds.data[entry];
	in.block->succs.data[in.index] = (Edge){strip, 0};
	vec_push(f->arena, strip->preds, in);
	Edge out = {header, entry};
	vec_push(f->arena, strip->succs, out);
	header->preds.data[entry] = (Edge){strip, 0};
	each_value(header, v)
	{
		if (v->op != OP_PHI)
			break;
		Value *phi = ssa_value0(f, strip, OP_PHI, v->kind, 0, v->pos, v->inl);
		phi->flags = v->flags;
		ssa_set_args(f, phi, 2, (Value *[]){v->args[entry], v});
		v->args[entry] = phi;
		if (v == i)
			counter = phi;
	}
	return counter;
}

static bool strip_mine(SsaFunc *f, Block *header, uint32_t latch, const bool *has_inner_loop)
{
	Count c;
	if (header->preds.len != 2 || !is_counted(header, latch, &c) || has_inner_loop[header->id])
		return false;
	Block *exit = header->succs.data[1].block;
	if (ssa_dominates(exit, header->preds.data[latch].block) && ssa_dominates(header, exit))
		return false; /* the loop goes on where the condition fails */
	Block *strip = new_block(f, header, BLOCK_PLAIN), *check = new_block(f, header, BLOCK_IF);
	Block *poll = new_block(f, header, BLOCK_PLAIN);
	Value *counter = enter_strip(f, header, !latch, strip, c.i);
	Value *end = strip_end(f, strip, &c, counter);
	Value *old = header->control;
	Value *limit = c.limit;
	if (limit->op == OP_CONST)
		limit = ssa_value0(f, check, OP_CONST, limit->kind, limit->aux, old->pos, old->inl);
	check->control = ssa_value2(f, check, OP_LT_S, K_I8, 0, c.i, limit, old->pos, old->inl);
	header->control = ssa_value2(f, header, OP_LT_S, K_I8, 0, c.i, end, old->pos, old->inl);
	/* header's second way now leads to check, whose second way is the exit. */
	ssa_add_edge(f, check, poll);
	Edge leave = header->succs.data[1];
	vec_push(f->arena, check->succs, leave);
	leave.block->preds.data[leave.index] = (Edge){check, 1};
	header->succs.data[1] = (Edge){check, 0};
	Edge from = {header, 1};
	vec_push(f->arena, check->preds, from);
	check->likely = -1;
	header->likely = 1;
	ssa_value0(f, poll, OP_POLL, K_VOID, 0, header->pos, header->inl);
	ssa_add_edge(f, poll, strip);
	return true;
}

/* Does the edge number i into b close a loop that needs a poll? */
static bool needs_poll(const Block *b, uint32_t i)
{
	const Block *latch = b->preds.data[i].block;
	/* An edge back in the order, which also catches cycles that are entered in two places. */
	return latch->order >= b->order && !passes_safepoint(b, latch) &&
	       !(b->preds.len == 2 && is_short(b, !i, i));
}

void ssa_pass_polls(SsaFunc *f)
{
	if (f->nosplit)
		return;
	each_block(f, b) b->mark = has_safepoint(b);
	bool *has_inner_loop = NEW_ARRAY(f->arena, bool, f->next_block);
	each_block(f, b) if (b->loop_header && b->outer) has_inner_loop[b->outer->id] = true;
	uint32_t n = f->blocks.len; /* strip-mining appends */
	for (uint32_t k = 0; k < n; k++) {
		Block *b = f->blocks.data[k];
		for (uint32_t i = 0; i < b->preds.len; i++) {
			Block *latch = b->preds.data[i].block;
			if (!needs_poll(b, i) || strip_mine(f, b, i, has_inner_loop))
				continue;
			if (!latch->mark)
				ssa_value0(f, latch, OP_POLL, K_VOID, 0, latch->pos, latch->inl);
			latch->mark = 1;
		}
	}
}
