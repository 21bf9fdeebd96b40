/*
 * Making, copying and walking nodes.
 */
#include "ir/ir.h"

const char *const ir_op_text[] = {
#define X(op, text, forms, operands) text,
	IR_OPS(X)
#undef X
};
const char *const ir_op_name[] = {
#define X(op, text, forms, operands) #op,
	IR_OPS(X)
#undef X
};
const char *const ir_op_forms[] = {
#define X(op, text, forms, operands) forms,
	IR_OPS(X)
#undef X
};

Node *ir_node(Arena *arena, Op op, Pos pos, Type *type)
{
	Node *n = NEW(arena, Node);
	n->op = op;
	n->pos = pos;
	n->type = type;
	return n;
}

Node *ir_unary(Arena *arena, Op op, Pos pos, Type *type, Node *x)
{
	Node *n = ir_node(arena, op, pos, type);
	n->x = x;
	return n;
}

Node *ir_binary(Arena *arena, Op op, Pos pos, Type *type, Node *x, Node *y)
{
	Node *n = ir_unary(arena, op, pos, type, x);
	n->y = y;
	return n;
}

Node *ir_literal(Arena *arena, Pos pos, Type *type, Const *value)
{
	Node *n = ir_node(arena, OLITERAL, pos, type);
	n->value = value;
	return n;
}

Node *ir_int(Arena *arena, Pos pos, Type *type, int64_t value)
{
	return ir_literal(arena, pos, type, const_int(value));
}

Node *ir_bool(Arena *arena, Pos pos, bool value)
{
	return ir_literal(arena, pos, type_basic[T_BOOL], const_bool(value));
}

Node *ir_nil(Arena *arena, Pos pos, Type *type)
{
	return ir_node(arena, ONIL, pos, type);
}

Node *ir_assign(Arena *arena, Pos pos, Node *left, Node *right)
{
	return ir_binary(arena, OAS, pos, NULL, left, right);
}

Node *ir_func_name(Arena *arena, Pos pos, Func *f)
{
	Node *n = ir_node(arena, OFUNCNAME, pos, f->type);
	n->func = f;
	return n;
}

Node *ir_call(Arena *arena, Pos pos, Func *callee, int n, Node **args)
{
	Type *t = callee->type;
	Type *result = NULL;
	if (type_nresults(t) == 1)
		result = type_result(t, 0);
	else if (type_nresults(t) > 1)
		result = type_tuple(type_under(t)->results, type_nresults(t));
	Node *call = ir_unary(arena, OCALLFUNC, pos, result, ir_func_name(arena, pos, callee));
	for (int i = 0; i < n; i++)
		vec_push(arena, call->list, args[i]);
	return call;
}

Node *ir_blank(Arena *arena, Pos pos)
{
	Var *v = NEW(arena, Var);
	v->name = STR("_");
	v->class = VAR_LOCAL;
	v->pos = pos;
	v->node = ir_node(arena, ONAME, pos, NULL);
	v->node->var = v;
	return v->node;
}

bool ir_is_const(const Node *n)
{
	return n->op == OLITERAL || n->op == ONIL;
}

bool ir_is_call(const Node *n)
{
	return n->op == OCALLFUNC || n->op == OCALLMETH || n->op == OCALLINTER;
}

bool ir_is_blank(const Node *n)
{
	return n->op == ONAME && n->var->name == STR("_");
}

Node *ir_field(Arena *arena, Pos pos, Node *x, int index)
{
	bool pointer = type_is_pointer(x->type);
	Type *t = pointer ? type_elem(x->type) : x->type;
	Obj *field = type_field(t, index);
	Node *n = ir_unary(arena, pointer ? ODOTPTR : ODOT, pos, field->type, x);
	n->field = field;
	n->index = index;
	n->offset = type_field_offset(t, index);
	return n;
}

Node *ir_deref(Arena *arena, Pos pos, Node *x)
{
	return ir_unary(arena, ODEREF, pos, type_elem(x->type), x);
}

Var *ir_outer_var(Node *n)
{
	for (;;) {
		if (n->op == ODOT || n->op == OPAREN ||
		    (n->op == OINDEX && type_kind(n->x->type) == T_ARRAY))
			n = n->x;
		else
			return n->op == ONAME ? n->var : NULL;
	}
}

Node *ir_addr(Arena *arena, Pos pos, Node *x)
{
	for (Var *v = ir_outer_var(x); v; v = v->is_closure_var ? v->outer : NULL)
		v->address_taken = true;
	return ir_unary(arena, OADDR, pos, type_pointer(x->type), x);
}

const Node *ir_inlined_results(const Node *n)
{
	const Node *call = n->op == OAS2 && n->init.len ? vec_last(n->init) : NULL;
	if (!call || call->op != OINLCALL || call->list.len != n->rlist.len)
		return NULL;
	return call->list.data[0] == n->rlist.data[0] ? call : NULL;
}

/* ---------------------------------------------------------------- conversions */

/* Is a conversion from `from` to `to`, of numbers both, one of representation? */
static bool same_numbers(Type *from, Type *to)
{
	TypeKind a = type_kind(from), b = type_kind(to);
	if (a == b)
		return true;
	return type_is_integer(from) && type_is_integer(to) && type_size(from) == type_size(to) &&
	       type_is_unsigned(from) == type_is_unsigned(to);
}

static Op slice_or_string_conversion(Type *from, Type *to)
{
	if (type_is_string(to)) {
		if (type_is_integer(from))
			return ORUNESTR;
		if (type_kind(from) == T_SLICE)
			return type_kind(type_elem(from)) == T_UINT8 ? OBYTES2STR : ORUNES2STR;
	}
	if (type_is_string(from) && type_kind(to) == T_SLICE)
		return type_kind(type_elem(to)) == T_UINT8 ? OSTR2BYTES : OSTR2RUNES;
	if (type_kind(from) == T_SLICE && type_is_pointer(to))
		return OSLICE2ARRPTR;
	return OCONVNOP;
}

/* Written conversions of floating-point numbers stay: they may not be skipped in rounding. */
static bool is_rounding(Type *from, Type *to, bool implicit)
{
	return !implicit && type_kind(from) == type_kind(to) &&
	       (type_is_float(from) || type_is_complex(from));
}

static Op conversion_op(Type *from, Type *to, bool implicit)
{
	if (is_rounding(from, to, implicit))
		return OCONV;
	if (type_identical(from, to) ||
	    (type_is_empty_interface(from) && type_is_empty_interface(to)))
		return OCONVNOP;
	if (type_is_interface(to))
		return OCONVIFACE;
	if (type_is_numeric(from) && type_is_numeric(to))
		return same_numbers(from, to) ? OCONVNOP : OCONV;
	return slice_or_string_conversion(from, to);
}

/* []rune("constant") as a literal of its runes. */
static Node *rune_literal(Arena *arena, Pos pos, Type *type, const Node *x)
{
	Node *n = ir_node(arena, OSLICELIT, pos, type);
	Str s = x->value->s;
	size_t len = str_len(s);
	int size;
	for (size_t i = 0; i < len; i += (size_t)size)
		vec_push(arena, n->list,
			 ir_int(arena, pos, type_elem(type), utf8_decode(s + i, len - i, &size)));
	n->offset = n->list.len;
	return n;
}

/* To a string, slices of defined types are converted to []byte or []rune first. */
static Node *convert_string(Arena *arena, Pos pos, Type *type, Node *x, Op op)
{
	if (op == OSTR2RUNES && x->op == OLITERAL)
		return rune_literal(arena, pos, type, x);
	Type *elem = op == OBYTES2STR ? type_byte : type_rune;
	if ((op == OBYTES2STR || op == ORUNES2STR) && !type_identical(type_elem(x->type), elem))
		x = ir_unary(arena, OCONVNOP, pos, type_slice(elem), x);
	return ir_unary(arena, op, pos, type, x);
}

Node *ir_convert(Arena *arena, Pos pos, Type *type, Node *x, bool implicit)
{
	if (type_identical(x->type, type) && implicit)
		return x;
	if (x->op == ONIL && implicit) {
		x->type = type;
		return x;
	}
	Op op = conversion_op(x->type, type, implicit);
	if (op == OSTR2BYTES || op == OSTR2RUNES || op == OBYTES2STR || op == ORUNES2STR)
		return convert_string(arena, pos, type, x, op);
	Node *n = ir_unary(arena, op, pos, type, x);
	if (implicit)
		n->flags |= NF_IMPLICIT;
	return n;
}

/* ---------------------------------------------------------------- copying */

static NodeList copy_list(Arena *arena, const NodeList *from, const Map *substitute)
{
	NodeList to = {0};
	vec_reserve(arena, to, from->len);
	for (uint32_t i = 0; i < from->len; i++)
		vec_push(arena, to,
			 from->data[i] ? ir_copy(arena, from->data[i], substitute) : NULL);
	return to;
}

Node *ir_copy(Arena *arena, Node *n, const Map *substitute)
{
	if (n->op == ONAME) {
		Var *v = substitute ? map_get(substitute, n->var) : NULL;
		return v ? v->node : n;
	}
	Node *c = NEW(arena, Node);
	*c = *n;
	Node **operands[] = {&c->x, &c->y, &c->z, &c->w};
	for (int i = 0; i < 4; i++)
		if (*operands[i])
			*operands[i] = ir_copy(arena, *operands[i], substitute);
	c->init = copy_list(arena, &n->init, substitute);
	c->list = copy_list(arena, &n->list, substitute);
	c->rlist = copy_list(arena, &n->rlist, substitute);
	c->body = copy_list(arena, &n->body, substitute);
	c->els = copy_list(arena, &n->els, substitute);
	if (n->op == OCASE && n->var && substitute && map_has(substitute, n->var))
		c->var = map_get(substitute, n->var);
	return c;
}

/* ---------------------------------------------------------------- variables, labels, data */

Var *ir_var(Arena *arena, Func *f, VarClass class, Pos pos, Str name, Type *type)
{
	Var *v = NEW(arena, Var);
	v->name = name;
	v->class = class;
	v->type = type;
	v->pos = pos;
	v->func = f;
	v->node = ir_node(arena, ONAME, pos, type);
	v->node->var = v;
	if (!f)
		return v;
	v->id = f->next_var++;
	if (class == VAR_PARAM)
		vec_push(arena, f->params, v);
	else if (class == VAR_RESULT)
		vec_push(arena, f->results, v);
	else
		vec_push(arena, f->locals, v);
	return v;
}

Var *ir_temp(Arena *arena, Func *f, Pos pos, Type *type)
{
	uint32_t number = f->params.len + f->results.len + f->locals.len; /* as gc counts */
	Var *v = ir_var(arena, f, VAR_LOCAL, pos, str_printf(".autotmp_%u", number), type);
	v->is_temp = true;
	return v;
}

Label *ir_label(Arena *arena, Func *f)
{
	Label *l = NEW(arena, Label);
	l->id = (int)f->next_label++;
	return l;
}

IrData *ir_data(IrPackage *package, Str symbol)
{
	void **slot = map_slot(&package->data_by_symbol, symbol);
	if (!*slot) {
		IrData *d = NEW(package->arena, IrData);
		d->symbol = symbol;
		d->align = 1;
		*slot = d;
		vec_push(package->arena, package->data, d);
	}
	return *slot;
}

Func *ir_static_callee(const Node *call)
{
	if (call->op != OCALLFUNC && call->op != OCALLMETH)
		return NULL;
	switch (call->x->op) {
	case OFUNCNAME:
	case ODOTMETH:
	case OMETHEXPR:
	case OCLOSURE: return call->x->func;
	default: return NULL;
	}
}

static Node *single_result(Node *n)
{
	return n->list.len == 1 ? n->list.data[0] : NULL;
}

static Node *known_value(Node *n)
{
	if (n->op == OCONVNOP)
		return n->x;
	if (n->op == OINLCALL)
		return single_result(n);
	if (n->op != ONAME)
		return NULL;
	const Var *v = n->var;
	if (v->class != VAR_LOCAL || v->is_closure_var || v->reassigned || v->address_taken ||
	    !v->defn)
		return NULL;
	if (v->defn->op == OAS)
		return v->defn->y;
	if (v->defn->op != OAS2)
		return NULL;
	for (uint32_t i = 0; i < v->defn->list.len; i++)
		if (v->defn->list.data[i] == n)
			return v->defn->rlist.data[i];
	return NULL;
}

Node *ir_static_value(Node *n)
{
	for (;;) {
		Node *value = known_value(n);
		if (!value)
			return n;
		n = value;
	}
}

Pos ir_shown_pos(const Func *f, const Node *n)
{
	Pos pos = n->pos;
	for (uint32_t i = n->inl; i; i = f->inlines.data[i - 1].parent)
		pos = f->inlines.data[i - 1].call_pos;
	return pos;
}
