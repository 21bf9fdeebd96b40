// Constants: exact values and arithmetic on them.
//
// A number is an integer (GMP), a fraction (GMP), or, where the exponent is too large for a
// fraction to be sensible, a float of CONST_PRECISION bits (MPFR); a complex number is two of
// these. Operands of different kinds are brought to the larger kind first, in the order integer,
// fraction, float, complex. Values are immutable and shared; their limbs are never freed one by
// one, as everything that lives as long as the compilation.
#include <errno.h>
#include <stdlib.h>

#include "types/checker.h"

enum { MAX_FRACTION_BITS = 4096 }; // numerator or denominator beyond this: a float

static Const *make(ConstKind kind)
{
	Const *c = NEW(types_arena, Const);
	c->kind = kind;
	if (kind == CONST_INT)
		mpz_init(c->z);
	else if (kind == CONST_RAT)
		mpq_init(c->q);
	else if (kind == CONST_FLOAT)
		mpfr_init2(c->f, CONST_PRECISION);
	return c;
}

Const *const_unknown(void)
{
	return make(CONST_UNKNOWN);
}

Const *const_bool(bool b)
{
	Const *c = make(CONST_BOOL);
	c->b = b;
	return c;
}

Const *const_str(Str s)
{
	Const *c = make(CONST_STRING);
	c->s = s;
	return c;
}

Const *const_int(int64_t v)
{
	Const *c = make(CONST_INT);
	mpz_set_si(c->z, v);
	return c;
}

Const *const_uint(uint64_t v)
{
	Const *c = make(CONST_INT);
	mpz_set_ui(c->z, v);
	return c;
}

Const *const_complex(Const *re, Const *im)
{
	Const *c = make(CONST_COMPLEX);
	c->c.re = re;
	c->c.im = im;
	return c;
}

// ---- Kinds of numbers.

static Const *from_fraction(Const *q)
{
	if (mpz_cmp_ui(mpq_denref(q->q), 1) != 0 &&
	    (mpz_sizeinbase(mpq_numref(q->q), 2) > MAX_FRACTION_BITS ||
	     mpz_sizeinbase(mpq_denref(q->q), 2) > MAX_FRACTION_BITS)) {
		Const *f = make(CONST_FLOAT);
		mpfr_set_q(f->f, q->q, MPFR_RNDN);
		return f;
	}
	return q;
}

static bool is_number(const Const *c)
{
	return c->kind >= CONST_INT;
}

// Brings c to the kind, which is not a smaller one.
static Const *promote(Const *c, ConstKind kind)
{
	if (c->kind >= kind)
		return c;
	Const *r;
	switch (kind) {
	case CONST_RAT:
		r = make(CONST_RAT);
		mpq_set_z(r->q, c->z);
		return r;
	case CONST_FLOAT:
		r = make(CONST_FLOAT);
		if (c->kind == CONST_INT)
			mpfr_set_z(r->f, c->z, MPFR_RNDN);
		else
			mpfr_set_q(r->f, c->q, MPFR_RNDN);
		return r;
	default: return const_complex(c, const_int(0));
	}
}

static Const *from_mpfr(mpfr_srcptr f)
{
	if (mpfr_zero_p(f))
		return const_int(0);
	// As gc, whose exponents have 32 bits.
	if (!mpfr_number_p(f) || mpfr_get_exp(f) > INT32_MAX)
		return const_unknown();
	if (mpfr_get_exp(f) < INT32_MIN)
		return const_int(0);
	if (mpfr_number_p(f) && labs(mpfr_get_exp(f)) < MAX_FRACTION_BITS) {
		Const *q = make(CONST_RAT);
		mpfr_get_q(q->q, f);
		return from_fraction(q);
	}
	Const *c = make(CONST_FLOAT);
	mpfr_set(c->f, f, MPFR_RNDN);
	return c;
}

Const *const_double(double v)
{
	Const *c = make(CONST_RAT);
	mpq_set_d(c->q, v);
	return c;
}

Const *const_to_int(Const *c)
{
	switch (c->kind) {
	case CONST_INT: return c;
	case CONST_RAT:
		if (mpz_cmp_ui(mpq_denref(c->q), 1) == 0) {
			Const *r = make(CONST_INT);
			mpz_set(r->z, mpq_numref(c->q));
			return r;
		}
		return const_unknown();
	case CONST_FLOAT: {
		// A value that differs from an integer by rounding only counts as that integer.
		mpfr_t t;
		mpfr_init2(t, CONST_PRECISION - 4);
		mpfr_set(t, c->f, MPFR_RNDN);
		Const *r = const_unknown();
		if (mpfr_integer_p(t) && mpfr_get_exp(t) < 1 << 20) {
			r = make(CONST_INT);
			mpfr_get_z(r->z, t, MPFR_RNDN);
		}
		mpfr_clear(t);
		return r;
	}
	case CONST_COMPLEX: return const_is_zero(c->c.im) ? const_to_int(c->c.re) : const_unknown();
	default: return const_unknown();
	}
}

Const *const_to_float_kind(Const *c)
{
	switch (c->kind) {
	case CONST_INT: return promote(c, CONST_RAT);
	case CONST_RAT:
	case CONST_FLOAT: return c;
	case CONST_COMPLEX:
		return const_is_zero(c->c.im) ? const_to_float_kind(c->c.re) : const_unknown();
	default: return const_unknown();
	}
}

Const *const_to_complex(Const *c)
{
	return is_number(c) ? promote(c, CONST_COMPLEX) : const_unknown();
}

Const *const_real(Const *c)
{
	return c->kind == CONST_COMPLEX ? c->c.re : c;
}

Const *const_imag(Const *c)
{
	if (c->kind == CONST_COMPLEX)
		return c->c.im;
	return is_number(c) ? const_int(0) : const_unknown();
}

// ---- What the back ends ask.

// The integer value in *z (initialised here); false when there is none.
static bool integer_value(const Const *c, mpz_t z)
{
	Const *i = const_to_int((Const *)c);
	mpz_init(z);
	if (i->kind != CONST_INT)
		return false;
	mpz_set(z, i->z);
	return true;
}

bool const_is_int64(const Const *c)
{
	mpz_t z;
	bool fits = integer_value(c, z) && mpz_fits_slong_p(z);
	mpz_clear(z);
	return fits;
}

uint64_t const_uint64(const Const *c)
{
	mpz_t z;
	uint64_t v = 0;
	if (integer_value(c, z)) {
		mpz_fdiv_r_2exp(z, z, 64);
		v = mpz_get_ui(z);
	}
	mpz_clear(z);
	return v;
}

int64_t const_int64(const Const *c)
{
	return (int64_t)const_uint64(c);
}

// Nearest value with the precision and exponents of an IEEE format, gradual underflow included.
static double rounded_to(const Const *c, int bits, long min_exp)
{
	if (c->kind == CONST_COMPLEX)
		c = c->c.re;
	if (!is_number(c))
		return 0;
	mpfr_t f;
	mpfr_exp_t old_min = mpfr_get_emin();
	mpfr_init2(f, bits);
	mpfr_set_emin(min_exp);
	int inexact;
	if (c->kind == CONST_INT)
		inexact = mpfr_set_z(f, c->z, MPFR_RNDN);
	else if (c->kind == CONST_RAT)
		inexact = mpfr_set_q(f, c->q, MPFR_RNDN);
	else
		inexact = mpfr_set(f, c->f, MPFR_RNDN);
	inexact = mpfr_check_range(f, inexact, MPFR_RNDN);
	mpfr_subnormalize(f, inexact, MPFR_RNDN);
	double d = mpfr_get_d(f, MPFR_RNDN);
	mpfr_set_emin(old_min);
	mpfr_clear(f);
	return d;
}

double const_to_double(const Const *c)
{
	return rounded_to(c, 53, -1073);
}
float const_to_float(const Const *c)
{
	return (float)rounded_to(c, 24, -148);
}

int const_sign(const Const *c)
{
	switch (c->kind) {
	case CONST_INT: return mpz_sgn(c->z);
	case CONST_RAT: return mpq_sgn(c->q);
	case CONST_FLOAT: return mpfr_sgn(c->f);
	case CONST_COMPLEX: return const_sign(c->c.re) | const_sign(c->c.im);
	default: return 1;
	}
}

bool const_is_zero(const Const *c)
{
	switch (c->kind) {
	case CONST_BOOL: return !c->b;
	case CONST_STRING: return str_len(c->s) == 0;
	case CONST_COMPLEX: return const_is_zero(c->c.re) && const_is_zero(c->c.im);
	case CONST_UNKNOWN: return false;
	default: return const_sign(c) == 0;
	}
}

uint64_t const_bits(const Const *c, Type *t)
{
	if (c->kind == CONST_BOOL)
		return c->b;
	if (type_is_float(t)) {
		uint64_t bits = 0;
		if (type_size(t) == 4) {
			float f = const_to_float(c);
			memcpy(&bits, &f, sizeof f);
		} else {
			double d = const_to_double(c);
			memcpy(&bits, &d, sizeof d);
		}
		return bits;
	}
	uint64_t v = const_uint64(c);
	int64_t size = type_size(t);
	return size >= 8 ? v : v & (((uint64_t)1 << size * 8) - 1);
}

// ---- Arithmetic.

static Const *binary_int(const Const *x, int op, const Const *y, bool integer)
{
	Const *r = make(CONST_INT);
	switch (op) {
	case OPER_ADD: mpz_add(r->z, x->z, y->z); return r;
	case OPER_SUB: mpz_sub(r->z, x->z, y->z); return r;
	case OPER_MUL: mpz_mul(r->z, x->z, y->z); return r;
	case OPER_DIV:
		if (!integer) {
			Const *q = make(CONST_RAT);
			mpq_set_num(q->q, x->z);
			mpq_set_den(q->q, y->z);
			mpq_canonicalize(q->q);
			return from_fraction(q);
		}
		mpz_tdiv_q(r->z, x->z, y->z);
		return r;
	case OPER_REM: mpz_tdiv_r(r->z, x->z, y->z); return r;
	case OPER_AND: mpz_and(r->z, x->z, y->z); return r;
	case OPER_OR: mpz_ior(r->z, x->z, y->z); return r;
	case OPER_XOR: mpz_xor(r->z, x->z, y->z); return r;
	case OPER_ANDNOT:
		mpz_com(r->z, y->z);
		mpz_and(r->z, x->z, r->z);
		return r;
	default: return const_unknown();
	}
}

static Const *binary_rat(const Const *x, int op, const Const *y)
{
	Const *r = make(CONST_RAT);
	switch (op) {
	case OPER_ADD: mpq_add(r->q, x->q, y->q); break;
	case OPER_SUB: mpq_sub(r->q, x->q, y->q); break;
	case OPER_MUL: mpq_mul(r->q, x->q, y->q); break;
	case OPER_DIV: mpq_div(r->q, x->q, y->q); break;
	default: return const_unknown();
	}
	return from_fraction(r);
}

static Const *binary_float(const Const *x, int op, const Const *y)
{
	Const *r = make(CONST_FLOAT);
	switch (op) {
	case OPER_ADD: mpfr_add(r->f, x->f, y->f, MPFR_RNDN); break;
	case OPER_SUB: mpfr_sub(r->f, x->f, y->f, MPFR_RNDN); break;
	case OPER_MUL: mpfr_mul(r->f, x->f, y->f, MPFR_RNDN); break;
	case OPER_DIV: mpfr_div(r->f, x->f, y->f, MPFR_RNDN); break;
	default: return const_unknown();
	}
	return from_mpfr(r->f);
}

static Const *add(Const *x, Const *y)
{
	return const_binary(x, OPER_ADD, y, false);
}
static Const *sub(Const *x, Const *y)
{
	return const_binary(x, OPER_SUB, y, false);
}
static Const *mul(Const *x, Const *y)
{
	return const_binary(x, OPER_MUL, y, false);
}
static Const *quo(Const *x, Const *y)
{
	return const_binary(x, OPER_DIV, y, false);
}

static Const *binary_complex(const Const *x, int op, const Const *y)
{
	Const *a = x->c.re, *b = x->c.im, *c = y->c.re, *d = y->c.im;
	switch (op) {
	case OPER_ADD: return const_complex(add(a, c), add(b, d));
	case OPER_SUB: return const_complex(sub(a, c), sub(b, d));
	case OPER_MUL: return const_complex(sub(mul(a, c), mul(b, d)), add(mul(b, c), mul(a, d)));
	case OPER_DIV: {
		Const *s = add(mul(c, c), mul(d, d));
		return const_complex(quo(add(mul(a, c), mul(b, d)), s),
				     quo(sub(mul(b, c), mul(a, d)), s));
	}
	default: return const_unknown();
	}
}

static Const *concatenate(const Const *x, const Const *y)
{
	Buf b = buf_make(NULL);
	buf_write(&b, x->s, str_len(x->s));
	buf_write(&b, y->s, str_len(y->s));
	Str s = b.len ? str_intern_n(b.data, b.len) : STR("");
	buf_free(&b);
	return const_str(s);
}

Const *const_binary(Const *x, int op, Const *y, bool integer)
{
	if (x->kind == CONST_UNKNOWN || y->kind == CONST_UNKNOWN)
		return const_unknown();
	if (x->kind == CONST_BOOL && y->kind == CONST_BOOL)
		return const_bool(op == OPER_ANDAND ? x->b && y->b : x->b || y->b);
	if (x->kind == CONST_STRING && y->kind == CONST_STRING)
		return op == OPER_ADD ? concatenate(x, y) : const_unknown();
	if (!is_number(x) || !is_number(y))
		return const_unknown();
	if (integer) {
		x = const_to_int(x);
		y = const_to_int(y);
		if (x->kind == CONST_UNKNOWN || y->kind == CONST_UNKNOWN)
			return const_unknown();
	}
	if ((op == OPER_DIV || op == OPER_REM) && const_is_zero(y))
		return const_unknown();
	ConstKind kind = x->kind > y->kind ? x->kind : y->kind;
	x = promote(x, kind);
	y = promote(y, kind);
	switch (kind) {
	case CONST_INT: return binary_int(x, op, y, integer);
	case CONST_RAT: return binary_rat(x, op, y);
	case CONST_FLOAT: return binary_float(x, op, y);
	default: return binary_complex(x, op, y);
	}
}

static Const *negate(Const *x)
{
	if (x->kind == CONST_COMPLEX)
		return const_complex(negate(x->c.re), negate(x->c.im));
	Const *r = make(x->kind);
	if (x->kind == CONST_INT)
		mpz_neg(r->z, x->z);
	else if (x->kind == CONST_RAT)
		mpq_neg(r->q, x->q);
	else
		mpfr_neg(r->f, x->f, MPFR_RNDN);
	return r;
}

Const *const_unary(int op, Const *x, Type *t)
{
	switch (op) {
	case OPER_NOT: return x->kind == CONST_BOOL ? const_bool(!x->b) : const_unknown();
	case OPER_ADD: return is_number(x) ? x : const_unknown();
	case OPER_SUB: return is_number(x) ? negate(x) : const_unknown();
	case OPER_XOR: {
		x = const_to_int(x);
		if (x->kind != CONST_INT)
			return const_unknown();
		Const *r = make(CONST_INT);
		mpz_com(r->z, x->z);
		if (t && type_is_unsigned(t))
			mpz_fdiv_r_2exp(r->z, r->z, (mp_bitcnt_t)type_size(t) * 8);
		return r;
	}
	default: return const_unknown();
	}
}

Const *const_shift(Const *x, int op, unsigned long n)
{
	x = const_to_int(x);
	if (x->kind != CONST_INT)
		return const_unknown();
	Const *r = make(CONST_INT);
	if (op == OPER_SHL)
		mpz_mul_2exp(r->z, x->z, n);
	else
		mpz_fdiv_q_2exp(r->z, x->z, n);
	return r;
}

bool const_is_huge(const Const *c)
{
	return c->kind == CONST_INT && mpz_sizeinbase(c->z, 2) > CONST_PRECISION;
}

// ---- Comparison.

static bool holds(int order, int op)
{
	switch (op) {
	case OPER_EQ: return order == 0;
	case OPER_NE: return order != 0;
	case OPER_LT: return order < 0;
	case OPER_LE: return order <= 0;
	case OPER_GT: return order > 0;
	default: return order >= 0;
	}
}

static int order_strings(Str a, Str b)
{
	size_t n = str_len(a), m = str_len(b);
	int order = memcmp(a, b, n < m ? n : m);
	return order ? order : (n > m) - (n < m);
}

bool const_compare(Const *x, int op, Const *y)
{
	if (x->kind == CONST_BOOL && y->kind == CONST_BOOL)
		return holds(x->b != y->b, op);
	if (x->kind == CONST_STRING && y->kind == CONST_STRING)
		return holds(order_strings(x->s, y->s), op);
	if (!is_number(x) || !is_number(y))
		return false;
	ConstKind kind = x->kind > y->kind ? x->kind : y->kind;
	x = promote(x, kind);
	y = promote(y, kind);
	switch (kind) {
	case CONST_INT: return holds(mpz_cmp(x->z, y->z), op);
	case CONST_RAT: return holds(mpq_cmp(x->q, y->q), op);
	case CONST_FLOAT: return holds(mpfr_cmp(x->f, y->f), op);
	default: {
		bool same = const_compare(x->c.re, OPER_EQ, y->c.re) &&
			    const_compare(x->c.im, OPER_EQ, y->c.im);
		return op == OPER_EQ ? same : !same;
	}
	}
}

bool const_equal(Const *a, Const *b)
{
	return a->kind != CONST_UNKNOWN && b->kind != CONST_UNKNOWN && const_compare(a, OPER_EQ, b);
}

// ---- Representability.

static bool fits_integer(const Const *c, Type *t)
{
	if (type_is_untyped(t))
		return true;
	unsigned bits = (unsigned)type_size(t) * 8;
	if (type_is_unsigned(t))
		return mpz_sgn(c->z) >= 0 && mpz_sizeinbase(c->z, 2) <= bits;
	mpz_t limit;
	mpz_init(limit);
	mpz_ui_pow_ui(limit, 2, bits - 1);
	bool fits = mpz_cmp(c->z, limit) < 0;
	mpz_neg(limit, limit);
	fits = fits && mpz_cmp(c->z, limit) >= 0;
	mpz_clear(limit);
	return fits;
}

// Rounds to the float type of `size` bytes; false when that is infinite.
static bool round_float(Const *c, int64_t size, Const **rounded)
{
	double d = size == 4 ? (double)const_to_float(c) : const_to_double(c);
	if (d > 1.7976931348623157e308 || d < -1.7976931348623157e308 || d != d)
		return false;
	if (size == 4 && (d > 3.4028234663852886e38 || d < -3.4028234663852886e38))
		return false;
	*rounded = d == 0 ? const_int(0) : const_double(d);
	return true;
}

static bool represent_float(Const *c, Type *t, Const **rounded)
{
	Const *f = const_to_float_kind(c);
	if (f->kind == CONST_UNKNOWN)
		return false;
	if (!type_is_untyped(t))
		return round_float(f, type_size(t), rounded);
	*rounded = f;
	return f->kind != CONST_FLOAT || mpfr_number_p(f->f);
}

static bool represent_complex(Const *c, Type *t, Const **rounded)
{
	Const *z = const_to_complex(c), *re, *im;
	if (z->kind == CONST_UNKNOWN)
		return false;
	*rounded = z;
	if (type_is_untyped(t))
		return true;
	int64_t half = type_size(t) / 2;
	if (!round_float(const_to_float_kind(z->c.re), half, &re) ||
	    !round_float(const_to_float_kind(z->c.im), half, &im))
		return false;
	*rounded = const_complex(re, im);
	return true;
}

bool const_representable(Const *c, Type *t, Const **rounded)
{
	Const *ignored;
	if (!rounded)
		rounded = &ignored;
	*rounded = c;
	if (c->kind == CONST_UNKNOWN)
		return true;
	if (type_is_integer(t)) {
		Const *i = is_number(c) ? const_to_int(c) : const_unknown();
		if (i->kind != CONST_INT)
			return false;
		*rounded = i;
		return fits_integer(i, t);
	}
	if (type_is_float(t))
		return is_number(c) && represent_float(c, t, rounded);
	if (type_is_complex(t))
		return is_number(c) && represent_complex(c, t, rounded);
	if (type_is_string(t))
		return c->kind == CONST_STRING;
	if (type_is_boolean(t))
		return c->kind == CONST_BOOL;
	return false;
}

// ---- Text.

static const char *float_text(const Const *c, bool exact)
{
	char text[128];
	double d = const_to_double(c);
	if (exact)
		snprintf(text, sizeof text, "%.17g", d);
	else if (const_sign(c) != 0 && (d == 0 || d > 1.7e308 || d < -1.7e308))
		mpfr_snprintf(text, sizeof text, "%.6Rg", promote((Const *)c, CONST_FLOAT)->f);
	else
		snprintf(text, sizeof text, "%.6g", d);
	return arena_copy(types_arena, text, strlen(text));
}

static const char *quoted(Str s, bool shorten)
{
	enum { MAX_SHOWN = 72 };
	Buf b = buf_make(types_arena);
	buf_quote(&b, s, str_len(s));
	if (!shorten)
		return buf_cstr(&b);
	// Whole characters only, with room for the dots.
	size_t end = 0, count = 0, cut = 0;
	while (end < b.len) {
		int size;
		utf8_decode(b.data + end, b.len - end, &size);
		if (count == MAX_SHOWN - 3)
			cut = end;
		end += (size_t)size;
		count++;
	}
	if (count > MAX_SHOWN)
		return arena_printf(types_arena, "%.*s...", (int)cut, b.data);
	return buf_cstr(&b);
}

static const char *text(const Const *c, bool exact)
{
	switch (c->kind) {
	case CONST_BOOL: return c->b ? "true" : "false";
	case CONST_STRING: return quoted(c->s, !exact);
	case CONST_INT: {
		char *digits = mpz_get_str(NULL, 10, c->z);
		return arena_copy(types_arena, digits, strlen(digits));
	}
	case CONST_RAT:
		if (exact && mpz_cmp_ui(mpq_denref(c->q), 1) == 0 &&
		    mpz_sizeinbase(mpq_numref(c->q), 2) <= 64) {
			char *digits = mpz_get_str(NULL, 10, mpq_numref(c->q));
			return arena_copy(types_arena, digits, strlen(digits));
		}
		return float_text(c, exact);
	case CONST_FLOAT: return float_text(c, exact);
	case CONST_COMPLEX:
		return arena_printf(types_arena, "(%s + %si)", text(c->c.re, exact),
				    text(c->c.im, exact));
	default: return "unknown";
	}
}

const char *const_string(const Const *c)
{
	return text(c, false);
}
const char *const_exact_string(const Const *c)
{
	return text(c, true);
}

// ---- Literals.

// The value of a literal's spelling: LIT_INT, LIT_FLOAT or LIT_IMAG without the i.
static Const *parse_int(const char *digits)
{
	Const *c = make(CONST_INT);
	int base = 10;
	if (digits[0] == '0' && digits[1]) {
		char p = digits[1] | 0x20;
		base = p == 'x' ? 16 : p == 'b' ? 2 : 8;
		digits += p == 'x' || p == 'b' || p == 'o' ? 2 : 1;
	}
	if (mpz_set_str(c->z, digits, base) != 0)
		return const_unknown();
	return c;
}

static bool exceeds_exponent(long exponent)
{
	return exponent < INT32_MIN || exponent > INT32_MAX;
}

// mantissa * base^exponent, exactly where that is a fraction of sensible size.
// gc's floats have a binary exponent of 32 bits: an unknown value beyond it, 0 below it.
static Const *parse_float(const char *s)
{
	bool hex = s[0] == '0' && (s[1] | 0x20) == 'x';
	long exponent = 0, after_point = 0;
	Buf digits = buf_make(NULL);
	buf_putc(&digits, '0');
	bool point = false;
	for (s += hex ? 2 : 0; *s; s++) {
		if (*s == '.') {
			point = true;
		} else if ((*s | 0x20) == (hex ? 'p' : 'e')) {
			errno = 0;
			exponent = strtol(s + 1, NULL, 10);
			if (errno == ERANGE) {
				buf_free(&digits);
				return const_unknown();
			}
			break;
		} else {
			buf_putc(&digits, *s);
			after_point += point;
		}
	}
	mpz_t mantissa;
	mpz_init_set_str(mantissa, digits.data, hex ? 16 : 10);
	buf_free(&digits);
	long scale = exponent - (hex ? 4 * after_point : after_point);
	Const *c;
	if (!mpz_sgn(mantissa)) {
		mpz_clear(mantissa);
		return const_int(0);
	}
	if (exceeds_exponent(scale + (long)mpz_sizeinbase(mantissa, 2))) {
		mpz_clear(mantissa);
		return const_unknown();
	}
	if (labs(scale) > (hex ? MAX_FRACTION_BITS : MAX_FRACTION_BITS / 3)) {
		c = make(CONST_FLOAT);
		mpfr_t power;
		mpfr_init2(power, CONST_PRECISION + 64);
		mpfr_set_si(power, scale, MPFR_RNDN);
		if (hex)
			mpfr_exp2(power, power, MPFR_RNDN);
		else
			mpfr_exp10(power, power, MPFR_RNDN);
		mpfr_mul_z(c->f, power, mantissa, MPFR_RNDN);
		mpfr_clear(power);
		if (exceeds_exponent(mpfr_get_exp(c->f)))
			c = mpfr_get_exp(c->f) > 0 ? const_unknown() : const_int(0);
	} else {
		c = make(CONST_RAT);
		mpz_ui_pow_ui(mpq_denref(c->q), hex ? 2 : 10, (unsigned long)labs(scale));
		mpq_set_num(c->q, mantissa);
		if (scale >= 0) {
			mpz_mul(mpq_numref(c->q), mpq_numref(c->q), mpq_denref(c->q));
			mpz_set_ui(mpq_denref(c->q), 1);
		}
		mpq_canonicalize(c->q);
		c = from_fraction(c);
	}
	mpz_clear(mantissa);
	return c;
}

Const *const_from_literal(const Expr *e)
{
	if (e->literal.kind == LIT_STRING)
		return const_str(syntax_string_value(e));
	if (e->literal.kind == LIT_RUNE)
		return const_int(syntax_rune_value(e));
	Buf b = buf_make(NULL);
	for (const char *s = e->literal.text; *s; s++)
		if (*s != '_' && !(e->literal.kind == LIT_IMAG && *s == 'i'))
			buf_putc(&b, *s);
	const char *s = buf_cstr(&b);
	bool hex = s[0] == '0' && (s[1] | 0x20) == 'x';
	bool is_float = e->literal.kind == LIT_FLOAT || strpbrk(s, hex ? ".pP" : ".eE");
	// An imaginary literal with a leading 0 and only decimal digits is decimal.
	if (e->literal.kind == LIT_IMAG && s[0] == '0' && s[strspn(s, "0123456789")] == 0)
		s += strspn(s, "0") - (s[strspn(s, "0")] == 0);
	Const *c = is_float ? parse_float(s) : parse_int(s);
	buf_free(&b);
	return e->literal.kind == LIT_IMAG && c->kind != CONST_UNKNOWN
		       ? const_complex(const_int(0), c)
		       : c;
}
