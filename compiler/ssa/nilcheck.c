/*
 * Pass nilcheck: nil checks of pointers that are known not to be nil are dropped: addresses, and
 * what a dominating check or branch has tested before.
 *
 * Pass faults, later: a nil check that an access of the same pointer follows in the block, with
 * nothing between them that another goroutine or a deferred function could see, is left to the
 * access: the page at address 0 is not mapped.
 */
#include "ssa/passes.h"

enum { NULL_PAGE = 4096 };

typedef VEC(Value *) ValueList;

/* Pointers known not to be nil have mark 1; `known` remembers in which order they were found, for
 * the way back. */
typedef struct Checker {
	SsaFunc *f;
	ValueList known;
	bool changed;
} Checker;

static bool is_nonnil(const Value *v)
{
	return v->mark == 1 || v->flags & VF_NONNIL;
}

static void learn(Checker *s, Value *v)
{
	if (is_nonnil(v))
		return;
	v->mark = 1;
	vec_push(s->f->arena, s->known, v);
}

/* The branch into b says that a pointer is not nil. */
static void learn_from_branch(Checker *s, Block *b)
{
	if (b->preds.len != 1)
		return;
	Edge e = b->preds.data[0];
	Value *c = e.block->control;
	int64_t zero;
	if (e.block->kind != BLOCK_IF || (c->op != OP_EQ && c->op != OP_NE) ||
	    c->args[0]->kind != K_PTR)
		return;
	if ((c->op == OP_NE) == (e.index == 0) && value_is_const(c->args[1], &zero) && zero == 0)
		learn(s, c->args[0]);
}

static bool phi_is_nonnil(const Value *phi)
{
	for (uint32_t i = 0; i < phi->nargs; i++)
		if (phi->args[i] != phi && !is_nonnil(phi->args[i]))
			return false;
	return true;
}

static void visit(Checker *s, Block *b)
{
	uint32_t n = 0;
	learn_from_branch(s, b);
	each_value(b, v)
	{
		if (v->op == OP_PHI && v->kind == K_PTR && !b->loop_header && phi_is_nonnil(v))
			learn(s, v);
		if (v->op == OP_NIL_CHECK) {
			if (is_nonnil(v->args[0]))
				continue;
			learn(s, v->args[0]);
		}
		b->values.data[n++] = v;
	}
	b->values.len = n;
}

typedef struct Step {
	Block *block;
	uint32_t known; /* what was known before it; leaving: UINT32_MAX is not used */
	bool leave;
} Step;

static void walk(Checker *s, Block *root)
{
	VEC(Step) work = {0};
	Step first = {root, 0, false};
	vec_push(s->f->arena, work, first);
	while (work.len) {
		Step step = vec_pop(work);
		if (step.leave) {
			while (s->known.len > step.known)
				vec_pop(s->known)->mark = 0;
			continue;
		}
		Step leave = {step.block, s->known.len, true};
		vec_push(s->f->arena, work, leave);
		visit(s, step.block);
		for (Block *c = step.block->child; c; c = c->sibling) {
			Step next = {c, 0, false};
			vec_push(s->f->arena, work, next);
		}
	}
}

void ssa_pass_nilcheck(SsaFunc *f)
{
	Checker s = {.f = f};
	each_block(f, b) each_value(b, v) v->mark = 0;
	each_block(f, b) if (!b->idom) walk(&s, b);
}

/* ---- faults */

/* Does v fault exactly when p is nil, before it does anything else? */
static bool faults_on(const Value *v)
{
	switch (v->op) {
	case OP_LOAD:
	case OP_STORE:
	case OP_STORE_WB:
	case OP_ATOMIC_LOAD: return v->aux >= 0 && v->aux < NULL_PAGE;
	default: return false;
	}
}

/* Backwards through the block: data of a pointer is the access that would fault, mark the stretch
 * it was seen in. */
static void fold_into_accesses(Block *b, uint32_t *stretch)
{
	++*stretch;
	for (uint32_t i = b->values.len; i-- > 0;) {
		Value *v = b->values.data[i];
		if (v->op == OP_NIL_CHECK) {
			Value *p = v->args[0], *access = p->data;
			if (p->mark != *stretch || !access)
				continue;
			access->flags |= VF_CHECK;
			b->values.data[i] = NULL;
			continue;
		}
		if (value_is(v, OPF_WRITE | OPF_CALL | OPF_EFFECT))
			++*stretch;
		if (faults_on(v)) {
			v->args[0]->mark = *stretch;
			v->args[0]->data = v;
		}
	}
	uint32_t n = 0;
	each_value(b, v) if (v) b->values.data[n++] = v;
	b->values.len = n;
}

void ssa_pass_faults(SsaFunc *f)
{
	uint32_t stretch = 0;
	each_block(f, b) each_value(b, v) v->mark = 0;
	each_block(f, b) fold_into_accesses(b, &stretch);
}
