/*
 * Pass copies: phis that have one operand besides themselves, and copies, are replaced by what they
 * stand for.
 *
 * A phi that goes may make the phis that use it superfluous in turn: they are looked at again
 * (Braun et al. 2013, section 3.2).
 */
#include "ssa/passes.h"

/* The value that v stands for; chains are shortened on the way. */
static Value *origin(Value *v)
{
	Value *to = v;
	while (to->op == OP_COPY)
		to = to->args[0];
	while (v->op == OP_COPY) {
		Value *next = v->args[0];
		v->args[0] = to;
		v = next;
	}
	return to;
}

/* The only operand of a phi besides itself, or NULL. */
static Value *only_operand(Value *phi)
{
	Value *only = NULL;
	for (uint32_t i = 0; i < phi->nargs; i++) {
		Value *a = phi->args[i] = origin(phi->args[i]);
		if (a == phi || a == only)
			continue;
		if (only)
			return NULL;
		only = a;
	}
	return only;
}

typedef struct PhiUse {
	Value *user;
	struct PhiUse *next;
} PhiUse;

static void simplify_phis(SsaFunc *f)
{
	PhiUse **users = NEW_ARRAY(f->arena, PhiUse *, f->next_value);
	VEC(Value *) work = {0};
	each_block(f, b) each_value(b, v)
	{
		if (v->op != OP_PHI)
			break;
		vec_push(f->arena, work, v);
		for (uint32_t i = 0; i < v->nargs; i++) {
			if (v->args[i]->op != OP_PHI)
				continue;
			PhiUse *use = NEW(f->arena, PhiUse);
			*use = (PhiUse){v, users[v->args[i]->id]};
			users[v->args[i]->id] = use;
		}
	}
	while (work.len) {
		Value *phi = vec_pop(work);
		Value *only = phi->op == OP_PHI ? only_operand(phi) : NULL;
		if (!only)
			continue;
		ssa_become_copy(f, phi, only);
		/* Who used phi now uses `only`. */
		PhiUse *all = users[phi->id], *last = NULL;
		for (PhiUse *use = all; use; use = use->next) {
			vec_push(f->arena, work, use->user);
			last = use;
		}
		if (last) {
			last->next = users[only->id];
			users[only->id] = all;
		}
	}
}

void ssa_pass_copies(SsaFunc *f)
{
	simplify_phis(f);
	each_block(f, b)
	{
		uint32_t n = 0;
		each_value(b, v)
		{
			for (uint32_t i = 0; i < v->nargs; i++)
				v->args[i] = origin(v->args[i]);
			if (v->op != OP_COPY)
				b->values.data[n++] = v;
		}
		b->values.len = n;
		if (b->control && b->kind == BLOCK_RETURN)
			for (uint32_t i = 0; i < b->control->nargs; i++)
				b->control->args[i] = origin(b->control->args[i]);
		else if (b->control)
			b->control = origin(b->control);
	}
}
