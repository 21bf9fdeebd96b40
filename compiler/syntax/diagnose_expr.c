// Syntax errors in expressions.
#include "syntax/diagnose.h"

Shape *diagnose_shape(Diagnosis *d, ShapeKind kind, const Token *start, const Token *pos)
{
	Shape *x = NEW(d->p->arena, Shape);
	x->kind = x->inner = kind;
	x->start = start;
	x->end = d->tok;
	x->pos = pos;
	x->value = kind == SHAPE_CALL || kind == SHAPE_GUARD || kind == SHAPE_VALUE;
	return x;
}

// ---- Operands

static Shape *bad_operand(Diagnosis *d)
{
	const Token *start = d->tok;
	diagnose_syntax(d, "expecting expression");
	ADVANCE(d, ')', ']', '}');
	return diagnose_shape(d, SHAPE_OTHER, start, start);
}

static Shape *parenthesized(Diagnosis *d, bool keep_parens)
{
	const Token *start = d->tok;
	diagnose_next(d);
	d->nesting++;
	Shape *x = diagnose_expr(d);
	d->nesting--;
	diagnose_want(d, ')');
	if (!keep_parens && diagnose_kind(d) != '{')
		return x;
	Shape *paren = diagnose_shape(d, SHAPE_OTHER, start, start);
	paren->parenthesized = true;
	paren->inner = x->inner;
	paren->value = x->value;
	return paren;
}

static Shape *function(Diagnosis *d)
{
	const Token *start = d->tok;
	diagnose_next(d);
	const Token *parameters = d->tok;
	diagnose_signature(d, "function type");
	if (diagnose_kind(d) != '{')
		return diagnose_shape(d, SHAPE_OTHER, start, parameters);
	d->nesting++;
	diagnose_body(d);
	d->nesting--;
	return diagnose_shape(d, SHAPE_VALUE, start, start);
}

static Shape *operand(Diagnosis *d, bool keep_parens)
{
	const Token *start = d->tok;
	switch (diagnose_kind(d)) {
	case T_NAME: diagnose_next(d); return diagnose_shape(d, SHAPE_NAME, start, start);
	case T_LITERAL: diagnose_next(d); return diagnose_shape(d, SHAPE_VALUE, start, start);
	case '(': return parenthesized(d, keep_parens);
	case T_FUNC: return function(d);
	case '[':
	case T_CHAN:
	case T_MAP:
	case T_STRUCT:
	case T_INTERFACE: return diagnose_type(d);
	}
	return bad_operand(d);
}

// ---- What follows an operand

static Shape *selector(Diagnosis *d, const Token *start)
{
	const Token *dot = d->tok;
	diagnose_next(d);
	if (diagnose_got(d, T_NAME))
		return diagnose_shape(d, SHAPE_SELECTOR, start, dot);
	if (!diagnose_got(d, '(')) {
		diagnose_syntax(d, "expecting name or (");
		ADVANCE(d, ';', ')');
		return diagnose_shape(d, SHAPE_OTHER, start, dot);
	}
	bool guard = diagnose_got(d, T_TYPE);
	if (!guard)
		diagnose_type(d);
	diagnose_want(d, ')');
	return diagnose_shape(d, guard ? SHAPE_GUARD : SHAPE_VALUE, start, dot);
}

// After `x[i`, of a slice: its colons and indices.
static void slice_rest(Diagnosis *d)
{
	if (!diagnose_got(d, ':')) {
		diagnose_syntax(d, "expecting comma, : or ]");
		ADVANCE(d, ',', ':', ']');
	}
	d->nesting++;
	bool middle = d->tok->kind != ':' && d->tok->kind != ']';
	if (middle)
		diagnose_expr(d);
	if (d->tok->kind == ':') {
		if (!middle)
			diagnose_error(d, d->tok, "middle index required in 3-index slice");
		diagnose_next(d);
		if (d->tok->kind == ']')
			diagnose_error(d, d->tok, "final index required in 3-index slice");
		else
			diagnose_expr(d);
	}
	d->nesting--;
	diagnose_want(d, ']');
}

static Shape *brackets(Diagnosis *d, const Shape *x)
{
	const Token *open = d->tok;
	bool comma = false, value = false;
	diagnose_next(d);
	if (d->tok->kind != ':') {
		if (d->tok->kind == ']')
			diagnose_syntax(d, "expecting operand");
		else
			value = diagnose_type_list(d, &comma)->value;
		if (comma || d->tok->kind == ']') {
			diagnose_want(d, ']');
			Shape *index = diagnose_shape(d, SHAPE_INDEX, x->start, open);
			index->value = x->value || (value && !comma);
			return index;
		}
	}
	slice_rest(d);
	return diagnose_shape(d, SHAPE_VALUE, x->start, open);
}

static bool argument(Diagnosis *d, void *ctx)
{
	(void)ctx;
	diagnose_expr(d);
	return diagnose_got(d, T_DOTS);
}

static bool element(Diagnosis *d, void *ctx);

static void composite(Diagnosis *d)
{
	d->nesting++;
	diagnose_want(d, '{');
	diagnose_list(d, "composite literal", ',', '}', element, NULL);
	d->nesting--;
}

static void element_value(Diagnosis *d)
{
	if (diagnose_kind(d) == '{')
		composite(d);
	else
		diagnose_expr(d);
}

static bool element(Diagnosis *d, void *ctx)
{
	(void)ctx;
	element_value(d);
	if (diagnose_got(d, ':'))
		element_value(d);
	return false;
}

// Whether the `{` after x opens a composite literal.
static bool opens_literal(const Diagnosis *d, const Shape *x)
{
	switch (x->inner) {
	case SHAPE_NAME:
	case SHAPE_SELECTOR: return d->nesting >= 0;
	case SHAPE_INDEX: return d->nesting >= 0 && !x->value;
	case SHAPE_LITERAL_TYPE: return true;
	default: return false;
	}
}

Shape *diagnose_primary(Diagnosis *d, bool keep_parens)
{
	Shape *x = operand(d, keep_parens);
	for (;;) {
		const Token *at = d->tok;
		switch (diagnose_kind(d)) {
		case '.': x = selector(d, x->start); break;
		case '[': x = brackets(d, x); break;
		case '(':
			diagnose_next(d);
			d->nesting++;
			diagnose_list(d, "argument list", ',', ')', argument, NULL);
			d->nesting--;
			x = diagnose_shape(d, SHAPE_CALL, x->start, at);
			break;
		case '{':
			if (!opens_literal(d, x))
				return x;
			if (x->parenthesized)
				diagnose_syntax(d, "cannot parenthesize type in composite literal");
			composite(d);
			x = diagnose_shape(d, SHAPE_VALUE, x->start, at);
			break;
		default: return x;
		}
	}
}

// ---- Operators

// `<-` before a channel type binds to it: <-chan T, and on into the element's type.
static Shape *receive_channel(Diagnosis *d, const Token *arrow, Shape *channel)
{
	ChanDir dir = CHAN_SEND;
	Shape *t = channel;
	while (dir == CHAN_SEND && t->kind == SHAPE_CHANNEL) {
		dir = t->dir;
		if (dir == CHAN_RECV)
			diagnose_syntax(d, "unexpected <-, expecting chan");
		t->dir = CHAN_RECV;
		t = t->elem;
	}
	if (dir == CHAN_SEND)
		diagnose_syntax(d, arena_printf(d->p->arena, "unexpected %s, expecting chan",
						diagnose_source(d, t->start, t->end)));
	channel->start = channel->pos = arrow;
	return channel;
}

static Shape *unary(Diagnosis *d)
{
	const Token *op = d->tok;
	switch (op->kind) {
	case '*':
	case '+':
	case '-':
	case '!':
	case '^':
	case '~':
	case '&': {
		diagnose_next(d);
		Shape *x = unary(d);
		Shape *operation = diagnose_shape(d, SHAPE_OTHER, op, op);
		operation->value = op->kind != '*' || x->value;
		return operation;
	}
	case T_ARROW: {
		diagnose_next(d);
		Shape *x = unary(d);
		if (x->kind == SHAPE_CHANNEL)
			return receive_channel(d, op, x);
		return diagnose_shape(d, SHAPE_VALUE, op, op);
	}
	}
	return diagnose_primary(d, true);
}

static int precedence(const Token *t)
{
	switch (t->kind) {
	case T_OROR: return 1;
	case T_ANDAND: return 2;
	case T_COMPARE: return 3;
	case '+':
	case '-':
	case '|':
	case '^': return 4;
	case '*':
	case '&':
	case T_MULTIPLY: return 5;
	}
	return 0;
}

static Shape *binary(Diagnosis *d, int above)
{
	Shape *x = unary(d);
	while (precedence(d->tok) > above) {
		const Token *op = d->tok, *start = x->start;
		diagnose_next(d);
		binary(d, precedence(op));
		x = diagnose_shape(d, SHAPE_OTHER, start, op);
		x->value = true;
	}
	return x;
}

Shape *diagnose_expr(Diagnosis *d)
{
	return binary(d, 0);
}

Shape *diagnose_expr_list(Diagnosis *d)
{
	Shape *x = diagnose_expr(d);
	if (d->tok->kind != ',')
		return x;
	while (diagnose_got(d, ','))
		diagnose_expr(d);
	return diagnose_shape(d, SHAPE_LIST, x->start, x->pos);
}
