/*
 * The passes over SSA, in order. Those marked `always` are what the back end relies on, the rest is
 * left out by -N.
 */
#include "ssa/passes.h"

typedef struct Pass {
	const char *name;
	void (*run)(SsaFunc *f);
	bool always;
} Pass;

static const Pass passes[] = {
	{"copies", ssa_pass_copies, true},      /* superfluous phis, copies */
	{"slots", ssa_pass_slots, true},        /* slots whose address is taken */
	{"fold", ssa_pass_fold, false},         /* constants, algebra */
	{"branches", ssa_pass_branches, false}, /* decided branches, empty blocks, threading */
	{"cse", ssa_pass_cse, false},           /* equal values */
	{"loads", ssa_pass_loads, false},       /* loads of what was just stored or loaded */
	{"stores", ssa_pass_stores, false},     /* stores that are overwritten */
	{"copies", ssa_pass_copies, false},
	{"slots", ssa_pass_slots, false},
	{"nilcheck", ssa_pass_nilcheck, false}, /* checks of what was checked before */
	{"prove", ssa_pass_prove,
	 false}, /* bounds checks and other comparisons that are decided by earlier ones */
	{"switch", ssa_pass_switch, false}, /* chains of comparisons to jump tables and searches */
	{"divide", ssa_pass_divide, false}, /* division by constants */
	{"scale", ssa_pass_scale, false},   /* odd sizes of elements */
	{"fold", ssa_pass_fold, false},
	{"branches", ssa_pass_branches, false},
	{"dead", ssa_pass_dead, false},
	{"combine", ssa_pass_combine, false}, /* bytes that make a number, neighbouring stores */
	{"select", ssa_pass_select, false},   /* small branches to selects */
	{"branches", ssa_pass_branches, false},
	{"cse", ssa_pass_cse, false},
	{"copies", ssa_pass_copies, false},
	{"dead", ssa_pass_dead, true},
	{"faults", ssa_pass_faults, true}, /* nil checks that the next access does */
	{"polls", ssa_pass_polls, true},   /* preemption checks on back edges */
	{"dead", ssa_pass_dead, true},
	{"cold", ssa_pass_cold, true}, /* blocks on the way to a panic */
};

static bool is_wanted(const SsaFunc *f, const SsaOptions *o)
{
	return o->dump &&
	       (!*o->dump || !strcmp(o->dump, f->symbol) || !strcmp(o->dump, f->ir->name));
}

void ssa_optimize(SsaFunc *f, const SsaOptions *o)
{
	bool dump = is_wanted(f, o);
	if (o->verify)
		ssa_verify(f, "build");
	if (dump)
		ssa_print(o->dump_to, f, "after build");
	for (uint32_t i = 0; i < COUNT(passes); i++) {
		if (!passes[i].always && !o->optimize)
			continue;
		ssa_order(f);
		ssa_dominators(f);
		passes[i].run(f);
		if (o->verify)
			ssa_verify(f, passes[i].name);
		if (dump && o->dump_passes)
			ssa_print(o->dump_to, f, passes[i].name);
	}
	ssa_order(f);
	ssa_dominators(f);
	ssa_count_uses(f);
	if (dump)
		ssa_print(o->dump_to, f, "at the end");
}

SsaFunc *ssa_compile(Arena *arena, Func *ir, const SsaOptions *o)
{
	SsaFunc *f = ssa_build(arena, ir);
	ssa_optimize(f, o);
	return f;
}

/* ---- what passes share */

static Value *rewrite(Rewriter *r, SsaOp op, Kind kind, int64_t aux)
{
	Value *v = ssa_new_value(r->f, op, kind, r->pos, r->inl);
	v->aux = aux;
	v->block = r->block;
	vec_push(r->f->arena, r->out, v);
	return v;
}

void rewrite_begin(Rewriter *r, Block *b)
{
	r->block = b;
	r->out.len = 0;
}

void rewrite_end(Rewriter *r)
{
	Block *b = r->block;
	b->values.len = 0;
	vec_reserve(r->f->arena, b->values, r->out.len);
	if (r->out.len)
		memcpy(b->values.data, r->out.data, r->out.len * sizeof(Value *));
	b->values.len = r->out.len;
}

Value *rewrite0(Rewriter *r, SsaOp op, Kind kind, int64_t aux)
{
	return rewrite(r, op, kind, aux);
}

Value *rewrite1(Rewriter *r, SsaOp op, Kind kind, int64_t aux, Value *x)
{
	Value *v = rewrite(r, op, kind, aux);
	ssa_set_args(r->f, v, 1, &x);
	return v;
}

Value *rewrite2(Rewriter *r, SsaOp op, Kind kind, int64_t aux, Value *x, Value *y)
{
	Value *v = rewrite(r, op, kind, aux);
	ssa_set_args(r->f, v, 2, (Value *[]){x, y});
	return v;
}

Value *rewrite_const(Rewriter *r, Kind kind, int64_t c)
{
	return rewrite(r, OP_CONST, kind, ssa_sign_extend(c, kind));
}

int64_t ssa_sign_extend(int64_t c, Kind kind)
{
	switch (kind_size(kind)) {
	case 1: return (int8_t)c;
	case 2: return (int16_t)c;
	case 4: return (int32_t)c;
	default: return c;
	}
}

int64_t ssa_zero_extend(int64_t c, Kind kind)
{
	switch (kind_size(kind)) {
	case 1: return (uint8_t)c;
	case 2: return (uint16_t)c;
	case 4: return (uint32_t)c;
	default: return c;
	}
}

bool ssa_is_bool(const Value *v)
{
	if (v->op == OP_CONST)
		return v->kind == K_I8 && (v->aux == 0 || v->aux == 1);
	return ssa_ops[v->op].result == RES_BOOL;
}
