/*
 * Makes nodes and statements at the position of the statement being lowered.
 */
#include "lower/private.h"

Node *lower_node(Lower *l, Op op, Type *type)
{
	Node *n = ir_node(l->arena, op, l->pos, type);
	n->inl = l->inl;
	return n;
}

Node *lower_unary(Lower *l, Op op, Type *type, Node *x)
{
	Node *n = lower_node(l, op, type);
	n->x = x;
	return n;
}

Node *lower_binary(Lower *l, Op op, Type *type, Node *x, Node *y)
{
	Node *n = lower_unary(l, op, type, x);
	n->y = y;
	return n;
}

Node *lower_int(Lower *l, int64_t value)
{
	return ir_int(l->arena, l->pos, type_basic[T_INT], value);
}

Node *lower_uintptr(Lower *l, int64_t value)
{
	return ir_int(l->arena, l->pos, type_basic[T_UINTPTR], value);
}

Node *lower_bool(Lower *l, bool value)
{
	return ir_bool(l->arena, l->pos, value);
}

Node *lower_nil(Lower *l, Type *type)
{
	return lower_node(l, ONIL, type);
}

Node *lower_cast(Lower *l, Type *type, Node *x)
{
	return lower_unary(l, OCONVNOP, type, x);
}

Node *lower_address(Lower *l, Node *x)
{
	Node *n = lower_unary(l, OADDR, type_pointer(x->type), x);
	n->flags |= NF_NONNIL;
	for (Node *o = x; o;
	     o = o->op == ODOT || (o->op == OINDEX && type_kind(o->x->type) == T_ARRAY) ? o->x
											: NULL)
		if (o->op == ONAME)
			o->var->in_memory = true;
	return n;
}

Node *lower_pointer(Lower *l, Node *x)
{
	return lower_cast(l, type_basic[T_UNSAFE_POINTER], lower_address(l, x));
}

/* *(*type)(pointer + offset): the first word or so of a runtime structure. */
Node *lower_load(Lower *l, Type *type, Node *pointer, int64_t offset)
{
	Type *fields[] = {type_array(type_basic[T_UINT8], offset), type};
	Str names[] = {STR("_"), STR("v")};
	Node *n;
	if (offset) {
		Type *s = type_struct_of(l->package->package, 2, names, fields);
		n = lower_unary(l, ODOTPTR, type, lower_cast(l, type_pointer(s), pointer));
		n->field = type_field(s, 1);
		n->index = 1;
		n->offset = offset;
	} else {
		n = lower_unary(l, ODEREF, type, lower_cast(l, type_pointer(type), pointer));
	}
	n->flags |= NF_NONNIL;
	return n;
}

Node *lower_symbol(Lower *l, Str symbol)
{
	Node *n = lower_node(l, OADDRSYM, type_basic[T_UNSAFE_POINTER]);
	n->data = ir_data(l->package, symbol);
	n->flags |= NF_NONNIL;
	return n;
}

Node *lower_type(Lower *l, Type *type)
{
	return lower_symbol(l, ir_type_symbol(l->package, type));
}

Node *lower_temp(Lower *l, Type *type)
{
	return ir_temp(l->arena, l->func, l->pos, type)->node;
}

void lower_emit(Lower *l, Node *statement)
{
	vec_push(l->arena, *l->out, statement);
}

void lower_assign(Lower *l, Node *left, Node *right)
{
	lower_emit(l, lower_binary(l, OAS, NULL, left, right));
}

void lower_init(Lower *l, Node *left, Node *right)
{
	if (lower_is_static(left)) { /* the collector may have seen it already */
		if (right)
			lower_store(l, left, right);
		return;
	}
	Node *n = lower_binary(l, OAS, NULL, left, right);
	n->flags |= NF_INIT;
	lower_emit(l, n);
}

Node *lower_copy(Lower *l, Node *value)
{
	Node *t = lower_temp(l, value->type);
	lower_init(l, t, value);
	return t;
}

Node *lower_stable(Lower *l, Node *value)
{
	switch (value->op) {
	case OLITERAL:
	case ONIL:
	case OFUNCNAME:
	case OADDRSYM: return value;
	case ONAME:
		if (value->var->class != VAR_GLOBAL && value->var->is_temp &&
		    !value->var->reassigned)
			return value;
		break;
	case OCONVNOP: {
		Node *x = lower_stable(l, value->x);
		if (x == value->x)
			return value;
		break;
	}
	default: break;
	}
	return lower_copy(l, value);
}

/* ---------------------------------------------------------------- stores */

static int scalars(Type *t)
{
	int n = 0;
	switch (type_kind(t)) {
	case T_STRING:
	case T_INTERFACE:
	case T_COMPLEX64:
	case T_COMPLEX128: return 2;
	case T_SLICE: return 3;
	case T_ARRAY: return type_len(t) == 0 ? 0 : type_len(t) == 1 ? scalars(type_elem(t)) : 100;
	case T_STRUCT:
		for (int i = 0; i < type_nfields(t) && n <= 100; i++)
			n += scalars(type_field(t, i)->type);
		return n;
	default: return 1;
	}
}

bool lower_is_split(Type *t)
{
	return scalars(t) <= 4;
}

bool lower_is_place(const Node *n)
{
	switch (n->op) {
	case ONAME:
	case ODEREF:
	case ODOTPTR: return true;
	case ODOT: return lower_is_place(n->x);
	case OINDEX:
		return type_kind(n->x->type) == T_SLICE ||
		       (type_kind(n->x->type) == T_ARRAY && lower_is_place(n->x));
	default: return false;
	}
}

static bool in_frame(const Node *n)
{
	while (n->op == ODOT || (n->op == OINDEX && type_kind(n->x->type) == T_ARRAY))
		n = n->x;
	return n->op == ONAME && n->var->class != VAR_GLOBAL;
}

void lower_store(Lower *l, Node *left, Node *right)
{
	if (ir_is_blank(left) || in_frame(left) || lower_is_split(left->type) ||
	    !type_has_pointers(left->type)) {
		lower_assign(l, left, right);
		return;
	}
	Node *type = lower_type(l, left->type);
	Node *to = lower_stable(l, lower_pointer(l, left));
	if (!right) {
		lower_call(l, "typedmemclr", NULL, 2, type, to);
		return;
	}
	if (!lower_is_place(right))
		right = lower_copy(l, right);
	lower_call(l, "typedmemmove", NULL, 3, type, to, lower_pointer(l, right));
}

/* ---------------------------------------------------------------- calls */

Node *lower_call_func(Lower *l, Func *f, Type *result, int n, Node **args)
{
	Node *call = ir_call(l->arena, l->pos, f, n, args);
	call->inl = l->inl;
	if (!result) {
		lower_emit(l, call);
		return NULL;
	}
	Node *t = lower_temp(l, result);
	lower_init(l, t, call);
	return t;
}

Node *lower_call(Lower *l, const char *runtime, Type *result, int n, ...)
{
	Node *args[8];
	va_list list;
	va_start(list, n);
	for (int i = 0; i < n; i++)
		args[i] = va_arg(list, Node *);
	va_end(list);
	return lower_call_func(l, ir_runtime_func(runtime), result, n, args);
}

void lower_call2(Lower *l, const char *runtime, Node *r0, Node *r1, int n, ...)
{
	Node *args[8];
	va_list list;
	va_start(list, n);
	for (int i = 0; i < n; i++)
		args[i] = va_arg(list, Node *);
	va_end(list);
	Node *as = lower_node(l, OAS2FUNC, NULL);
	vec_push(l->arena, as->list, r0);
	vec_push(l->arena, as->list, r1);
	Node *call = ir_call(l->arena, l->pos, ir_runtime_func(runtime), n, args);
	call->inl = l->inl;
	vec_push(l->arena, as->rlist, call);
	lower_emit(l, as);
}

/* ---------------------------------------------------------------- control */

Label *lower_new_label(Lower *l)
{
	return ir_label(l->arena, l->func);
}

void lower_goto(Lower *l, Label *label)
{
	Node *n = lower_node(l, OGOTO, NULL);
	n->label = label;
	lower_emit(l, n);
}

void lower_label(Lower *l, Label *label)
{
	Node *n = lower_node(l, OLABEL, NULL);
	n->label = label;
	lower_emit(l, n);
}

NodeList *lower_begin(Lower *l, NodeList *list)
{
	NodeList *outer = l->out;
	l->out = list;
	return outer;
}

void lower_end(Lower *l, NodeList *outer)
{
	l->out = outer;
}

void lower_if(Lower *l, Node *cond, NodeList then, NodeList els)
{
	Node *n = lower_unary(l, OIF, NULL, cond);
	n->body = then;
	n->els = els;
	lower_emit(l, n);
}

/* ---------------------------------------------------------------- parts */

Node *lower_field(Lower *l, Node *x, int index)
{
	Node *n = ir_field(l->arena, l->pos, x, index);
	n->inl = l->inl;
	n->flags |= NF_NONNIL;
	return n;
}

Node *lower_element(Lower *l, Node *array, Node *index)
{
	Node *n = lower_binary(l, OINDEX, type_elem(array->type), array, index);
	n->flags |= NF_BOUNDED;
	return n;
}
