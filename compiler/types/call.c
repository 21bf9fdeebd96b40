// Calls of functions and conversions.
#include "types/checker.h"

// ---- Arguments

// The type of argument i.
static Type *param_type(Type *s, uint32_t i, bool dots)
{
	uint32_t last = (uint32_t)s->nparams - 1;
	if (!s->variadic || i < last)
		return s->params[i]->type;
	Type *t = s->params[last]->type;
	return dots ? t : type_elem(t);
}

static void wrong_count(Checker *c, Expr *e, Type *s, const Operands *args, bool few)
{
	Expr *at = e;
	if (!few)
		at = args->all[s->nparams];
	else if (args->n)
		at = args->all[args->n - 1];
	Type **want = NEW_ARRAY(types_arena, Type *, s->nparams + 1);
	for (int i = 0; i < s->nparams; i++)
		want[i] = s->params[i]->type;
	check_error(c, at, "%s arguments in call to %s\n\thave %s\n\twant %s",
		    few ? "not enough" : "too many", check_text(e->call.fun),
		    check_summary(c, check_types(args), args->n, false),
		    check_summary(c, want, (uint32_t)s->nparams, s->variadic));
}

void check_arguments(Checker *c, Expr *e, Type *s, const Operands *args)
{
	uint32_t n = args->n, want = (uint32_t)s->nparams;
	if (check_has_bad(args))
		return;
	if (e->call.dots && s->variadic && e->call.args.len == 1 && n > 1) {
		check_error(c, e, "cannot use ... with %u-valued %s", n,
			    check_text(e->call.args.data[0]));
		return;
	}
	if (e->call.dots && !s->variadic) {
		check_error(c, e, "cannot use ... in call to non-variadic %s",
			    check_text(e->call.fun));
		return;
	}
	bool open = s->variadic && !e->call.dots;
	bool few = n<want - open, many = n> want && !open;
	if (few || many) {
		wrong_count(c, e, s, args, few);
		return;
	}
	c->callee = e->call.fun;
	for (uint32_t i = 0; i < n; i++)
		check_assign(c, args->all[i], param_type(s, i, e->call.dots), NULL);
}

static void result(Expr *e, Type *s)
{
	if (s->nresults == 0)
		operand_set(e, MODE_NOVALUE, NULL);
	else if (s->nresults == 1)
		operand_set(e, MODE_VALUE, s->results[0]->type);
	else
		operand_set(e, MODE_VALUE, type_tuple(s->results, s->nresults));
}

void check_call(Checker *c, Expr *e)
{
	Expr *fun = e->call.fun;
	check_raw(c, fun, NULL);
	if (fun->mode == MODE_BUILTIN) {
		fun->type = NULL;
		check_builtin(c, e, syntax_unparen(fun)->obj->builtin);
		return;
	}
	if (fun->mode == MODE_TYPE && fun->type->kind != T_INVALID) {
		check_conversion(c, e, fun->type);
		return;
	}
	check_exclude(c, fun);
	check_single(c, fun);
	if (operand_is_bad(fun) || type_kind(fun->type) != T_FUNC) {
		/* As gc: arguments of what is no function are not looked at. */
		if (operand_is_bad(fun))
			check_use_all(c, &e->call.args);
		else
			check_error(c, fun, "invalid operation: cannot call non-function %s",
				    check_operand(c, fun));
		operand_bad(e);
		return;
	}
	Type *s = type_under(fun->type);
	Operands args = check_list(c, &e->call.args, false);
	check_arguments(c, e, s, &args);
	result(e, s);
}

// ---- Conversions

static bool convertible_pointers(Type *a, Type *b)
{
	return a->kind == T_POINTER && b->kind == T_POINTER &&
	       type_identical_ignore_tags(type_under(a->elem), type_under(b->elem));
}

static bool slice_to_array_pointer(Type *from, Type *to)
{
	Type *u = type_under(from), *v = type_under(to);
	return u->kind == T_SLICE && v->kind == T_POINTER && type_kind(v->elem) == T_ARRAY &&
	       type_identical(u->elem, type_elem(v->elem));
}

static bool convertible(Type *from, Type *to)
{
	if (types_assignable_to(from, to))
		return true;
	Type *u = type_under(from), *v = type_under(to);
	if (type_identical_ignore_tags(u, v))
		return true;
	if (!(type_is_named(from) && from->kind == T_NAMED) && !(to->kind == T_NAMED) &&
	    convertible_pointers(u, v))
		return true;
	if ((type_is_integer(from) || type_is_float(from)) &&
	    (type_is_integer(to) || type_is_float(to)))
		return true;
	if (type_is_complex(from) && type_is_complex(to))
		return true;
	if (type_is_string(to) &&
	    (type_is_integer(from) || type_is_bytes(from) || type_is_runes(from)))
		return true;
	if (type_is_string(from) && (type_is_bytes(to) || type_is_runes(to)))
		return true;
	bool word = u->kind == T_POINTER || u->kind == T_UINTPTR,
	     word2 = v->kind == T_POINTER || v->kind == T_UINTPTR;
	if ((v->kind == T_UNSAFE_POINTER && word) || (u->kind == T_UNSAFE_POINTER && word2))
		return true;
	return slice_to_array_pointer(from, to);
}

static Const *rune_string(const Const *c)
{
	Buf b = buf_make(NULL);
	int64_t r = const_is_int64(c) ? const_int64(c) : 0xfffd;
	buf_rune(&b, r < 0 || r > 0x10ffff ? 0xfffd : (int32_t)r);
	Str s = str_intern_n(b.data, b.len);
	buf_free(&b);
	return const_str(s);
}

static bool constant_conversion(Expr *e, Expr *x, Type *t)
{
	Const *rounded;
	if (const_representable(x->value, t, &rounded)) {
		operand_constant(e, t, rounded);
		return true;
	}
	if (!type_is_string(t) || !type_is_integer(x->type))
		return false;
	operand_constant(e, t, rune_string(x->value));
	return true;
}

// Why a value of type `from` has no conversion to t, as a line of its own, or "".
static const char *conversion_cause(Checker *c, Type *from, Type *t)
{
	const char *why = check_assign_problem(c, from, t);
	if (slice_to_array_pointer(from, t))
		why = arena_printf(types_arena, REQUIRES, "conversion of slices to array pointers",
				   17, check_older(c, 17));
	return why && *why ? arena_printf(types_arena, ":\n\t%s", why) : "";
}

// Gives an untyped argument its type.
static void settle_argument(Checker *c, Expr *x, Type *t)
{
	if (x->type->kind == T_UNTYPED_NIL)
		check_settle(c, x, t);
	else if (x->value && type_is_integer(x->type) && type_is_string(t))
		x->type = type_default(x->type); // of any size: only the result counts
	else if (type_is_interface(t) || (x->value && !type_is_const_type(t)))
		check_settle(c, x, type_default(x->type));
	else
		check_settle(c, x, t);
}

static void convert(Checker *c, Expr *e, Expr *x, Type *t)
{
	bool ok, constant = x->value && type_is_const_type(t);
	if (constant)
		ok = constant_conversion(e, x, t);
	else if (type_is_untyped(x->type) && x->type->kind != T_UNTYPED_NIL)
		ok = convertible(type_default(x->type), t) ||
		     (type_is_boolean(x->type) && type_is_boolean(t));
	else
		ok = convertible(x->type, t) &&
		     !(check_older(c, 17) && slice_to_array_pointer(x->type, t));
	if (!ok) {
		// As gc, which shows a whole number as such.
		if (constant && type_is_integer(t) && const_to_int(x->value)->kind == CONST_INT)
			x->value = const_to_int(x->value);
		if (c->config->lang_minor >= 20 && type_kind(x->type) == T_SLICE &&
		    type_kind(t) == T_ARRAY)
			diag_unsupported(e->pos, "conversion of a slice to an array (Go 1.20)");
		else if (t->kind != T_INVALID)
			check_error(c, x, "cannot convert %s to type %s%s", check_operand(c, x),
				    check_type_text(c, t), conversion_cause(c, x->type, t));
		operand_bad(e);
		return;
	}
	if (!constant) {
		e->value = NULL;
		operand_set(e, MODE_VALUE, t);
	}
	if (type_is_untyped(x->type))
		settle_argument(c, x, t);
}

void check_conversion(Checker *c, Expr *e, Type *t)
{
	uint32_t n = e->call.args.len;
	if (n != 1) {
		check_use_all(c, &e->call.args);
		if (n)
			check_error(c, e->call.args.data[n - 1],
				    "too many arguments in conversion to %s",
				    check_type_text(c, t));
		else
			check_error(c, e, "missing argument in conversion to %s",
				    check_type_text(c, t));
		operand_bad(e);
		return;
	}
	Expr *x = e->call.args.data[0];
	check_expr(c, x);
	if (operand_is_bad(x)) {
		operand_bad(e);
	} else if (e->call.dots) {
		check_error(c, x, "invalid use of ... in type conversion to %s",
			    check_type_text(c, t));
		operand_bad(e);
	} else {
		convert(c, e, x, t);
	}
}
