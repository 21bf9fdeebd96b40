/*
 * Pass dead: values that nothing needs are dropped. Needed is what writes, calls or otherwise has
 * an effect, what a block's end uses, and what these use in turn.
 */
#include "ssa/passes.h"

static bool is_root(const Value *v)
{
	switch (v->op) {
	case OP_PHI:
	case OP_PARAM:
	case OP_CTX:
	case OP_RESULT:
	case OP_CALLER_SP:
	case OP_DIV_WIDE: return false;
	case OP_LOAD: return v->flags & (VF_CHECK | VF_VOLATILE);
	default: return value_is(v, OPF_WRITE | OPF_CALL | OPF_EFFECT);
	}
}

typedef VEC(Value *) ValueList;

static void need(SsaFunc *f, ValueList *work, Value *v)
{
	if (v->mark)
		return;
	v->mark = 1;
	vec_push(f->arena, *work, v);
}

void ssa_pass_dead(SsaFunc *f)
{
	ValueList work = {0};
	each_block(f, b) each_value(b, v) v->mark = 0;
	each_block(f, b)
	{
		each_value(b, v) if (is_root(v)) need(f, &work, v);
		if (b->control) {
			b->control->mark = 0;
			need(f, &work, b->control);
		}
	}
	while (work.len) {
		Value *v = vec_pop(work);
		for (uint32_t i = 0; i < v->nargs; i++)
			need(f, &work, v->args[i]);
	}
	each_block(f, b)
	{
		uint32_t n = 0;
		each_value(b, v) if (v->mark) b->values.data[n++] = v;
		b->values.len = n;
	}
}
