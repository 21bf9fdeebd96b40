// Calls, conversions and the predeclared functions.
#include "types/checker.h"

static void set(Expr *e, ExprMode mode, Type *t)
{
	e->mode = mode;
	e->type = t;
}

static void bad(Expr *e)
{
	e->mode = MODE_INVALID;
	e->type = type_basic[T_INVALID];
	e->value = NULL;
}

static bool is_bad(const Expr *e)
{
	return e->mode == MODE_INVALID || !e->type || e->type->kind == T_INVALID;
}

static void constant(Expr *e, Type *t, Const *value)
{
	set(e, MODE_CONST, t);
	e->value = value;
}

// ---- Values of a list.

int check_values(Checker *c, ExprList *list, int wanted, Type ***types)
{
	(void)wanted;
	if (list->len == 1) {
		check_multi(c, list->data[0]);
		Type *t = list->data[0]->type;
		if (list->data[0]->mode != MODE_INVALID && t && t->kind == T_TUPLE) {
			*types = NEW_ARRAY(types_arena, Type *, t->nfields + 1);
			for (int i = 0; i < t->nfields; i++)
				(*types)[i] = t->fields[i]->type;
			return t->nfields;
		}
	} else {
		for (uint32_t i = 0; i < list->len; i++)
			check_expr(c, list->data[i]);
	}
	*types = NEW_ARRAY(types_arena, Type *, list->len + 1);
	for (uint32_t i = 0; i < list->len; i++)
		(*types)[i] = list->data[i]->type;
	return (int)list->len;
}

static bool is_spread(const ExprList *list)
{
	return list->len == 1 && list->data[0]->mode != MODE_INVALID && list->data[0]->type &&
	       list->data[0]->type->kind == T_TUPLE;
}

// "(number, string)": the types of what was given, in messages.
static const char *have(Checker *c, Type **types, int n, const ExprList *list)
{
	Buf b = buf_make(types_arena);
	buf_putc(&b, '(');
	for (int i = 0; i < n; i++) {
		if (i)
			buf_puts(&b, ", ");
		bool number = !is_spread(list) && list->data[i]->value &&
			      type_is_untyped(types[i]) && type_is_numeric(types[i]);
		if (types[i]->kind == T_UNTYPED_NIL)
			buf_puts(&b, "nil");
		else
			buf_puts(&b, number ? "number"
					    : check_type_text(c, type_is_untyped(types[i])
									 ? type_default(types[i])
									 : types[i]));
	}
	buf_putc(&b, ')');
	return buf_cstr(&b);
}

static const char *want(Checker *c, Type *s)
{
	Buf b = buf_make(types_arena);
	buf_putc(&b, '(');
	for (int i = 0; i < s->nparams; i++) {
		if (i)
			buf_puts(&b, ", ");
		bool last = s->variadic && i == s->nparams - 1;
		buf_printf(&b, "%s%s", last ? "..." : "",
			   check_type_text(c, last ? type_elem(s->params[i]->type)
						   : s->params[i]->type));
	}
	buf_putc(&b, ')');
	return buf_cstr(&b);
}

static Type *param_type(Type *s, int i, bool dots)
{
	if (s->variadic && i >= s->nparams - 1) {
		Type *last = s->params[s->nparams - 1]->type;
		return dots ? last : type_elem(last);
	}
	return s->params[i]->type;
}

static void arguments(Checker *c, Expr *e, Type *s)
{
	Type **types;
	ExprList *args = &e->call.args;
	int n = check_values(c, args, s->nparams, &types);
	for (uint32_t i = 0; i < args->len; i++)
		if (is_bad(args->data[i]))
			return;
	bool spread = is_spread(args);
	if (e->call.dots && !s->variadic) {
		diag_error(args->data[args->len - 1]->start,
			   "have (...) but function is not variadic: %s", check_text(e->call.fun));
		return;
	}
	int fixed = s->nparams - s->variadic;
	bool few = n < fixed || (e->call.dots && n < s->nparams),
	     many = n > s->nparams && !s->variadic;
	if (e->call.dots && n > s->nparams)
		many = true;
	if (few || many) {
		Pos at = few      ? e->end - 1
			 : spread ? args->data[0]->start
				  : args->data[s->nparams]->start;
		diag_error(at, "%s arguments in call to %s\n\thave %s\n\twant %s",
			   few ? "not enough" : "too many", check_text(e->call.fun),
			   have(c, types, n, args), want(c, s));
		return;
	}
	const char *context = arena_printf(types_arena, "argument to %s", check_text(e->call.fun));
	for (int i = 0; i < n; i++) {
		Type *p = param_type(s, i, e->call.dots);
		if (!spread)
			check_assign(c, args->data[i], p,
				     context[0] ? arena_printf(types_arena, "argument to %s",
							       check_text(e->call.fun))
						: "argument");
		else if (!types_assignable_to(types[i], p))
			diag_error(args->data[0]->start,
				   "cannot use %s (value of type %s) as type %s in %s",
				   check_text(args->data[0]), check_type_text(c, types[i]),
				   check_type_text(c, p), context);
	}
}

static void result(Expr *e, Type *s)
{
	if (s->nresults == 0)
		set(e, MODE_NOVALUE, NULL);
	else if (s->nresults == 1)
		set(e, MODE_VALUE, s->results[0]->type);
	else
		set(e, MODE_VALUE, type_tuple(s->results, s->nresults));
}

void check_call(Checker *c, Expr *e)
{
	Expr *fun = e->call.fun;
	check_raw(c, fun, NULL);
	if (fun->mode == MODE_BUILTIN) {
		Expr *f = syntax_unparen(fun);
		fun->type = NULL;
		check_builtin(c, e, f->obj->builtin);
		return;
	}
	if (fun->mode == MODE_TYPE && fun->type->kind != T_INVALID) {
		check_conversion(c, e, fun->type);
		return;
	}
	if (is_bad(fun) || fun->mode == MODE_NOVALUE || type_kind(fun->type) != T_FUNC) {
		if (!is_bad(fun) && fun->mode != MODE_NOVALUE)
			diag_error(e->start, "invalid operation: cannot call non-function %s",
				   check_operand(c, fun));
		Type **types;
		check_values(c, &e->call.args, 0, &types);
		bad(e);
		return;
	}
	Type *s = type_under(fun->type);
	arguments(c, e, s);
	result(e, s);
}

// ---- Conversions.

static bool convertible_pointers(Type *a, Type *b)
{
	return a->kind == T_POINTER && b->kind == T_POINTER &&
	       type_identical_ignore_tags(type_under(a->elem), type_under(b->elem));
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
	return u->kind == T_SLICE && v->kind == T_POINTER && type_kind(v->elem) == T_ARRAY &&
	       type_identical(u->elem, type_elem(v->elem));
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
	if (!x->value || !type_is_const_type(t))
		return false;
	if (type_is_string(t) && type_is_integer(x->type)) {
		Const *v = rune_string(x->value);
		if (type_is_untyped(x->type))
			x->type = type_default(x->type);
		constant(e, t, v);
		return true;
	}
	if (!const_representable(x->value, t, &rounded))
		return false;
	constant(e, t, rounded);
	return true;
}

void check_conversion(Checker *c, Expr *e, Type *t)
{
	if (e->call.args.len != 1) {
		diag_error(e->call.args.len ? e->call.args.data[1]->start : e->end - 1,
			   e->call.args.len ? "too many arguments in conversion to %s"
					    : "missing argument in conversion to %s",
			   check_type_text(c, t));
		bad(e);
		return;
	}
	Expr *x = e->call.args.data[0];
	check_raw(c, x, NULL);
	if (x->mode == MODE_NOVALUE || x->mode == MODE_TYPE || x->mode == MODE_BUILTIN ||
	    (x->type && x->type->kind == T_TUPLE))
		check_expr(c, x);
	if (is_bad(x)) {
		bad(e);
		return;
	}
	bool was_const = x->value != NULL;
	if (constant_conversion(e, x, t)) {
		if (type_is_untyped(x->type))
			check_convert(c, x,
				      type_is_numeric(x->type) && type_is_numeric(t)
					      ? t
					      : type_default(x->type));
		e->mode = MODE_CONST;
		e->type = t;
		return;
	}
	if (type_is_untyped(x->type)) {
		bool numeric = type_is_numeric(x->type) && type_is_numeric(t),
		     boolean = type_is_boolean(x->type) && type_is_boolean(t);
		if (x->type->kind == T_UNTYPED_NIL)
			check_convert(c, x, t);
		else if ((numeric || boolean) && !was_const)
			check_convert(c, x, t);
		else if (numeric && was_const) {
			bool truncated =
				type_is_integer(t) && const_to_int(x->value)->kind != CONST_INT;
			diag_error(x->start,
				   truncated ? "cannot convert %s to type %s (truncated)"
					     : "cannot convert %s to type %s (overflows)",
				   check_operand(c, x), check_type_text(c, t));
			bad(e);
			return;
		} else
			check_default(c, x);
		if (is_bad(x)) {
			bad(e);
			return;
		}
	}
	if (!convertible(x->type, t) || (was_const && x->value && type_is_const_type(t) &&
					 type_is_numeric(x->type) && type_is_numeric(t))) {
		diag_error(x->start, "cannot convert %s to type %s", check_operand(c, x),
			   check_type_text(c, t));
		bad(e);
		return;
	}
	e->value = NULL;
	set(e, MODE_VALUE, t);
}

// ---- Predeclared functions.

static bool count_arguments(Expr *e, const char *name, uint32_t min, uint32_t max)
{
	uint32_t n = e->call.args.len;
	if (n >= min && n <= max)
		return true;
	diag_error(n < min ? e->end - 1 : e->call.args.data[max]->start,
		   "%s arguments for %s (expected %u, found %u)",
		   n < min ? "not enough" : "too many", check_text(e), n < min ? min : max, n);
	(void)name;
	bad(e);
	return false;
}

static bool has_call(const Expr *e)
{
	switch ((ExprKind)e->kind) {
	case EX_CALL:
		return e->value == NULL &&
		       !(e->call.fun->mode == MODE_TYPE && !has_call(e->call.args.data[0]));
	case EX_PAREN: return has_call(e->paren.x);
	case EX_UNARY: return e->unary.op == OPER_RECV || has_call(e->unary.x);
	case EX_BINARY: return has_call(e->binary.x) || has_call(e->binary.y);
	case EX_SELECTOR: return has_call(e->selector.x);
	case EX_INDEX: return has_call(e->index.x) || has_call(e->index.index.data[0]);
	case EX_STAR: return has_call(e->star.x);
	case EX_SLICE: return true;
	case EX_COMPOSITE:
		for (uint32_t i = 0; i < e->composite.elems.len; i++)
			if (has_call(e->composite.elems.data[i]))
				return true;
		return false;
	case EX_KEY_VALUE: return has_call(e->key_value.value);
	default: return false;
	}
}

static void length(Checker *c, Expr *e, bool is_cap)
{
	Expr *x = e->call.args.data[0];
	check_expr(c, x);
	if (is_bad(x)) {
		bad(e);
		return;
	}
	if (x->value && type_is_string(x->type) && !is_cap) {
		check_default(c, x);
		constant(e, type_basic[T_INT], const_int(str_len(x->value->s)));
		return;
	}
	if (type_is_untyped(x->type))
		check_default(c, x);
	Type *u = type_under(x->type);
	Type *array =
		u->kind == T_POINTER && type_kind(u->elem) == T_ARRAY ? type_under(u->elem) : u;
	bool ok = array->kind == T_ARRAY || u->kind == T_SLICE || u->kind == T_CHAN ||
		  (!is_cap && (u->kind == T_STRING || u->kind == T_MAP));
	if (!ok) {
		diag_error(x->start, "invalid argument: %s for %s", check_operand(c, x),
			   is_cap ? "cap" : "len");
		bad(e);
		return;
	}
	if (array->kind == T_ARRAY && !has_call(x)) {
		constant(e, type_basic[T_INT], const_int(array->len));
		return;
	}
	set(e, MODE_VALUE, type_basic[T_INT]);
}

static void append(Checker *c, Expr *e)
{
	Type **types;
	int n = check_values(c, &e->call.args, 0, &types);
	Expr *first = e->call.args.data[0];
	for (uint32_t i = 0; i < e->call.args.len; i++)
		if (e->call.args.data[i]->mode == MODE_INVALID) {
			bad(e);
			return;
		}
	Type *s = types[0];
	if (s->kind == T_UNTYPED_NIL || type_kind(s) != T_SLICE) {
		diag_error(first->start, "invalid argument: %s is not a slice",
			   check_operand(c, first));
		bad(e);
		return;
	}
	Type *elem = type_elem(s);
	bool spread = is_spread(&e->call.args);
	if (e->call.dots && n == 2) {
		Expr *last = e->call.args.data[1];
		if (type_is_string(last->type) && type_kind(elem) == T_UINT8)
			check_default(c, last);
		else if (last->type->kind == T_UNTYPED_NIL)
			check_convert(c, last, type_slice(elem));
		else
			check_assign(c, last, type_slice(elem),
				     arena_printf(types_arena, "argument to %s", "append"));
	} else {
		for (int i = 1; i < n && !spread; i++)
			check_assign(c, e->call.args.data[i], elem, "argument to append");
	}
	set(e, MODE_VALUE, s);
}

static void complex_call(Checker *c, Expr *e)
{
	Type **types;
	int n = check_values(c, &e->call.args, 2, &types);
	if (is_spread(&e->call.args) && n == 2) {
		set(e, MODE_VALUE,
		    type_basic[type_kind(types[0]) == T_FLOAT32 ? T_COMPLEX64 : T_COMPLEX128]);
		return;
	}
	if (!count_arguments(e, "complex", 2, 2))
		return;
	Expr *x = e->call.args.data[0], *y = e->call.args.data[1];
	if (is_bad(x) || is_bad(y)) {
		bad(e);
		return;
	}
	check_match(c, x, y);
	if (x->value && y->value && type_is_untyped(x->type) && type_is_untyped(y->type)) {
		constant(e, type_basic[T_UNTYPED_COMPLEX],
			 const_complex(const_to_float_kind(x->value),
				       const_to_float_kind(y->value)));
		return;
	}
	if (type_is_untyped(x->type))
		check_convert(c, x, type_basic[T_FLOAT64]);
	if (type_is_untyped(y->type))
		check_convert(c, y, type_basic[T_FLOAT64]);
	if (is_bad(x) || is_bad(y) || !type_is_float(x->type) ||
	    !type_identical(x->type, y->type)) {
		if (!is_bad(x) && !is_bad(y))
			diag_error(e->start, "invalid operation: %s (mismatched types %s and %s)",
				   check_text(e), check_type_text(c, x->type),
				   check_type_text(c, y->type));
		bad(e);
		return;
	}
	Type *t = type_basic[type_kind(x->type) == T_FLOAT32 ? T_COMPLEX64 : T_COMPLEX128];
	if (x->value && y->value)
		constant(e, t, const_complex(x->value, y->value));
	else
		set(e, MODE_VALUE, t);
}

static void part(Checker *c, Expr *e, bool imaginary)
{
	Expr *x = e->call.args.data[0];
	check_expr(c, x);
	if (is_bad(x)) {
		bad(e);
		return;
	}
	if (type_is_untyped(x->type) && x->value && type_is_numeric(x->type)) {
		constant(e, type_basic[T_UNTYPED_FLOAT],
			 imaginary ? const_imag(x->value) : const_real(x->value));
		return;
	}
	if (type_is_untyped(x->type))
		check_convert(c, x, type_basic[T_COMPLEX128]);
	if (is_bad(x) || !type_is_complex(x->type)) {
		diag_error(x->start, "invalid argument: arguments have type %s, expected complex",
			   check_type_text(c, x->type));
		bad(e);
		return;
	}
	Type *t = type_basic[type_kind(x->type) == T_COMPLEX64 ? T_FLOAT32 : T_FLOAT64];
	if (x->value)
		constant(e, t, imaginary ? const_imag(x->value) : const_real(x->value));
	else
		set(e, MODE_VALUE, t);
}

static void copy(Checker *c, Expr *e)
{
	Type **types;
	check_values(c, &e->call.args, 2, &types);
	Expr *x = e->call.args.data[0], *y = e->call.args.data[e->call.args.len - 1];
	if (is_bad(x) || is_bad(y)) {
		bad(e);
		return;
	}
	if (type_is_untyped(y->type))
		check_default(c, y);
	if (e->call.args.len == 2 &&
	    (type_kind(x->type) != T_SLICE ||
	     (type_kind(y->type) != T_SLICE && !type_is_string(y->type)))) {
		diag_error(e->start,
			   "invalid argument: copy expects slice arguments; found %s and %s",
			   check_operand(c, x), check_operand(c, y));
		bad(e);
		return;
	}
	set(e, MODE_VALUE, type_basic[T_INT]);
}

static void delete_call(Checker *c, Expr *e)
{
	Expr *m = e->call.args.data[0], *k = e->call.args.data[1];
	check_expr(c, m);
	check_raw(c, k, NULL);
	if (!is_bad(m) && type_kind(m->type) != T_MAP)
		diag_error(m->start, "invalid argument: %s is not a map", check_operand(c, m));
	else if (!is_bad(m))
		check_assign(c, k, type_key(m->type), "argument to delete");
	set(e, MODE_NOVALUE, NULL);
}

static void make_call(Checker *c, Expr *e)
{
	Type *t = check_type(c, e->call.args.data[0]);
	TypeKind k = t->kind == T_INVALID ? T_INVALID : type_kind(t);
	uint32_t n = e->call.args.len;
	for (uint32_t i = 1; i < n; i++) {
		Expr *x = e->call.args.data[i];
		check_expr(c, x);
		if (is_bad(x))
			continue;
		if (type_is_untyped(x->type) && x->value &&
		    const_to_int(x->value)->kind == CONST_INT) {
			x->value = const_to_int(x->value);
			check_convert(c, x, type_basic[T_INT]);
		} else if (type_is_untyped(x->type))
			check_convert(c, x, type_basic[T_INT]);
		if (!is_bad(x) && !type_is_integer(x->type))
			diag_error(x->start, "cannot convert %s to type int", check_operand(c, x));
		else if (x->value && const_sign(x->value) < 0)
			diag_error(x->start, "invalid argument: index %s must not be negative",
				   check_operand(c, x));
	}
	if (k != T_SLICE && k != T_MAP && k != T_CHAN) {
		if (k != T_INVALID)
			diag_error(e->call.args.data[0]->start,
				   "invalid argument: cannot make %s; type must be slice, map, or "
				   "channel",
				   check_text(e->call.args.data[0]));
		bad(e);
		return;
	}
	if (k == T_SLICE && n < 2) {
		diag_error(e->start, "invalid operation: %s expects 2 or 3 arguments; found 1",
			   check_text(e));
		bad(e);
		return;
	}
	set(e, MODE_VALUE, t);
}

static void print(Checker *c, Expr *e)
{
	Type **types;
	check_values(c, &e->call.args, 0, &types);
	if (!is_spread(&e->call.args))
		for (uint32_t i = 0; i < e->call.args.len; i++)
			check_assign(c, e->call.args.data[i], NULL, "argument to print");
	set(e, MODE_NOVALUE, NULL);
}

static void offset_of(Checker *c, Expr *e)
{
	Expr *x = syntax_unparen(e->call.args.data[0]);
	check_expr(c, x);
	Selection *s = x->kind == EX_SELECTOR && !is_bad(x) ? x->info : NULL;
	if (!s || s->kind != SEL_FIELD) {
		if (!is_bad(x))
			diag_error(x->start, "invalid argument: %s is not a selector expression",
				   check_text(x));
		bad(e);
		return;
	}
	int64_t offset = 0;
	Type *t = s->recv->kind == T_POINTER ? s->recv->elem : s->recv;
	for (int i = 0; i < s->npath; i++) {
		if (type_kind(t) == T_POINTER)
			t = type_elem(t);
		offset += type_field_offset(t, s->path[i]);
		t = type_field(t, s->path[i])->type;
	}
	constant(e, type_basic[T_UINTPTR], const_int(offset));
}

static void size_of(Checker *c, Expr *e, bool align)
{
	Expr *x = e->call.args.data[0];
	check_expr(c, x);
	if (!is_bad(x))
		check_default(c, x);
	if (is_bad(x)) {
		bad(e);
		return;
	}
	constant(e, type_basic[T_UINTPTR],
		 const_int(align ? type_align(x->type) : type_size(x->type)));
}

static void unsafe_call(Checker *c, Expr *e, bool slice)
{
	Expr *x = e->call.args.data[0], *y = e->call.args.data[1];
	check_expr(c, x);
	if (slice) {
		check_index(c, y);
	} else { // may be negative
		check_expr(c, y);
		if (!is_bad(y) && type_is_untyped(y->type))
			check_assign(c, y, type_basic[T_INT], "argument to unsafe.Add");
		if (!is_bad(y) && !type_is_integer(y->type)) {
			diag_error(y->start, "invalid argument: %s must be integer",
				   check_operand(c, y));
			bad(y);
		}
	}
	if (is_bad(x) || is_bad(y)) {
		bad(e);
		return;
	}
	if (!slice) {
		check_assign(c, x, type_basic[T_UNSAFE_POINTER], "argument to unsafe.Add");
		set(e, MODE_VALUE, type_basic[T_UNSAFE_POINTER]);
	} else if (type_is_pointer(x->type)) {
		set(e, MODE_VALUE, type_slice(type_elem(x->type)));
	} else {
		diag_error(x->start, "invalid argument: %s is not a pointer", check_operand(c, x));
		bad(e);
	}
}

static const struct {
	uint32_t min, max;
} counts[NBUILTINS] = {
	[BUILTIN_APPEND] = {1, UINT32_MAX},
	[BUILTIN_CAP] = {1, 1},
	[BUILTIN_CLOSE] = {1, 1},
	[BUILTIN_COMPLEX] = {1, 2},
	[BUILTIN_COPY] = {1, 2},
	[BUILTIN_DELETE] = {2, 2},
	[BUILTIN_IMAG] = {1, 1},
	[BUILTIN_LEN] = {1, 1},
	[BUILTIN_MAKE] = {1, 3},
	[BUILTIN_NEW] = {1, 1},
	[BUILTIN_PANIC] = {1, 1},
	[BUILTIN_PRINT] = {0, UINT32_MAX},
	[BUILTIN_PRINTLN] = {0, UINT32_MAX},
	[BUILTIN_REAL] = {1, 1},
	[BUILTIN_RECOVER] = {0, 0},
	[BUILTIN_UNSAFE_ADD] = {2, 2},
	[BUILTIN_UNSAFE_ALIGNOF] = {1, 1},
	[BUILTIN_UNSAFE_OFFSETOF] = {1, 1},
	[BUILTIN_UNSAFE_SIZEOF] = {1, 1},
	[BUILTIN_UNSAFE_SLICE] = {2, 2},
};

void check_builtin(Checker *c, Expr *e, Builtin id)
{
	if (!count_arguments(e, "", counts[id].min, counts[id].max))
		return;
	if (e->call.dots && id != BUILTIN_APPEND) {
		diag_error(e->call.dots_pos,
			   "invalid operation: invalid use of ... with built-in %s",
			   check_text(e->call.fun));
		bad(e);
		return;
	}
	Expr *x = e->call.args.len ? e->call.args.data[0] : NULL;
	switch (id) {
	case BUILTIN_APPEND: append(c, e); break;
	case BUILTIN_CAP:
	case BUILTIN_LEN: length(c, e, id == BUILTIN_CAP); break;
	case BUILTIN_CLOSE:
		check_expr(c, x);
		if (!is_bad(x) &&
		    (type_kind(x->type) != T_CHAN || type_under(x->type)->dir == CHAN_RECV))
			diag_error(x->start, "invalid operation: cannot close %s %s",
				   type_kind(x->type) == T_CHAN ? "receive-only channel"
								: "non-channel",
				   check_operand(c, x));
		set(e, MODE_NOVALUE, NULL);
		break;
	case BUILTIN_COMPLEX: complex_call(c, e); break;
	case BUILTIN_COPY: copy(c, e); break;
	case BUILTIN_DELETE: delete_call(c, e); break;
	case BUILTIN_IMAG:
	case BUILTIN_REAL: part(c, e, id == BUILTIN_IMAG); break;
	case BUILTIN_MAKE: make_call(c, e); break;
	case BUILTIN_NEW: set(e, MODE_VALUE, type_pointer(check_type(c, x))); break;
	case BUILTIN_PANIC:
		check_raw(c, x, NULL);
		check_assign(c, x, type_empty_interface, "argument to panic");
		set(e, MODE_NOVALUE, NULL);
		break;
	case BUILTIN_PRINT:
	case BUILTIN_PRINTLN: print(c, e); break;
	case BUILTIN_RECOVER: set(e, MODE_VALUE, type_empty_interface); break;
	case BUILTIN_UNSAFE_ALIGNOF:
	case BUILTIN_UNSAFE_SIZEOF: size_of(c, e, id == BUILTIN_UNSAFE_ALIGNOF); break;
	case BUILTIN_UNSAFE_OFFSETOF: offset_of(c, e); break;
	default: unsafe_call(c, e, id == BUILTIN_UNSAFE_SLICE);
	}
}
