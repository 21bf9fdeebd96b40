/*
 * Pass fold: constants are computed, and values replaced by simpler ones by the laws of arithmetic.
 *
 * A value is looked at after its arguments (reverse postorder); the whole is repeated while
 * something changes, which is rarely more than twice. Constants stand on the right of commutative
 * operations, subtraction of a constant is addition. Floats are folded only where the result is
 * exactly what the machine computes.
 */
#include <math.h>

#include "ssa/passes.h"

static bool constant(const Value *v, int64_t *c)
{
	return value_is_const(v, c);
}

static void become(Rewriter *r, Value *v, Value *x)
{
	ssa_become_copy(r->f, v, x);
	r->changed = true;
}

static void become_const(Rewriter *r, Value *v, int64_t c)
{
	ssa_become_const(r->f, v, ssa_sign_extend(c, v->kind));
	r->changed = true;
}

static void become1(Rewriter *r, Value *v, SsaOp op, int64_t aux, Value *x)
{
	v->op = op;
	v->aux = aux;
	ssa_set_args(r->f, v, 1, &x);
	r->changed = true;
}

static void become2(Rewriter *r, Value *v, SsaOp op, int64_t aux, Value *x, Value *y)
{
	v->op = op;
	v->aux = aux;
	ssa_set_args(r->f, v, 2, (Value *[]){x, y});
	r->changed = true;
}

static int log2_exact(uint64_t c)
{
	return c && !(c & (c - 1)) ? __builtin_ctzll(c) : -1;
}

/* ---- constants only */

static bool fold_shift(const Value *v, int64_t x, uint64_t count, int64_t *c)
{
	uint64_t width = kind_size(v->kind) * 8;
	switch (v->op) {
	case OP_SHL: *c = count < width ? (int64_t)((uint64_t)x << count) : 0; return true;
	case OP_SHR:
		*c = count < width ? (int64_t)((uint64_t)ssa_zero_extend(x, v->kind) >> count) : 0;
		return true;
	case OP_SAR: *c = x >> (count < width ? count : 63); return true;
	default: return false;
	}
}

/* x op y, both constants of kind k, sign-extended. */
static bool fold_binary(const Value *v, Kind k, int64_t x, int64_t y, int64_t *c)
{
	uint64_t ux = ssa_zero_extend(x, k), uy = ssa_zero_extend(y, k);
	switch (v->op) {
	case OP_ADD: *c = (int64_t)((uint64_t)x + (uint64_t)y); return true;
	case OP_SUB: *c = (int64_t)((uint64_t)x - (uint64_t)y); return true;
	case OP_MUL: *c = (int64_t)((uint64_t)x * (uint64_t)y); return true;
	case OP_AND: *c = x & y; return true;
	case OP_OR: *c = x | y; return true;
	case OP_XOR: *c = x ^ y; return true;
	case OP_DIV_S: return y != 0 && (*c = y == -1 ? (int64_t)(0 - (uint64_t)x) : x / y, true);
	case OP_MOD_S: return y != 0 && (*c = y == -1 ? 0 : x % y, true);
	case OP_DIV_U: return y != 0 && (*c = (int64_t)(ux / uy), true);
	case OP_MOD_U: return y != 0 && (*c = (int64_t)(ux % uy), true);
	case OP_EQ: *c = x == y; return true;
	case OP_NE: *c = x != y; return true;
	case OP_LT_S: *c = x < y; return true;
	case OP_LE_S: *c = x <= y; return true;
	case OP_LT_U: *c = ux < uy; return true;
	case OP_LE_U: *c = ux <= uy; return true;
	case OP_ROTL: {
		unsigned width = kind_size(k) * 8, n = y & (width - 1);
		*c = n ? (int64_t)(ux << n | ux >> (width - n)) : x;
		return true;
	}
	default: return fold_shift(v, x, (uint64_t)y, c);
	}
}

static bool fold_unary(const Value *v, Kind from, int64_t x, int64_t *c)
{
	uint64_t ux = ssa_zero_extend(x, from);
	unsigned width = kind_size(from) * 8;
	switch (v->op) {
	case OP_NEG: *c = (int64_t)(0 - (uint64_t)x); return true;
	case OP_NOT: *c = ~x; return true;
	case OP_LNOT: *c = !x; return true;
	case OP_SEXT:
	case OP_TRUNC: *c = x; return true;
	case OP_ZEXT: *c = (int64_t)ux; return true;
	case OP_BIT_LEN: *c = ux ? 64 - __builtin_clzll(ux) : 0; return true;
	case OP_CTZ: *c = ux ? __builtin_ctzll(ux) : (int)width; return true;
	case OP_POPCOUNT: *c = __builtin_popcountll(ux); return true;
	default: return false;
	}
}

static double float_of(const Value *v)
{
	double d;
	float s;
	if (v->kind == K_F32)
		return memcpy(&s, &v->aux, sizeof s), s;
	return memcpy(&d, &v->aux, sizeof d), d;
}

static void become_float(Rewriter *r, Value *v, double x)
{
	float narrow = (float)x;
	v->op = OP_FCONST;
	v->aux = 0;
	if (v->kind == K_F32)
		memcpy(&v->aux, &narrow, sizeof narrow);
	else
		memcpy(&v->aux, &x, sizeof x);
	ssa_set_args(r->f, v, 0, NULL);
	r->changed = true;
}

/* Operations of floats: a double holds the exact result of a float32 operation closely enough to be
 * rounded once more (Figueroa, When is double rounding innocuous?, 1995). NaN results are left to
 * the machine. */
static void fold_float(Rewriter *r, Value *v)
{
	Value *a = v->args[0], *b = v->nargs > 1 ? v->args[1] : NULL;
	if (v->op == OP_I2F && a->op == OP_CONST) {
		become_float(r, v, v->kind == K_F32 ? (double)(float)a->aux : (double)a->aux);
		return;
	}
	if (a->op != OP_FCONST || (b && b->op != OP_FCONST))
		return;
	double x = float_of(a), y = b ? float_of(b) : 0, z;
	switch (v->op) {
	case OP_FADD: z = x + y; break;
	case OP_FSUB: z = x - y; break;
	case OP_FMUL: z = x * y; break;
	case OP_FDIV: z = x / y; break;
	case OP_FNEG: z = -x; break;
	case OP_FABS: z = fabs(x); break;
	case OP_FEXT:
	case OP_FTRUNC: z = x; break;
	case OP_FEQ: become_const(r, v, x == y); return;
	case OP_FNE: become_const(r, v, x != y); return;
	case OP_FLT: become_const(r, v, x < y); return;
	case OP_FLE: become_const(r, v, x <= y); return;
	default: return;
	}
	if (!isnan(z))
		become_float(r, v, z);
}

/* ---- algebra */

/* x << c | x >> (width - c) is x turned left by c; the halves have no bit in common, so that + and
 * ^ do the same. */
static bool rotate(Rewriter *r, Value *v)
{
	Value *left = v->args[0], *right = v->args[1];
	int64_t c, d;
	if (left->op == OP_SHR) {
		left = v->args[1];
		right = v->args[0];
	}
	if (left->op != OP_SHL || right->op != OP_SHR || left->args[0] != right->args[0] ||
	    !constant(left->args[1], &c) || !constant(right->args[1], &d) || c <= 0 || d <= 0 ||
	    c + d != kind_size(v->kind) * 8)
		return false;
	become2(r, v, OP_ROTL, 0, left->args[0], left->args[1]);
	return true;
}

static void simplify_add(Rewriter *r, Value *v)
{
	Value *x = v->args[0], *y = v->args[1];
	int64_t c, d;
	if (v->op == OP_SUB && x == y) {
		become_const(r, v, 0);
	} else if (v->op == OP_SUB && constant(y, &c)) {
		become2(r, v, OP_ADD, 0, x, rewrite_const(r, v->kind, (int64_t)(0 - (uint64_t)c)));
	} else if (v->op == OP_SUB && constant(x, &c) && c == 0) {
		become1(r, v, OP_NEG, 0, y);
	} else if (v->op == OP_SUB && x->op == OP_ADD && (x->args[0] == y || x->args[1] == y)) {
		become(r, v, x->args[x->args[0] == y]);
	} else if (v->op == OP_ADD && constant(y, &c)) {
		if (c == 0)
			become(r, v, x);
		else if (x->op == OP_ADD && constant(x->args[1], &d))
			become2(r, v, OP_ADD, 0, x->args[0],
				rewrite_const(r, v->kind, (int64_t)((uint64_t)c + (uint64_t)d)));
	} else if (v->op == OP_ADD && y->op == OP_NEG) {
		become2(r, v, OP_SUB, 0, x, y->args[0]);
	} else if (v->op == OP_ADD && x->op == OP_SUB && x->args[1] == y) {
		become(r, v, x->args[0]);
	} else if (v->op == OP_ADD) {
		rotate(r, v);
	}
}

static void simplify_mul(Rewriter *r, Value *v)
{
	Value *x = v->args[0];
	int64_t c, d;
	if (!constant(v->args[1], &c))
		return;
	int k = log2_exact((uint64_t)ssa_zero_extend(c, v->kind));
	if (c == 0)
		become_const(r, v, 0);
	else if (c == 1)
		become(r, v, x);
	else if (c == -1)
		become1(r, v, OP_NEG, 0, x);
	else if (k > 0)
		become2(r, v, OP_SHL, 1, x, rewrite_const(r, K_I64, k));
	else if (x->op == OP_MUL && constant(x->args[1], &d))
		become2(r, v, OP_MUL, 0, x->args[0],
			rewrite_const(r, v->kind, (int64_t)((uint64_t)c * (uint64_t)d)));
}

static void simplify_bits(Rewriter *r, Value *v)
{
	Value *x = v->args[0], *y = v->args[1];
	int64_t c, d;
	if (v->op != OP_AND && rotate(r, v))
		return;
	if (x == y) {
		if (v->op == OP_XOR)
			become_const(r, v, 0);
		else
			become(r, v, x);
		return;
	}
	if (!constant(y, &c))
		return;
	int64_t identity = v->op == OP_AND ? -1 : 0;
	if (c == identity)
		become(r, v, x);
	else if (v->op != OP_XOR && c == ~identity)
		become_const(r, v, c);
	else if (v->op == OP_XOR && c == -1)
		become1(r, v, OP_NOT, 0, x);
	else if (v->op == OP_XOR && c == 1 && ssa_is_bool(x))
		become1(r, v, OP_LNOT, 0, x);
	else if (v->op == OP_AND && x->op == OP_ZEXT &&
		 !(~c & ssa_zero_extend(-1, x->args[0]->kind)))
		become(r, v, x);
	else if (x->op == v->op && constant(x->args[1], &d))
		become2(r, v, v->op, 0, x->args[0],
			rewrite_const(r, v->kind,
				      v->op == OP_AND  ? c & d
				      : v->op == OP_OR ? c | d
						       : c ^ d));
}

static void simplify_shift(Rewriter *r, Value *v)
{
	Value *x = v->args[0], *y = v->args[1];
	int64_t c, d, width = kind_size(v->kind) * 8;
	if (constant(x, &c) && c == 0) {
		become_const(r, v, 0);
		return;
	}
	/* The count of x << (y & 63) is known to be small. */
	Value *count = y;
	while (count->op == OP_ZEXT)
		count = count->args[0];
	if (!v->aux && count->op == OP_AND && constant(count->args[1], &c) && c >= 0 && c < width) {
		v->aux = 1;
		r->changed = true;
	}
	if (!constant(y, &c))
		return;
	uint64_t n = (uint64_t)ssa_zero_extend(c, y->kind);
	if (n == 0)
		become(r, v, x);
	else if (n >= (uint64_t)width && v->op != OP_SAR)
		become_const(r, v, 0);
	else if (n >= (uint64_t)width)
		become2(r, v, OP_SAR, 1, x, rewrite_const(r, K_I64, width - 1));
	else if (!v->aux)
		v->aux = 1, r->changed = true;
	else if (x->op == v->op && x->aux && constant(x->args[1], &d) &&
		 (uint64_t)d + n < (uint64_t)width)
		become2(r, v, v->op, 1, x->args[0], rewrite_const(r, K_I64, (int64_t)n + d));
}

static SsaOp opposite(SsaOp op, bool *swap)
{
	*swap = op == OP_LT_S || op == OP_LE_S || op == OP_LT_U || op == OP_LE_U;
	switch (op) {
	case OP_EQ: return OP_NE;
	case OP_NE: return OP_EQ;
	case OP_FEQ: return OP_FNE;
	case OP_FNE: return OP_FEQ;
	case OP_LT_S: return OP_LE_S;
	case OP_LE_S: return OP_LT_S;
	case OP_LT_U: return OP_LE_U;
	case OP_LE_U: return OP_LT_U;
	default: return OP_INVALID;
	}
}

static void simplify_not(Rewriter *r, Value *v)
{
	Value *x = v->args[0];
	bool swap;
	SsaOp op = opposite(x->op, &swap);
	if (x->op == OP_LNOT)
		become(r, v, x->args[0]);
	else if (op != OP_INVALID)
		become2(r, v, op, 0, x->args[swap], x->args[!swap]);
}

static bool known_nonnil(const Value *v)
{
	return v->flags & VF_NONNIL;
}

static void simplify_compare(Rewriter *r, Value *v)
{
	Value *x = v->args[0], *y = v->args[1];
	bool equality = v->op == OP_EQ || v->op == OP_NE;
	int64_t c, d;
	if (x == y) {
		become_const(r, v, v->op == OP_EQ || v->op == OP_LE_S || v->op == OP_LE_U);
	} else if (equality && constant(y, &c) && c == 0 && known_nonnil(x)) {
		become_const(r, v, v->op == OP_NE);
	} else if (equality && constant(y, &c) && ssa_is_bool(x) && (c == 0 || c == 1)) {
		if ((c == 1) == (v->op == OP_EQ))
			become(r, v, x);
		else
			become1(r, v, OP_LNOT, 0, x);
	} else if (v->op == OP_LT_U && constant(y, &c) && c == 0) {
		become_const(r, v, 0);
	} else if (v->op == OP_LE_U && constant(x, &c) && c == 0) {
		become_const(r, v, 1);
	} else if (v->op == OP_LT_U && constant(x, &c) && c == 0) {
		become2(r, v, OP_NE, 0, y, x);
	} else if (equality && constant(y, &c) && x->op == OP_ADD && constant(x->args[1], &d)) {
		become2(r, v, v->op, 0, x->args[0],
			rewrite_const(r, y->kind, (int64_t)((uint64_t)c - (uint64_t)d)));
	} else if (equality && constant(y, &c) && (x->op == OP_ZEXT || x->op == OP_SEXT)) {
		Kind k = x->args[0]->kind;
		bool fits =
			x->op == OP_ZEXT ? ssa_zero_extend(c, k) == c : ssa_sign_extend(c, k) == c;
		if (fits)
			become2(r, v, v->op, 0, x->args[0], rewrite_const(r, k, c));
		else
			become_const(r, v, v->op == OP_NE);
	}
}

static void simplify_extension(Rewriter *r, Value *v)
{
	Value *x = v->args[0];
	unsigned want = kind_size(v->kind);
	if (v->op == OP_TRUNC) {
		if (x->op == OP_TRUNC) {
			become1(r, v, OP_TRUNC, 0, x->args[0]);
		} else if (x->op == OP_ZEXT || x->op == OP_SEXT) {
			unsigned have = kind_size(x->args[0]->kind);
			if (have == want)
				become(r, v, x->args[0]);
			else
				become1(r, v, have > want ? OP_TRUNC : (SsaOp)x->op, 0, x->args[0]);
		}
	} else if (x->op == OP_ZEXT || x->op == v->op) {
		become1(r, v, x->op, 0, x->args[0]);
	}
}

/* The address computed as a number is an address again. */
static void simplify_int_to_ptr(Rewriter *r, Value *v)
{
	Value *sum = v->args[0];
	if (sum->op != OP_ADD)
		return;
	for (int i = 0; i < 2; i++)
		if (sum->args[i]->op == OP_PTR_TO_INT && sum->args[i]->block == v->block) {
			become2(r, v, OP_ADD_PTR, 0, sum->args[i]->args[0], sum->args[!i]);
			return;
		}
}

static void simplify_pointer(Rewriter *r, Value *v)
{
	Value *x = v->args[0];
	int64_t c;
	if (v->op == OP_OFF_PTR) {
		if (v->aux == 0)
			become(r, v, x);
		else if (x->op == OP_OFF_PTR)
			become1(r, v, OP_OFF_PTR, v->aux + x->aux, x->args[0]);
		else if (x->op == OP_ADDR_SYM && x->kind == K_PTR && v->aux > 0 &&
			 v->aux < 1 << 30) {
			v->op = OP_ADDR_SYM;
			v->aux += x->aux;
			v->sym = x->sym;
			ssa_set_args(r->f, v, 0, NULL);
			r->changed = true;
		}
		return;
	}
	if (constant(v->args[1], &c))
		become1(r, v, OP_OFF_PTR, v->op == OP_ADD_PTR ? c + v->aux : c * v->aux, x);
}

/* A load from a constant of the package: of the bytes of a string, say. */
static bool load_constant(Rewriter *r, Value *v)
{
	const Value *p = v->args[0];
	const IrPackage *package = r->f->ir->package;
	if (v->op != OP_LOAD || p->op != OP_ADDR_SYM || !kind_is_int(v->kind) ||
	    v->flags & (VF_CHECK | VF_VOLATILE) || !package)
		return false;
	const IrData *data = map_get(&package->data_by_symbol, p->sym);
	int64_t at = p->aux + v->aux, size = kind_size(v->kind), c = 0;
	if (!data || !data->defined || !data->read_only || !data->bytes || data->relocs.len ||
	    at < 0 || at + size > data->size)
		return false;
	memcpy(&c, data->bytes + at, (size_t)size);
	become_const(r, v, c);
	return true;
}

/* The constant part of an address goes into the access. */
static void simplify_access(Rewriter *r, Value *v)
{
	Value *p = v->args[0];
	if (load_constant(r, v))
		return;
	if (p->op != OP_OFF_PTR || v->aux + p->aux >= 1 << 30 || v->aux + p->aux <= -(1 << 30))
		return;
	v->args[0] = p->args[0];
	v->aux += p->aux;
	r->changed = true;
}

static void simplify_select(Rewriter *r, Value *v)
{
	Value *cond = v->args[0];
	int64_t c, x, y;
	if (constant(cond, &c))
		become(r, v, v->args[c ? 1 : 2]);
	else if (v->args[1] == v->args[2])
		become(r, v, v->args[1]);
	else if (cond->op == OP_LNOT)
		ssa_set_args(r->f, v, 3, (Value *[]){cond->args[0], v->args[2], v->args[1]});
	else if (v->kind == K_I8 && constant(v->args[1], &x) && constant(v->args[2], &y) &&
		 x + y == 1 && (x == 0 || x == 1))
		x ? become(r, v, cond) : become1(r, v, OP_LNOT, 0, cond);
}

/* All operands the same constant. */
static void simplify_phi(Rewriter *r, Value *v)
{
	Value *first = v->args[0];
	if (first->op != OP_CONST && first->op != OP_FCONST)
		return;
	for (uint32_t i = 1; i < v->nargs; i++)
		if (v->args[i]->op != first->op || v->args[i]->aux != first->aux)
			return;
	v->op = first->op;
	v->aux = first->aux;
	ssa_set_args(r->f, v, 0, NULL);
	r->changed = true;
}

static void simplify_float(Rewriter *r, Value *v)
{
	/* x / 2^k is x * 2^-k */
	if (v->op == OP_FDIV && v->args[1]->op == OP_FCONST) {
		double y = float_of(v->args[1]), inverse = 1 / y;
		int e;
		if (fabs(frexp(y, &e)) == 0.5 && isnormal(inverse) &&
		    (v->kind == K_F64 || isnormal((float)inverse))) {
			Value *c = rewrite0(r, OP_FCONST, v->kind, 0);
			become_float(r, c, inverse);
			become2(r, v, OP_FMUL, 0, v->args[0], c);
			return;
		}
	}
	fold_float(r, v);
}

static void simplify(Rewriter *r, Value *v)
{
	int64_t x, y, c;
	bool constants = v->nargs > 0 && constant(v->args[0], &x);
	if (v->nargs == 2 && value_is(v, OPF_COMMUTES) && v->args[0]->op == OP_CONST &&
	    v->args[1]->op != OP_CONST) {
		Value *a = v->args[0];
		v->args[0] = v->args[1];
		v->args[1] = a;
		constants = false;
	}
	if (v->nargs == 2 && constants && constant(v->args[1], &y)) {
		if (value_is(v, OPF_PURE) && fold_binary(v, v->args[0]->kind, x, y, &c)) {
			become_const(r, v, c);
			return;
		}
	} else if (v->nargs == 1 && constants && fold_unary(v, v->args[0]->kind, x, &c)) {
		become_const(r, v, c);
		return;
	}
	switch (v->op) {
	case OP_ADD:
	case OP_SUB: simplify_add(r, v); break;
	case OP_MUL: simplify_mul(r, v); break;
	case OP_AND:
	case OP_OR:
	case OP_XOR: simplify_bits(r, v); break;
	case OP_SHL:
	case OP_SHR:
	case OP_SAR: simplify_shift(r, v); break;
	case OP_EQ:
	case OP_NE:
	case OP_LT_S:
	case OP_LE_S:
	case OP_LT_U:
	case OP_LE_U: simplify_compare(r, v); break;
	case OP_LNOT: simplify_not(r, v); break;
	case OP_NOT:
	case OP_NEG:
		if (v->args[0]->op == v->op)
			become(r, v, v->args[0]->args[0]);
		break;
	case OP_SEXT:
	case OP_ZEXT:
	case OP_TRUNC: simplify_extension(r, v); break;
	case OP_INT_TO_PTR: simplify_int_to_ptr(r, v); break;
	case OP_OFF_PTR:
	case OP_ADD_PTR:
	case OP_ADD_INDEX: simplify_pointer(r, v); break;
	case OP_LOAD:
	case OP_STORE:
	case OP_STORE_WB: simplify_access(r, v); break;
	case OP_SELECT: simplify_select(r, v); break;
	case OP_PHI: simplify_phi(r, v); break;
	case OP_FADD:
	case OP_FSUB:
	case OP_FMUL:
	case OP_FDIV:
	case OP_FNEG:
	case OP_FABS:
	case OP_FEXT:
	case OP_FTRUNC:
	case OP_I2F:
	case OP_FEQ:
	case OP_FNE:
	case OP_FLT:
	case OP_FLE: simplify_float(r, v); break;
	default: break;
	}
}

static void fold_block(Rewriter *r, Block *b)
{
	rewrite_begin(r, b);
	uint32_t phis = 0;
	while (phis < b->values.len && b->values.data[phis]->op == OP_PHI)
		simplify(r, b->values.data[phis++]);
	/* What became a constant stands behind the phis that remain. */
	for (int pass = 0; pass < 2; pass++)
		for (uint32_t i = 0; i < phis; i++)
			if ((b->values.data[i]->op == OP_PHI) == !pass)
				vec_push(r->f->arena, r->out, b->values.data[i]);
	for (uint32_t i = phis; i < b->values.len; i++) {
		Value *v = b->values.data[i];
		r->pos = v->pos;
		r->inl = v->inl;
		for (uint32_t k = 0; k < v->nargs; k++)
			while (v->args[k]->op == OP_COPY)
				v->args[k] = v->args[k]->args[0];
		simplify(r, v);
		vec_push(r->f->arena, r->out, v);
	}
	rewrite_end(r);
}

void ssa_pass_fold(SsaFunc *f)
{
	enum { ROUNDS = 6 };
	Rewriter r = {.f = f, .changed = true};
	for (int i = 0; i < ROUNDS && r.changed; i++) {
		r.changed = false;
		each_block(f, b) fold_block(&r, b);
		ssa_pass_copies(f);
	}
}
