/*
 * Removes what constant conditions and terminating statements make unreachable, to the extent that
 * gc does before it inlines: the costs of inlining and the diagnostics see the rest only.
 */
#include "ir/build.h"

static void clean_list(NodeList *list);

static bool const_bool_value(const Node *n, bool *value)
{
	if (n->op != OLITERAL || n->value->kind != CONST_BOOL)
		return false;
	*value = n->value->b;
	return true;
}

/* A && B and A || B with a constant left operand. */
static Node *clean_condition(Node *n)
{
	if (n->op != OANDAND && n->op != OOROR)
		return n;
	n->x = clean_condition(n->x);
	n->y = clean_condition(n->y);
	bool v;
	if (!const_bool_value(n->x, &v))
		return n;
	if (n->op == OANDAND)
		return v ? n->y : n->x;
	return v ? n->x : n->y;
}

/* Is everything after the `if` unreachable, as far as gc looks? */
static bool clean_if(Node *n)
{
	n->x = clean_condition(n->x);
	bool v;
	if (!const_bool_value(n->x, &v))
		return false;
	NodeList *taken = v ? &n->body : &n->els;
	*(v ? &n->els : &n->body) = (NodeList){0};
	if (!taken->len)
		return false;
	Op last = vec_last(*taken)->op;
	return last == ORETURN || last == OPANIC;
}

static bool falls_through(const Node *clause)
{
	return clause->body.len && vec_last(clause->body)->op == OFALLTHROUGH;
}

/* The clause of a switch on a constant that is always taken; *known false when that cannot be told.
 * */
static Node *taken_clause(const Node *n, Const *tag, bool *known)
{
	Node *standard = NULL;
	*known = false;
	for (uint32_t i = 0; i < n->list.len; i++) {
		Node *clause = n->list.data[i];
		if (!clause->list.len)
			standard = clause;
		for (uint32_t j = 0; j < clause->list.len; j++) {
			Node *value = clause->list.data[j];
			if (value->op != OLITERAL)
				return NULL;
			if (!const_equal(tag, value->value))
				continue;
			*known = !falls_through(clause);
			clause->list.data[0] = value;
			clause->list.len = *known ? 1 : clause->list.len;
			return clause;
		}
	}
	*known = !standard || !falls_through(standard);
	return standard;
}

static void clean_switch(Node *n)
{
	if (n->x && n->x->op != OLITERAL)
		return;
	bool known;
	Node *clause = taken_clause(n, n->x ? n->x->value : const_bool(true), &known);
	if (!known)
		return;
	n->list.len = clause ? 1 : 0;
	if (clause)
		n->list.data[0] = clause;
}

static void clean_parts(Node *n)
{
	if (n->op == OSWITCH)
		clean_switch(n);
	clean_list(&n->init);
	switch (n->op) {
	case OBLOCK:
	case OCASE:
	case ORANGE: clean_list(&n->body); break;
	case OIF:
	case OFOR:
		clean_list(&n->body);
		clean_list(&n->els);
		break;
	case OSWITCH:
	case OTYPESW:
	case OSELECT: clean_list(&n->list); break;
	default: break;
	}
}

static void clean_list(NodeList *list)
{
	int64_t last_label = -1;
	for (uint32_t i = 0; i < list->len; i++)
		if (list->data[i]->op == OLABEL)
			last_label = i;
	for (uint32_t i = 0; i < list->len; i++) {
		Node *n = list->data[i];
		bool cut = n->op == OIF && clean_if(n) && i > last_label;
		clean_parts(n);
		if (cut)
			list->len = i + 1;
	}
}

/* A body of nothing but dead loops and branches is empty. */
static bool is_dead(const Node *n)
{
	bool v;
	if (n->init.len || !n->x || !const_bool_value(n->x, &v))
		return false;
	if (n->op == OIF)
		return !n->body.len && !n->els.len;
	return n->op == OFOR && !v;
}

void build_deadcode(Func *f)
{
	clean_list(&f->body);
	for (uint32_t i = 0; i < f->body.len; i++)
		if (!is_dead(f->body.data[i]))
			return;
	f->body.len = 0;
}
