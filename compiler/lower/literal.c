/*
 * Composite literals: memory is made and filled part by part. Long runs of constants are copied
 * from read-only data.
 */
#include "lower/private.h"

enum { MIN_STATIC = 4 }; /* elements from which a literal of constants becomes data */

/* Only numbers, strings and nil in arrays and structs. */
static bool is_constant(const Node *n)
{
	switch (n->op) {
	case OLITERAL:
	case ONIL: return true;
	case OKEY: return is_constant(n->y);
	case OSTRUCTKEY: return is_constant(n->x);
	case OARRAYLIT:
	case OSTRUCTLIT:
		for (uint32_t i = 0; i < n->list.len; i++)
			if (!is_constant(n->list.data[i]))
				return false;
		return true;
	default: return false;
	}
}

static bool all_constant(const NodeList *list)
{
	for (uint32_t i = 0; i < list->len; i++)
		if (!is_constant(list->data[i]))
			return false;
	return true;
}

/* A literal of constants as read-only data, a place of its type. */
static Node *constant_place(Lower *l, Node *lit)
{
	Node *p = lower_node(l, OADDRSYM, type_pointer(lit->type));
	p->data = ir_static_data(l->package, lit);
	Node *place = lower_unary(l, ODEREF, lit->type, p);
	place->flags |= NF_NONNIL;
	return place;
}

/* The elements of an array or slice literal, likewise, of type [n]T. */
static Node *constant_array(Lower *l, Node *n, Type *array)
{
	Node *lit = NEW(l->arena, Node);
	*lit = *n;
	lit->op = OARRAYLIT;
	lit->type = array;
	return constant_place(l, lit);
}

Node *lower_large_constant(Lower *l, Node *n)
{
	enum { LARGE = 1024 };
	bool is_large = (n->op == OARRAYLIT || n->op == OSTRUCTLIT) && type_size(n->type) >= LARGE;
	return is_large && is_constant(n) ? constant_place(l, n) : NULL;
}

static void fill_elements(Lower *l, Node *place, Node *n)
{
	if (n->list.len >= MIN_STATIC && all_constant(&n->list)) {
		lower_init(l, place, constant_array(l, n, place->type));
		return;
	}
	int64_t index = 0;
	for (uint32_t i = 0; i < n->list.len; i++, index++) {
		Node *e = n->list.data[i];
		if (e->op == OKEY) {
			index = const_int64(e->x->value);
			e = e->y;
		}
		lower_fill(l, lower_element(l, place, lower_int(l, index)), e, true);
	}
}

static void fill_fields(Lower *l, Node *place, Node *n)
{
	for (uint32_t i = 0; i < n->list.len; i++) {
		Node *e = n->list.data[i];
		if (e->field->name == STR("_"))
			lower_effects(l, e->x);
		else
			lower_fill(l, lower_field(l, place, e->index), e->x, true);
	}
}

static bool is_zero(const Node *n)
{
	return n->op == ONIL || (n->op == OLITERAL && const_is_zero(n->value));
}

static bool is_filled(const Node *n)
{
	return n->op == OARRAYLIT || n->op == OSTRUCTLIT;
}

/* Visits the values in the literal: does one that reads a variable come before one that may change
 * it? */
static bool reads_before_calls(const Node *n, bool *reads)
{
	for (uint32_t i = 0; i < n->list.len; i++) {
		const Node *e = n->list.data[i];
		e = e->op == OKEY ? e->y : e->op == OSTRUCTKEY ? e->x : e;
		if (is_filled(e)) {
			if (reads_before_calls(e, reads))
				return true;
			continue;
		}
		if (*reads && e->op != ONAME && !is_constant(e))
			return true;
		*reads |= !is_constant(e) && lower_reads_late(e);
	}
	return false;
}

/* The parts of a literal that are not zero: where they go (NULL: nowhere) and what. */
static void parts_of(Lower *l, Node *place, Node *n, NodeList *places, NodeList *values)
{
	int64_t index = 0;
	for (uint32_t i = 0; i < n->list.len; i++, index++) {
		Node *e = n->list.data[i], *part = NULL;
		if (e->op == OKEY)
			index = const_int64(e->x->value);
		if (n->op != OSTRUCTLIT)
			part = lower_element(l, place, lower_int(l, index));
		else if (e->field->name != STR("_"))
			part = lower_field(l, place, e->index);
		e = e->op == OKEY ? e->y : e->op == OSTRUCTKEY ? e->x : e;
		if (part && is_filled(e)) {
			parts_of(l, part, e, places, values);
		} else if (!is_zero(e)) {
			vec_push(l->arena, *places, part);
			vec_push(l->arena, *values, e);
		}
	}
}

/* All values are computed before any is stored, and variables are read after all calls. */
static void fill_late(Lower *l, Node *place, Node *n)
{
	NodeList places = {0}, values = {0};
	parts_of(l, place, n, &places, &values);
	lower_exprs(l, &values);
	for (uint32_t i = 0; i < values.len; i++)
		if (places.data[i])
			lower_init(l, places.data[i], values.data[i]);
		else
			lower_assign(l, ir_blank(l->arena, l->pos), values.data[i]);
}

/* Of a literal of an array, a slice or a struct. */
static void fill_parts(Lower *l, Node *place, Node *n)
{
	bool reads = false;
	if (reads_before_calls(n, &reads))
		fill_late(l, place, n);
	else if (n->op == OSTRUCTLIT)
		fill_fields(l, place, n);
	else
		fill_elements(l, place, n);
}

void lower_fill(Lower *l, Node *place, Node *n, bool zeroed)
{
	if (!is_filled(n)) {
		if (zeroed && is_zero(n))
			return;
		lower_init(l, place, lower_expr(l, n));
		return;
	}
	if (!zeroed)
		lower_init(l, place, NULL);
	fill_parts(l, place, n);
}

/* Arguments are all computed before any is stored. */
static void fill_arguments(Lower *l, Node *place, Node *n)
{
	NodeList values = {0};
	for (uint32_t i = 0; i < n->list.len; i++)
		vec_push(l->arena, values, n->list.data[i]);
	lower_exprs(l, &values);
	for (uint32_t i = 0; i < values.len; i++)
		lower_init(l, lower_element(l, place, lower_int(l, i)), values.data[i]);
}

static Node *slice_literal(Lower *l, Node *n)
{
	Type *array = type_array(type_elem(n->type), n->offset);
	Node *p = lower_stable(l, lower_new(l, array, n->esc));
	Node *place = lower_unary(l, ODEREF, array, p);
	place->flags |= NF_NONNIL;
	if (n->flags & NF_DDD)
		fill_arguments(l, place, n);
	else
		fill_parts(l, place, n);
	Node *h = lower_binary(l, OSLICEHEADER, n->type,
			       lower_cast(l, type_basic[T_UNSAFE_POINTER], p),
			       lower_int(l, n->offset));
	h->z = lower_int(l, n->offset);
	return h;
}

static Node *map_literal(Lower *l, Node *n)
{
	Node *m = lower_call(l, "makemap", n->type, 2, lower_type(l, n->type),
			     lower_int(l, n->list.len));
	for (uint32_t i = 0; i < n->list.len; i++) {
		Node *e = n->list.data[i];
		NodeList parts = {0};
		vec_push(l->arena, parts, e->x);
		vec_push(l->arena, parts, e->y);
		lower_exprs(l, &parts);
		Node *value = lower_stable(l, parts.data[1]);
		Node *p = lower_map_assign(l, m, parts.data[0], n->type);
		lower_store(l, lower_load(l, type_elem(n->type), p, 0), value);
	}
	return m;
}

Node *lower_literal(Lower *l, Node *n)
{
	switch (n->op) {
	case OPTRLIT: {
		Type *t = type_elem(n->type);
		if (n->x->op == OSLICELIT || n->x->op == OMAPLIT) {
			Node *value = lower_stable(l, lower_literal(l, n->x));
			Node *p = lower_stable(l, lower_new(l, t, n->esc));
			Node *place = lower_unary(l, ODEREF, t, p);
			place->flags |= NF_NONNIL;
			lower_init(l, place, value);
			return lower_cast(l, n->type, p);
		}
		Node *p = lower_stable(l, lower_new(l, t, n->esc));
		Node *place = lower_unary(l, ODEREF, t, p);
		place->flags |= NF_NONNIL;
		lower_fill(l, place, n->x, true);
		return lower_cast(l, n->type, p);
	}
	case OSLICELIT: return slice_literal(l, n);
	case OMAPLIT: return map_literal(l, n);
	default: {
		Node *t = lower_temp(l, n->type);
		lower_fill(l, t, n, false);
		return t;
	}
	}
}
