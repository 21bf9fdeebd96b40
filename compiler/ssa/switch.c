/*
 * Pass switch: a chain of tests of one integer for equality with constants, which is what a switch
 * statement has become, turns into a jump table where the constants lie close together, else into a
 * binary search that ends in short chains.
 *
 * 	b0: if v == c0 -> t0 b1     b1: if v == c1 -> t1 b2     ...     -> otherwise
 *
 * The blocks of the chain hold nothing but their test, so they may be put in any order.
 */
#include <stdlib.h>

#include "ssa/passes.h"

enum { SEARCH_MIN = 5, LEAF_MAX = 3, TABLE_MIN = 8, TABLE_SPREAD = 4 };

typedef struct Case {
	int64_t c;
	Block *test; /* succs[0] is the target */
} Case;

typedef struct Chain {
	Block *head;
	Value *v;
	VEC(Case) cases;
	Block *otherwise; /* where all other values go */
} Chain;

static bool is_test(const Block *b, const Value *v, int64_t *c)
{
	if (b->kind != BLOCK_IF || b->control->op != OP_EQ ||
	    !value_is_const(b->control->args[1], c))
		return false;
	const Value *x = b->control->args[0];
	return kind_is_int(x->kind) && (!v || x == v);
}

/* b holds nothing but a test of v. */
static bool is_link(const Block *b, const Value *v, int64_t *c)
{
	if (b->preds.len != 1 || !is_test(b, v, c) || b->control->block != b ||
	    b->control->uses != 1)
		return false;
	each_value(b, x) if (x != b->control && x->op != OP_CONST) return false;
	return true;
}

/* Constants may also be arguments of phis further on; in the head they outlive the links. */
static void move_constants(SsaFunc *f, Block *link, Block *head)
{
	uint32_t n = 0;
	each_value(link, v)
	{
		if (v == link->control)
			link->values.data[n++] = v;
		else
			ssa_append(f, head, v);
	}
	link->values.len = n;
}

static Chain find_chain(SsaFunc *f, Block *b)
{
	Chain chain = {.head = b};
	int64_t c;
	if (!is_test(b, NULL, &c))
		return chain;
	chain.v = b->control->args[0];
	for (;;) {
		Case one = {c, b};
		vec_push(f->arena, chain.cases, one);
		b = b->succs.data[1].block;
		if (!is_link(b, chain.v, &c))
			break;
		move_constants(f, b, chain.head);
	}
	return chain;
}

/* The edge that leaves the chain at its end: of the block that comes last in the order. */
static Edge last_edge(const Chain *chain)
{
	const Block *last = chain->head;
	int64_t c;
	while (is_link(last->succs.data[1].block, chain->v, &c))
		last = last->succs.data[1].block;
	return last->succs.data[1];
}

static int by_constant(const void *x, const void *y)
{
	const Case *a = x, *b = y;
	if (a->c != b->c)
		return a->c < b->c ? -1 : 1;
	return a->test->order < b->test->order ? -1 : 1; /* the first one counts */
}

static void drop_duplicates(Chain *chain)
{
	uint32_t n = 0;
	for (uint32_t i = 0; i < chain->cases.len; i++)
		if (!n || chain->cases.data[n - 1].c != chain->cases.data[i].c)
			chain->cases.data[n++] = chain->cases.data[i];
	chain->cases.len = n;
}

/* Adds an edge to `to` whose phi arguments are those of its predecessor `like`. */
static void add_edge_like(SsaFunc *f, Block *from, Block *to, uint32_t like)
{
	ssa_add_edge(f, from, to);
	each_value(to, phi)
	{
		if (phi->op != OP_PHI)
			break;
		Value **args = NEW_ARRAY(f->arena, Value *, phi->nargs + 1);
		memcpy(args, phi->args, phi->nargs * sizeof *args);
		args[phi->nargs] = phi->args[like];
		phi->args = args;
		phi->nargs++;
	}
}

static Block *new_block(SsaFunc *f, const Block *like, BlockKind kind)
{
	Block *b = ssa_new_block(f);
	b->kind = kind;
	b->pos = like->pos;
	b->inl = like->inl;
	return b;
}

static Value *constant(SsaFunc *f, Block *b, Kind kind, int64_t c)
{
	return ssa_value0(f, b, OP_CONST, kind, c, b->pos, b->inl);
}

/* ---- jump table */

/* Edges to one block agree on its phis. */
static bool targets_agree(const Chain *chain)
{
	for (uint32_t i = 0; i < chain->cases.len; i++) {
		Edge e = chain->cases.data[i].test->succs.data[0];
		e.block->mark = UINT32_MAX;
	}
	for (uint32_t i = 0; i < chain->cases.len; i++) {
		Edge e = chain->cases.data[i].test->succs.data[0];
		if (e.block->mark == UINT32_MAX)
			e.block->mark = e.index;
		each_value(e.block, phi)
		{
			if (phi->op != OP_PHI)
				break;
			if (phi->args[e.index] != phi->args[e.block->mark])
				return false;
		}
	}
	return true;
}

static bool is_dense(const Chain *chain)
{
	uint64_t range = (uint64_t)vec_last(chain->cases).c - (uint64_t)chain->cases.data[0].c;
	return chain->cases.len >= TABLE_MIN && range < (uint64_t)chain->cases.len * TABLE_SPREAD &&
	       targets_agree(chain);
}

/* head: i = v - min; if i < range -> table otherwise; table: switch i */
static Block *make_table(SsaFunc *f, Block *head, const Chain *chain)
{
	int64_t min = chain->cases.data[0].c, range = vec_last(chain->cases).c - min + 1;
	Block *table = new_block(f, head, BLOCK_SWITCH), *start = new_block(f, head, BLOCK_IF);
	Value *v = chain->v;
	if (v->kind != K_I64)
		v = ssa_value1(f, start, OP_SEXT, K_I64, 0, v, start->pos, start->inl);
	Value *i = ssa_value2(f, start, OP_SUB, K_I64, 0, v, constant(f, start, K_I64, min),
			      start->pos, start->inl);
	start->control = ssa_value2(f, start, OP_LT_U, K_I8, 0, i, constant(f, start, K_I64, range),
				    start->pos, start->inl);
	table->control = i;
	ssa_add_edge(f, start, table);
	ssa_add_edge(f, start, chain->otherwise);
	uint32_t next = 0;
	for (int64_t k = 0; k < range; k++) {
		if (chain->cases.data[next].c != min + k) {
			ssa_add_edge(f, table, chain->otherwise);
			continue;
		}
		Edge to = chain->cases.data[next++].test->succs.data[0];
		add_edge_like(f, table, to.block, to.index);
	}
	return start;
}

/* ---- binary search */

/* A test of its own for the case, since the first one of the chain stands in a block with other
 * values. */
static Block *make_leaf(SsaFunc *f, const Chain *chain, uint32_t first, uint32_t n)
{
	Block *start = NULL, *before = NULL;
	for (uint32_t i = first; i < first + n; i++) {
		const Case *one = &chain->cases.data[i];
		Block *b = new_block(f, one->test, BLOCK_IF);
		b->control = ssa_value2(f, b, OP_EQ, K_I8, 0, chain->v,
					constant(f, b, chain->v->kind, one->c), b->pos, b->inl);
		add_edge_like(f, b, one->test->succs.data[0].block, one->test->succs.data[0].index);
		if (before)
			ssa_add_edge(f, before, b);
		else
			start = b;
		before = b;
	}
	ssa_add_edge(f, before, chain->otherwise);
	return start;
}

static Block *make_search(SsaFunc *f, const Chain *chain, uint32_t first, uint32_t n)
{
	if (n <= LEAF_MAX)
		return make_leaf(f, chain, first, n);
	uint32_t half = n / 2;
	Block *b = new_block(f, chain->cases.data[first].test, BLOCK_IF);
	Block *low = make_search(f, chain, first, half),
	      *high = make_search(f, chain, first + half, n - half);
	Value *pivot = constant(f, b, chain->v->kind, chain->cases.data[first + half].c);
	b->control = ssa_value2(f, b, OP_LT_S, K_I8, 0, chain->v, pivot, b->pos, b->inl);
	ssa_add_edge(f, b, low);
	ssa_add_edge(f, b, high);
	return b;
}

static void convert(SsaFunc *f, Block *head)
{
	Chain chain = find_chain(f, head);
	if (chain.cases.len < SEARCH_MIN)
		return;
	qsort(chain.cases.data, chain.cases.len, sizeof(Case), by_constant);
	drop_duplicates(&chain);
	if (chain.cases.len < SEARCH_MIN)
		return;
	Edge last = last_edge(&chain);
	bool dense = is_dense(&chain);
	chain.otherwise = new_block(f, head, BLOCK_PLAIN);
	add_edge_like(f, chain.otherwise, last.block, last.index);
	Block *tree =
		dense ? make_table(f, head, &chain) : make_search(f, &chain, 0, chain.cases.len);
	head->kind = BLOCK_PLAIN;
	head->control = NULL;
	head->likely = 0;
	while (head->succs.len)
		ssa_remove_edge(f, head, head->succs.len - 1);
	ssa_add_edge(f, head, tree);
}

void ssa_pass_switch(SsaFunc *f)
{
	ssa_count_uses(f);
	uint32_t n = f->blocks.len; /* what is appended has no chains */
	for (uint32_t i = 0; i < n; i++) {
		Block *b = f->blocks.data[i];
		int64_t c;
		/* The head of a chain; its links lose their way in when it is converted. */
		if (b->kind == BLOCK_IF && (b->preds.len || b == f->entry || b == f->recover) &&
		    is_test(b, NULL, &c))
			convert(f, b);
	}
	ssa_order(f);
	ssa_dominators(f);
}
