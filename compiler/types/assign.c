// Assignments, and declarations of constants and variables with their initial values.
#include "types/checker.h"

// ---- Counting

static const char *count_text(uint32_t n, const char *what)
{
	return arena_printf(types_arena, "%u %s%s", n, what, n == 1 ? "" : "s");
}

static void mismatch(Checker *c, uint32_t nvars, uint32_t nvalues, const ExprList *rhs)
{
	Expr *first = rhs->data[0], *call = syntax_unparen(first);
	const char *vars = count_text(nvars, "variable"), *values = count_text(nvalues, "value");
	if (rhs->len == 1 && call->kind == EX_CALL)
		check_error(c, first, "assignment mismatch: %s but %s returns %s", vars,
			    check_text(call->call.fun), values);
	else
		check_error(c, first, "assignment mismatch: %s but %s", vars, values);
}

// A return statement has not as many values as the function has results.
static void wrong_results(Checker *c, Stmt *s, const Operands *have, Obj **results, uint32_t n)
{
	Type **want = NEW_ARRAY(types_arena, Type *, n + 1);
	for (uint32_t i = 0; i < n; i++)
		want[i] = results[i]->type;
	const char *format = "%s return values\n\thave %s\n\twant %s";
	const char *had = check_summary(c, check_types(have), have->n, false),
		   *wanted = check_summary(c, want, n, false);
	const char *which = have->n > n ? "too many" : "not enough";
	if (have->n > n)
		check_error(c, have->all[n], format, which, had, wanted);
	else if (have->n)
		check_error(c, have->all[have->n - 1], format, which, had, wanted);
	else
		check_error_at(c, s->pos, format, which, had, wanted);
}

// ---- Initial values

// Gives a variable, which may have no type yet, its initial value. False after an error.
static bool init_var(Checker *c, Obj *v, Expr *x, const char *context)
{
	if (operand_is_bad(x) || (v->type && v->type->kind == T_INVALID)) {
		if (!v->type)
			v->type = type_basic[T_INVALID];
		return false;
	}
	if (!v->type && operand_is_nil(x)) {
		check_error(c, x, "use of untyped nil in %s", context);
		v->type = type_basic[T_INVALID];
		return false;
	}
	if (!v->type)
		v->type = type_is_untyped(x->type) ? type_default(x->type) : x->type;
	check_assign(c, x, v->type, context);
	return !operand_is_bad(x);
}

static void mark_used(Obj **vars, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		vars[i]->used = true;
		if (!vars[i]->type)
			vars[i]->type = type_basic[T_INVALID];
	}
}

// As gc: when one initialisation fails, none of the variables is reported as unused.
void check_init_vars(Checker *c, Obj **vars, uint32_t n, const ExprList *rhs, Stmt *returns)
{
	Operands values = check_list(c, rhs, n == 2 && !returns);
	if (n != values.n) {
		mark_used(vars, n);
		if (check_has_bad(&values))
			return;
		if (returns)
			wrong_results(c, returns, &values, vars, n);
		else
			mismatch(c, n, values.n, rhs);
		return;
	}
	bool ok = true;
	for (uint32_t i = 0; i < n; i++)
		ok &= init_var(c, vars[i], values.all[i],
			       returns ? "return statement" : "assignment");
	if (!ok && !values.comma_ok)
		mark_used(vars, n);
}

void check_init_var(Checker *c, Obj *v, Expr *init)
{
	check_expr(c, init);
	if (!init_var(c, v, init, "variable declaration"))
		v->used = true; // as gc: one fault is enough
}

// Names and values of a declaration must be as many, but for one call with several results.
void check_arity(Checker *c, const ExprList *names, const ExprList *values, bool is_const)
{
	uint32_t n = names->len, m = values->len;
	if (n < m)
		check_error(c, values->data[n], "extra init expr %s", check_text(values->data[n]));
	else if (n > m && (is_const || m != 1))
		check_error(c, names->data[m], "missing init expr for %s", names->data[m]->name);
}

// Of a constant declaration, perhaps with the values of an earlier one.
void check_const_arity(Checker *c, Decl *d)
{
	const Decl *source = d->const_.inherit ? d->const_.inherit : d;
	const ExprList *names = &d->const_.names, *values = &source->const_.values;
	if (source == d)
		check_arity(c, names, values, true);
	else if (names->len < values->len)
		check_error_at(c, d->pos, "extra init expr %s",
			       check_text(values->data[names->len]));
	else if (names->len > values->len)
		check_error(c, names->data[values->len], "missing init expr for %s",
			    names->data[values->len]->name);
}

void check_var_decl(Checker *c, Decl *d)
{
	uint32_t n = d->var.names.len, values = d->var.values.len;
	Obj **vars = NEW_ARRAY(types_arena, Obj *, n + 1);
	Pos where = c->where;
	c->where = d->var.names.data[0]->pos;
	Type *t = d->var.type ? check_var_type(c, d->var.type) : NULL;
	c->where = where;
	for (uint32_t i = 0; i < n; i++)
		vars[i] = check_new_var(c, d->var.names.data[i], t);
	if (values == 1 && n > 1) {
		check_init_vars(c, vars, n, &d->var.values, NULL);
	} else {
		for (uint32_t i = 0; i < n && i < values; i++)
			check_init_var(c, vars[i], d->var.values.data[i]);
		for (uint32_t i = n; i < values; i++)
			check_raw(c, d->var.values.data[i], NULL);
		if (values || !t)
			check_arity(c, &d->var.names, &d->var.values, false);
	}
	for (uint32_t i = 0; i < n; i++) {
		if (!vars[i]->type)
			vars[i]->type = type_basic[T_INVALID];
		if (vars[i]->type->kind == T_INVALID)
			vars[i]->used = true;
		d->var.names.data[i]->type = vars[i]->type;
		check_local(c, vars[i]);
	}
}

void check_const_value(Checker *c, Obj *o, Expr *type, Expr *value, bool inherited)
{
	Const *iota = c->iota;
	Pos error_pos = c->error_pos;
	o->value = const_unknown();
	if (type) {
		Type *t = check_type(c, type);
		o->type = t;
		if (!type_is_const_type(t)) {
			if (type_under(t)->kind != T_INVALID)
				check_error(c, type, "invalid constant type %s",
					    check_type_text(c, t));
			o->type = type_basic[T_INVALID];
			return;
		}
	}
	if (!value) {
		o->type = type_basic[T_INVALID];
		return;
	}
	c->iota = const_int(o->info ? (int64_t)o->info->iota : 0);
	c->error_pos = inherited ? o->pos : NO_POS;
	check_expr(c, value);
	if (!operand_is_bad(value) && value->mode != MODE_CONST) {
		check_error(c, value, "%s is not constant", check_operand(c, value));
		operand_bad(value);
	}
	if (!operand_is_bad(value)) {
		if (!o->type)
			o->type = value->type;
		if (!type_is_untyped(o->type))
			check_assign(c, value, o->type, "constant declaration");
		if (!operand_is_bad(value))
			o->value = value->value;
	}
	if (!o->type)
		o->type = type_basic[T_INVALID];
	c->iota = iota;
	c->error_pos = error_pos;
}

// ---- Assignments

static bool is_blank(const Expr *e)
{
	return e->kind == EX_NAME && e->name == STR("_");
}

// The variable of this package that a left side names, or NULL.
static Obj *named_variable(Checker *c, const Expr *e)
{
	const Expr *x = syntax_unparen((Expr *)e);
	Obj *o = x->kind == EX_NAME ? scope_lookup_parent(c->scope, x->name, 0, NULL) : NULL;
	return o && o->kind == O_VAR && o->pkg == c->package ? o : NULL;
}

// Checks a left side whose value does not matter; assigning does not use a variable.
static void check_left(Checker *c, Expr *e)
{
	Obj *v = named_variable(c, e);
	bool used = v && v->used;
	c->assigning = syntax_unparen(e)->kind == EX_NAME;
	check_expr(c, e);
	c->assigning = false;
	if (v)
		v->used = used;
}

static void use_left(Checker *c, const ExprList *lhs)
{
	for (uint32_t i = 0; i < lhs->len; i++)
		if (!is_blank(syntax_unparen(lhs->data[i])))
			check_raw(c, lhs->data[i], NULL);
}

static bool is_assignable(Checker *c, Expr *e)
{
	const Expr *x = syntax_unparen(e);
	if (e->mode == MODE_VAR || e->mode == MODE_MAPINDEX)
		return true;
	const Expr *base = x->kind == EX_SELECTOR ? x->selector.x : NULL;
	if (base && base->mode == MODE_MAPINDEX)
		check_error(c, e, "cannot assign to struct field %s in map", check_text(e));
	else
		check_error(c, e, "cannot assign to %s", check_operand(c, e));
	return false;
}

bool check_assign_var(Checker *c, Expr *lhs, Expr *x)
{
	Expr *target = syntax_unparen(lhs);
	if (operand_is_bad(x)) {
		if (!is_blank(target))
			check_raw(c, lhs, NULL);
		return false;
	}
	if (is_blank(target)) {
		target->mode = lhs->mode = MODE_VAR;
		check_assign(c, x, NULL, "assignment to _ identifier");
		return !operand_is_bad(x);
	}
	check_left(c, lhs);
	if (operand_is_bad(lhs) || !is_assignable(c, lhs))
		return false;
	check_assign(c, x, lhs->type, "assignment");
	return !operand_is_bad(x);
}

static void assign_vars(Checker *c, const ExprList *lhs, const ExprList *rhs)
{
	Operands values = check_list(c, rhs, lhs->len == 2);
	if (values.n != lhs->len) {
		use_left(c, lhs);
		if (!check_has_bad(&values))
			mismatch(c, lhs->len, values.n, rhs);
		return;
	}
	bool ok = true;
	for (uint32_t i = 0; i < lhs->len; i++)
		ok &= check_assign_var(c, lhs->data[i], values.all[i]);
	// As gc: variables of a failed assignment are not reported as unused.
	for (uint32_t i = 0; i < lhs->len && !ok; i++) {
		Obj *v = lhs->data[i]->kind == EX_NAME ? named_variable(c, lhs->data[i]) : NULL;
		if (v)
			v->used = true;
	}
}

static void increment(Checker *c, Expr *x, int op)
{
	check_expr(c, x);
	if (operand_is_bad(x))
		return;
	if (!type_is_numeric(x->type))
		check_error(c, x, "invalid operation: %s%s%s (non-numeric type %s)", check_text(x),
			    operator_text[op], operator_text[op], check_type_text(c, x->type));
	else
		is_assignable(c, x);
}

// x op= y is checked as x = x op y, which uses x.
static void assign_op(Checker *c, Stmt *s)
{
	Expr *x = s->assign.lhs.data[0];
	if (s->assign.inc_dec) {
		increment(c, x, s->assign.op);
		return;
	}
	Expr *e = NEW(types_arena, Expr);
	e->kind = EX_BINARY;
	e->pos = s->pos;
	e->start = s->start;
	e->end = s->end;
	e->binary.op = s->assign.op;
	e->binary.x = x;
	e->binary.y = s->assign.rhs.data[0];
	check_binary(c, e, true);
	Type *t = x->type;
	if (operand_is_bad(e) || operand_is_bad(x) || !is_assignable(c, x))
		return;
	check_assign(c, e, t, "assignment");
}

// ---- Short variable declarations

typedef struct Definition {
	Obj **vars; // of each left side
	uint32_t fresh;
	bool failed;
} Definition;

static Obj *left_variable(Checker *c, Stmt *s, uint32_t i, Definition *d)
{
	const ExprList *lhs = &s->assign.lhs;
	Expr *e = lhs->data[i];
	d->failed = true; // until it is not
	if (e->kind != EX_NAME) {
		check_raw(c, e, NULL);
		if (e->kind != EX_BAD)
			check_error(c, e, "non-name %s on left side of :=", check_text(e));
		return NULL;
	}
	for (uint32_t k = 0; k < i && !is_blank(e); k++)
		if (lhs->data[k]->kind == EX_NAME && lhs->data[k]->name == e->name) {
			check_error(c, e, "%s repeated on left side of :=", e->name);
			return NULL;
		}
	Obj *old = is_blank(e) ? NULL : scope_lookup(c->scope, e->name);
	if (old && old->kind != O_VAR) {
		check_error(c, e, "cannot assign to %s", e->name);
		return NULL;
	}
	d->failed = false;
	if (old) {
		e->obj = old;
		operand_set(e, MODE_VAR, old->type);
		return old;
	}
	Obj *v = s->assign.new_objs[i] = check_new_var(c, e, NULL);
	d->fresh += !is_blank(e);
	return v;
}

static void no_new_variables(Checker *c, Pos pos)
{
	check_error_at(c, pos, "no new variables on left side of :=");
	diag_hint("to assign to variables that exist, write = instead of :=");
}

static void define(Checker *c, Stmt *s)
{
	const ExprList *lhs = &s->assign.lhs;
	uint32_t n = lhs->len;
	s->assign.new_objs = NEW_ARRAY(types_arena, Obj *, n + 1);
	Definition d = {.vars = NEW_ARRAY(types_arena, Obj *, n + 1)};
	bool failed = false;
	for (uint32_t i = 0; i < n; i++) {
		d.vars[i] = left_variable(c, s, i, &d);
		failed |= d.failed;
		if (!d.vars[i])
			d.vars[i] = obj_new(O_VAR, lhs->data[i]->pos, c->package, STR("_"), NULL);
	}
	check_init_vars(c, d.vars, n, &s->assign.rhs, NULL);
	if (!d.fresh && !failed)
		no_new_variables(c, s->pos);
	for (uint32_t i = 0; i < n; i++) {
		Obj *v = s->assign.new_objs[i];
		if (!v)
			continue;
		lhs->data[i]->type = v->type;
		check_local(c, v);
	}
}

void check_assignment(Checker *c, Stmt *s)
{
	if (s->kind == ST_DEFINE)
		define(c, s);
	else if (s->assign.op != OPER_NONE || s->assign.inc_dec)
		assign_op(c, s);
	else
		assign_vars(c, &s->assign.lhs, &s->assign.rhs);
}
