/*
 * Pass branches: simpler control flow.
 *
 *   - a branch on a constant or to one and the same block becomes a jump; one on a negated
 *     condition changes sides
 *   - a block is joined with its only successor when it is that one's only predecessor
 *   - an empty block is bypassed
 *   - a block that only tests a phi is bypassed by the predecessors for which the phi is a
 *     constant: that is what && and || as values, and inlined functions that return bool,
 *     leave behind
 */
#include "ssa/passes.h"

static void make_plain(SsaFunc *f, Block *b, uint32_t taken)
{
	ssa_remove_edge(f, b, !taken);
	b->kind = BLOCK_PLAIN;
	b->control = NULL;
	b->likely = 0;
}

static void swap_sides(Block *b)
{
	Edge e = b->succs.data[0];
	b->succs.data[0] = b->succs.data[1];
	b->succs.data[1] = e;
	for (uint32_t i = 0; i < 2; i++) {
		e = b->succs.data[i];
		e.block->preds.data[e.index].index = i;
	}
	b->likely = -b->likely;
}

/* The phis of b's two edges to the same block agree. */
static bool same_phis(const Edge *x, const Edge *y)
{
	each_value(x->block, v)
	{
		if (v->op != OP_PHI)
			break;
		if (v->args[x->index] != v->args[y->index])
			return false;
	}
	return true;
}

static bool simplify_if(SsaFunc *f, Block *b)
{
	int64_t c;
	bool changed = false;
	while (b->control->op == OP_LNOT) {
		b->control = b->control->args[0];
		swap_sides(b);
		changed = true;
	}
	if (value_is_const(b->control, &c)) {
		make_plain(f, b, c == 0);
		return true;
	}
	Edge *e = b->succs.data;
	if (e[0].block == e[1].block && same_phis(&e[0], &e[1])) {
		make_plain(f, b, 0);
		return true;
	}
	return changed;
}

static bool simplify_switch(SsaFunc *f, Block *b)
{
	int64_t c;
	if (!value_is_const(b->control, &c) || c < 0 || c >= b->succs.len)
		return false;
	for (uint32_t i = b->succs.len; i-- > 0;)
		if (i != (uint32_t)c)
			ssa_remove_edge(f, b, i);
	b->kind = BLOCK_PLAIN;
	b->control = NULL;
	return true;
}

/* b goes to `next` alone, and nothing else does: next's values move to b, and next has no way in
 * any more. */
static bool join(SsaFunc *f, Block *b)
{
	Block *next = b->succs.data[0].block;
	if (next->preds.len != 1 || next == b || next == f->entry || next == f->recover)
		return false;
	each_value(next, v)
	{
		if (v->op == OP_PHI)
			ssa_become_copy(f, v, v->args[0]);
		ssa_append(f, b, v);
	}
	next->values.len = 0;
	b->kind = next->kind;
	b->control = next->control;
	b->likely = next->likely;
	b->pos = next->pos;
	b->inl = next->inl;
	b->cold |= next->cold;
	if (b->kind == BLOCK_RETURN)
		b->control->block = b;
	b->succs = next->succs;
	for (uint32_t i = 0; i < b->succs.len; i++)
		b->succs.data[i].block->preds.data[b->succs.data[i].index].block = b;
	memset(&next->succs, 0, sizeof next->succs);
	next->preds.len = 0;
	next->kind = BLOCK_EXIT;
	next->control = NULL;
	return true;
}

static bool has_pred(const Block *b, const Block *pred)
{
	for (uint32_t i = 0; i < b->preds.len; i++)
		if (b->preds.data[i].block == pred)
			return true;
	return false;
}

/* Leads succ number i of `pred` to `to`, with the phi arguments of the edge `like`. */
static void redirect(SsaFunc *f, Block *pred, uint32_t i, Block *to, uint32_t like)
{
	each_value(to, v)
	{
		if (v->op != OP_PHI)
			break;
		Value **args = NEW_ARRAY(f->arena, Value *, v->nargs + 1);
		memcpy(args, v->args, v->nargs * sizeof *args);
		args[v->nargs] = v->args[like];
		v->args = args;
	}
	ssa_redirect_edge(f, pred, i, to);
	each_value(to, v)
	{
		if (v->op != OP_PHI)
			break;
		v->nargs++;
	}
}

/* An empty block that goes on to `to`: its predecessors go there at once. A block that is two ways
 * into the same phis stays: it tells them apart. So does the one way into a loop, its preheader. */
static bool bypass_empty(SsaFunc *f, Block *b)
{
	Block *to = b->succs.data[0].block;
	if (b->values.len || to == b || b == f->entry || b == f->recover || !b->preds.len)
		return false;
	bool has_phis = to->values.len && to->values.data[0]->op == OP_PHI;
	bool changed = false;
	if (has_phis && (b->preds.len > 1 || to->loop_header))
		return false;
	for (uint32_t i = b->preds.len; i-- > 0;) {
		Edge e = b->preds.data[i];
		if (e.block == b || (has_phis && has_pred(to, e.block)))
			continue;
		redirect(f, e.block, e.index, to, b->succs.data[0].index);
		changed = true;
	}
	return changed;
}

/* The value v is known on the edge: a constant, or what the predecessor has just tested. */
static bool known_on_edge(const Edge *e, const Value *v, int64_t *c)
{
	if (value_is_const(v, c))
		return true;
	*c = e->index == 0;
	return e->block->kind == BLOCK_IF && e->block->control == v;
}

/* b consists of a phi that decides its branch. */
static bool thread(SsaFunc *f, Block *b)
{
	if (b->values.len != 1 || b->control != b->values.data[0] || b->control->op != OP_PHI ||
	    b->control->uses != 1)
		return false;
	Value *phi = b->control;
	bool changed = false;
	for (uint32_t i = b->preds.len; i-- > 0;) {
		int64_t c;
		Edge e = b->preds.data[i];
		if (e.block == b || !known_on_edge(&e, phi->args[i], &c))
			continue;
		Edge out = b->succs.data[c == 0];
		bool has_phis = out.block->values.len && out.block->values.data[0]->op == OP_PHI;
		if (out.block == b || (has_phis && has_pred(out.block, e.block)))
			continue;
		redirect(f, e.block, e.index, out.block, out.index);
		changed = true;
	}
	return changed;
}

static bool simplify(SsaFunc *f, Block *b)
{
	bool changed = false;
	if (b->kind == BLOCK_IF)
		changed |= simplify_if(f, b);
	if (b->kind == BLOCK_SWITCH)
		changed |= simplify_switch(f, b);
	if (b->kind == BLOCK_IF)
		changed |= thread(f, b);
	while (b->kind == BLOCK_PLAIN && join(f, b))
		changed = true;
	if (b->kind == BLOCK_PLAIN)
		changed |= bypass_empty(f, b);
	return changed;
}

void ssa_pass_branches(SsaFunc *f)
{
	enum { ROUNDS = 5 };
	bool changed = true;
	for (int i = 0; i < ROUNDS && changed; i++) {
		changed = false;
		ssa_count_uses(f);
		each_block(f, b) if (b == f->entry || b == f->recover || b->preds.len) changed |=
			simplify(f, b);
		if (!changed)
			break;
		ssa_pass_copies(f);
		ssa_order(f);
		ssa_dominators(f);
		ssa_pass_copies(f);
	}
}
