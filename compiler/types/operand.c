// Operands: how messages name them and where, how untyped ones get their types, and what may be
// assigned to what.
//
// An untyped operand keeps its untyped type until what surrounds it decides; then check_convert
// writes the final type into the operand and the parts of it that share its type (a shift's left
// operand, both of a sum). A constant that is the left operand of a shift that is none is marked
// (EXPR_SHIFTED): it too gets the type of the surroundings, which must be an integer's.
#include "types/checker.h"

#include <strings.h>

// ---- Messages

int check_older(const Checker *c, int minor)
{
	return c->config->lang_minor < minor ? c->config->lang_minor : 0;
}

Pos check_pos(const Expr *e)
{
	for (;;)
		switch ((ExprKind)e->kind) {
		case EX_COMPOSITE:
			if (!e->composite.type)
				return e->pos;
			e = e->composite.type;
			break;
		case EX_SELECTOR: e = e->selector.x; break;
		case EX_INDEX: e = e->index.x; break;
		case EX_ASSERT: e = e->assert_.x; break;
		case EX_CALL: e = e->call.fun; break;
		case EX_BINARY: e = e->binary.x; break;
		case EX_KEY_VALUE:
		case EX_SLICE:
		case EX_FUNC_TYPE: return e->pos;
		default: return e->start;
		}
}

// An error of a part that an error was told of already says nothing new.
static bool follows_error(const char *text)
{
	const char *operand = strstr(text, "invalid operand"), *type = strstr(text, "invalid type");
	return diag_errors() && ((operand && operand > text) || (type && type > text));
}

static void report(Checker *c, Pos pos, Pos start, Pos end, const char *text)
{
	if (follows_error(text)) {
		diag_drop_notes();
		return;
	}
	if (c->error_pos)
		pos = c->error_pos, start = end = NO_POS;
	diag_error_span(pos, start, end, "%s", text);
}

static const char *format_text(const char *format, va_list args)
{
	Buf b = buf_make(types_arena);
	buf_vprintf(&b, format, args);
	return buf_cstr(&b);
}

void check_error(Checker *c, const Expr *e, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	report(c, check_pos(e), e->start, e->end, format_text(format, args));
	va_end(args);
}

void check_error_at(Checker *c, Pos pos, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	report(c, pos, NO_POS, NO_POS, format_text(format, args));
	va_end(args);
}

const char *check_text(const Expr *e)
{
	return syntax_expr_text(types_arena, e);
}

const char *check_type_text(Checker *c, Type *t)
{
	return type_string(t, TYPE_FORM_ERROR, c->package);
}

const char *check_object_text(Checker *c, const Obj *o)
{
	static const char *const words[] = {
		[O_VAR] = "var",   [O_CONST] = "const", [O_TYPE] = "type",
		[O_FUNC] = "func", [O_PKG] = "package", [O_LABEL] = "label"};
	return arena_printf(types_arena, "%s %s %s", words[o->kind], o->name,
			    o->type ? check_type_text(c, o->type) : "");
}

static const char *mode_word(ExprMode mode)
{
	switch (mode) {
	case MODE_INVALID: return "invalid operand";
	case MODE_NOVALUE: return "no value";
	case MODE_BUILTIN: return "built-in";
	case MODE_TYPE: return "type";
	case MODE_CONST: return "constant";
	case MODE_VAR: return "variable";
	case MODE_MAPINDEX: return "map index expression";
	case MODE_COMMAOK: return "comma, ok expression";
	case MODE_NIL: return "nil";
	default: return "value";
	}
}

// "x (variable of type int)".
const char *check_operand(Checker *c, const Expr *e)
{
	if (operand_is_nil(e))
		return "nil";
	Buf b = buf_make(types_arena);
	const char *text = check_text(e);
	bool typed = e->mode != MODE_INVALID && e->mode != MODE_NOVALUE &&
		     e->mode != MODE_BUILTIN && e->mode != MODE_TYPE && e->type;
	bool untyped = typed && type_is_untyped(e->type);
	buf_printf(&b, "%s (", text);
	if (untyped)
		buf_printf(&b, "%s ", e->type->name);
	buf_puts(&b, mode_word((ExprMode)e->mode));
	if (e->mode == MODE_CONST && e->value) {
		const char *value = const_string(e->value);
		if (strcmp(value, text))
			buf_printf(&b, " %s", value);
	}
	if (typed && !untyped && e->type->kind == T_INVALID)
		buf_puts(&b, " with invalid type");
	else if (typed && !untyped)
		buf_printf(&b, " of type %s", check_type_text(c, e->type));
	buf_putc(&b, ')');
	return buf_cstr(&b);
}

// ---- Final types of untyped operands

static bool is_comparison(int op)
{
	return op >= OPER_EQ && op <= OPER_GE;
}

static bool is_shift(int op)
{
	return op == OPER_SHL || op == OPER_SHR;
}

// Gives the parts of a constant its type; their values count no more.
static void settle_constant(Expr *e, Type *t)
{
	if (!e->type || !type_is_untyped(e->type))
		return;
	if (e->kind == EX_PAREN) {
		settle_constant(e->paren.x, t);
	} else if (e->kind == EX_UNARY) {
		settle_constant(e->unary.x, t);
	} else if (e->kind == EX_BINARY && !is_comparison(e->binary.op)) {
		settle_constant(e->binary.x, t);
		if (!is_shift(e->binary.op))
			settle_constant(e->binary.y, t);
	}
	e->type = t;
}

static Problem representable(Expr *e, Type *t, Const **rounded)
{
	*rounded = e->value;
	if (const_representable(e->value, t, rounded))
		return PROBLEM_NONE;
	if (!type_is_numeric(e->type) || !type_is_numeric(t))
		return PROBLEM_KIND;
	return !type_is_integer(e->type) && type_is_integer(t) ? PROBLEM_TRUNCATED
							       : PROBLEM_OVERFLOW;
}

static void invalid_conversion(Checker *c, Expr *e, Type *t, Problem problem)
{
	const char *format = problem == PROBLEM_TRUNCATED  ? "%s truncated to %s"
			     : problem == PROBLEM_OVERFLOW ? "%s overflows %s"
							   : "cannot convert %s to %s";
	check_error(c, e, format, check_operand(c, e), check_type_text(c, t));
	operand_bad(e);
}

static void settle(Checker *c, Expr *e, Type *t, const Expr *parent)
{
	if (!e->type || !type_is_untyped(e->type))
		return;
	if (e->value && !(e->flags & EXPR_SHIFTED)) {
		Const *rounded;
		Problem problem = type_is_untyped(t) ? PROBLEM_NONE : representable(e, t, &rounded);
		if (problem)
			return invalid_conversion(c, e, type_under(t), problem);
		settle_constant(e, t);
		if (type_is_untyped(t))
			return;
		for (Expr *x = e;; x = x->paren.x) {
			x->value = rounded;
			if (x->kind != EX_PAREN)
				return;
		}
	}
	if (e->flags & EXPR_SHIFTED && !type_is_untyped(t) && !type_is_integer(t)) {
		check_error(c, e, "invalid operation: %s (shift of type %s)",
			    check_text(parent ? parent : e), check_type_text(c, t));
		operand_bad(e);
		return;
	}
	if (e->flags & EXPR_SHIFTED) {
		e->flags &= (uint16_t)~EXPR_SHIFTED;
		settle(c, e, t, parent);
		if (type_is_untyped(t))
			e->flags |= EXPR_SHIFTED;
		return;
	}
	if (e->kind == EX_PAREN) {
		settle(c, e->paren.x, t, parent);
	} else if (e->kind == EX_UNARY && e->unary.op != OPER_RECV) {
		settle(c, e->unary.x, t, e);
	} else if (e->kind == EX_BINARY && !is_comparison(e->binary.op)) {
		settle(c, e->binary.x, t, e);
		if (!is_shift(e->binary.op))
			settle(c, e->binary.y, t, e);
	}
	if (e->mode == MODE_NIL)
		return;
	e->type = t;
}

static void settle_nil(Expr *e, Type *t)
{
	for (;; e = e->paren.x) {
		e->type = t;
		e->mode = MODE_NIL;
		if (e->kind != EX_PAREN)
			return;
	}
}

// What an untyped operand becomes beside, or as, a `t`: *to, or the problem.
static Problem implicit_type(Expr *e, Type *t, Type **to)
{
	Type *from = e->type;
	*to = t;
	if (type_is_untyped(t)) {
		if (from->kind == T_UNTYPED_NIL || t->kind == T_UNTYPED_NIL)
			return from->kind == t->kind ? PROBLEM_NONE : PROBLEM_KIND;
		if (type_is_numeric(from) && type_is_numeric(t)) {
			if (from->kind >= t->kind)
				*to = from;
			return PROBLEM_NONE;
		}
		return from->kind == t->kind ? PROBLEM_NONE : PROBLEM_KIND;
	}
	if (from->kind == T_UNTYPED_NIL)
		return type_has_nil(t) ? PROBLEM_NONE : PROBLEM_KIND;
	if (type_is_interface(t)) {
		*to = type_default(from);
		return type_interface_methods(t, NULL) ? PROBLEM_KIND : PROBLEM_NONE;
	}
	Const *rounded;
	if (type_is_const_type(t) && e->value)
		return representable(e, t, &rounded);
	bool fits = (type_is_boolean(from) && type_is_boolean(t)) ||
		    (type_is_numeric(from) && type_is_numeric(t)) ||
		    (type_is_string(from) && type_is_string(t));
	return fits ? PROBLEM_NONE : PROBLEM_KIND;
}

void check_convert(Checker *c, Expr *e, Type *t)
{
	Type *to;
	if (operand_is_bad(e) || !type_is_untyped(e->type) || t->kind == T_INVALID)
		return;
	Problem problem = implicit_type(e, t, &to);
	if (problem)
		return invalid_conversion(c, e, type_is_untyped(t) ? t : type_under(t), problem);
	if (e->type->kind == T_UNTYPED_NIL) {
		if (!type_is_untyped(t))
			settle_nil(e, t);
	} else if (to != e->type) {
		settle(c, e, to, NULL);
	}
}

void check_settle(Checker *c, Expr *e, Type *t)
{
	if (e->type->kind == T_UNTYPED_NIL)
		settle_nil(e, t);
	else
		settle(c, e, t, NULL);
}

void check_default(Checker *c, Expr *e)
{
	if (operand_is_bad(e) || !type_is_untyped(e->type))
		return;
	if (e->type->kind == T_UNTYPED_NIL) {
		check_error(c, e, "use of untyped nil in %s", "assignment");
		operand_bad(e);
		return;
	}
	settle(c, e, type_default(e->type), NULL);
}

// ---- Assignment

static const char *signature_text(Checker *c, const Obj *method)
{
	return check_type_text(c, method->type) + strlen("func");
}

static bool is_interface_pointer(Type *t)
{
	Type *u = type_under(t);
	return u->kind == T_POINTER && type_is_interface(u->elem);
}

const char *check_pointer_to_interface(Checker *c, Type *t)
{
	if (!is_interface_pointer(t))
		return NULL;
	return arena_printf(types_arena, "type %s is pointer to interface, not interface",
			    check_type_text(c, t));
}

static const char *have_and_want(Checker *c, const char *what, const Obj *want, const Obj *have)
{
	return arena_printf(types_arena, "%s\n\t\thave %s%s\n\t\twant %s%s", what, have->name,
			    signature_text(c, have), want->name, signature_text(c, want));
}

// A method whose name differs in case only.
static Obj *similar_method(Type *t, const Obj *m)
{
	Selection **methods;
	Type *pointer = t->kind == T_POINTER || type_is_interface(t) ? t : type_pointer(t);
	if (type_is_interface(t)) {
		Obj **all;
		int n = type_interface_methods(t, &all);
		for (int i = 0; i < n; i++)
			if (!strcasecmp(all[i]->name, m->name))
				return all[i];
		return NULL;
	}
	int n = types_method_set(pointer, &methods);
	for (int i = 0; i < n; i++)
		if (!strcasecmp(methods[i]->obj->name, m->name))
			return methods[i]->obj;
	return NULL;
}

// "(missing M method)", or NULL when t has all methods of the interface.
const char *check_missing_method(Checker *c, Type *t, Type *iface)
{
	Obj **methods;
	int n = type_interface_methods(iface, &methods);
	for (int i = 0; i < n; i++) {
		Obj *m = methods[i];
		Selection *s = types_lookup(t, m->pkg, m->name);
		const char *name = arena_printf(types_arena, "%s method", m->name);
		if (s && s->kind == SEL_METHOD) {
			bool same = type_identical(s->obj->type, m->type);
			if (same && s->obj->is_ptr_recv && !s->indirect)
				return arena_printf(types_arena, "(%s has pointer receiver)", name);
			if (!same)
				return have_and_want(
					c, arena_printf(types_arena, "(wrong type for %s)", name),
					m, s->obj);
			continue;
		}
		if (check_pointer_to_interface(c, t))
			return arena_printf(types_arena, "(%s)", check_pointer_to_interface(c, t));
		Obj *similar = similar_method(t, m);
		const char *missing = arena_printf(types_arena, "(missing %s)", name);
		return similar ? have_and_want(c, missing, m, similar) : missing;
	}
	return NULL;
}

// Why t does not implement `iface`, or NULL.
static const char *no_implementation(Checker *c, Type *t, Type *iface)
{
	const char *why;
	if (type_is_interface(iface))
		why = check_missing_method(c, t, iface);
	else
		why = arena_printf(types_arena, "(%s)", check_pointer_to_interface(c, iface));
	return why ? arena_printf(types_arena, "%s does not implement %s %s", check_type_text(c, t),
				  check_type_text(c, iface), why)
		   : NULL;
}

const char *check_assign_problem(Checker *c, Type *from, Type *to)
{
	if (types_assignable_to(from, to))
		return NULL;
	if (type_under(from)->kind == T_INVALID || type_under(to)->kind == T_INVALID)
		return NULL;
	if (type_is_interface(to) || is_interface_pointer(to)) {
		Type *base = type_under(from);
		if (base->kind == T_POINTER && type_under(base->elem)->kind == T_INVALID)
			return NULL;
		const char *why = no_implementation(c, from, to);
		return why ? why : "";
	}
	if (type_is_interface(from) && types_implements(to, from))
		return "need type assertion";
	return "";
}

void check_single(Checker *c, Expr *e)
{
	if (e->mode != MODE_VALUE || !e->type || e->type->kind != T_TUPLE)
		return;
	check_error(c, e, "multiple-value %s (value of type %s) in single-value context",
		    check_text(e), check_type_text(c, e->type));
	operand_bad(e);
}

static const char *context_text(Checker *c, const char *context)
{
	if (context)
		return context;
	return arena_printf(types_arena, "argument to %s", check_text(c->callee));
}

static void assign_untyped(Checker *c, Expr *e, Type *t, const char *context)
{
	if (e->type->kind == T_UNTYPED_NIL) {
		if (!t)
			check_error(c, e, "use of untyped nil in %s", context_text(c, context));
		else if (!type_has_nil(t))
			check_error(c, e, "cannot use nil as %s value in %s", check_type_text(c, t),
				    context_text(c, context));
		else
			return settle_nil(e, t);
		return operand_bad(e);
	}
	Type *to, *target = !t || type_is_interface(t) ? type_default(e->type) : t;
	Problem problem = implicit_type(e, target, &to);
	if (problem) {
		check_error(c, e, "cannot use %s as %s value in %s%s", check_operand(c, e),
			    check_type_text(c, target), context_text(c, context),
			    problem == PROBLEM_TRUNCATED  ? " (truncated)"
			    : problem == PROBLEM_OVERFLOW ? " (overflows)"
							  : "");
		return operand_bad(e);
	}
	settle(c, e, to, NULL);
}

void check_assign(Checker *c, Expr *e, Type *t, const char *context)
{
	check_single(c, e);
	if (e->mode == MODE_NOVALUE || e->mode == MODE_BUILTIN || e->mode == MODE_TYPE)
		check_exclude(c, e);
	if (operand_is_bad(e) || (t && t->kind == T_INVALID))
		return;
	if (type_is_untyped(e->type))
		assign_untyped(c, e, t, context);
	if (!t || operand_is_bad(e) || e->mode == MODE_NIL)
		return;
	const char *why = check_assign_problem(c, e->type, t);
	if (!why)
		return;
	check_error(c, e,
		    *why ? "cannot use %s as type %s in %s:\n\t%s"
			 : "cannot use %s as type %s in %s",
		    check_operand(c, e), check_type_text(c, t), context_text(c, context), why);
	check_hint_types(c, e, t);
	operand_bad(e);
}

void check_exclude(Checker *c, Expr *e)
{
	switch ((ExprMode)e->mode) {
	case MODE_NOVALUE: check_error(c, e, "%s (no value) used as value", check_text(e)); break;
	case MODE_BUILTIN: check_error(c, e, "%s (built-in) must be called", check_text(e)); break;
	case MODE_TYPE: check_error(c, e, "%s (type) is not an expression", check_text(e)); break;
	default: return;
	}
	operand_bad(e);
}

void check_multi(Checker *c, Expr *e)
{
	check_raw(c, e, NULL);
	check_exclude(c, e);
}

void check_hinted(Checker *c, Expr *e, Type *hint)
{
	check_raw(c, e, hint);
	check_exclude(c, e);
	check_single(c, e);
}

void check_expr(Checker *c, Expr *e)
{
	check_hinted(c, e, NULL);
}

// ---- Lists of expressions

Operands check_list(Checker *c, const ExprList *list, bool comma_ok)
{
	Operands out = {.n = list->len};
	if (list->len != 1) {
		out.all = list->data;
		for (uint32_t i = 0; i < list->len; i++)
			check_expr(c, list->data[i]);
		return out;
	}
	Expr *e = list->data[0];
	check_multi(c, e);
	bool spread = e->mode == MODE_VALUE && e->type && e->type->kind == T_TUPLE;
	bool ok = comma_ok && (e->mode == MODE_COMMAOK || e->mode == MODE_MAPINDEX);
	if (!spread && !ok) {
		out.all = list->data;
		return out;
	}
	out.n = spread ? (uint32_t)e->type->nfields : 2;
	out.spread = true;
	out.comma_ok = ok;
	out.all = NEW_ARRAY(types_arena, Expr *, out.n);
	for (uint32_t i = 0; i < out.n; i++) {
		out.all[i] = NEW(types_arena, Expr);
		*out.all[i] = *e;
		out.all[i]->mode = MODE_VALUE;
		out.all[i]->value = NULL;
		out.all[i]->type = spread ? e->type->fields[i]->type
				   : i    ? type_basic[T_UNTYPED_BOOL]
					  : e->type;
	}
	return out;
}

bool check_has_bad(const Operands *values)
{
	for (uint32_t i = 0; i < values->n; i++)
		if (values->all[i]->mode == MODE_INVALID)
			return true;
	return false;
}

// "(int, number)": the types of operands, or of parameters (variadic: the last is ...T).
const char *check_summary(Checker *c, Type *const *types, uint32_t n, bool variadic)
{
	Buf b = buf_make(types_arena);
	buf_putc(&b, '(');
	for (uint32_t i = 0; i < n; i++) {
		Type *t = types[i];
		buf_puts(&b, i ? ", " : "");
		if (t->kind == T_INVALID)
			buf_puts(&b, "<T>");
		else if (type_is_untyped(t))
			buf_puts(&b, type_is_numeric(t) ? "number" : t->name + strlen("untyped "));
		else if (variadic && i == n - 1)
			buf_printf(&b, "...%s", check_type_text(c, type_elem(t)));
		else
			buf_puts(&b, check_type_text(c, t));
	}
	buf_putc(&b, ')');
	return buf_cstr(&b);
}

Type **check_types(const Operands *values)
{
	Type **types = NEW_ARRAY(types_arena, Type *, values->n + 1);
	for (uint32_t i = 0; i < values->n; i++)
		types[i] = values->all[i]->type;
	return types;
}

void check_use_all(Checker *c, const ExprList *list)
{
	for (uint32_t i = 0; i < list->len; i++)
		check_raw(c, list->data[i], NULL);
}
