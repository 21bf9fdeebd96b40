/*
 * Expressions: calls and whatever else has effects go, in source order, into statements before;
 * what remains is a tree of operations on variables, constants and memory.
 */
#include "lower/private.h"

/* A variable, on the heap or not. */
static bool is_variable(const Node *n)
{
	return n->op == ONAME ||
	       (n->op == ODEREF && n->x->op == ONAME && n->x->var->name[0] == '&');
}

/* Does the expression only read variables, fields and elements and compute with numbers? Such
 * operands are read late, as in gc: after all calls of the expression, whatever those change.
 * (Builtin functions are calls.) */
bool lower_reads_late(const Node *n)
{
	if (n->init.len && n->op != OINLCALL)
		return false;
	switch (n->op) {
	case ONAME:
	case OLITERAL:
	case ONIL:
	case OCALLFUNC:
	case OCALLMETH:
	case OCALLINTER:
	case OINLCALL: return true;
	case ONEG:
	case OPLUS:
	case OBITNOT:
	case ONOT:
	case ODEREF:
	case ODOT:
	case ODOTPTR:
	case OCONV:
	case OCONVNOP: return lower_reads_late(n->x);
	case OADD:
	case OSUB:
	case OMUL:
	case ODIV:
	case OMOD:
	case OAND:
	case OOR:
	case OXOR:
	case OANDNOT:
	case OLSH:
	case ORSH:
	case OINDEX: return lower_reads_late(n->x) && lower_reads_late(n->y);
	default: return false;
	}
}

/* Must the lowered operand n of that source be copied when statements follow it? */
static bool is_copied(const Node *source, const Node *n)
{
	return !ir_is_const(n) && n->op != OFUNCNAME && n->op != OADDRSYM && !is_variable(n) &&
	       !lower_reads_late(source);
}

static bool is_boxing(const Node *n)
{
	return n->op == OCONVIFACE && !type_is_interface(n->x->type) && !n->init.len;
}

static Node *unboxed(Node *n)
{
	return is_boxing(n) ? n->x : n;
}

/* Lowers the operands in order. One that is not read late is copied when a later one emits
 * statements. Values are put into interfaces only after all have been computed. */
void lower_exprs(Lower *l, NodeList *list)
{
	uint32_t copied = 0;
	NodeList whole = {0};
	for (uint32_t i = 0; i < list->len; i++) {
		NodeList before = {0};
		vec_push(l->arena, whole, list->data[i]);
		NodeList *outer = lower_begin(l, &before);
		Node *n = lower_expr(l, unboxed(list->data[i]));
		lower_end(l, outer);
		if (before.len)
			for (; copied < i; copied++)
				if (is_copied(unboxed(whole.data[copied]), list->data[copied]))
					list->data[copied] = lower_stable(l, list->data[copied]);
		for (uint32_t j = 0; j < before.len; j++)
			lower_emit(l, before.data[j]);
		list->data[i] = n;
	}
	Pos pos = l->pos;
	uint32_t inl = l->inl;
	for (uint32_t i = 0; i < list->len; i++) {
		const Node *n = whole.data[i];
		if (!is_boxing(n))
			continue;
		l->pos = n->pos ? n->pos : pos;
		l->inl = n->pos ? n->inl : inl;
		list->data[i] = lower_to_interface(l, n->type, list->data[i], n->esc);
	}
	l->pos = pos;
	l->inl = inl;
}

/* Two operands, as lower_exprs. */
static void operands(Lower *l, Node **x, Node **y)
{
	const Node *source = *x;
	*x = lower_expr(l, *x);
	NodeList before = {0};
	NodeList *outer = lower_begin(l, &before);
	*y = lower_expr(l, *y);
	lower_end(l, outer);
	if (before.len && is_copied(source, *x))
		*x = lower_stable(l, *x);
	for (uint32_t i = 0; i < before.len; i++)
		lower_emit(l, before.data[i]);
}

/* ---------------------------------------------------------------- operators */

static Node *complex_division(Lower *l, Type *type, Node *x, Node *y)
{
	Type *wide = type_basic[T_COMPLEX128];
	Node *args[] = {x, y};
	for (int i = 0; i < 2; i++)
		if (type_size(type) == 8) {
			Node *v = lower_stable(l, args[i]);
			Node *re = lower_unary(l, OCONV, type_basic[T_FLOAT64],
					       lower_unary(l, OREAL, type_basic[T_FLOAT32], v));
			Node *im = lower_unary(l, OCONV, type_basic[T_FLOAT64],
					       lower_unary(l, OIMAG, type_basic[T_FLOAT32], v));
			args[i] = lower_binary(l, OCOMPLEX, wide, re, im);
		}
	Node *q = lower_call(l, "complex128div", wide, 2, args[0], args[1]);
	if (type_size(type) == 16)
		return lower_cast(l, type, q);
	Node *re = lower_unary(l, OCONV, type_basic[T_FLOAT32],
			       lower_unary(l, OREAL, type_basic[T_FLOAT64], q));
	Node *im = lower_unary(l, OCONV, type_basic[T_FLOAT32],
			       lower_unary(l, OIMAG, type_basic[T_FLOAT64], q));
	return lower_binary(l, OCOMPLEX, type, re, im);
}

Node *lower_binary_op(Lower *l, Op op, Type *type, Node *x, Node *y)
{
	if (op >= OEQ && op <= OGE)
		return lower_compare(l, op, x, y);
	if (op == ODIV && type_is_complex(type))
		return complex_division(l, type, x, y);
	if (op == OADD && type_is_string(type))
		return lower_call(l, "concatstring2", type, 3,
				  lower_nil(l, type_basic[T_UNSAFE_POINTER]), x, y);
	return lower_binary(l, op, type, x, y);
}

/* x && y where y emits statements: r := x; if r { ...; r = y } */
static Node *logical(Lower *l, Node *n)
{
	Node *x = lower_expr(l, n->x);
	NodeList then = {0};
	NodeList *outer = lower_begin(l, &then);
	Node *y = lower_expr(l, n->y);
	lower_end(l, outer);
	if (!then.len)
		return lower_binary(l, n->op, n->type, x, y);
	Node *r = lower_copy(l, x);
	r->var->reassigned = true;
	outer = lower_begin(l, &then);
	lower_assign(l, r, y);
	lower_end(l, outer);
	Node *cond = n->op == OANDAND ? r : lower_unary(l, ONOT, r->type, r);
	lower_if(l, cond, then, (NodeList){0});
	return r;
}

Node *lower_condition(Lower *l, Node *n)
{
	return lower_expr(l, n);
}

/* ---------------------------------------------------------------- places */

static Node *copy_of(Lower *l, const Node *n)
{
	Node *c = NEW(l->arena, Node);
	*c = *n;
	c->init = (NodeList){0};
	return c;
}

static Node *index_place(Lower *l, Node *n)
{
	Node *c = copy_of(l, n);
	if (type_kind(n->x->type) == T_ARRAY && (n->x->op != OCALLFUNC))
		c->x = lower_is_place(n->x) || n->x->op == ONAME ? lower_place(l, n->x)
								 : lower_expr(l, n->x);
	else
		c->x = lower_expr(l, n->x);
	NodeList before = {0};
	NodeList *outer = lower_begin(l, &before);
	c->y = lower_expr(l, n->y);
	lower_end(l, outer);
	if (before.len && type_kind(n->x->type) != T_ARRAY && is_copied(n->x, c->x))
		c->x = lower_stable(l, c->x);
	for (uint32_t i = 0; i < before.len; i++)
		lower_emit(l, before.data[i]);
	if (type_kind(c->x->type) == T_ARRAY && !lower_is_place(c->x) && c->y->op != OLITERAL)
		c->x = lower_copy(l, c->x);
	return c;
}

/* A place: evaluates what leads to it, but does not read it. */
Node *lower_place(Lower *l, Node *n)
{
	lower_stmts(l, &n->init);
	Node *c;
	switch (n->op) {
	case ONAME: return lower_var(l, n->var);
	case ODEREF:
	case ODOTPTR:
		c = copy_of(l, n);
		c->x = lower_expr(l, n->x);
		return c;
	case ODOT:
		c = copy_of(l, n);
		c->x = lower_place(l, n->x);
		return c;
	case OINDEX: return index_place(l, n);
	case OINDEXMAP: {
		Node *m = lower_expr(l, n->x), *key = lower_expr(l, n->y);
		Node *p = lower_map_assign(l, m, key, n->x->type);
		return lower_load(l, n->type, p, 0);
	}
	default: {
		Node *v = lower_expr(l, n);
		return lower_is_place(v) && v->op != OLITERAL ? v : lower_copy(l, v);
	}
	}
}

static Node *address(Lower *l, Node *n)
{
	if (n->x->op == ONAME && n->x->var->class != VAR_GLOBAL)
		return lower_cast(l, n->type, lower_var_address(l, n->x->var));
	Node *place = lower_place(l, n->x);
	if (place->op == ODEREF) {
		if (place->flags & NF_NONNIL)
			return lower_cast(l, n->type, place->x);
		Node *p = lower_stable(l, place->x);
		lower_emit(l, lower_unary(l, OCHECKNIL, NULL, p));
		return lower_cast(l, n->type, p);
	}
	Node *a = lower_address(l, place);
	a->type = n->type;
	return a;
}

static Node *slice(Lower *l, Node *n)
{
	Node *c = copy_of(l, n);
	NodeList parts = {0};
	Node **bounds[] = {&c->x, &c->y, &c->z, &c->w};
	for (int i = 0; i < 4; i++)
		if (*bounds[i])
			vec_push(l->arena, parts, *bounds[i]);
	lower_exprs(l, &parts);
	uint32_t k = 0;
	for (int i = 0; i < 4; i++)
		if (*bounds[i])
			*bounds[i] = parts.data[k++];
	return c;
}

/* ---------------------------------------------------------------- all */

static Node *unary(Lower *l, Node *n)
{
	Node *x = lower_expr(l, n->x);
	return n->op == OPLUS ? x : lower_unary(l, n->op, n->type, x);
}

static Node *dot(Lower *l, Node *n)
{
	Node *c = copy_of(l, n);
	c->x = lower_expr(l, n->x);
	return c;
}

static Node *receive(Lower *l, Node *n)
{
	Node *c = lower_expr(l, n->x);
	Node *t = lower_temp(l, n->type);
	lower_init(l, t, NULL);
	lower_call(l, "chanrecv1", NULL, 2, c, lower_pointer(l, t));
	return t;
}

static Node *map_element(Lower *l, Node *n)
{
	Node *p = lower_map_index(l, n, NULL);
	return lower_copy(l, lower_load(l, n->type, p, 0));
}

static Node *unsafe_add(Lower *l, Node *n)
{
	Node *x = n->x, *y = n->y;
	operands(l, &x, &y);
	Type *word = type_basic[T_UINTPTR];
	Node *offset =
		type_size(y->type) == 8 ? lower_cast(l, word, y) : lower_unary(l, OCONV, word, y);
	return lower_cast(l, n->type, lower_binary(l, OADD, word, lower_cast(l, word, x), offset));
}

static void panic_if(Lower *l, Node *cond, const char *function)
{
	NodeList bad = {0};
	NodeList *outer = lower_begin(l, &bad);
	lower_call(l, function, NULL, 0);
	lower_end(l, outer);
	lower_if(l, cond, bad, (NodeList){0});
}

/* unsafe.Slice: the length must not be negative, nor the memory reach past the end of the address
 * space. */
static Node *unsafe_slice(Lower *l, Node *n)
{
	Type *word = type_basic[T_UINTPTR], *boolean = type_basic[T_BOOL];
	Node *p = lower_stable(l, lower_expr(l, n->x));
	Node *len = lower_expr(l, n->y);
	if (!type_identical(len->type, type_basic[T_INT]))
		len = lower_unary(l, type_size(len->type) == 8 ? OCONVNOP : OCONV,
				  type_basic[T_INT], len);
	len = lower_stable(l, len);
	Node *count = lower_stable(l, lower_cast(l, word, len));
	Node *is_nil = lower_binary(l, OEQ, boolean, p, lower_nil(l, p->type));
	panic_if(l,
		 lower_binary(l, OANDAND, boolean, is_nil,
			      lower_binary(l, OGT, boolean, len, lower_int(l, 0))),
		 "panicunsafeslicenil");
	int64_t size = type_size(type_elem(n->type));
	int64_t most = size > 1 ? INT64_MAX / size : INT64_MAX;
	panic_if(l, lower_binary(l, OGT, boolean, count, lower_uintptr(l, most)),
		 "panicunsafeslicelen");
	Node *bytes = lower_binary(l, OMUL, word, count, lower_uintptr(l, size));
	Node *room = lower_unary(
		l, ONEG, word, lower_cast(l, word, lower_cast(l, type_basic[T_UNSAFE_POINTER], p)));
	panic_if(l, lower_binary(l, OGT, boolean, bytes, room), "panicunsafeslicelen");
	Node *h = lower_binary(l, OSLICEHEADER, n->type, p, len);
	h->z = len;
	return h;
}

static Node *single(Lower *l, Node *n)
{
	lower_inlined(l, n);
	if (!n->list.len)
		return lower_int(l, 0);
	return lower_var(l, n->list.data[0]->var);
}

/* The function, whose first parameter is the receiver here. */
static Node *method_expression(Lower *l, const Node *n)
{
	Node *f = ir_func_name(l->arena, n->pos, n->func);
	f->type = n->type;
	return f;
}

static Node *expression(Lower *l, Node *n)
{
	if (n->op != OINLCALL)
		lower_stmts(l, &n->init);
	Node *x, *y;
	switch (n->op) {
	case ONAME: return lower_var(l, n->var);
	case OLITERAL:
	case ONIL:
	case OFUNCNAME:
	case OADDRSYM:
	case OGETG: return n;
	case OMETHEXPR: return method_expression(l, n);
	case ONEG:
	case OPLUS:
	case OBITNOT:
	case ONOT:
	case OREAL:
	case OIMAG:
	case OSLICE2ARRPTR: return unary(l, n);
	case OADD:
	case OSUB:
	case OMUL:
	case ODIV:
	case OMOD:
	case OAND:
	case OOR:
	case OXOR:
	case OANDNOT:
	case OLSH:
	case ORSH:
	case OEQ:
	case ONE:
	case OLT:
	case OLE:
	case OGT:
	case OGE:
	case OCOMPLEX:
		x = n->x, y = n->y;
		operands(l, &x, &y);
		x = lower_binary_op(l, n->op, n->type, x, y);
		x->flags |= n->flags & NF_BOUNDED;
		return x;
	case OANDAND:
	case OOROR: return logical(l, n);
	case OADDSTR: return lower_concat(l, n);
	case OADDR: return address(l, n);
	case OPTRLIT:
	case OARRAYLIT:
	case OSLICELIT:
	case OSTRUCTLIT:
	case OMAPLIT: return lower_literal(l, n);
	case ODEREF:
	case ODOT:
	case ODOTPTR: return dot(l, n);
	case OINDEX: return index_place(l, n);
	case OINDEXMAP: return map_element(l, n);
	case OSLICE:
	case OSLICEARR:
	case OSLICESTR:
	case OSLICE3:
	case OSLICE3ARR: return slice(l, n);
	case ODOTTYPE: return lower_assertion(l, n);
	case OCONV:
	case OCONVNOP:
	case OCONVIFACE:
	case OBYTES2STR:
	case ORUNES2STR:
	case ORUNESTR:
	case OSTR2BYTES:
	case OSTR2RUNES: return lower_conversion(l, n);
	case OCALLFUNC:
	case OCALLMETH:
	case OCALLINTER: return lower_call_value(l, n);
	case OINLCALL: return single(l, n);
	case OCLOSURE: return lower_closure(l, n);
	case OMETHVALUE: return lower_method_value(l, n);
	case OLEN:
	case OCAP: return lower_length(l, n);
	case OAPPEND: return lower_append(l, n);
	case OCOPY: return lower_copy_builtin(l, n);
	case ONEW: return lower_cast(l, n->type, lower_new(l, type_elem(n->type), n->esc));
	case OMAKESLICE:
	case OMAKEMAP:
	case OMAKECHAN: return lower_make(l, n);
	case ORECV: return receive(l, n);
	case ORECOVER: return lower_recover(l, n);
	case OUNSAFEADD: return unsafe_add(l, n);
	case OUNSAFESLICE: return unsafe_slice(l, n);
	default: ICE(n->pos, "expression %s cannot be lowered", ir_op_name[n->op]);
	}
}

/* What calls the runtime to allocate does so at its own place in the source, not at that of the
 * statement: tracebacks and the counts of allocations show it. */
static bool has_own_place(const Node *n)
{
	switch (n->op) {
	case OCLOSURE:
	case OMETHVALUE:
	case OPTRLIT:
	case OSLICELIT:
	case OMAPLIT:
	case ONEW:
	case OMAKESLICE:
	case OMAKEMAP:
	case OMAKECHAN:
	case OAPPEND:
	case OADDSTR:
	case OINDEXMAP:
	case OCONVIFACE:
	case OBYTES2STR:
	case ORUNES2STR:
	case ORUNESTR:
	case OSTR2BYTES:
	case OSTR2RUNES: return n->pos != NO_POS;
	default: return false;
	}
}

Node *lower_expr(Lower *l, Node *n)
{
	if (!has_own_place(n))
		return expression(l, n);
	Pos pos = l->pos;
	uint32_t inl = l->inl;
	l->pos = n->pos;
	l->inl = n->inl;
	Node *value = expression(l, n);
	l->pos = pos;
	l->inl = inl;
	return value;
}

static bool may_fault(const Node *n)
{
	return n->op != ONAME && n->op != OLITERAL && n->op != ONIL && n->op != OFUNCNAME;
}

void lower_effects(Lower *l, Node *n)
{
	Node *v = lower_expr(l, n);
	if (may_fault(v))
		lower_assign(l, ir_blank(l->arena, l->pos), v);
}
