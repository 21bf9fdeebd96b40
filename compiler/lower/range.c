/*
 * for ... range, by the kind of what is gone through.
 */
#include "lower/private.h"

static Node *counter(Lower *l)
{
	Node *i = lower_copy(l, lower_int(l, 0));
	i->var->reassigned = true;
	return i;
}

static Node *add(Lower *l, Node *x, int64_t n)
{
	return lower_binary(l, OADD, x->type, x, lower_int(l, n));
}

/* The loop `for cond { head; body; post }`, where head was emitted into `body` already. */
static void emit_loop(Lower *l, Node *n, Node *cond, NodeList body, NodeList post)
{
	Node *c = lower_unary(l, OFOR, NULL, cond);
	c->label = n->label;
	c->body = body;
	c->els = post;
	lower_emit(l, c);
}

static void loop_body(Lower *l, Node *n)
{
	Label *outer = l->break_label;
	l->break_label = NULL;
	lower_stmts(l, &n->body);
	l->break_label = outer;
}

static bool wanted(const Node *left)
{
	return left && !ir_is_blank(left);
}

/* An array is copied when its elements are wanted, a pointer to one is not. */
static Node *sequence(Lower *l, Node *n, Type **elem, Node **length)
{
	Type *t = n->z->type;
	if (type_is_pointer(t)) {
		*elem = type_elem(type_elem(t));
		*length = lower_int(l, type_len(type_elem(t)));
		Node *p = lower_stable(l, lower_expr(l, n->z));
		return lower_unary(l, ODEREF, type_elem(t), p);
	}
	*elem = type_elem(t);
	if (type_kind(t) == T_ARRAY) {
		*length = lower_int(l, type_len(t));
		return wanted(n->y) ? lower_copy(l, lower_expr(l, n->z))
				    : (lower_effects(l, n->z), NULL);
	}
	Node *s = lower_stable(l, lower_expr(l, n->z));
	*length = lower_copy(l, lower_unary(l, OLEN, type_basic[T_INT], s));
	return s;
}

static void range_sequence(Lower *l, Node *n)
{
	Type *elem;
	Node *length;
	Node *s = sequence(l, n, &elem, &length);
	Node *i = counter(l);
	NodeList body = {0}, post = {0};
	NodeList *outer = lower_begin(l, &body);
	if (wanted(n->x) && wanted(n->y)) {
		/* The key may occur in the place of the value. */
		Node *v = lower_copy(l, lower_element(l, s, i));
		lower_put2(l, n->x, i, n->y, v);
	} else if (wanted(n->y)) {
		lower_put(l, n->y, lower_element(l, s, i));
	} else {
		lower_put(l, n->x, i);
	}
	loop_body(l, n);
	lower_end(l, outer);
	outer = lower_begin(l, &post);
	lower_assign(l, i, add(l, i, 1));
	lower_end(l, outer);
	emit_loop(l, n, lower_binary(l, OLT, type_basic[T_BOOL], i, length), body, post);
}

/* An ASCII byte is its own rune. */
static void range_string(Lower *l, Node *n)
{
	Type *rune = type_basic[T_INT32];
	Node *s = lower_stable(l, lower_expr(l, n->z));
	Node *next = counter(l);
	NodeList body = {0}, ascii = {0}, wide = {0};
	NodeList *outer = lower_begin(l, &body);
	Node *i = lower_copy(l, next);
	Node *byte = lower_element(l, s, i);
	byte->type = type_basic[T_UINT8];
	Node *r = lower_copy(l, lower_unary(l, OCONV, rune, byte));
	r->var->reassigned = true;
	NodeList *inner = lower_begin(l, &ascii);
	lower_assign(l, next, add(l, next, 1));
	lower_end(l, inner);
	inner = lower_begin(l, &wide);
	lower_call2(l, "decoderune", r, next, 2, s, i);
	lower_end(l, inner);
	Node *limit = ir_int(l->arena, l->pos, rune, 0x80);
	lower_if(l, lower_binary(l, OLT, type_basic[T_BOOL], r, limit), ascii, wide);
	if (wanted(n->x) && wanted(n->y)) {
		lower_put2(l, n->x, i, n->y, r);
	} else {
		lower_put(l, n->x, i);
		lower_put(l, n->y, r);
	}
	loop_body(l, n);
	lower_end(l, outer);
	Node *length = lower_unary(l, OLEN, type_basic[T_INT], s);
	if (s->op == OLITERAL)
		length = lower_int(l, str_len(s->value->s));
	emit_loop(l, n, lower_binary(l, OLT, type_basic[T_BOOL], next, length), body,
		  (NodeList){0});
}

static void range_map(Lower *l, Node *n)
{
	Type *t = n->z->type, *ptr = type_basic[T_UNSAFE_POINTER];
	Node *m = lower_stable(l, lower_expr(l, n->z));
	Node *it = lower_temp(l, ir_runtime_type("hiter"));
	lower_init(l, it, NULL);
	Node *address = lower_address(l, it);
	lower_call(l, "mapiterinit", NULL, 3, lower_type(l, t), m, address);
	Node *key = lower_field(l, it, 0), *elem = lower_field(l, it, 1);
	NodeList body = {0}, post = {0};
	NodeList *outer = lower_begin(l, &body);
	Node *k = wanted(n->x) ? lower_copy(l, lower_load(l, type_key(t), key, 0)) : NULL;
	Node *v = wanted(n->y) ? lower_copy(l, lower_load(l, type_elem(t), elem, 0)) : NULL;
	if (k && v) {
		lower_put2(l, n->x, k, n->y, v);
	} else {
		lower_put(l, k ? n->x : NULL, k);
		lower_put(l, v ? n->y : NULL, v);
	}
	loop_body(l, n);
	lower_end(l, outer);
	outer = lower_begin(l, &post);
	lower_call(l, "mapiternext", NULL, 1, address);
	lower_end(l, outer);
	emit_loop(l, n, lower_binary(l, ONE, type_basic[T_BOOL], key, lower_nil(l, ptr)), body,
		  post);
}

static void range_channel(Lower *l, Node *n)
{
	Node *c = lower_stable(l, lower_expr(l, n->z));
	NodeList body = {0}, leave = {0};
	NodeList *outer = lower_begin(l, &body);
	Node *v = lower_temp(l, type_elem(n->z->type));
	lower_init(l, v, NULL);
	Node *ok = lower_call(l, "chanrecv2", type_basic[T_BOOL], 2, c, lower_pointer(l, v));
	vec_push(l->arena, leave, lower_node(l, OBREAK, NULL));
	lower_if(l, lower_unary(l, ONOT, type_basic[T_BOOL], ok), leave, (NodeList){0});
	lower_put(l, n->x, v);
	loop_body(l, n);
	lower_end(l, outer);
	emit_loop(l, n, NULL, body, (NodeList){0});
}

void lower_range(Lower *l, Node *n)
{
	switch (type_kind(n->z->type)) {
	case T_STRING: range_string(l, n); break;
	case T_MAP: range_map(l, n); break;
	case T_CHAN: range_channel(l, n); break;
	default: range_sequence(l, n);
	}
}
