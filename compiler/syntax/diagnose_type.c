// Syntax errors in types and parameter lists.
#include "syntax/diagnose.h"

static Shape *type_shape(Diagnosis *d, ShapeKind kind, const Token *start)
{
	return diagnose_shape(d, kind, start, start);
}

Shape *diagnose_type(Diagnosis *d)
{
	Shape *type = diagnose_type_opt(d);
	if (type)
		return type;
	const Token *start = d->tok;
	diagnose_syntax(d, "expecting type");
	ADVANCE(d, ',', ':', ';', ')', ']', '}');
	return type_shape(d, SHAPE_OTHER, start);
}

Shape *diagnose_type_list(Diagnosis *d, bool *comma)
{
	d->nesting++;
	Shape *first = diagnose_expr(d);
	*comma = diagnose_got(d, ',');
	bool more = *comma && diagnose_type_opt(d);
	while (more && diagnose_got(d, ','))
		more = diagnose_type_opt(d);
	d->nesting--;
	return first;
}

// The type arguments after a name, whose `[` comes next.
static void type_arguments(Diagnosis *d)
{
	bool comma;
	diagnose_want(d, '[');
	d->nesting++;
	if (d->tok->kind == ']')
		diagnose_type(d); // which says that there should be one
	else
		diagnose_type_list(d, &comma);
	d->nesting--;
	diagnose_want(d, ']');
}

// What follows a name in a type.
static void rest_of_name(Diagnosis *d)
{
	if (diagnose_got(d, '.'))
		diagnose_name(d);
	if (diagnose_kind(d) == '[')
		type_arguments(d);
}

static Shape *qualified_name(Diagnosis *d)
{
	const Token *start = d->tok;
	if (!diagnose_got(d, T_NAME)) {
		diagnose_syntax(d, "expecting name");
		ADVANCE(d, '.', ';', '}');
	}
	const Token *dot = d->tok;
	rest_of_name(d);
	bool simple = d->tok == dot;
	return diagnose_shape(d, simple ? SHAPE_NAME : SHAPE_SELECTOR, start, simple ? start : dot);
}

Shape *diagnose_array_type(Diagnosis *d, const Token *start)
{
	if (!diagnose_got(d, T_DOTS)) {
		d->nesting++;
		diagnose_expr(d);
		d->nesting--;
	}
	if (d->tok->kind == ',') {
		diagnose_syntax(d, "unexpected comma; expecting ]");
		diagnose_next(d);
	}
	diagnose_want(d, ']');
	diagnose_type(d);
	return type_shape(d, SHAPE_LITERAL_TYPE, start);
}

// After a name: `[n]E`, `[]E` (true), or the type arguments of an instance.
static bool array_or_arguments(Diagnosis *d)
{
	bool comma;
	diagnose_want(d, '[');
	if (diagnose_got(d, ']')) {
		diagnose_type(d);
		return true;
	}
	diagnose_type_list(d, &comma);
	diagnose_want(d, ']');
	return !comma && diagnose_type_opt(d);
}

static Shape *channel(Diagnosis *d, const Token *start, ChanDir dir)
{
	Shape *elem = diagnose_type_opt(d);
	if (!elem) {
		diagnose_syntax(d, "missing channel element type");
		elem = type_shape(d, SHAPE_OTHER, d->tok);
	}
	Shape *type = type_shape(d, SHAPE_CHANNEL, start);
	type->dir = dir;
	type->elem = elem;
	return type;
}

// ---- Structs and interfaces

static void tag(Diagnosis *d)
{
	diagnose_got(d, T_LITERAL); // the checker says what is no string
}

static void field_names(Diagnosis *d)
{
	diagnose_next(d);
	int kind = diagnose_kind(d);
	if (kind == '.' || kind == T_LITERAL || kind == ';' || kind == '}') {
		rest_of_name(d);
		tag(d);
		return;
	}
	diagnose_name_list(d);
	if (kind == '[')
		array_or_arguments(d);
	else
		diagnose_type(d);
	tag(d);
}

static bool field(Diagnosis *d, void *ctx)
{
	(void)ctx;
	if (d->tok->kind == T_NAME) {
		field_names(d);
		return false;
	}
	if (d->tok->kind != '*' && d->tok->kind != '(') {
		diagnose_syntax(d, "expecting field name or embedded type");
		ADVANCE(d, ';', '}');
		return false;
	}
	bool star = diagnose_got(d, '*');
	if (d->tok->kind == '(') {
		diagnose_syntax(d, "cannot parenthesize embedded type");
		diagnose_next(d);
		if (!star)
			diagnose_got(d, '*');
		qualified_name(d);
		diagnose_got(d, ')');
	} else {
		qualified_name(d);
	}
	tag(d);
	return false;
}

static void term(Diagnosis *d)
{
	if (diagnose_got(d, '~')) {
		diagnose_type(d);
	} else if (!diagnose_type_opt(d)) {
		diagnose_syntax(d, "expecting ~ term or type");
		ADVANCE(d, T_OROR, T_ANDAND, T_COMPARE, '+', '-', '|', '^', T_MULTIPLY, '&', '!',
			'~', ';', ')', ']', '}');
	}
}

static void more_terms(Diagnosis *d)
{
	while (diagnose_got(d, '|'))
		term(d);
}

// After a method's name and its `[`.
static void method_brackets(Diagnosis *d, const Token *open)
{
	const Token *close = d->tok;
	if (diagnose_got(d, ']')) {
		bool method = d->tok->kind == '(';
		diagnose_error(d, close,
			       method ? "empty type parameter list" : "empty type argument list");
		if (method)
			diagnose_signature(d, NULL);
		return;
	}
	bool named = d->tok->kind == T_NAME && d->tok[1].kind != ',' && d->tok[1].kind != ']' &&
		     d->tok[1].kind != '.' && diagnose_kind(&(Diagnosis){.tok = d->tok + 1}) != '[';
	diagnose_parameters(d, ']', false);
	if (!named)
		return;
	diagnose_signature(d, NULL);
	diagnose_error(d, open, "interface method must have no type parameters");
}

static bool method(Diagnosis *d, void *ctx)
{
	(void)ctx;
	if (d->tok->kind != T_NAME) {
		term(d);
		more_terms(d);
		return false;
	}
	diagnose_next(d);
	const Token *open = d->tok;
	if (open->kind == '(') {
		diagnose_signature(d, NULL);
		return false;
	}
	if (diagnose_got(d, '['))
		method_brackets(d, open);
	else
		rest_of_name(d);
	more_terms(d);
	return false;
}

// ---- Signatures

typedef struct Parameters {
	int close;
	bool names_required;
	bool named;           // the one read last has a name and a type
	bool lone;            // is a name alone
	const Token *at;      // begins here
	const Token *type_at; // its type does
	VEC(struct Parameters) all;
} Parameters;

static bool is_pipe(const Diagnosis *d, const Parameters *list)
{
	return list->close == ']' && d->tok->kind == '|';
}

// What follows a parameter's name, or a parameter without one. False: nothing.
static bool parameter_type(Diagnosis *d, Parameters *list, bool name)
{
	list->type_at = d->tok;
	if (diagnose_got(d, T_DOTS)) {
		if (!diagnose_type_opt(d))
			diagnose_syntax(d, "... is missing type");
		list->named = name;
		return true;
	}
	bool type;
	if (list->close == ']' && d->tok->kind == '~') {
		term(d);
		type = true;
	} else {
		type = diagnose_type_opt(d);
	}
	if (type && is_pipe(d, list))
		more_terms(d);
	list->named = name && type;
	list->lone = name && !type;
	return name || type;
}

// A parameter. False: none (reported).
static bool one_parameter(Diagnosis *d, Parameters *list)
{
	list->named = list->lone = false;
	list->at = list->type_at = d->tok;
	bool name = diagnose_got(d, T_NAME);
	if (name && diagnose_kind(d) == '[') {
		list->type_at = d->tok;
		list->named = array_or_arguments(d);
		if (!list->named)
			list->type_at = list->at;
		if (is_pipe(d, list))
			more_terms(d);
		return true;
	}
	if (name && (d->tok->kind == '.' || is_pipe(d, list))) {
		if (d->tok->kind == '.')
			rest_of_name(d);
		more_terms(d);
		return true;
	}
	if (parameter_type(d, list, name))
		return true;
	diagnose_syntax(d, list->close == ')' ? "expecting )" : "expecting ]");
	ADVANCE(d, ',', list->close);
	return false;
}

static bool parameter(Diagnosis *d, void *ctx)
{
	Parameters *list = ctx;
	if (one_parameter(d, list)) {
		struct Parameters one = *list;
		vec_push(d->p->arena, list->all, one);
	}
	return false;
}

uint32_t diagnose_parameters(Diagnosis *d, int close, bool names_required)
{
	Parameters list = {.close = close, .names_required = names_required};
	const Token *end = diagnose_list(d, "parameter list", ',', close, parameter, &list);
	uint32_t n = list.all.len, named = 0, typed = 0;
	for (uint32_t i = 0; i < n; i++) {
		named += list.all.data[i].named;
		typed += !list.all.data[i].lone;
	}
	if (!n || named == n || (!named && !names_required))
		return n;
	// From right to left: names alone take the type that follows; the leftmost fault is told.
	const Token *at = NULL;
	bool type = false;
	for (uint32_t i = n; i-- > 0;) {
		const Parameters *one = &list.all.data[i];
		if (!one->lone && !one->named)
			at = one->type_at;
		else if (one->lone && !type)
			at = one->at;
		type |= !one->lone;
	}
	if (!at)
		return n;
	if (!names_required)
		diagnose_syntax_at(d, at, "mixed named and unnamed parameters");
	else if (named == typed)
		diagnose_syntax_at(d, end, "missing type constraint");
	else
		diagnose_syntax_at(d, at, "type parameters must be named");
	return n;
}

void diagnose_signature(Diagnosis *d, const char *no_type_params)
{
	const Token *open = d->tok;
	if (diagnose_got(d, '[')) {
		if (no_type_params)
			diagnose_syntax_at(d, open,
					   arena_printf(d->p->arena,
							"%s must have no type parameters",
							no_type_params));
		if (d->tok->kind == ']') {
			diagnose_syntax(d, "empty type parameter list");
			diagnose_next(d);
		} else {
			diagnose_parameters(d, ']', true);
		}
	}
	diagnose_want(d, '(');
	diagnose_parameters(d, ')', false);
	if (diagnose_got(d, '('))
		diagnose_parameters(d, ')', false);
	else
		diagnose_type_opt(d);
}

// ---- Any type

static Shape *braces(Diagnosis *d, const char *context, DiagnoseItem *item, ShapeKind kind,
		     const Token *start)
{
	diagnose_want(d, '{');
	diagnose_list(d, context, ';', '}', item, NULL);
	return type_shape(d, kind, start);
}

static Shape *map_type(Diagnosis *d, const Token *start)
{
	diagnose_want(d, '[');
	diagnose_type(d);
	diagnose_want(d, ']');
	diagnose_type(d);
	return type_shape(d, SHAPE_LITERAL_TYPE, start);
}

Shape *diagnose_type_opt(Diagnosis *d)
{
	const Token *start = d->tok;
	int kind = diagnose_kind(d);
	if (kind == T_NAME)
		return qualified_name(d);
	if (kind != '*' && kind != T_ARROW && kind != T_FUNC && kind != '[' && kind != T_CHAN &&
	    kind != T_MAP && kind != T_STRUCT && kind != T_INTERFACE && kind != '(')
		return NULL;
	diagnose_next(d);
	switch (kind) {
	case '*': diagnose_type(d); break;
	case T_ARROW: diagnose_want(d, T_CHAN); return channel(d, start, CHAN_RECV);
	case T_FUNC: diagnose_signature(d, "function type"); break;
	case '[':
		if (!diagnose_got(d, ']'))
			return diagnose_array_type(d, start);
		diagnose_type(d);
		return type_shape(d, SHAPE_LITERAL_TYPE, start);
	case T_CHAN: {
		ChanDir dir = diagnose_got(d, T_ARROW) ? CHAN_SEND : CHAN_BOTH;
		return channel(d, start, dir);
	}
	case T_MAP: return map_type(d, start);
	case T_STRUCT: return braces(d, "struct type", field, SHAPE_LITERAL_TYPE, start);
	case T_INTERFACE: return braces(d, "interface type", method, SHAPE_OTHER, start);
	default: diagnose_type(d); diagnose_want(d, ')');
	}
	return type_shape(d, SHAPE_OTHER, start);
}
