/*
 * Functions that are operations: math/bits, parts of math, the atomic operations of
 * runtime/internal/atomic and sync/atomic, a few of runtime's own. One row says which function
 * becomes what.
 */
#include "ssa/build.h"

typedef struct Intrinsic {
	const char *name;
	void (*build)(Builder *s, const struct Intrinsic *row, Value **args, Parts *result);
	SsaOp op;
	int width; /* bits of the operand, for those that need it */
} Intrinsic;

static Parts part(Value *v)
{
	return (Parts){1, {v}};
}

/* op(args[0]), an int */
static void count(Builder *s, const Intrinsic *row, Value **args, Parts *result)
{
	result[0] = part(build1(s, row->op, K_I64, 0, args[0]));
}

static void leading_zeros(Builder *s, const Intrinsic *row, Value **args, Parts *result)
{
	Value *len = build1(s, OP_BIT_LEN, K_I64, 0, args[0]);
	result[0] = part(build2(s, OP_SUB, K_I64, 0, build_const(s, K_I64, row->width), len));
}

/* op(args[0]) of the argument's kind */
static void same(Builder *s, const Intrinsic *row, Value **args, Parts *result)
{
	result[0] = part(build1(s, row->op, args[0]->kind, 0, args[0]));
}

static void same2(Builder *s, const Intrinsic *row, Value **args, Parts *result)
{
	result[0] = part(build2(s, row->op, args[0]->kind, 0, args[0], args[1]));
}

static void bits(Builder *s, const Intrinsic *row, Value **args, Parts *result)
{
	static const uint8_t other[NKINDS] = {
		[K_I32] = K_F32, [K_I64] = K_F64, [K_F32] = K_I32, [K_F64] = K_I64};
	result[0] = part(build1(s, row->op, other[args[0]->kind], 0, args[0]));
}

/* Two results of a tuple. */
static void wide(Builder *s, const Intrinsic *row, Value **args, Parts *result)
{
	int n = ssa_ops[row->op].nargs;
	Value *v = n == 2 ? build2(s, row->op, K_TUPLE, 0, args[0], args[1])
			  : build3(s, row->op, K_TUPLE, args[0], args[1], args[2]);
	Value *first = build1(s, OP_RESULT, K_I64, 0, v);
	result[1] = part(build1(s, OP_RESULT, K_I64, 1, v));
	result[0] = part(first);
}

static void atomic_load(Builder *s, const Intrinsic *row, Value **args, Parts *result)
{
	Kind kind = row->width == 0    ? K_PTR
		    : row->width == 8  ? K_I8
		    : row->width == 32 ? K_I32
				       : K_I64;
	result[0] = part(build1(s, OP_ATOMIC_LOAD, kind, 0, args[0]));
}

static void atomic_effect(Builder *s, const Intrinsic *row, Value **args, Parts *result)
{
	(void)result;
	build2(s, row->op, K_VOID, 0, args[0], args[1]);
}

static void atomic_exchange(Builder *s, const Intrinsic *row, Value **args, Parts *result)
{
	result[0] = part(build2(s, row->op, args[1]->kind, 0, args[0], args[1]));
}

static void atomic_add(Builder *s, const Intrinsic *row, Value **args, Parts *result)
{
	Value *old = build2(s, row->op, args[1]->kind, 0, args[0], args[1]);
	result[0] = part(build2(s, OP_ADD, args[1]->kind, 0, old, args[1]));
}

static void atomic_cas(Builder *s, const Intrinsic *row, Value **args, Parts *result)
{
	result[0] = part(build3(s, row->op, K_I8, args[0], args[1], args[2]));
}

static void getg(Builder *s, const Intrinsic *row, Value **args, Parts *result)
{
	(void)args;
	result[0] = part(build0(s, row->op, K_PTR, 0));
}

static void effect(Builder *s, const Intrinsic *row, Value **args, Parts *result)
{
	(void)result;
	if (ssa_ops[row->op].nargs == 1)
		build1(s, row->op, K_VOID, 0, args[0]);
	else
		build0(s, row->op, K_VOID, 0);
}

/* ---- memory operations of a small constant size (args[2]), without a call */

/* The width of the loads and stores that cover n bytes: one, or two that overlap. 0: too many. */
static Kind piece_kind(int64_t n)
{
	return n < 1 || n > 16 ? K_VOID : n >= 8 ? K_I64 : n >= 4 ? K_I32 : n >= 2 ? K_I16 : K_I8;
}

static Value *load_at(Builder *s, Value *p, Kind kind, int64_t offset)
{
	return build1(s, OP_LOAD, kind, offset, p);
}

/* All loads come before the stores: source and destination may overlap. */
static void small_move(Builder *s, const Intrinsic *row, Value **args, Parts *result)
{
	(void)row, (void)result;
	int64_t n = args[2]->aux;
	Kind k = piece_kind(n);
	int64_t last = n - kind_size(k);
	Value *x = load_at(s, args[1], k, 0), *y = last ? load_at(s, args[1], k, last) : NULL;
	build2(s, OP_STORE, K_VOID, 0, args[0], x);
	if (y)
		build2(s, OP_STORE, K_VOID, last, args[0], y);
}

static void small_equal(Builder *s, const Intrinsic *row, Value **args, Parts *result)
{
	(void)row;
	int64_t n = args[2]->aux;
	Kind k = piece_kind(n);
	int64_t last = n - kind_size(k);
	Value *x = load_at(s, args[0], k, 0), *y = load_at(s, args[1], k, 0);
	if (!last) {
		result[0] = part(build2(s, OP_EQ, K_I8, 0, x, y));
		return;
	}
	Value *d = build2(s, OP_XOR, k, 0, x, y);
	x = load_at(s, args[0], k, last);
	y = load_at(s, args[1], k, last);
	d = build2(s, OP_OR, k, 0, d, build2(s, OP_XOR, k, 0, x, y));
	result[0] = part(build2(s, OP_EQ, K_I8, 0, d, build_const(s, k, 0)));
}

static const Intrinsic intrinsics[] = {
	{"runtime.memmove", small_move, OP_MOVE, 0},
	{"runtime.memequal", small_equal, OP_MOVE, 0},
	{"math/bits.LeadingZeros64", leading_zeros, OP_BIT_LEN, 64},
	{"math/bits.LeadingZeros32", leading_zeros, OP_BIT_LEN, 32},
	{"math/bits.LeadingZeros16", leading_zeros, OP_BIT_LEN, 16},
	{"math/bits.LeadingZeros8", leading_zeros, OP_BIT_LEN, 8},
	{"math/bits.LeadingZeros", leading_zeros, OP_BIT_LEN, 64},
	{"math/bits.Len64", count, OP_BIT_LEN, 0},
	{"math/bits.Len32", count, OP_BIT_LEN, 0},
	{"math/bits.Len16", count, OP_BIT_LEN, 0},
	{"math/bits.Len8", count, OP_BIT_LEN, 0},
	{"math/bits.Len", count, OP_BIT_LEN, 0},
	{"math/bits.TrailingZeros64", count, OP_CTZ, 0},
	{"math/bits.TrailingZeros32", count, OP_CTZ, 0},
	{"math/bits.TrailingZeros16", count, OP_CTZ, 0},
	{"math/bits.TrailingZeros8", count, OP_CTZ, 0},
	{"math/bits.TrailingZeros", count, OP_CTZ, 0},
	{"math/bits.OnesCount64", count, OP_POPCOUNT, 0},
	{"math/bits.OnesCount32", count, OP_POPCOUNT, 0},
	{"math/bits.OnesCount16", count, OP_POPCOUNT, 0},
	{"math/bits.OnesCount8", count, OP_POPCOUNT, 0},
	{"math/bits.OnesCount", count, OP_POPCOUNT, 0},
	{"math/bits.ReverseBytes64", same, OP_BSWAP, 0},
	{"math/bits.ReverseBytes32", same, OP_BSWAP, 0},
	{"math/bits.ReverseBytes16", same, OP_BSWAP, 0},
	{"math/bits.ReverseBytes", same, OP_BSWAP, 0},
	{"math/bits.RotateLeft64", same2, OP_ROTL, 0},
	{"math/bits.RotateLeft32", same2, OP_ROTL, 0},
	{"math/bits.RotateLeft16", same2, OP_ROTL, 0},
	{"math/bits.RotateLeft8", same2, OP_ROTL, 0},
	{"math/bits.RotateLeft", same2, OP_ROTL, 0},
	{"math/bits.Mul64", wide, OP_MUL_WIDE, 0},
	{"math/bits.Mul", wide, OP_MUL_WIDE, 0},
	{"math/bits.Add64", wide, OP_ADD_CARRY, 0},
	{"math/bits.Add", wide, OP_ADD_CARRY, 0},
	{"math/bits.Sub64", wide, OP_SUB_BORROW, 0},
	{"math/bits.Sub", wide, OP_SUB_BORROW, 0},
	{"math.Sqrt", same, OP_FSQRT, 0},
	{"math.sqrt", same, OP_FSQRT, 0},
	{"math.Abs", same, OP_FABS, 0},
	{"math.Copysign", same2, OP_FCOPYSIGN, 0},
	{"math.Float64bits", bits, OP_BITS_OF, 0},
	{"math.Float32bits", bits, OP_BITS_OF, 0},
	{"math.Float64frombits", bits, OP_FLOAT_OF, 0},
	{"math.Float32frombits", bits, OP_FLOAT_OF, 0},

	{"runtime/internal/atomic.Load", atomic_load, OP_ATOMIC_LOAD, 32},
	{"runtime/internal/atomic.LoadAcq", atomic_load, OP_ATOMIC_LOAD, 32},
	{"runtime/internal/atomic.Load8", atomic_load, OP_ATOMIC_LOAD, 8},
	{"runtime/internal/atomic.Load64", atomic_load, OP_ATOMIC_LOAD, 64},
	{"runtime/internal/atomic.Loaduint", atomic_load, OP_ATOMIC_LOAD, 64},
	{"runtime/internal/atomic.Loaduintptr", atomic_load, OP_ATOMIC_LOAD, 64},
	{"runtime/internal/atomic.Loadint32", atomic_load, OP_ATOMIC_LOAD, 32},
	{"runtime/internal/atomic.Loadint64", atomic_load, OP_ATOMIC_LOAD, 64},
	{"runtime/internal/atomic.Loadp", atomic_load, OP_ATOMIC_LOAD, 0},
	{"runtime/internal/atomic.Store", atomic_effect, OP_ATOMIC_STORE, 32},
	{"runtime/internal/atomic.StoreRel", atomic_effect, OP_ATOMIC_STORE, 32},
	{"runtime/internal/atomic.Store8", atomic_effect, OP_ATOMIC_STORE, 8},
	{"runtime/internal/atomic.Store64", atomic_effect, OP_ATOMIC_STORE, 64},
	{"runtime/internal/atomic.Storeuintptr", atomic_effect, OP_ATOMIC_STORE, 64},
	{"runtime/internal/atomic.Storeint32", atomic_effect, OP_ATOMIC_STORE, 32},
	{"runtime/internal/atomic.Storeint64", atomic_effect, OP_ATOMIC_STORE, 64},
	{"runtime/internal/atomic.Xchg", atomic_exchange, OP_ATOMIC_XCHG, 32},
	{"runtime/internal/atomic.Xchg64", atomic_exchange, OP_ATOMIC_XCHG, 64},
	{"runtime/internal/atomic.Xchguintptr", atomic_exchange, OP_ATOMIC_XCHG, 64},
	{"runtime/internal/atomic.Xadd", atomic_add, OP_ATOMIC_ADD, 32},
	{"runtime/internal/atomic.Xadd64", atomic_add, OP_ATOMIC_ADD, 64},
	{"runtime/internal/atomic.Xadduintptr", atomic_add, OP_ATOMIC_ADD, 64},
	{"runtime/internal/atomic.Cas", atomic_cas, OP_ATOMIC_CAS, 32},
	{"runtime/internal/atomic.Cas64", atomic_cas, OP_ATOMIC_CAS, 64},
	{"runtime/internal/atomic.CasRel", atomic_cas, OP_ATOMIC_CAS, 32},
	{"runtime/internal/atomic.Casuintptr", atomic_cas, OP_ATOMIC_CAS, 64},
	{"runtime/internal/atomic.And8", atomic_effect, OP_ATOMIC_AND, 8},
	{"runtime/internal/atomic.Or8", atomic_effect, OP_ATOMIC_OR, 8},
	{"runtime/internal/atomic.And", atomic_effect, OP_ATOMIC_AND, 32},
	{"runtime/internal/atomic.Or", atomic_effect, OP_ATOMIC_OR, 32},

	{"sync/atomic.LoadInt32", atomic_load, OP_ATOMIC_LOAD, 32},
	{"sync/atomic.LoadInt64", atomic_load, OP_ATOMIC_LOAD, 64},
	{"sync/atomic.LoadUint32", atomic_load, OP_ATOMIC_LOAD, 32},
	{"sync/atomic.LoadUint64", atomic_load, OP_ATOMIC_LOAD, 64},
	{"sync/atomic.LoadUintptr", atomic_load, OP_ATOMIC_LOAD, 64},
	{"sync/atomic.LoadPointer", atomic_load, OP_ATOMIC_LOAD, 0},
	{"sync/atomic.StoreInt32", atomic_effect, OP_ATOMIC_STORE, 32},
	{"sync/atomic.StoreInt64", atomic_effect, OP_ATOMIC_STORE, 64},
	{"sync/atomic.StoreUint32", atomic_effect, OP_ATOMIC_STORE, 32},
	{"sync/atomic.StoreUint64", atomic_effect, OP_ATOMIC_STORE, 64},
	{"sync/atomic.StoreUintptr", atomic_effect, OP_ATOMIC_STORE, 64},
	{"sync/atomic.SwapInt32", atomic_exchange, OP_ATOMIC_XCHG, 32},
	{"sync/atomic.SwapInt64", atomic_exchange, OP_ATOMIC_XCHG, 64},
	{"sync/atomic.SwapUint32", atomic_exchange, OP_ATOMIC_XCHG, 32},
	{"sync/atomic.SwapUint64", atomic_exchange, OP_ATOMIC_XCHG, 64},
	{"sync/atomic.SwapUintptr", atomic_exchange, OP_ATOMIC_XCHG, 64},
	{"sync/atomic.AddInt32", atomic_add, OP_ATOMIC_ADD, 32},
	{"sync/atomic.AddInt64", atomic_add, OP_ATOMIC_ADD, 64},
	{"sync/atomic.AddUint32", atomic_add, OP_ATOMIC_ADD, 32},
	{"sync/atomic.AddUint64", atomic_add, OP_ATOMIC_ADD, 64},
	{"sync/atomic.AddUintptr", atomic_add, OP_ATOMIC_ADD, 64},
	{"sync/atomic.CompareAndSwapInt32", atomic_cas, OP_ATOMIC_CAS, 32},
	{"sync/atomic.CompareAndSwapInt64", atomic_cas, OP_ATOMIC_CAS, 64},
	{"sync/atomic.CompareAndSwapUint32", atomic_cas, OP_ATOMIC_CAS, 32},
	{"sync/atomic.CompareAndSwapUint64", atomic_cas, OP_ATOMIC_CAS, 64},
	{"sync/atomic.CompareAndSwapUintptr", atomic_cas, OP_ATOMIC_CAS, 64},

	{"runtime.getg", getg, OP_GETG, 0},
	{"runtime.KeepAlive", effect, OP_KEEP_ALIVE, 0},
	{"runtime/internal/sys.Prefetch", effect, OP_PREFETCH, 0},
};

/* The row for a name, or NULL. */
static const Intrinsic *find(Str symbol)
{
	if (strncmp(symbol, "math", 4) && strncmp(symbol, "runtime", 7) &&
	    strncmp(symbol, "sync/", 5))
		return NULL;
	for (uint32_t i = 0; i < COUNT(intrinsics); i++)
		if (!strcmp(symbol, intrinsics[i].name))
			return &intrinsics[i];
	return NULL;
}

static bool has_small_size(const Node *n)
{
	const Node *size = n->list.data[2];
	while (size->op == OCONVNOP)
		size = size->x;
	return size->op == OLITERAL && piece_kind(const_int64(size->value)) != K_VOID;
}

bool build_intrinsic(Builder *s, const Func *callee, Node *n, Parts *result)
{
	const Intrinsic *row = find(callee->symbol);
	if (!row || s->ir->symbol == callee->symbol)
		return false;
	if (row->op == OP_MOVE && !has_small_size(n))
		return false;
	Value *args[4];
	uint32_t nargs = 0;
	for (uint32_t i = 0; i < n->list.len && nargs < 3; i++) {
		Parts p = build_expr(s, n->list.data[i]);
		if (row->op == OP_KEEP_ALIVE)
			p = part(p.v[1]);
		args[nargs++] = p.v[0];
	}
	row->build(s, row, args, result);
	return true;
}
