/*
 * The passes over SSA keep the meaning of functions: random functions are run by an interpreter
 * before and after ssa_optimize, on random arguments, and must return the same.
 *
 * The functions have integers of all widths, floats, nested conditions, loops that end, loads from
 * and stores to a table, and checks whose failure ends the run with a code. Variables go through
 * the construction of phis, which is tested with it.
 *
 * 	ssa_passes [FIRST-SEED COUNT]
 */
#include <math.h>
#include <stdlib.h>

#include "ssa/build.h"
#include "ssa/passes.h"

enum { NPARAMS = 4, NVARS = 9, TABLE = 8, STEPS = 200000, PANIC = 0xdead };

static uint64_t seed;

static uint64_t next_random(void)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return seed * 0x2545f4914f6cdd1d;
}

static unsigned pick(unsigned n)
{
	return (unsigned)((next_random() >> 32) % n);
}

/* ---- the generator */

static const Kind var_kind[NVARS] = {K_I64, K_I64, K_I64, K_I32, K_I16, K_I8, K_I32, K_F64, K_F32};
static uint32_t var[NVARS];
static Slot *table;
static int budget;

static int64_t interesting(void)
{
	static const int64_t some[] = {0,   1,    2,         3,         7,         8,
				       10,  16,   63,        64,        100,       255,
				       256, 1000, INT32_MAX, INT32_MIN, INT64_MAX, INT64_MIN};
	int64_t c = some[pick(COUNT(some))];
	return pick(3) ? c : (int64_t)(0 - (uint64_t)c);
}

static Value *gen(Builder *s, Kind k, int depth);

static Value *float_const(Builder *s, Kind k)
{
	static const double some[] = {0,  1,    -1,   0.5,    3.25, -7,
				      10, 1e10, 1e-3, 9.3e18, -2e9, 4294967296.0};
	double x = some[pick(COUNT(some))];
	float narrow = (float)x;
	int64_t bits = 0;
	k == K_F32 ? memcpy(&bits, &narrow, 4) : memcpy(&bits, &x, 8);
	return build0(s, OP_FCONST, k, bits);
}

/* An integer that depends on a float, whose bits are not looked at when it is not a number. */
static Value *int_of_float(Builder *s, Value *v)
{
	Kind k = v->kind == K_F32 ? K_I32 : K_I64;
	if (pick(2))
		return build1(s, OP_F2I, pick(2) ? K_I32 : K_I64, 0, v);
	Value *number = build2(s, OP_FEQ, K_I8, 0, v, v);
	return build3(s, OP_SELECT, k, number, build1(s, OP_BITS_OF, k, 0, v),
		      build_const(s, k, 7));
}

/* In range, for what is not in range has no meaning. */
static Value *unsigned_of_float(Builder *s, Value *v)
{
	double limit = 18446744073709551616.0;
	int64_t bits;
	memcpy(&bits, &limit, 8);
	if (v->kind == K_F32)
		v = build1(s, OP_FEXT, K_F64, 0, v);
	Value *above = build2(s, OP_FLE, K_I8, 0, build0(s, OP_FCONST, K_F64, 0), v);
	Value *below = build2(s, OP_FLT, K_I8, 0, v, build0(s, OP_FCONST, K_F64, bits));
	Value *ok = build2(s, OP_AND, K_I8, 0, above, below);
	return build3(s, OP_SELECT, K_I64, ok, build1(s, OP_F2U, K_I64, 0, v),
		      build_const(s, K_I64, 9));
}

static Value *convert(Builder *s, Value *v, Kind k)
{
	if (v->kind == k)
		return v;
	if (kind_is_float(v->kind) && kind_is_float(k))
		return build1(s, k == K_F64 ? OP_FEXT : OP_FTRUNC, k, 0, v);
	if (kind_is_float(v->kind))
		return build_extend(s, pick(4) ? int_of_float(s, v) : unsigned_of_float(s, v),
				    pick(2), k);
	if (kind_is_float(k) && v->kind == K_I64 && pick(2))
		return build1(s, OP_U2F, k, 0, v);
	if (kind_is_float(k))
		return build1(s, OP_I2F, k, 0, build_extend(s, v, true, pick(2) ? K_I32 : K_I64));
	return build_extend(s, v, pick(2), k);
}

static Value *gen_float(Builder *s, Kind k, int depth)
{
	static const SsaOp ops[] = {OP_FADD, OP_FSUB, OP_FMUL,     OP_FDIV,
				    OP_FADD, OP_FMUL, OP_FCOPYSIGN};
	switch (pick(8)) {
	case 0: return float_const(s, k);
	case 1: return build1(s, OP_FNEG, k, 0, gen(s, k, depth - 1));
	case 2: return build1(s, OP_FABS, k, 0, gen(s, k, depth - 1));
	case 3: return build1(s, OP_FSQRT, k, 0, build1(s, OP_FABS, k, 0, gen(s, k, depth - 1)));
	case 4: return convert(s, gen(s, var_kind[pick(NVARS)], depth - 1), k);
	default: {
		Value *x = gen(s, k, depth - 1);
		return build2(s, ops[pick(COUNT(ops))], k, 0, x, gen(s, k, depth - 1));
	}
	}
}

static Value *gen_float_bool(Builder *s, int depth)
{
	static const SsaOp ops[] = {OP_FEQ, OP_FNE, OP_FLT, OP_FLE};
	Kind k = pick(2) ? K_F64 : K_F32;
	Value *x = gen(s, k, depth - 1);
	return build2(s, ops[pick(4)], K_I8, 0, x, gen(s, k, depth - 1));
}

static Value *gen_bool(Builder *s, int depth)
{
	if (pick(6) == 0)
		return gen_float_bool(s, depth);
	static const SsaOp ops[] = {OP_EQ, OP_NE, OP_LT_S, OP_LE_S, OP_LT_U, OP_LE_U};
	static const Kind kinds[] = {K_I64, K_I64, K_I32, K_I16, K_I8};
	Kind k = kinds[pick(COUNT(kinds))];
	Value *v = build2(s, ops[pick(COUNT(ops))], K_I8, 0, gen(s, k, depth - 1),
			  gen(s, k, depth - 1));
	return pick(4) ? v : build1(s, OP_LNOT, K_I8, 0, v);
}

static Value *gen_binary(Builder *s, Kind k, int depth)
{
	static const SsaOp ops[] = {OP_ADD, OP_ADD, OP_SUB, OP_SUB, OP_MUL, OP_AND,
				    OP_OR,  OP_XOR, OP_SHL, OP_SHR, OP_SAR, OP_ROTL};
	static const SsaOp divisions[] = {OP_DIV_S, OP_DIV_U, OP_MOD_S, OP_MOD_U};
	if (pick(4) == 0) {
		int64_t c = ssa_zero_extend(interesting(), k) ? interesting() : 3;
		c = pick(2) ? c : (int64_t)(next_random() >> pick(64));
		Value *d = build_const(s, k, c);
		if (d->aux == 0)
			d->aux = 5;
		Value *x = gen(s, k, depth - 1);
		return build2(s, divisions[pick(4)], k, 0, x, d);
	}
	SsaOp op = ops[pick(COUNT(ops))];
	Value *x = gen(s, k, depth - 1), *y = gen(s, k, depth - 1);
	if (op == OP_SHL || op == OP_SHR || op == OP_SAR)
		y = pick(2) ? build2(s, OP_AND, k, 0, y, build_const(s, k, 63))
			    : build_const(s, K_I64, pick(70));
	return build2(s, op, k, 0, x, y);
}

/* A load of table[index & 7]. */
static Addr gen_place(Builder *s, int depth)
{
	Value *i = build2(s, OP_AND, K_I64, 0, gen(s, K_I64, depth - 1),
			  build_const(s, K_I64, TABLE - 1));
	Addr a = build_slot_addr(s, table);
	a.base = build2(s, OP_ADD_INDEX, K_PTR, 8, a.base, i);
	if (pick(3) == 0)
		a = build_slot_addr(s, table), a.offset = 8 * pick(TABLE);
	return a;
}

static Value *gen(Builder *s, Kind k, int depth)
{
	bool is_float = kind_is_float(k);
	if (depth <= 0 || budget-- <= 0) {
		if (pick(3) == 0)
			return is_float ? float_const(s, k) : build_const(s, k, interesting());
		return convert(s, build_read(s, s->cur, var[pick(NVARS)]), k);
	}
	if (pick(20) == 0) {
		Value *x = gen(s, k, depth - 1), *y = gen(s, k, depth - 1);
		return build3(s, OP_SELECT, k, gen_bool(s, depth - 1), x, y);
	}
	if (is_float)
		return gen_float(s, k, depth);
	switch (pick(10)) {
	case 0: return build_const(s, k, interesting());
	case 1: return convert(s, gen(s, var_kind[pick(NVARS)], depth - 1), k);
	case 2: return build1(s, pick(2) ? OP_NEG : OP_NOT, k, 0, gen(s, k, depth - 1));
	case 3: return build_extend(s, gen_bool(s, depth), false, k);
	case 4:
		return convert(s, build1(s, OP_BIT_LEN + pick(3), K_I64, 0, gen(s, k, depth - 1)),
			       k);
	case 5: return convert(s, build_load1(s, gen_place(s, depth), K_I64, 0), k);
	default: return gen_binary(s, k, depth);
	}
}

static Block *start(Builder *s, Block *b)
{
	build_seal(s, b);
	build_start(s, b);
	return b;
}

static void gen_stmts(Builder *s, int n, int depth);

static void gen_if(Builder *s, int depth)
{
	Block *yes = build_block(s), *no = build_block(s), *done = build_block(s);
	build_if(s, gen_bool(s, 2), yes, no, 0);
	start(s, yes);
	gen_stmts(s, 1 + pick(3), depth - 1);
	build_jump(s, done);
	start(s, no);
	if (pick(2))
		gen_stmts(s, 1 + pick(2), depth - 1);
	build_jump(s, done);
	start(s, done);
}

/* A chain of tests for constants, close together or not. */
static void gen_switch(Builder *s, int depth)
{
	Kind k = var_kind[pick(7)];
	Value *v = gen(s, k, 1);
	int64_t base = interesting(), step = pick(2) ? 1 : (int64_t)(next_random() >> pick(64));
	Block *done = build_block(s), *shared = build_block(s);
	if (pick(2))
		v = build2(s, OP_ADD, k, 0, build2(s, OP_AND, k, 0, v, build_const(s, k, 15)),
			   build_const(s, k, base));
	unsigned n = 2 + pick(14);
	for (unsigned i = 0; i < n; i++) {
		Block *yes = pick(4) ? build_block(s) : shared, *no = build_block(s);
		Value *c = build_const(
			s, k, (int64_t)((uint64_t)base + (uint64_t)(i + pick(2)) * (uint64_t)step));
		build_if(s, build2(s, OP_EQ, K_I8, 0, v, c), yes, no, 0);
		if (yes != shared) {
			start(s, yes);
			if (pick(2))
				gen_stmts(s, 1, depth - 1);
			build_write(s, s->cur, var[pick(3)], build_const(s, K_I64, i));
			build_jump(s, done);
		}
		start(s, no);
	}
	build_jump(s, shared);
	start(s, shared);
	build_jump(s, done);
	start(s, done);
}

/* Ends the function with a code when the condition does not hold, as a bounds check does. */
static void gen_check(Builder *s)
{
	Block *fail = build_block(s), *go_on = build_block(s);
	build_if(s, gen_bool(s, 1), go_on, fail, 1);
	start(s, fail);
	Value *ret = ssa_new_value(s->f, OP_RETURN, K_VOID, 0, 0);
	Value *code = build_const(s, K_I64, PANIC);
	ssa_set_args(s->f, ret, 1, &code);
	s->cur->kind = BLOCK_RETURN;
	s->cur->control = ret;
	ret->block = s->cur;
	start(s, go_on);
}

/* A counted loop over a new variable, of every shape that programs use. */
static void gen_loop(Builder *s, int depth)
{
	static const int64_t steps[] = {1, 1, 1, -1, -1, 2, 3, -2};
	int64_t step = steps[pick(COUNT(steps))];
	Kind k = pick(3) ? K_I64 : K_I32;
	uint32_t i = build_new_var(s, (Scalar){.kind = k}),
		 fuel = build_new_var(s, (Scalar){.kind = K_I64});
	Block *header = build_block(s), *body = build_block(s), *done = build_block(s),
	      *more = build_block(s);
	Value *limit = pick(2) ? build_const(s, k, pick(20)) : gen(s, k, 1);
	build_write(s, s->cur, i,
		    pick(3) ? build_const(s, k, step > 0 ? 0 : (int64_t)pick(20)) : gen(s, k, 1));
	build_write(s, s->cur, fuel, build_const(s, K_I64, 0));
	build_jump(s, header);
	build_start(s, header);
	Value *x = build_read(s, header, i);
	static const SsaOp ops[] = {OP_LT_S, OP_LT_S, OP_LE_S, OP_NE, OP_LT_U};
	SsaOp op = ops[pick(COUNT(ops))];
	build_if(s, step > 0 ? build2(s, op, K_I8, 0, x, limit) : build2(s, op, K_I8, 0, limit, x),
		 body, done, 1);
	start(s, body);
	/* No more than 40 rounds. */
	Value *n = build_read(s, body, fuel);
	build_if(s, build2(s, OP_LT_S, K_I8, 0, n, build_const(s, K_I64, 40)), more, done, 1);
	start(s, more);
	build_write(s, more, fuel, build2(s, OP_ADD, K_I64, 0, n, build_const(s, K_I64, 1)));
	uint32_t keep = var[0];
	if (k == K_I64 && pick(2)) {
		/* The body sees the loop's variable. */
		Value *ok =
			build2(s, pick(2) ? OP_LT_U : OP_LT_S, K_I8, 0, build_read(s, s->cur, i),
			       pick(2) ? limit : build_const(s, k, TABLE));
		build_write(s, s->cur, var[1], build_extend(s, ok, false, K_I64));
	}
	gen_stmts(s, 1 + pick(3), depth - 1);
	var[0] = keep;
	Value *step_value = build_const(s, k, step);
	build_write(s, s->cur, i, build2(s, OP_ADD, k, 0, build_read(s, s->cur, i), step_value));
	build_jump(s, header);
	build_seal(s, header);
	start(s, done);
}

static void gen_stmts(Builder *s, int n, int depth)
{
	for (int i = 0; i < n; i++) {
		unsigned what = budget > 0 && depth > 0 ? pick(11) : pick(6);
		unsigned v = pick(NVARS);
		if (what < 5)
			build_write(s, s->cur, var[v], gen(s, var_kind[v], 3));
		else if (what == 5)
			build_store1(s, gen_place(s, 2), 0, gen(s, K_I64, 2), false);
		else if (what < 8)
			gen_if(s, depth);
		else if (what == 8)
			gen_loop(s, depth);
		else if (what == 9)
			gen_switch(s, depth);
		else
			gen_check(s);
	}
}

static SsaFunc *generate(Arena *arena)
{
	Func *ir = NEW(arena, Func);
	ir->name = ir->symbol = STR("random");
	SsaFunc *f = NEW(arena, SsaFunc);
	f->arena = arena;
	f->ir = ir;
	f->symbol = ir->symbol;
	f->abi = NEW(arena, Abi);
	f->nosplit = pick(2);
	Builder s = build_begin(f);
	f->entry = build_block(&s);
	start(&s, f->entry);
	table = ssa_new_slot(f, SLOT_FRAME, NULL, 8 * TABLE, 8);
	budget = 60 + pick(200);
	Value *params[NPARAMS];
	for (unsigned i = 0; i < NPARAMS; i++)
		params[i] = build0(&s, OP_PARAM, K_I64, i);
	for (unsigned i = 0; i < NVARS; i++) {
		var[i] = build_new_var(&s, (Scalar){.kind = var_kind[i]});
		build_write(&s, s.cur, var[i], convert(&s, params[i % NPARAMS], var_kind[i]));
	}
	for (unsigned i = 0; i < TABLE; i++)
		build_store1(&s, build_slot_addr(&s, table), 8 * i, params[i % NPARAMS], true);
	gen_stmts(&s, 4 + pick(6), 3);
	Value *sum = build_const(&s, K_I64, 0);
	for (unsigned i = 0; i < NVARS; i++)
		sum = build2(&s, OP_XOR, K_I64, 0,
			     build2(&s, OP_ROTL, K_I64, 0, sum, build_const(&s, K_I64, 7)),
			     convert(&s, build_read(&s, s.cur, var[i]), K_I64));
	for (unsigned i = 0; i < TABLE; i++)
		sum = build2(&s, OP_ADD, K_I64, 0, sum,
			     build_load1(&s, build_slot_addr(&s, table), K_I64, 8 * i));
	Value *ret = ssa_new_value(f, OP_RETURN, K_VOID, 0, 0);
	ssa_set_args(f, ret, 1, &sum);
	s.cur->kind = BLOCK_RETURN;
	s.cur->control = ret;
	ret->block = s.cur;
	build_finish(&s);
	return f;
}

/* ---- the interpreter */

typedef struct Machine {
	const int64_t *params;
	int64_t *value; /* by id */
	int64_t table[TABLE];
} Machine;

static int64_t divide(SsaOp op, Kind k, int64_t x, int64_t y)
{
	uint64_t ux = ssa_zero_extend(x, k), uy = ssa_zero_extend(y, k);
	switch (op) {
	case OP_DIV_S: return y == -1 ? (int64_t)(0 - (uint64_t)x) : x / y;
	case OP_MOD_S: return y == -1 ? 0 : x % y;
	case OP_DIV_U: return ux / uy;
	default: return ux % uy;
	}
}

static int64_t high_half(SsaOp op, Kind k, int64_t x, int64_t y)
{
	unsigned w = kind_size(k) * 8;
	if (op == OP_MULHI_S)
		return (int64_t)((__int128)x * y >> w);
	return (int64_t)((unsigned __int128)(uint64_t)ssa_zero_extend(x, k) *
				 (uint64_t)ssa_zero_extend(y, k) >>
			 w);
}

static int64_t shift(const Value *v, int64_t x, int64_t y)
{
	uint64_t n = ssa_zero_extend(y, v->args[1]->kind), w = kind_size(v->kind) * 8;
	if (v->op == OP_SAR)
		return x >> (n < w ? n : w - 1);
	if (n >= w)
		return 0;
	return v->op == OP_SHL ? (int64_t)((uint64_t)x << n)
			       : (int64_t)((uint64_t)ssa_zero_extend(x, v->kind) >> n);
}

static double as_float(int64_t bits, Kind k)
{
	double d;
	float f;
	if (k == K_F32)
		return memcpy(&f, &bits, 4), f;
	return memcpy(&d, &bits, 8), d;
}

static int64_t as_bits(double x, Kind k)
{
	int64_t bits = 0;
	float f = (float)x;
	k == K_F32 ? memcpy(&bits, &f, 4) : memcpy(&bits, &x, 8);
	return bits;
}

static int64_t float_to_int(double x, Kind k)
{
	if (k == K_I32)
		return x > -2147483649.0 && x < 2147483648.0 ? (int32_t)x : INT32_MIN;
	return x >= -9223372036854775808.0 && x < 9223372036854775808.0 ? (int64_t)x : INT64_MIN;
}

/* Operations with a float operand or result. float32 operations are rounded from double, which is
 * exact enough for one. */
static bool compute_float(const Machine *m, const Value *v, int64_t *r)
{
	int64_t a = v->nargs > 0 ? m->value[v->args[0]->id] : 0;
	Kind k = v->nargs > 0 ? v->args[0]->kind : v->kind;
	double x = as_float(a, k), y = v->nargs > 1 ? as_float(m->value[v->args[1]->id], k) : 0;
	switch (v->op) {
	case OP_FCONST: *r = v->aux; return true;
	case OP_FADD: *r = as_bits(x + y, k); return true;
	case OP_FSUB: *r = as_bits(x - y, k); return true;
	case OP_FMUL: *r = as_bits(x * y, k); return true;
	case OP_FDIV: *r = as_bits(x / y, k); return true;
	case OP_FNEG: *r = as_bits(-x, k); return true;
	case OP_FABS: *r = as_bits(fabs(x), k); return true;
	case OP_FSQRT: *r = as_bits(sqrt(x), k); return true;
	case OP_FCOPYSIGN: *r = as_bits(copysign(x, y), k); return true;
	case OP_FEXT:
	case OP_FTRUNC: *r = as_bits(x, v->kind); return true;
	case OP_I2F: *r = as_bits(v->kind == K_F32 ? (float)a : (double)a, v->kind); return true;
	case OP_U2F:
		*r = as_bits(v->kind == K_F32 ? (float)(uint64_t)a : (double)(uint64_t)a, v->kind);
		return true;
	case OP_F2I: *r = float_to_int(x, v->kind); return true;
	case OP_F2U:
		*r = x >= 0 && x < 18446744073709551616.0 ? (int64_t)(uint64_t)x : 0;
		return true;
	case OP_BITS_OF:
	case OP_FLOAT_OF: *r = a; return true;
	case OP_FEQ: *r = x == y; return true;
	case OP_FNE: *r = x != y; return true;
	case OP_FLT: *r = x < y; return true;
	case OP_FLE: *r = x <= y; return true;
	default: return false;
	}
}

static int64_t compute(Machine *m, const Value *v)
{
	int64_t x = v->nargs > 0 ? m->value[v->args[0]->id] : 0,
		y = v->nargs > 1 ? m->value[v->args[1]->id] : 0;
	Kind k = v->nargs ? v->args[0]->kind : v->kind;
	uint64_t ux = ssa_zero_extend(x, k), uy = ssa_zero_extend(y, k);
	unsigned w = kind_size(k) * 8;
	int64_t r;
	if (compute_float(m, v, &r))
		return r;
	switch (v->op) {
	case OP_CONST: return v->aux;
	case OP_PARAM: return m->params[v->aux];
	case OP_COPY:
	case OP_SEXT:
	case OP_TRUNC: return x;
	case OP_ADDR_SLOT: return v->aux;
	case OP_OFF_PTR: return x + v->aux;
	case OP_ADD_INDEX: return x + y * v->aux;
	case OP_LOAD: return m->table[(x + v->aux) / 8];
	case OP_STORE: m->table[(x + v->aux) / 8] = y; return 0;
	case OP_ZEXT: return ux;
	case OP_NEG: return (int64_t)(0 - (uint64_t)x);
	case OP_NOT: return ~x;
	case OP_LNOT: return !x;
	case OP_ADD: return (int64_t)((uint64_t)x + (uint64_t)y);
	case OP_SUB: return (int64_t)((uint64_t)x - (uint64_t)y);
	case OP_MUL: return (int64_t)((uint64_t)x * (uint64_t)y);
	case OP_AND: return x & y;
	case OP_OR: return x | y;
	case OP_XOR: return x ^ y;
	case OP_SHL:
	case OP_SHR:
	case OP_SAR: return shift(v, x, y);
	case OP_ROTL:
		return y & (w - 1) ? (int64_t)(ux << (y & (w - 1)) | ux >> (w - (y & (w - 1)))) : x;
	case OP_DIV_S:
	case OP_DIV_U:
	case OP_MOD_S:
	case OP_MOD_U: return divide(v->op, k, x, y);
	case OP_MULHI_S:
	case OP_MULHI_U: return high_half(v->op, k, x, y);
	case OP_BIT_LEN: return ux ? 64 - __builtin_clzll(ux) : 0;
	case OP_CTZ: return ux ? __builtin_ctzll(ux) : (int)w;
	case OP_POPCOUNT: return __builtin_popcountll(ux);
	case OP_EQ: return x == y;
	case OP_NE: return x != y;
	case OP_LT_S: return x < y;
	case OP_LE_S: return x <= y;
	case OP_LT_U: return ux < uy;
	case OP_LE_U: return ux <= uy;
	case OP_SELECT: return m->value[v->args[x ? 1 : 2]->id];
	case OP_POLL: return 0;
	default: ICE(NO_POS, "no meaning for %s", ssa_ops[v->op].name);
	}
}

static int64_t run(const SsaFunc *f, const int64_t *params, int *steps)
{
	Machine m = {params, calloc(f->next_value, sizeof(int64_t)), {0}};
	int64_t result = 0, *old = calloc(f->next_value, sizeof(int64_t));
	Block *b = f->entry, *from = NULL;
	uint32_t edge = 0;
	while (*steps < STEPS) {
		memcpy(old, m.value, f->next_value * sizeof *old);
		each_value(b, v)
		{
			++*steps;
			if (v->op == OP_PHI)
				m.value[v->id] = old[v->args[from->succs.data[edge].index]->id];
			else
				m.value[v->id] = kind_is_float(v->kind)
							 ? compute(&m, v)
							 : ssa_sign_extend(compute(&m, v), v->kind);
		}
		if (b->kind == BLOCK_RETURN) {
			result = m.value[b->control->args[0]->id];
			break;
		}
		edge = b->kind == BLOCK_IF       ? !m.value[b->control->id]
		       : b->kind == BLOCK_SWITCH ? m.value[b->control->id]
						 : 0;
		from = b;
		b = b->succs.data[edge].block;
	}
	free(m.value);
	free(old);
	return result;
}

/* ---- the test */

static bool test(uint64_t number)
{
	enum { RUNS = 6 };
	int64_t params[RUNS][NPARAMS], want[RUNS];
	bool done[RUNS];
	seed = number * 0x9e3779b97f4a7c15 + 1;
	Arena *arena = arena_new();
	SsaFunc *f = generate(arena);
	for (int i = 0; i < RUNS; i++) {
		int steps = 0;
		for (int k = 0; k < NPARAMS; k++)
			params[i][k] =
				pick(2) ? interesting() : (int64_t)(next_random() >> pick(64));
		want[i] = run(f, params[i], &steps);
		done[i] = steps < STEPS;
	}
	SsaOptions options = {.optimize = true, .verify = true};
	if (getenv("SSA_DUMP"))
		options = (SsaOptions){.optimize = true,
				       .verify = true,
				       .dump = "",
				       .dump_passes = true,
				       .dump_to = stderr};
	ssa_optimize(f, &options);
	bool ok = true;
	for (int i = 0; i < RUNS && ok; i++) {
		int steps = 0;
		int64_t have = run(f, params[i], &steps);
		if (done[i] && have != want[i]) {
			fprintf(stderr, "seed %llu: run %d gives %lld, not %lld\n",
				(unsigned long long)number, i, (long long)have, (long long)want[i]);
			ok = false;
		}
	}
	arena_free(arena);
	return ok;
}

int main(int argc, char **argv)
{
	uint64_t first = argc > 1 ? strtoull(argv[1], NULL, 0) : 1,
		 n = argc > 2 ? strtoull(argv[2], NULL, 0) : 1000;
	int failed = 0;
	for (uint64_t i = first; i < first + n && failed < 5; i++)
		failed += !test(i);
	return failed != 0;
}
