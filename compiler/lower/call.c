/*
 * Calls, function literals and method values, go and defer, print, panic and recover.
 */
#include "lower/private.h"

enum { LARGE_RESULT = 1 << 16 /* bytes */ };

/* ---------------------------------------------------------------- calls */

static bool is_dynamic(const Node *callee)
{
	return callee->op != OFUNCNAME && callee->op != OMETHEXPR && callee->op != ODOTMETH;
}

/* Callee value or receiver, and the arguments, in one list. */
static NodeList call_operands(Lower *l, const Node *n)
{
	NodeList parts = {0};
	if (n->op == OCALLMETH || n->op == OCALLINTER)
		vec_push(l->arena, parts, n->x->x);
	else if (is_dynamic(n->x))
		vec_push(l->arena, parts, n->x);
	for (uint32_t i = 0; i < n->list.len; i++)
		vec_push(l->arena, parts, n->list.data[i]);
	return parts;
}

/* What is called through an interface that can only hold values of type t: what its itab has, or,
 * for a value behind a pointer, the method itself, which spares the wrapper. */
static Func *only_method(Lower *l, Type *t, const Obj *method)
{
	Selection *s = types_lookup(t, method->pkg, method->name);
	if (s->npath == 0 && !s->obj->is_ptr_recv && !type_is_pointer(t))
		return ir_func_of(s->obj);
	return ir_method_wrapper(l->package, t, s, true);
}

/* Is a call on the interface value x one of a method of the only type that x is said to have? */
static void check_only_type(Lower *l, const Node *callee, Node *x)
{
	Type *t = callee->y->type, *truth = type_basic[T_BOOL];
	Node *word = lower_copy(l, lower_type_word(l, x, x->type));
	Node *other = lower_binary(l, OANDAND, truth,
				   lower_binary(l, ONE, truth, word, lower_nil(l, word->type)),
				   lower_binary(l, ONE, truth, word, lower_type(l, t)));
	const Selection *s = types_lookup(t, callee->sel->pkg, callee->sel->name);
	if (type_is_pointer(t) &&
	    !s->obj->is_ptr_recv) /* it may stand for both (escape/direct.c) */
		other = lower_binary(
			l, OANDAND, truth, other,
			lower_binary(l, ONE, truth, word, lower_type(l, type_elem(t))));
	NodeList then = {0};
	NodeList *outer = lower_begin(l, &then);
	lower_call(l, "othertype", NULL, 0);
	lower_end(l, outer);
	lower_if(l, other, then, (NodeList){0});
}

static void check_call(Lower *l, const Node *n, NodeList *parts)
{
	if (!l->package->checks_whole || n->op != OCALLINTER || !n->x->y || n->x->y->op != OTYPE ||
	    !ir_runtime_func_or_null("othertype"))
		return;
	parts->data[0] = lower_stable(l, parts->data[0]);
	check_only_type(l, n->x, parts->data[0]);
}

/* The call on operands that are in the order of call_operands. */
static Node *assemble(Lower *l, const Node *n, const NodeList *parts)
{
	Node *call = lower_node(l, n->op == OCALLINTER ? OCALLINTER : OCALLFUNC, n->type);
	call->pos = n->pos;
	call->inl = n->inl;
	uint32_t first = 0;
	if (n->op == OCALLINTER) {
		Node *callee = NEW(l->arena, Node);
		*callee = *n->x;
		callee->x = parts->data[first++];
		if (n->x->y && n->x->y->op == OTYPE)
			callee->y = ir_func_name(l->arena, n->pos,
						 only_method(l, n->x->y->type, n->x->sel));
		call->x = callee;
	} else if (is_dynamic(n->x)) {
		call->x = parts->data[first++];
	} else {
		call->x = ir_func_name(l->arena, n->pos, n->x->func);
	}
	for (uint32_t i = first; i < parts->len; i++)
		vec_push(l->arena, call->list, parts->data[i]);
	return call;
}

/* uintptr(p) as an argument: p is kept in a variable too. */
static void hold_pointer(Lower *l, Node *arg, NodeList *held)
{
	bool converts = (arg->op == OCONV || arg->op == OCONVNOP) && arg->x &&
			type_kind(arg->type) == T_UINTPTR &&
			type_kind(arg->x->type) == T_UNSAFE_POINTER;
	if (!converts)
		return;
	Node *t = lower_temp(l, arg->x->type), *as = lower_node(l, OAS, NULL);
	as->x = t;
	as->y = arg->x;
	vec_push(l->arena, arg->init, as);
	arg->x = t;
	vec_push(l->arena, *held, t);
}

/* Do pointers passed as integers live as long as the call? Those to a function marked
 * `go:uintptrescapes` or `go:uintptrkeepalive`, and to one in assembly. */
static bool holds_pointers(const Func *f)
{
	return f->pragma & (PRAGMA_UINTPTRESCAPES | PRAGMA_UINTPTRKEEPALIVE) ||
	       (!f->has_body && !f->c_call);
}

static NodeList hold_pointers(Lower *l, const Node *n)
{
	NodeList held = n->rlist;
	const Func *callee = n->op == OCALLINTER || is_dynamic(n->x) ? NULL : n->x->func;
	if (!callee || !holds_pointers(callee))
		return held;
	for (uint32_t i = 0; i < n->list.len; i++) {
		Node *arg = n->list.data[i];
		hold_pointer(l, arg, &held);
		for (uint32_t k = 0; arg->op == OSLICELIT && k < arg->list.len; k++)
			hold_pointer(l, arg->list.data[k], &held);
	}
	return held;
}

Node *lower_call_expr(Lower *l, Node *n)
{
	NodeList held = hold_pointers(l, n);
	NodeList parts = call_operands(l, n);
	lower_exprs(l, &parts);
	check_call(l, n, &parts);
	Node *call = assemble(l, n, &parts);
	call->rlist = held;
	return call;
}

/* A place for a result. Large ones are used again when free: a few could fill the frame. */
static Node *result_temp(Lower *l, Type *type)
{
	for (uint32_t i = 0; i < l->spare.len; i++) {
		Node *t = l->spare.data[i];
		if (!type_identical(t->type, type))
			continue;
		l->spare.data[i] = vec_last(l->spare);
		l->spare.len--;
		return t;
	}
	return lower_temp(l, type);
}

Node *lower_call_value(Lower *l, Node *n)
{
	Node *call = lower_call_expr(l, n);
	Node *t = result_temp(l, n->type);
	lower_init(l, t, call);
	return t;
}

void lower_call_value_done(Lower *l, Node *value)
{
	if (value->op == ONAME && type_size(value->type) >= LARGE_RESULT)
		vec_push(l->arena, l->spare, value);
}

void lower_inlined(Lower *l, Node *n)
{
	lower_stmts(l, &n->init);
	lower_stmts(l, &n->body);
}

/* ---------------------------------------------------------------- closures */

/* The closure object {code, captured...} as a value of func type. */
static Node *make_closure(Lower *l, Type *type, Func *f, const NodeList *values, uint8_t esc)
{
	if (!f->closure_vars.len)
		return ir_func_name(l->arena, l->pos, f);
	Node *p = lower_stable(l, lower_new(l, lower_context_type(l, f), esc));
	Node *code = lower_node(l, OFUNCADDR, type_basic[T_UINTPTR]);
	code->func = f;
	lower_init(l, lower_field(l, p, 0), code);
	for (uint32_t i = 0; i < values->len; i++)
		lower_init(l, lower_field(l, p, (int)i + 1), values->data[i]);
	return lower_cast(l, type, p);
}

Node *lower_closure(Lower *l, Node *n)
{
	NodeList values = {0};
	for (uint32_t i = 0; i < n->func->closure_vars.len; i++) {
		Var *v = n->func->closure_vars.data[i];
		Node *value =
			lower_by_value(v) ? lower_var(l, v->outer) : lower_var_address(l, v->outer);
		vec_push(l->arena, values, value);
	}
	return make_closure(l, n->type, n->func, &values, n->esc);
}

/* Faults when the interface x is nil. */
static void check_interface(Lower *l, Node *x)
{
	Node *tab = lower_unary(l, OITAB, type_basic[T_UNSAFE_POINTER], x);
	lower_emit(l, lower_unary(l, OCHECKNIL, NULL, tab));
}

Node *lower_method_value(Lower *l, Node *n)
{
	Node *x = lower_expr(l, n->x);
	if (type_is_interface(x->type)) {
		x = lower_stable(l, x);
		check_interface(l, x);
	}
	NodeList values = {0};
	vec_push(l->arena, values, lower_stable(l, x));
	return make_closure(l, n->type, ir_method_value_func(l->package, n), &values, n->esc);
}

/* ---------------------------------------------------------------- go and defer */

/* func() without results, called without arguments: needs no wrapper. */
static bool is_plain(const Node *n)
{
	return n->op == OCALLFUNC && !n->list.len && !n->type && n->x->op != OMETHEXPR;
}

/* A constant or name of a function need not be kept in the closure. */
static Node *keep(Lower *l, Func *f, NodeList *values, Node *value)
{
	if (ir_is_const(value) || value->op == OFUNCNAME)
		return value;
	Var *v = NEW(l->arena, Var);
	v->name = str_printf(".a%u", values->len);
	v->class = VAR_LOCAL;
	v->type = value->type;
	v->pos = l->pos;
	v->func = f;
	v->id = f->next_var++;
	v->is_closure_var = v->by_value = true;
	v->node = ir_node(l->arena, ONAME, l->pos, value->type);
	v->node->var = v;
	vec_push(l->arena, f->closure_vars, v);
	vec_push(l->arena, *values, value);
	return v->node;
}

/* Operands are evaluated now; the function made here carries out the call n with them. */
static Func *wrap_call(Lower *l, Node *n, const char *what, NodeList *values)
{
	Func *outer = l->func;
	uint32_t number = ++outer->next_wrapper;
	Func *f = ir_new_func(l->package, n->pos, str_printf("%s.%s%u", outer->name, what, number),
			      str_printf("%s.%s%u", outer->symbol, what, number),
			      type_func(NULL, NULL, 0, NULL, 0, false));
	f->is_wrapper = true;
	Node *call = NEW(l->arena, Node);
	*call = *n;
	call->inl = 0;
	call->init = (NodeList){0};
	if (n->op == ORECOVER) {
		/* A deferred recover recovers what a call of it in the function at hand would. The
		 * stack may move meanwhile: what stays is the distance from its end. */
		enum { G_STACK_HI = 8 };
		Type *word = type_basic[T_UINTPTR];
		Node *g = lower_node(l, OGETG, type_basic[T_UNSAFE_POINTER]);
		Node *depth = lower_binary(l, OSUB, word, lower_load(l, word, g, G_STACK_HI),
					   lower_node(l, OCALLERSP, word));
		Node *frame = keep(l, f, values, depth);
		call = ir_call(l->arena, n->pos, ir_runtime_func("gorecoverDeferred"), 1, &frame);
	} else if (ir_is_call(n)) {
		NodeList held = hold_pointers(l, n), kept = {0};
		NodeList parts = call_operands(l, n), rest = parts;
		if (n->op == OCALLINTER) { /* a nil interface panics now, before the arguments */
			parts.data[0] = lower_stable(l, lower_expr(l, parts.data[0]));
			check_interface(l, parts.data[0]);
			rest.data++;
			rest.len--;
		}
		lower_exprs(l, &rest);
		check_call(l, n, &parts);
		for (uint32_t i = 0; i < parts.len; i++)
			parts.data[i] = keep(l, f, values, parts.data[i]);
		for (uint32_t i = 0; i < held.len; i++)
			vec_push(l->arena, kept, keep(l, f, values, held.data[i]));
		call = assemble(l, n, &parts);
		call->rlist = kept;
		call->inl = 0;
	} else {
		Node **operands[] = {&call->x, &call->y};
		for (int i = 0; i < 2; i++)
			if (*operands[i])
				*operands[i] = keep(l, f, values,
						    lower_stable(l, lower_expr(l, *operands[i])));
		NodeList list = {0};
		for (uint32_t i = 0; i < n->list.len; i++)
			vec_push(l->arena, list, n->list.data[i]);
		lower_exprs(l, &list);
		for (uint32_t i = 0; i < list.len; i++)
			list.data[i] = keep(l, f, values, list.data[i]);
		call->list = list;
	}
	vec_push(l->arena, f->body, call);
	return f;
}

/* The func() value that go and defer run. */
static Node *call_closure(Lower *l, Node *n, const char *what, uint8_t esc)
{
	lower_stmts(l, &n->init);
	if (is_plain(n))
		return n->x->op == OFUNCNAME ? n->x : lower_expr(l, n->x);
	NodeList values = {0};
	Func *f = wrap_call(l, n, what, &values);
	return make_closure(l, f->type, f, &values, esc);
}

void lower_go(Lower *l, Node *n)
{
	Node *fn = call_closure(l, n->x, "gowrap", ESC_HEAP);
	lower_call(l, "newproc", NULL, 1, fn);
}

/* A nil function is only found out when the deferred call is made; so fn is just stored. */
void lower_defer(Lower *l, Node *n)
{
	bool loop = n->flags & NF_LOOP;
	Node *fn = call_closure(l, n->x, "deferwrap", loop ? ESC_HEAP : ESC_STACK);
	if (loop) {
		lower_call(l, "deferproc", NULL, 1, fn);
		return;
	}
	Type *record = ir_runtime_type("_defer");
	Node *d = lower_temp(l, record);
	lower_init(l, d, NULL);
	for (int i = 0; i < type_nfields(record); i++)
		if (type_field(record, i)->name == STR("fn"))
			lower_init(l, lower_field(l, d, i), fn);
	lower_call(l, "deferprocStack", NULL, 1, lower_address(l, d));
}

/* ---------------------------------------------------------------- print, panic, recover */

static Node *widen(Lower *l, TypeKind kind, Node *x)
{
	Type *t = type_basic[kind];
	if (type_identical(x->type, t))
		return x;
	bool same = type_size(x->type) == type_size(t) && !type_is_float(t);
	return lower_unary(l, same ? OCONVNOP : OCONV, t, x);
}

static void print_value(Lower *l, Node *x)
{
	Type *t = x->type;
	if (type_is_interface(t)) {
		bool empty = type_is_empty_interface(t);
		lower_call(l, empty ? "printeface" : "printiface", NULL, 1,
			   lower_cast(l, type_empty_interface, x));
	} else if (type_is_boolean(t)) {
		lower_call(l, "printbool", NULL, 1, lower_cast(l, type_basic[T_BOOL], x));
	} else if (type_is_unsigned(t)) {
		lower_call(l, "printuint", NULL, 1, widen(l, T_UINT64, x));
	} else if (type_is_integer(t)) {
		lower_call(l, "printint", NULL, 1, widen(l, T_INT64, x));
	} else if (type_is_float(t)) {
		lower_call(l, "printfloat", NULL, 1, widen(l, T_FLOAT64, x));
	} else if (type_is_complex(t)) {
		Type *part = type_basic[type_size(t) == 16 ? T_FLOAT64 : T_FLOAT32];
		x = lower_stable(l, x);
		Node *re = widen(l, T_FLOAT64, lower_unary(l, OREAL, part, x));
		Node *im = widen(l, T_FLOAT64, lower_unary(l, OIMAG, part, x));
		lower_call(l, "printcomplex", NULL, 1,
			   lower_binary(l, OCOMPLEX, type_basic[T_COMPLEX128], re, im));
	} else if (type_is_string(t)) {
		lower_call(l, "printstring", NULL, 1, lower_cast(l, type_basic[T_STRING], x));
	} else if (type_kind(t) == T_SLICE) {
		lower_call(l, "printslice", NULL, 1,
			   lower_cast(l, type_slice(type_basic[T_UINT8]), x));
	} else {
		lower_call(l, "printpointer", NULL, 1,
			   lower_cast(l, type_basic[T_UNSAFE_POINTER], x));
	}
}

/* What may panic is computed before the lock is taken: the panic prints too. */
void lower_print(Lower *l, Node *n)
{
	NodeList args = {0};
	for (uint32_t i = 0; i < n->list.len; i++)
		vec_push(l->arena, args, n->list.data[i]);
	lower_exprs(l, &args);
	for (uint32_t i = 0; i < args.len; i++) {
		Node *x = args.data[i];
		if (x->op != ONAME && x->op != OLITERAL && x->op != ONIL)
			args.data[i] = lower_copy(l, x);
	}
	lower_call(l, "printlock", NULL, 0);
	for (uint32_t i = 0; i < args.len; i++) {
		if (i && n->op == OPRINTLN)
			lower_call(l, "printsp", NULL, 0);
		print_value(l, args.data[i]);
	}
	if (n->op == OPRINTLN)
		lower_call(l, "printnl", NULL, 0);
	lower_call(l, "printunlock", NULL, 0);
}

void lower_panic(Lower *l, Node *n)
{
	lower_call(l, "gopanic", NULL, 1, lower_expr(l, n->x));
	lower_emit(l, lower_node(l, OUNREACHABLE, NULL));
}

Node *lower_recover(Lower *l, Node *n)
{
	Node *frame = n->x ? lower_expr(l, n->x) : lower_node(l, OCALLERSP, type_basic[T_UINTPTR]);
	return lower_call(l, "gorecover", n->type, 1, frame);
}
