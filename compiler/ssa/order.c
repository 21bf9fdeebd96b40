/*
 * The shape of the control flow: reverse postorder, dominators, loops.
 *
 * Entry and recover point are two roots; nothing dominates across them. Dominators are found by the
 * semi-NCA method (Georgiadis, Linear-Time Algorithms for Dominators and Related Problems, 2005):
 * semidominators by a depth-first numbering and path compression as in Lengauer and Tarjan, then
 * each block's dominator is the nearest ancestor of its tree parent whose number is not above its
 * semidominator's. Loops are the natural ones of back edges to a dominating header, found from the
 * inside out; a cycle that is entered in two places is no loop here.
 */
#include <stdlib.h>

#include "ssa/ssa.h"

typedef struct Frame {
	Block *block;
	uint32_t next;
} Frame;

/* Appends the blocks reachable from root to `post`, in postorder. `mark` is 1 once a block was
 * seen. */
static uint32_t postorder(SsaFunc *f, Block *root, Block **post, uint32_t n)
{
	VEC(Frame) stack = {0};
	Frame first = {root, 0};
	root->mark = 1;
	vec_push(f->arena, stack, first);
	while (stack.len) {
		Frame *top = &vec_last(stack);
		if (top->next == top->block->succs.len) {
			post[n++] = top->block;
			stack.len--;
			continue;
		}
		/* The last successor first: the first one then follows its predecessor. */
		Block *to = top->block->succs.data[top->block->succs.len - 1 - top->next++].block;
		if (to->mark)
			continue;
		to->mark = 1;
		Frame next = {to, 0};
		vec_push(f->arena, stack, next);
	}
	return n;
}

void ssa_order(SsaFunc *f)
{
	each_block(f, b) b->mark = 0;
	Block **post = NEW_ARRAY(f->arena, Block *, f->blocks.len + 1);
	uint32_t n = 0;
	if (f->recover)
		n = postorder(f, f->recover, post, n);
	n = postorder(f, f->entry, post, n);
	each_block(f, b) if (!b->mark) while (b->succs.len) ssa_remove_edge(f, b, b->succs.len - 1);
	f->blocks.len = n;
	for (uint32_t i = 0; i < n; i++) {
		f->blocks.data[i] = post[n - 1 - i];
		f->blocks.data[i]->order = i;
	}
}

/* ---- dominators. Blocks are numbered in depth-first preorder from 1; number 0 is a root above
 * entry and recover. */

typedef struct Dom {
	Block **block;
	uint32_t *parent, *ancestor, *label, *semi, *idom;
	uint32_t n;
} Dom;

static void number(SsaFunc *f, Dom *d, Block *root)
{
	VEC(Edge) stack = {0}; /* a block to visit, and the number of its tree parent */
	Edge first = {root, 0};
	vec_push(f->arena, stack, first);
	while (stack.len) {
		Edge e = vec_pop(stack);
		if (e.block->mark)
			continue;
		uint32_t k = d->n++;
		e.block->mark = k;
		d->block[k] = e.block;
		d->parent[k] = e.index;
		d->semi[k] = d->label[k] = k;
		for (uint32_t i = e.block->succs.len; i-- > 0;) {
			Edge next = {e.block->succs.data[i].block, k};
			if (!next.block->mark)
				vec_push(f->arena, stack, next);
		}
	}
}

/* The label of least semidominator on the path from v to the root of its tree in the forest;
 * compresses the path. */
static uint32_t eval(Dom *d, uint32_t v)
{
	if (!d->ancestor[v])
		return v;
	uint32_t up = d->ancestor[v];
	if (d->ancestor[up]) {
		uint32_t best = eval(d, up);
		if (d->semi[best] < d->semi[d->label[v]])
			d->label[v] = best;
		d->ancestor[v] = d->ancestor[up];
	}
	return d->label[v];
}

static void semi_nca(Dom *d)
{
	for (uint32_t w = d->n - 1; w > 0; w--) {
		Block *b = d->block[w];
		uint32_t semi = d->parent[w];
		vec_each(Edge, e, b->preds) {
			if (!e->block->mark)
				continue;
			uint32_t u = d->semi[eval(d, e->block->mark)];
			if (u < semi)
				semi = u;
		}
		d->semi[w] = semi;
		d->ancestor[w] = d->parent[w];
	}
	for (uint32_t w = 1; w < d->n; w++) {
		uint32_t up = d->parent[w];
		while (up > d->semi[w])
			up = d->idom[up];
		d->idom[w] = up;
	}
}

/* Numbers the tree so that dominance is an interval test. */
static uint32_t number_tree(SsaFunc *f, Block *root, uint32_t clock)
{
	VEC(Block *) stack = {0};
	vec_push(f->arena, stack, root);
	root->dom_in = ++clock;
	Block *b = root;
	Block *down = b->child;
	for (;;) {
		if (down) {
			b = down;
			b->dom_in = ++clock;
			vec_push(f->arena, stack, b);
			down = b->child;
			continue;
		}
		b->dom_out = ++clock;
		stack.len--;
		if (!stack.len)
			return clock;
		down = b->sibling;
		b = vec_last(stack);
	}
}

/* ---- loops */

/* Everything that reaches `header` from its back edges without passing it; loops already found
 * inside count as their outermost header. */
static void find_loop(SsaFunc *f, Block *header)
{
	VEC(Block *) work = {0};
	vec_each(Edge, e, header->preds)
		if (ssa_dominates(header, e->block))
			vec_push(f->arena, work, e->block);
	if (!work.len)
		return;
	header->loop_header = true;
	while (work.len) {
		Block *b = vec_pop(work);
		if (b->loop) {
			/* data: the outermost loop found so far around a header, with path
			 * compression */
			Block *outer = b->loop;
			while (outer->outer)
				outer = outer->outer;
			if (outer == header)
				continue;
			outer->outer = header;
			b = outer;
		} else {
			b->loop = header;
			if (b == header)
				continue;
		}
		vec_each(Edge, e, b->preds)
			if (e->block != b && !(b->loop == b && ssa_dominates(b, e->block)) &&
			    ssa_dominates(header, e->block))
				vec_push(f->arena, work, e->block);
	}
	header->loop = header;
}

static void find_loops(SsaFunc *f)
{
	each_block(f, b)
	{
		b->loop = b->outer = NULL;
		b->loop_header = false;
		b->depth = 0;
	}
	/* Reverse postorder backwards: a dominated header comes before the headers around it. */
	for (uint32_t i = f->blocks.len; i-- > 0;)
		find_loop(f, f->blocks.data[i]);
	each_block(f, b)
	{
		if (b->loop_header)
			b->depth = b->outer ? b->outer->depth + 1 : 1;
		else if (b->loop)
			b->depth = b->loop->depth;
	}
}

void ssa_dominators(SsaFunc *f)
{
	uint32_t n = f->blocks.len + 1;
	Dom d = {NEW_ARRAY(f->arena, Block *, n),
		 NEW_ARRAY(f->arena, uint32_t, n),
		 NEW_ARRAY(f->arena, uint32_t, n),
		 NEW_ARRAY(f->arena, uint32_t, n),
		 NEW_ARRAY(f->arena, uint32_t, n),
		 NEW_ARRAY(f->arena, uint32_t, n),
		 1};
	each_block(f, b)
	{
		b->mark = 0;
		b->idom = b->child = b->sibling = NULL;
	}
	number(f, &d, f->entry);
	if (f->recover)
		number(f, &d, f->recover);
	semi_nca(&d);
	/* In reverse of the block order, so that children are in block order. */
	for (uint32_t i = f->blocks.len; i-- > 0;) {
		Block *b = f->blocks.data[i];
		uint32_t up = d.idom[b->mark];
		if (!up)
			continue;
		b->idom = d.block[up];
		b->sibling = b->idom->child;
		b->idom->child = b;
	}
	/* A block that both entry and recover reach is a root of its own: it has no dominator. */
	uint32_t clock = 0;
	each_block(f, b) if (!b->idom) clock = number_tree(f, b, clock);
	find_loops(f);
}
