// Statements: what is declared, assigned, sent, returned, and where control may go.
//
// A Flow is a statement or list of statements around the one at hand; the chain of them says what
// break and continue mean, and what a goto would jump over. Variables are collected as they are
// declared; those that nobody used are reported at the end of the function.
#include "types/checker.h"

typedef VEC(Stmt *) Stmts;

typedef struct Flow {
	struct Flow *outer;
	Stmt *stmt; // for, range, switch, select; NULL: a list of statements
	Str label;  // of the statement
	const StmtList *list;
	uint32_t at;       // the statement of the list at hand
	Stmt *fallthrough; // list: the statement at its end that may be a fallthrough
} Flow;

// Where a goto or a label stands: the lists around it, from the innermost on.
typedef struct Place {
	const StmtList *list;
	uint32_t at;
	const struct Place *outer;
} Place;

typedef struct LabelInfo {
	Stmt *stmt;
	const Place *place;
	bool used;
} LabelInfo;

typedef struct Goto {
	Stmt *stmt;
	const Place *place;
} Goto;

// What the outermost statement list of a function knows (the list's Flow points here through
// `labels`).
typedef struct FuncFlow {
	Flow flow;
	VEC(LabelInfo *) labels;
	VEC(Goto) gotos;
} FuncFlow;

static void stmt(Checker *c, Stmt *s, Str label);
static void stmts(Checker *c, const StmtList *list, Stmt *fallthrough);

static FuncFlow *func_flow(Checker *c)
{
	Flow *f = c->flow;
	while (f->outer)
		f = f->outer;
	return (FuncFlow *)(void *)f;
}

static Scope *open_scope(Checker *c, const char *what)
{
	Scope *outer = c->scope;
	c->scope = scope_new(outer, what);
	return outer;
}

// ---- Declarations.

static void insert(Checker *c, Obj *o)
{
	if (o->name == STR("_") || o->name == STR(""))
		return;
	Obj *old = scope_insert(c->scope, o);
	if (old) {
		diag_error(o->pos, "%s redeclared in this block", o->name);
		diag_note(old->pos, "other declaration of %s", o->name);
	}
}

static Obj *new_var(Checker *c, Expr *name, Type *t)
{
	Obj *o = obj_new(O_VAR, name->pos, c->package, name->name, t);
	o->color = 1;
	o->enclosing = c->func;
	o->closure = c->closure;
	name->obj = o;
	name->type = t;
	name->mode = MODE_VAR;
	return o;
}

Obj *check_declare(Checker *c, Expr *name, Type *t)
{
	Obj *o = new_var(c, name, t);
	insert(c, o);
	vec_push(types_arena, c->locals, o);
	return o;
}

void check_const_value(Checker *c, Obj *o, Expr *type, Expr *value)
{
	Type *t = type ? check_type(c, type) : NULL;
	Const *iota = c->iota;
	o->value = const_unknown();
	o->type = t ? t : type_basic[T_INVALID];
	if (!value)
		return;
	c->iota = const_int(o->info ? (int64_t)o->info->iota : 0);
	check_expr(c, value);
	c->iota = iota;
	if (value->mode == MODE_INVALID)
		return;
	if (value->mode != MODE_CONST || !value->value) {
		diag_error(value->start, "%s is not constant", check_operand(c, value));
		return;
	}
	if (t)
		check_assign(c, value, t, "constant declaration");
	if (value->mode == MODE_INVALID || !value->value)
		return;
	o->type = t ? t : value->type;
	o->value = value->value;
}

static void const_decl(Checker *c, Decl *d)
{
	Decl *source = d->const_.inherit ? d->const_.inherit : d;
	VEC(Obj *) objs = {0};
	for (uint32_t i = 0; i < d->const_.names.len; i++) {
		Expr *name = d->const_.names.data[i];
		Obj *o = obj_new(O_CONST, name->pos, c->package, name->name, NULL);
		o->color = 1;
		o->info = NEW(types_arena, DeclInfo);
		o->info->iota = d->const_.iota;
		name->obj = o;
		Expr *value = i < source->const_.values.len ? source->const_.values.data[i] : NULL;
		if (!value)
			diag_error(name->pos, "missing init expr for const declaration");
		check_const_value(c, o, source->const_.type, value);
		vec_push(types_arena, objs, o);
	}
	for (uint32_t i = source->const_.names.len; i < source->const_.values.len && source == d;
	     i++)
		diag_error(source->const_.values.data[i]->start, "extra init expr %s",
			   check_text(source->const_.values.data[i]));
	for (uint32_t i = 0; i < objs.len; i++)
		insert(c, objs.data[i]);
}

static void type_decl(Checker *c, Decl *d)
{
	Expr *name = d->type.name;
	Obj *o = obj_new(O_TYPE, name->pos, c->package, name->name, NULL);
	o->color = 1;
	o->enclosing = c->func;
	name->obj = d->obj = o;
	insert(c, o);
	check_type_decl(c, o, d);
	if (o->type && o->type->kind == T_NAMED && o->type->obj == o) {
		void **count = map_slot(&c->vargen, o->name);
		*count = (char *)*count + 1;
		o->type->vargen = (int)(intptr_t)*count;
	}
}

static const char *count_text(uint32_t n, const char *what)
{
	return arena_printf(types_arena, "%u %s%s", n, what, n == 1 ? "" : "s");
}

static void mismatch(uint32_t nvars, uint32_t nvalues, const ExprList *rhs)
{
	Expr *first = rhs->data[0], *call = syntax_unparen(first);
	const char *vars = count_text(nvars, "variable"), *values = count_text(nvalues, "value");
	if (rhs->len == 1 && call->kind == EX_CALL)
		diag_error(first->start, "assignment mismatch: %s but %s returns %s", vars,
			   check_text(call->call.fun), values);
	else
		diag_error(first->start, "assignment mismatch: %s but %s", vars, values);
}

static bool allows_ok(const Expr *e)
{
	e = syntax_unparen((Expr *)e);
	return e->mode == MODE_COMMAOK || e->mode == MODE_MAPINDEX;
}

// Types that n left sides get from one right side; false when it has not as many values (reported).
static bool spread(Checker *c, const ExprList *rhs, uint32_t n, Type **types)
{
	Expr *e = rhs->data[0];
	check_multi(c, e);
	if (e->mode == MODE_INVALID)
		return false;
	if (e->type && e->type->kind == T_TUPLE) {
		if ((uint32_t)e->type->nfields != n) {
			mismatch(n, (uint32_t)e->type->nfields, rhs);
			return false;
		}
		for (uint32_t i = 0; i < n; i++)
			types[i] = e->type->fields[i]->type;
		return true;
	}
	if (n == 2 && allows_ok(e)) {
		types[0] = e->type;
		types[1] = type_basic[T_UNTYPED_BOOL];
		return true;
	}
	mismatch(n, 1, rhs);
	return false;
}

static void check_all(Checker *c, const ExprList *list)
{
	for (uint32_t i = 0; i < list->len; i++)
		check_expr(c, list->data[i]);
}

void check_var_decl(Checker *c, Decl *d)
{
	uint32_t n = d->var.names.len, values = d->var.values.len;
	Type *t = d->var.type ? check_type(c, d->var.type) : NULL;
	Type **types = NEW_ARRAY(types_arena, Type *, n + 1);
	for (uint32_t i = 0; i < n; i++)
		types[i] = t;
	if (values == n) {
		for (uint32_t i = 0; i < n; i++) {
			Expr *e = d->var.values.data[i];
			check_raw(c, e, t);
			check_assign(c, e, t, "variable declaration");
			if (!t)
				types[i] =
					e->mode == MODE_INVALID ? type_basic[T_INVALID] : e->type;
		}
	} else if (values == 1 && n > 1) {
		Type **from = NEW_ARRAY(types_arena, Type *, n);
		bool ok = spread(c, &d->var.values, n, from);
		for (uint32_t i = 0; i < n; i++) {
			if (ok && t && !types_assignable_to(from[i], t))
				diag_error(
					d->var.values.data[0]->start,
					"cannot use %s (value of type %s) as type %s in assignment",
					check_text(d->var.values.data[0]),
					check_type_text(c, from[i]), check_type_text(c, t));
			if (!t)
				types[i] = ok ? type_default(from[i]) : type_basic[T_INVALID];
		}
	} else if (values) {
		check_all(c, &d->var.values);
		if (values > n)
			diag_error(d->var.values.data[n]->start, "extra init expr %s",
				   check_text(d->var.values.data[n]));
		else
			diag_error(d->var.names.data[values]->pos, "missing init expr for %s",
				   check_text(d->var.names.data[values]));
	}
	for (uint32_t i = 0; i < n; i++)
		check_declare(c, d->var.names.data[i], types[i] ? types[i] : type_basic[T_INVALID]);
}

static void decls(Checker *c, const DeclList *list)
{
	for (uint32_t i = 0; i < list->len; i++) {
		Decl *d = list->data[i];
		switch (d->kind) {
		case DECL_CONST: const_decl(c, d); break;
		case DECL_VAR: check_var_decl(c, d); break;
		case DECL_TYPE: type_decl(c, d); break;
		default: break;
		}
	}
}

// ---- Assignment.

static bool is_blank(const Expr *e)
{
	return e->kind == EX_NAME && e->name == STR("_");
}

// Checks a left side. Its type; NULL for the blank one and after an error (*bad). Assigning does
// not use a variable.
static Type *left_side(Checker *c, Expr *e, bool *bad)
{
	Expr *x = syntax_unparen(e);
	*bad = false;
	if (is_blank(x)) {
		x->mode = e->mode = MODE_VAR;
		return NULL;
	}
	Obj *o = x->kind == EX_NAME ? scope_lookup_parent(c->scope, x->name, 0, NULL) : NULL;
	bool local = o && o->kind == O_VAR && o->pkg == c->package && !o->is_package_level;
	bool used = local && o->used;
	check_expr(c, e);
	if (local)
		o->used = used;
	*bad = true;
	if (e->mode == MODE_INVALID)
		return NULL;
	if (x->mode != MODE_VAR && x->mode != MODE_MAPINDEX) {
		Expr *base = x->kind == EX_SELECTOR ? syntax_unparen(x->selector.x) : NULL;
		if (base && base->mode == MODE_MAPINDEX)
			diag_error(e->start, "cannot assign to struct field %s in map",
				   check_text(e));
		else
			diag_error(e->start, "cannot assign to %s", check_operand(c, e));
		return NULL;
	}
	*bad = false;
	return e->type;
}

// The value of a multi-value right side goes to a place of type t (NULL: blank).
static void assign_type(Checker *c, Expr *rhs, Type *from, Type *t, const char *context)
{
	if (!t || types_assignable_to(from, t) ||
	    (type_is_boolean(from) && type_is_untyped(from) && type_is_boolean(t)) ||
	    (type_is_untyped(from) && type_is_interface(t)))
		return;
	diag_error(rhs->start, "cannot use %s (value of type %s) as type %s in %s", check_text(rhs),
		   check_type_text(c, from), check_type_text(c, t), context);
}

static void assign_pairs(Checker *c, const ExprList *lhs, const ExprList *rhs)
{
	uint32_t n = lhs->len;
	Type **types = NEW_ARRAY(types_arena, Type *, n + 1);
	bool *bad = NEW_ARRAY(types_arena, bool, n + 1);
	for (uint32_t i = 0; i < n; i++)
		types[i] = left_side(c, lhs->data[i], &bad[i]);
	if (rhs->len == n) {
		for (uint32_t i = 0; i < n; i++) {
			check_raw(c, rhs->data[i], types[i]);
			if (!bad[i])
				check_assign(c, rhs->data[i], types[i], "assignment");
		}
	} else if (rhs->len == 1) {
		Type **from = NEW_ARRAY(types_arena, Type *, n);
		if (spread(c, rhs, n, from))
			for (uint32_t i = 0; i < n; i++)
				if (!bad[i])
					assign_type(c, rhs->data[0], from[i], types[i],
						    "assignment");
	} else {
		check_all(c, rhs);
		mismatch(n, rhs->len, rhs);
	}
}

// x op= y is checked as x = x op y.
static void assign_op(Checker *c, Stmt *s)
{
	Expr *x = s->assign.lhs.data[0];
	bool bad;
	if (s->assign.lhs.len != 1 || (!s->assign.inc_dec && s->assign.rhs.len != 1)) {
		diag_error(s->pos, "assignment operation %s= requires single-valued expressions",
			   operator_text[s->assign.op]);
		return;
	}
	Type *t = left_side(c, x, &bad);
	if (bad || !t)
		return;
	if (syntax_unparen(x)->kind == EX_NAME && syntax_unparen(x)->obj)
		syntax_unparen(x)->obj->used = true; /* x++ is x += 1, which uses x, as in gc */
	if (s->assign.inc_dec) {
		Expr *name = syntax_unparen(x);
		if (name->kind == EX_NAME && name->obj && name->obj->kind == O_VAR)
			name->obj->used = true;
		if (!type_is_numeric(t))
			diag_error(x->start, "invalid operation: %s%s%s (non-numeric type %s)",
				   check_text(x), operator_text[s->assign.op],
				   operator_text[s->assign.op], check_type_text(c, t));
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
	check_expr(c, e); /* which counts as a use of x, as in gc */
	if (e->mode != MODE_INVALID)
		check_assign(c, e, t, "assignment operation");
}

// Left sides of := that are names not yet declared in this scope. NULL: reported as no name.
static Obj **new_variables(Checker *c, Stmt *s)
{
	const ExprList *lhs = &s->assign.lhs;
	Obj **objs = NEW_ARRAY(types_arena, Obj *, lhs->len + 1);
	bool any = false;
	for (uint32_t i = 0; i < lhs->len; i++) {
		Expr *e = lhs->data[i];
		if (e->kind != EX_NAME) {
			if (e->kind != EX_BAD)
				diag_error(e->start,
					   "non-name %s on left side of :=", check_text(e));
			continue;
		}
		for (uint32_t k = 0; k < i; k++)
			if (lhs->data[k]->kind == EX_NAME && lhs->data[k]->name == e->name &&
			    !is_blank(e))
				diag_error(e->pos, "%s repeated on left side of :=", e->name);
		if (!is_blank(e) && scope_lookup(c->scope, e->name))
			continue;
		any |= !is_blank(e);
		objs[i] = new_var(c, e, NULL);
	}
	if (!any)
		diag_error(s->pos, "no new variables on left side of :=");
	return objs;
}

static void define(Checker *c, Stmt *s)
{
	const ExprList *lhs = &s->assign.lhs, *rhs = &s->assign.rhs;
	uint32_t n = lhs->len;
	Obj **objs = s->assign.new_objs = new_variables(c, s);
	Type **types = NEW_ARRAY(types_arena, Type *, n + 1);
	bool *bad = NEW_ARRAY(types_arena, bool, n + 1);
	for (uint32_t i = 0; i < n; i++)
		if (!objs[i] && lhs->data[i]->kind == EX_NAME)
			types[i] = left_side(c, lhs->data[i], &bad[i]);
	Type **from = NEW_ARRAY(types_arena, Type *, n + 1);
	bool ok = true;
	if (rhs->len == n) {
		for (uint32_t i = 0; i < n; i++) {
			check_raw(c, rhs->data[i], types[i]);
			if (!bad[i])
				check_assign(c, rhs->data[i], types[i], "assignment");
			from[i] = rhs->data[i]->mode == MODE_INVALID ? type_basic[T_INVALID]
								     : rhs->data[i]->type;
		}
	} else if (rhs->len == 1) {
		ok = spread(c, rhs, n, from);
		for (uint32_t i = 0; i < n && ok; i++)
			if (!objs[i] && !bad[i])
				assign_type(c, rhs->data[0], from[i], types[i], "assignment");
	} else {
		check_all(c, rhs);
		mismatch(n, rhs->len, rhs);
		ok = false;
	}
	for (uint32_t i = 0; i < n; i++) {
		if (!objs[i])
			continue;
		Type *t = ok && from[i] ? type_default(from[i]) : type_basic[T_INVALID];
		objs[i]->type = lhs->data[i]->type = t;
		insert(c, objs[i]);
		vec_push(types_arena, c->locals, objs[i]);
	}
}

static void assignment(Checker *c, Stmt *s)
{
	if (s->kind == ST_DEFINE)
		define(c, s);
	else if (s->assign.op != OPER_NONE || s->assign.inc_dec)
		assign_op(c, s);
	else
		assign_pairs(c, &s->assign.lhs, &s->assign.rhs);
}

// ---- Simple statements.

static bool is_builtin_without_value(const Expr *call)
{
	const Expr *f = syntax_unparen(call->call.fun);
	if (f->mode != MODE_BUILTIN)
		return true;
	Obj *o = f->obj;
	switch (o ? o->builtin : BUILTIN_LEN) {
	case BUILTIN_CLOSE:
	case BUILTIN_COPY:
	case BUILTIN_DELETE:
	case BUILTIN_PANIC:
	case BUILTIN_PRINT:
	case BUILTIN_PRINTLN:
	case BUILTIN_RECOVER: return true;
	default: return false;
	}
}

static void expr_stmt(Checker *c, Expr *e)
{
	Expr *x = syntax_unparen(e);
	check_raw(c, e, NULL);
	if (e->mode == MODE_INVALID)
		return;
	if (x->kind == EX_UNARY && x->unary.op == OPER_RECV)
		return;
	bool call = x->kind == EX_CALL && syntax_unparen(x->call.fun)->mode != MODE_TYPE;
	if (!call || !is_builtin_without_value(x))
		diag_error(e->start, "%s is not used", check_operand(c, e));
}

static void go_defer(Checker *c, Stmt *s)
{
	const char *what = s->kind == ST_GO ? "go" : "defer";
	Expr *e = s->go.call;
	if (e->kind != EX_CALL) {
		if (e->kind != EX_BAD)
			diag_error(e->start, "expression in %s must be function call", what);
		return;
	}
	check_raw(c, e, NULL);
	if (e->mode == MODE_INVALID)
		return;
	if (syntax_unparen(e->call.fun)->mode == MODE_TYPE)
		diag_error(e->start, "%s requires function call, not conversion %s", what,
			   check_operand(c, e));
	else if (!is_builtin_without_value(e))
		diag_error(e->start, "%s discards result of %s", what, check_operand(c, e));
}

static void send_stmt(Checker *c, Stmt *s)
{
	Expr *ch = s->send.chan, *v = s->send.value;
	check_expr(c, ch);
	check_expr(c, v);
	if (ch->mode == MODE_INVALID || v->mode == MODE_INVALID)
		return;
	Type *t = type_under(ch->type);
	if (t->kind != T_CHAN) {
		diag_error(s->start, "invalid operation: cannot send to non-channel %s",
			   check_operand(c, ch));
		return;
	}
	if (t->dir == CHAN_RECV) {
		diag_error(s->start, "invalid operation: cannot send to receive-only channel %s",
			   check_operand(c, ch));
		return;
	}
	check_assign(c, v, t->elem, "send");
}

// ---- Return.

static const char *types_text(Checker *c, Type *const *types, uint32_t n, bool have)
{
	Buf b = buf_make(types_arena);
	buf_putc(&b, '(');
	for (uint32_t i = 0; i < n; i++) {
		buf_puts(&b, i ? ", " : "");
		Type *t = types[i];
		bool number = have && t && type_is_untyped(t) && type_is_numeric(t);
		buf_puts(&b, number ? "number"
			     : have && t && type_is_untyped(t) && type_is_string(t)
				     ? "string"
				     : check_type_text(c, t));
	}
	buf_putc(&b, ')');
	return buf_cstr(&b);
}

static void wrong_count(Checker *c, Stmt *s, Type **have, uint32_t n)
{
	Type *sig = c->signature;
	uint32_t want = (uint32_t)sig->nresults;
	Type **results = NEW_ARRAY(types_arena, Type *, want + 1);
	for (uint32_t i = 0; i < want; i++)
		results[i] = sig->results[i]->type;
	Pos pos = n < want ? (n ? s->results.data[s->results.len - 1]->start : s->pos)
			   : s->results.data[0]->start;
	diag_error(pos, "%s return values\n\thave %s\n\twant %s",
		   n < want ? "not enough" : "too many", types_text(c, have, n, true),
		   types_text(c, results, want, false));
}

static void return_stmt(Checker *c, Stmt *s)
{
	Type *sig = c->signature;
	uint32_t want = (uint32_t)sig->nresults, n = s->results.len;
	if (n == 0) {
		if (want && (sig->results[0]->name == STR("") || !sig->results[0]->name)) {
			wrong_count(c, s, NULL, 0);
			return;
		}
		for (uint32_t i = 0; i < want; i++) {
			Obj *r = sig->results[i],
			    *found = scope_lookup_parent(c->scope, r->name, 0, NULL);
			if (r->name == STR("_") || !found || found == r)
				continue;
			diag_error(s->pos, "result parameter %s not in scope at return", r->name);
			diag_note(found->pos, "inner declaration of var %s %s", found->name,
				  check_type_text(c, found->type));
		}
		return;
	}
	if (n == 1 && want != 1 && syntax_unparen(s->results.data[0])->kind == EX_CALL) {
		Expr *e = s->results.data[0];
		check_multi(c, e);
		if (e->mode == MODE_INVALID)
			return;
		if (e->type && e->type->kind == T_TUPLE) {
			uint32_t have = (uint32_t)e->type->nfields;
			Type **types = NEW_ARRAY(types_arena, Type *, have + 1);
			for (uint32_t i = 0; i < have; i++)
				types[i] = e->type->fields[i]->type;
			if (have != want)
				wrong_count(c, s, types, have);
			for (uint32_t i = 0; i < have && have == want; i++)
				assign_type(c, e, types[i], sig->results[i]->type,
					    "return statement");
			return;
		}
		if (!e->type || e->mode == MODE_NOVALUE) {
			diag_error(e->start, "%s (no value) used as value", check_text(e));
			return;
		}
		wrong_count(c, s, (Type *[]){e->type}, 1);
		return;
	}
	Type **have = NEW_ARRAY(types_arena, Type *, n);
	for (uint32_t i = 0; i < n; i++) {
		check_raw(c, s->results.data[i], i < want ? sig->results[i]->type : NULL);
		have[i] = s->results.data[i]->type;
		if (n == want)
			check_assign(c, s->results.data[i], sig->results[i]->type,
				     "return statement");
	}
	if (n != want)
		wrong_count(c, s, have, n);
}

// ---- Control flow.

static Flow *enter(Checker *c, Flow *f, Stmt *s, Str label)
{
	*f = (Flow){.outer = c->flow, .stmt = s, .label = label};
	c->flow = f;
	return f;
}

static void block(Checker *c, Stmt *b, const char *what)
{
	if (!b)
		return;
	Scope *outer = open_scope(c, what);
	b->scope = c->scope;
	stmts(c, &b->block.stmts, NULL);
	c->scope = outer;
}

static void condition(Checker *c, Expr *e, const char *what)
{
	if (!e)
		return;
	check_expr(c, e);
	if (e->mode == MODE_INVALID)
		return;
	if (!type_is_boolean(e->type)) {
		diag_error(e->start, "non-boolean condition in %s statement", what);
		return;
	}
	check_default(c, e);
}

static void if_stmt(Checker *c, Stmt *s)
{
	Scope *outer = open_scope(c, "if");
	s->scope = c->scope;
	if (s->if_.init)
		stmt(c, s->if_.init, NULL);
	condition(c, s->if_.cond, "if");
	block(c, s->if_.then, "then");
	if (s->if_.els)
		stmt(c, s->if_.els, NULL);
	c->scope = outer;
}

static void for_stmt(Checker *c, Stmt *s, Str label)
{
	Flow flow;
	Scope *outer = open_scope(c, "for");
	s->scope = c->scope;
	if (s->for_.init)
		stmt(c, s->for_.init, NULL);
	condition(c, s->for_.cond, "for");
	if (s->for_.post) {
		if (s->for_.post->kind == ST_DEFINE)
			diag_error(s->for_.post->pos,
				   "cannot declare in post statement of for loop");
		stmt(c, s->for_.post, NULL);
	}
	enter(c, &flow, s, label);
	block(c, s->for_.body, "block");
	c->flow = flow.outer;
	c->scope = outer;
}

// Types of the iteration variables of range over t; false: cannot range. value NULL: only one
// variable.
static bool range_types(Type *t, Type **key, Type **value)
{
	Type *u = type_under(t);
	if (u->kind == T_POINTER && type_kind(u->elem) == T_ARRAY)
		u = type_under(u->elem);
	*key = type_basic[T_INT];
	*value = u->elem;
	switch (u->kind) {
	case T_STRING:
	case T_UNTYPED_STRING: *value = type_rune; return true;
	case T_ARRAY:
	case T_SLICE: return true;
	case T_MAP: *key = u->key; return true;
	case T_CHAN:
		*key = u->elem;
		*value = NULL;
		return u->dir != CHAN_SEND;
	default: return false;
	}
}

static void range_stmt(Checker *c, Stmt *s, Str label)
{
	Flow flow;
	Expr *x = s->range.x;
	Type *types[2] = {0};
	Scope *outer = open_scope(c, "range");
	s->scope = c->scope;
	check_expr(c, x);
	bool ok = x->mode != MODE_INVALID;
	if (ok && !range_types(x->type, &types[0], &types[1])) {
		bool send_only = type_kind(x->type) == T_CHAN;
		diag_error(x->start,
			   send_only ? "cannot range over %s: receive from send-only channel"
				     : "cannot range over %s",
			   check_operand(c, x));
		ok = false;
	}
	if (ok)
		check_default(c, x);
	if (s->range.lhs.len > 2)
		diag_error(s->range.lhs.data[2]->start,
			   "range clause permits at most two iteration variables");
	else if (ok && s->range.lhs.len == 2 && !types[1])
		diag_error(s->range.lhs.data[1]->start,
			   "range over %s permits only one iteration variable",
			   check_operand(c, x));
	Obj *objs[2] = {0};
	for (uint32_t i = 0; i < s->range.lhs.len && i < 2; i++) {
		Expr *e = s->range.lhs.data[i];
		Type *t = ok && types[i] ? types[i] : type_basic[T_INVALID];
		bool bad;
		if (!s->range.define) {
			Type *to = left_side(c, e, &bad);
			if (!bad && to && t->kind != T_INVALID && !types_assignable_to(t, to))
				diag_error(e->start, "cannot assign type %s to %s in range",
					   check_type_text(c, t), check_operand(c, e));
			continue;
		}
		if (e->kind != EX_NAME) {
			diag_error(e->start, "non-name %s on left side of :=", check_text(e));
			continue;
		}
		objs[i] = new_var(c, e, t);
		vec_push(types_arena, c->locals, objs[i]);
	}
	for (int i = 0; i < 2; i++)
		if (objs[i])
			insert(c, objs[i]);
	s->range.key_obj = objs[0];
	s->range.value_obj = objs[1];
	enter(c, &flow, s, label);
	block(c, s->range.body, "block");
	c->flow = flow.outer;
	c->scope = outer;
}

static void one_default(const ClauseList *clauses)
{
	Clause *first = NULL;
	for (uint32_t i = 0; i < clauses->len; i++) {
		Clause *k = clauses->data[i];
		if (!k->is_default)
			continue;
		if (first)
			diag_error(k->pos, "multiple defaults (first at %s)", pos_text(first->pos));
		else
			first = k;
	}
}

// The fallthrough at the end of a clause, if there is one.
static Stmt *last_fallthrough(const Clause *k)
{
	for (uint32_t i = k->body.len; i-- > 0;) {
		Stmt *s = k->body.data[i];
		while (s->kind == ST_LABELED && s->labeled.stmt)
			s = s->labeled.stmt;
		if (s->kind == ST_FALLTHROUGH)
			return s;
		if (s->kind != ST_EMPTY)
			return NULL;
	}
	return NULL;
}

static void duplicate_case(Checker *c, const ClauseList *clauses, uint32_t last, uint32_t at)
{
	Expr *e = clauses->data[last]->exprs.data[at];
	if (e->mode != MODE_CONST || !e->value || e->value->kind == CONST_BOOL ||
	    e->value->kind == CONST_COMPLEX)
		return;
	for (uint32_t i = 0; i <= last; i++) {
		const ExprList *list = &clauses->data[i]->exprs;
		for (uint32_t k = 0; k < (i == last ? at : list->len); k++) {
			Expr *old = list->data[k];
			if (old->mode != MODE_CONST || !old->value ||
			    !type_identical(old->type, e->type) ||
			    !const_equal(old->value, e->value))
				continue;
			diag_error(e->start, "duplicate case %s in expression switch",
				   check_operand(c, e));
			diag_note(old->start, "previous case");
			return;
		}
	}
}

enum { DUPLICATES_MAX = 200 }; // clauses in which duplicates are looked for pair by pair

static void case_value(Checker *c, Expr *e, Expr *tag)
{
	Expr truth = {.kind = EX_NAME,
		      .mode = MODE_CONST,
		      .pos = e->pos,
		      .start = e->start,
		      .end = e->end,
		      .name = STR("true"),
		      .type = type_basic[T_BOOL],
		      .value = const_bool(true)};
	Expr x, result = {.kind = EX_BINARY, .pos = e->pos, .start = e->start, .end = e->end};
	check_expr(c, e);
	if (e->mode == MODE_INVALID || (tag && tag->mode == MODE_INVALID))
		return;
	x = tag ? *tag : truth;
	check_match(c, e, &x);
	if (e->mode == MODE_INVALID || x.mode == MODE_INVALID)
		return;
	result.binary.op = OPER_EQ;
	result.binary.x = e;
	result.binary.y = &x;
	check_comparison(c, e, &x, OPER_EQ, &result);
	if (type_is_untyped(e->type))
		check_default(c, e);
}

static void switch_stmt(Checker *c, Stmt *s, Str label)
{
	Flow flow;
	Scope *outer = open_scope(c, "switch");
	s->scope = c->scope;
	if (s->switch_.init)
		stmt(c, s->switch_.init, NULL);
	Expr *tag = s->switch_.tag;
	if (tag) {
		check_expr(c, tag);
		if (tag->mode != MODE_INVALID)
			check_assign(c, tag, NULL, "switch expression");
	}
	enter(c, &flow, s, label);
	const ClauseList *clauses = &s->switch_.clauses;
	one_default(clauses);
	for (uint32_t i = 0; i < clauses->len; i++) {
		Clause *k = clauses->data[i];
		for (uint32_t j = 0; j < k->exprs.len; j++) {
			case_value(c, k->exprs.data[j], tag);
			if (clauses->len <= DUPLICATES_MAX)
				duplicate_case(c, clauses, i, j);
		}
		Scope *around = open_scope(c, "case");
		k->scope = c->scope;
		Stmt *fall = last_fallthrough(k);
		if (fall && i + 1 == clauses->len) {
			diag_error(fall->pos, "cannot fallthrough final case in switch");
		}
		stmts(c, &k->body, fall);
		c->scope = around;
	}
	c->flow = flow.outer;
	c->scope = outer;
}

static bool is_nil(Checker *c, const Expr *e)
{
	e = syntax_unparen((Expr *)e);
	if (e->kind != EX_NAME)
		return false;
	Obj *o = scope_lookup_parent(c->scope, e->name, 0, NULL);
	return o && o->kind == O_NIL;
}

// The type a case names; NULL for nil (and, with *bad, after an error).
static Type *case_type(Checker *c, Expr *e, Type *iface, Expr *x, bool *bad)
{
	*bad = false;
	if (is_nil(c, e)) {
		e->mode = MODE_NIL;
		e->type = type_basic[T_UNTYPED_NIL];
		return NULL;
	}
	Type *t = check_type(c, e);
	*bad = !t || t->kind == T_INVALID;
	if (!*bad && iface && !type_is_interface(t) && !types_implements(t, iface))
		diag_error(e->start, "impossible type switch case: %s cannot have dynamic type %s",
			   check_operand(c, x), check_type_text(c, t));
	return t;
}

static void duplicate_type(const ClauseList *clauses, uint32_t last, uint32_t at)
{
	Expr *e = clauses->data[last]->exprs.data[at];
	for (uint32_t i = 0; i <= last; i++) {
		const ExprList *list = &clauses->data[i]->exprs;
		for (uint32_t k = 0; k < (i == last ? at : list->len); k++) {
			Expr *old = list->data[k];
			bool same = e->mode == MODE_NIL
					    ? old->mode == MODE_NIL
					    : old->mode == MODE_TYPE &&
						      old->type->kind != T_INVALID &&
						      type_identical(old->type, e->type);
			if (!same)
				continue;
			diag_error(e->start, "duplicate case %s in type switch", check_text(e));
			diag_note(old->start, "previous case");
			return;
		}
	}
}

static void type_switch_stmt(Checker *c, Stmt *s, Str label)
{
	Flow flow;
	Scope *outer = open_scope(c, "switch");
	s->scope = c->scope;
	if (s->type_switch.init)
		stmt(c, s->type_switch.init, NULL);
	Expr *x = s->type_switch.x, *name = s->type_switch.name;
	check_expr(c, x);
	Type *iface = x->mode == MODE_INVALID ? NULL : x->type;
	if (iface && !type_is_interface(iface)) {
		diag_error(x->start, "%s is not an interface", check_operand(c, x));
		iface = NULL;
	}
	if (name && is_blank(name))
		diag_error(name->pos, "no new variable on left side of :=");
	const ClauseList *clauses = &s->type_switch.clauses;
	one_default(clauses);
	enter(c, &flow, s, label);
	bool used = false;
	for (uint32_t i = 0; i < clauses->len; i++) {
		Clause *k = clauses->data[i];
		Type *t = NULL;
		bool bad = false;
		for (uint32_t j = 0; j < k->exprs.len; j++) {
			t = case_type(c, k->exprs.data[j], iface, x, &bad);
			if (!bad && clauses->len <= DUPLICATES_MAX)
				duplicate_type(clauses, i, j);
		}
		if (k->exprs.len != 1 || !t)
			t = iface;
		Scope *around = open_scope(c, "case");
		k->scope = c->scope;
		if (name && !is_blank(name)) {
			Obj *o = obj_new(O_VAR, name->pos, c->package, name->name,
					 bad || !t ? type_basic[T_INVALID] : t);
			o->color = 1;
			o->enclosing = c->func;
			o->closure = c->closure;
			k->obj = o;
			insert(c, o);
		}
		Stmt *fall = last_fallthrough(k);
		if (fall)
			diag_error(fall->pos, "cannot fallthrough in type switch");
		stmts(c, &k->body, fall);
		used |= k->obj && k->obj->used;
		c->scope = around;
	}
	if (name && !is_blank(name) && !used)
		diag_error(name->pos, "%s declared but not used", name->name);
	c->flow = flow.outer;
	c->scope = outer;
}

static bool is_receive(const Expr *e)
{
	e = syntax_unparen((Expr *)e);
	return e->kind == EX_UNARY && e->unary.op == OPER_RECV;
}

static void select_stmt(Checker *c, Stmt *s, Str label)
{
	Flow flow;
	enter(c, &flow, s, label);
	one_default(&s->select.clauses);
	for (uint32_t i = 0; i < s->select.clauses.len; i++) {
		Clause *k = s->select.clauses.data[i];
		Scope *outer = open_scope(c, "case");
		k->scope = c->scope;
		Stmt *comm = k->comm;
		if (comm) {
			bool assign = (comm->kind == ST_ASSIGN || comm->kind == ST_DEFINE) &&
				      comm->assign.rhs.len == 1 &&
				      is_receive(comm->assign.rhs.data[0]);
			if (comm->kind == ST_SEND || assign ||
			    (comm->kind == ST_EXPR && is_receive(comm->expr)))
				stmt(c, comm, NULL);
			else
				diag_error(comm->start, "select case must be send or receive "
							"(possibly with assignment)");
		}
		stmts(c, &k->body, NULL);
		c->scope = outer;
	}
	c->flow = flow.outer;
}

// ---- Labels and jumps.

static const Place *place_of(const Flow *f)
{
	for (; f; f = f->outer)
		if (f->list) {
			Place *p = NEW(types_arena, Place);
			*p = (Place){f->list, f->at, place_of(f->outer)};
			return p;
		}
	return NULL;
}

static LabelInfo *find_label(Checker *c, Str name)
{
	return map_get(&c->labels, name);
}

static void collect_labels_in(Checker *c, const StmtList *list);

// Enters the labels of the function, so that a goto may come before its label.
static void collect_labels(Checker *c, Stmt *s)
{
	if (!s)
		return;
	switch (s->kind) {
	case ST_LABELED: {
		Str name = s->labeled.label->name;
		LabelInfo *old = find_label(c, name);
		if (name != STR("_") && old) {
			diag_error(s->labeled.label->pos, "label %s already defined at %s", name,
				   pos_text(old->stmt->labeled.label->pos));
		} else if (name != STR("_")) {
			LabelInfo *l = NEW(types_arena, LabelInfo);
			l->stmt = s;
			map_set(&c->labels, name, l);
			vec_push(types_arena, func_flow(c)->labels, l);
		}
		collect_labels(c, s->labeled.stmt);
		break;
	}
	case ST_BLOCK: collect_labels_in(c, &s->block.stmts); break;
	case ST_IF:
		collect_labels(c, s->if_.then);
		collect_labels(c, s->if_.els);
		break;
	case ST_FOR: collect_labels(c, s->for_.body); break;
	case ST_RANGE: collect_labels(c, s->range.body); break;
	case ST_SWITCH:
	case ST_TYPE_SWITCH:
	case ST_SELECT: {
		const ClauseList *l = s->kind == ST_SWITCH   ? &s->switch_.clauses
				      : s->kind == ST_SELECT ? &s->select.clauses
							     : &s->type_switch.clauses;
		for (uint32_t i = 0; i < l->len; i++)
			collect_labels_in(c, &l->data[i]->body);
		break;
	}
	default: break;
	}
}

static void collect_labels_in(Checker *c, const StmtList *list)
{
	for (uint32_t i = 0; i < list->len; i++)
		collect_labels(c, list->data[i]);
}

static bool is_loop(const Stmt *s)
{
	return s->kind == ST_FOR || s->kind == ST_RANGE;
}

static void branch(Checker *c, Stmt *s)
{
	Expr *label = s->branch.label;
	const char *what = s->kind == ST_BREAK ? "break" : "continue";
	if (!label) {
		for (Flow *f = c->flow; f; f = f->outer)
			if (f->stmt && (s->kind == ST_BREAK || is_loop(f->stmt))) {
				s->branch.target = f->stmt;
				return;
			}
		diag_error(s->pos, s->kind == ST_BREAK ? "break is not in a loop, switch, or select"
						       : "continue is not in a loop");
		return;
	}
	LabelInfo *l = find_label(c, label->name);
	if (!l) {
		diag_error(label->pos, "%s label not defined: %s", what, label->name);
		return;
	}
	l->used = true;
	for (Flow *f = c->flow; f; f = f->outer)
		if (f->stmt && f->label == label->name) {
			if (s->kind == ST_CONTINUE && !is_loop(f->stmt))
				break;
			s->branch.target = f->stmt;
			return;
		}
	diag_error(label->pos, "invalid %s label %s", what, label->name);
}

static void goto_stmt(Checker *c, Stmt *s)
{
	LabelInfo *l = find_label(c, s->branch.label->name);
	if (!l) {
		diag_error(s->branch.label->pos, "label %s not defined", s->branch.label->name);
		return;
	}
	l->used = true;
	s->branch.target = l->stmt;
	Goto g = {s, place_of(c->flow)};
	vec_push(types_arena, func_flow(c)->gotos, g);
}

static bool declares_variable(const Stmt *s)
{
	while (s->kind == ST_LABELED && s->labeled.stmt)
		s = s->labeled.stmt;
	if (s->kind == ST_DEFINE)
		return true;
	if (s->kind != ST_DECL)
		return false;
	for (uint32_t i = 0; i < s->decls.len; i++)
		if (s->decls.data[i]->kind == DECL_VAR)
			return true;
	return false;
}

static void check_goto(Checker *c, const Goto *g)
{
	Str name = g->stmt->branch.label->name;
	LabelInfo *l = find_label(c, name);
	if (!l || !l->place)
		return;
	const Place *from = g->place;
	while (from && from->list != l->place->list)
		from = from->outer;
	if (!from) {
		diag_error(g->stmt->branch.label->pos, "goto %s jumps into block", name);
		return;
	}
	for (uint32_t i = from->at + 1; i < l->place->at; i++)
		if (declares_variable(from->list->data[i])) {
			diag_error(g->stmt->branch.label->pos,
				   "goto %s jumps over variable declaration at line %u", name,
				   pos_line(from->list->data[i]->pos));
			return;
		}
}

static void finish_labels(Checker *c)
{
	FuncFlow *f = func_flow(c);
	for (uint32_t i = 0; i < f->gotos.len; i++)
		check_goto(c, &f->gotos.data[i]);
	for (uint32_t i = 0; i < f->labels.len; i++) {
		LabelInfo *l = f->labels.data[i];
		if (!l->used)
			diag_error(l->stmt->labeled.label->pos, "label %s defined and not used",
				   l->stmt->labeled.label->name);
	}
}

static void labeled_stmt(Checker *c, Stmt *s)
{
	Str name = s->labeled.label->name;
	LabelInfo *l = find_label(c, name);
	if (l && l->stmt == s)
		l->place = place_of(c->flow);
	if (s->labeled.stmt)
		stmt(c, s->labeled.stmt, name);
}

// ---- All statements.

static void stmt(Checker *c, Stmt *s, Str label)
{
	switch ((StmtKind)s->kind) {
	case ST_EXPR: expr_stmt(c, s->expr); break;
	case ST_SEND: send_stmt(c, s); break;
	case ST_ASSIGN:
	case ST_DEFINE: assignment(c, s); break;
	case ST_DECL: decls(c, &s->decls); break;
	case ST_LABELED: labeled_stmt(c, s); break;
	case ST_BLOCK: block(c, s, "block"); break;
	case ST_BREAK:
	case ST_CONTINUE: branch(c, s); break;
	case ST_GOTO: goto_stmt(c, s); break;
	case ST_FALLTHROUGH:
		if (c->flow->fallthrough != s)
			diag_error(s->pos, "fallthrough statement out of place");
		break;
	case ST_GO:
	case ST_DEFER: go_defer(c, s); break;
	case ST_RETURN: return_stmt(c, s); break;
	case ST_IF: if_stmt(c, s); break;
	case ST_FOR: for_stmt(c, s, label); break;
	case ST_RANGE: range_stmt(c, s, label); break;
	case ST_SWITCH: switch_stmt(c, s, label); break;
	case ST_TYPE_SWITCH: type_switch_stmt(c, s, label); break;
	case ST_SELECT: select_stmt(c, s, label); break;
	default: break;
	}
}

static void stmts(Checker *c, const StmtList *list, Stmt *fallthrough)
{
	Flow flow = {.outer = c->flow, .list = list, .fallthrough = fallthrough};
	c->flow = &flow;
	for (flow.at = 0; flow.at < list->len; flow.at++)
		stmt(c, list->data[flow.at], NULL);
	c->flow = flow.outer;
}

// ---- Does a statement end the flow of control? (The specification's terminating statements.)

static bool terminates(const Stmt *s, Str label);

static bool list_terminates(const StmtList *list)
{
	for (uint32_t i = list->len; i-- > 0;)
		if (list->data[i]->kind != ST_EMPTY)
			return terminates(list->data[i], NULL);
	return false;
}

static bool list_breaks(const StmtList *list, const Stmt *out);

// Is there a break that leaves `out`?
static bool breaks(const Stmt *s, const Stmt *out)
{
	if (!s)
		return false;
	switch (s->kind) {
	case ST_BREAK: return s->branch.target == out;
	case ST_LABELED: return breaks(s->labeled.stmt, out);
	case ST_BLOCK: return list_breaks(&s->block.stmts, out);
	case ST_IF: return breaks(s->if_.then, out) || breaks(s->if_.els, out);
	case ST_FOR: return breaks(s->for_.body, out);
	case ST_RANGE: return breaks(s->range.body, out);
	case ST_SWITCH:
	case ST_TYPE_SWITCH:
	case ST_SELECT: {
		const ClauseList *l = s->kind == ST_SWITCH   ? &s->switch_.clauses
				      : s->kind == ST_SELECT ? &s->select.clauses
							     : &s->type_switch.clauses;
		for (uint32_t i = 0; i < l->len; i++)
			if (list_breaks(&l->data[i]->body, out))
				return true;
		return false;
	}
	default: return false;
	}
}

static bool list_breaks(const StmtList *list, const Stmt *out)
{
	for (uint32_t i = 0; i < list->len; i++)
		if (breaks(list->data[i], out))
			return true;
	return false;
}

static bool clauses_terminate(const ClauseList *clauses, const Stmt *s, bool need_default)
{
	bool has_default = false;
	for (uint32_t i = 0; i < clauses->len; i++) {
		const Clause *k = clauses->data[i];
		has_default |= k->is_default;
		if ((!list_terminates(&k->body) && !last_fallthrough(k)) ||
		    list_breaks(&k->body, s))
			return false;
	}
	return has_default || !need_default;
}

static bool is_panic(const Expr *e)
{
	e = syntax_unparen((Expr *)e);
	if (e->kind != EX_CALL)
		return false;
	const Expr *f = syntax_unparen(e->call.fun);
	return f->mode == MODE_BUILTIN && f->obj && f->obj->builtin == BUILTIN_PANIC;
}

static bool terminates(const Stmt *s, Str label)
{
	(void)label;
	switch (s->kind) {
	case ST_RETURN:
	case ST_GOTO: return true;
	case ST_EXPR: return is_panic(s->expr);
	case ST_BLOCK: return list_terminates(&s->block.stmts);
	case ST_IF:
		return s->if_.els && terminates(s->if_.then, NULL) && terminates(s->if_.els, NULL);
	case ST_FOR: return !s->for_.cond && !breaks(s->for_.body, s);
	case ST_SWITCH: return clauses_terminate(&s->switch_.clauses, s, true);
	case ST_TYPE_SWITCH: return clauses_terminate(&s->type_switch.clauses, s, true);
	case ST_SELECT: return clauses_terminate(&s->select.clauses, s, false);
	case ST_LABELED: return s->labeled.stmt && terminates(s->labeled.stmt, NULL);
	default: return false;
	}
}

// ---- Functions.

static void unused_variables(Checker *c, uint32_t from)
{
	for (uint32_t i = from; i < c->locals.len; i++) {
		Obj *o = c->locals.data[i];
		if (!o->used && o->name != STR("_"))
			diag_error(o->pos, "%s declared but not used", o->name);
	}
	c->locals.len = from;
}

void check_body(Checker *c, Stmt *body)
{
	Map labels = c->labels;
	Flow *outer = c->flow;
	uint32_t locals = c->locals.len;
	FuncFlow f = {0};
	f.flow.list = &body->block.stmts;
	c->labels = map_make(types_arena);
	c->flow = &f.flow;
	body->scope = c->scope;
	collect_labels_in(c, &body->block.stmts);
	for (f.flow.at = 0; f.flow.at < body->block.stmts.len; f.flow.at++)
		stmt(c, body->block.stmts.data[f.flow.at], NULL);
	finish_labels(c);
	unused_variables(c, locals);
	if (c->signature->nresults && !list_terminates(&body->block.stmts))
		diag_error(body->block.rbrace, "missing return");
	c->labels = labels;
	c->flow = outer;
}

static void enter_fields(Checker *c, Obj **vars, int n)
{
	for (int i = 0; i < n; i++) {
		Obj *o = vars[i];
		o->enclosing = c->func;
		o->closure = c->closure;
		o->used = true;
		insert(c, o);
	}
}

void check_func_body(Checker *c, Type *signature, Expr *type, Field *receiver, Stmt *body)
{
	(void)type;
	Type *outer_signature = c->signature;
	Scope *outer = open_scope(c, "function");
	c->scope->is_func = true;
	c->signature = signature;
	if (receiver && signature->recv)
		enter_fields(c, &signature->recv, 1);
	enter_fields(c, signature->params, signature->nparams);
	enter_fields(c, signature->results, signature->nresults);
	check_body(c, body);
	c->signature = outer_signature;
	c->scope = outer;
}
