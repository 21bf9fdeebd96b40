/*
 * switch: first all tests, which jump to the bodies, then the bodies, each of which jumps to the
 * end.
 */
#include "lower/private.h"

typedef struct Switch {
	Label *end;
	Label *outer_break;
	Label **bodies;  /* one for each clause */
	Label *standard; /* the default clause, or the end */
} Switch;

static Switch begin(Lower *l, Node *n)
{
	Switch s = {.end = lower_new_label(l), .outer_break = l->break_label};
	s.standard = s.end;
	s.bodies = NEW_ARRAY(l->arena, Label *, n->list.len + 1);
	for (uint32_t i = 0; i < n->list.len; i++) {
		s.bodies[i] = lower_new_label(l);
		if (!n->list.data[i]->list.len)
			s.standard = s.bodies[i];
	}
	l->break_label = s.end;
	if (n->label)
		map_set(&l->breaks, n->label, s.end);
	return s;
}

static void jump_if(Lower *l, Node *cond, Label *to)
{
	NodeList then = {0};
	NodeList *outer = lower_begin(l, &then);
	lower_goto(l, to);
	lower_end(l, outer);
	lower_if(l, cond, then, (NodeList){0});
}

static void bodies(Lower *l, Node *n, Switch *s)
{
	for (uint32_t i = 0; i < n->list.len; i++) {
		Node *clause = n->list.data[i];
		lower_label(l, s->bodies[i]);
		bool falls = clause->body.len && vec_last(clause->body)->op == OFALLTHROUGH;
		clause->body.len -= falls;
		lower_stmts(l, &clause->body);
		lower_goto(l, falls ? s->bodies[i + 1] : s->end);
	}
	lower_label(l, s->end);
	l->break_label = s->outer_break;
}

void lower_switch(Lower *l, Node *n)
{
	Node *tag = n->x ? lower_stable(l, lower_expr(l, n->x)) : NULL;
	Switch s = begin(l, n);
	for (uint32_t i = 0; i < n->list.len; i++) {
		Node *clause = n->list.data[i];
		l->pos = clause->pos;
		for (uint32_t j = 0; j < clause->list.len; j++) {
			Node *value = lower_expr(l, clause->list.data[j]);
			bool plain = !tag && type_is_boolean(value->type);
			Node *wanted = tag ? tag : lower_bool(l, true);
			jump_if(l, plain ? value : lower_compare(l, OEQ, wanted, value),
				s.bodies[i]);
		}
	}
	lower_goto(l, s.standard);
	bodies(l, n, &s);
}

/* ---------------------------------------------------------------- type switches */

typedef struct TypeSwitch {
	Node *x;    /* the interface value */
	Node *word; /* its type, nil for nil */
} TypeSwitch;

/* The test of one type; for an interface also the value, into *value. */
static Node *matches(Lower *l, TypeSwitch *t, const Node *type, Node **value)
{
	Type *ptr = type_basic[T_UNSAFE_POINTER], *boolean = type_basic[T_BOOL];
	*value = NULL;
	if (type->op == ONIL)
		return lower_binary(l, OEQ, boolean, t->word, lower_nil(l, ptr));
	if (!type_is_interface(type->type))
		return lower_binary(l, OEQ, boolean, t->word, lower_type(l, type->type));
	Node *word = t->word;
	if (!type_is_empty_interface(type->type))
		word = lower_call(l, "assertE2I2", ptr, 2, lower_type(l, type->type), word);
	*value = lower_binary(l, OIFACE, type->type, word, lower_unary(l, OIDATA, ptr, t->x));
	return lower_binary(l, ONE, boolean, word, lower_nil(l, ptr));
}

static void bind(Lower *l, Var *v, Node *value)
{
	Pos pos = l->pos;
	l->pos = v->pos;
	lower_declare(l, v);
	l->pos = pos;
	lower_init(l, lower_var(l, v), value);
}

/* if matches { v = x.(type); goto body } */
static void test_type(Lower *l, TypeSwitch *t, Node *clause, const Node *type, Label *body)
{
	Node *value;
	Node *cond = matches(l, t, type, &value);
	NodeList then = {0};
	NodeList *outer = lower_begin(l, &then);
	if (clause->var) {
		bool single = clause->list.len == 1 && type->op != ONIL;
		if (!single)
			value = t->x;
		else if (!value)
			value = lower_unpack(l, t->x, type->type);
		bind(l, clause->var, value);
	}
	lower_goto(l, body);
	lower_end(l, outer);
	lower_if(l, cond, then, (NodeList){0});
}

void lower_type_switch(Lower *l, Node *n)
{
	TypeSwitch t = {.x = lower_stable(l, lower_expr(l, n->x))};
	t.word = lower_stable(l, lower_type_word(l, t.x, n->x->type));
	Switch s = begin(l, n);
	for (uint32_t i = 0; i < n->list.len; i++) {
		Node *clause = n->list.data[i];
		l->pos = clause->pos;
		for (uint32_t j = 0; j < clause->list.len; j++)
			test_type(l, &t, clause, clause->list.data[j], s.bodies[i]);
	}
	for (uint32_t i = 0; i < n->list.len; i++)
		if (!n->list.data[i]->list.len && n->list.data[i]->var)
			bind(l, n->list.data[i]->var, t.x);
	lower_goto(l, s.standard);
	bodies(l, n, &s);
}
