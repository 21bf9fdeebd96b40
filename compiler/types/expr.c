// Expressions: mode, type and constant value of each; the final types of untyped operands.
//
// An untyped operand keeps its untyped type until what surrounds it decides; then check_convert
// writes the final type into the operand and the parts of it that share its type (a shift's left
// operand, both of a sum).
#include "types/checker.h"

const char *check_text(const Expr *e)
{
	return syntax_expr_text(types_arena, e);
}

const char *check_type_text(Checker *c, Type *t)
{
	return type_string(t, TYPE_FORM_ERROR, c->package);
}

// "x (variable of type int)", as messages describe an operand.
const char *check_operand(Checker *c, const Expr *e)
{
	const char *text = check_text(e);
	const char *type = e->type ? check_type_text(c, e->type) : "";
	bool untyped = e->type && type_is_untyped(e->type);
	if (e->mode == MODE_NIL || (e->type && e->type->kind == T_UNTYPED_NIL))
		return "untyped nil";
	if (e->value) {
		const char *value = const_string(e->value);
		const char *shown =
			strcmp(value, text) == 0 ? "" : arena_printf(types_arena, " %s", value);
		if (untyped)
			return arena_printf(types_arena, "%s (%s constant%s)", text, type, shown);
		return arena_printf(types_arena, "%s (constant%s of type %s)", text, shown, type);
	}
	static const char *const words[] = {
		[MODE_VAR] = "variable",     [MODE_MAPINDEX] = "map index expression",
		[MODE_VALUE] = "value",      [MODE_COMMAOK] = "comma, ok expression",
		[MODE_NOVALUE] = "no value", [MODE_TYPE] = "type",
		[MODE_BUILTIN] = "built-in"};
	const char *word = e->mode < COUNT(words) && words[e->mode] ? words[e->mode] : "value";
	if (e->mode == MODE_NOVALUE)
		return arena_printf(types_arena, "%s (no value)", text);
	if (e->mode == MODE_TYPE)
		return arena_printf(types_arena, "%s (type)", text);
	if (untyped)
		return arena_printf(types_arena, "%s (%s %s)", text, type, word);
	return arena_printf(types_arena, "%s (%s of type %s)", text, word, type);
}

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
	e->mode = MODE_CONST;
	e->type = t;
	e->value = value;
}

// ---- Untyped operands.

static bool is_comparison(int op)
{
	return op >= OPER_EQ && op <= OPER_GE;
}
static bool is_shift(int op)
{
	return op == OPER_SHL || op == OPER_SHR;
}

static void set_final(Expr *e, Type *t)
{
	if (!e->type || !type_is_untyped(e->type))
		return;
	switch ((ExprKind)e->kind) {
	case EX_PAREN: set_final(e->paren.x, t); break;
	case EX_UNARY:
		if (!e->value || e->unary.op != OPER_RECV)
			set_final(e->unary.x, t);
		break;
	case EX_BINARY:
		if (is_comparison(e->binary.op))
			break;
		if (is_shift(e->binary.op) && !e->value && !type_is_untyped(t) &&
		    !type_is_integer(t)) {
			diag_error(
				e->binary.x->start,
				"invalid operation: shifted operand %s (type %s) must be integer",
				check_text(e->binary.x), type_string(t, TYPE_FORM_ERROR, NULL));
			bad(e);
			return;
		}
		set_final(e->binary.x, t);
		if (!is_shift(e->binary.op))
			set_final(e->binary.y, t);
		break;
	default: break;
	}
	e->type = t;
}

static const char *representable_problem(Checker *c, Expr *e, Type *t)
{
	bool numeric = type_is_numeric(e->type) && type_is_numeric(t);
	if (!numeric)
		return arena_printf(types_arena, "cannot convert %s to type %s",
				    check_operand(c, e), check_type_text(c, t));
	if (type_is_integer(t) && const_to_int(e->value)->kind != CONST_INT)
		return arena_printf(types_arena, "cannot use %s as %s value in %s (truncated)",
				    check_operand(c, e), check_type_text(c, t), "assignment");
	return arena_printf(types_arena, "cannot use %s as %s value in %s (overflows)",
			    check_operand(c, e), check_type_text(c, t), "assignment");
}

void check_convert(Checker *c, Expr *e, Type *t)
{
	if (is_bad(e) || !type_is_untyped(e->type) || t->kind == T_INVALID)
		return;
	if (type_is_untyped(t)) {
		// Between untyped numbers the larger kind wins.
		if (type_is_numeric(e->type) && type_is_numeric(t)) {
			if (t->kind > e->type->kind)
				set_final(e, t);
		}
		return;
	}
	if (e->type->kind == T_UNTYPED_NIL) {
		if (!type_has_nil(t)) {
			diag_error(e->start, "cannot use nil as %s value", check_type_text(c, t));
			bad(e);
			return;
		}
		for (Expr *x = e;; x = x->paren.x) {
			x->type = t;
			x->mode = MODE_NIL;
			if (x->kind != EX_PAREN)
				break;
		}
		return;
	}
	if (type_is_interface(t))
		t = type_default(e->type);
	if (e->value) {
		Const *rounded;
		if (!const_representable(e->value, t, &rounded)) {
			diag_error(e->start, "%s", representable_problem(c, e, t));
			bad(e);
			return;
		}
		set_final(e, t);
		e->value = rounded;
		for (Expr *x = e; x->kind == EX_PAREN; x = x->paren.x)
			x->paren.x->value = rounded;
		return;
	}
	bool fits = (type_is_boolean(e->type) && type_is_boolean(t)) ||
		    (type_is_numeric(e->type) && type_is_numeric(t)) ||
		    (type_is_string(e->type) && type_is_string(t));
	if (!fits) {
		diag_error(e->start, "cannot use %s as %s value in assignment", check_operand(c, e),
			   check_type_text(c, t));
		bad(e);
		return;
	}
	set_final(e, t);
}

void check_default(Checker *c, Expr *e)
{
	if (is_bad(e) || !type_is_untyped(e->type))
		return;
	if (e->type->kind == T_UNTYPED_NIL) {
		diag_error(e->start, "use of untyped nil in %s", "assignment");
		bad(e);
		return;
	}
	check_convert(c, e, type_default(e->type));
}

bool check_assignable(Checker *c, Expr *e, Type *t)
{
	(void)c;
	return types_assignable_to(e->type, t);
}

// Why `from` does not implement the interface, or "".
static const char *missing_method(Checker *c, Type *from, Type *iface)
{
	Obj **methods;
	int n = type_interface_methods(iface, &methods);
	for (int i = 0; i < n; i++) {
		Selection *s = types_lookup(from, methods[i]->pkg, methods[i]->name);
		const char *head =
			arena_printf(types_arena, ":\n\t%s does not implement %s",
				     check_type_text(c, from), check_type_text(c, iface));
		if (!s || s->kind != SEL_METHOD)
			return arena_printf(types_arena, "%s (missing %s method)", head,
					    methods[i]->name);
		if (s->obj->is_ptr_recv && !s->indirect)
			return arena_printf(types_arena, "%s (%s method has pointer receiver)",
					    head, methods[i]->name);
		if (!type_identical(s->obj->type, methods[i]->type))
			return arena_printf(
				types_arena,
				"%s (wrong type for %s method)\n\t\thave %s%s\n\t\twant %s%s", head,
				methods[i]->name, s->obj->name,
				check_type_text(c, s->obj->type) + 4, methods[i]->name,
				check_type_text(c, methods[i]->type) + 4);
	}
	return "";
}

void check_assign(Checker *c, Expr *e, Type *t, const char *context)
{
	if (e->mode == MODE_NOVALUE || e->mode == MODE_BUILTIN || e->mode == MODE_TYPE) {
		if (e->mode == MODE_NOVALUE)
			diag_error(e->start, "%s (no value) used as value", check_text(e));
		else
			diag_error(e->start,
				   e->mode == MODE_TYPE ? "%s (type) is not an expression"
							: "%s (built-in) must be called",
				   check_text(e));
		bad(e);
		return;
	}
	if (is_bad(e) || (t && t->kind == T_INVALID))
		return;
	if (e->type->kind == T_TUPLE) {
		diag_error(e->start, "multiple-value %s (value of type %s) in single-value context",
			   check_text(e), check_type_text(c, e->type));
		bad(e);
		return;
	}
	if (type_is_untyped(e->type)) {
		if (!t) {
			if (e->type->kind == T_UNTYPED_NIL) {
				diag_error(e->start, "use of untyped nil in %s", context);
				bad(e);
				return;
			}
			check_default(c, e);
			return;
		}
		Type *u = type_under(t);
		bool fits = e->type->kind == T_UNTYPED_NIL ? type_has_nil(t)
			    : u->kind == T_INTERFACE
				    ? true
				    : (type_is_boolean(e->type) && type_is_boolean(t)) ||
					      (type_is_numeric(e->type) && type_is_numeric(t)) ||
					      (type_is_string(e->type) && type_is_string(t));
		Const *rounded;
		if (fits && e->value && u->kind != T_INTERFACE &&
		    !const_representable(e->value, t, &rounded)) {
			const char *why =
				type_is_integer(t) && const_to_int(e->value)->kind != CONST_INT
					? " (truncated)"
					: " (overflows)";
			diag_error(e->start, "cannot use %s as %s value in %s%s",
				   check_operand(c, e), check_type_text(c, t), context, why);
			bad(e);
			return;
		}
		if (!fits) {
			diag_error(e->start, "cannot use %s as %s value in %s",
				   e->type->kind == T_UNTYPED_NIL ? "nil" : check_operand(c, e),
				   check_type_text(c, t), context);
			bad(e);
			return;
		}
		check_convert(c, e, t);
		if (is_bad(e) || u->kind != T_INTERFACE)
			return;
	}
	if (!t || check_assignable(c, e, t))
		return;
	const char *why = type_is_interface(t) ? missing_method(c, e->type, t) : "";
	if (!*why && type_is_interface(e->type) && !type_is_interface(t) &&
	    types_implements(t, e->type))
		why = ": need type assertion";
	diag_error(e->start, "cannot use %s as type %s in %s%s", check_operand(c, e),
		   check_type_text(c, t), context, why);
	bad(e);
}

void check_index(Checker *c, Expr *e)
{
	check_expr(c, e);
	if (is_bad(e))
		return;
	if (type_is_untyped(e->type)) {
		if (e->value && const_to_int(e->value)->kind != CONST_INT) {
			diag_error(e->start, "invalid argument: index %s must be integer",
				   check_operand(c, e));
			bad(e);
			return;
		}
		check_convert(c, e, type_basic[T_INT]);
	}
	if (!is_bad(e) && !type_is_integer(e->type)) {
		diag_error(e->start, "invalid argument: index %s must be integer",
			   check_operand(c, e));
		bad(e);
	} else if (e->value && const_sign(e->value) < 0) {
		diag_error(e->start,
			   "invalid argument: index %s (constant of type int) must not be negative",
			   check_text(e));
		bad(e);
	}
}

// ---- Names and selectors.

static void use_object(Checker *c, Expr *e, Obj *o)
{
	e->obj = o;
	check_resolve(c, o);
	check_use(c, o);
	switch (o->kind) {
	case O_VAR: set(e, MODE_VAR, o->type ? o->type : type_basic[T_INVALID]); break;
	case O_CONST:
		if (o->type == NULL || o->type->kind == T_INVALID || !o->value) {
			bad(e);
			break;
		}
		constant(e, o->type, o->value);
		break;
	case O_TYPE: set(e, MODE_TYPE, o->type); break;
	case O_FUNC: set(e, MODE_VALUE, o->type); break;
	case O_BUILTIN:
		set(e, MODE_BUILTIN, NULL);
		e->type = type_basic[T_INVALID];
		break;
	case O_NIL: set(e, MODE_VALUE, type_basic[T_UNTYPED_NIL]); break;
	default: bad(e);
	}
}

static void name(Checker *c, Expr *e)
{
	if (e->name == STR("_")) {
		diag_error(e->pos, "cannot use _ as value");
		bad(e);
		return;
	}
	Obj *o = scope_lookup_parent(c->scope, e->name, 0, NULL);
	if (!o) {
		diag_error(e->pos, "undefined: %s", e->name);
		bad(e);
		return;
	}
	o->used = true;
	if (o->kind == O_PKG) {
		diag_error(e->pos, "use of package %s without selector", e->name);
		bad(e);
		return;
	}
	if (o->kind == O_CONST && !o->pkg && o->name == STR("iota")) {
		if (!c->iota) {
			diag_error(e->pos, "cannot use iota outside constant declaration");
			bad(e);
			return;
		}
		e->obj = o;
		constant(e, type_basic[T_UNTYPED_INT], c->iota);
		return;
	}
	if (o->kind == O_VAR && o->color == 2 && !o->type && o->is_package_level) {
		diag_error(o->pos, "initialization loop for %s", o->name);
		bad(e);
		return;
	}
	use_object(c, e, o);
}

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
	if (!o || !obj_is_exported(o)) {
		if (o)
			diag_error(sel->pos, "%s not exported by package %s", sel->name,
				   p->imported->name);
		else
			diag_error(sel->pos, "undefined: %s", check_text(e));
		bad(e);
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
	params[0] = obj_new(O_VAR, NO_POS, NULL, STR("_"), recv);
	for (int i = 0; i < m->nparams; i++)
		params[i + 1] = m->params[i];
	return type_func(NULL, params, m->nparams + 1, m->results, m->nresults, m->variadic);
}

static void no_member(Checker *c, Expr *e)
{
	Expr *x = e->selector.x;
	const char *why = arena_printf(types_arena, "type %s has no field or method %s",
				       check_type_text(c, x->type), e->selector.sel->name);
	if (x->type->kind == T_POINTER && type_is_interface(x->type->elem))
		why = arena_printf(types_arena, "type %s is pointer to interface, not interface",
				   check_type_text(c, x->type));
	diag_error(e->selector.sel->pos, "%s undefined (%s)", check_text(e), why);
	bad(e);
}

static void selector(Checker *c, Expr *e)
{
	if (qualified(c, e))
		return;
	Expr *x = e->selector.x;
	check_raw(c, x, NULL);
	if (is_bad(x) || x->mode == MODE_NOVALUE) {
		bad(e);
		return;
	}
	if (type_is_untyped(x->type))
		check_default(c, x);
	Selection *s = types_lookup(x->type, c->package, e->selector.sel->name);
	if (!s) {
		no_member(c, e);
		return;
	}
	e->info = s;
	e->obj = e->selector.sel->obj = s->obj;
	check_resolve(c, s->obj);
	if (x->mode == MODE_TYPE) {
		if (s->kind != SEL_METHOD || (s->obj->is_ptr_recv && !s->indirect)) {
			no_member(c, e);
			return;
		}
		s->kind = SEL_METHOD_EXPR;
		check_use(c, s->obj);
		set(e, MODE_VALUE, method_expr_type(x->type, type_under(s->obj->type)));
		return;
	}
	if (s->kind == SEL_FIELD) {
		set(e, x->mode == MODE_VAR || s->indirect ? MODE_VAR : MODE_VALUE, s->obj->type);
		return;
	}
	if (s->obj->is_ptr_recv && !s->indirect && x->mode != MODE_VAR) {
		diag_error(e->start, "cannot call pointer method %s on %s", s->obj->name,
			   check_type_text(c, x->type));
		bad(e);
		return;
	}
	check_use(c, s->obj);
	Type *m = type_under(s->obj->type);
	set(e, MODE_VALUE,
	    type_func(NULL, m->params, m->nparams, m->results, m->nresults, m->variadic));
}

// ---- Operators.

static void overflow(Checker *c, Expr *e)
{
	if (!e->value || e->value->kind == CONST_UNKNOWN)
		return;
	if (!type_is_untyped(e->type)) {
		Const *rounded;
		if (!const_representable(e->value, e->type, &rounded)) {
			diag_error(e->pos,
				   "cannot use %s (untyped constant) as %s value (overflows)",
				   check_text(e), check_type_text(c, e->type));
			bad(e);
			return;
		}
		e->value = rounded;
	}
}

static void unary(Checker *c, Expr *e, Type *hint)
{
	Expr *x = e->unary.x;
	if (e->unary.op == OPER_AND) {
		Expr *operand = syntax_unparen(x);
		Type *inner = hint && type_is_pointer(hint) ? type_elem(hint) : NULL;
		check_raw(c, x, operand->kind == EX_COMPOSITE ? inner : NULL);
		if (is_bad(x)) {
			bad(e);
			return;
		}
		if (operand->kind != EX_COMPOSITE && x->mode != MODE_VAR) {
			diag_error(e->start, "invalid operation: cannot take address of %s",
				   check_operand(c, x));
			bad(e);
			return;
		}
		set(e, MODE_VALUE, type_pointer(x->type));
		return;
	}
	check_expr(c, x);
	if (is_bad(x)) {
		bad(e);
		return;
	}
	if (e->unary.op == OPER_RECV) {
		if (type_kind(x->type) != T_CHAN || type_under(x->type)->dir == CHAN_SEND) {
			diag_error(e->start, "invalid operation: cannot receive from %s %s",
				   type_kind(x->type) == T_CHAN ? "send-only channel"
								: "non-channel",
				   check_operand(c, x));
			bad(e);
			return;
		}
		set(e, MODE_COMMAOK, type_elem(x->type));
		return;
	}
	bool ok = e->unary.op == OPER_NOT ? type_is_boolean(x->type)
		  : e->unary.op == OPER_XOR
			  ? type_is_integer(x->type) || (x->value && type_is_untyped(x->type))
			  : type_is_numeric(x->type);
	if (!ok) {
		diag_error(e->start, "invalid operation: operator %s not defined on %s",
			   operator_text[e->unary.op], check_operand(c, x));
		bad(e);
		return;
	}
	set(e, MODE_VALUE, x->type);
	if (!x->value)
		return;
	constant(e, x->type,
		 const_unary(e->unary.op, x->value, type_is_untyped(x->type) ? NULL : x->type));
	overflow(c, e);
}

static void shift(Checker *c, Expr *e)
{
	Expr *x = e->binary.x, *y = e->binary.y;
	if (y->value && type_is_untyped(y->type))
		check_convert(c, y,
			      const_to_int(y->value)->kind == CONST_INT ? type_basic[T_UINT]
									: type_basic[T_INVALID]);
	else if (type_is_untyped(y->type))
		check_convert(c, y, type_basic[T_UINT]);
	if (is_bad(y) || !type_is_integer(y->type)) {
		if (!is_bad(y))
			diag_error(y->start, "invalid operation: shift count %s must be integer",
				   check_operand(c, y));
		bad(e);
		return;
	}
	bool whole =
		x->value && type_is_untyped(x->type) && const_to_int(x->value)->kind == CONST_INT;
	if (!type_is_integer(x->type) && !whole) {
		diag_error(e->pos, "invalid operation: shifted operand %s must be integer",
			   check_operand(c, x));
		bad(e);
		return;
	}
	if (!x->value || !y->value) {
		set(e, MODE_VALUE, x->type);
		return;
	}
	uint64_t n = const_uint64(y->value);
	if (const_sign(y->value) < 0 || n > 10000) {
		diag_error(y->start,
			   const_sign(y->value) < 0 ? "invalid shift count %s"
						    : "invalid shift count %s",
			   check_operand(c, y));
		bad(e);
		return;
	}
	Type *t = type_is_untyped(x->type) && !type_is_integer(x->type) ? type_basic[T_UNTYPED_INT]
									: x->type;
	constant(e, t, const_shift(x->value, e->binary.op, (unsigned long)n));
	overflow(c, e);
}

void check_match(Checker *c, Expr *x, Expr *y)
{
	bool ux = type_is_untyped(x->type), uy = type_is_untyped(y->type);
	if (ux && uy) {
		if (type_is_numeric(x->type) && type_is_numeric(y->type)) {
			Type *t = x->type->kind > y->type->kind ? x->type : y->type;
			check_convert(c, x, t);
			check_convert(c, y, t);
		}
		return;
	}
	if (ux) {
		if (x->type->kind == T_UNTYPED_NIL ? type_has_nil(y->type) : true)
			check_convert(c, x, y->type);
	} else if (uy) {
		if (y->type->kind == T_UNTYPED_NIL ? type_has_nil(x->type) : true)
			check_convert(c, y, x->type);
	}
}

static void mismatched(Checker *c, Expr *e, Expr *x, Expr *y, int op)
{
	diag_error(e->pos, "invalid operation: %s %s %s (mismatched types %s and %s)",
		   check_text(x), operator_text[op], check_text(y), check_type_text(c, x->type),
		   check_type_text(c, y->type));
	bad(e);
}

void check_comparison(Checker *c, Expr *x, Expr *y, int op, Expr *e)
{
	Type *s = x->type, *t = y->type;
	bool nil = x->mode == MODE_NIL || y->mode == MODE_NIL || s->kind == T_UNTYPED_NIL ||
		   t->kind == T_UNTYPED_NIL;
	if (!types_assignable_to(s, t) && !types_assignable_to(t, s)) {
		mismatched(c, e, x, y, op);
		return;
	}
	bool ok = op == OPER_EQ || op == OPER_NE
			  ? nil || (type_is_comparable(s) && type_is_comparable(t))
			  : type_is_ordered(s) && type_is_ordered(t);
	if (s->kind == T_UNTYPED_NIL && t->kind == T_UNTYPED_NIL)
		ok = false;
	if (!ok) {
		diag_error(e->pos, "invalid operation: %s %s %s (operator %s not defined on %s)",
			   check_text(x), operator_text[op], check_text(y), operator_text[op],
			   type_kind(s) == T_STRUCT      ? "struct"
			   : type_kind(s) == T_SLICE     ? "slice"
			   : type_kind(s) == T_MAP       ? "map"
			   : type_kind(s) == T_FUNC      ? "func"
			   : type_kind(s) == T_POINTER   ? "pointer"
			   : type_kind(s) == T_CHAN      ? "chan"
			   : type_kind(s) == T_INTERFACE ? "interface"
							 : "operand");
		bad(e);
		return;
	}
	if (x->value && y->value) {
		constant(e, type_basic[T_UNTYPED_BOOL],
			 const_bool(const_compare(x->value, op, y->value)));
		return; // the operands are never made
	}
	set(e, MODE_VALUE, type_basic[T_UNTYPED_BOOL]);
	check_default(c, x);
	check_default(c, y);
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

// The kind a constant operation of untyped operands has: a whole constant of a larger kind may be
// an integer operand.
static bool integral_constants(const Expr *x, const Expr *y)
{
	return x->value && y->value && type_is_untyped(x->type) &&
	       const_to_int(x->value)->kind == CONST_INT &&
	       const_to_int(y->value)->kind == CONST_INT;
}

static void binary(Checker *c, Expr *e)
{
	Expr *x = e->binary.x, *y = e->binary.y;
	int op = e->binary.op;
	check_expr(c, x);
	check_expr(c, y);
	if (is_bad(x) || is_bad(y)) {
		bad(e);
		return;
	}
	if (is_shift(op)) {
		shift(c, e);
		return;
	}
	check_match(c, x, y);
	if (is_bad(x) || is_bad(y)) {
		bad(e);
		return;
	}
	if (is_comparison(op)) {
		check_comparison(c, x, y, op, e);
		return;
	}
	if (!type_identical(x->type, y->type) &&
	    !(type_is_untyped(x->type) && type_is_untyped(y->type) && type_is_numeric(x->type) &&
	      type_is_numeric(y->type))) {
		mismatched(c, e, x, y, op);
		return;
	}
	if (!operator_applies(op, x->type) &&
	    !((op == OPER_REM || (op >= OPER_OR && op <= OPER_XOR) || op == OPER_AND ||
	       op == OPER_ANDNOT) &&
	      integral_constants(x, y))) {
		diag_error(e->pos, "invalid operation: operator %s not defined on %s",
			   operator_text[op], check_operand(c, x));
		bad(e);
		return;
	}
	if ((op == OPER_DIV || op == OPER_REM) && y->value && const_is_zero(y->value) &&
	    (x->value || type_is_integer(x->type))) {
		diag_error(y->start, "invalid operation: division by zero");
		bad(e);
		return;
	}
	set(e, MODE_VALUE, x->type);
	if (!x->value || !y->value)
		return;
	bool integer = type_is_integer(x->type) && type_is_integer(y->type);
	constant(e, x->type, const_binary(x->value, op, y->value, integer));
	overflow(c, e);
}

// ---- Index, slice, assertion.

static void constant_bound(Expr *e, Expr *i, int64_t length)
{
	if (length < 0 || !i->value || !const_is_int64(i->value) || const_int64(i->value) < length)
		return;
	diag_error(i->start, "invalid argument: index %s out of bounds [0:%lld]", check_text(i),
		   (long long)length);
	(void)e;
}

static void index_expr(Checker *c, Expr *e)
{
	Expr *x = e->index.x;
	check_raw(c, x, NULL);
	if (is_bad(x)) {
		for (uint32_t i = 0; i < e->index.index.len; i++)
			if (!check_is_type(c, e->index.index.data[i]))
				check_expr(c, e->index.index.data[i]);
		bad(e);
		return;
	}
	if (e->index.index.len != 1 || x->mode == MODE_TYPE || type_kind(x->type) == T_FUNC) {
		diag_unsupported(e->pos, "type parameters");
		bad(e);
		return;
	}
	Expr *i = e->index.index.data[0];
	if (type_kind(x->type) == T_MAP) {
		check_raw(c, i, NULL);
		check_assign(c, i, type_key(x->type), "map index");
		set(e, MODE_MAPINDEX, type_elem(x->type));
		return;
	}
	if (type_is_untyped(x->type))
		check_default(c, x);
	check_index(c, i);
	Type *u = type_under(x->type);
	if (u->kind == T_POINTER && type_kind(u->elem) == T_ARRAY) {
		constant_bound(e, i, type_len(u->elem));
		set(e, MODE_VAR, type_elem(u->elem));
	} else if (u->kind == T_ARRAY) {
		constant_bound(e, i, u->len);
		set(e, x->mode == MODE_VAR ? MODE_VAR : MODE_VALUE, u->elem);
	} else if (u->kind == T_SLICE) {
		set(e, MODE_VAR, u->elem);
	} else if (u->kind == T_STRING) {
		set(e, MODE_VALUE, type_byte);
		if (x->value && i->value) {
			uint64_t n = const_uint64(i->value);
			constant_bound(e, i, str_len(x->value->s));
			if (n < str_len(x->value->s))
				constant(e, type_byte, const_int((uint8_t)x->value->s[n]));
			e->mode = MODE_VALUE;
			e->value = NULL;
		}
	} else {
		diag_error(x->start, "invalid operation: cannot index %s", check_operand(c, x));
		bad(e);
	}
	if (is_bad(i))
		bad(e);
}

// Constant indices lie within an array or a constant string, and in order.
static void slice_bounds(Expr *e, Type *u, const Const *value)
{
	int64_t limit = -1;
	if (u->kind == T_ARRAY)
		limit = u->len;
	else if (u->kind == T_POINTER && type_kind(u->elem) == T_ARRAY)
		limit = type_len(u->elem);
	else if (value && value->kind == CONST_STRING)
		limit = str_len(value->s);
	int64_t previous = -1;
	for (int k = 0; k < 3; k++) {
		Expr *i = e->slice.index[k];
		if (!i || is_bad(i) || !i->value || !const_is_int64(i->value))
			continue;
		int64_t n = const_int64(i->value);
		if (limit >= 0 && n > limit) {
			diag_error(i->start, "invalid argument: index %s out of bounds [0:%lld]",
				   check_text(i), (long long)limit + 1);
			return;
		}
		if (n < previous) {
			diag_error(i->start, "invalid slice indices: %lld < %lld", (long long)n,
				   (long long)previous);
			return;
		}
		previous = n;
	}
}

static void slice_expr(Checker *c, Expr *e)
{
	Expr *x = e->slice.x;
	check_expr(c, x);
	for (int i = 0; i < 3; i++)
		if (e->slice.index[i])
			check_index(c, e->slice.index[i]);
	if (is_bad(x)) {
		bad(e);
		return;
	}
	if (type_is_untyped(x->type))
		check_default(c, x);
	Type *u = type_under(x->type);
	slice_bounds(e, u, x->value);
	if (u->kind == T_STRING) {
		if (e->slice.full) {
			diag_error(e->start, "invalid operation: 3-index slice of string");
			bad(e);
			return;
		}
		set(e, MODE_VALUE, x->type);
	} else if (u->kind == T_SLICE) {
		set(e, MODE_VALUE, x->type);
	} else if (u->kind == T_POINTER && type_kind(u->elem) == T_ARRAY) {
		set(e, MODE_VALUE, type_slice(type_elem(u->elem)));
	} else if (u->kind == T_ARRAY) {
		if (x->mode != MODE_VAR) {
			diag_error(x->start, "invalid operation: %s (slice of unaddressable value)",
				   check_operand(c, x));
			bad(e);
			return;
		}
		set(e, MODE_VALUE, type_slice(u->elem));
	} else {
		diag_error(x->start, "cannot slice %s", check_operand(c, x));
		bad(e);
	}
}

static void assertion(Checker *c, Expr *e)
{
	check_expr(c, e->assert_.x);
	Type *t = check_type(c, e->assert_.type);
	if (is_bad(e->assert_.x) || t->kind == T_INVALID) {
		bad(e);
		return;
	}
	if (!type_is_interface(e->assert_.x->type)) {
		diag_error(e->assert_.x->start, "invalid operation: %s is not an interface",
			   check_operand(c, e->assert_.x));
		bad(e);
		return;
	}
	if (!type_is_interface(t) && !types_implements(t, e->assert_.x->type)) {
		const char *why = missing_method(c, t, e->assert_.x->type);
		diag_error(e->assert_.type->start, "impossible type assertion: %s%s", check_text(e),
			   why);
		bad(e);
		return;
	}
	set(e, MODE_COMMAOK, t);
}

// ---- Composite literals and functions.

static void element(Checker *c, Expr *e, Type *t, const char *context)
{
	check_raw(c, e, t);
	check_assign(c, e, t, context);
}

static int64_t array_elements(Checker *c, Expr *e, Type *elem, int64_t length)
{
	int64_t next = 0, max = 0;
	Map seen = map_make(types_arena); // indices, where some are written
	for (uint32_t i = 0; i < e->composite.elems.len; i++) {
		Expr *x = e->composite.elems.data[i], *value = x;
		if (x->kind == EX_KEY_VALUE) {
			check_index(c, x->key_value.key);
			if (x->key_value.key->value)
				next = const_int64(x->key_value.key->value);
			else if (!is_bad(x->key_value.key))
				diag_error(x->key_value.key->start,
					   "index %s must be integer constant",
					   check_text(x->key_value.key));
			value = x->key_value.value;
		}
		if (length >= 0 && next >= length)
			diag_error(value->start,
				   "invalid argument: index %lld out of bounds [0:%lld]",
				   (long long)next, (long long)length);
		if (e->composite.keyed && map_has_u64(&seen, (uint64_t)next))
			diag_error(x->start, "duplicate index %lld in array or slice literal",
				   (long long)next);
		else if (e->composite.keyed)
			*map_slot_u64(&seen, (uint64_t)next) = x;
		element(c, value, elem, "array or slice literal");
		if (++next > max)
			max = next;
	}
	return max;
}

static void struct_elements(Checker *c, Expr *e, Type *t)
{
	Type *u = type_under(t);
	uint32_t n = e->composite.elems.len;
	Map seen = map_make(types_arena);
	if (e->composite.keyed && e->composite.keyed < n)
		diag_error(e->composite.elems.data[0]->start,
			   "mixture of field:value and value elements in struct literal");
	for (uint32_t i = 0; i < n; i++) {
		Expr *x = e->composite.elems.data[i];
		if (x->kind != EX_KEY_VALUE) {
			if (i >= (uint32_t)u->nfields) {
				diag_error(x->start, "too many values in struct literal of type %s",
					   check_type_text(c, t));
				return;
			}
			element(c, x, u->fields[i]->type, "struct literal");
			if (!obj_is_exported(u->fields[i]) && u->fields[i]->pkg != c->package)
				diag_error(x->start,
					   "implicit assignment to unexported field %s in struct "
					   "literal of type %s",
					   u->fields[i]->name, check_type_text(c, t));
			continue;
		}
		Expr *key = x->key_value.key;
		Obj *f = NULL;
		for (int j = 0; j < u->nfields && key->kind == EX_NAME; j++)
			if (u->fields[j]->name == key->name &&
			    (obj_is_exported(u->fields[j]) || u->fields[j]->pkg == c->package))
				f = u->fields[j];
		if (!f) {
			diag_error(key->start, "unknown field %s in struct literal of type %s",
				   check_text(key), check_type_text(c, t));
			check_expr(c, x->key_value.value);
			continue;
		}
		key->obj = f;
		if (map_has(&seen, f))
			diag_error(key->start, "duplicate field name %s in struct literal",
				   f->name);
		map_set(&seen, f, x);
		element(c, x->key_value.value, f->type, "struct literal");
	}
	if (n && e->composite.elems.data[0]->kind != EX_KEY_VALUE && n < (uint32_t)u->nfields)
		diag_error(e->composite.rbrace, "too few values in struct literal of type %s",
			   check_type_text(c, t));
}

static void unique_key(Map *seen, Expr *key)
{
	if (is_bad(key) || !key->value)
		return;
	Str id = str_printf("%u %s", type_canonical(key->type)->id, const_exact_string(key->value));
	if (map_has(seen, id))
		diag_error(key->start, "duplicate key %s in map literal", check_text(key));
	map_set(seen, id, key);
}

static void composite(Checker *c, Expr *e, Type *hint)
{
	Map keys = map_make(types_arena); // of a map literal
	Type *t = hint, *result = hint;
	Expr *written = e->composite.type;
	bool open = written && written->kind == EX_ARRAY_TYPE && !written->array_type.len;
	if (open) {
		Type *elem = check_type(c, written->array_type.elem);
		t = result = type_array(elem, array_elements(c, e, elem, -1));
		set(written, MODE_TYPE, t);
		set(e, MODE_VALUE, t);
		return;
	}
	if (written)
		t = result = check_type(c, written);
	if (!t || t->kind == T_INVALID) {
		if (!t)
			diag_error(e->start, "missing type in composite literal");
		for (uint32_t i = 0; i < e->composite.elems.len; i++) {
			Expr *x = e->composite.elems.data[i];
			x = x->kind == EX_KEY_VALUE ? x->key_value.value : x;
			if (x->kind != EX_COMPOSITE || x->composite.type)
				check_raw(c, x, NULL);
		}
		bad(e);
		return;
	}
	if (!written && type_under(t)->kind == T_POINTER)
		t = type_under(t)->elem;
	Type *u = type_under(t);
	switch (u->kind) {
	case T_STRUCT: struct_elements(c, e, t); break;
	case T_ARRAY: array_elements(c, e, u->elem, u->len); break;
	case T_SLICE: array_elements(c, e, u->elem, -1); break;
	case T_MAP:
		for (uint32_t i = 0; i < e->composite.elems.len; i++) {
			Expr *x = e->composite.elems.data[i];
			if (x->kind != EX_KEY_VALUE) {
				diag_error(x->start, "missing key in map literal");
				continue;
			}
			element(c, x->key_value.key, u->key, "map literal");
			unique_key(&keys, x->key_value.key);
			element(c, x->key_value.value, u->elem, "map literal");
		}
		break;
	default:
		diag_error(e->start, "invalid composite literal type %s", check_type_text(c, t));
		bad(e);
		return;
	}
	set(e, MODE_VALUE, result);
}

static void func_lit(Checker *c, Expr *e)
{
	Type *t = check_signature(c, NULL, e->func_lit.type);
	set(e, MODE_VALUE, t);
	Expr *outer = c->closure;
	c->closure = e;
	check_func_body(c, t, e->func_lit.type, NULL, e->func_lit.body);
	c->closure = outer;
}

static void star(Checker *c, Expr *e)
{
	check_raw(c, e->star.x, NULL);
	Expr *x = e->star.x;
	if (is_bad(x)) {
		bad(e);
		return;
	}
	if (x->mode == MODE_TYPE) {
		set(e, MODE_TYPE, type_pointer(x->type));
		return;
	}
	if (x->type->kind == T_UNTYPED_NIL || !type_is_pointer(x->type)) {
		diag_error(e->start, "invalid operation: cannot indirect %s", check_operand(c, x));
		bad(e);
		return;
	}
	set(e, MODE_VAR, type_elem(x->type));
}

static void literal(Expr *e)
{
	static const TypeKind kinds[] = {[LIT_INT] = T_UNTYPED_INT,
					 [LIT_FLOAT] = T_UNTYPED_FLOAT,
					 [LIT_IMAG] = T_UNTYPED_COMPLEX,
					 [LIT_RUNE] = T_UNTYPED_RUNE,
					 [LIT_STRING] = T_UNTYPED_STRING};
	if (e->literal.bad) {
		bad(e);
		return;
	}
	constant(e, type_basic[kinds[e->literal.kind]], const_from_literal(e));
}

void check_raw(Checker *c, Expr *e, Type *hint)
{
	e->value = NULL;
	switch ((ExprKind)e->kind) {
	case EX_NAME: name(c, e); break;
	case EX_LITERAL: literal(e); break;
	case EX_COMPOSITE: composite(c, e, hint); break;
	case EX_FUNC_LIT: func_lit(c, e); break;
	case EX_PAREN:
		check_raw(c, e->paren.x, hint);
		e->mode = e->paren.x->mode;
		e->type = e->paren.x->type;
		e->value = e->paren.x->value;
		e->obj = e->paren.x->obj;
		break;
	case EX_SELECTOR: selector(c, e); break;
	case EX_INDEX: index_expr(c, e); break;
	case EX_SLICE: slice_expr(c, e); break;
	case EX_ASSERT: assertion(c, e); break;
	case EX_CALL: check_call(c, e); break;
	case EX_STAR: star(c, e); break;
	case EX_UNARY: unary(c, e, hint); break;
	case EX_BINARY: binary(c, e); break;
	case EX_BAD: bad(e); break;
	case EX_KEY_VALUE:
	case EX_TYPE_SWITCH:
		diag_error(e->start, "invalid use of %s", check_text(e));
		bad(e);
		break;
	default: check_type(c, e);
	}
}

void check_multi(Checker *c, Expr *e)
{
	check_raw(c, e, NULL);
	switch ((ExprMode)e->mode) {
	case MODE_NOVALUE:
		diag_error(e->start, "%s (no value) used as value", check_text(e));
		bad(e);
		break;
	case MODE_BUILTIN:
		diag_error(e->start, "%s (built-in) must be called", check_text(e));
		bad(e);
		break;
	case MODE_TYPE:
		diag_error(e->start, "%s (type) is not an expression", check_text(e));
		bad(e);
		break;
	default: break;
	}
}

void check_expr(Checker *c, Expr *e)
{
	check_multi(c, e);
	if (e->mode != MODE_INVALID && e->type && e->type->kind == T_TUPLE) {
		diag_error(e->start, "multiple-value %s (value of type %s) in single-value context",
			   check_text(e), check_type_text(c, e->type));
		bad(e);
	}
}
