// Statements: scopes, conditions, returns, loops. Assignments are in assign.c, switch and select in
// switch.c, the ends of functions in body.c; labels and jumps are a matter of syntax (branches.c).
#include "types/checker.h"

Scope *check_open_scope(Checker *c, const char *what)
{
	Scope *outer = c->scope;
	c->scope = scope_new(outer, what);
	return outer;
}

// ---- Declarations

bool check_insert(Checker *c, Obj *o)
{
	if (o->name == STR("_") || o->name == STR(""))
		return true;
	Obj *old = scope_insert(c->scope, o);
	if (old) {
		check_error_at(c, o->pos, "%s redeclared in this block", o->name);
		diag_note(old->pos, "other declaration of %s", o->name);
	}
	return !old;
}

void check_local(Checker *c, Obj *v)
{
	if (check_insert(c, v))
		vec_push(types_arena, c->locals, v);
}

Obj *check_new_var(Checker *c, Expr *name, Type *t)
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
		check_const_value(c, o, source->const_.type, value, source != d);
		vec_push(types_arena, objs, o);
	}
	check_const_arity(c, d);
	for (uint32_t i = 0; i < objs.len; i++)
		check_insert(c, objs.data[i]);
}

static void type_decl(Checker *c, Decl *d)
{
	Expr *name = d->type.name;
	Obj *o = obj_new(O_TYPE, name->pos, c->package, name->name, NULL);
	o->enclosing = c->func;
	name->obj = d->obj = o;
	o->info = NEW(types_arena, DeclInfo);
	o->info->file = c->scope;
	o->info->decl = d;
	check_insert(c, o);
	check_push(c, o);
	check_type_decl(c, o, d);
	check_pop(c, o);
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

// ---- Simple statements

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

static bool is_receive_expr(const Expr *e)
{
	return e->kind == EX_UNARY && e->unary.op == OPER_RECV;
}

static void expr_stmt(Checker *c, Expr *e)
{
	Expr *x = syntax_unparen(e);
	check_raw(c, e, NULL);
	if (e->mode == MODE_INVALID)
		return;
	if (e->mode == MODE_BUILTIN) {
		check_error(c, e, "%s must be called", check_operand(c, e));
		return;
	}
	if (e->mode == MODE_TYPE) {
		check_error(c, e, "%s is not an expression", check_operand(c, e));
		return;
	}
	bool call = x->kind == EX_CALL && syntax_unparen(x->call.fun)->mode != MODE_TYPE &&
		    is_builtin_without_value(x);
	if (!call && !is_receive_expr(x))
		check_error(c, e, "%s is not used", check_operand(c, e));
}

static void go_defer(Checker *c, Stmt *s)
{
	const char *what = s->kind == ST_GO ? "go" : "defer";
	Expr *e = s->go.call;
	check_raw(c, e, NULL);
	if (e->kind != EX_CALL || e->mode == MODE_INVALID)
		return; // the first was reported by the parser
	if (syntax_unparen(e->call.fun)->mode == MODE_TYPE)
		check_error(c, e, "%s requires function call, not conversion %s", what,
			    check_operand(c, e));
	else if (!is_builtin_without_value(e))
		check_error(c, e, "%s discards result of %s", what, check_operand(c, e));
}

static void send_stmt(Checker *c, Stmt *s)
{
	Expr *ch = s->send.chan, *v = s->send.value;
	check_expr(c, ch);
	check_expr(c, v);
	if (operand_is_bad(ch) || operand_is_bad(v))
		return;
	Type *t = type_under(ch->type);
	if (t->kind != T_CHAN)
		check_error_at(c, s->start, "invalid operation: cannot send to non-channel %s",
			       check_operand(c, ch));
	else if (t->dir == CHAN_RECV)
		check_error_at(c, s->start,
			       "invalid operation: cannot send to receive-only channel %s",
			       check_operand(c, ch));
	else
		check_assign(c, v, t->elem, "send");
}

static void return_stmt(Checker *c, Stmt *s)
{
	Type *sig = c->signature;
	uint32_t want = (uint32_t)sig->nresults, n = s->results.len;
	if (n || !want || !*sig->results[0]->name) {
		if (n || want)
			check_init_vars(c, sig->results, want, &s->results, s);
		return;
	}
	for (uint32_t i = 0; i < want; i++) {
		Obj *r = sig->results[i], *found = scope_lookup_parent(c->scope, r->name, 0, NULL);
		if (r->name == STR("_") || !found || found == r)
			continue;
		check_error_at(c, s->pos, "result parameter %s not in scope at return", r->name);
		diag_note(found->pos, "inner declaration of %s", check_object_text(c, found));
	}
}

// ---- Control flow

static void block(Checker *c, Stmt *b, const char *what)
{
	if (!b)
		return;
	Scope *outer = check_open_scope(c, what);
	b->scope = c->scope;
	check_stmts(c, &b->block.stmts);
	c->scope = outer;
}

static void condition(Checker *c, Expr *e, const char *what)
{
	if (!e)
		return;
	check_expr(c, e);
	if (operand_is_bad(e))
		return;
	if (!type_is_boolean(e->type))
		check_error(c, e, "non-boolean condition in %s statement", what);
	else
		check_default(c, e);
}

// A chain of else-ifs is a loop here: it may be long.
static void if_stmt(Checker *c, Stmt *s)
{
	Scope *outermost = c->scope;
	while (s) {
		if (s->if_.init) {
			check_open_scope(c, "if");
			check_stmt(c, s->if_.init);
		}
		s->scope = c->scope;
		condition(c, s->if_.cond, "if");
		block(c, s->if_.then, "then");
		Stmt *next = s->if_.els;
		if (next && next->kind != ST_IF) {
			check_stmt(c, next);
			next = NULL;
		}
		s = next;
	}
	c->scope = outermost;
}

static void for_stmt(Checker *c, Stmt *s)
{
	Scope *outer = check_open_scope(c, "for");
	s->scope = c->scope;
	if (s->for_.init)
		check_stmt(c, s->for_.init);
	condition(c, s->for_.cond, "for");
	if (s->for_.post)
		check_stmt(c, s->for_.post);
	block(c, s->for_.body, "block");
	c->scope = outer;
}

// Types of the iteration variables of range over t; false: cannot range. *value NULL: only one
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

// Sets the types of the iteration variables; NULL where there is none.
static void range_operand(Checker *c, Stmt *s, Type *types[2])
{
	Expr *x = s->range.x;
	ExprList *lhs = &s->range.lhs;
	check_expr(c, x);
	if (operand_is_bad(x))
		return;
	bool is_chan = type_kind(x->type) == T_CHAN;
	if (is_chan && lhs->len > 1)
		check_error(c, lhs->data[1], "range over %s permits only one iteration variable",
			    check_operand(c, x));
	else if (!is_chan && lhs->len > 2)
		check_error(c, lhs->data[2],
			    "range clause permits at most two iteration variables");
	if (operand_is_nil(x) || !range_types(x->type, &types[0], &types[1])) {
		types[0] = types[1] = NULL;
		if (c->config->lang_minor >= 22 && type_is_integer(x->type))
			diag_unsupported(x->pos, "range over an integer (Go 1.22)");
		else
			check_error(
				c, x,
				is_chan ? "cannot range over %s (receive from send-only channel)"
					: "cannot range over %s",
				check_operand(c, x));
		return;
	}
	check_default(c, x);
}

static Obj *range_variable(Checker *c, Expr *e, Type *t)
{
	Obj *v;
	if (e->kind == EX_NAME) {
		v = check_new_var(c, e, t ? t : type_basic[T_INVALID]);
	} else {
		check_error(c, e, "cannot declare %s", check_text(e));
		v = obj_new(O_VAR, e->pos, c->package, STR("_"), type_basic[T_INVALID]);
	}
	if (!t || t->kind == T_INVALID)
		v->used = true;
	return v;
}

static void range_variables(Checker *c, Stmt *s, Type *types[2])
{
	ExprList *lhs = &s->range.lhs;
	Obj *vars[2] = {0};
	bool fresh = false;
	for (uint32_t i = 0; i < lhs->len && i < 2; i++) {
		vars[i] = range_variable(c, lhs->data[i], types[i]);
		fresh |= vars[i]->name != STR("_");
	}
	if (!fresh)
		check_error_at(c, s->pos, "no new variables on left side of :=");
	for (int i = 0; i < 2; i++)
		if (vars[i])
			check_local(c, vars[i]);
	s->range.key_obj = vars[0];
	s->range.value_obj = vars[1];
}

static void range_stmt(Checker *c, Stmt *s)
{
	Type *types[2] = {0};
	Scope *outer = check_open_scope(c, "range");
	s->scope = c->scope;
	range_operand(c, s, types);
	if (s->range.define)
		range_variables(c, s, types);
	for (uint32_t i = 0; i < s->range.lhs.len && i < 2 && !s->range.define; i++) {
		Expr *e = s->range.lhs.data[i], value = *e;
		if (!types[i])
			continue;
		operand_set(&value, MODE_VALUE, types[i]);
		value.value = NULL;
		check_assign_var(c, e, &value);
	}
	block(c, s->range.body, "block");
	c->scope = outer;
}

// ---- All statements

void check_stmt(Checker *c, Stmt *s)
{
	switch ((StmtKind)s->kind) {
	case ST_EXPR: expr_stmt(c, s->expr); break;
	case ST_SEND: send_stmt(c, s); break;
	case ST_ASSIGN:
	case ST_DEFINE: check_assignment(c, s); break;
	case ST_DECL: decls(c, &s->decls); break;
	case ST_LABELED:
		if (s->labeled.stmt)
			check_stmt(c, s->labeled.stmt);
		break;
	case ST_BLOCK: block(c, s, "block"); break;
	case ST_GO:
	case ST_DEFER: go_defer(c, s); break;
	case ST_RETURN: return_stmt(c, s); break;
	case ST_IF: if_stmt(c, s); break;
	case ST_FOR: for_stmt(c, s); break;
	case ST_RANGE: range_stmt(c, s); break;
	case ST_SWITCH: check_switch(c, s); break;
	case ST_TYPE_SWITCH: check_type_switch(c, s); break;
	case ST_SELECT: check_select(c, s); break;
	default: break;
	}
}

void check_stmts(Checker *c, const StmtList *list)
{
	for (uint32_t i = 0; i < list->len; i++)
		check_stmt(c, list->data[i]);
}
