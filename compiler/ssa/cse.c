/*
 * Pass cse: a pure value that a dominating block has computed already is replaced by that one.
 *
 * Blocks are visited in preorder of the dominator tree. A table maps what a value computes
 * (operation, kind, constants, arguments) to the values seen last; one whose block does not
 * dominate the current block never will again, and is taken off, so each value is looked at a
 * constant number of times.
 */
#include "ssa/passes.h"

typedef struct Entry {
	Value *value;
	struct Entry *below; /* seen earlier, the same computation */
} Entry;

/* Tells two values with the same key apart: the table maps the hash, entries compare in full. */
static uint64_t hash(const Value *v)
{
	uint64_t h = (uint64_t)v->op << 8 | v->kind;
	h = h * 0x9e3779b97f4a7c15 + (uint64_t)v->aux;
	h = h * 0x9e3779b97f4a7c15 + (uint64_t)(uintptr_t)v->sym;
	for (uint32_t i = 0; i < v->nargs; i++)
		h = (h ^ h >> 29) * 0x9e3779b97f4a7c15 + v->args[i]->id;
	return h ^ h >> 32;
}

static bool same(const Value *x, const Value *y)
{
	if (x->op != y->op || x->kind != y->kind || x->aux != y->aux || x->sym != y->sym ||
	    x->nargs != y->nargs)
		return false;
	for (uint32_t i = 0; i < x->nargs; i++)
		if (x->args[i] != y->args[i])
			return false;
	return x->op != OP_PHI || x->block == y->block;
}

/* The address of something on the stack is another number after a safepoint. */
static bool is_candidate(const Value *v)
{
	if (v->op == OP_PTR_TO_INT)
		return false;
	return value_is(v, OPF_PURE) || v->op == OP_PHI ||
	       (v->op == OP_RESULT && value_is(v->args[0], OPF_PURE));
}

static void normalize(Value *v)
{
	for (uint32_t i = 0; i < v->nargs; i++)
		while (v->args[i]->op == OP_COPY)
			v->args[i] = v->args[i]->args[0];
	if (value_is(v, OPF_COMMUTES) && v->args[1]->op != OP_CONST &&
	    v->args[0]->id > v->args[1]->id) {
		Value *a = v->args[0];
		v->args[0] = v->args[1];
		v->args[1] = a;
	}
}

static void visit(SsaFunc *f, Map *table, Value *v)
{
	normalize(v);
	if (!is_candidate(v))
		return;
	Entry **top = (Entry **)map_slot_u64(table, hash(v));
	while (*top && !ssa_dominates((*top)->value->block, v->block))
		*top = (*top)->below;
	for (Entry *e = *top; e; e = e->below)
		if (same(e->value, v)) {
			ssa_become_copy(f, v, e->value);
			return;
		}
	Entry *entry = NEW(f->arena, Entry);
	*entry = (Entry){v, *top};
	*top = entry;
}

/* Preorder of the dominator tree below root. */
static void walk(SsaFunc *f, Map *table, Block *root)
{
	VEC(Block *) work = {0};
	vec_push(f->arena, work, root);
	while (work.len) {
		Block *b = vec_pop(work);
		each_value(b, v) visit(f, table, v);
		for (Block *c = b->child; c; c = c->sibling)
			vec_push(f->arena, work, c);
	}
}

void ssa_pass_cse(SsaFunc *f)
{
	Map table = map_make(f->arena);
	each_block(f, b) if (!b->idom) walk(f, &table, b);
	ssa_pass_copies(f);
}
