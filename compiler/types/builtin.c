// Calls of the predeclared functions.
#include "types/checker.h"

/* Does evaluating e call a function or receive? Then the length of an array is no constant. */
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
	case EX_ASSERT: return has_call(e->assert_.x);
	case EX_SLICE:
		for (int i = 0; i < 3; i++)
			if (e->slice.index[i] && has_call(e->slice.index[i]))
				return true;
		return has_call(e->slice.x);
	case EX_COMPOSITE:
		for (uint32_t i = 0; i < e->composite.elems.len; i++)
			if (has_call(e->composite.elems.data[i]))
				return true;
		return false;
	case EX_KEY_VALUE: return has_call(e->key_value.key) || has_call(e->key_value.value);
	default: return false;
	}
}

static void value(Expr *e, Type *t)
{
	e->value = NULL;
	operand_set(e, MODE_VALUE, t);
}

static void length(Checker *c, Expr *e, bool is_cap)
{
	Expr *x = e->call.args.data[0];
	Type *u = type_under(x->type);
	Type *array =
		u->kind == T_POINTER && type_kind(u->elem) == T_ARRAY ? type_under(u->elem) : u;
	if (!is_cap && type_is_string(x->type)) {
		if (x->value && x->value->kind == CONST_STRING) {
			operand_constant(e, type_basic[T_INT], const_int(str_len(x->value->s)));
			check_default(c, x);
			return;
		}
	} else if (array->kind == T_ARRAY) {
		if (!has_call(x)) {
			operand_constant(e, type_basic[T_INT],
					 array->len >= 0 ? const_int(array->len) : const_unknown());
			return;
		}
	} else if (u->kind != T_SLICE && u->kind != T_CHAN && (is_cap || u->kind != T_MAP)) {
		if (u->kind != T_INVALID)
			check_error(c, x, "invalid argument: %s for %s", check_operand(c, x),
				    is_cap ? "cap" : "len");
		operand_bad(e);
		return;
	}
	check_default(c, x);
	value(e, type_basic[T_INT]);
}

static void append(Checker *c, Expr *e, const Operands *args)
{
	Expr *first = args->all[0];
	Type *s = first->type;
	if (operand_is_nil(first) || type_kind(s) != T_SLICE) {
		check_error(c, first, "first argument to append must be a slice; have %s",
			    operand_is_nil(first) ? "untyped nil" : check_operand(c, first));
		operand_bad(e);
		return;
	}
	Type *elem = type_elem(s);
	value(e, s);
	Expr *last = args->all[args->n - 1];
	if (args->n == 2 && e->call.dots && type_kind(elem) == T_UINT8 &&
	    type_is_string(last->type)) {
		check_default(c, last);
		return;
	}
	Obj *params[2] = {obj_new(O_VAR, NO_POS, NULL, STR(""), s),
			  obj_new(O_VAR, NO_POS, NULL, STR(""), type_slice(elem))};
	check_arguments(c, e, type_func(NULL, params, 2, NULL, 0, true), args);
}

static void close_call(Checker *c, Expr *e)
{
	Expr *x = e->call.args.data[0];
	Type *u = type_under(x->type);
	operand_set(e, MODE_NOVALUE, NULL);
	if (u->kind == T_CHAN && u->dir != CHAN_RECV)
		return;
	check_error(c, x, "invalid operation: cannot close %s %s",
		    u->kind == T_CHAN ? "receive-only channel" : "non-channel",
		    check_operand(c, x));
	operand_bad(e);
}

static void to_float(Expr *x)
{
	if (type_is_numeric(x->type) && const_is_zero(const_imag(x->value)))
		x->type = type_basic[T_UNTYPED_FLOAT];
}

static void match_parts(Checker *c, Expr *x, Expr *y)
{
	bool ux = type_is_untyped(x->type), uy = type_is_untyped(y->type);
	if (ux && !uy) {
		check_convert(c, x, y->type);
	} else if (uy && !ux) {
		check_convert(c, y, x->type);
	} else if (ux && x->value && y->value) {
		to_float(x);
		to_float(y);
	} else if (ux) {
		check_convert(c, x, type_basic[T_FLOAT64]);
		check_convert(c, y, type_basic[T_FLOAT64]);
	}
}

static void complex_call(Checker *c, Expr *e, const Operands *args)
{
	Expr *x = args->all[0], *y = args->all[1];
	match_parts(c, x, y);
	if (operand_is_bad(x) || operand_is_bad(y)) {
		operand_bad(e);
		return;
	}
	if (!type_identical(x->type, y->type)) {
		check_error(c, x, "invalid operation: %s (mismatched types %s and %s)",
			    check_text(e), check_type_text(c, x->type),
			    check_type_text(c, y->type));
		operand_bad(e);
		return;
	}
	if (!type_is_float(x->type)) {
		check_error(c, x,
			    "invalid argument: arguments have type %s, expected floating-point",
			    check_type_text(c, x->type));
		operand_bad(e);
		return;
	}
	TypeKind k = type_kind(x->type);
	Type *t = type_basic[k == T_FLOAT32         ? T_COMPLEX64
			     : k == T_UNTYPED_FLOAT ? T_UNTYPED_COMPLEX
						    : T_COMPLEX128];
	if (x->value && y->value)
		operand_constant(e, t,
				 const_complex(const_to_float_kind(x->value),
					       const_to_float_kind(y->value)));
	else
		value(e, t);
}

static void part(Checker *c, Expr *e, bool imaginary)
{
	Expr *x = e->call.args.data[0];
	if (type_is_untyped(x->type)) {
		if (!x->value)
			check_convert(c, x, type_basic[T_COMPLEX128]);
		else if (type_is_numeric(x->type))
			x->type = type_basic[T_UNTYPED_COMPLEX];
		if (operand_is_bad(x)) {
			operand_bad(e);
			return;
		}
	}
	if (!type_is_complex(x->type)) {
		check_error(c, x, "invalid argument: argument has type %s, expected complex type",
			    check_type_text(c, x->type));
		operand_bad(e);
		return;
	}
	TypeKind k = type_kind(x->type);
	Type *t = type_basic[k == T_COMPLEX64         ? T_FLOAT32
			     : k == T_UNTYPED_COMPLEX ? T_UNTYPED_FLOAT
						      : T_FLOAT64];
	if (x->value)
		operand_constant(e, t, imaginary ? const_imag(x->value) : const_real(x->value));
	else
		value(e, t);
}

static void copy(Checker *c, Expr *e, const Operands *args)
{
	Expr *x = args->all[0], *y = args->all[1];
	bool from_string = type_is_string(y->type);
	Type *dst = type_under(x->type), *src = type_under(y->type);
	if (dst->kind != T_SLICE || (!from_string && src->kind != T_SLICE)) {
		check_error(c, x, "invalid argument: copy expects slice arguments; found %s and %s",
			    check_operand(c, x), check_operand(c, y));
		operand_bad(e);
		return;
	}
	Type *elem = from_string ? type_byte : src->elem;
	if (!type_identical(dst->elem, elem)) {
		check_error(c, x,
			    "invalid argument: arguments to copy %s and %s have different element "
			    "types %s and %s",
			    check_operand(c, x), check_operand(c, y), check_type_text(c, dst->elem),
			    check_type_text(c, elem));
		operand_bad(e);
		return;
	}
	check_default(c, y);
	value(e, type_basic[T_INT]);
}

static void delete_call(Checker *c, Expr *e, const Operands *args)
{
	Expr *x = args->all[0];
	if (type_kind(x->type) != T_MAP) {
		check_error(c, x, "invalid argument: %s is not a map", check_operand(c, x));
		operand_bad(e);
		return;
	}
	check_assign(c, args->all[1], type_key(x->type), "argument to delete");
	operand_set(e, MODE_NOVALUE, NULL);
}

static void make_call(Checker *c, Expr *e)
{
	ExprList *list = &e->call.args;
	Type *t = check_var_type(c, list->data[0]);
	uint32_t n = list->len;
	TypeKind k = type_kind(t);
	if (t->kind == T_INVALID) {
		operand_bad(e);
		return;
	}
	if (k != T_SLICE && k != T_MAP && k != T_CHAN) {
		check_error(c, list->data[0],
			    "invalid argument: cannot make %s; type must be slice, map, or channel",
			    check_text(list->data[0]));
		operand_bad(e);
		return;
	}
	uint32_t min = k == T_SLICE ? 2 : 1;
	if (n < min || n > min + 1) {
		check_error(c, e, "invalid operation: %s expects %u or %u arguments; found %u",
			    check_text(e), min, min + 1, n);
		operand_bad(e);
		return;
	}
	int64_t sizes[2] = {-1, -1};
	for (uint32_t i = 1; i < n; i++)
		check_index(c, list->data[i], -1, &sizes[i - 1]);
	if (sizes[1] >= 0 && sizes[0] > sizes[1])
		check_error(c, list->data[1], "invalid argument: length and capacity swapped");
	value(e, t);
}

static void print(Checker *c, Expr *e, const Operands *args, const char *context)
{
	for (uint32_t i = 0; i < args->n; i++) {
		check_assign(c, args->all[i], NULL, context);
		if (operand_is_bad(args->all[i])) {
			operand_bad(e);
			return;
		}
	}
	operand_set(e, MODE_NOVALUE, NULL);
}

// ---- Package unsafe

static int64_t selection_offset(const Selection *s, bool *through_pointer)
{
	int64_t offset = 0;
	Type *t = type_under(s->recv)->kind == T_POINTER ? type_elem(s->recv) : s->recv;
	*through_pointer = false;
	for (int i = 0; i < s->npath; i++) {
		if (type_kind(t) == T_POINTER) {
			*through_pointer = true;
			t = type_elem(t);
		}
		offset += type_field_offset(t, s->path[i]);
		t = type_field(t, s->path[i])->type;
	}
	return offset;
}

static void offset_of(Checker *c, Expr *e)
{
	Expr *written = e->call.args.data[0], *x = syntax_unparen(written);
	operand_set(e, MODE_INVALID, type_basic[T_INVALID]);
	if (x->kind != EX_SELECTOR) {
		check_error(c, written, "invalid argument: %s is not a selector expression",
			    check_text(written));
		check_raw(c, written, NULL);
		return;
	}
	Expr *base = x->selector.x;
	check_expr(c, base);
	if (operand_is_bad(base))
		return;
	Type *t = base->type;
	if (type_under(t)->kind == T_POINTER && type_kind(type_elem(t)) == T_STRUCT)
		t = type_elem(t);
	Selection *s = types_lookup(base->type, c->package, x->selector.sel->name);
	if (!s) {
		check_error(c, base, "invalid argument: %s has no single field %s",
			    check_type_text(c, t), x->selector.sel->name);
		return;
	}
	if (s->kind != SEL_FIELD) {
		check_error(c, written, "invalid argument: %s is a method value",
			    check_text(written));
		return;
	}
	check_expr(c, written);
	bool through_pointer;
	int64_t offset = selection_offset(s, &through_pointer);
	if (through_pointer) {
		check_error(c, base, "invalid argument: field %s is embedded via a pointer in %s",
			    x->selector.sel->name, check_type_text(c, t));
		return;
	}
	operand_constant(e, type_basic[T_UINTPTR], const_int(offset));
}

static void size_of(Checker *c, Expr *e, bool align)
{
	Expr *x = e->call.args.data[0];
	check_assign(c, x, NULL,
		     align ? "argument to unsafe.Alignof" : "argument to unsafe.Sizeof");
	if (operand_is_bad(x))
		operand_bad(e);
	else
		operand_constant(e, type_basic[T_UINTPTR],
				 const_int(align ? type_align(x->type) : type_size(x->type)));
}

static void unsafe_add(Checker *c, Expr *e, const Operands *args)
{
	Expr *x = args->all[0], *y = args->all[1];
	check_assign(c, x, type_basic[T_UNSAFE_POINTER], "argument to unsafe.Add");
	if (operand_is_bad(x) || !check_valid_index(c, y, "length", true))
		operand_bad(e);
	else
		value(e, type_basic[T_UNSAFE_POINTER]);
}

static void unsafe_slice(Checker *c, Expr *e, const Operands *args)
{
	Expr *x = args->all[0], *y = args->all[1];
	if (operand_is_nil(x) || type_under(x->type)->kind != T_POINTER) {
		check_error(c, x, "invalid argument: %s is not a pointer", check_operand(c, x));
		operand_bad(e);
	} else if (!check_valid_index(c, y, "length", false)) {
		operand_bad(e);
	} else {
		value(e, type_slice(type_elem(x->type)));
	}
}

// ---- Any

static const struct {
	const char *name;
	uint32_t min;
	bool variadic;
} builtins[NBUILTINS] = {
	[BUILTIN_APPEND] = {"append", 1, true},
	[BUILTIN_CAP] = {"cap", 1, false},
	[BUILTIN_CLOSE] = {"close", 1, false},
	[BUILTIN_COMPLEX] = {"complex", 2, false},
	[BUILTIN_COPY] = {"copy", 2, false},
	[BUILTIN_DELETE] = {"delete", 2, false},
	[BUILTIN_IMAG] = {"imag", 1, false},
	[BUILTIN_LEN] = {"len", 1, false},
	[BUILTIN_MAKE] = {"make", 1, true},
	[BUILTIN_NEW] = {"new", 1, false},
	[BUILTIN_PANIC] = {"panic", 1, false},
	[BUILTIN_PRINT] = {"print", 0, true},
	[BUILTIN_PRINTLN] = {"println", 0, true},
	[BUILTIN_REAL] = {"real", 1, false},
	[BUILTIN_RECOVER] = {"recover", 0, false},
	[BUILTIN_UNSAFE_ADD] = {"Add", 2, false},
	[BUILTIN_UNSAFE_ALIGNOF] = {"Alignof", 1, false},
	[BUILTIN_UNSAFE_OFFSETOF] = {"Offsetof", 1, false},
	[BUILTIN_UNSAFE_SIZEOF] = {"Sizeof", 1, false},
	[BUILTIN_UNSAFE_SLICE] = {"Slice", 2, false},
};

static bool right_count(Checker *c, Expr *e, Builtin id, uint32_t n)
{
	bool few = n<builtins[id].min, many = n> builtins[id].min && !builtins[id].variadic;
	if (few || many)
		check_error(c, e, "invalid operation: %s arguments for %s (expected %u, found %u)",
			    few ? "not enough" : "too many", check_text(e), builtins[id].min, n);
	return !few && !many;
}

static void new_call(Checker *c, Expr *e)
{
	Type *t = check_var_type(c, e->call.args.data[0]);
	if (t->kind == T_INVALID)
		operand_bad(e);
	else
		value(e, type_pointer(t));
}

static void panic_call(Checker *c, Expr *e, Expr *x)
{
	check_assign(c, x, type_empty_interface, "argument to panic");
	if (operand_is_bad(x))
		operand_bad(e);
	else
		operand_set(e, MODE_NOVALUE, NULL);
}

// The call of one whose arguments have been checked and counted.
static void apply(Checker *c, Expr *e, Builtin id, const Operands *args)
{
	switch (id) {
	case BUILTIN_APPEND: append(c, e, args); break;
	case BUILTIN_CAP:
	case BUILTIN_LEN: length(c, e, id == BUILTIN_CAP); break;
	case BUILTIN_CLOSE: close_call(c, e); break;
	case BUILTIN_COMPLEX: complex_call(c, e, args); break;
	case BUILTIN_COPY: copy(c, e, args); break;
	case BUILTIN_DELETE: delete_call(c, e, args); break;
	case BUILTIN_IMAG:
	case BUILTIN_REAL: part(c, e, id == BUILTIN_IMAG); break;
	case BUILTIN_PANIC: panic_call(c, e, args->all[0]); break;
	case BUILTIN_PRINT: print(c, e, args, "argument to print"); break;
	case BUILTIN_PRINTLN: print(c, e, args, "argument to println"); break;
	case BUILTIN_RECOVER: value(e, type_empty_interface); break;
	case BUILTIN_UNSAFE_ALIGNOF:
	case BUILTIN_UNSAFE_SIZEOF: size_of(c, e, id == BUILTIN_UNSAFE_ALIGNOF); break;
	case BUILTIN_UNSAFE_ADD: unsafe_add(c, e, args); break;
	default: unsafe_slice(c, e, args);
	}
}

void check_builtin(Checker *c, Expr *e, Builtin id)
{
	if (e->call.dots && id != BUILTIN_APPEND) {
		check_error(c, e, "invalid operation: invalid use of ... with built-in %s",
			    builtins[id].name);
		check_use_all(c, &e->call.args);
		operand_bad(e);
		return;
	}
	bool special = id == BUILTIN_MAKE || id == BUILTIN_NEW || id == BUILTIN_UNSAFE_OFFSETOF;
	Operands args = {.n = e->call.args.len};
	int lang = check_older(c, 17);
	if (!special) {
		args = check_list(c, &e->call.args, false);
		if (check_has_bad(&args)) {
			operand_bad(e);
			return;
		}
	}
	if (!right_count(c, e, id, args.n)) {
		operand_bad(e);
		return;
	}
	if (lang && (id == BUILTIN_UNSAFE_ADD || id == BUILTIN_UNSAFE_SLICE)) {
		check_error(c, e->call.fun, REQUIRES, check_text(e->call.fun), 17, lang);
		operand_bad(e);
		return;
	}
	switch (id) {
	case BUILTIN_MAKE: make_call(c, e); break;
	case BUILTIN_NEW: new_call(c, e); break;
	case BUILTIN_UNSAFE_OFFSETOF: offset_of(c, e); break;
	default: apply(c, e, id, &args);
	}
}
