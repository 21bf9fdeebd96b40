// The nodes of expressions, types and fields, as the parser's actions make them.
//
// Each function gives its node `pos` (where gc reports it) and the span of its source. What the
// grammar alone cannot tell is told here: which parameters are named, what may be embedded, slices
// without bounds.
#include "syntax/build.h"

#define UP_TO(member) (offsetof(Expr, member) + sizeof(((Expr *)0)->member))

size_t syntax_expr_size(ExprKind kind)
{
	switch (kind) {
	case EX_NAME: return UP_TO(name);
	case EX_LITERAL: return UP_TO(literal);
	case EX_PAREN:
	case EX_STAR: return UP_TO(paren);
	case EX_SELECTOR: return UP_TO(selector);
	case EX_BINARY: return UP_TO(binary);
	default: return sizeof(Expr);
	}
}

static Expr *new_expr(Parser *p, ExprKind kind, Pos pos, Pos start, Pos end)
{
	Expr *x = arena_alloc(p->arena, syntax_expr_size(kind));
	x->kind = (uint8_t)kind;
	x->pos = pos;
	x->start = start;
	x->end = end;
	return x;
}

static Str token_str(Parser *p, const Token *token)
{
	return str_intern_n(p->source->text + token->start, token->end - token->start);
}

// ---- Lists

ExprList *no_exprs(Parser *p)
{
	return NEW(p->arena, ExprList);
}

ExprList *one_expr(Parser *p, Expr *x)
{
	ExprList *list = no_exprs(p);
	list->data = NEW_ARRAY(p->arena, Expr *, 1);
	list->cap = 1;
	list->data[list->len++] = x;
	return list;
}

ExprList *add_expr(Parser *p, ExprList *list, Expr *x)
{
	vec_push(p->arena, *list, x);
	return list;
}

ExprList *prepend_expr(Parser *p, Expr *x, ExprList *list)
{
	ExprList *result = no_exprs(p);
	vec_reserve(p->arena, *result, list->len + 1);
	result->data[0] = x;
	if (list->len)
		memcpy(result->data + 1, list->data, list->len * sizeof *list->data);
	result->len = list->len + 1;
	return result;
}

FieldList *one_field(Parser *p, Field *field)
{
	return add_field(p, NULL, field);
}

FieldList *add_field(Parser *p, FieldList *list, Field *field)
{
	if (!list)
		list = NEW(p->arena, FieldList);
	vec_push(p->arena, *list, field);
	return list;
}

FieldList *join_fields(Parser *p, FieldList *list, FieldList *more)
{
	if (!list)
		return more;
	for (uint32_t i = 0; i < more->len; i++)
		vec_push(p->arena, *list, more->data[i]);
	return list;
}

// ---- Operands and what follows them

Expr *make_name(Parser *p, Token *token)
{
	Expr *x =
		new_expr(p, EX_NAME, token_pos(p, token), token_pos(p, token), token_end(p, token));
	x->name = token_str(p, token);
	return x;
}

Expr *make_literal(Parser *p, Token *token)
{
	Expr *x = new_expr(p, EX_LITERAL, token_pos(p, token), token_pos(p, token),
			   token_end(p, token));
	x->literal.text = token_str(p, token);
	x->literal.kind = token->detail;
	x->literal.bad = token->bad;
	return x;
}

Expr *make_paren(Parser *p, Token *open, Expr *inner, Token *close)
{
	Expr *x =
		new_expr(p, EX_PAREN, token_pos(p, open), token_pos(p, open), token_end(p, close));
	x->paren.x = inner;
	return x;
}

Expr *make_selector(Parser *p, Expr *operand, Token *dot, Expr *sel)
{
	Expr *x = new_expr(p, EX_SELECTOR, token_pos(p, dot), operand->start, sel->end);
	x->selector.x = operand;
	x->selector.sel = sel;
	return x;
}

Expr *make_index(Parser *p, Expr *operand, Token *open, ExprList *index, Token *close)
{
	Expr *x = new_expr(p, EX_INDEX, token_pos(p, open), operand->start, token_end(p, close));
	x->index.x = operand;
	x->index.index = *index;
	return x;
}

Expr *make_slice(Parser *p, Expr *operand, Token *open, Expr *low, Expr *high, Token *close)
{
	Expr *x = new_expr(p, EX_SLICE, token_pos(p, open), operand->start, token_end(p, close));
	x->slice.x = operand;
	x->slice.index[0] = low;
	x->slice.index[1] = high;
	return x;
}

Expr *make_full_slice(Parser *p, Expr *operand, Token *open, Expr *low, Expr *high, Token *colon,
		      Expr *max, Token *close)
{
	Expr *x = make_slice(p, operand, open, low, high, close);
	x->slice.full = true;
	x->slice.index[2] = max;
	if (!high || !max)
		parser_refuse(p, colon);
	if (!high)
		x->slice.index[1] = new_expr(p, EX_BAD, token_pos(p, colon), token_pos(p, colon),
					     token_pos(p, colon));
	if (!max)
		x->slice.index[2] = new_expr(p, EX_BAD, token_pos(p, close), token_pos(p, close),
					     token_pos(p, close));
	return x;
}

Expr *make_assert(Parser *p, Expr *operand, Token *dot, Expr *type, Token *close)
{
	Expr *x = new_expr(p, EX_ASSERT, token_pos(p, dot), operand->start, token_end(p, close));
	x->assert_.x = operand;
	x->assert_.type = type;
	return x;
}

Expr *make_type_switch(Parser *p, Expr *operand, Token *dot, Token *close)
{
	Expr *x =
		new_expr(p, EX_TYPE_SWITCH, token_pos(p, dot), operand->start, token_end(p, close));
	x->type_switch.x = operand;
	vec_push(p->arena, p->guards, x);
	return x;
}

Expr *make_bare_call(Parser *p, Expr *fun)
{
	Expr *x = new_expr(p, EX_CALL, fun->pos, fun->start, fun->end);
	x->call.fun = fun;
	return x;
}

Expr *make_call(Parser *p, Expr *fun, Token *open, ExprList *args, Token *dots, Token *close)
{
	Expr *x = new_expr(p, EX_CALL, token_pos(p, open), fun->start, token_end(p, close));
	x->call.fun = fun;
	if (args)
		x->call.args = *args;
	if (dots) {
		x->call.dots = true;
		x->call.dots_pos = token_pos(p, dots);
	}
	return x;
}

static bool may_begin_composite(Expr *type)
{
	if (type->kind == EX_INDEX)
		type = type->index.x;
	while (type->kind == EX_SELECTOR)
		type = type->selector.x;
	return type->kind == EX_NAME || type->kind == EX_ARRAY_TYPE ||
	       type->kind == EX_SLICE_TYPE || type->kind == EX_STRUCT_TYPE ||
	       type->kind == EX_MAP_TYPE;
}

Expr *make_composite(Parser *p, Expr *type, Token *open, ExprList *elems, Token *close)
{
	Pos start = type ? type->start : token_pos(p, open);
	Expr *x = new_expr(p, EX_COMPOSITE, token_pos(p, open), start, token_end(p, close));
	if (type && !may_begin_composite(type))
		parser_refuse(p, open);
	x->composite.type = type;
	x->composite.rbrace = token_pos(p, close);
	if (elems)
		x->composite.elems = *elems;
	for (uint32_t i = 0; elems && i < elems->len; i++)
		x->composite.keyed += elems->data[i]->kind == EX_KEY_VALUE;
	return x;
}

Expr *make_key_value(Parser *p, Expr *key, Token *colon, Expr *value)
{
	Expr *x = new_expr(p, EX_KEY_VALUE, token_pos(p, colon), key->start, value->end);
	x->key_value.key = key;
	x->key_value.value = value;
	return x;
}

Expr *make_func_lit(Parser *p, Expr *type, Stmt *body)
{
	Expr *x = new_expr(p, EX_FUNC_LIT, type->start, type->start, body->end);
	x->func_lit.type = type;
	x->func_lit.body = body;
	vec_push(p->arena, p->bodies, body);
	return x;
}

Expr *make_unary(Parser *p, Token *op, Expr *operand)
{
	Expr *x = new_expr(p, EX_UNARY, token_pos(p, op), token_pos(p, op), operand->end);
	x->unary.op = op->op;
	x->unary.x = operand;
	return x;
}

// `<-x`. Before a channel type the arrow belongs to the type: `<-chan T`, and in `<-chan<- chan T`
// it moves every arrow one channel inwards.
Expr *make_receive(Parser *p, Token *arrow, Expr *operand)
{
	if (operand->kind != EX_CHAN_TYPE)
		return make_unary(p, arrow, operand);
	Expr *t = operand;
	ChanDir dir = CHAN_SEND;
	while (dir == CHAN_SEND && t->kind == EX_CHAN_TYPE) {
		dir = (ChanDir)t->chan_type.dir;
		if (dir == CHAN_RECV)
			parser_refuse(p, arrow);
		t->chan_type.dir = CHAN_RECV;
		t = t->chan_type.elem;
	}
	if (dir == CHAN_SEND)
		parser_refuse(p, arrow);
	operand->start = operand->pos = token_pos(p, arrow);
	return operand;
}

Expr *make_star(Parser *p, Token *star, Expr *operand)
{
	Expr *x = new_expr(p, EX_STAR, token_pos(p, star), token_pos(p, star), operand->end);
	x->star.x = operand;
	return x;
}

Expr *make_binary(Parser *p, Token *op, Expr *left, Expr *right)
{
	Expr *x = new_expr(p, EX_BINARY, token_pos(p, op), left->start, right->end);
	x->binary.op = op->op;
	x->binary.x = left;
	x->binary.y = right;
	return x;
}

// ---- Types

Expr *make_dots(Parser *p, Token *dots, Expr *elem)
{
	Expr *x = new_expr(p, EX_DOTS_TYPE, token_pos(p, dots), token_pos(p, dots), elem->end);
	x->dots_type.x = elem;
	return x;
}

Expr *make_chan(Parser *p, Token *token, ChanDir dir, Expr *elem)
{
	Expr *x = new_expr(p, EX_CHAN_TYPE, token_pos(p, token), token_pos(p, token), elem->end);
	x->chan_type.dir = (uint8_t)dir;
	x->chan_type.elem = elem;
	return x;
}

Expr *make_slice_type(Parser *p, Token *open, Expr *elem)
{
	Expr *x = new_expr(p, EX_SLICE_TYPE, token_pos(p, open), token_pos(p, open), elem->end);
	x->slice_type.elem = elem;
	return x;
}

Expr *make_array_type(Parser *p, Token *open, Expr *len, Expr *elem)
{
	Expr *x = new_expr(p, EX_ARRAY_TYPE, token_pos(p, open), token_pos(p, open), elem->end);
	x->array_type.len = len;
	x->array_type.elem = elem;
	return x;
}

Expr *make_map_type(Parser *p, Token *keyword, Expr *key, Expr *value)
{
	Expr *x =
		new_expr(p, EX_MAP_TYPE, token_pos(p, keyword), token_pos(p, keyword), value->end);
	x->map_type.key = key;
	x->map_type.value = value;
	return x;
}

Expr *make_struct_type(Parser *p, Token *keyword, FieldList *fields, Token *close)
{
	Expr *x = new_expr(p, EX_STRUCT_TYPE, token_pos(p, keyword), token_pos(p, keyword),
			   token_end(p, close));
	if (fields)
		x->struct_type.fields = *fields;
	return x;
}

Expr *make_interface_type(Parser *p, Token *keyword, FieldList *methods, Token *close)
{
	Expr *x = new_expr(p, EX_INTERFACE_TYPE, token_pos(p, keyword), token_pos(p, keyword),
			   token_end(p, close));
	if (methods)
		x->interface_type.methods = *methods;
	return x;
}

Expr *make_signature(Parser *p, Token *open, FieldList *params, Token *close, FieldList *results)
{
	Expr *x = new_expr(p, EX_FUNC_TYPE, token_pos(p, open), token_pos(p, open),
			   token_end(p, close));
	if (results)
		x->func_type.results = *results;
	if (results && results->len)
		x->end = vec_last(*results)->end;
	if (p->params_end > x->end)
		x->end = p->params_end; // the results stood in parentheses
	params = parameters(p, params, close);
	if (params)
		x->func_type.params = *params;
	return x;
}

Expr *signature_type(Parser *p, Token *keyword, Expr *signature)
{
	signature->start = token_pos(p, keyword); // its position is that of its `(`, as in gc
	return signature;
}

// ---- Fields

static Field *new_field(Parser *p, Expr *name, Expr *type)
{
	Field *field = NEW(p->arena, Field);
	Expr *first = name ? name : type, *last = type ? type : name;
	field->pos = name ? name->pos : type->start;
	field->start = first->start;
	field->end = last->end;
	field->name = name;
	field->type = type;
	return field;
}

Field *build_type_field(Parser *p, Expr *type)
{
	return new_field(p, NULL, type);
}

Field *named_field(Parser *p, Expr *name, Expr *type)
{
	return new_field(p, name, type);
}

// Gives names without a type (`a` in `a, b T`) the type that follows. Returns whether each got one.
static bool share_types(FieldList *list)
{
	Expr *type = NULL;
	for (uint32_t i = list->len; i-- > 0;) {
		Field *field = list->data[i];
		if (field->type)
			type = field->type;
		else
			field->type = type;
		if (i + 1 < list->len)
			list->data[i + 1]->same_type = list->data[i + 1]->type == field->type;
		if (!field->type)
			return false;
	}
	return true;
}

// Settles whether the list is one of types or of names: when one has a name, all have.
FieldList *parameters(Parser *p, FieldList *list, Token *close)
{
	bool named = false;
	p->params_end = token_end(p, close);
	for (uint32_t i = 0; list && i < list->len; i++)
		named |= list->data[i]->name != NULL;
	if (!named)
		return list;
	bool mixed = false;
	for (uint32_t i = 0; i < list->len; i++) {
		Field *field = list->data[i];
		if (field->name)
			continue;
		if (field->type->kind == EX_NAME) {
			field->name = field->type;
			field->type = NULL;
			continue;
		}
		mixed = true;
		field->name = new_expr(p, EX_NAME, field->pos, field->start, field->start);
		field->name->name = STR("_");
	}
	if (!share_types(list)) {
		for (uint32_t i = list->len; i-- > 0 && !list->data[i]->type;)
			list->data[i]->type = new_expr(p, EX_BAD, list->data[i]->pos,
						       list->data[i]->start, list->data[i]->end);
		mixed = true;
	}
	if (mixed)
		parser_refuse(p, p->current);
	return list;
}

FieldList *type_parameters(Parser *p, FieldList *list)
{
	if (share_types(list))
		return list;
	Field *last = vec_last(*list);
	parser_refuse(p, p->current);
	Expr *bad = new_expr(p, EX_BAD, last->pos, last->start, last->end);
	for (uint32_t i = list->len; i-- > 0 && !list->data[i]->type;)
		list->data[i]->type = bad;
	return list;
}

FieldList *struct_fields(Parser *p, ExprList *names, Expr *type, Expr *tag)
{
	FieldList *list = NULL;
	for (uint32_t i = 0; i < names->len; i++) {
		Field *field = new_field(p, names->data[i], type);
		field->same_type = i > 0;
		field->tag = tag;
		if (tag)
			field->end = tag->end;
		list = add_field(p, list, field);
	}
	return list;
}

FieldList *embedded_field(Parser *p, Expr *type, Expr *tag)
{
	Field *field = new_field(p, NULL, type);
	field->embedded = true;
	field->tag = tag;
	if (tag)
		field->end = tag->end;
	return one_field(p, field);
}

Expr *parenthesized_embedding(Parser *p, Token *open, Expr *type)
{
	parser_refuse(p, open);
	return type;
}

Field *method_spec(Parser *p, Expr *name, Expr *signature)
{
	return new_field(p, name, signature);
}

Field *embedded_elem(Parser *p, Expr *type)
{
	Field *field = new_field(p, NULL, type);
	field->embedded = true;
	return field;
}
