/*
 * Variables that are not simply locals: those on the heap, whose address a local holds, and those a
 * closure has captured, by value (a local with a copy) or by reference (a local with the address).
 */
#include "lower/private.h"

enum { MAX_BY_VALUE = 128 }; /* bytes of a variable captured by value */

static const Var *original(const Var *v)
{
	while (v->is_closure_var && v->outer)
		v = v->outer;
	return v;
}

bool lower_by_value(const Var *v)
{
	const Var *o = original(v);
	return v->by_value || (o->class != VAR_RESULT && !o->reassigned && !o->address_taken &&
			       type_size(o->type) <= MAX_BY_VALUE);
}

bool lower_on_heap(const Var *v)
{
	if (v->class == VAR_GLOBAL || v->is_closure_var)
		return false;
	if (v->esc != ESC_UNKNOWN)
		return v->esc == ESC_HEAP || v->esc == ESC_STATIC;
	return v->address_taken || (v->captured && !lower_by_value(v));
}

static Node *indirect(Lower *l, Node *pointer)
{
	Node *n = lower_unary(l, ODEREF, type_elem(pointer->type), pointer);
	n->flags |= NF_NONNIL;
	return n;
}

Node *lower_var(Lower *l, Var *v)
{
	if (v->heap_addr)
		return indirect(l, v->heap_addr->node);
	return v->node;
}

Node *lower_var_address(Lower *l, Var *v)
{
	if (v->heap_addr)
		return v->heap_addr->node;
	return lower_address(l, v->node);
}

/* Memory for one object, zero when the program starts. */
static Node *static_object(Lower *l, Type *type)
{
	IrPackage *p = l->package;
	IrData *d = ir_data(p, str_printf("%s..once_%u", p->path, p->stmp++));
	d->defined = true;
	d->type = type;
	d->size = type_size(type);
	d->align = (uint32_t)type_align(type);
	d->has_pointers = type_has_pointers(type);
	if (d->has_pointers)
		ir_type_symbol(p, type); /* the collector's root entry names it */
	if (p->checks_whole && ir_runtime_func_or_null("staticonce")) {
		IrData *flag = ir_data(p, str_printf("%s..once_%u", p->path, p->stmp++));
		flag->defined = true;
		flag->size = flag->align = 8;
		lower_call(l, "staticonce", NULL, 1, lower_symbol(l, flag->symbol));
	}
	Node *n = lower_symbol(l, d->symbol);
	n->type = type_pointer(type);
	return n;
}

bool lower_is_static(const Node *place)
{
	while (place->op == ODOT || (place->op == OINDEX && type_kind(place->x->type) == T_ARRAY))
		place = place->x;
	if (place->op != ODEREF && place->op != ODOTPTR)
		return false;
	const Node *p = place->x;
	while (p->op == OCONVNOP)
		p = p->x;
	return p->op == OADDRSYM;
}

Node *lower_new(Lower *l, Type *type, uint8_t esc)
{
	if (esc == ESC_STATIC)
		return static_object(l, type);
	if (esc == ESC_STACK || esc == ESC_NONE) {
		Node *t = lower_temp(l, type);
		lower_init(l, t, NULL);
		return lower_address(l, t);
	}
	Node *p = lower_call(l, "newobject", type_basic[T_UNSAFE_POINTER], 1, lower_type(l, type));
	Node *n = lower_cast(l, type_pointer(type), p);
	n->flags |= NF_NONNIL;
	return n;
}

static Var *heap_cell(Lower *l, Var *v)
{
	if (!v->heap_addr)
		v->heap_addr = ir_var(l->arena, l->func, VAR_LOCAL, v->pos,
				      str_printf("&%s", v->name), type_pointer(v->type));
	return v->heap_addr;
}

void lower_declare(Lower *l, Var *v)
{
	if (lower_on_heap(v))
		lower_init(l, heap_cell(l, v)->node, lower_new(l, v->type, v->esc));
	lower_declare_room(l, v);
}

Type *lower_context_type(Lower *l, Func *closure)
{
	uint32_t n = closure->closure_vars.len + 1;
	Str names[n];
	Type *types[n];
	names[0] = STR("F");
	types[0] = type_basic[T_UINTPTR];
	for (uint32_t i = 1; i < n; i++) {
		Var *v = closure->closure_vars.data[i - 1];
		names[i] = str_printf("X%u", i);
		types[i] = lower_by_value(v) ? v->type : type_pointer(v->type);
	}
	return type_struct_of(l->package->package, (int)n, names, types);
}

static void read_captured(Lower *l)
{
	Func *f = l->func;
	if (!f->closure_vars.len)
		return;
	f->needs_context = true;
	Type *context = lower_context_type(l, f);
	for (uint32_t i = 0; i < f->closure_vars.len; i++) {
		Var *v = f->closure_vars.data[i];
		bool value = lower_by_value(v);
		Node *read = lower_node(l, OCLOSUREVAR, value ? v->type : type_pointer(v->type));
		read->offset = type_field_offset(context, (int)i + 1);
		if (value)
			lower_init(l, v->node, read);
		else
			lower_init(l, heap_cell(l, v)->node, read);
	}
}

/* Captured variables, parameters that move to the heap, results. */
void lower_prologue(Lower *l)
{
	Func *f = l->func;
	read_captured(l);
	for (uint32_t i = 0; i < f->params.len; i++) {
		Var *v = f->params.data[i];
		if (!lower_on_heap(v))
			continue;
		Var *cell = heap_cell(l, v);
		l->pos = v->pos;
		lower_init(l, cell->node, lower_new(l, v->type, v->esc));
		lower_init(l, indirect(l, cell->node), v->node);
	}
	for (uint32_t i = 0; i < f->results.len; i++) {
		Var *v = f->results.data[i];
		lower_init(l, v->node, NULL);
		l->pos = v->pos;
		if (lower_on_heap(v))
			lower_init(l, heap_cell(l, v)->node, lower_new(l, v->type, v->esc));
	}
	l->pos = f->pos;
	for (uint32_t i = 0; i < f->params.len; i++)
		lower_declare_room(l, f->params.data[i]);
	for (uint32_t i = 0, n = f->locals.len; i < n; i++)
		lower_declare_room(l, f->locals.data[i]);
}
