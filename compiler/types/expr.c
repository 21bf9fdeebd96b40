// Expressions: mode, type and constant value of names, selectors, operations and literals. Index
// expressions are in index.c, composite literals in literal.c, calls in call.c; what the context
// does to an operand is in operand.c.
#include "types/checker.h"

#include <ctype.h>

// ---- Names

static void use_object(Checker *c, Expr *e, Obj *o)
{
	e->obj = o;
	check_resolve(c, o);
	check_use(c, o);
	switch (o->kind) {
	case O_VAR: operand_set(e, MODE_VAR, o->type ? o->type : type_basic[T_INVALID]); break;
	case O_CONST:
		if (o->type == NULL || o->type->kind == T_INVALID || !o->value)
			operand_bad(e);
		else
			operand_constant(e, o->type, o->value);
		break;
	case O_TYPE: operand_set(e, MODE_TYPE, o->type); break;
	case O_FUNC: operand_set(e, MODE_VALUE, o->type); break;
	case O_BUILTIN: operand_set(e, MODE_BUILTIN, type_basic[T_INVALID]); break;
	case O_NIL: operand_set(e, MODE_VALUE, type_basic[T_UNTYPED_NIL]); break;
	default: operand_bad(e); return;
	}
	if (o->kind == O_VAR && e->type->kind == T_INVALID)
		operand_bad(e);
}

static bool is_newer_builtin(const Checker *c, const Expr *e)
{
	return c->config->lang_minor >= 21 &&
	       (e->name == STR("min") || e->name == STR("max") || e->name == STR("clear"));
}

// The object a name denotes here, or NULL (reported). Marks it used.
Obj *check_lookup(Checker *c, Expr *e)
{
	Obj *o = scope_lookup_parent(c->scope, e->name, 0, NULL);
	if (!o && is_newer_builtin(c, e)) {
		diag_unsupported(e->pos, "the builtin function %s of Go 1.21", e->name);
		return NULL;
	}
	if (!o) {
		check_error(c, e,
			    e->name == STR("_") ? "cannot use _ as value or type" : "undefined: %s",
			    e->name);
		if (e->name != STR("_"))
			check_hint_name(c, e);
		return NULL;
	}
	if (o->kind == O_PKG) {
		check_error(c, e, "use of package %s not in selector", e->name);
		return NULL;
	}
	Obj *import = c->dot_imports.arena ? map_get(&c->dot_imports, o) : NULL;
	if (import)
		import->used = true;
	o->used = true;
	return o;
}

static void name(Checker *c, Expr *e)
{
	Obj *o = check_lookup(c, e);
	if (!o) {
		operand_bad(e);
		return;
	}
	if (o->kind == O_CONST && !o->pkg && o->name == STR("iota")) {
		e->obj = o;
		if (c->iota) {
			operand_constant(e, type_basic[T_UNTYPED_INT], c->iota);
			return;
		}
		check_error(c, e, "cannot use iota outside constant declaration");
		operand_bad(e);
		return;
	}
	use_object(c, e, o);
}

// ---- Selectors

static Selection *new_selection(SelectionKind kind, Obj *o)
{
	Selection *s = NEW(types_arena, Selection);
	s->kind = kind;
	s->obj = o;
	return s;
}

static bool qualified(Checker *c, Expr *e)
{
	Expr *x = e->selector.x;
	if (x->kind != EX_NAME)
		return false;
	Obj *p = scope_lookup_parent(c->scope, x->name, 0, NULL);
	if (!p || p->kind != O_PKG)
		return false;
	p->used = true;
	x->obj = p;
	x->mode = MODE_INVALID;
	Expr *sel = e->selector.sel;
	Obj *o = scope_lookup(p->imported->scope, sel->name);
	if (p->imported->is_fake) {
		operand_bad(e);
		return true;
	}
	if (!o || !obj_is_exported(o)) {
		check_error(c, sel, "undefined: %s", check_text(e));
		check_hint_member(e, p->imported);
		operand_bad(e);
		return true;
	}
	use_object(c, e, o);
	sel->obj = o;
	e->info = new_selection(SEL_QUALIFIED, o);
	return true;
}

// A method's signature with the receiver as first parameter.
static Type *method_expr_type(Type *recv, Type *m)
{
	Obj **params = NEW_ARRAY(types_arena, Obj *, m->nparams + 1);
	Str name = STR("");
	if (m->nparams && *m->params[0]->name) {
		name = m->recv ? m->recv->name : STR("_");
		if (!*name)
			name = STR("_");
	}
	params[0] = obj_new(O_VAR, NO_POS, NULL, name, recv);
	for (int i = 0; i < m->nparams; i++)
		params[i + 1] = m->params[i];
	return type_func(NULL, params, m->nparams + 1, m->results, m->nresults, m->variadic);
}

static void no_member(Checker *c, Expr *e)
{
	Expr *x = e->selector.x, *sel = e->selector.sel;
	operand_bad(e);
	const Type *t = x->type;
	while (t->kind == T_NAMED && t->underlying)
		t = t->underlying;
	if (t->kind == T_INVALID)
		return; // reported; a type that is not complete has no members yet
	if (types_is_ambiguous(x->type, c->package, sel->name)) {
		check_error(c, sel, "ambiguous selector %s", check_text(e));
		return;
	}
	const char *why = check_pointer_to_interface(c, x->type);
	if (!why) {
		why = arena_printf(types_arena, "type %s has no field or method %s",
				   check_type_text(c, x->type), sel->name);
		char *other = arena_copy(types_arena, sel->name, str_len(sel->name));
		*other = (char)(isupper((unsigned char)*other) ? tolower((unsigned char)*other)
							       : toupper((unsigned char)*other));
		if (types_lookup(x->type, c->package, str_intern(other)))
			why = arena_printf(types_arena, "%s, but does have %s", why, other);
	}
	check_error(c, sel, "%s undefined (%s)", check_text(e), why);
	check_hint_selector(c, e);
}

// T.m
static void method_expr(Checker *c, Expr *e, Selection *s)
{
	Expr *x = e->selector.x, *sel = e->selector.sel;
	const char *type = check_type_text(c, x->type);
	if (s->kind != SEL_METHOD) {
		check_error(c, sel, "%s undefined (type %s has no method %s)", check_text(e), type,
			    sel->name);
		operand_bad(e);
		return;
	}
	if (s->obj->is_ptr_recv && !s->indirect) {
		check_error(c, sel, "cannot call pointer method %s on %s", sel->name, type);
		operand_bad(e);
		return;
	}
	s->kind = SEL_METHOD_EXPR;
	check_use(c, s->obj);
	operand_set(e, MODE_VALUE, method_expr_type(x->type, type_under(s->obj->type)));
}

static void selector(Checker *c, Expr *e)
{
	if (qualified(c, e))
		return;
	Expr *x = e->selector.x;
	check_raw(c, x, NULL);
	if (x->mode == MODE_BUILTIN) {
		check_error_at(c, e->pos, "cannot select on %s (built-in)", check_text(x));
		operand_bad(x);
	}
	if (x->mode == MODE_NOVALUE)
		check_exclude(c, x);
	check_single(c, x);
	if (operand_is_bad(x)) {
		operand_bad(e);
		return;
	}
	Selection *s = types_lookup(x->type, c->package, e->selector.sel->name);
	if (!s) {
		no_member(c, e);
		return;
	}
	e->info = s;
	e->obj = e->selector.sel->obj = s->obj;
	check_resolve(c, s->obj);
	if (x->mode == MODE_TYPE) {
		method_expr(c, e, s);
		return;
	}
	if (s->kind == SEL_FIELD) {
		operand_set(e, x->mode == MODE_VAR || s->indirect ? MODE_VAR : MODE_VALUE,
			    s->obj->type);
		if (s->obj->type->kind == T_INVALID)
			operand_bad(e);
		return;
	}
	if (s->obj->is_ptr_recv && !s->indirect && x->mode != MODE_VAR) {
		check_error(c, e->selector.sel, "cannot call pointer method %s on %s", s->obj->name,
			    check_type_text(c, x->type));
		operand_bad(e);
		return;
	}
	check_use(c, s->obj);
	Type *m = type_under(s->obj->type);
	operand_set(e, MODE_VALUE,
		    type_func(NULL, m->params, m->nparams, m->results, m->nresults, m->variadic));
}

// ---- Constant results

static const char *operation_name(const Expr *e)
{
	int op = e->kind == EX_BINARY  ? e->binary.op
		 : e->kind == EX_UNARY ? e->unary.op
				       : OPER_NONE;
	switch (op) {
	case OPER_ADD: return e->kind == EX_BINARY ? "addition " : "";
	case OPER_SUB: return e->kind == EX_BINARY ? "subtraction " : "";
	case OPER_XOR: return e->kind == EX_BINARY ? "bitwise XOR " : "bitwise complement ";
	case OPER_MUL: return "multiplication ";
	case OPER_SHL: return "shift ";
	}
	return "";
}

static void overflow(Checker *c, Expr *e)
{
	Pos at = e->kind == EX_BINARY || e->kind == EX_UNARY ? e->pos : check_pos(e);
	if (!e->value)
		return;
	if (e->value->kind == CONST_UNKNOWN) {
		check_error_at(c, at, "constant result is not representable");
		return;
	}
	Const *rounded = e->value;
	if (type_is_untyped(e->type)) {
		if (!const_is_huge(e->value))
			return;
		check_error_at(c, at, "constant %soverflow", operation_name(e));
		operand_bad(e);
		return;
	}
	if (!const_representable(e->value, e->type, &rounded)) {
		bool truncated = false; // the operands are of this type already
		check_error(c, e, truncated ? "%s truncated to %s" : "%s overflows %s",
			    check_operand(c, e), check_type_text(c, type_under(e->type)));
		operand_bad(e);
		return;
	}
	e->value = rounded;
}

// ---- Unary operators

static void address_of(Checker *c, Expr *e, Type *hint)
{
	Expr *x = e->unary.x, *operand = syntax_unparen(x);
	bool literal = operand->kind == EX_COMPOSITE;
	Type *inner = hint && type_is_pointer(hint) ? type_elem(hint) : NULL;
	check_hinted(c, x, literal ? inner : NULL);
	if (operand_is_bad(x)) {
		operand_bad(e);
	} else if (!literal && x->mode != MODE_VAR) {
		check_error(c, x, "invalid operation: cannot take address of %s",
			    check_operand(c, x));
		operand_bad(e);
	} else {
		operand_set(e, MODE_VALUE, type_pointer(x->type));
	}
}

static void receive(Checker *c, Expr *e)
{
	Expr *x = e->unary.x;
	Type *u = type_under(x->type);
	if (u->kind == T_CHAN && u->dir != CHAN_SEND) {
		operand_set(e, MODE_COMMAOK, u->elem);
		return;
	}
	check_error(c, x, "invalid operation: cannot receive from %s %s",
		    u->kind == T_CHAN ? "send-only channel" : "non-channel", check_operand(c, x));
	operand_bad(e);
}

static bool unary_applies(int op, Type *t)
{
	switch (op) {
	case OPER_NOT: return type_is_boolean(t);
	case OPER_XOR: return type_is_integer(t);
	default: return type_is_numeric(t);
	}
}

static void unary(Checker *c, Expr *e, Type *hint)
{
	Expr *x = e->unary.x;
	if (e->unary.op == OPER_AND) {
		address_of(c, e, hint);
		return;
	}
	check_expr(c, x);
	if (operand_is_bad(x)) {
		operand_bad(e);
		return;
	}
	if (e->unary.op == OPER_RECV) {
		receive(c, e);
		return;
	}
	if (e->unary.op == OPER_TILDE) {
		check_error(c, e, "cannot use ~ outside of interface or type constraint");
		operand_bad(e);
		return;
	}
	if (!unary_applies(e->unary.op, x->type)) {
		check_error(c, x, "invalid operation: operator %s not defined on %s",
			    operator_text[e->unary.op], check_operand(c, x));
		operand_bad(e);
		return;
	}
	operand_set(e, MODE_VALUE, x->type);
	if (!x->value)
		return;
	if (x->value->kind == CONST_UNKNOWN) {
		operand_bad(e);
		return;
	}
	operand_constant(
		e, x->type,
		const_unary(e->unary.op, x->value, type_is_untyped(x->type) ? NULL : x->type));
	overflow(c, e);
}

// ---- Shifts

enum { MAX_SHIFT = 1023 - 1 + 52 }; // enough to write the smallest float64

static bool shift_count(Checker *c, Expr *y)
{
	if (!y->value) {
		if (type_is_untyped(y->type)) {
			check_convert(c, y, type_basic[T_UINT]);
			return !operand_is_bad(y);
		}
		if (!type_is_integer(y->type))
			check_error(c, y, "invalid operation: shift count %s must be integer",
				    check_operand(c, y));
		else if (!type_is_unsigned(y->type) && check_older(c, 13))
			check_error(c, y,
				    "invalid operation: signed shift count %s requires go1.13 or "
				    "later",
				    check_operand(c, y));
		else
			return true;
		return false;
	}
	Const *count = const_to_int(y->value);
	if (count->kind == CONST_INT && const_sign(count) < 0) {
		check_error(c, y, "invalid operation: negative shift count %s",
			    check_operand(c, y));
		return false;
	}
	if (type_is_untyped(y->type)) {
		check_convert(c, y, type_basic[T_UINT]);
		return !operand_is_bad(y);
	}
	if (type_is_integer(y->type))
		return true;
	check_error(c, y, "invalid operation: shift count %s must be integer", check_operand(c, y));
	return false;
}

/* `written` is the type that the count had before it became an uint. */
static void constant_shift(Checker *c, Expr *e, Type *written)
{
	Expr *x = e->binary.x, *y = e->binary.y;
	if (!const_is_int64(y->value) || const_int64(y->value) > MAX_SHIFT) {
		Type *type = y->type;
		y->type = written;
		check_error(c, y, "invalid operation: invalid shift count %s", check_operand(c, y));
		y->type = type;
		operand_bad(e);
		return;
	}
	Type *t = type_is_untyped(x->type) && !type_is_integer(x->type) ? type_basic[T_UNTYPED_INT]
									: x->type;
	operand_constant(e, t,
			 const_shift(x->value, e->binary.op, (unsigned long)const_int64(y->value)));
	overflow(c, e);
}

static void shift(Checker *c, Expr *e)
{
	Expr *x = e->binary.x, *y = e->binary.y;
	bool whole =
		x->value && type_is_untyped(x->type) && const_to_int(x->value)->kind == CONST_INT;
	if (!type_is_integer(x->type) && !whole) {
		check_error(c, x, "invalid operation: shifted operand %s must be integer",
			    check_operand(c, x));
		operand_bad(e);
		return;
	}
	Type *written = y->type;
	if (!shift_count(c, y)) {
		operand_bad(e);
		return;
	}
	if (x->value && y->value) {
		constant_shift(c, e, written);
		return;
	}
	if (x->value && type_is_untyped(x->type))
		x->flags |= EXPR_SHIFTED;
	operand_set(e, MODE_VALUE, x->type);
}

// ---- Comparisons

static const char *kind_text(Checker *c, Type *t)
{
	switch (type_kind(t)) {
	case T_ARRAY: return "array";
	case T_SLICE: return "slice";
	case T_STRUCT: return "struct";
	case T_POINTER: return "pointer";
	case T_FUNC: return "func";
	case T_INTERFACE: return "interface";
	case T_MAP: return "map";
	case T_CHAN: return "chan";
	default: return check_type_text(c, t);
	}
}

// Why values of type t cannot be compared; NULL when they can.
static const char *incomparable(Checker *c, Type *t)
{
	Type *u = type_under(t);
	if (type_is_comparable(t))
		return NULL;
	if (u->kind == T_SLICE || u->kind == T_MAP || u->kind == T_FUNC)
		return arena_printf(types_arena, "%s can only be compared to nil", kind_text(c, t));
	for (int i = 0; u->kind == T_STRUCT && i < u->nfields; i++)
		if (!type_is_comparable(u->fields[i]->type))
			return arena_printf(types_arena, "struct containing %s cannot be compared",
					    check_type_text(c, u->fields[i]->type));
	if (u->kind == T_ARRAY)
		return arena_printf(types_arena, "%s cannot be compared", check_type_text(c, t));
	return "";
}

// The operand at fault in x op y (NULL: none) and the cause, "" the usual one.
static Expr *comparison_fault(Checker *c, Expr *x, Expr *y, int op, const char **cause)
{
	*cause = "";
	if (!types_assignable_to(x->type, y->type) && !types_assignable_to(y->type, x->type)) {
		*cause = arena_printf(types_arena, "mismatched types %s and %s",
				      check_type_text(c, x->type), check_type_text(c, y->type));
		return y;
	}
	if (op != OPER_EQ && op != OPER_NE)
		return !type_is_ordered(x->type) ? x : !type_is_ordered(y->type) ? y : NULL;
	if (x->mode == MODE_NIL || y->mode == MODE_NIL || operand_is_nil(x) || operand_is_nil(y)) {
		bool x_nil = x->mode == MODE_NIL || operand_is_nil(x);
		Type *other = x_nil ? y->type : x->type;
		return type_has_nil(other) && other->kind != T_UNTYPED_NIL ? NULL : y;
	}
	const char *why = incomparable(c, x->type);
	Expr *fault = x;
	if (!why) {
		why = incomparable(c, y->type);
		fault = y;
	}
	if (why)
		*cause = why;
	return why ? fault : NULL;
}

void check_comparison(Checker *c, Expr *x, Expr *y, int op, Expr *e, bool is_case)
{
	const char *cause;
	Expr *fault = comparison_fault(c, x, y, op, &cause);
	if (fault) {
		if (!*cause)
			cause = arena_printf(types_arena, "operator %s not defined on %s",
					     operator_text[op], kind_text(c, fault->type));
		if (is_case)
			check_error(c, x, "invalid case %s in switch on %s (%s)", check_text(x),
				    check_text(y), cause);
		else
			check_error(c, fault, "invalid operation: %s %s %s (%s)", check_text(x),
				    operator_text[op], check_text(y), cause);
		operand_bad(e);
		return;
	}
	if (x->value && y->value) {
		operand_constant(e, type_basic[T_UNTYPED_BOOL],
				 const_bool(const_compare(x->value, op, y->value)));
		return; // the operands are never made
	}
	operand_set(e, MODE_VALUE, type_basic[T_UNTYPED_BOOL]);
	check_default(c, x);
	check_default(c, y);
}

// ---- Binary operators

// Whether an untyped operand may take the type of the other one.
static bool may_convert(const Expr *x, const Expr *y)
{
	Type *s = x->type, *t = y->type;
	if (!type_is_untyped(s) && !type_is_untyped(t))
		return false;
	if (type_is_interface(s) || type_is_interface(t))
		return true;
	if (type_is_boolean(s) != type_is_boolean(t) || type_is_string(s) != type_is_string(t))
		return false;
	if (operand_is_nil(x))
		return type_has_nil(t);
	if (operand_is_nil(y))
		return type_has_nil(s);
	return true;
}

bool check_match(Checker *c, Expr *x, Expr *y)
{
	if (!may_convert(x, y))
		return true;
	check_convert(c, x, y->type);
	if (!operand_is_bad(x))
		check_convert(c, y, x->type);
	return !operand_is_bad(x) && !operand_is_bad(y);
}

static bool operator_applies(int op, Type *t)
{
	switch (op) {
	case OPER_ADD: return type_is_numeric(t) || type_is_string(t);
	case OPER_SUB:
	case OPER_MUL:
	case OPER_DIV: return type_is_numeric(t);
	case OPER_ANDAND:
	case OPER_OROR: return type_is_boolean(t);
	default: return type_is_integer(t);
	}
}

static void mismatched(Checker *c, Expr *e, bool assigns)
{
	Expr *x = e->binary.x, *y = e->binary.y;
	const char *xt = check_type_text(c, x->type), *yt = check_type_text(c, y->type);
	operand_bad(e);
	if (x->type->kind == T_INVALID || y->type->kind == T_INVALID)
		return;
	if (assigns)
		check_error(c, x, "invalid operation: %s %s= %s (mismatched types %s and %s)",
			    check_text(x), operator_text[e->binary.op], check_text(y), xt, yt);
	else
		check_error(c, e, "invalid operation: %s (mismatched types %s and %s)",
			    check_text(e), xt, yt);
	check_hint_types(c, y, x->type);
}

// A constant divisor that is zero, or complex and so small that its square is.
static bool divides_by_zero(const Expr *x, const Expr *y)
{
	if (!y->value || (!x->value && !type_is_integer(x->type)))
		return false;
	if (const_is_zero(y->value))
		return true;
	if (!x->value || !type_is_complex(x->type))
		return false;
	Const *re = const_real(y->value), *im = const_imag(y->value);
	return const_is_zero(const_binary(re, OPER_MUL, re, false)) &&
	       const_is_zero(const_binary(im, OPER_MUL, im, false));
}

static void arithmetic(Checker *c, Expr *e)
{
	Expr *x = e->binary.x, *y = e->binary.y;
	int op = e->binary.op;
	if (!operator_applies(op, x->type)) {
		check_error(c, x, "invalid operation: operator %s not defined on %s",
			    operator_text[op], check_operand(c, x));
		operand_bad(e);
		return;
	}
	if ((op == OPER_DIV || op == OPER_REM) && divides_by_zero(x, y)) {
		check_error(c, y, "invalid operation: division by zero");
		operand_bad(e);
		return;
	}
	operand_set(e, MODE_VALUE, x->type);
	if (!x->value || !y->value)
		return;
	if (x->value->kind == CONST_UNKNOWN || y->value->kind == CONST_UNKNOWN) {
		operand_bad(e);
		return;
	}
	bool integer = type_is_integer(x->type) && type_is_integer(y->type);
	operand_constant(e, x->type, const_binary(x->value, op, y->value, integer));
	overflow(c, e);
}

void check_binary(Checker *c, Expr *e, bool assigns)
{
	Expr *x = e->binary.x, *y = e->binary.y;
	int op = e->binary.op;
	check_expr(c, x);
	check_expr(c, y);
	if (operand_is_bad(x) || operand_is_bad(y)) {
		operand_bad(e);
		return;
	}
	if (op == OPER_SHL || op == OPER_SHR) {
		shift(c, e);
		return;
	}
	if (!check_match(c, x, y)) {
		operand_bad(e);
		return;
	}
	if (op >= OPER_EQ && op <= OPER_GE)
		check_comparison(c, x, y, op, e, false);
	else if (!type_identical(x->type, y->type))
		mismatched(c, e, assigns);
	else
		arithmetic(c, e);
}

// ---- Other expressions

static void func_lit(Checker *c, Expr *e)
{
	Type *t = check_signature(c, NULL, e->func_lit.type);
	operand_set(e, MODE_VALUE, t);
	Expr *outer = c->closure;
	Pos error_pos = c->error_pos;
	c->closure = e;
	c->error_pos = NO_POS;
	check_func_body(c, t, e->func_lit.type, NULL, e->func_lit.body);
	c->error_pos = error_pos;
	c->closure = outer;
}

static void star(Checker *c, Expr *e)
{
	Expr *x = e->star.x;
	check_raw(c, x, NULL);
	if (x->mode == MODE_TYPE && x->type->kind != T_INVALID) {
		operand_set(e, MODE_TYPE, type_pointer(x->type));
		return;
	}
	check_exclude(c, x);
	check_single(c, x);
	if (operand_is_bad(x)) {
		operand_bad(e);
		return;
	}
	if (operand_is_nil(x) || !type_is_pointer(x->type)) {
		check_error(c, x,
			    operand_is_nil(x) ? "invalid operation: cannot indirect %s"
					      : "invalid operation: cannot indirect %s",
			    check_operand(c, x));
		operand_bad(e);
		return;
	}
	operand_set(e, MODE_VAR, type_elem(x->type));
}

// Forms of numbers that came with Go 1.13.
static void literal_version(Checker *c, const Expr *e)
{
	const char *s = e->literal.text, *what = NULL;
	int lang = check_older(c, 13), radix = s[0] == '0' ? s[1] | 0x20 : 0;
	if (!lang)
		return;
	if (strchr(s, '_'))
		what = "underscores in numeric literals";
	else if (radix == 'b')
		what = "binary literals";
	else if (radix == 'o')
		what = "0o/0O-style octal literals";
	else if (radix == 'x' && e->literal.kind != LIT_INT)
		what = "hexadecimal floating-point literals";
	if (what)
		check_error(c, e, REQUIRES, what, 13, lang);
}

static void literal(Checker *c, Expr *e)
{
	static const TypeKind kinds[] = {[LIT_INT] = T_UNTYPED_INT,
					 [LIT_FLOAT] = T_UNTYPED_FLOAT,
					 [LIT_IMAG] = T_UNTYPED_COMPLEX,
					 [LIT_RUNE] = T_UNTYPED_RUNE,
					 [LIT_STRING] = T_UNTYPED_STRING};
	enum { LONGEST = 10000 };
	if (e->literal.bad) {
		operand_bad(e);
		return;
	}
	bool number = e->literal.kind <= LIT_IMAG;
	if (number && str_len(e->literal.text) > LONGEST) {
		check_error(c, e, "excessively long constant: %.10s... (%u chars)", e->literal.text,
			    (unsigned)str_len(e->literal.text));
		operand_bad(e);
		return;
	}
	if (number)
		literal_version(c, e);
	operand_constant(e, type_basic[kinds[e->literal.kind]], const_from_literal(e));
	if (e->value->kind == CONST_UNKNOWN) {
		check_error(c, e, "malformed constant: %s", e->literal.text);
		operand_bad(e);
		return;
	}
	overflow(c, e);
}

static void parenthesized(Checker *c, Expr *e, Type *hint)
{
	Expr *x = e->paren.x;
	check_raw(c, x, hint);
	e->mode = x->mode;
	e->type = x->type;
	e->value = x->value;
	e->obj = x->obj;
}

// What types in an expression are part of.
static bool may_hold_types(const Expr *e)
{
	return e->kind == EX_COMPOSITE || e->kind == EX_FUNC_LIT || e->kind == EX_ASSERT ||
	       e->kind == EX_CALL;
}

static void any_expr(Checker *c, Expr *e, Type *hint)
{
	e->value = NULL;
	e->flags &= (uint16_t)~EXPR_SHIFTED;
	switch ((ExprKind)e->kind) {
	case EX_NAME: name(c, e); break;
	case EX_LITERAL: literal(c, e); break;
	case EX_COMPOSITE: check_composite(c, e, hint); break;
	case EX_FUNC_LIT: func_lit(c, e); break;
	case EX_PAREN: parenthesized(c, e, hint); break;
	case EX_SELECTOR: selector(c, e); break;
	case EX_INDEX: check_index_expr(c, e); break;
	case EX_SLICE: check_slice_expr(c, e); break;
	case EX_ASSERT: check_assertion(c, e); break;
	case EX_CALL: check_call(c, e); break;
	case EX_STAR: star(c, e); break;
	case EX_UNARY: unary(c, e, hint); break;
	case EX_BINARY: check_binary(c, e, false); break;
	case EX_BAD: operand_bad(e); break;
	case EX_KEY_VALUE:
		check_error(c, e, "invalid AST: no key:value expected");
		operand_bad(e);
		break;
	case EX_TYPE_SWITCH:
		check_error(c, e, "invalid AST: use of .(type) outside type switch");
		operand_bad(e);
		break;
	default: check_type(c, e);
	}
}

void check_raw(Checker *c, Expr *e, Type *hint)
{
	Pos where = c->where;
	if (c->signature && may_hold_types(e))
		c->where = e->pos;
	any_expr(c, e, hint);
	c->where = where;
}
