/*
 * Construction of SSA: expressions. Every value is taken apart into its scalars; values of types
 * that are not split are reached by their address (build_memory.c) and do not come here.
 *
 * Integers carry no sign: it is in the operation, chosen by the Go type of the operands. Constant
 * operands are folded later; here they only spare checks (division by a constant, index below a
 * constant length).
 */
#include "ssa/build.h"

static Parts one(Value *v)
{
	return (Parts){1, {v}};
}

Parts build_zero_parts(Builder *s, Type *t)
{
	const Shape *shape = build_shape(s, t);
	Parts p = {.n = shape->n};
	for (uint32_t i = 0; i < shape->n; i++)
		p.v[i] = build_zero(s, shape->part[i].kind);
	return p;
}

Value *build_expr1(Builder *s, Node *n)
{
	Parts p = build_expr(s, n);
	if (p.n != 1)
		ICE(n->pos, "%s of type %s is not one scalar", ir_op_name[n->op],
		    type_string(n->type, TYPE_FORM_GC, NULL));
	return p.v[0];
}

Value *build_extend(Builder *s, Value *v, bool is_signed, Kind to)
{
	unsigned have = kind_size(v->kind), want = kind_size(to);
	int64_t c;
	if (have == want)
		return v;
	if (value_is_const(v, &c)) {
		if (!is_signed && have < 8)
			c &= ((int64_t)1 << have * 8) - 1;
		return build_const(s, to, c);
	}
	return build1(s, have > want ? OP_TRUNC : is_signed ? OP_SEXT : OP_ZEXT, to, 0, v);
}

/* ---- constants */

static Value *float_const(Builder *s, Kind kind, double x)
{
	int64_t bits = 0;
	float narrow = (float)x;
	if (kind == K_F32)
		memcpy(&bits, &narrow, sizeof narrow);
	else
		memcpy(&bits, &x, sizeof x);
	return build0(s, OP_FCONST, kind, bits);
}

static Value *float_literal(Builder *s, Kind kind, const Const *c)
{
	return float_const(s, kind, kind == K_F32 ? (double)const_to_float(c) : const_to_double(c));
}

static Parts literal(Builder *s, Node *n)
{
	const Shape *shape = build_shape(s, n->type);
	Const *c = n->value;
	if (type_is_string(n->type)) {
		uint32_t len = str_len(c->s);
		Value *p = len ? build_symbol(s, K_PTR,
					      ir_string_data(s->ir->package, c->s)->symbol, 0)
			       : build_const(s, K_PTR, 0);
		return (Parts){2, {p, build_const(s, K_I64, len)}};
	}
	Kind kind = shape->part[0].kind;
	if (type_is_complex(n->type))
		return (Parts){2,
			       {float_literal(s, kind, const_real(c)),
				float_literal(s, kind, const_imag(c))}};
	if (kind_is_float(kind))
		return one(float_literal(s, kind, c));
	return one(build_const(s, kind, const_bits(c, n->type)));
}

/* ---- arithmetic */

static Parts unary(Builder *s, Node *n)
{
	Parts x = build_expr(s, n->x), r = {.n = x.n};
	for (uint32_t i = 0; i < x.n; i++) {
		Kind k = x.v[i]->kind;
		SsaOp op = n->op == ONOT      ? OP_LNOT
			   : n->op == OBITNOT ? OP_NOT
			   : kind_is_float(k) ? OP_FNEG
					      : OP_NEG;
		r.v[i] = build1(s, op, k, 0, x.v[i]);
	}
	return r;
}

/* x/y and x%y of integers; the check for zero, and whether the most negative number by -1 can
 * occur. */
static Value *divide(Builder *s, Node *n)
{
	bool is_signed = type_is_signed(n->type);
	Value *x = build_expr1(s, n->x), *y = build_expr1(s, n->y);
	int64_t c;
	bool known = value_is_const(y, &c) && c != 0;
	if (!known) {
		Value *ok = build2(s, OP_NE, K_I8, 0, y, build_const(s, y->kind, 0));
		build_check(s, ok, "panicdivide", 0, NULL);
	}
	SsaOp op = n->op == ODIV ? (is_signed ? OP_DIV_S : OP_DIV_U)
		   : is_signed   ? OP_MOD_S
				 : OP_MOD_U;
	return build2(s, op, x->kind, known && c != -1, x, y);
}

static Value *shift(Builder *s, Node *n)
{
	bool left = n->op == OLSH, arithmetic = type_is_signed(n->x->type);
	Value *x = build_expr1(s, n->x), *y = build_expr1(s, n->y);
	SsaOp op = left ? OP_SHL : arithmetic ? OP_SAR : OP_SHR;
	int64_t width = kind_size(x->kind) * 8, c;
	if (value_is_const(y, &c)) {
		if (!type_is_signed(n->y->type))
			c &= kind_size(y->kind) == 8 ? -1
						     : ((int64_t)1 << kind_size(y->kind) * 8) - 1;
		if (c >= 0 && c < width)
			return build2(s, op, x->kind, 1, x, build_const(s, K_I64, c));
		if ((uint64_t)c >= (uint64_t)width && !(type_is_signed(n->y->type) && c < 0))
			return op == OP_SAR ? build2(s, op, x->kind, 1, x,
						     build_const(s, K_I64, width - 1))
					    : build_const(s, x->kind, 0);
	}
	if (type_is_signed(n->y->type) && !(n->flags & NF_BOUNDED)) {
		Value *ok = build2(s, OP_LE_S, K_I8, 0, build_const(s, y->kind, 0), y);
		build_check(s, ok, "panicshift", 0, NULL);
	}
	return build2(s, op, x->kind, (n->flags & NF_BOUNDED) != 0, x, y);
}

static SsaOp arithmetic_op(Op op, bool is_float)
{
	switch (op) {
	case OADD: return is_float ? OP_FADD : OP_ADD;
	case OSUB: return is_float ? OP_FSUB : OP_SUB;
	case OMUL: return is_float ? OP_FMUL : OP_MUL;
	case ODIV: return OP_FDIV;
	case OAND: return OP_AND;
	case OOR: return OP_OR;
	case OXOR: return OP_XOR;
	default: return OP_INVALID;
	}
}

/* The product in double precision, as gc computes it for complex64 too. */
static Parts complex_multiply(Builder *s, Parts x, Parts y)
{
	Kind kind = x.v[0]->kind;
	if (kind == K_F32)
		for (int i = 0; i < 2; i++) {
			x.v[i] = build1(s, OP_FEXT, K_F64, 0, x.v[i]);
			y.v[i] = build1(s, OP_FEXT, K_F64, 0, y.v[i]);
		}
	Parts r = {.n = 2};
	r.v[0] = build2(s, OP_FSUB, K_F64, 0, build2(s, OP_FMUL, K_F64, 0, x.v[0], y.v[0]),
			build2(s, OP_FMUL, K_F64, 0, x.v[1], y.v[1]));
	r.v[1] = build2(s, OP_FADD, K_F64, 0, build2(s, OP_FMUL, K_F64, 0, x.v[0], y.v[1]),
			build2(s, OP_FMUL, K_F64, 0, x.v[1], y.v[0]));
	if (kind == K_F32)
		for (int i = 0; i < 2; i++)
			r.v[i] = build1(s, OP_FTRUNC, K_F32, 0, r.v[i]);
	return r;
}

static Parts binary(Builder *s, Node *n)
{
	if ((n->op == ODIV || n->op == OMOD) && type_is_integer(n->type))
		return one(divide(s, n));
	if (n->op == OLSH || n->op == ORSH)
		return one(shift(s, n));
	Parts x = build_expr(s, n->x), y = build_expr(s, n->y), r = {.n = x.n};
	if (n->op == OMUL && x.n == 2)
		return complex_multiply(s, x, y);
	if (n->op == OANDNOT)
		return one(build2(s, OP_AND, x.v[0]->kind, 0, x.v[0],
				  build1(s, OP_NOT, y.v[0]->kind, 0, y.v[0])));
	SsaOp op = arithmetic_op(n->op, kind_is_float(x.v[0]->kind));
	if (op == OP_INVALID || x.n != y.n)
		ICE(n->pos, "%s of %s", ir_op_name[n->op],
		    type_string(n->type, TYPE_FORM_GC, NULL));
	for (uint32_t i = 0; i < x.n; i++)
		r.v[i] = build2(s, op, x.v[i]->kind, 0, x.v[i], y.v[i]);
	return r;
}

/* ---- comparisons */

static Value *equal(Builder *s, Value *x, Value *y, bool negate)
{
	bool is_float = kind_is_float(x->kind);
	return build2(s,
		      negate     ? (is_float ? OP_FNE : OP_NE)
		      : is_float ? OP_FEQ
				 : OP_EQ,
		      K_I8, 0, x, y);
}

static Value *compare(Builder *s, Node *n)
{
	Type *t = n->x->op == ONIL ? n->y->type : n->x->type;
	Parts x = build_expr(s, n->x), y = build_expr(s, n->y);
	bool swap = n->op == OGT || n->op == OGE, or_equal = n->op == OLE || n->op == OGE;
	if (n->op == OEQ || n->op == ONE) {
		if (x.n == 0)
			return build_const(s, K_I8, n->op == OEQ);
		Value *r = equal(s, x.v[0], y.v[0], n->op == ONE);
		/* Strings, slices and interfaces come here only to be compared with nil: the first
		 * word decides. */
		if (type_is_complex(t))
			r = build2(s, n->op == ONE ? OP_OR : OP_AND, K_I8, 0, r,
				   equal(s, x.v[1], y.v[1], n->op == ONE));
		return r;
	}
	SsaOp op = kind_is_float(x.v[0]->kind)  ? (or_equal ? OP_FLE : OP_FLT)
		   : type_is_signed(n->x->type) ? (or_equal ? OP_LE_S : OP_LT_S)
						: (or_equal ? OP_LE_U : OP_LT_U);
	return swap ? build2(s, op, K_I8, 0, y.v[0], x.v[0])
		    : build2(s, op, K_I8, 0, x.v[0], y.v[0]);
}

void build_branch(Builder *s, Node *cond, Block *yes, Block *no, int likely)
{
	if (cond->op == ONOT) {
		build_branch(s, cond->x, no, yes, -likely);
	} else if (cond->op == OANDAND || cond->op == OOROR) {
		bool is_and = cond->op == OANDAND;
		Block *second = build_block(s);
		if (is_and)
			build_branch(s, cond->x, second, no, likely > 0 ? 1 : 0);
		else
			build_branch(s, cond->x, yes, second, likely < 0 ? -1 : 0);
		build_seal(s, second);
		build_start(s, second);
		build_branch(s, cond->y, yes, no, likely);
	} else {
		build_stmts(s, &cond->init);
		build_if(s, build_expr1(s, cond), yes, no, likely);
	}
}

/* && and || as a value. */
static Value *logical(Builder *s, Node *n)
{
	uint32_t var = build_new_var(s, (Scalar){.kind = K_I8});
	Block *yes = build_block(s), *no = build_block(s), *done = build_block(s);
	build_branch(s, n, yes, no, 0);
	for (int i = 0; i < 2; i++) {
		Block *b = i ? no : yes;
		build_seal(s, b);
		build_start(s, b);
		build_write(s, b, var, build_const(s, K_I8, !i));
		build_jump(s, done);
	}
	build_seal(s, done);
	build_start(s, done);
	return build_read(s, done, var);
}

/* ---- conversions */

static Value *int_to_float(Builder *s, Value *v, bool is_signed, Kind to)
{
	if (kind_size(v->kind) < 4)
		v = build_extend(s, v, is_signed, K_I32);
	else if (v->kind == K_I32 && !is_signed)
		v = build_extend(s, v, false, K_I64);
	else if (v->kind == K_I64 && !is_signed)
		return build1(s, OP_U2F, to, 0, v);
	return build1(s, OP_I2F, to, 0, v);
}

static Value *float_to_int(Builder *s, Value *v, bool is_signed, Kind to)
{
	if (to == K_I64)
		return build1(s, is_signed ? OP_F2I : OP_F2U, K_I64, 0, v);
	Kind wide = to == K_I32 && !is_signed ? K_I64 : K_I32;
	return build_extend(s, build1(s, OP_F2I, wide, 0, v), true, to);
}

static Value *convert(Builder *s, Value *v, Type *from, Type *to, Kind kind)
{
	bool have_float = kind_is_float(v->kind), want_float = kind_is_float(kind);
	if (v->kind == kind)
		return v;
	if (have_float && want_float)
		return build1(s, kind == K_F64 ? OP_FEXT : OP_FTRUNC, kind, 0, v);
	if (have_float)
		return float_to_int(s, v, type_is_signed(to), kind);
	if (v->kind == K_PTR)
		return build1(s, OP_PTR_TO_INT, K_I64, 0, v);
	if (kind == K_PTR)
		return build1(s, OP_INT_TO_PTR, K_PTR, 0, build_extend(s, v, false, K_I64));
	if (want_float)
		return int_to_float(s, v, type_is_signed(from), kind);
	return build_extend(s, v, type_is_signed(from), kind);
}

static Parts conversion(Builder *s, Node *n)
{
	Parts x = build_expr(s, n->x);
	const Shape *shape = build_shape(s, n->type);
	if (x.n != shape->n)
		ICE(n->pos, "conversion of %s to %s", type_string(n->x->type, TYPE_FORM_GC, NULL),
		    type_string(n->type, TYPE_FORM_GC, NULL));
	for (uint32_t i = 0; i < x.n; i++)
		x.v[i] = convert(s, x.v[i], n->x->type, n->type, shape->part[i].kind);
	return x;
}

/* ---- slicing */

typedef struct Bound {
	Value *v;         /* i64 */
	bool is_unsigned; /* for the text of the panic */
} Bound;

static Bound bound(Builder *s, Node *n, Value *missing)
{
	if (!n)
		return (Bound){missing, false};
	bool is_signed = type_is_signed(n->type);
	return (Bound){build_extend(s, build_expr1(s, n), is_signed, K_I64), !is_signed};
}

/* Panics with `name` unless x <= limit, both unsigned. */
static void check_bound(Builder *s, const Node *n, Bound x, Value *limit, const char *name)
{
	int64_t a, b;
	if (n->flags & NF_BOUNDED || x.v == limit)
		return;
	if (value_is_const(x.v, &a) && a == 0)
		return;
	if (value_is_const(x.v, &a) && value_is_const(limit, &b) && (uint64_t)a <= (uint64_t)b)
		return;
	char full[32];
	snprintf(full, sizeof full, "%s%s", name, x.is_unsigned ? "U" : "");
	build_check(s, build2(s, OP_LE_U, K_I8, 0, x.v, limit), full, 2, (Value *[]){x.v, limit});
}

/* x - y, which the checks have found not to be negative. */
static Value *subtract(Builder *s, Value *x, Value *y)
{
	int64_t c;
	if (value_is_const(y, &c) && c == 0)
		return x;
	Value *v = build2(s, OP_SUB, K_I64, 0, x, y);
	v->flags |= VF_LENGTH;
	return v;
}

/* base + low * size; but base itself when nothing is left behind it, so that no pointer leaves its
 * object. */
static Value *slice_pointer(Builder *s, Value *base, Value *low, Value *room, int64_t size)
{
	int64_t c, r;
	if (size == 0 || (value_is_const(low, &c) && c == 0))
		return base;
	Value *delta =
		size == 1 ? low : build2(s, OP_MUL, K_I64, 0, low, build_const(s, K_I64, size));
	if (!(value_is_const(room, &r) && r > 0)) {
		Value *mask = build2(s, OP_SAR, K_I64, 1, build1(s, OP_NEG, K_I64, 0, room),
				     build_const(s, K_I64, 63));
		delta = build2(s, OP_AND, K_I64, 0, delta, mask);
	}
	return build2(s, OP_ADD_PTR, K_PTR, 0, base, delta);
}

static Parts slice(Builder *s, Node *n)
{
	Parts x = build_expr(s, n->x);
	Type *t = n->x->type;
	bool is_string = n->op == OSLICESTR, is_array = n->op == OSLICEARR || n->op == OSLICE3ARR;
	bool three = n->op == OSLICE3 || n->op == OSLICE3ARR;
	int64_t size = is_string ? 1 : type_size(type_elem(n->type));
	Value *len, *cap;
	if (is_array) {
		build_nil_check(s, x.v[0], n);
		len = cap = build_const(s, K_I64, type_len(type_elem(t)));
	} else {
		len = x.v[1];
		cap = is_string ? len : x.v[2];
	}
	Bound i = bound(s, n->y, build_const(s, K_I64, 0)), j = bound(s, n->z, len),
	      k = bound(s, n->w, cap);
	const char *limit = is_array || is_string ? (three ? "panicSlice3Alen" : "panicSliceAlen")
						  : (three ? "panicSlice3Acap" : "panicSliceAcap");
	if (three) {
		if (n->w)
			check_bound(s, n, k, cap, limit);
		check_bound(s, n, j, k.v, "panicSlice3B");
		check_bound(s, n, i, j.v, "panicSlice3C");
	} else {
		if (n->z)
			check_bound(s, n, j, k.v, limit);
		check_bound(s, n, i, j.v, "panicSliceB");
	}
	Value *new_len = subtract(s, j.v, i.v),
	      *new_cap = is_string ? new_len : subtract(s, k.v, i.v);
	Value *p = slice_pointer(s, x.v[0], i.v, new_cap, size);
	return is_string ? (Parts){2, {p, new_len}} : (Parts){3, {p, new_len, new_cap}};
}

static Value *slice_to_array(Builder *s, Node *n)
{
	Parts x = build_expr(s, n->x);
	Value *want = build_const(s, K_I64, type_len(type_elem(n->type)));
	if (!(n->flags & NF_BOUNDED)) {
		Value *ok = build2(s, OP_LE_U, K_I8, 0, want, x.v[1]);
		build_check(s, ok, "panicSliceConvert", 2, (Value *[]){x.v[1], want});
	}
	return x.v[0];
}

/* ---- parts, places, addresses */

static Parts name(Builder *s, Node *n)
{
	if (n->var->class != VAR_GLOBAL) {
		Place *place = build_place(s, n->var);
		if (place->split) {
			Parts p = {.n = place->shape->n};
			for (uint32_t i = 0; i < p.n; i++)
				p.v[i] = build_read(s, s->cur, place->first + i);
			return p;
		}
	}
	return build_load(s, build_addr(s, n), n->type);
}

/* A place in memory, or a part of a value that is split. */
static bool in_memory(Builder *s, Node *n)
{
	switch (n->op) {
	case ONAME: return n->var->class == VAR_GLOBAL || !build_place(s, n->var)->split;
	case ODEREF:
	case ODOTPTR:
	case OCLOSUREVAR: return true;
	case ODOT:
	case OCONVNOP: return in_memory(s, n->x);
	case OINDEX:
		/* an empty array has no part to give: the index fails */
		return type_kind(n->x->type) != T_ARRAY || !type_len(n->x->type) ||
		       in_memory(s, n->x);
	default: return !build_shape(s, n->type)->split;
	}
}

static Parts load(Builder *s, Node *n)
{
	Parts p = build_load(s, build_addr(s, n), n->type);
	for (uint32_t i = 0; i < p.n; i++) {
		if (n->flags & NF_VOLATILE)
			p.v[i]->flags |= VF_VOLATILE;
		if (n->op == OCLOSUREVAR || (n->op == OINDEX && type_kind(n->x->type) == T_STRING))
			p.v[i]->flags |= VF_IMMUTABLE;
	}
	return p;
}

static Parts part_of(Parts x, uint32_t first, uint32_t n)
{
	Parts p = {.n = n};
	for (uint32_t i = 0; i < n; i++)
		p.v[i] = x.v[first + i];
	return p;
}

static Parts place(Builder *s, Node *n)
{
	if (in_memory(s, n))
		return load(s, n);
	Parts x = build_expr(s, n->x);
	if (n->op == ODOT)
		return part_of(x, build_field_index(s, n->x->type, n), build_shape(s, n->type)->n);
	build_index(s, n, n->y, build_const(s, K_I64, type_len(n->x->type)));
	return x;
}

static Value *address(Builder *s, Node *n)
{
	Addr a = build_addr(s, n->x);
	if (a.slot)
		a.slot->address_taken = true;
	return build_pointer(s, a);
}

/* A word of the closure context, or a value in it. */
static Value *static_address(Builder *s, Node *n)
{
	return build_symbol(s, build_kind(s, n->type), n->data->symbol, n->offset);
}

static Value *function_value(Builder *s, Node *n)
{
	if (n->op == OFUNCNAME)
		return build_symbol(s, K_PTR, ir_func_value(s->ir->package, n->func)->symbol, 0);
	return build_symbol(s, K_I64, n->func->linkname ? n->func->linkname : n->func->symbol, 0);
}

static Parts three(Builder *s, Node *n)
{
	Value *p = build_expr1(s, n->x), *len = build_expr1(s, n->y);
	if (n->op == OSLICEHEADER)
		return (Parts){3, {p, len, build_expr1(s, n->z)}};
	return (Parts){2, {p, len}};
}

static Value *length(Builder *s, Node *n)
{
	if (type_kind(n->x->type) == T_ARRAY)
		return build_const(s, K_I64, type_len(n->x->type));
	Parts x = build_expr(s, n->x);
	return x.v[n->op == OCAP ? 2 : 1];
}

static Parts expr(Builder *s, Node *n)
{
	switch (n->op) {
	case ONAME: return name(s, n);
	case OLITERAL: return literal(s, n);
	case ONIL: return build_zero_parts(s, n->type);
	case OFUNCNAME:
	case OFUNCADDR: return one(function_value(s, n));
	case ONEG:
	case OBITNOT:
	case ONOT: return unary(s, n);
	case OADD:
	case OSUB:
	case OMUL:
	case ODIV:
	case OMOD:
	case OAND:
	case OOR:
	case OXOR:
	case OANDNOT:
	case OLSH:
	case ORSH: return binary(s, n);
	case OEQ:
	case ONE:
	case OLT:
	case OLE:
	case OGT:
	case OGE: return one(compare(s, n));
	case OANDAND:
	case OOROR: return one(logical(s, n));
	case OCOMPLEX:
	case OIFACE:
	case OSTRHEADER:
	case OSLICEHEADER: return three(s, n);
	case OREAL:
	case OITAB:
	case OSPTR: return one(build_expr(s, n->x).v[0]);
	case OIMAG:
	case OIDATA: return one(build_expr(s, n->x).v[1]);
	case OADDR: return one(address(s, n));
	case ODOT:
	case OINDEX: return place(s, n);
	case ODEREF:
	case ODOTPTR:
	case OCLOSUREVAR: return load(s, n);
	case OLEN:
	case OCAP: return one(length(s, n));
	case OCONV:
	case OCONVNOP: return conversion(s, n);
	case OSLICE:
	case OSLICEARR:
	case OSLICESTR:
	case OSLICE3:
	case OSLICE3ARR: return slice(s, n);
	case OSLICE2ARRPTR: return one(slice_to_array(s, n));
	case OADDRSYM: return one(static_address(s, n));
	case OCTX: return one(build_context(s));
	case OGETG: return one(build0(s, OP_GETG, K_PTR, 0));
	case OCALLERPC: return one(build0(s, OP_CALLER_PC, K_I64, 0));
	case OCALLERSP: return one(build0(s, OP_CALLER_SP, K_I64, 0));
	default: ICE(n->pos, "expression %s after lowering", ir_op_name[n->op]);
	}
}

Parts build_expr(Builder *s, Node *n)
{
	Pos pos = s->pos;
	uint32_t inl = s->inl;
	if (n->op != ONAME && n->op != OLITERAL && n->pos) {
		s->pos = n->pos;
		s->inl = n->inl;
	}
	build_stmts(s, &n->init);
	Parts p = expr(s, n);
	s->pos = pos;
	s->inl = inl;
	return p;
}

void build_effects(Builder *s, Node *n)
{
	if (build_shape(s, n->type)->split)
		build_expr(s, n);
	else
		build_addr(s, n);
}
