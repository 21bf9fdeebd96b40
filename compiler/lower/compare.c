/*
 * Comparison of strings, interfaces, structs and arrays, in terms of comparison of words.
 */
#include "lower/private.h"

enum { MAX_UNROLLED = 4 }; /* fields or elements compared one by one */

static Node *boolean(Lower *l, Op op, Node *x, Node *y)
{
	return lower_binary(l, op, type_basic[T_BOOL], x, y);
}

static Node *negate_if(Lower *l, bool negate, Node *n)
{
	return negate ? lower_unary(l, ONOT, type_basic[T_BOOL], n) : n;
}

/* r := first; if r { r = rest } */
typedef struct Chain {
	Node *result;
	NodeList then;
	NodeList *outer;
} Chain;

static Chain chain_begin(Lower *l, Node *first)
{
	Chain c = {0};
	c.result = lower_copy(l, first);
	c.result->var->reassigned = true;
	return c;
}

static Node *string_part(Lower *l, Op op, Type *type, Node *s)
{
	if (s->op == OLITERAL && op == OLEN)
		return lower_int(l, str_len(s->value->s));
	return lower_unary(l, op, type, s);
}

static Node *strings_equal(Lower *l, Node *x, Node *y)
{
	x = lower_stable(l, x);
	y = lower_stable(l, y);
	Type *in = type_basic[T_INT], *ptr = type_basic[T_UNSAFE_POINTER];
	Node *same_length =
		boolean(l, OEQ, string_part(l, OLEN, in, x), string_part(l, OLEN, in, y));
	if ((y->op == OLITERAL && !str_len(y->value->s)) ||
	    (x->op == OLITERAL && !str_len(x->value->s)))
		return same_length;
	Chain c = chain_begin(l, same_length);
	c.outer = lower_begin(l, &c.then);
	Node *length = lower_cast(l, type_basic[T_UINTPTR],
				  string_part(l, OLEN, in, x->op == OLITERAL ? x : y));
	Node *eq = lower_call(l, "memequal", type_basic[T_BOOL], 3, string_part(l, OSPTR, ptr, x),
			      string_part(l, OSPTR, ptr, y), length);
	lower_assign(l, c.result, eq);
	lower_end(l, c.outer);
	lower_if(l, c.result, c.then, (NodeList){0});
	return c.result;
}

/* Empty interfaces are equal when their types are and the runtime says that the values are; others
 * are the runtime's matter. */
static Node *interfaces_equal(Lower *l, Node *x, Node *y)
{
	Type *ptr = type_basic[T_UNSAFE_POINTER];
	if (x->op == ONIL || y->op == ONIL)
		return boolean(l, OEQ, lower_unary(l, OITAB, ptr, x->op == ONIL ? y : x),
			       lower_nil(l, ptr));
	bool empty = type_is_empty_interface(x->type);
	x = lower_stable(l, x);
	y = lower_stable(l, y);
	Node *wx = lower_unary(l, OITAB, ptr, x), *wy = lower_unary(l, OITAB, ptr, y);
	Node *dx = lower_unary(l, OIDATA, ptr, x), *dy = lower_unary(l, OIDATA, ptr, y);
	if (!empty)
		return lower_call(l, "ifaceeq", type_basic[T_BOOL], 4, wx, wy, dx, dy);
	Chain c = chain_begin(l, boolean(l, OEQ, wx, wy));
	c.outer = lower_begin(l, &c.then);
	lower_assign(l, c.result, lower_call(l, "efaceeq", type_basic[T_BOOL], 3, wx, dx, dy));
	lower_end(l, c.outer);
	lower_if(l, c.result, c.then, (NodeList){0});
	return c.result;
}

/* An interface and a value that implements it: the dynamic type must be the value's. */
static Node *mixed_equal(Lower *l, Node *iface, Node *value)
{
	iface = lower_stable(l, iface);
	value = lower_stable(l, value);
	Chain c = chain_begin(l, lower_type_matches(l, iface, value->type));
	c.outer = lower_begin(l, &c.then);
	lower_assign(l, c.result,
		     lower_compare(l, OEQ, lower_unpack(l, iface, value->type), value));
	lower_end(l, c.outer);
	lower_if(l, c.result, c.then, (NodeList){0});
	return c.result;
}

static Node *memory_equal(Lower *l, Node *x, Node *y)
{
	if (!lower_is_place(x))
		x = lower_copy(l, x);
	if (!lower_is_place(y))
		y = lower_copy(l, y);
	Node *px = lower_pointer(l, x), *py = lower_pointer(l, y);
	if (type_is_plain_memory(x->type))
		return lower_call(l, "memequal", type_basic[T_BOOL], 3, px, py,
				  lower_uintptr(l, type_size(x->type)));
	return lower_call(l, "typeequal", type_basic[T_BOOL], 3, lower_type(l, x->type), px, py);
}

/* Conditions that must all hold, each looked at only when those before it do. */
typedef struct Conditions {
	Node *result; /* NULL: there is none yet */
	NodeList then[2 * MAX_UNROLLED];
	NodeList *outer[2 * MAX_UNROLLED];
	int depth;
} Conditions;

static void and_also(Lower *l, Conditions *c, Node *condition)
{
	if (!c->result) {
		c->result = lower_copy(l, condition);
		c->result->var->reassigned = true;
	} else {
		lower_assign(l, c->result, condition);
	}
	c->outer[c->depth] = lower_begin(l, &c->then[c->depth]);
	c->depth++;
}

static Node *all_hold(Lower *l, Conditions *c)
{
	while (c->depth-- > 0) {
		lower_end(l, c->outer[c->depth]);
		if (c->then[c->depth].len)
			lower_if(l, c->result, c->then[c->depth], (NodeList){0});
	}
	return c->result ? c->result : lower_bool(l, true);
}

/* Is a comparison of such values one of words, without a call? */
static bool is_word(Type *t)
{
	switch (type_kind(t)) {
	case T_STRING:
	case T_STRUCT:
	case T_ARRAY:
	case T_INTERFACE: return false;
	default: return true;
	}
}

/* Fields of words and the lengths of strings first, then what the strings hold; a field of another
 * kind may hold an interface, whose comparison may panic: it comes after those before it and before
 * those after it. */
static Node *structs_equal(Lower *l, Node *x, Node *y)
{
	int n = type_nfields(x->type);
	if (n > MAX_UNROLLED || !lower_is_split(x->type))
		return memory_equal(l, x, y);
	x = lower_stable(l, x);
	y = lower_stable(l, y);
	Conditions c = {0};
	for (int i = 0, end; i < n; i = end) {
		for (end = i; end < n; end++) {
			Obj *f = type_field(x->type, end);
			Node *a = lower_field(l, x, end), *b = lower_field(l, y, end);
			if (f->name == STR("_"))
				continue;
			if (is_word(f->type))
				and_also(l, &c, boolean(l, OEQ, a, b));
			else if (type_is_string(f->type))
				and_also(l, &c,
					 boolean(l, OEQ, string_part(l, OLEN, type_basic[T_INT], a),
						 string_part(l, OLEN, type_basic[T_INT], b)));
			else
				break;
		}
		for (; i < end; i++)
			if (type_field(x->type, i)->name != STR("_") &&
			    type_is_string(type_field(x->type, i)->type))
				and_also(l, &c,
					 strings_equal(l, lower_field(l, x, i),
						       lower_field(l, y, i)));
		if (end < n) {
			and_also(l, &c,
				 lower_compare(l, OEQ, lower_field(l, x, end),
					       lower_field(l, y, end)));
			end++;
		}
	}
	return all_hold(l, &c);
}

static Node *arrays_equal(Lower *l, Node *x, Node *y)
{
	if (type_len(x->type) == 0)
		return lower_bool(l, true);
	if (type_len(x->type) > 1)
		return memory_equal(l, x, y);
	x = lower_stable(l, x);
	y = lower_stable(l, y);
	return lower_compare(l, OEQ, lower_element(l, x, lower_int(l, 0)),
			     lower_element(l, y, lower_int(l, 0)));
}

static Node *equal(Lower *l, Node *x, Node *y)
{
	Type *t = x->type;
	bool ix = type_is_interface(x->type), iy = type_is_interface(y->type);
	if (ix != iy)
		return ix ? mixed_equal(l, x, y) : mixed_equal(l, y, x);
	if (ix)
		return interfaces_equal(l, x, y);
	switch (type_kind(t)) {
	case T_STRING: return strings_equal(l, x, y);
	case T_STRUCT: return structs_equal(l, x, y);
	case T_ARRAY: return arrays_equal(l, x, y);
	case T_SLICE: {
		Type *ptr = type_basic[T_UNSAFE_POINTER];
		return boolean(l, OEQ, lower_unary(l, OSPTR, ptr, x->op == ONIL ? y : x),
			       lower_nil(l, ptr));
	}
	default: return boolean(l, OEQ, x, y);
	}
}

Node *lower_compare(Lower *l, Op op, Node *x, Node *y)
{
	if (op == OEQ || op == ONE) {
		Node *r = equal(l, x, y);
		if (op == ONE && r->op == OEQ) {
			r->op = ONE;
			return r;
		}
		return negate_if(l, op == ONE, r);
	}
	if (type_is_string(x->type))
		return boolean(l, op, lower_call(l, "cmpstring", type_basic[T_INT], 2, x, y),
			       lower_int(l, 0));
	return boolean(l, op, x, y);
}
