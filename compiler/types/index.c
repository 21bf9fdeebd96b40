// Index and slice expressions, type assertions.
#include "types/checker.h"

// ---- Indices

// Gives e, an index, length or capacity, its type. False: it is none (reported).
bool check_valid_index(Checker *c, Expr *e, const char *what, bool may_be_negative)
{
	check_convert(c, e, type_basic[T_INT]);
	if (operand_is_bad(e))
		return false;
	const char *wrong = NULL;
	if (!type_is_integer(e->type))
		wrong = "must be integer";
	else if (e->value && e->value->kind != CONST_UNKNOWN && !may_be_negative &&
		 const_sign(e->value) < 0)
		wrong = "must not be negative";
	else if (e->value && !const_representable(e->value, type_basic[T_INT], NULL))
		wrong = "overflows int";
	if (!wrong)
		return true;
	check_error(c, e, "invalid argument: %s %s %s", what, check_operand(c, e), wrong);
	operand_bad(e);
	return false;
}

bool check_index(Checker *c, Expr *e, int64_t length, int64_t *value)
{
	*value = -1;
	check_expr(c, e);
	if (operand_is_bad(e) || !check_valid_index(c, e, "index", false))
		return false;
	if (!e->value || !const_is_int64(e->value))
		return true;
	int64_t i = const_int64(e->value);
	if (length >= 0 && i >= length) {
		check_error(c, e, "invalid argument: index %lld out of bounds [0:%lld]",
			    (long long)i, (long long)length);
		return false;
	}
	*value = i;
	return true;
}

// ---- x[i]

static void use_indices(Checker *c, Expr *e)
{
	for (uint32_t i = 0; i < e->index.index.len; i++)
		if (!check_is_type(c, e->index.index.data[i]))
			check_raw(c, e->index.index.data[i], NULL);
	operand_bad(e);
}

// Sets the mode and type of x[i]; false: x has no elements. *length -1: not known.
static bool indexable(Expr *e, int64_t *length)
{
	Expr *x = e->index.x;
	Type *u = type_under(x->type);
	*length = -1;
	if (type_is_string(x->type)) {
		if (x->value && x->value->kind == CONST_STRING)
			*length = str_len(x->value->s);
		operand_set(e, MODE_VALUE, type_byte);
		return true;
	}
	if (u->kind == T_POINTER && type_kind(u->elem) == T_ARRAY) {
		*length = type_len(u->elem);
		operand_set(e, MODE_VAR, type_elem(u->elem));
	} else if (u->kind == T_ARRAY) {
		*length = u->len;
		operand_set(e, x->mode == MODE_VAR ? MODE_VAR : MODE_VALUE, u->elem);
	} else if (u->kind == T_SLICE) {
		operand_set(e, MODE_VAR, u->elem);
	} else {
		return false;
	}
	return true;
}

void check_index_expr(Checker *c, Expr *e)
{
	Expr *x = e->index.x;
	check_raw(c, x, NULL);
	if (x->mode == MODE_NOVALUE || x->mode == MODE_BUILTIN)
		check_exclude(c, x);
	check_single(c, x);
	if (operand_is_bad(x)) {
		use_indices(c, e);
		return;
	}
	if (x->mode == MODE_TYPE) {
		check_error(c, x, "%s is not a generic type", check_type_text(c, x->type));
		use_indices(c, e);
		return;
	}
	Expr *i = e->index.index.data[0];
	int64_t length, value;
	if (type_kind(x->type) == T_MAP) {
		if (e->index.index.len > 1) {
			check_error(c, e->index.index.data[1], "more than one index");
			operand_bad(e);
			return;
		}
		check_expr(c, i);
		check_assign(c, i, type_key(x->type), "map index");
		operand_set(e, MODE_MAPINDEX, type_elem(x->type));
		return;
	}
	if (operand_is_nil(x) || !indexable(e, &length)) {
		check_error_at(c, e->pos, "invalid operation: cannot index %s",
			       check_operand(c, x));
		use_indices(c, e);
		return;
	}
	if (e->index.index.len > 1) {
		check_error(c, e->index.index.data[1], "more than one index");
		operand_bad(e);
		return;
	}
	check_default(c, x);
	check_index(c, i, length, &value);
	if (e->type->kind == T_INVALID)
		operand_bad(e);
}

// ---- x[i:j]

static void in_order(Checker *c, Expr *e, const int64_t *values)
{
	for (int i = 0; i < 3; i++)
		for (int k = i + 1; k < 3 && values[i] > 0; k++)
			if (values[k] >= 0 && values[k] < values[i]) {
				check_error(c, e->slice.index[k],
					    "invalid slice indices: %lld < %lld",
					    (long long)values[k], (long long)values[i]);
				return;
			}
}

// Sets the mode and type of a slice of x; false after an error.
static bool sliceable(Checker *c, Expr *e, int64_t *length)
{
	Expr *x = e->slice.x;
	Type *u = type_under(x->type);
	*length = -1;
	if (type_is_string(x->type)) {
		if (e->slice.full) {
			Expr *at = e->slice.index[2] ? e->slice.index[2] : e;
			check_error(c, at, "invalid operation: 3-index slice of string");
			return false;
		}
		if (x->value && x->value->kind == CONST_STRING)
			*length = (int64_t)str_len(x->value->s) + 1;
		check_default(c, x);
		operand_set(e, MODE_VALUE, x->type);
		return true;
	}
	if (u->kind == T_SLICE) {
		operand_set(e, MODE_VALUE, x->type);
	} else if (u->kind == T_POINTER && type_kind(u->elem) == T_ARRAY) {
		*length = type_len(u->elem) + 1;
		operand_set(e, MODE_VALUE, type_slice(type_elem(u->elem)));
	} else if (u->kind == T_ARRAY) {
		*length = u->len + 1;
		if (x->mode != MODE_VAR) {
			check_error(c, x, "invalid operation: %s (slice of unaddressable value)",
				    check_operand(c, x));
			return false;
		}
		operand_set(e, MODE_VALUE, type_slice(u->elem));
	} else {
		check_error(c, x, "invalid operation: cannot slice %s", check_operand(c, x));
		return false;
	}
	return true;
}

void check_slice_expr(Checker *c, Expr *e)
{
	int64_t values[3] = {-1, -1, -1}, length;
	check_expr(c, e->slice.x);
	if (operand_is_bad(e->slice.x) || !sliceable(c, e, &length)) {
		for (int i = 0; i < 3; i++)
			if (e->slice.index[i])
				check_raw(c, e->slice.index[i], NULL);
		operand_bad(e);
		return;
	}
	for (int i = 0; i < 3; i++)
		if (e->slice.index[i])
			check_index(c, e->slice.index[i], length, &values[i]);
		else if (i == 0)
			values[i] = 0;
	in_order(c, e, values);
}

// ---- x.(T)

void check_assertion(Checker *c, Expr *e)
{
	Expr *x = e->assert_.x;
	check_expr(c, x);
	if (operand_is_bad(x)) {
		operand_bad(e);
		return;
	}
	if (!type_is_interface(x->type)) {
		check_error(c, x, "invalid operation: %s is not an interface", check_operand(c, x));
		operand_bad(e);
		return;
	}
	Type *t = check_var_type(c, e->assert_.type);
	if (t->kind == T_INVALID) {
		operand_bad(e);
		return;
	}
	const char *why = check_missing_method(c, t, x->type);
	if (why && !type_is_interface(t))
		check_error(c, e, "impossible type assertion: %s\n\t%s does not implement %s %s",
			    check_text(e), check_type_text(c, t), check_type_text(c, x->type), why);
	operand_set(e, MODE_COMMAOK, t);
}
