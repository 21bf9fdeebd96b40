/*
 * select: with no case it blocks, with one it is that operation, with one and a default it is a
 * non-blocking one; else runtime.selectgo chooses among an array of cases, sends first, and the
 * bodies follow as in a switch.
 */
#include "lower/private.h"

typedef struct Choice {
	Node *clause;
	Node *chan, *elem; /* elem: variable sent from or received into */
	bool send;
	Label *body;
} Choice;

static Choice choice(Lower *l, Node *clause)
{
	Choice c = {.clause = clause, .send = clause->x->op == OSEND, .body = lower_new_label(l)};
	Node *comm = clause->x;
	Node *operation = c.send ? comm : comm->rlist.data[0];
	c.chan = lower_stable(l, lower_expr(l, operation->x));
	if (c.send) {
		c.elem = lower_copy(l, lower_expr(l, comm->y));
	} else {
		c.elem = lower_temp(l, operation->type);
		lower_init(l, c.elem, NULL);
	}
	return c;
}

/* What was received goes to the left sides, which are evaluated only now. */
static void deliver(Lower *l, const Choice *c, Node *ok)
{
	if (c->send)
		return;
	Node *comm = c->clause->x;
	lower_stmts(l, &comm->init);
	lower_put(l, comm->list.data[0], c->elem);
	lower_put(l, comm->list.data[1], ok);
}

static void single(Lower *l, Node *clause)
{
	if (clause->x && clause->x->op == OSEND) {
		lower_stmt(l, clause->x);
	} else if (clause->x) {
		Choice c = choice(l, clause);
		Node *ok = lower_temp(l, type_basic[T_BOOL]);
		lower_init(
			l, ok,
			lower_call(l, "chanrecv2", ok->type, 2, c.chan, lower_pointer(l, c.elem)));
		deliver(l, &c, ok);
	}
	lower_stmts(l, &clause->body);
}

static void with_default(Lower *l, Node *clause, Node *standard)
{
	Choice c = choice(l, clause);
	Node *selected = lower_temp(l, type_basic[T_BOOL]), *ok = NULL;
	if (c.send) {
		lower_init(l, selected,
			   lower_call(l, "selectnbsend", selected->type, 2, c.chan,
				      lower_pointer(l, c.elem)));
	} else {
		ok = lower_temp(l, type_basic[T_BOOL]);
		lower_call2(l, "selectnbrecv", selected, ok, 2, lower_pointer(l, c.elem), c.chan);
	}
	NodeList then = {0}, els = {0};
	NodeList *outer = lower_begin(l, &then);
	deliver(l, &c, ok);
	lower_stmts(l, &clause->body);
	lower_end(l, outer);
	outer = lower_begin(l, &els);
	lower_stmts(l, &standard->body);
	lower_end(l, outer);
	lower_if(l, selected, then, els);
}

/* Choices with the sends in front. */
static uint32_t sends_first(const Choice *from, uint32_t n, Choice *to)
{
	uint32_t k = 0, sends;
	for (uint32_t i = 0; i < n; i++)
		if (from[i].send)
			to[k++] = from[i];
	sends = k;
	for (uint32_t i = 0; i < n; i++)
		if (!from[i].send)
			to[k++] = from[i];
	return sends;
}

static void general(Lower *l, Node *n, Node *standard, Label *end)
{
	Choice source[n->list.len + 1], choices[n->list.len + 1];
	uint32_t count = 0;
	for (uint32_t i = 0; i < n->list.len; i++)
		if (n->list.data[i]->x)
			source[count++] = choice(l, n->list.data[i]);
	uint32_t sends = sends_first(source, count, choices);
	Type *record = ir_runtime_type("scase");
	Node *cases = lower_temp(l, type_array(record, count));
	lower_init(l, cases, NULL);
	for (uint32_t i = 0; i < count; i++) {
		Node *at = lower_element(l, cases, lower_int(l, i));
		lower_init(l, lower_field(l, at, 0),
			   lower_cast(l, type_field(record, 0)->type, choices[i].chan));
		lower_init(l, lower_field(l, at, 1), lower_pointer(l, choices[i].elem));
	}
	Node *order = lower_temp(l, type_array(type_basic[T_UINT16], 2 * (int64_t)count));
	Node *which = lower_temp(l, type_basic[T_INT]), *ok = lower_temp(l, type_basic[T_BOOL]);
	lower_call2(l, "selectgo", which, ok, 5, lower_pointer(l, cases), lower_pointer(l, order),
		    lower_int(l, sends), lower_int(l, count - sends), lower_bool(l, !standard));
	for (uint32_t i = 0; i < count; i++) {
		NodeList then = {0};
		NodeList *outer = lower_begin(l, &then);
		deliver(l, &choices[i], ok);
		lower_stmts(l, &choices[i].clause->body);
		lower_goto(l, end);
		lower_end(l, outer);
		lower_if(l, lower_binary(l, OEQ, type_basic[T_BOOL], which, lower_int(l, i)), then,
			 (NodeList){0});
	}
	if (standard)
		lower_stmts(l, &standard->body);
	else
		lower_emit(l, lower_node(l, OUNREACHABLE, NULL));
}

void lower_select(Lower *l, Node *n)
{
	Node *standard = NULL, *one = NULL;
	uint32_t operations = 0;
	for (uint32_t i = 0; i < n->list.len; i++) {
		if (n->list.data[i]->x) {
			one = n->list.data[i];
			operations++;
		} else {
			standard = n->list.data[i];
		}
	}
	Label *end = lower_new_label(l), *outer_break = l->break_label;
	l->break_label = end;
	if (n->label)
		map_set(&l->breaks, n->label, end);
	if (!n->list.len) {
		lower_call(l, "block", NULL, 0);
		lower_emit(l, lower_node(l, OUNREACHABLE, NULL));
	} else if (n->list.len == 1) {
		single(l, one ? one : standard);
	} else if (operations == 1) {
		with_default(l, one, standard);
	} else {
		general(l, n, standard, end);
	}
	l->break_label = outer_break;
	lower_label(l, end);
}
