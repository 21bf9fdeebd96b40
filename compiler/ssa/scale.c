/*
 * Pass scale: sizes of elements that an addressing mode cannot scale by.
 *
 * 	add_index p i [24]  =>  add_index p (i * 3) [8]
 *
 * The processor scales an index by 1, 2, 4 or 8 for nothing; what is left of the size becomes a
 * multiplication of its own, which accesses of the same element share.
 */
#include "ssa/passes.h"

/* The largest of 8, 4, 2 and 1 that divides the size. */
static int64_t scale_of(int64_t size)
{
	int64_t power = size & -size;
	return power < 8 ? power : 8;
}

static void scale_block(Rewriter *r, Block *b)
{
	rewrite_begin(r, b);
	each_value(b, v)
	{
		r->pos = v->pos;
		r->inl = v->inl;
		if (v->op == OP_ADD_INDEX && v->aux > 0 && v->aux != scale_of(v->aux)) {
			int64_t scale = scale_of(v->aux);
			Value *rest = rewrite_const(r, K_I64, v->aux / scale);
			Value *i = rewrite2(r, OP_MUL, K_I64, 0, v->args[1], rest);
			v->aux = scale;
			ssa_set_args(r->f, v, 2, (Value *[]){v->args[0], i});
		}
		vec_push(r->f->arena, r->out, v);
	}
	rewrite_end(r);
}

void ssa_pass_scale(SsaFunc *f)
{
	Rewriter r = {.f = f};
	each_block(f, b) scale_block(&r, b);
}
