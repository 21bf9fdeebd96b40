/*
 * Pass divide: division and remainder by constants without a divide instruction.
 *
 * Powers of two become shifts and masks; other constants a multiplication by the reciprocal, of
 * which the upper half is kept (Granlund and Montgomery, Division by Invariant Integers using
 * Multiplication, 1994; Warren, Hacker's Delight, chapter 10). Kinds of 8 and 16 bits are left to
 * the back end, which divides in 32.
 */
#include "ssa/passes.h"

typedef unsigned __int128 U128;

static void become2(Rewriter *r, Value *v, SsaOp op, int64_t aux, Value *x, Value *y)
{
	v->op = op;
	v->aux = aux;
	ssa_set_args(r->f, v, 2, (Value *[]){x, y});
}

static Value *shift(Rewriter *r, SsaOp op, Value *x, int count)
{
	return count ? rewrite2(r, op, x->kind, 1, x, rewrite_const(r, K_I64, count)) : x;
}

static int log2_exact(uint64_t c)
{
	return c && !(c & (c - 1)) ? __builtin_ctzll(c) : -1;
}

/* floor(x / d) for unsigned x, where d is neither 0 nor a power of two. With l = ceil(log2 d) the
 * multiplier m = ceil(2^(w+l) / d) has w+1 bits; its upper bit is added apart. */
static Value *unsigned_quotient(Rewriter *r, Value *x, uint64_t d)
{
	unsigned w = kind_size(x->kind) * 8, l = 64 - __builtin_clzll(d - 1);
	U128 low = ((((U128)1 << l) - d) << w) / d + 1; /* m - 2^w */
	Value *m = rewrite_const(r, x->kind, (int64_t)(uint64_t)low);
	Value *t = rewrite2(r, OP_MULHI_U, x->kind, 0, x, m);
	Value *half = shift(r, OP_SHR, rewrite2(r, OP_SUB, x->kind, 0, x, t), 1);
	return shift(r, OP_SHR, rewrite2(r, OP_ADD, x->kind, 0, half, t), l - 1);
}

/* x / d rounded towards zero, for d >= 3 not a power of two. */
static Value *signed_quotient(Rewriter *r, Value *x, uint64_t d)
{
	unsigned w = kind_size(x->kind) * 8, l = 64 - __builtin_clzll(d - 1);
	/* m = floor(2^(w+l-1) / d) + 1 lies in [2^(w-1), 2^w): as a signed number it is m - 2^w,
	 * and x is added back. */
	U128 m = ((U128)1 << (w + l - 1)) / d + 1;
	Value *t = rewrite2(r, OP_MULHI_S, x->kind, 0, x,
			    rewrite_const(r, x->kind, (int64_t)(uint64_t)m));
	t = shift(r, OP_SAR, rewrite2(r, OP_ADD, x->kind, 0, t, x), l - 1);
	Value *sign = shift(r, OP_SAR, x, w - 1);
	return rewrite2(r, OP_SUB, x->kind, 0, t, sign);
}

/* x / 2^k rounded towards zero: negative numbers get 2^k - 1 added first. */
static Value *signed_power_quotient(Rewriter *r, Value *x, int k)
{
	unsigned w = kind_size(x->kind) * 8;
	Value *bias = shift(r, OP_SHR, k == 1 ? x : shift(r, OP_SAR, x, w - 1), w - k);
	return shift(r, OP_SAR, rewrite2(r, OP_ADD, x->kind, 0, x, bias), k);
}

static Value *remainder_of(Rewriter *r, Value *v, Value *quotient)
{
	Value *x = v->args[0];
	Value *back = rewrite2(r, OP_MUL, x->kind, 0, quotient, v->args[1]);
	return rewrite2(r, OP_SUB, x->kind, 0, x, back);
}

static void divide_unsigned(Rewriter *r, Value *v, uint64_t d)
{
	Value *x = v->args[0];
	int k = log2_exact(d);
	if (k >= 0) {
		if (v->op == OP_DIV_U)
			ssa_become_copy(r->f, v, shift(r, OP_SHR, x, k));
		else
			become2(r, v, OP_AND, 0, x, rewrite_const(r, v->kind, (int64_t)(d - 1)));
	} else if (kind_size(v->kind) >= 4) {
		Value *q = unsigned_quotient(r, x, d);
		ssa_become_copy(r->f, v, v->op == OP_DIV_U ? q : remainder_of(r, v, q));
	}
}

static void divide_signed(Rewriter *r, Value *v, int64_t d)
{
	Value *x = v->args[0], *q;
	uint64_t size = d < 0 ? 0 - (uint64_t)d : (uint64_t)d;
	int k = log2_exact(size & (uint64_t)ssa_zero_extend(-1, v->kind));
	if (size == 1) {
		if (v->op == OP_MOD_S)
			ssa_become_const(r->f, v, 0);
		else if (d == 1)
			ssa_become_copy(r->f, v, x);
		else
			ssa_become_copy(r->f, v, rewrite1(r, OP_NEG, v->kind, 0, x));
		return;
	}
	if (k > 0)
		q = signed_power_quotient(r, x, k);
	else if (kind_size(v->kind) >= 4)
		q = signed_quotient(r, x, size);
	else
		return;
	if (d < 0)
		q = rewrite1(r, OP_NEG, v->kind, 0, q);
	ssa_become_copy(r->f, v, v->op == OP_DIV_S ? q : remainder_of(r, v, q));
}

static void divide_block(Rewriter *r, Block *b)
{
	rewrite_begin(r, b);
	each_value(b, v)
	{
		int64_t d;
		r->pos = v->pos;
		r->inl = v->inl;
		bool is_signed = v->op == OP_DIV_S || v->op == OP_MOD_S;
		if ((is_signed || v->op == OP_DIV_U || v->op == OP_MOD_U) &&
		    value_is_const(v->args[1], &d) && d != 0) {
			if (is_signed)
				divide_signed(r, v, d);
			else
				divide_unsigned(r, v, (uint64_t)ssa_zero_extend(d, v->kind));
		}
		vec_push(r->f->arena, r->out, v);
	}
	rewrite_end(r);
}

void ssa_pass_divide(SsaFunc *f)
{
	Rewriter r = {.f = f};
	each_block(f, b) divide_block(&r, b);
	ssa_pass_copies(f);
}
